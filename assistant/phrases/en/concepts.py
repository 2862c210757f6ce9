"""Words that mean the same to Wellmet: what was learnt of "introduced" holds for "hooked up", seen or not."""

from collections.abc import Mapping

# The first class that has a word counts. Names in capitals, so that no word of a sentence is taken for a class.
_WORDS = {
    "INTRO": "introduce intro introducing introduces connect connects connecting link linking hook hooking patch pair "
    "pairing match matching bridge acquaint acquainting loop looping broker plug e-introduce e-intro",
    "INTROD": "introduced introed intro'd introd connected linked hooked patched paired matched bridged acquainted "
    "looped plugged e-introduced brokered united",
    "INTRON": "introduction introductions intros connection handshake handover",
    "MEET": "meet see chat catch talk speak grab visit dine reach",
    "MET": "met saw seen bumped ran caught chatted spoke spoken talked visited lunched dined grabbed sat crossed "
    "phoned zoomed called hung joined reconnected swapped compared popped dropped stopped swung facetimed skyped",
    "MEETN": "coffee lunch dinner breakfast drinks drink beer beers tea brunch pint pints coffees meeting meetings "
    "catchup catch-up catchups meetup meet-up 1:1 121 1-1 one-to-one one-on-one sync sitdown sit-down call zoom chat "
    "convo conversation chinwag cuppa natter espresso wine supper huddle stroll lunches dinners tacos pizza sandwich",
    "THANK": "thanks thank thx ty cheers ta tysm tks thanx thnx thankyou thanku merci gracias grazie danke obrigado "
    "gratitude grateful appreciate appreciated appreciation props kudos shoutout shout-out credit indebted thankful "
    "obliged hat-tip",
    "OWE": "owe owed owing owes",
    "REFER": "refer referred referral referrals refers referring",
    "LEAD": "lead leads client clients customer customers gig job jobs work business booking bookings enquiry inquiry "
    "enquiries project projects commission order contract account deal couple wedding patient patients tenant case "
    "prospect prospects buyer buyers",
    "GAVE": "sent passed gave handed threw pointed steered forwarded directed fed slung tossed routed funnelled "
    "funneled landed brought booked hired chucked lobbed flicked bunged slid given",
    "NEED": "need needs needing needed seeking searching search hunting hunt want wants wanted wanna require requires "
    "required iso desperate short missing lacking shopping seek wtb",
    "LOOK": "looking look lookout",
    "OFFER": "offer offering offers provide provides providing available specialise specialize specialising "
    "specializing speciality specialty expertise sell selling teach teaching coach coaching supply supplying rent "
    "renting lend trade freelance skills service services",
    "GLAD": "happy glad delighted pleased willing free keen love game",
    "GOOD": "brilliant excellent fantastic amazing superb best great unreal legend top reliable trust highly wonderful "
    "gem outstanding stellar magic magician genius ace terrific incredible rockstar superstar fab flawless impeccable "
    "solid thorough lifesaver stars kindest finest sharpest fastest quickest nicest greatest loveliest unbeatable",
    "RECO": "recommend recommended recommending recommends recommendation vouch vouching endorse endorsing "
    "endorsement testimonial rave rate rated praise go-to",
    "PARTNER": "partner partners partnered partnering partnership partnerships collab collaborate collaborating "
    "collaboration collaborated collabing team teaming teamed joint jv venture alliance jointly together co-host "
    "cohost co-hosting cohosting joining forces bundling bundle agreement retainer formalised formalized signed "
    "splitting pooling tie-up exclusive",
    "REMIND": "remind reminder reminders remember reminding rmdr rmd",
    "NUDGE": "nudge nudges nudging ping pings pinging prod prods poke pokes pester notifications notification notify "
    "alert alerts prompts bug bugging prompt notifs nag",
    "CHASE": "chase follow followup follow-up email text message write check reply respond pay ring phone",
    "EVERY": "every each weekly monthly quarterly fortnightly regularly yearly annually biweekly bimonthly regular",
    "PAUSE": "pause stop mute unmute snooze resume quiet silence hush disturb dnd unpause restart silent decline opt "
    "unsubscribe",
    "FORGET": "forget delete erase wipe remove purge scrub export download gdpr destroy unlearn",
    "UNDO": "undo scratch cancel scrap revert withdraw retract rescind nvm nevermind bin ditch kill close strike",
    "OOPS": "oops whoops sorry wrong mistake actually meant correction typo pardon nope apologies error correct amend "
    "fix mistyped misspelt misspelled",
    "SHOW": "show list display view pull tell gimme lemme print summarise summarize",
    "MINE": "requests reqs stats statistics pending open outstanding network contacts circle connections reminders "
    "tally numbers figures summary dashboard todos",
    "KNOW": "know knows knew known knowing contact",
    "ANY": "anyone anybody someone somebody whoever everyone everybody any1 sum1 some1",
    "SAYS": "said says told tells heard mentioned apparently reckons reckon claims wrote writes reportedly saying",
    "FUTURE": "will 'll gonna going shall might maybe planning would should i'll we'll she'll he'll they'll",
    "CAN": "can could pls please plz cld wld kindly cn",
    "NOT": "not no never don't dont didn't didnt can't cant cannot won't wont haven't havent isn't isnt wasn't wasnt "
    "aren't doesn't doesnt without nor neither",
    "I": "i i'm im i've ive we we're we've i'd id",
    "ME": "me us myself ourselves",
    "MY": "my our mine ours",
    "THEM": "him her them they he she his hers their he's she's they're both",
    "WHO": "who whom who's whos whose which",
    "BE": "is are am be being it's 's",
    "WAS": "was were got get been",
    "HAVE": "had have has having did do done does",
    "PAST": "last ever recently first previously already before",
    "ON": "about re regarding abt concerning discuss discussed",
    "KIN": "friend mate pal buddy cousin sister brother aunt uncle neighbour neighbor colleague boss classmate "
    "flatmate "
    "roommate landlord tenant mentor mentee wife husband",
}  # fmt: skip
CONCEPTS: Mapping[str, str] = {word: name for name, words in reversed(_WORDS.items()) for word in words.split()}
