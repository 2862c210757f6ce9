"""Turns of phrase that say what is wanted, each for one intent: hints for the model, which weighs them, not verdicts.

They are matched against small words without apostrophes in which P stands for a name, O for an organisation, D for a
date and N for a number.
"""

from assistant.phrases.en.rules import Rule, rule
from assistant.phrases.frame import Intent

_MEAL = (
    r"(?:coffees?|lunch|dinner|breakfast|drinks?|beers?|tea|brunch|pints?|supper|catch-? ?up|meet-?up|meeting|1:1|121|"
    r"1-1|one[ -](?:to|on)[ -]one|sync|sit-?down|call|zoom|chat|convo|conversation|chinwag|cuppa|natter|wine|walk|"
    r"tacos)"
)
_JOIN = r"(?:introduce|intro|connect|link|hook|patch|put|get|bring|pair|match|loop|acquaint|e-?introduce|set)"
_JOINED = (
    r"(?:introduced|introd|introed|connected|linked|hooked|patched|put|got|brought|paired|matched|looped|e-?introduced|"
    r"walked|emailed|sat)"
)
_LEAD = (
    r"(?:leads?|clients?|customers?|gigs?|jobs?|work|business|bookings?|enquir\w+|inquir\w+|projects?|commissions?|"
    r"orders?|couples?|weddings?|patients?|prospects?|buyers?|referrals?|cases?|tenders?)"
)
_THEM = r"(?:him|her|them|P|the (?:man|woman|pair|lady|guy))"

