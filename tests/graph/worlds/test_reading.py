"""Files that are no worlds: each answered with its place, none with a traceback, and in little memory."""

from __future__ import annotations

import json
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.worlds.lists import LISTS
from tests.graph.worlds.in_and_out import read_only
from tests.graph.worlds.small_world import small_world

HEAD = b'{"format": "patchwork-world/1", "as_of": "2026-07-14T22:30:00Z"'

BAD = [
    (b"", "$: the file is empty."),
    (b" \n\t ", "$: the file is empty."),
    (b"[]", "$: must be an object, or JSON Lines (line 1, column 1)."),
    (b"\n\n  17", "$: must be an object, or JSON Lines (line 3, column 3)."),
    (b"\x00", "$: must be an object, or JSON Lines (line 1, column 1)."),
    (b"\xff\xfe{\x00", "$: not UTF-8 at byte 0 (counted from 0). Save the file as UTF-8."),
    (HEAD + b', "people": [{"id": "\xe9"}]}', "$: not UTF-8 at byte 84 (counted from 0). Save the file as UTF-8."),
    (HEAD + b"\xc3", "$: not UTF-8 at byte 63 (counted from 0). Save the file as UTF-8."),
    (b"{", "$: not JSON: the file ends here, too early (line 1, column 2)."),
    (HEAD + b',\n"people": [\n{"id": x}]}', "$.people[0]: not JSON: Expecting value (line 3, column 8)."),
    (HEAD + b', "people": [{}\n{}]}', '$.people[0]: not JSON: expected a comma or "]" (line 2, column 1).'),
    (HEAD + b', "people": [{},]}', "$.people[1]: not JSON: Expecting value (line 1, column 80)."),
    (HEAD + b"} more", "$: not JSON: more after the end of the world (line 1, column 66)."),
    (
        HEAD + b', "areas": [{"id": "a\x00"}]}',
        "$.areas[0]: not JSON: Invalid control character at (line 1, column 85).",
    ),
]


@pytest.mark.parametrize(("content", "last"), BAD, ids=range(len(BAD)))
def test_where_reading_ends_is_told(content: bytes, last: str) -> None:
    assert read_only(content)[-1] == last


ODD = [
    (HEAD + b', "areas": [{"id": "a", "id": "b", "name": "A"}]}', ["$.areas[0].id: this name stands twice; keep one."]),
    (HEAD + b', "areas": [], "areas": []}', ["$.areas: this name stands twice; keep one."]),
    (HEAD + b', "as_of": "2026-07-14T22:30:00Z"}', ["$.as_of: this name stands twice; keep one."]),
    (
        HEAD + b', "areas": [{"id": "a", "name": NaN}]}',
        ["$.areas[0].name: NaN and Infinity are not JSON.", "$.areas[0].name: must be of type string."],
    ),
    (HEAD + b', "areas": [{"id": "a", "name": 1' + b"0" * 9000 + b"}]}", ["$.areas[0].name: must be of type string."]),
    (HEAD + b', "areas": [{"id": "a", "name": 1e999}]}', ["$.areas[0].name: must be of type string."]),
    (HEAD + b', "areas": 7}', ["$.areas: must be a list."]),
    (HEAD + b', "areas": [null]}', ["$.areas[0]: must be of type object."]),
    (HEAD + b"}", []),
    (b"\xef\xbb\xbf" + HEAD + b"}", []),
]


@pytest.mark.parametrize(("content", "faults"), ODD, ids=range(len(ODD)))
def test_odd_files_are_read_on(content: bytes, faults: list[str]) -> None:
    assert read_only(content) == faults


