"""The views: each reads the request, asks one room one thing, and draws the answer."""
