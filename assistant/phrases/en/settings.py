"""Which setting is to be changed: nudges paused, stopped, resumed; quiet hours; introductions declined or accepted."""

from assistant.phrases.en.rules import Rule, first, rule
from assistant.phrases.frame import Setting

_INTRO = r"(?:intro|intros|introduc\w+|introdu\w+|connector|connection requests?|intro'?s|matchmak\w+|asks|asked)"
_NUDGE = (
    r"(?:nudg\w*|remind\w*|prompt\w*|pok(?:e|es|ing)|ping\w*|notif\w*|messag\w*|dms?|prods?|prodding|"
    r"chas(?:e|ing) me|pester\w*|bug(?:ging)? me|alerts?|emails?|texts?|suggestions?|check-? ?ins?|you|"
    r"updates)"
)
_NO = (
    r"(?:no|not|nt|n't|dont|do not|stop\w*|pause\w*|never|cant|wont|decline\w*|refuse\w*|block\w*|off|"
    r"without|closed?|none|rather|less|fewer|skip|opt(?:ing)? out|take me off|out of|full|unavailable|"
    r"not available|isnt|arent|aint|enough|hold off|mute\w*|busy|reject\w*|turn down)"
)
_GOOD = (
    r"(?:for good|forever|for ever|altogether|all together|all together|permanently|entirely|completely|"
    r"ever|ever again|for life|for keeps|indefinitely|any ?more|once and for all)"
)
_PAUSE = (
    r"(?:paus\w*|snooz\w*|mut(?:e|ed|ing)|hold|holiday|vacation|leave|pto|break|away|until|untill|till|"
    r"til|'?til|for (?:a|the|one|two|three|now|this|next|\d+|an)|"
    r"this (?:week|month|weekend|afternoon|morning|evening)|next (?:week|month)|today|tonight|tomorrow|"
    r"for now|for a bit|(?:a|one|two|three|\d+) (?:days?|weeks?|months?|hours?)|hush|shush|"
    r"over (?:the )?\w+|during|while|temporarily|rest of|suspend\w*|freeze)"
)

# In the order in which they are tried: introductions are told by their own words, and what begins again by "again".
RULES: tuple[Rule[Setting], ...] = (
    rule(
        Setting.DECLINE_INTROS,
        "please stop sending intro requests my way",
        rf"{_NO} .{{0,50}}?{_INTRO}|"
        rf"{_INTRO}.{{0,40}}?(?<!back )\b(?:off|none|no thanks?|closed?|paused?|are not|not welcome|stop\w*|"
        rf"elsewhere|to someone else|to others)",
    ),
    rule(Setting.ACCEPT_INTROS, "I'm open to introductions again", rf"{_INTRO}"),
    rule(
        Setting.PAUSE_NUDGES,
        "please do not disturb me until the 15th",
        r"(?:disturb|quiet|peace)(?:(?! from | after | before | between | \d).){0,40} (?:until|till|til)",
    ),
    rule(
        Setting.QUIET_HOURS,
        "set quiet hours from 8pm",
        r"(?:no|nothing|dont|not|never) (?:.{0,30} )?(?:at|on|over|during) (?:the )?(?:weekends?|nights?|"
        r"evenings?)|"
        r"mute (?:me |yourself |them |nudges )?(?:after|before|between|outside)|"
        r"(?:nothing|not|only) (?:.{0,20} )?(?:after|before|past) \d{1,2}(?::\d\d)? ?[ap]m|"
        r"quiet (?:hours?|times?|evenings?|mornings?|nights?|weekends?|after|before|between|from|at|on)|"
        r"silent (?:hours?|times?)|silence (?:after|before|between|from)|do not disturb|dnd|office hours|"
        r"working hours|work hours|business hours|out of hours",
    ),
    rule(
        Setting.QUIET_HOURS,
        "nothing after 6 in the evening, ever",
        r"(?:after|before|outside|past|between|from) .{1,30}?(?:always|every ?(?:day|night|evening|weekend)?|"
        r"daily|weekdays|weekends|each (?:day|night)|work\w*|hours|in the (?:evenings?|mornings?)|at night)|"
        r"(?:nothing|no \w+|dont .{1,30}|not|only .{1,20}|never .{0,30}) (?:after|before|past|outside|"
        r"between) (?:\d|six|seven|eight|nine|ten|five|noon|midnight|office|working|hours|dinner|bedtime)|"
        r"(?:evenings|nights|weekends|mornings|sundays|saturdays)(?: off| only| free)?$",
    ),
    rule(
        Setting.RESUME_NUDGES,
        "you can start nudging me again",
        r"(?:resum\w*|restart\w*|re-?start\w*|unpaus\w*|un-pause|unmut\w*|un-?snooz\w*|re-?enabl\w*|"
        r"re-?activat\w*|carry on|enable)|"
        r"(?<!dont )(?<!never )(?<!not )(?:start|nudge|nudging|ping|pinging|remind\w*|prompt\w*|poke|poking|"
        r"message|messaging|bring|switch|turn|put|have|want|send) (?:.{0,40} )?(?:again|back on|back|on)|"
        r"(?:back|ready|ok|fine|happy) .{0,40}?(?:nudg\w*|remind\w*|prompt\w*|ping\w*|"
        r"pok\w+) .{0,20}?(?:again|on)|"
        r"nudges? (?:back )?on|back on .{0,20}nudg\w+",
    ),
    rule(
        Setting.STOP_NUDGES,
        "turn off the nudges for good",
        rf"(?:stop|off|quit|no|never|dont|disable|kill|end|cancel|unsubscribe|opt) .{{0,60}}?{_GOOD}|"
        rf"{_GOOD} (?:off|stop)",
    ),
    rule(Setting.PAUSE_NUDGES, "snooze your nudges for me until Jan 4", _PAUSE),
    rule(
        Setting.STOP_NUDGES,
        "stop all nudges",
        rf"(?:stop\w*|off|quit|no more|no|never|dont|do not|disable\w*|kill|end|enough|without|unsubscribe|"
        rf"opt(?:ing)? (?:me )?out|leave me (?:alone|be)|cease|cut|lose|drop|less|"
        rf"scrap) ?.{{0,60}}?(?:{_NUDGE}|$)|"
        rf"{_NUDGE} off",
    ),
)


_OF_INTROS = {
    Setting.PAUSE_NUDGES: Setting.DECLINE_INTROS,
    Setting.STOP_NUDGES: Setting.DECLINE_INTROS,
    Setting.RESUME_NUDGES: Setting.ACCEPT_INTROS,
}


def setting(text: str, timed: bool, of_intros: bool = False) -> Setting | None:
    """The setting that is to be changed.

    `timed` says that a moment was named, until which nudges only pause; `of_intros` that the words follow `/intro`.
    """
    found = first(text, RULES)
    if of_intros and found in _OF_INTROS:
        return _OF_INTROS[found]
    return Setting.PAUSE_NUDGES if found is Setting.STOP_NUDGES and timed else found
