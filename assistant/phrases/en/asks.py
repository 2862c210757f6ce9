"""What a recall asks for: the last meeting, all of them, who made the introduction, what was said, or everything."""

from assistant.phrases.en.rules import Rule, first, rule
from assistant.phrases.frame import Ask

_TALK = (
    r"(?:talk\w*|discuss\w*|chat\w*|speak|spoke|say|said|tell\w*|told|mention\w*|agree\w*|cover|"
    r"go(?:ne)? (?:over|through)|promise\w*|decide\w*)"
)
_SEE = (
    r"(?:g[eo]t together|c[ao]me across|cross(?:ed)? paths|interact\w*|meet(?:ing)?|"
    r"do (?:lunch|coffee|breakfast|dinner|drinks)|met|see|saw|seen|talk|talked|speak|spoke|spoken|chat|"
    r"chatted|catch|caught|sit|sat|run|ran|had|have|bump\w*|visit\w*|call|called|hear|heard|been)"
)
_MEETING = (
    r"(?:meetings?|interactions?|encounters?|meet-?ups?|catch-? ?ups?|chats?|calls?|coffees?|lunch(?:es)?|"
    r"dinners?|1:1s?|121s?|one(?:-| )(?:to|on)(?:-| )ones?|conversations?|sit-?downs?|sessions?|visits?)"
)
_INTRODUCE = (
    r"(?:introdu\w{2,5}|intro(?:ed|d)|connected|hooked|linked|put|brought|got|made (?:the|that) intro\w*|"
    r"did (?:the|that) intro\w*|paired|matched)"
)

