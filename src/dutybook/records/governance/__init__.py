"""What the force itself must have: documents in date, and agreements with other bodies."""