CUES: tuple[Rule[Intent], ...] = (
    rule(
        Intent.RECORD_MEETING,
        "grabbed a quick coffee with P D",
        r"(?:met|saw|seen|bumped into|ran into|ran in2|caught(?: up)?|sat(?: down)?|spoke|spoken|talked|chatted|"
        r"visited|"
        r"lunched|dined|zoomed|phoned|met up)(?: up)?(?: briefly| again| quickly| finally)?(?: with| w| to)? (?:\w+ "
        r"){0,2}P|"
        rf"{_MEAL} (?:done |booked |today |just now |D )?(?:with|w) (?:\w+ ){{0,3}}P|"
        rf"P (?:and|&) (?:i|me|myself|us) (?:\w+ )?(?:met|had|did|caught|spoke|sat|grabbed|talked|chatted)|"
        r"P (?:popped|dropped|came|stopped|swung|called|looked) (?:by|in|round|over|past)|"
        rf"(?:log|record|note|write down|put down|add)\b.{{0,20}} {_MEAL}",
    ),
    rule(
        Intent.REQUEST_INTRO,
        "would love to be introduced to P",
        rf"{_JOIN} (?:me|us)\b|{_JOIN} P (?:to|with|and) (?:me|us)\b|"
        r"(?:like|love|want|wanna|keen|need|hoping|hope|dying|looking|wish|interested|may i|can i|could i|might "
        r"i)(?: to)? "
        r"(?:meet(?:ing)?|be (?:introduced|connected|put in touch|linked)|get (?:to know|introduced|connected|in "
        r"front of|"
        r"in touch|an intro)|speak (?:to|with)|talk (?:to|with)|have an intro|reach)|"
        r"(?:an?|warm|email|the|quick) intro\w* to|intro to (?:P|O|someone|somebody|anyone)|(?:way|word) in(?:to)? "
        r"(?:to|at|with)",
    ),
    rule(
        Intent.MAKE_INTRO,
        "please hook P up with P",
        rf"{_JOIN} (?:up )?(?:\w+ ){{0,3}}P (?:up |in touch |together )?(?:and|to|with|w|&|,|over to|on to|onto) "
        rf"(?:\w+ ){{0,4}}P|"
        r"P .{0,20}?(?:should|ought to|need to|needs to|must|would like to|wants to|has to|have to|could)(?: really)? "
        r"(?:meet|know|talk|speak|be introduced|connect|chat|get)|P meet P|meet P|between P and P|"
        r"(?:e-?)?intro(?:duction)? (?:needed )?(?:for|between) P (?:and|&) ",
    ),
    rule(
        Intent.LOG_INTRO,
        "got put in touch with P by P",
        rf"P (?:\w+ ){{0,2}}{_JOINED} (?:me|us|P|the two of us)|(?:i|ive|we|weve) (?:just |also |have )?{_JOINED} P|"
        rf"(?:was|got|were|been|getting) (?:just )?{_JOINED} (?:in touch )?(?:to|with|by)|^{_JOINED} (?:\w+ )?P "
        rf"(?:to|and|with)|"
        r"P (?:made|did|gave|set up) (?:the|an|our|that|my) intro\w*|P (?:was|is) the one who|"
        r"(?:met|know|got to know|got talking to|got in with|came across) P .{0,30}?(?:through|via|thanks to|by way "
        r"of)",
    ),
    rule(
        Intent.VOLUNTEER_INTRO,
        "happy to connect you, we go way back",
        r"(?:i|we|P|he|she|ill|id|hell|shell) (?:\w+ ){0,2}(?:know|knows|knew|met)s? (?:\w+ )?(?:him|her|them|P|the|"
        r"someone|one)|"
        r"(?:introduce|connect|intro|link|put|hook) (?:you|u|ye|yous|yall|the two of you|them|both)|(?:ask|try|"
        r"tag(?:ging)?) P|"
        r"(?:ill|i can|i will|i could|can|will|happy to|glad to|let me) (?:\w+ )?(?:email|text|ask|message|write|drop|"
        r"ping|call|ring|mention|do it|do the|make the|make it|sort|help|speak|handle|set)|"
        r"leave (?:it|this) (?:with|to) me|on it|count me in|consider it|no problem|sure(?: thing)?|yes from me|"
        r"(?:old|former|ex|good)[ -](?:client|colleague|boss|neighbour|neighbor|friend|flatmate|classmate|mate)|"
        r"(?:my|of mine)\b.{0,20}(?:client|cousin|sister|brother|friend|mate|tenant|neighbour|neighbor|landlord|boss)|"
        r"(?:client|cousin|friend|mate|tenant|neighbour|customer|pal) of (?:mine|ours)|"
        r"(?:used to|worked|went to|studied|lived|grew up|trained|sat on|play|played|share|shared)\b.{0,20}(?:with|"
        r"for) "
        rf"{_THEM}|P (?:is|was|used to be|worked|works|sold|did|knows|placed|installed|taught|trained|has|might|"
        rf"could|can)\b",
    ),
    rule(
        Intent.GIVE_THANKS,
        "hats off to P for the venue",
        r"(?:thanks|thank (?:you|u)|thankyou|thanku|thx|ty|cheers|ta|merci|gracias|grazie|danke|much obliged|kudos|"
        r"props|"
        r"shout-? ?out|hats? off|hat tip|fair play|big up|well done|bless|credit|grateful|appreciate\w*|indebted)\b"
        r"(?: \w+| ,){0,5} P|P .{0,40}(?:thank you|thanks|thx|cheers|appreciated|legend)",
    ),
    rule(
        Intent.LOG_REFERRAL,
        "P passed us a lead, worth N",
        r"(?:sent|passed|gave|handed|threw|steered|pointed|forwarded|directed|fed|slung|tossed|landed|brought|got|put|"
        rf"recommended|referred|told)\b.{{0,30}}?(?:me|us|my way|our way|P|my direction)\b.{{0,40}}?(?:{_LEAD}|N|use "
        rf"me|"
        rf"hire me|to me|booked|signed|won)|{_LEAD} (?:\w+ ){{0,3}}(?:from|via|through|thanks to|off|to|for) P|"
        r"(?:referred|recommended|pointed|steered|directed|sent) .{1,40} (?:to|towards|at|my way|over to) (?:me|us|P)",
    ),
    rule(
        Intent.FIND_PATH,
        "does anybody here have a contact at O",
        r"(?:who|whos|anyone|anybody|any1|someone|somebody|any of (?:us|you))\b.{0,30}?(?:know|knows|connected|"
        r"contacts?|"
        r"links?|in with|speaking terms|friend\w*|worked|works|inside|line into|close to|ties?|tight with)|"
        r"(?:best |quickest |any )?(?:route|path|way|bridge) (?:to|into|in) (?:P|O|\w+)|how (?:do|can|could|would) "
        r"(?:i|we) "
        r"(?:reach|get (?:to|hold of|in front of|through to|in with))|open (?:a|the) door|anyone (?:at|from|inside) "
        r"(?:O|P)",
    ),
    rule(
        Intent.RECALL,
        "when did i last speak to P",
        r"(?:who is|whos|who the \w+ is|who was) (?:\w+ )?P|when (?:did|was|have) (?:i|we|my)|(?:have|did|had) (?:i|"
        r"we) "
        r"(?:ever |already |actually |even )?(?:met|meet|spoken|talked|seen|see|speak|talk)|what (?:did|do|have|was) "
        r"(?:i|we|you|P)\b|"
        r"remind me (?:who|how|what|where|when|about P)|(?:tell me|brief me|fill me in|everything|notes?|history|"
        r"background|"
        r"refresher|rundown|lowdown|dossier|catch me up|anything)\b.{0,20}?(?:about|on|with) (?:P|O|them|her|him)|"
        r"how (?:do|did) (?:i|we) (?:know|meet|get to know)|last (?:time|meeting|met|saw|spoke)\b|who introduced "
        r"(?:me|us)",
    ),
    rule(
        Intent.SET_OFFER,
        "if anybody needs a website, I build them",
        r"(?:i|we) (?:do|offer|provide|sell|make|build|teach|run|supply|repair|can offer|could offer|am able|"
        r"specialise|"
        r"specialize|can help|can do|am good|are able)\b|(?:list|put|add) (?:me|us) (?:down )?(?:as|for|under)|my "
        r"(?:trade|thing|"
        r"specialty|speciality|expertise|services?|business|craft|line) (?:is|are)|what (?:i|we) (?:bring|do|offer)|"
        r"(?:happy|glad|free|available|willing) (?:to|for)\b|if (?:anyone|anybody|someone|people) (?:ever "
        r")?(?:needs?|wants?)|"
        r"(?:my )?offer(?:ing)?:|(?:im|i am) (?:a|an|good at|into|available|happy|free|offering|able)\b|can (?:offer|"
        r"help w)|"
        r"up for grabs|going spare",
    ),
    rule(
        Intent.SET_NEED,
        "we are on the lookout for a printer",
        r"(?:looking|look|searching|hunting|lookout|search|shopping|hunt) (?:out )?(?:for|of)\b|in (?:the )?(?:need|"
        r"search|market|"
        r"want) (?:of|for)|(?:i|we|still|badly|urgently|desperately) (?:\w+ )?(?:need|require|want|could use|could "
        r"do with|"
        r"am after|are after|am short|are short|want to find)\b|need(?:ed)? ?(?::|a\b|an\b|some)|wanted:|my (?:ideal|"
        r"perfect|"
        r"dream|best) (?:\w+ )?(?:referral|client|lead|customer)|get my hands on|(?:im|i am|we are|were) (?:after|"
        r"short)|"
        r"havent found|good (?:leads?|referrals?|candidates?) for",
    ),
    rule(
        Intent.RECORD_PARTNERSHIP,
        "P and I have joined forces",
        r"(?:teaming|teamed|team(?:s|ing)?) up|partner(?:ed|ing|s)? (?:up )?(?:with|w|on)|partnership|in partnership|"
        r"collab\w*|"
        r"joint (?:venture|offer|stand)|jv|alliance|joined forces|joining forces|co-?host\w*|(?:sign|signed|agreed|"
        r"agreement|"
        r"contract|retainer|deal)\b.{0,20}? (?:with|w) (?:P|O)|(?:P|O) (?:is|are) now (?:our|my)|(?:i|me|us|"
        r"we)\b.{0,20}? (?:share|"
        r"split|pool|run|bundle|cross-refer)\b|working (?:together|jointly)|tie-? ?up|exclusive",
    ),
    rule(
        Intent.RECOMMEND,
        "you want P for oak frames",
        r"(?:recommend\w*|vouch\w*|endorse\w*|endorsement|praise|testimonial)\b.{0,20}? (?:for |of )?P|P (?:is|was|"
        r"are|does|did)\b"
        r".{0,25}?(?:best|brilliant|great|amazing|superb|fantastic|excellent|gem|star|genius|legend|kindest|finest|"
        r"sharpest|"
        r"unreal|top|your (?:woman|man|guy|person)|go-to)|(?:go to|use|try|hire|call|want|trust|get|book|ask for) P\b|"
        r"cant (?:say|praise|fault|recommend|speak)|hands down|my vote|(?:five|5|N) stars|if (?:you|youre|anyone|"
        r"u)(?: ever)? "
        r"(?:need|after|want|looking|wants|needs)\b.{0,40} P",
    ),
    rule(
        Intent.SET_REMINDER,
        "give me a poke about the invoice D",
        r"remind (?:me|us) (?!who|how|what|where|why)|reminder\b|dont let me forget|(?:nudge|ping|poke|prod|nag|bug|"
        r"prompt|"
        r"alert) (?:me|us)|give me a (?:nudge|shout|poke|prod|ping|kick)|remember to|follow(?:-| )?up (?:with|on)|"
        r"chase (?:up )?P",
    ),
    rule(
        Intent.KEEP_IN_TOUCH,
        "keep me in touch with P",
        r"(?:keep|stay|keeping|staying|be) (?:me |us )?(?:in touch|in contact|up with|close|connected)|(?:every|each) "
        r"(?:\w+ |N |D )?(?:weeks?|months?|quarters?|years?|fortnights?|other|second|couple|few|N|D)|(?:monthly|"
        r"weekly|quarterly|"
        r"fortnightly|yearly)|once (?:a|every)|(?:twice|N times) a|touch base|check in with P",
    ),
    rule(
        Intent.SHOW,
        "what are my open requests",
        r"(?:show|list|see|display|view|pull up|gimme|give me|whats|what are|where are|any|all|how many) "
        r".{0,25}?(?:my|our|open|"
        r"pending|outstanding)\b|who (?:all )?(?:did|do|have|am|havent) (?:i|we)|who (?:else )?(?:owes|needs|offers|"
        r"is offering|"
        r"is looking)|(?:ive|havent|have) (?:i )?(?:not )?(?:yet )?(?:thanked|met)\b|how am i doing|my (?:stats|"
        r"network|circle|numbers|"
        r"reminders|requests|contacts|partners|meetings|offers|needs|intros)|(?:everyone|people|what) (?:here|in)\b",
    ),
    rule(
        Intent.SETTINGS,
        "no more nudges for me",
        r"(?:stop|pause|mute|unmute|snooze|resume|silence|turn off|turn on|switch off|no|no more|fewer|less|halt|"
        r"quit)\b"
        r".{0,20}? (?:nudg\w+|pings?|pinging|notif\w+|alerts?|prompts?|prompting|messages|poking|bugging|intros?|"
        r"introductions)|"
        r"(?:quiet|silent|working|office|dnd) (?:hours|time)|do not disturb|dont disturb|leave me (?:alone|be|in "
        r"peace)|"
        r"(?:open|closed|ready|back|available|fine) (?:to|for|with) (?:new |more |any )?intro\w*|nudge away|"
        r"intros? (?:are|is) (?:fine|ok|off|on|welcome)|quiet (?:after|before|from|until|till)|"
        r"(?:nothing|nobody) (?:after|before|on|at) (?:D|N|weekends?|night)",
    ),
    rule(
        Intent.FORGET,
        "wipe what you have on P",
        r"(?:forget|delete|erase|wipe|remove|purge|scrub|destroy)\b.{0,30}?(?:P|me|my|everything|all|data|records?|"
        r"about)|"
        r"(?:export|download|copy of|file of|dump of)\b.{0,20}?(?:my|data|records|everything)|gdpr",
    ),
    rule(
        Intent.CORRECT,
        "no, it was P not P",
        r"(?:undo|scratch|scrap|cancel|withdraw|retract|take back|strike|ignore|delete|drop)\b.{0,20}?(?:that|it|"
        r"this|last|my|"
        r"one|request)|(?:oops|whoops|sorry|pardon|no|nope|nah|wait|actually|correction)\b,? .{0,20}?(?:it was|i "
        r"meant|should|"
        r"not|was)|i meant|(?:not|rather than|instead of) (?:D|P|N)|no longer (?:need|want)|never ?mind|(?:wrong|"
        r"date is|dates) "
        r"(?:day|date|person|name|off)|change (?:it|that) to|that was|take .{1,12} back|never happened",
    ),
    rule(
        Intent.HELP,
        "which commands do you understand",
        r"(?:what|which|how|wat) (?:\w+ ){0,3}(?:you|u|this|it|commands?|i (?:use|log|add|type|tell|ask|start|record|"
        r"set|say))|"
        r"^help(?: me| please| pls)?\W*$|(?:how do|how can|teach me|im lost|new here|the ropes|get started|"
        r"instructions|"
        r"user guide|manual|options|tutorial)",
    ),
    rule(
        Intent.NONE,
        "P says hello to P",
        r"(?:P|he|she|they) (?:\w+ )?(?:met|says?|said|told|will|thinks|asked|wants|sent|has|is)\b|if (?:i|you|we|P) "
        r"(?:had|see|"
        r"could)|i wish|lol|haha|btw|remember when|did you see|(?:the|our) (?:build|team|server|meeting|train|"
        r"printer|oven|wifi)",
    ),
)
