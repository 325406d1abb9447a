"""The shapes that households have; each function adds its people, families and links to an empty household."""

from collections.abc import Callable

from graph.synthetic.dice import Weighted, table
from graph.synthetic.households import Builder, Household
from graph.synthetic.names import Community
from graph.synthetic.people import Member

Shape = Callable[[Builder, Household, Community], None]
MOST_PEOPLE = 9  # no shape has more


def lone_parent(build: Builder, house: Household, community: Community) -> None:
    """One parent, a mother nine times in ten, with one to four children; now and then they fled."""
    surname = build.surname(community)
    parent = build.person(house, community, surname, "female" if build.dice.likely(0.9) else "male", (19, 48))
    children = build.children(house, community, surname, parent, 4)
    build.family(house, surname, [parent, *children])
    build.parents(house, [parent], children)
    if build.dice.likely(0.1):
        _flee(house)


def couple_with_children(build: Builder, house: Household, community: Community) -> None:
    """Two parents and one to five children; sometimes one more is expected."""
    surname = build.surname(community)
    mother, father = _couple(build, house, community, surname, (20, 46))
    children = build.children(house, community, surname, mother, 5)
    if build.dice.likely(0.1) and mother.age < 43:
        children.append(_expected(build, house, surname))
    build.family(house, surname, [mother, father, *children])
    build.parents(house, [mother, father], children)


def expecting(build: Builder, house: Household, community: Community) -> None:
    """A young couple or a woman alone, expecting their first child."""
    surname = build.surname(community)
    mother = build.person(house, community, surname, "female", (16, 34))
    parents = [mother]
    if build.dice.likely(0.6):
        father = build.person(house, community, surname, "male", (17, 38))
        build.link(house, "partner_of", mother, father, qualifier="cohabiting")
        parents.append(father)
    child = _expected(build, house, surname)
    build.family(house, surname, [*parents, child])
    build.parents(house, parents, [child])


def separated(build: Builder, house: Household, community: Community) -> None:
    """Parents who live apart; the children belong to both households, the father may have a new family."""
    surname = build.surname(community)
    mother = build.person(house, community, surname, "female", (24, 46))
    children = build.children(house, community, surname, mother, 3)
    build.family(house, surname, [mother, *children])
    elsewhere = build.maker.home(house.home.district)
    father = build.person(house, community, surname, "male", (26, 50), elsewhere)
    second = build.family(house, f"{surname} (father)", [father])
    for child in children:
        build.joined(second, child, max(child.born, build.maker.days.today - build.dice.between(60, 1500)))
    build.parents(house, [mother, father], children)
    build.link(house, "partner_of", mother, father, qualifier=build.dice.one(("separated", "divorced")))
    if build.dice.likely(0.4):
        partner = build.person(house, community, build.surname(community), "female", (22, 42), elsewhere)
        half = build.person(house, community, surname, None, (0, 4), elsewhere)
        second["members"] += [{"person": partner.id}, {"person": half.id}]
        build.link(house, "partner_of", father, partner, qualifier="cohabiting")
        build.parents(house, [father, partner], [half])
        build.siblings(house, children, [half])


def step_family(build: Builder, house: Household, community: Community) -> None:
    """A mother, her children, her new partner and a child of both."""
    surname = build.surname(community)
    mother = build.person(house, community, surname, "female", (25, 44))
    children = build.children(house, community, surname, mother, 3)
    theirs = build.maker.names.communities
    other = community if build.dice.likely(0.7) else build.dice.weighted(theirs)
    partner = build.person(house, other, build.surname(other), "male", (23, 48))
    since = build.maker.days.today - build.dice.between(90, 2000)
    family = build.family(house, surname, [mother, *children])
    build.joined(family, partner, since)
    build.parents(house, [mother], children)
    build.link(house, "partner_of", mother, partner, qualifier="cohabiting", **{"from": build.maker.days.text(since)})
    for child in children:
        build.link(house, "parent_of", partner, child, qualifier="step", parental_responsibility=False)
    if build.dice.likely(0.55):
        young = build.person(house, community, str(partner.record["family_name"]), None, (0, 3))
        family["members"].append({"person": young.id})
        build.parents(house, [mother, partner], [young])
        build.siblings(house, children, [young])


def grandparents_as_carers(build: Builder, house: Household, community: Community) -> None:
    """Grandparents who bring up their daughter's children; she left the home."""
    surname = build.surname(community)
    grandmother = build.person(house, community, surname, "female", (50, 70))
    grandparents = [grandmother]
    if build.dice.likely(0.5):
        grandparents.append(build.person(house, community, surname, "male", (52, 74)))
        build.link(house, "partner_of", *grandparents, qualifier="married")
    mother = build.person(house, community, surname, "female", (26, 32), build.maker.home(house.home.district))
    children = build.children(house, community, surname, mother, 3)
    family = build.family(house, surname, [*grandparents, *children])
    today = build.maker.days.today
    left = today - build.dice.between(40, 1500)
    build.joined(family, mother, left - 2500, left)
    build.parents(house, grandparents, [mother])
    build.parents(house, [mother], children)
    for grandparent in grandparents:
        for child in children:
            build.link(house, "grandparent_of", grandparent, child)
            build.link(house, "carer_of", grandparent, child, qualifier="kinship", parental_responsibility=True)


