"""Rows as spreadsheets give them are taken apart, whatever stands between the cells and however the text is encoded."""

from __future__ import annotations

import pytest

from app.recording.pasted_text import NOT_TEXT, NOTHING, TOO_MANY, UnusablePaste, decoded, read_rows

MIA = {"given_name": "Mia", "family_name": "Reed", "born": "3/7/14"}


@pytest.mark.parametrize(
    "text",
    [
        "Mia\tReed\t3/7/14",
        "Mia;Reed;3/7/14\r\n\r\n",
        "Mia,Reed,3/7/14\n,,\n",
        '"Mia","Reed","3/7/14"',
        "Mia Reed,3/7/14",
        "First name,Surname,DOB\nMia,Reed,3/7/14",
        "D.O.B.;Full name\n3/7/14;Mia Reed",
        'Name,Born\n"Reed, Mia",3/7/14',
        'Name\tDate of birth\n"Mia\nReed"\t3/7/14',
        "\ufeffGiven name,Family name,Born\nMia,Reed,3/7/14",
    ],
)
def test_one_child_in_many_ways(text: str) -> None:
    assert read_rows(text).rows == (MIA,)


def test_further_columns_and_headings_that_are_not_known() -> None:
    found = read_rows("First name,Last name,Born,Ward,Service,Since,Role\nMia,Reed,2014-07-03,North,Play,2026,Visits")
    assert found.rows == ({**MIA, "born": "2014-07-03", "type": "Play", "since": "2026", "role": "Visits"},)
    assert found.unused == ("Ward",)


def test_quotation_marks_and_commas_within_cells() -> None:
    (row,) = read_rows('"Mia ""Mimi""",O\'Reed,"3 July, 2014"').rows
    assert (row["given_name"], row["family_name"], row["born"]) == ('Mia "Mimi"', "O'Reed", "3 July, 2014")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decoded("Zoë,Müller,3/7/14".encode(encoding)).lstrip("\ufeff") == "Zoë,Müller,3/7/14"


@pytest.mark.parametrize("content", [b"PK\x03\x04rest of a workbook", b"\xff\xfeM", b"M\x81\x8d", b"%PDF-1.7"])
def test_what_is_no_text(content: bytes) -> None:
    with pytest.raises(UnusablePaste, match=NOT_TEXT[:20]):
        decoded(content)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", NOTHING),
        (" \n\t\n", NOTHING),
        ("Given name,Family name,Born", NOTHING),
        ("Mia,Reed,3/7/14\n" * 51, TOO_MANY),
        ("Given name,Surname,Born\n" + "Mia,Reed,3/7/14\n" * 51, TOO_MANY),
        ("Mia,Reed,3/7/14\n" * 10_000, TOO_MANY),
        ('Mia,"Reed,3/7/14\nZoe,Quill,3/7/14', "Near line"),
        (f'Mia,"{"x" * 200_000}', "Near line"),
    ],
)
def test_what_cannot_be_taken_apart_says_what_to_do(text: str, said: str) -> None:
    with pytest.raises(UnusablePaste, match=said[:20]):
        read_rows(text)


def test_fifty_rows_with_headings_are_taken() -> None:
    assert len(read_rows("Given name,Surname,Born\n" + "Mia,Reed,3/7/14\n" * 50).rows) == 50
