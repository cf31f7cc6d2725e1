"""Who people are: names, identifiers, addresses and links, and how anybody is found.

One person may be known in several records (an offender's own, a partner's, a case's). What is said
of them is a fact *stated in* one record, and is open to those who may see that record.
"""
