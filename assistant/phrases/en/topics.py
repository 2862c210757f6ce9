"""Spans of text in the form that records keep: "about the show, lovely chat!" is "the show".

A tagger says roughly where a topic or a place stands; these say what belongs to it. Articles stay as typed.
"""

import re

_EDGES = ' \t\n,.;:!?–—-~"“”*_'
_LONGEST = 300  # characters of a span that are read

_BEFORE_TOPIC = re.compile(
    r"(?:(?:in\s+order\s+)?to\s+(?:discuss|talk\s+(?:about|through|over)|chat\s+about|"
    r"go\s+(?:over|through)|ask\s+about|catch\s+up\s+on|speak\s+about|hear\s+about)|"
    r"(?:we\s+)?(?:talked|chatted|spoke|talking|chatting|speaking)\s+(?:about|through|over)|"
    r"(?:we\s+)?discuss(?:ed|ing)|on\s+the\s+(?:topic|subject|matter)\s+of|"
    r"(?:with\s+regards?|in\s+regards?|regards?)\s+to|regarding|concerning|(?:all|mostly|mainly)\s+about|"
    r"about|abt|re|topic|subject|because\s+of|for|over|on)(?:\s*:)?\s+(?=\S)",
    re.IGNORECASE,
)
_BEFORE_PLACE = re.compile(r"(?:(?:over|back|down|up|out)\s+)?(?:at|in|@|near|by)\s+(?=\S)|@(?=\w)", re.IGNORECASE)
_BEFORE_ORGANISATION = re.compile(
    r"(?:(?:any(?:one|body)|some(?:one|body))\s+)?(?:(?:over|up|down)\s+)?(?:at|from|of|with|in|inside|"
    r"@)\s+(?=\S)|"
    r"@(?=\w)",
    re.IGNORECASE,
)
_BEFORE_SEEKING = re.compile(r"(?:to|with|for|know|knows|meet|find|need|seeking|looking\s+for)\s+(?=\S)", re.IGNORECASE)
_BEFORE_CLIENT = re.compile(
    r"(?:(?:a|an|the|our|my|one|new|another)\s+){0,2}(?:clients?|customers?|leads?|prospects?|patients?|"
    r"enquiry|inquiry|job|gig|booking)(?:\s+(?:called|named|is|was|from|for))?\s*[:,–-]?\s+(?=\S)|"
    r"(?:called|named|from|for|client|via)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_BEFORE_OFFER = re.compile(r"(?:offering|doing|speciali[sz](?:ed|ing)\s+in|use)\s+(?=\S)", re.IGNORECASE)
_DANGLING = re.compile(r"(?:\s+(?:before|by|until|till|from|of|for|with|and|the))+$", re.IGNORECASE)
# Somebody's part in an organisation, and no organisation itself: "the CIO of", not "the City of".
_ROLE = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Aa]ny|[Ss]ome|[Tt]heir|[Ww]hoever)\s+)(?:[a-z]|[A-Z]{2,4}\b)|"
    r"(?i:head|director|chief|vp|ceo|cto|cfo|coo|cio|cmo|owner|founder)\b"
)
_OF = re.compile(r"(?P<seeking>.*\S)\s+(?:of|at|@|from|in|inside)\s+(?P<organisation>(?:the\s+)?[A-Z].*)")
# No places: by what means and over what one met.
_MEANS = re.compile(
    r"(?:(?:on|over|via|by|through)\s+)?(?:an?\s+|the\s+(?=phone|video))?(?:quick\s+|video\s+|"
    r"phone\s+)?(?:zoom|teams|skype|slack|google\s+meet|facetime|whatsapp|phone|video|e-?mail|calls?|"
    r"coffees?|lunch|brunch|breakfast|dinner|drinks?|tea|beers?|pints?|linkedin|hangouts?|webex|telegram|"
    r"signal|discord)",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"(?:person|the\s+end|passing|touch|general|private|short|detail|advance|charge|total|the\s+flesh|"
    r"real\s+life|irl)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:some(?:one|body)|any(?:one|body)|any\s?1|a\s+(?:person|contact|human)|people|folks?|who(?:ever)?|"
    r"some\s+people|somebody\s+(?:there|good|nice)|(?:some|any)one\s+(?:there|good|else|nice|here)|them|"
    r"a\s+(?:name|connection|link)|(?:a\s+)?contacts?)",
    re.IGNORECASE,
)
# What is said after the thing itself: courtesy, praise, laughter.
_CHATTER = re.compile(
    r"(?:[\s,;.!–-]+(?:please|pls|plz|thanks(?:\s+(?:a\s+(?:lot|million|mill)|so\s+much|again|all))?|"
    r"thank\s+you(?:\s+so\s+much)?|thx|ty|ta|cheers|lol|haha+|hehe|"
    r"if\s+(?:possible|you\s+can|poss|that'?s\s+ok)|asap|ok|okay|yaar|lah|mate|folks|all|guys|everyone|"
    r"by\s+the\s+way|btw|fyi|tbh|:\)|<3|xx?|would\s+(?:ya|you)|any\s+day|hands\s+down|"
    r"when(?:ever)?\s+(?:you|u)\s+(?:get|have|can|are)\b.*|if\s+(?:they|any\s?one|any\s?body|it|that)(?:'?\w+)?\s.*|"
    r"for\s+any(?:one|body)(?:\s+(?:here|who\b.*))?|going\s+spare|"
    r"(?:very|really|so|super|quite)\s+(?:useful|helpful|nice|good|interesting|promising|kind|handy|"
    r"lovely)|"
    r"(?:was|is|it\s+was|went)\s+(?:\w+\s+)?(?:great|good|lovely|brilliant|well|fun|useful|fab|amazing|"
    r"grand|class)|"
    r"(?:great|lovely|nice|good|brilliant|useful|productive|fun)\s+(?:chat|guy|person|woman|man|bloke|"
    r"fella|lad|people|meeting|call|conversation|stuff|session|time|one)|"
    r"(?:brilliant|amazing|fantastic|legend|finally|promising|grateful|lifesaver|sorted|as\s+(?:discussed|"
    r"promised|agreed))))+[\s.!?,]*$",
    re.IGNORECASE,
)


