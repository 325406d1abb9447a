"""The invented family of the design's picture: Leo, his parents, siblings, grandmother, and who works with them."""

from __future__ import annotations

from datetime import date

from graph.team_rows import (
    AgencyEntry,
    BrokerEntry,
    KinLink,
    Team,
    TeamAgency,
    TeamFamily,
    TeamInvolvement,
    TeamPerson,
    TeamPractitioner,
)
from visualisations.team_picture import TeamDisplay

TODAY = date(2026, 11, 23)


def person(
    id_: str, given: str, born: date | None, gender: str | None, client: bool = True, due: date | None = None
) -> TeamPerson:
    return TeamPerson(id_, "full", given, "Marsh", born, due, None, gender, False, client)


def agency(id_: str, name: str, kind: str) -> TeamAgency:
    return TeamAgency(id_, name, kind, "statutory", "01632 960100", f"{id_}@example.org")


def practitioner(id_: str, name: str, job: str | None) -> TeamPractitioner:
    return TeamPractitioner(id_, name, job, "01632 960101", None, f"{id_}@example.org", "landline", None)


def involvement(
    id_: str,
    who: TeamPractitioner,
    where: TeamAgency,
    whom: str,
    *,
    lead: bool = False,
    to: date | None = None,
    last_confirmed: date | None = date(2026, 11, 12),
) -> TeamInvolvement:
    return TeamInvolvement(
        id=id_,
        person=whom,
        practitioner=who,
        agency=where,
        type="support",
        type_label="Support",
        statutory=False,
        role=None,
        lead=lead,
        confirmed=True,
        from_=date(2026, 4, 14),
        to=to,
        last_confirmed=last_confirmed,
        recorded_at=None,
        led_since=None,
        current=to is None,
        reasons=("OWN",),
    )


def link(id_: str, kind: str, one: str, other: str, qualifier: str | None = None) -> KinLink:
    return KinLink(id_, kind, qualifier, one, other, None, None)


def marsh_team() -> Team:
    """The team of the picture in the design: 28 nodes."""
    people = (
        person("carol", "Carol", date(1965, 2, 1), "female"),
        person("dawn", "Dawn", date(1992, 5, 2), "female"),
        person("leo", "Leo", date(2017, 3, 14), "male"),
        person("mia", "Mia", date(2022, 6, 1), "female"),
        person("ryan", "Ryan", date(1990, 7, 7), "male", client=False),
        person("sam", "Sam", date(1988, 8, 8), "male"),
        person("tyler", "Tyler", date(2011, 9, 9), "male"),
        person("unborn", "Baby", None, None, due=date(2027, 2, 21)),
    )
    links = (
        link("k1", "parent_of", "dawn", "leo"),
        link("k2", "parent_of", "sam", "leo"),
        link("k3", "parent_of", "dawn", "mia"),
        link("k4", "parent_of", "sam", "mia"),
        link("k5", "parent_of", "dawn", "unborn"),
        link("k6", "parent_of", "ryan", "unborn"),
        link("k7", "partner_of", "dawn", "ryan", "cohabiting"),
        link("k8", "sibling_of", "tyler", "leo", "half"),
        link("k9", "carer_of", "carol", "tyler", "kinship"),
        link("k91", "grandparent_of", "carol", "leo"),
        link("k92", "parent_of", "carol", "dawn"),
        link("k93", "sibling_of", "leo", "mia"),
    )
    csc = agency("csc", "Children’s Social Care", "childrens_social_care")
    early = agency("early", "Northwick Early Help", "early_help")
    school = agency("school", "Harbour Primary School", "education")
    nhs = agency("nhs", "Community Health NHS Trust", "health_visiting")
    youth = agency("yjs", "Youth Justice Service", "youth_justice")
    police = agency("police", "Coastshire Police", "police")
    door = agency("door", "Open Door Befriending", "voluntary")
    homes = agency("homes", "Tidewater Homes", "housing")
    priya = practitioner("priya", "Priya Nair", "Child-protection social worker")
    ellie = practitioner("ellie", "Ellie Brandon", "Family support")
    kofi = practitioner("kofi", "Kofi Mensah", "Youth justice worker")
    involvements = (
        involvement("i01", priya, csc, "leo", lead=True),
        involvement("i02", priya, csc, "mia"),
        involvement("i03", priya, csc, "unborn"),
        involvement("i04", practitioner("gareth", "Gareth Lowe", "Social worker"), csc, "leo", to=date(2026, 8, 31)),
        involvement("i05", ellie, early, "leo"),
        involvement("i06", ellie, early, "dawn"),
        involvement("i07", practitioner("james", "James Whitlock", "Designated safeguarding lead"), school, "leo"),
        involvement("i08", practitioner("amina", "Amina Yusuf", "School nurse"), nhs, "leo"),
        involvement("i09", practitioner("beth", "Beth Collins", "Health visitor"), nhs, "mia"),
        involvement("i10", kofi, youth, "tyler"),
        involvement("i11", practitioner("hannah", "PC Hannah Reid", "Neighbourhood officer"), police, "tyler"),
        involvement("i12", practitioner("joan", "Joan Ellery", "Volunteer befriender"), door, "carol"),
        involvement(
            "i13",
            practitioner("martin", "Martin Shaw", "Housing officer"),
            homes,
            "dawn",
            last_confirmed=date(2026, 6, 20),
        ),
    )
    return Team(
        subject="leo",
        people=people,
        families=(TeamFamily("marsh", "Marsh", ("dawn", "leo", "mia", "ryan", "unborn")),),
        links=links,
        involvements=involvements,
        agencies=(AgencyEntry("gp-sam", "sam", agency("quayside", "Quayside GP Practice", "general_practice")),),
        brokers=(BrokerEntry("ruth-dawn", "dawn", practitioner("ruth", "Ruth Adeyemi", "Early help lead")),),
    )


def marsh_display() -> TeamDisplay:
    return TeamDisplay(today=TODAY, viewer_practitioner="ellie", new_involvements=frozenset(("i10",)))