def looked_after(build: Builder, house: Household, community: Community) -> None:
    """Children in foster care: their birth mother in her own home, the siblings sometimes with two carers."""
    surname = build.surname(community)
    mother = build.person(house, community, surname, "female", (22, 44), build.maker.home(house.home.district))
    children = build.children(house, community, surname, mother, 3)
    build.parents(house, [mother], children)
    birth = build.family(house, surname, [mother])
    apart = len(children) > 1 and build.dice.likely(0.5)
    placements = [children[:1], children[1:]] if apart else [children]
    for group in placements:
        _foster(build, house, birth, group)
    if apart:
        build.link(house, "sibling_of", children[0], children[1], qualifier="birth", quality="strong")


def three_generations(build: Builder, house: Household, community: Community) -> None:
    """Parents, children and a grandmother under one roof."""
    couple_with_children(build, house, community)
    mother, _, *children = house.members
    age = mother.age + 22
    grandmother = build.person(house, community, build.surname(community), "female", (age, age + 6))
    house.families[0]["members"].append({"person": grandmother.id})
    build.parents(house, [grandmother], [mother])
    for child in children:
        build.link(house, "grandparent_of", grandmother, child)


def young_adult(build: Builder, house: Household, community: Community) -> None:
    """Somebody young who lives alone; a friend from another household may matter more than family."""
    surname = build.surname(community)
    alone = build.person(house, community, surname, None, (18, 27))
    build.family(house, surname, [alone])
    if build.nearby and build.dice.likely(0.3):
        build.link(house, "friend_of", build.nearby, alone)


def adult_with_support(build: Builder, house: Household, community: Community) -> None:
    """An adult with care needs who lives with an ageing parent."""
    surname = build.surname(community)
    parent = build.person(house, community, surname, "female", (58, 79))
    adult = build.person(house, community, surname, None, (25, 38))
    build.family(house, surname, [parent, adult])
    build.parents(house, [parent], [adult])
    build.link(house, "carer_of", parent, adult, qualifier="kinship")


def older_alone(build: Builder, house: Household, community: Community) -> None:
    """An older person alone; somebody from another household may look in."""
    surname = build.surname(community)
    alone = build.person(house, community, surname, "female" if build.dice.likely(0.65) else "male", (66, 97))
    build.family(house, surname, [alone])
    if build.nearby and build.dice.likely(0.3):
        build.link(house, build.dice.one(("neighbour_of", "other_relative_of")), build.nearby, alone)


def older_couple(build: Builder, house: Household, community: Community) -> None:
    """An older couple; one in six is newly widowed, and the death is recorded."""
    surname = build.surname(community)
    wife, husband = _couple(build, house, community, surname, (66, 90))
    build.family(house, surname, [wife, husband])
    if build.dice.likely(0.17):
        died = build.maker.days.today - build.dice.between(5, 900)
        husband.record["deceased_on"] = build.maker.days.text(died)


def _couple(
    build: Builder, house: Household, community: Community, surname: str, age: tuple[float, float]
) -> tuple[Member, Member]:
    wife = build.person(house, community, surname, "female", age)
    husband = build.person(house, community, surname, "male", (wife.age - 2, wife.age + 7))
    build.link(house, "partner_of", wife, husband, qualifier="married" if build.dice.likely(0.7) else "cohabiting")
    return wife, husband


def _expected(build: Builder, house: Household, surname: str) -> Member:
    child = build.maker.unborn(surname, house.home)
    house.members.append(child)
    return child


def _foster(build: Builder, house: Household, birth: dict[str, object], group: list[Member]) -> None:
    theirs = build.dice.weighted(build.maker.names.communities)
    name = build.surname(theirs)
    carer = build.person(house, theirs, name, "female", (38, 64))
    placed = build.maker.days.today - build.dice.between(30, 900)
    family = build.family(house, name, [carer])
    for child in group:
        since = max(placed, child.born)
        build.joined(family, child, since)
        if child.born < since:
            build.joined(birth, child, child.born, since)
        build.link(house, "carer_of", carer, child, qualifier="foster")
    house.looked_after += group
    house.carers.append(carer)


def _flee(house: Household) -> None:
    for member in house.members:
        member.record["shielded"] = True
        member.record.pop("address", None)
        member.record.pop("postcode", None)
    house.fled += house.members


SHAPES: Weighted[Shape] = table(
    [
        (lone_parent, 16.0),
        (couple_with_children, 24.0),
        (expecting, 3.0),
        (separated, 10.0),
        (step_family, 9.0),
        (grandparents_as_carers, 4.0),
        (looked_after, 4.0),
        (three_generations, 5.0),
        (young_adult, 6.0),
        (adult_with_support, 4.0),
        (older_alone, 9.0),
        (older_couple, 6.0),
    ]
)
