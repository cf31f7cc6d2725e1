"""The public addresses: anybody may read them, nobody may send anything to them."""

from dutybook.access.url_policy import PUBLIC, UrlRule

PUBLIC_RULES = (
    UrlRule("public:index", PUBLIC, frozenset({"GET"})),
    UrlRule("public:release", PUBLIC, frozenset({"GET"})),
    UrlRule("public:release_number", PUBLIC, frozenset({"GET"})),
    UrlRule("public:release_changes", PUBLIC, frozenset({"GET"})),
    UrlRule("public:over_time", PUBLIC, frozenset({"GET"})),
    UrlRule("public:search", PUBLIC, frozenset({"GET"})),
    UrlRule("public:figures", PUBLIC, frozenset({"GET"})),
    UrlRule("public:accessibility", PUBLIC, frozenset({"GET"})),
    UrlRule("public:feed", PUBLIC, frozenset({"GET"})),
    UrlRule("public:release_file", PUBLIC, frozenset({"GET"})),
    UrlRule("public:schema", PUBLIC, frozenset({"GET"})),
)
