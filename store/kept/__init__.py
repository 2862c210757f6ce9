"""Everything that is kept of people, table by table: what is erased with whom, what is handed out, and put back."""
