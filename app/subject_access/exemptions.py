"""Why something may be withheld from a person's report: exemptions of the Data Protection Act 2018, as a coded list.

The list is what a council's privacy officer meets with the facts that Patchwork holds; it is no legal advice. A code is
kept with the report for good: one is never given another meaning.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exemption:
    """name: for the officer; law: where it stands; test: what must hold; words: what the person is told.

    said: whether the person is ordinarily told that something is withheld. Where that alone would give it away, the
    officer neither confirms nor denies it.
    """

    code: str
    name: str
    law: str
    test: str
    words: str
    said: bool


EXEMPTIONS = (
    Exemption(
        "third_party",
        "Information about somebody else",
        "Data Protection Act 2018, Schedule 2, paragraph 16",
        "It would tell of another individual, who has not consented, and telling without consent is not reasonable. "
        "People doing their work for health, social work or education are told (paragraph 17).",
        "it is about somebody else",
        False,
    ),
    Exemption(
        "harm_health",
        "Serious harm: health data",
        "Data Protection Act 2018, Schedule 3, paragraph 5",
        "Telling would be likely to cause serious harm to somebody’s physical or mental health. Whoever is no health "
        "professional asks the appropriate one first (paragraph 6).",
        "telling it would be likely to cause serious harm to somebody’s health",
        False,
    ),
    Exemption(
        "harm_social_work",
        "Serious harm: social work data",
        "Data Protection Act 2018, Schedule 3, paragraph 11",
        "Telling would be likely to prejudice social work because it would be likely to cause somebody serious harm.",
        "telling it would be likely to cause serious harm to somebody’s health",
        False,
    ),
    Exemption(
        "harm_education",
        "Serious harm: education data",
        "Data Protection Act 2018, Schedule 3, paragraph 19",
        "Telling would be likely to cause serious harm to somebody’s physical or mental health.",
        "telling it would be likely to cause serious harm to somebody’s health",
        False,
    ),
    Exemption(
        "wishes_health",
        "The person’s own wishes: health data",
        "Data Protection Act 2018, Schedule 3, paragraph 4",
        "Somebody with parental responsibility, or appointed by a court, asks in the person’s place, and the person "
        "gave it, or asked for it to be kept, in the expectation that it would not be told to them.",
        "the person it is about did not expect it to be told",
        False,
    ),
    Exemption(
        "wishes_social_work",
        "The person’s own wishes: social work data",
        "Data Protection Act 2018, Schedule 3, paragraph 10",
        "As for health data, for what a social worker recorded.",
        "the person it is about did not expect it to be told",
        False,
    ),
    Exemption(
        "child_abuse",
        "Child abuse data",
        "Data Protection Act 2018, Schedule 3, paragraph 21",
        "Somebody with parental responsibility, or appointed by a court, asks in the person’s place for information "
        "about abuse or its risk, and telling would not be in the person’s best interests.",
        "telling it would not be in the best interests of the person it is about",
        False,
    ),
    Exemption(
        "crime",
        "Crime: prevention, detection, prosecution",
        "Data Protection Act 2018, Schedule 2, paragraph 2",
        "Telling would be likely to prejudice the prevention or detection of crime, or the apprehension or prosecution "
        "of offenders.",
        "telling it would be likely to prejudice the prevention or detection of crime",
        False,
    ),
    Exemption(
        "protecting_public",
        "Functions that protect the public",
        "Data Protection Act 2018, Schedule 2, paragraph 7",
        "It is held for a function listed there, and telling would be likely to prejudice that function.",
        "telling it would be likely to prejudice work that protects the public",
        False,
    ),
    Exemption(
        "legal_proceedings",
        "Legal proceedings and advice",
        "Data Protection Act 2018, Schedule 2, paragraph 5(3)",
        "Telling would prevent a disclosure that is necessary for legal proceedings, legal advice or legal rights.",
        "it is needed for legal proceedings or legal advice",
        True,
    ),
    Exemption(
        "legal_privilege",
        "Legal professional privilege",
        "Data Protection Act 2018, Schedule 2, paragraph 19",
        "A claim to legal professional privilege could be maintained, or a lawyer owes a duty of confidence.",
        "it is confidential between a lawyer and a client",
        True,
    ),
    Exemption(
        "adoption",
        "Adoption records and reports",
        "Data Protection Act 2018, Schedule 4, paragraph 3",
        "An enactment listed there prohibits or restricts telling it.",
        "the law on adoption records does not allow it to be told",
        False,
    ),
)
BY_CODE = {exemption.code: exemption for exemption in EXEMPTIONS}