# In the order in which they are tried: what asks for one thing comes before what asks for all.
RULES: tuple[Rule[Ask], ...] = (
    rule(
        Ask.INTRODUCED_BY,
        "whose intro was Tom",
        r"whose (?:intro\w*|connection|contact)|who made (?:me|us) (?:acquainted|meet)|"
        r"who made (?:the|that|our) intro\w*",
    ),
    rule(
        Ask.INTRODUCED_BY,
        "who was it that put me in touch with Tom?",
        rf"who(?:d|s)?\b(?! (?:have i|did i|do i|ive)\b)(?: [\w-]+){{0,6}}? {_INTRODUCE} (?:me|us|my|"
        rf"the (?:two|both) of us)",
    ),
    rule(
        Ask.INTRODUCED_BY,
        "was it Ann or Bo who connected me with Tom",
        rf"was it .{{1,60}}\b(?:who|that) {_INTRODUCE}|who (?:was it (?:that|who) )?{_INTRODUCE}|"
        rf"which \w+ {_INTRODUCE} (?:me|us)|was .{{1,40}} introduced to (?:me|us)|"
        rf"which of .{{1,40}}{_INTRODUCE} (?:me|us)",
    ),
    rule(
        Ask.INTRODUCED_BY,
        "who do I have to thank for knowing Tom",
        r"who (?:do i|should i|have i got to|can i|am i to) (?:have to )?thank for",
    ),
    rule(
        Ask.INTRODUCED_BY,
        "by whom was I introduced to Tom",
        r"(?:by whom|who) was i introduced|introduced (?:to .{1,40} )?by (?:who|whom)",
    ),
    rule(
        Ask.MET_THROUGH,
        "who have I met through Tom",
        r"(?:met|meet|know|known|knew|come across|contacts?|people) .{0,60}?\b(?:through|thru|via|thanks to|"
        r"because of|by way of|courtesy of)",
    ),
    rule(
        Ask.MET_THROUGH,
        "where did Tom and I first meet",
        r"where (?:did|was it) (?:.{1,40} and (?:i|me)|(?:i|me) and .{1,40}|i|we) (?:first |ever |"
        r"originally )?(?:meet|met)|"
        r"connection between|(?:met|meet|know) each other",
    ),
    rule(Ask.MET_THROUGH, "through whom do I know Tom", r"through (?:who|whom)"),
    rule(
        Ask.MET_THROUGH,
        "all the people Tom introduced me to",
        r"(?:everyone|everybody|people|who(?:m)?(?: else)?|all) .{0,40}?\b(?:has |have |did )?(?:introduce|"
        r"introduced|connect|connected) me (?:to|with)$",
    ),
    rule(
        Ask.MET_THROUGH,
        "remind me how I know Tom",
        r"(?:howd?|where) (?:do|did|is it|was it|it is|it was|on earth|exactly|i|we|come|again|that|have|had|"
        r"ever|actually| ){1,8}(?:know|knew|meet|met|come to (?:know|meet)|came to (?:know|meet)|get to know|"
        r"got to know|end(?:ed)? up (?:knowing|meeting)|become|became|find|found|got talking|first|originally|"
        r"run into|cross paths)",
    ),
    rule(
        Ask.MET_THROUGH,
        "how Tom and I met",
        r"how (?:did )?(?:.{1,40} and (?:i|me)|(?:i|me) and .{1,40}|we)\b.{0,20}? (?:met|meet|know each other|"
        r"know one another|got to know|get to know)",
    ),
    rule(
        Ask.NOTES,
        "what do my notes say about Tom",
        r"notes?|noted|action points?|next steps|takeaways?|(?:anything|something|stuff) from (?:my|our|the)|"
        r"what (?:was|were|is|are) .{1,40}s (?:advice|views?|opinions?|plans?|ideas?|take|answer|feedback|"
        r"terms|price|offer)|"
        r"what (?:did|have|had) (?:i|we) (?:write|written|put|jot)|jott?(?:ed)?|"
        r"(?:write|wrote|written|put) (?:it |that )?down",
    ),
    rule(
        Ask.NOTES,
        "what did Tom and I talk about last time?",
        rf"what(?:s|d|re| ){{0,2}}(?:.{{1,80}} )?{_TALK}(?! me (?:the )?(?:last|first))(?: to| about| with| of|"
        rf" me| us|\b)",
    ),
    rule(
        Ask.NOTES,
        "did Tom ever say what it would cost",
        r"(?:did|has|have) .{1,60} (?:say|said|mention|mentioned|tell me|told me) (?:what|how|when|if|whether|"
        r"why|where|anything|who)",
    ),
    rule(
        Ask.NOTES,
        "the gist of my call with Tom",
        r"(?:gist|recap|takeaways?|take-aways?|summary|minutes|details|outcome|upshot) (?:of|from|on) (?:my|"
        r"our|the|that)? ?(?:last |latest |first )?" + _MEETING,
    ),
    rule(
        Ask.LAST_MEETING,
        "when did I last see Tom?",
        r"when .{0,60}?\b(?:last|latest|most recent(?:ly)?|previous(?:ly)?)|(?:last|latest) when",
    ),
    rule(
        Ask.LAST_MEETING,
        "last time I saw Tom",
        rf"(?:last|latest|most recent|previous) (?:time|occasion|{_MEETING}|{_SEE}|contact)",
    ),
    rule(
        Ask.LAST_MEETING,
        "how long is it since I met Tom",
        r"when was it|how recently|how (?:long|many (?:days|weeks|months|years)|much time)|"
        r"(?:been|is it|its) (?:a while|ages|long|forever) since|(?:last|lately) (?:met|saw|seen|spoke)",
    ),
    rule(
        Ask.LAST_MEETING,
        "when I last had coffee with Tom",
        r"i last|we last|last i|when did (?:i|we)(?! (?:first|ever))|when was i|when have i",
    ),
    rule(
        Ask.HISTORY,
        "give me the rundown on Tom before our call",
        r"run-? ?down|refresher|back-? ?story|brief(?:ing)?|low-?down|history|dossier|background|fill me in|"
        r"catch me up|"
        r"what (?:do|have|did) (?:i|we|you) (?:have|got|know|hold|hear)(?: got)? (?:on|about|for|of|re)|"
        r"who (?:is|was|s|are)|dealings",
    ),
    rule(
        Ask.MEETINGS,
        "did I end up meeting Tom",
        rf"(?:have|has|had|did|do|ve|didnt|havent|hadnt|never|am|was|were) (?:i|we|me|us|you|ever|"
        rf".{{1,50}} and (?:i|me|us)|(?:i|me|us) and .{{1,50}}|either|already|actually|not|even|"
        rf"both){{1,4}} .{{0,24}}?\b{_SEE}",
    ),
    rule(
        Ask.MEETINGS,
        "Tom and I ever met",
        rf"^ever\b|(?:i|we|us|me|ive|weve) (?:have |had )?(?:ever|never|already|even|actually) {_SEE}|"
        rf"ever {_SEE}|{_SEE} .{{1,50}} (?:before|already|yet)",
    ),
    rule(Ask.MEETINGS, "how many times have I met Tom", r"how (?:many times|often|frequently|many)|number of times"),
    rule(
        Ask.MEETINGS,
        "all my meetings with Tom",
        rf"(?:all|any|every|each|list|my|our|show|past|previous|number of|the|what|which) (?:the |of |my |our |"
        rf"me |past |previous ){{0,3}}{_MEETING}|"
        rf"{_MEETING} with",
    ),
    rule(Ask.MEETINGS, "did I meet Tom in May", rf"(?:did|have) (?:i|we) .{{0,20}}?{_SEE}"),
)


def ask(text: str) -> Ask:
    """What is asked about the person or organisation named; everything, when nothing in particular is."""
    return first(text, RULES) or Ask.HISTORY
