"""The forms: what is asked, how it is asked, and what is said when an answer cannot stand."""
