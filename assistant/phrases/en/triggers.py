"""Words without which nothing is deleted, corrected or set, however sure a reading is of what was wanted."""

from assistant.phrases.en.rules import plain, rule
from assistant.phrases.frame import Intent

_EXPLICIT = {
    Intent.FORGET: rule(
        Intent.FORGET,
        "wipe what you have on Tom",
        r"forg[eo]t\w*|delet\w*|wip(?:e|ed|ing)|eras\w*|remov\w*|purg(?:e|ed|ing)|export\w*|cop(?:y|ies)|"
        r"download\w*|clear|get rid|scrub|destroy|drop|unlearn|strike|lose|"
        r"(?:my|all|personal|own) (?:\w+ )?(?:data|info\w*|records?)|"
        r"(?:hold|have|got|know|keep|stored?|saved?) (?:on|about) me|gdpr",
    ),
    Intent.CORRECT: rule(
        Intent.CORRECT,
        "scratch that",
        r"undo|undid|delet\w*|remov\w*|scrap|scratch|cancel\w*|withdraw\w*|call(?:ed)? off|call .{1,40} off|"
        r"take .{0,20}?back|revert|kill|drop|pull|clos(?:e|ed|ing)|wrong|mistake\w*|correct\w*|amend\w*|"
        r"change|fix|edit|meant|mean|i mean|actually|sorry|oops|whoops|nope|no|nah|wait|not|wasnt|werent|isnt|"
        r"instead|rather|should|make (?:it|that)|it was|that was|was (?:on|with|in|at)|forget|never ?mind|nvm|"
        r"ignore|disregard|erase|strike|need|needed|longer|found|sorted|bin|off|typo|date|happened|stop|ditch",
    ),
    Intent.SETTINGS: rule(
        Intent.SETTINGS,
        "no nudges this week",
        r"nudg\w*|remind\w*|notif\w*|ping\w*|pok(?:e|es|ing)|prompt\w*|prod\w*|pester\w*|bug(?:ging)?|"
        r"messag\w*|dms?|intro\w*|quiet|silen\w*|dnd|disturb|paus\w*|snooz\w*|mut(?:e|ed|ing)|unmute\w*|"
        r"resum\w*|unpaus\w*|hush|shush|alone|alerts?|asks|asked|stop|hours|none for me|connector",
    ),
}


def ordered(words: str) -> list[Intent]:
    """The intents that destroy or change something for which the plain words have a trigger."""
    return [intent for intent, needed in _EXPLICIT.items() if needed.pattern.search(words)]


def explicit(text: str, intent: Intent) -> bool:
    """Whether the words ask for it themselves; always so for an intent that destroys and changes nothing."""
    needed = _EXPLICIT.get(intent)
    return needed is None or needed.pattern.search(plain(text)) is not None