@pytest.mark.parametrize(
    ("before", "path"),
    [
        (b"", "$"),
        (HEAD + b', "people": [', "$.people[0]"),
        (HEAD + b', "people": [{"id": ', "$.people[0]"),
        (b'{"x": ', "$.x"),
    ],
)
@pytest.mark.parametrize("nested", [b"[", b'{"a":'])
def test_fifty_megabytes_of_nesting_cost_little(before: bytes, path: str, nested: bytes) -> None:
    content = before + nested * (50_000_000 // len(nested))
    tracemalloc.start()
    try:
        faults = read_only(content)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(faults) == 1
    assert faults[0].startswith("$.a: " if nested == b'{"a":' and not before else f"{path}: ")
    assert peak < 10_000_000


def test_a_value_that_never_ends_is_given_up() -> None:
    content = HEAD + b', "people": [{"id": "' + b"a" * 50_000_000
    assert read_only(content) == ["$.people[0]: not JSON, or longer than 16 MB (line 1, column 77)."]


def lines_of(world: dict[str, object]) -> list[str]:
    """A world as JSON Lines."""
    heading = {name: part for name, part in world.items() if name not in LISTS}
    records = [{"list": name, "record": record} for name in LISTS for record in world.get(name, [])]  # type: ignore[attr-defined]
    return [json.dumps(line) for line in (heading, *records)]


@pytest.mark.parametrize("name", ["world.jsonl", "-"])
def test_json_lines_are_known_by_name_and_by_content(name: str) -> None:
    lines = lines_of(small_world())
    assert read_only("\n".join(lines).encode(), name) == []
    assert read_only("\n".join(lines[1:]).encode(), name) == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('{"list": "areas", "record": {"id": "x"}}', "line 2 (areas): $.name: is missing."),
        ('{"list": "pets", "record": {}}', "line 2: $.list: must be one of "),
        ('{"list": "areas"}', "line 2: $: must have the two names list and record, and no other."),
        ('["areas"]', "line 2: $: must be an object such as "),
        (
            '{"list": "areas", "list": "areas", "record": {"id": "x", "name": "X"}}',
            "line 2: $.list: this name stands twice",
        ),
        ('{"list": "areas", "record": ', "line 2: $: not JSON: "),
    ],
)
def test_faults_in_json_lines_name_the_line(line: str, fault: str) -> None:
    heading = lines_of(small_world())[0]
    assert read_only(f"{heading}\n{line}".encode(), "world.jsonl")[0].startswith(fault)


def test_an_unknown_format_is_refused_in_json_lines() -> None:
    assert read_only(b'{"format": "patchwork-world/2", "as_of": "2026-07-14T22:30:00Z"}\n', "w.jsonl") == [
        "$.format: must be patchwork-world/1, the only format this version reads."
    ]


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)
records = st.dictionaries(
    st.sampled_from(sorted({part.name for world_list in LISTS.values() for part in world_list.properties})) | st.text(),
    json_values | st.sampled_from(["2026-07-14", "2026-07-14T22:30:00Z", "a", "parent_of", "practitioner"]),
)
worlds = st.dictionaries(
    st.sampled_from([*LISTS, "format", "as_of"]) | st.text(), st.lists(json_values | records) | json_values
)


@settings(deadline=None, max_examples=150)
@given(worlds)
def test_any_json_is_answered_by_faults(world: dict[str, object]) -> None:
    faults = read_only(json.dumps(world).encode())
    assert (faults == []) <= (world.get("format") == "patchwork-world/1")
    assert all(fault.isprintable() and fault.startswith("$") for fault in faults)


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=200), st.integers(0, 2000), st.booleans())
def test_any_bytes_are_answered_by_faults(noise: bytes, at: int, instead: bool) -> None:
    content = json.dumps(small_world()).encode()
    read_only(noise)
    read_only(noise, "noise.jsonl")
    read_only(content[:at] + noise + content[at + len(noise) * instead :])


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_cut_or_changed_world_is_answered_by_faults(data: st.DataObject) -> None:
    world = small_world()
    name = data.draw(st.sampled_from(sorted(LISTS)))
    record = data.draw(st.sampled_from(world[name]))
    record[data.draw(st.sampled_from(sorted(record)))] = data.draw(json_values)
    assert all(fault.isprintable() for fault in read_only(json.dumps(world).encode()))
    assert read_only(json.dumps(world).encode()[: data.draw(st.integers(0, 2000))])
