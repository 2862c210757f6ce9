"""What is remembered: SQLAlchemy, synchronous; SQLite by default, PostgreSQL where several processes share it."""
