"""Force, team, users, roles, need-to-know and the access log.

Every room above reads and writes through a `Viewer` from here, filters with `need_to_know` and
records with `log`. Nothing here knows what an offender or a duty is.
"""
