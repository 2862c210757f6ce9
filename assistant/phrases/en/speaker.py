"""The speaker as one of the people: named by "me", or implied ("passed Penny a lead" was passed by the speaker).

Only introductions that happened, offers to make one, and referrals have the speaker in a role; elsewhere "me" is how
one talks ("introduce me to Tom").
"""

from collections.abc import Mapping

from assistant.facts import PersonSaid
from assistant.phrases.en.rules import plain, rule
from assistant.phrases.frame import Intent, Role

People = Mapping[Role, tuple[PersonSaid, ...]]
ME = PersonSaid("me", speaker=True)

_ROLES = {
    Intent.LOG_INTRO: (Role.CONNECTOR, Role.INTRODUCED),
    Intent.VOLUNTEER_INTRO: (Role.CONNECTOR,),
    Intent.LOG_REFERRAL: (Role.REFERRER, Role.RECEIVER),
}
# The speaker as one of those introduced; what somebody "told me" was only heard.
_ONE_OF_THEM = rule(
    Role.INTRODUCED,
    "Ann introduced me and Bo to Cy",
    r"(?<!told )(?<!tell )(?<!telling )(?<!asked )(?<!let )(?<!remind )(?<!says )(?<!for )(?:me|us|myself|"
    r"ourselves)|"
    r"for (?:me|us) (?:to|with)|between us",
)
_WAS_INTRODUCED = rule(
    Role.INTRODUCED,
    "got introduced to Ann by Bo",
    r"(?:^|\b(?:i|we|ive|weve|was|were|got|been|getting|being) )(?:introduced|intro(?:e?d)|connected|"
    r"hooked up|put in touch) (?:to|with|by)|(?:introduced|connected) to (?:me|us) by",
)
_I_DID = rule(
    Role.CONNECTOR,
    "I introduced Ann to Bo",
    r"(?:i|ive|we|weve|ill|id) (?:have |just |finally |now |also |already |have now |actually |did |"
    r"made ){0,3}(?:e-?)?(?:introdu\w+|intro(?:e?d)?|connected|linked|put|made|did|hooked|got|brought|"
    r"paired|matched|emailed|sent)(?! introduced)(?! put in)",
)
_BESIDE = rule(
    Role.CONNECTOR,
    "either Ann or me can introduce you",
    r"(?:or|and|&) (?:me|myself|"
    r"i)(?! (?:dont|cant|do not|cannot|havent|never|am not|wont|think|believe|guess|bet|hear|know you))|"
    r"(?:me|i) (?:or|and|&)(?! (?:ill|i|can|will|id))",
)
_GIVEN = rule(
    Role.REFERRER,
    "passed Ann a lead",
    r"^(?:(?:just|i|ive|we|weve|also|have|today|yesterday|hi|hey|fyi|so|and|log|update|note|noted|pls|"
    r"please)[,:]? ){0,4}(?:sent|"
    r"passed|gave|handed|referred|recommended|threw|pointed|steered|put|forwarded|fed|slung|shared|"
    r"directed|introduced|referral (?:out|to|for|given|made)|lead (?:to|for))\b(?! by)|"
    r"(?:from me|me to|"
    r"i (?:sent|passed|gave|handed|referred|recommended|pointed|threw|steered|forwarded|told))|"
    r"because of me|thanks to me|through me",
)


def with_speaker(intent: Intent, text: str, people: People) -> dict[Role, tuple[PersonSaid, ...]]:
    """The people with the speaker in the roles that are theirs, and in no other."""
    roles = _ROLES.get(intent, ())
    named = {role: tuple(one for one in found if not one.speaker) for role, found in people.items()}
    if not roles:
        return {role: found for role, found in named.items() if found}
    said = {role for role, found in people.items() if role in roles and any(one.speaker for one in found)}
    for role in said or _implied(intent, plain(text), named):
        named[role] = (*named.get(role, ()), ME)
    return {role: found for role, found in named.items() if found}


def _implied(intent: Intent, words: str, named: People) -> set[Role]:
    if intent is Intent.VOLUNTEER_INTRO:
        alone = not named.get(Role.CONNECTOR)
        return {Role.CONNECTOR} if alone or _BESIDE.pattern.search(words) else set()
    if intent is Intent.LOG_REFERRAL:
        return _in_referral(words, named)
    return _in_introduction(words, named)


def _in_introduction(words: str, named: People) -> set[Role]:
    """By somebody else, with one other: the speaker is the second. By nobody named: the speaker made it."""
    introduced = named.get(Role.INTRODUCED, ())
    if named.get(Role.CONNECTOR):
        return {Role.INTRODUCED} if len(introduced) < 2 or _ONE_OF_THEM.pattern.search(words) else set()
    if len(introduced) < 2 and _WAS_INTRODUCED.pattern.search(words) and not _I_DID.pattern.search(words):
        return {Role.INTRODUCED}
    return {Role.CONNECTOR}


def _in_referral(words: str, named: People) -> set[Role]:
    """Whichever side nobody is named for; when none is, the verb tells which."""
    if named.get(Role.REFERRER):
        return set() if named.get(Role.RECEIVER) else {Role.RECEIVER}
    if named.get(Role.RECEIVER):
        return {Role.REFERRER}
    return {Role.REFERRER} if _GIVEN.pattern.search(words) else {Role.RECEIVER}