def topic(span: str) -> str:
    """ "re: the kiln deposit please" is "the kiln deposit"."""
    return _DANGLING.sub("", _cut(span, _BEFORE_TOPIC))


def offer(span: str) -> str:
    """ "specialised in hotel audits" is "hotel audits"."""
    return _cut(topic(span), _BEFORE_OFFER)


def place(span: str) -> str:
    """ "over at the Young Gallery" is "the Young Gallery"; "on Zoom", "over lunch" and "in person" are no place."""
    span = _cut(span, _BEFORE_PLACE)
    return "" if _MEANS.fullmatch(span) or _NO_PLACE.fullmatch(span) else span


def organisation(span: str) -> str:
    """ "anyone at Acme's" is "Acme"."""
    return re.sub(r"['’]s$", "", _cut(span, _BEFORE_ORGANISATION))


def apart(span: str) -> tuple[str, str]:
    """Whom somebody looks for and where: "the CIO of Summit Ridge Hospital" names both; else ("", the span)."""
    both = _OF.fullmatch(span)
    return (both["seeking"], both["organisation"]) if both and _ROLE.match(span) else ("", span)


def seeking(span: str) -> str:
    """A kind of person or supplier; bare someone, anyone, a person is none."""
    span = _cut(span, _BEFORE_SEEKING)
    return "" if _NOBODY.fullmatch(span) else span


def client(span: str) -> str:
    """ "a client called Volt & Vine" is "Volt & Vine"; "a client" alone is nobody."""
    span = _cut(span, _BEFORE_CLIENT)
    return (
        ""
        if re.fullmatch(
            r"(?:(?:a|an|the|some|new|two|three|\d+)\s+){0,3}(?:clients?|customers?|leads?|referrals?|business|"
            r"work|jobs?|enquir\w+)",
            span,
            re.IGNORECASE,
        )
        else span
    )


def _cut(span: str, before: re.Pattern[str]) -> str:
    """The span without what leads up to it, chatter behind it, and marks at its edges."""
    span = _balanced(" ".join(span[:_LONGEST].split()).strip(_EDGES))
    lead = before.match(span)
    if lead:
        span = span[lead.end() :]
    return _balanced((_CHATTER.sub("", span) or span).strip(_EDGES))


def _balanced(span: str) -> str:
    """Without a bracket whose other half lies outside of the span."""
    if span.count("(") > span.count(")"):
        return span.replace("(", "", 1).strip(_EDGES) if span.startswith("(") else span.partition(" (")[0]
    if span.count(")") > span.count("("):
        return span.rstrip(")").strip(_EDGES)
    return span[1:-1].strip(_EDGES) if span.startswith("(") and span.endswith(")") else span
