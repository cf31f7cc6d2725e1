"""A response with every part filled, so that each has something to show."""

from datetime import date

import pytest

from dutybook.documents.reading.model import Passage
from dutybook.documents.response import (
    ResponseDocument,
    ResponseLayer,
    ResponseLimb,
    ResponsePromise,
    ResponseRecommendation,
    build_from_reading,
)


@pytest.fixture(scope="session")
def converted(sample):
    return build_from_reading(sample, force="Wealdmoor Police")


@pytest.fixture(scope="session")
def issued():
    return ResponseDocument(
        local_policing_body="Wealdmoor Police and Crime Commissioner",
        office_holder="Perpetua Quillhampton",
        force="Wealdmoor Police",
        inspection_title="A report on visits",
        inspectorate="HMICFRS",
        types=("Offender management",),
        scope="National",
        report_published=date(2026, 4, 15),
        report_published_as_printed=None,
        recommendations=(
            ResponseRecommendation(
                number=1,
                text=(Passage("paragraph", "Forces should visit:"), Passage("item", "in pairs.")),
                addressee="forces",
                deadline=date(2026, 10, 31),
                position=(Passage("paragraph", "We visit in pairs."),),
                limbs=(
                    ResponseLimb(
                        *("1a", "Visits in pairs", "shortfall"),
                        "312 of 355, 12 not known, 31 October",
                        layers=(
                            ResponseLayer(
                                *("The commissioner's assurance", "Not assured"),
                                *(date(2026, 5, 30), "Visits made alone were not explained."),
                            ),
                            ResponseLayer("The inspectorate", "Open", date(2026, 4, 15)),
                        ),
                    ),
                    ResponseLimb("1b", "Visits authorised", tested="Records untested."),
                ),
                commissioner_action="I have paid for two more officers.",
                reply_to_chief="The records do not bear this out.",
                promises=(
                    ResponsePromise(
                        *("Two more officers are paid for.", "The commissioner"),
                        *(date(2026, 9, 30), date(2026, 6, 30), "delivered"),
                        on=date(2026, 9, 12),
                        amount=180_000,
                    ),
                    ResponsePromise(
                        *("Nobody visits alone", "The force"),
                        *(date(2026, 5, 1), date(2026, 5, 1), "late"),
                    ),
                ),
            ),
            ResponseRecommendation(number=2),
            ResponseRecommendation(number=3, text=(Passage("paragraph", "Forces should stop."),)),
        ),
        response_published=date(2026, 6, 1),
    )


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium; in a container it runs as root, which its sandbox forbids."""
    return browser_type_launch_args | {
        "executable_path": "/usr/bin/chromium",
        "args": ["--no-sandbox"],
    }
