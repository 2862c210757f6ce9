"""Reminders that a member asked for, and rhythms: to be told again and again unless they met."""
