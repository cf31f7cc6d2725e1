"""Settings and the URLs: the one room that may know every other."""
