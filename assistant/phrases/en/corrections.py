"""What is to happen to what was said before: taken back, put right, or a request called off."""

from assistant.phrases.en.rules import Rule, first, rule
from assistant.phrases.frame import Correction

_REQUEST = r"(?:requests?|reqst?|intro\w*|asks?|introduc\w+|one with|this one|thread|search)"
_STOP = (
    r"(?:cancel\w*|cancl\w*|withdraw\w*|drop|call off|kill|close|closing|pull|scrap|bin|forget|stop|"
    r"retract|rescind|shelve|end|abandon|take down|undo|remove|delete|scratch|ditch|park)"
)

RULES: tuple[Rule[Correction], ...] = (
    rule(
        Correction.CANCEL,
        "cancel my request for Tom",
        rf"{_STOP} .{{0,40}}?{_REQUEST}|{_REQUEST} .{{0,30}}?(?:cancel\w*|withdrawn?|off|closed?)",
    ),
    rule(
        Correction.CANCEL,
        "I no longer need the intro",
        r"(?:no longer|dont|do not|not|doesnt|wont) (?:really |actually )?(?:need|want|require|necessary|"
        r"looking|interested)|"
        r"no need|(?:need|want|necessary|looking) .{0,60}?(?:any ?more|any longer|now)|no longer",
    ),
    rule(
        Correction.CANCEL,
        "found someone on my own, we can close this",
        r"found (?:someone|somebody|one|a|another|her|him|what)|(?:all )?sorted|gone with (?:someone|another)|"
        r"went with (?:someone|another)|changed my mind|never ?mind|nvm|cancel\w*|canceling|withdraw\w*|"
        r"call(?:ed|ing)? .{0,40}?off|clos(?:e|ed|ing) (?:this|it|that)",
    ),
    rule(
        Correction.AMEND,
        "scratch that, it was Tuesday",
        r"(?:it|that|this|which|he|she|meeting|date|day) (?:was|wasnt|were|should|happened|took place|"
        r"is meant)|"
        r"i mean|i meant|meant|make (?:it|that)|rather than|instead of|correct(?:ion|ing|ed)|change|"
        r"should (?:be|say|read|have)|wrong (?!entry|thing|one|meeting|delete|remove)|not (?:the )?\w+$",
    ),
    rule(
        Correction.UNDO,
        "scratch that last one",
        r"undo|undid|didnt (?:mean|want) to|revert|roll back|take .{0,20}?back|"
        r"(?:delete|deleting|remove|scrap|scratch|strike|bin|erase|drop|discard|forget|ignore|disregard|kill|"
        r"wipe|get rid of|throw out|cross out|ditch|lose|trash|void|reverse) .{0,30}?(?:that|last|latest|it|"
        r"this|entry|one|record|note|meeting|thing|saved|logged|just|previous|recent)|"
        r"(?:last|that) .{0,30}?(?:delete|undo|remove|mistake|accident|never happened|didnt happen)|"
        r"my mistake|never happened|didnt happen|by accident|by mistake",
    ),
)


def correction(text: str, replaced: bool, in_thread: bool) -> Correction:
    """What is to be done; `replaced` says that a new day or name stands in the words.

    In the thread of a request, what is called off is the request.
    """
    found = first(text, RULES)
    if in_thread and found in (None, Correction.UNDO) and not replaced:
        return Correction.CANCEL
    if found is Correction.UNDO and replaced:
        return Correction.AMEND
    return found or Correction.AMEND
