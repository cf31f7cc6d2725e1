"""Children known to be at risk from somebody on record, and what is done to keep them safe."""
