"""Words of trades: one root for all forms of a word, and one word for what is called several things.

The tables are written for Wellmet, from what people in business circles say of themselves and look for; no list of
somebody else's is in them. A trade that is missing is still found by its own words.
"""

import re
from functools import lru_cache

from assistant.people.spelling import plain

# What is called several things: the first is the root that stands for all of them. Phrases of two words come before
# their parts.
_SAME = (
    ("bookkeeping", "bookkeeper", "accountant", "accountants", "accounting", "accountancy", "my books", "our books"),
    ("law", "lawyer", "lawyers", "legal", "attorney", "attorneys", "solicitor", "solicitors", "barrister", "counsel"),
    ("seo", "search engine optimisation", "search engine optimization"),
    ("website", "websites", "web design", "web designer", "web developer", "web development", "website design"),
    ("developing", "developer", "developers", "software development", "software developer", "programmer",
     "programming", "coder", "coding"),
    ("propertydevelopment", "property developer", "property developers", "property development"),
    ("flower", "flowers", "florist", "florists", "floristry", "floral", "bouquets"),
    ("photograph", "photo", "photos", "photographer", "photographers", "photography", "photographic"),
    ("portrait", "portraits", "portraiture", "headshot", "headshots", "portrait photography",
     "portrait photographer"),
    ("video", "videos", "videographer", "videography", "film making", "filmmaking", "filmmaker", "video production",
     "video producer"),
    ("bake", "baker", "bakers", "bakery", "baking", "bread", "pastry", "pastries"),
    ("cater", "caterer", "caterers", "catering"),
    ("teach", "teacher", "teachers", "teaching", "tutor", "tutors", "tutoring", "tuition", "lesson", "lessons",
     "class", "classes", "workshop", "workshops", "course", "courses", "instructor"),
    ("speak", "speaker", "speakers", "speaking", "keynote", "keynotes"),
    ("produce", "producer", "producers", "production", "producing"),
    ("analyse", "analyst", "analysts", "analysis", "analytics"),
    ("science", "scientist", "scientists"),
    ("childcare", "nanny", "nannies", "babysitter", "babysitting", "childminder", "childminding"),
    ("carpenter", "carpenters", "carpentry", "joiner", "joiners", "joinery"),
    ("electrician", "electricians", "electrical"),
    ("physiotherapy", "physiotherapist", "physio"),
    ("dj", "djs", "disc jockey"),
    ("harp", "harpist", "harpists"),
    ("book", "books", "novel", "novels", "memoir", "memoirs", "manuscript", "manuscripts"),
    ("repair", "repairs", "repairing", "repaired", "fix", "fixes", "fixing", "mend", "mending"),
    ("move", "removals", "removal", "movers", "moving house"),
    ("estateagent", "estate agent", "estate agents", "estate agency", "real estate agent", "realtor"),
    ("proofread", "proofreader", "proofreaders", "proofreading"),
    ("recruit", "recruiter", "recruiters", "recruitment", "recruiting", "headhunter", "headhunting"),
    ("invest", "investor", "investors", "investment", "investing"),
    ("nursery", "nurseries"),
    ("wedding", "weddings", "bridal", "bride", "brides"),
    ("startup", "startups", "start-up", "start-ups", "founder", "founders"),
    ("restaurant", "restaurants", "cafe", "cafes", "bistro", "bistros"),
    ("child", "children", "kids"),
    ("organise", "organiser", "organisers", "organizer", "organising", "organisation", "organization"),
    ("interpret", "interpreter", "interpreters", "interpreting", "interpretation"),
)  # fmt: skip
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
_ENDINGS = (
    "ements", "ement", "ments", "ment", "ings", "ists", "isms", "ants", "ancy", "ians",
    "ing", "ist", "ism", "ant", "ers", "ors", "ian", "ions", "ion", "ery", "ied", "ies", "ed", "er", "or", "ly", "es",
    "ry", "s", "y", "e",
)  # fmt: skip
_LEAST = 4  # letters that are left of a word
_DOUBLED = re.compile(r"([bdfgkmnprtvz])\1$")


def _pieces() -> dict[tuple[str, ...], str]:
    return {tuple(_WORD.findall(said)): group[0] for group in _SAME for said in group}


_ROOTS = _pieces()
_LONGEST = max(map(len, _ROOTS))


def tokens(text: str) -> list[tuple[str, str]]:
    """The words of a text in order, each with its root; several words that are one thing are one."""
    found = _WORD.findall(plain(text).replace("’", "'"))
    read: list[tuple[str, str]] = []
    at = 0
    while at < len(found):
        for size in range(min(_LONGEST, len(found) - at), 0, -1):
            root = _ROOTS.get(tuple(found[at : at + size]))
            if root:
                read.append((" ".join(found[at : at + size]), root))
                at += size
                break
        else:
            read.append((found[at], root_of(found[at])))
            at += 1
    return read


@lru_cache(4096)
def root_of(word: str) -> str:
    """The part that a plain word shares with its other forms: "calligrapher" and "calligraphy" are "calligraph"."""
    known = _ROOTS.get((word,))
    if known:
        return known
    word = word.removesuffix("'s").replace("isation", "ization").replace("ise", "ize")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST and not word.endswith(("ss", "us", "is")):
            word = word.removesuffix(ending)
            break
    return _DOUBLED.sub(r"\1", word)


def spellings(root: str) -> tuple[str, ...]:
    """Beginnings or whole words of which each form of the root holds one; for looking titles up."""
    forms = sorted({said[0] for said, own in _ROOTS.items() if own == root and len(said) == 1} or {root}, key=len)
    return tuple(one for nth, one in enumerate(forms) if not any(short in one for short in forms[:nth]))
