"""The checks of visibility.md ("What an import refuses") that need several records, of the file and what is stored.

Each is one SQL statement that puts list, place, path and message of every fault into the spool. A fault is told of
the file's record: of two, the later one; what is stored already stands.
"""

from __future__ import annotations

import json

from graph.moment import Moment
from graph.worlds.spool import Spool

_IDS = """
  INSERT INTO fault SELECT list, place, CASE list WHEN :involvement_types THEN '.code' ELSE '.id' END,
    'is used already in this list; an id stands once.', 1
  FROM record AS later
  WHERE EXISTS (
    SELECT 1 FROM record WHERE list = later.list AND id = later.id AND place < later.place)
"""

_REFERENCES = """
  INSERT INTO fault SELECT list, place, path, 'refers to "' || id || '", which is neither in the file nor stored.', 1
  FROM reference
  WHERE NOT EXISTS (SELECT 1 FROM record WHERE record.list = target AND record.id = reference.id)
    AND NOT EXISTS (SELECT 1 FROM known WHERE known.list = target AND known.id = reference.id)
"""

_USERNAMES = """
  INSERT INTO fault SELECT :accounts, place, '.username', 'is taken; capital letters make no difference.', 1
  FROM account AS later
  WHERE place IS NOT NULL AND EXISTS (
    SELECT 1 FROM account
    WHERE username = later.username AND id <> later.id AND (place < later.place OR place IS NULL))
"""

_ONE_ACCOUNT = """
  INSERT INTO fault SELECT :accounts, place, '.practitioner', 'has an account for this agency already.', 1
  FROM account AS later
  WHERE place IS NOT NULL AND practitioner IS NOT NULL AND EXISTS (
    SELECT 1 FROM account
    WHERE practitioner = later.practitioner AND agency = later.agency AND id <> later.id
      AND (place < later.place OR place IS NULL))
"""

_ACCOUNT_AGENCY = """
  INSERT INTO fault SELECT :accounts, place, '.agency',
    'is an agency that the account''s practitioner never worked for.', 1
  FROM account
  WHERE place IS NOT NULL
    AND EXISTS (SELECT 1 FROM employment WHERE practitioner = account.practitioner)
    AND NOT EXISTS (
      SELECT 1 FROM employment WHERE practitioner = account.practitioner AND agency = account.agency)
"""

_STORED_ACCOUNT_AGENCY = """
  INSERT INTO fault SELECT :practitioners, record.place, '.works_for',
    'leaves out agency "' || agency || '", for which the stored account "' || account.id || '" was made.', 1
  FROM account JOIN record ON list = :practitioners AND record.id = account.practitioner
  WHERE account.place IS NULL
    AND EXISTS (SELECT 1 FROM employment WHERE practitioner = account.practitioner)
    AND NOT EXISTS (
      SELECT 1 FROM employment WHERE practitioner = account.practitioner AND agency = account.agency)
"""

_INVOLVEMENT_AGENCY = """
  INSERT INTO fault SELECT :involvements, place, '.agency',
    'is an agency that the practitioner did not work for on the day of from.', 1
  FROM involvement
  WHERE place IS NOT NULL
    AND EXISTS (SELECT 1 FROM employment WHERE practitioner = involvement.practitioner)
    AND NOT EXISTS (
      SELECT 1 FROM employment AS work
      WHERE practitioner = involvement.practitioner AND agency = involvement.agency
        AND work.begins <= involvement.begins AND involvement.begins < work.ends)
"""

_STORED_INVOLVEMENT_AGENCY = """
  INSERT INTO fault SELECT DISTINCT :practitioners, record.place, '.works_for',
    'leaves out the day on which the stored involvement "' || involvement.id || '" began.', 1
  FROM involvement JOIN record ON list = :practitioners AND record.id = involvement.practitioner
  WHERE involvement.place IS NULL
    AND EXISTS (SELECT 1 FROM employment WHERE practitioner = involvement.practitioner)
    AND NOT EXISTS (
      SELECT 1 FROM employment AS work
      WHERE practitioner = involvement.practitioner AND agency = involvement.agency
        AND work.begins <= involvement.begins AND involvement.begins < work.ends)
"""

