"""The public site: approved releases and nothing else, read through a database role of its own."""
