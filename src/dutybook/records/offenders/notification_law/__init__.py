"""What the Sexual Offences Act 2003, Part 2, asks of a registered offender, and until when.

Plain reckoning over days, with its working in words; no records. Days are local days, and a last
day is inside the time it ends. What published sources do not settle is not reckoned here: see the
policies of the notification duties. Every result is marked for the force's legal review.
"""
