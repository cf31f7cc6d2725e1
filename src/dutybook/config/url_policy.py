"""The one table of who may use which address; an address that is not here opens for nobody."""

from dutybook.public.url_policy import PUBLIC_RULES
from dutybook.web.url_policy import WEB_RULES

URL_POLICY = (*WEB_RULES, *PUBLIC_RULES)
