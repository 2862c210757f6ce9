"""Every table, with the rule it keeps. A row belongs to one workspace, which stands in its key or its first index."""

from store.tables.blocks import blocks
from store.tables.business import partnerships, referrals
from store.tables.imports import imports
from store.tables.introductions import introduction_asks, introduction_moves, introductions
from store.tables.journal import journal
from store.tables.keys import index_keys
from store.tables.listings import fits, listings
from store.tables.meetings import meeting_people, meetings
from store.tables.metadata import metadata, workspaces
from store.tables.nudges import nudges
from store.tables.outbox import lanes, outbox, posts, seen
from store.tables.people import matches, name_meanings, people, preferences
from store.tables.questions import questions
from store.tables.recommendations import recommendations
from store.tables.reminders import reminder_people, reminders
from store.tables.search import search_entries, search_words
from store.tables.settings import settings_changes
from store.tables.thanks import thanks, thanks_to
from store.tables.ties import ties

index_keys(metadata)

__all__ = [
    "blocks",
    "fits",
    "imports",
    "introduction_asks",
    "introduction_moves",
    "introductions",
    "journal",
    "lanes",
    "listings",
    "matches",
    "meeting_people",
    "meetings",
    "metadata",
    "name_meanings",
    "nudges",
    "outbox",
    "partnerships",
    "people",
    "posts",
    "preferences",
    "questions",
    "recommendations",
    "referrals",
    "reminder_people",
    "reminders",
    "search_entries",
    "search_words",
    "seen",
    "settings_changes",
    "thanks",
    "thanks_to",
    "ties",
    "workspaces",
]
