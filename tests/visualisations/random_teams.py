"""Believable invented teams of any size from a seed."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from graph.team_rows import AgencyEntry, BrokerEntry, KinLink, Team, TeamAgency, TeamFamily, TeamInvolvement, TeamPerson
from tests.visualisations.marsh import TODAY, agency, involvement, link, practitioner

GIVEN = [
    "Aisha",
    "Ben",
    "Chloe",
    "Daniel",
    "Efua",
    "Finn",
    "Grace",
    "Hassan",
    "Isla",
    "Jakub",
    "Keira",
    "Liam",
    "Maria",
    "Noah",
    "Oluwaseun",
    "Poppy",
    "Reece",
    "Sana",
]
SURNAMES = [
    "Ali",
    "Baker",
    "Chandrasekaran",
    "Davies",
    "Evans",
    "Fernandez-Whitmore",
    "Green",
    "Hughes",
    "Iqbal",
    "Jones",
    "Kowalczyk",
    "Lee",
    "Okafor",
    "Patel",
]
JOBS = {
    "childrens_social_care": ["Social worker", "Child-protection social worker", "Family support worker"],
    "health_visiting": ["Health visitor"],
    "school_nursing": ["School nurse"],
    "general_practice": ["GP", "Practice nurse"],
    "camhs": ["Clinical psychologist", "Mental health practitioner"],
    "education": ["Designated safeguarding lead", "Head of Year 9", "Class teacher"],
    "early_help": ["Family support worker", "Parenting practitioner"],
    "housing": ["Housing officer", "Tenancy sustainment officer"],
    "police": ["Neighbourhood officer"],
    "youth_justice": ["Youth justice worker"],
    "probation": ["Probation officer"],
    "substance_misuse": ["Recovery worker"],
    "voluntary": ["Volunteer befriender", "Mentor"],
    "domestic_abuse": ["Independent domestic violence adviser"],
    "employment": ["Work coach"],
}
OFTEN = (5, 3, 2, 2, 1, 5, 3, 2, 1, 1, 1, 1, 2, 1, 1)
"""How often each kind of JOBS occurs."""
AGENCY_NAMES = {
    "childrens_social_care": ["Children’s Social Care"],
    "health_visiting": ["Community Health NHS Trust"],
    "school_nursing": ["Community Health NHS Trust"],
    "general_practice": ["Quayside GP Practice", "The Old Mill Surgery"],
    "camhs": ["Child and Adolescent Mental Health Service"],
    "education": ["Harbour Primary School", "St Wilfrid’s Academy", "Hill Top Nursery"],
    "early_help": ["Northwick Early Help", "Southwick Family Hub"],
    "housing": ["Tidewater Homes", "Borough Housing"],
    "police": ["Coastshire Police"],
    "youth_justice": ["Youth Justice Service"],
    "probation": ["Probation Service"],
    "substance_misuse": ["Turning Tide Recovery"],
    "voluntary": ["Open Door Befriending", "Young Carers Project"],
    "domestic_abuse": ["Safe Harbour"],
    "employment": ["Jobcentre Northwick"],
}


def random_team(seed: int, people: int, involvements: int, entries: int = 1, brokers: int = 1) -> Team:
    """A family of so many people with so many involvements, some with the same practitioner or ended."""
    random = Random(seed)
    members, links = _family(random, people)
    agencies = {
        (kind, name): agency(f"{kind}-{index}", name, kind)
        for kind, names in AGENCY_NAMES.items()
        for index, name in enumerate(names)
    }
    made: list[TeamInvolvement] = []
    for number in range(involvements):
        whom = members[0].id if random.random() < 0.4 else random.choice(members).id
        if made and random.random() < 0.15:
            earlier = random.choice(made)
            if all((i.practitioner.id, i.person) != (earlier.practitioner.id, whom) for i in made):
                made.append(involvement(f"i{number:03}", earlier.practitioner, earlier.agency, whom))
                continue
        kind = random.choices(list(JOBS), OFTEN)[0]
        where = agencies[kind, random.choice(AGENCY_NAMES[kind])]
        name = f"{random.choice(GIVEN)} {random.choice(SURNAMES)}"
        who = practitioner(f"p{number:03}", name, random.choice(JOBS[kind]))
        ended = TODAY - timedelta(days=random.randrange(1, 700)) if random.random() < 0.12 else None
        confirmed = TODAY - timedelta(days=random.randrange(0, 130))
        lead = number == 0
        made.append(
            involvement(
                f"i{number:03}", who, where, whom, lead=lead, to=None if lead else ended, last_confirmed=confirmed
            )
        )
    return Team(
        subject=members[0].id,
        people=tuple(sorted(members, key=lambda member: member.id)),
        families=(TeamFamily("f", "Green", tuple(sorted(member.id for member in members))),),
        links=tuple(links),
        involvements=tuple(made),
        agencies=tuple(_entry(random, members, number) for number in range(entries)),
        brokers=tuple(
            BrokerEntry(
                f"b{n}", random.choice(members).id, practitioner(f"br{n}", f"Ruth {random.choice(SURNAMES)}", "Lead")
            )
            for n in range(brokers)
        ),
    )


def _entry(random: Random, members: list[TeamPerson], number: int) -> AgencyEntry:
    kind = random.choice(["general_practice", "housing", "hospital", "camhs"])
    where: TeamAgency = agency(
        f"only-{number}", random.choice(["Riverside Practice", "County Hospital", "North Side Homes"]), kind
    )
    return AgencyEntry(f"e{number}", random.choice(members).id, where)


def _family(random: Random, people: int) -> tuple[list[TeamPerson], list[KinLink]]:
    """Subject, mother, father, siblings, half-siblings, a partner, grandparents, an unborn child, others."""
    names = random.sample(GIVEN, min(people, len(GIVEN))) + [f"Child{n}" for n in range(max(0, people - len(GIVEN)))]
    roles = [
        "subject",
        "mother",
        "sibling",
        "father",
        "partner",
        "half",
        "grandmother",
        "unborn",
        "sibling",
        "half",
        "uncle",
    ]
    roles += ["sibling", "half", "grandfather", "other"] + ["other"] * people
    members: list[TeamPerson] = []
    links: list[KinLink] = []
    for number, role in enumerate(roles[:people]):
        id_ = f"m{number:02}"
        adult = role in ("mother", "father", "partner", "grandmother", "grandfather", "uncle", "other")
        born = (
            None
            if role == "unborn"
            else date(2026 - random.randrange(20, 70) if adult else 2026 - random.randrange(0, 17), 3, 4)
        )
        gender = {"mother": "female", "father": "male", "grandmother": "female"}.get(
            role, random.choice(["female", "male", None])
        )
        due = date(2027, 2, 21) if role == "unborn" else None
        client = number == 0 or random.random() < 0.8
        members.append(TeamPerson(id_, "full", names[number], "Green", born, due, None, gender, False, client))
        pairs = {
            "mother": [("parent_of", id_, "m00", None)],
            "father": [("parent_of", id_, "m00", None)],
            "sibling": [("sibling_of", id_, "m00", None), ("parent_of", "m01", id_, None)],
            "half": [("sibling_of", id_, "m00", "half")],
            "partner": [("partner_of", id_, "m01", "cohabiting")],
            "grandmother": [("grandparent_of", id_, "m00", None), ("parent_of", id_, "m01", None)],
            "grandfather": [("grandparent_of", id_, "m00", None)],
            "unborn": [("parent_of", "m01", id_, None)],
            "uncle": [("other_relative_of", id_, "m00", None)],
        }.get(role, [])
        links += [
            link(f"k{number:02}{index}", kind, one, other, how) for index, (kind, one, other, how) in enumerate(pairs)
        ]
    return members, links
