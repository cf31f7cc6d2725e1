"""Stored choices of recorded facts in words: one word for one thing, on timelines and forms."""

STATES = {
    "registered": "Notification requirements hold",
    "ended": "Notification requirements ended",
    "community": "In the community",
    "custody": "In custody",
    "hospital": "In hospital",
    "abroad": "Abroad",
    "deceased": "Deceased",
    "transferred": "Transferred to another force",
    "active": "Actively managed",
    "reactive": "Reactively managed",
    "applies": "ARMS applies",
    "other_tool": "Another assessment tool is used",
}
OUTCOMES = {
    "seen": "Visit: seen",
    "no_reply": "Attempt: no reply",
    "refused": "Attempt: refused to let us in",
    "not_living_there": "Attempt: not living there",
    "not_at_home": "Attempt: not at home",
}
SECOND = {
    None: "Asked to confirm",
    True: "Has confirmed",
    False: "Says they were not there",
}
SYSTEMS = {
    "pnd": "Police National Database",
    "pnc": "Police National Computer",
    "local": "Local systems",
}
EFFECTS = {
    "none": "No effect",
    "plan_changed": "The plan changes",
    "risk_raised": "The risk is higher",
    "risk_lowered": "The risk is lower",
}
CONDITIONS = {
    "assessed_low": "Consistently assessed as low risk",
    "no_offending": "No offending for three years",
    "no_notice": "Not recently come to notice",
    "monitored": "Still monitored, and notifying as the law requires",
    "adult": "An adult",
    "no_order": "No order in force",
    "authorised": "Authorised by the rank the force asks for",
    "yearly_review": "Reviewed within the year",
}
TRIGGERS = {
    "intelligence": "New intelligence",
    "arrest": "An arrest",
    "order": "A new order",
    "breach": "A breach",
    "child_contact": "New contact with a child",
    "change_of_circumstances": "A change of circumstances",
    "risk_assessment": "A risk assessment",
}
NOTIFICATIONS = {
    "initial": "Initial",
    "periodic": "Yearly or weekly",
    "change": "A change of name or address, or a release",
    "details": "Household, bank or identity documents",
    "travel_return": "Return from abroad",
}
CHANGES = {
    "name": "Name",
    "home_address": "Home address",
    "other_premises": "Seven days at other premises",
    "release": "Release from custody or hospital",
    "child_household": "Stays in a household with a child",
    "bank_or_cards": "Bank accounts or cards",
    "identity_document": "Passport or identity documents",
}
DISPOSALS = {
    "life": "Imprisonment for life",
    "indeterminate": "Imprisonment for public protection, or another indeterminate sentence",
    "imprisonment": "Imprisonment",
    "hospital_restricted": "Hospital with a restriction order",
    "hospital": "Hospital without a restriction order",
    "caution": "Caution",
    "conditional_discharge": "Conditional discharge",
    "other": "Any other outcome",
}
ORDERS = {
    "shpo": "Sexual harm prevention order",
    "interim_shpo": "Interim sexual harm prevention order",
    "sro": "Sexual risk order",
    "sopo": "Sexual offences prevention order",
    "other": "Another order",
}
ROUTES = {
    "sarahs_law": "The Child Sex Offender Disclosure Scheme",
    "agency": "Another agency",
    "other": "Another way",
}
ORDER_DECISIONS = {
    "apply": "An order to be asked for",
    "already_in_force": "An order is in force already",
    "do_not_apply": "No order to be asked for",
}
AGREED_IN = {
    "plan": "In the risk management plan",
    "mappa": "At a meeting of the agencies",
    "review": "At a supervisor's review",
}
AGENCIES = {
    "police": "The police",
    "probation": "Probation",
    "social_care": "Social care",
    "health": "Health",
    "housing": "Housing",
    "other": "Somebody else",
}
PARTNERS = {
    "probation": "Probation",
    "social_care": "Social care",
    "health": "Health",
    "housing": "Housing",
    "prosecutor": "The prosecutor",
    "force": "Another force",
    "other": "Another agency",
}
MAPPA_LEVELS = {
    "level_1": "Level 1: one agency",
    "level_2": "Level 2: the agencies meet",
    "level_3": "Level 3: senior managers meet",
    "none": "Not managed under the arrangements",
}
PURPOSES = {
    "risk": "The risk, and what changed it",
    "residence": "Where they live",
    "compliance": "Whether law and orders are kept",
    "intelligence": "Intelligence",
    "offences": "Offences",
    "welfare": "Their welfare",
}
ACTIONS = {
    "arrest": "Arrest",
    "voluntary_attendance": "Voluntary attendance",
    "safeguarding_visit": "Safeguarding visit",
    "other": "Other action",
}