_BROKER = """
  INSERT INTO fault SELECT :involvements, place, '.broker',
    'works for the involvement''s agency; a broker is of another agency.', 1
  FROM involvement
  WHERE place IS NOT NULL AND broker <> practitioner AND EXISTS (
    SELECT 1 FROM employment AS work
    WHERE work.practitioner = broker AND work.agency = involvement.agency
      AND work.begins < involvement.ends AND involvement.begins < work.ends)
"""

_LEADS = """
  INSERT INTO fault SELECT DISTINCT :involvements, later.place, '.lead',
    'is a second current lead of this person, beside "' || other.id || '".', 1
  FROM involvement AS later JOIN involvement AS other ON other.person = later.person AND other.id <> later.id
  WHERE later.lead AND other.lead AND later.place IS NOT NULL AND (other.place < later.place OR other.place IS NULL)
    AND (later.begins <= :today AND :today < later.ends AND other.begins <= :today AND :today < other.ends
      OR other.place IS NOT NULL
        AND later.begins <= :as_of AND :as_of < later.ends AND other.begins <= :as_of AND :as_of < other.ends)
"""

_NHS_NUMBERS = """
  INSERT INTO fault SELECT :people, place, '.nhs_number', 'is used already for another person.', 1
  FROM nhs_number AS later
  WHERE place IS NOT NULL AND EXISTS (
    SELECT 1 FROM nhs_number
    WHERE number = later.number AND person <> later.person AND (place < later.place OR place IS NULL))
"""

_CIRCLES = """
  INSERT INTO fault SELECT :kinship, place, '.to_person',
    'makes a circle of parents: somebody would be their own ancestor.', 1
  FROM parentage
  WHERE place IS NOT NULL AND EXISTS (
    SELECT 1 FROM link WHERE link.near = parentage.child AND link.far = parentage.parent)
"""

_NEXT = "SELECT DISTINCT far FROM link WHERE near IN (SELECT person FROM asked)"
_ASK = """
  INSERT INTO asked
  SELECT value FROM json_each(:people) WHERE NOT EXISTS (SELECT 1 FROM link WHERE far = value)
"""

_CHECKS = (
    _IDS,
    _REFERENCES,
    _USERNAMES,
    _ONE_ACCOUNT,
    _ACCOUNT_AGENCY,
    _STORED_ACCOUNT_AGENCY,
    _INVOLVEMENT_AGENCY,
    _STORED_INVOLVEMENT_AGENCY,
    _BROKER,
    _LEADS,
    _NHS_NUMBERS,
    _CIRCLES,
)


def check_whole_file(spool: Spool, moment: Moment, as_of: Moment) -> None:
    """Tell of every fault between records. A lead is current today, or among the file's on the day of its `as_of`."""
    _leave_circles(spool)
    for check in _CHECKS:
        spool.run(check, today=moment.today.isoformat(), as_of=as_of.today.isoformat())


def _leave_circles(spool: Spool) -> None:
    """Leave in `link` only links of parents that lie on a circle, or between two circles."""
    spool.run("INSERT INTO link SELECT child, parent FROM parentage WHERE parent <> child")
    for _ in ("those without children", "those without parents"):
        _prune(spool)
        spool.run("UPDATE link SET near = far, far = near")


def _prune(spool: Spool) -> None:
    """Take away the links whose near end is nobody's far end, and so on, a generation at a time."""
    spool.run("DELETE FROM asked")
    spool.run("INSERT INTO asked SELECT DISTINCT near FROM link WHERE near NOT IN (SELECT far FROM link)")
    while next(spool.rows("SELECT count(*) FROM asked"))[0]:
        following = [row[0] for row in spool.rows(_NEXT)]
        spool.run("DELETE FROM link WHERE near IN (SELECT person FROM asked)")
        spool.run("DELETE FROM asked")
        spool.run(_ASK, people=json.dumps(following))
