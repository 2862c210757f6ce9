"""What was said that speaks of what goes: messages about it, nudges to whomever, and answers that were looked up."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from assistant.ids import NudgeId, PersonId, WorkspaceId
from assistant.ledger import Post
from assistant.named import names
from assistant.reply import Matter, Subject
from store.batches import batched
from store.tables import nudges, posts

_AT_ONCE = 250  # keys a statement
_PRIVATE = "D"  # what Slack's ids of conversations of one member with the app begin with
_OWN = frozenset((Subject.MEETING, Subject.QUESTION, Subject.CONTACT, Subject.SAID))  # only their owner reads of these
_ABOUT_FORGETTING = (Subject.FORGETTING, Subject.FORGOTTEN, Subject.SPARED)
_POST = select(posts.c.matter, posts.c.conversation, posts.c.message, posts.c.shown)


@dataclass(frozen=True, slots=True)
class Nudged:
    """The nudges that go, and the messages in which they stood."""

    ids: Set[int]
    keys: Set[str]  # of messages of which nothing is left
    left: Sequence[tuple[PersonId, NudgeId]]  # whose messages, by their batch, go on without them


def naming(column: Any, keys: Iterable[str]) -> Iterator[Any]:
    """Conditions, some keys each: the column names one of them, or one of the messages about it."""
    for some in batched(sorted(keys), _AT_ONCE):
        yield or_(column.in_(some), *(column.startswith(f"{key}:", autoescape=True) for key in some))


class Unsaid:
    """What was said, on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId) -> None:
        self._connection, self._workspace = connection, workspace

    def nudges(self, own: Iterable[int], keys: Iterable[str]) -> Nudged:
        """Those, and whoever's nudges are about what the keys name."""
        here = nudges.c.workspace == self._workspace
        found = select(nudges.c.id, nudges.c.person, nudges.c.batch).where(here)
        conditions = [*naming(nudges.c.about, keys), *(nudges.c.id.in_(some) for some in batched(list(own), _AT_ONCE))]
        going = {row.id: row for condition in conditions for row in self._connection.execute(found.where(condition))}
        batches = {row.batch for row in going.values() if row.batch}
        left: dict[int, int] = {}
        for some in batched(sorted(batches), _AT_ONCE):
            for row in self._connection.execute(found.where(nudges.c.batch.in_(some))):
                if row.id not in going:
                    left[row.batch] = row.person
        gone = {Matter(Subject.NUDGES, number).key for number in (going.keys() | batches) - left.keys()}
        return Nudged(going.keys(), gone, [(PersonId(person), NudgeId(batch)) for batch, person in left.items()])

    def about(self, keys: Iterable[str]) -> list[Post]:
        """The messages about what the keys name."""
        here = posts.c.workspace == self._workspace
        rows = (self._connection.execute(_POST.where(here, named)) for named in naming(posts.c.matter, keys))
        return [Post(*row) for some in rows for row in some]

    def looked_up(self, owner: PersonId, stood: Iterable[Post], people: Set[PersonId] | None) -> list[Post]:
        """Answers in the owner's private conversation, which is where messages stood that nobody else reads; of those
        that tell of whom they are, the ones of these people.
        """
        everything = people is None
        said = self.about([Matter(Subject.SAID, owner).key])
        theirs = {post.conversation for post in (*stood, *said) if _is_theirs(post, owner)}
        subjects = (Subject.LOOK, *_ABOUT_FORGETTING) if everything else (Subject.LOOK,)
        answers = or_(*(posts.c.matter.startswith(f"{subject}:") for subject in subjects))
        card = Matter(Subject.FORGOTTEN, owner, side=str(owner)).key  # tells that everything is gone
        found = _POST.where(posts.c.workspace == self._workspace, posts.c.conversation.in_(theirs), answers)
        answered = self._connection.execute(found.where(posts.c.matter != card)) if theirs else ()
        of_them = (post for post in said if people is None or names(post.matter, people))
        return [*(Post(*row) for row in answered), *of_them]

    def drop(self, gone: Iterable[Post]) -> None:
        """Where those stood is not known any more."""
        for post in gone:
            here = (posts.c.workspace == self._workspace) & (posts.c.conversation == post.conversation)
            self._connection.execute(posts.delete().where(here, posts.c.message == post.message))


def _is_theirs(post: Post, owner: PersonId) -> bool:
    matter = Matter.of_key(post.matter)
    own = matter is not None and (matter.subject in _OWN or matter.side == str(owner))
    return own and post.conversation.startswith(_PRIVATE)
