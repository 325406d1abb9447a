"""The one place that speaks to Neo4j: connections, managed transactions, and errors that say what to do."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import Any, LiteralString, Self, TypeVar, cast

import neo4j
from neo4j import exceptions
from neo4j.time import Date, DateTime

from graph.parameters import in_utc
from graph.query_loader import Query

Row = TypeVar("Row")
Result = TypeVar("Result")
Parameters = dict[str, Any]

# Its lines would carry whole statements.
logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)

RETRY_FOR = timedelta(seconds=2)
FIRST_RETRY_AFTER = timedelta(seconds=0.1)
_OUT_OF_MEMORY = (
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
    "Neo.TransientError.General.TransactionOutOfMemoryError",
    "Neo.TransientError.General.OutOfMemoryError",
)
_TOOK_TOO_LONG = "Neo.ClientError.Transaction.TransactionTimedOut"
CONNECT_WITHIN = timedelta(seconds=4)


class GraphFault(Exception):
    """The graph refused or failed a statement; the message says what to do and names nobody."""


class GraphUnavailable(GraphFault):
    """No answer from the server: it is away, restarting or refusing connections."""


class ConstraintBroken(GraphFault):
    """A write broke a uniqueness constraint; callers turn it into an answer that tells nothing hidden."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What EXPLAIN tells of a statement: its columns, its notifications and the operators of its plan."""

    columns: tuple[str, ...]
    notifications: tuple[str, ...]
    operators: tuple[str, ...]


class Ending(Enum):
    """How a transaction ended: everything in it landed, nothing did, or the server's answer was lost."""

    COMMITTED = "committed"
    UNDONE = "undone"
    UNKNOWN = "unknown"


class Transaction:
    """A managed transaction: every statement in it lands, or none."""

    __slots__ = ("__weakref__", "_tx", "_when_ended", "database")

    def __init__(self, tx: neo4j.ManagedTransaction | neo4j.Transaction, database: Database) -> None:
        self._tx = tx
        self._when_ended: list[Callable[[Ending], None]] = []
        self.database = database

    def when_ended(self, tell: Callable[[Ending], None]) -> None:
        """Call `tell` once, after this attempt has ended; a transaction that is tried again is another one."""
        self._when_ended.append(tell)

    def ended(self, ending: Ending) -> None:
        """Tell whoever waits for it; for the database that runs the transaction."""
        for tell in self._when_ended:
            tell(ending)

    def plan(self, query: Query[Any], **parameters: Any) -> None:
        """Have the server plan and run a query whose rows nobody wants."""
        query.check_parameters(parameters)
        self._tx.run(cast(LiteralString, query.text), given=in_utc(parameters)).consume()

    def profile(self, query: Query[Row], **parameters: Any) -> tuple[list[Row], int]:
        """All rows of a query, with how many database hits they took."""
        query.check_parameters(parameters)
        result = self._tx.run(cast(LiteralString, "PROFILE " + query.text), given=in_utc(parameters))
        rows = [query.row(*[_plain(value) for value in record.values()]) for record in result]
        profile = _tree(result.consume().profile)  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
        return rows, _hits(profile)

    def run(self, query: Query[Row], **parameters: Any) -> list[Row]:
        """All rows of a query, in its total order."""
        return list(self.stream(query, **parameters))

    def stream(self, query: Query[Row], **parameters: Any) -> Iterator[Row]:
        """The rows of a query one by one, for answers too large to hold."""
        query.check_parameters(parameters)
        result = self._tx.run(cast(LiteralString, query.text), given=in_utc(parameters))
        for record in result:
            yield query.row(*[_plain(value) for value in record.values()])


