"""What kinds of agency there are, as world.schema.json lists them."""

from __future__ import annotations

AGENCY_KINDS = (
    "childrens_social_care",
    "early_help",
    "education",
    "early_years",
    "health_visiting",
    "school_nursing",
    "general_practice",
    "hospital",
    "maternity",
    "camhs",
    "adult_mental_health",
    "adult_social_care",
    "substance_misuse",
    "sexual_health",
    "domestic_abuse",
    "housing",
    "police",
    "fire_and_rescue",
    "youth_service",
    "youth_justice",
    "probation",
    "employment",
    "voluntary",
    "other",
)
SECTORS = ("statutory", "voluntary", "private")