class Database:
    """One Neo4j database, reached through the official driver; safe to share between threads."""

    def __init__(self, driver: neo4j.Driver, name: str) -> None:
        self._driver = driver
        self._name = name

    @classmethod
    def connect(cls, uri: str, username: str, password: str, name: str = "neo4j") -> Self:
        """A connected database; GraphUnavailable where nobody answers or the password is wrong."""
        database = cls.at(uri, username, password, name)
        with _told():
            database._driver.verify_connectivity()  # pyright: ignore[reportUnknownMemberType]
        return database

    @classmethod
    def at(cls, uri: str, username: str, password: str, name: str = "neo4j") -> Self:
        """The database at an address, whether or not it answers yet: it is asked when something is read or written."""
        driver = neo4j.GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
            uri,
            auth=(username, password),
            connection_timeout=CONNECT_WITHIN.total_seconds(),
            connection_acquisition_timeout=CONNECT_WITHIN.total_seconds(),
            max_transaction_retry_time=RETRY_FOR.total_seconds(),
            initial_retry_delay=FIRST_RETRY_AFTER.total_seconds(),
            notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
            user_agent="patchwork",
        )
        return cls(driver, name)

    def read(self, work: Callable[[Transaction], Result]) -> Result:
        """What `work` answers in a read transaction, retried after passing faults."""
        with _told(), self._session() as session:
            return self._managed(session.execute_read, work)

    def write(self, work: Callable[[Transaction], Result]) -> Result:
        """What `work` answers in a write transaction; it may run twice, so it must be idempotent."""
        with _told(), self._session() as session:
            return self._managed(session.execute_write, work)

    def _managed(
        self,
        execute: Callable[[Callable[[neo4j.ManagedTransaction], Result]], Result],
        work: Callable[[Transaction], Result],
    ) -> Result:
        """Have the driver run and commit `work`, and tell each attempt how it ended."""
        attempts: list[Transaction] = []

        def attempt(tx: neo4j.ManagedTransaction) -> Result:
            _end(attempts, Ending.UNKNOWN)  # a commit that is tried again was refused, or its answer was lost
            transaction = Transaction(tx, self)
            attempts.append(transaction)
            try:
                return work(transaction)
            except BaseException:
                _end(attempts, Ending.UNDONE)
                raise

        try:
            result = execute(attempt)
        except BaseException:
            _end(attempts, Ending.UNKNOWN)
            raise
        _end(attempts, Ending.COMMITTED)
        return result

    def suppose(self, work: Callable[[Transaction], Result], within: timedelta) -> Result:
        """What `work` answers in a write transaction that is rolled back in every case: nothing of it is ever stored.

        Past `within` the server ends the transaction and with it its locks (GraphUnavailable).
        """
        with _told(), self._session() as session, session.begin_transaction(timeout=within.total_seconds()) as tx:
            try:
                return work(Transaction(tx, self))
            finally:
                tx.rollback()

    def apply(self, query: Query[Any]) -> None:
        """Run a schema command, which Neo4j takes only in a transaction of its own."""
        with _told(), self._session() as session:
            session.run(cast(LiteralString, query.text)).consume()

    def explain(self, query: Query[Any], parameters: Parameters) -> Plan:
        """The server's own reading of a query, without running it."""
        with _told(), self._session(neo4j.NotificationMinimumSeverity.INFORMATION) as session:
            result = session.run(cast(LiteralString, "EXPLAIN " + query.text), given=in_utc(parameters))
            columns = tuple(result.keys())
            summary = result.consume()
        return Plan(
            columns=columns,
            notifications=tuple(sorted(str(status) for status in _notices(summary))),
            operators=tuple(_operators(_tree(summary.plan))),  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
        )

    def plan(self, query: Query[Any], parameters: Parameters) -> None:
        """Have the server plan a query for later: run it with parameters that match nothing, and undo it."""
        with _told(), self._session() as session, session.begin_transaction() as tx:
            tx.run(cast(LiteralString, query.text), given=in_utc(parameters)).consume()
            tx.rollback()

    def _session(
        self, notices: neo4j.NotificationMinimumSeverity = neo4j.NotificationMinimumSeverity.OFF
    ) -> neo4j.Session:
        return self._driver.session(  # pyright: ignore[reportUnknownMemberType]
            database=self._name, notifications_min_severity=notices
        )

    def close(self) -> None:
        """Give the connections back."""
        self._driver.close()


def _end(attempts: list[Transaction], ending: Ending) -> None:
    """Tell the attempt that is open how it ended; nothing where none is."""
    while attempts:
        attempts.pop().ended(ending)


@contextmanager
def _told() -> Generator[None]:
    try:
        yield
    except exceptions.ConstraintError as fault:
        raise ConstraintBroken("Something with this identity is stored already.") from fault
    except exceptions.AuthError as fault:
        raise GraphUnavailable(
            "Neo4j refused the username or password. Check NEO4J_USERNAME and NEO4J_PASSWORD."
        ) from fault
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired, exceptions.TransientError) as fault:
        if getattr(fault, "code", None) in _OUT_OF_MEMORY:
            raise GraphFault(
                "Neo4j has too little memory for this much in one transaction. Where NEO4J_URI names the server, give "
                "it a larger heap; else stop every other patchwork command, so that it starts anew, and try again."
            ) from fault
        raise GraphUnavailable(
            "Neo4j does not answer. Check that the server runs and that NEO4J_URI, if set, names it; then try again."
        ) from fault
    except exceptions.Neo4jError as fault:
        if str(fault.code).startswith(_TOOK_TOO_LONG):
            raise GraphUnavailable("Neo4j took too long. Try again when it has less to do.") from fault
        raise GraphFault(f"Neo4j refused a statement ({fault.code}).") from fault
    except exceptions.DriverError as fault:
        raise GraphUnavailable("The connection to Neo4j failed. Check NEO4J_URI, then try again.") from fault


def _plain(value: Any) -> Any:
    """Neo4j's dates as Python's, inside lists and maps too."""
    kind = cast(type[object], type(value))
    if kind is str or kind is int or kind is bool or value is None:
        return value
    if kind is Date or kind is DateTime:
        return value.to_native()
    if kind is list:
        return [_plain(item) for item in cast(list[Any], value)]
    if kind is dict:
        return {key: _plain(item) for key, item in cast(dict[str, Any], value).items()}
    return value


def _tree(plan: object) -> dict[str, Any]:
    return cast(dict[str, Any], plan)


def _notices(summary: neo4j.ResultSummary) -> list[str]:
    return [
        f"{notice.gql_status} {notice.status_description}"
        for notice in summary.gql_status_objects
        if notice.is_notification
    ]


def _operators(plan: dict[str, Any]) -> Iterator[str]:
    yield plan["operatorType"].split("@")[0]
    for child in plan.get("children", ()):
        yield from _operators(child)


def _hits(profile: dict[str, Any]) -> int:
    return profile.get("dbHits", 0) + sum(_hits(child) for child in profile.get("children", ()))
