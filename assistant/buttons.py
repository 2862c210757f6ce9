"""The names of Wellmet's buttons and forms, as the thinking knows them. What they say is the views' business."""

from enum import StrEnum


class Button(StrEnum):
    """What a press asks for. `of` says about which record, or what was chosen."""

    UNDO = "undo"  # of a record, as Matter.key
    RESTORE = "restore"  # of a record that was taken back
    EDIT = "edit"  # of a record, as Matter.key: opens its form
    ADD_NOTE = "add_note"  # of a meeting: opens a small form
    CHOOSE = "choose"  # "{question}:{person}": this one is meant
    ADD_CONTACT = "add_contact"  # of a question: nobody known is meant, keep them as a contact
    MEANT = "meant"  # "{question}:1", "{question}:2": the first or second reading is right
    THIS = "this"  # "{question}:reminder:12": that record is meant
    NEVER_MIND = "never_mind"  # of a question
    CONTACTS = "contacts"  # opens a form to choose one of one's own contacts
    EDIT_CONTACT = "edit_contact"  # of a contact: opens its form
    TAKE_APART = "take_apart"  # of a contact that was merged
    SAME = "same"  # of a match: the member who joined is the contact
    APART = "apart"  # of a match: they are two
    NEW_MEETING = "new_meeting"  # opens an empty form, or one with a person in it
    HELP = "help"  # what can you do?
    ASK_AROUND = "ask_around"  # of an introduction: ask those who know the one wanted, privately
    POST_CARD = "post_card"  # of an introduction: put the request into the introductions channel
    ACCEPT = "accept"  # of an introduction: whoever was asked agrees
    DECLINE = "decline"
    KEEP_APART = "keep_apart"  # of an introduction: a no, and never again with them
    NOT_NOW = "not_now"
    ASK_BACK = "ask_back"  # of an introduction: opens a small form for a question about it
    ANSWER_BACK = "answer_back"  # "{introduction}:{person}": opens the same form for the answer
    VOLUNTEER = "volunteer"  # of an introduction, on its card
    WITHDRAW = "withdraw"
    WE_MET = "we_met"
    NOT_YET = "not_yet"
    NOT_NEEDED = "not_needed"
    WHEN = "when"  # "{question}:tomorrow": a reminder comes then
    REMINDER_DONE = "reminder_done"  # of a reminder: it is done; a rhythm goes on from today
    SNOOZE = "snooze"  # "{reminder}:tomorrow", "{reminder}:week"
    NEW_REMINDER = "new_reminder"  # opens an empty form
    SHOW_REMINDERS = "show_reminders"
    RESUME_NUDGES = "resume_nudges"
    NUDGE_DONE = "nudge_done"  # of a nudge: it is done
    NUDGE_ALREADY = "nudge_already"  # of a nudge: it was done before
    NUDGE_PASS = "nudge_pass"  # of a nudge: not this one
    THANK = "thank"  # of an introduction: opens the form with a draft
    SEND_THANKS = "send_thanks"  # of a nudge: the draft, as it stands
    EDIT_THANKS = "edit_thanks"  # of a nudge: opens the form with its draft
    THANKED_ALREADY = "thanked_already"  # of a nudge: it was done elsewhere
    FEWER = "fewer"  # of a nudge: less of our own ideas a week
    NEW_THANKS = "new_thanks"  # opens an empty form for thanks
    SAY_WHY = "say_why"  # of a question: opens a form of one line
    NEW_REQUEST = "new_request"  # opens an empty form for a request, or one with a person in it
    SETTINGS = "settings"  # opens the member's own
    WORKSPACE_SETTINGS = "workspace_settings"  # opens everybody's; admins only
    WHO = "who"  # opens a form to choose somebody
    SEARCH = "search"  # opens a form for words to look for
    CARD = "card"  # of a person: opens a window with what is known of them
    LOOK = "look"  # something looked up, or its next page, as recall/look.py writes it
    OPEN = "open"  # of a record: the message about it, with all that can be done
    FORGET = "forget"  # of a person: what was noted of them; of the member themselves: everything
    SPARE = "spare"  # the same: nothing is forgotten
    RECOMMEND_YES = "recommend_yes"  # of a recommendation: the one recommended agrees to its being shown
    RECOMMEND_NO = "recommend_no"
    RECOMMEND_NEVER = "recommend_never"  # no, and never ask about another one
    AUDIENCE = "audience"  # opens a window: who shares the member's clients
    NEW_OFFER = "new_offer"  # opens an empty form for an offer
    NEW_NEED = "new_need"
    REMOVE_LISTING = "remove_listing"  # of an offer or need, on Home and in lists
    KEEP_LISTING = "keep_listing"  # of an offer or need: it is still so
    FIT_INTRO = "fit_intro"  # of a fit: opens a form that asks for an introduction
    FIT_WRITE = "fit_write"  # of a fit: they write to them themselves
    FIT_NOT = "fit_not"  # of a fit: not this one
    CONFIRM = "confirm"  # of a referral or partnership, "referral:7": what the other one wrote is right
    NOT_RIGHT = "not_right"  # opens its form
    NOT_MINE = "not_mine"
    CONTACTED = "contacted"  # of a referral: what became of it
    WON = "won"
    LOST = "lost"
    END_PARTNERSHIP = "end_partnership"
    RENEW_PARTNERSHIP = "renew_partnership"  # opens its form
    NEW_REFERRAL = "new_referral"  # opens an empty form
    NEW_PARTNERSHIP = "new_partnership"
    TOTALS = "totals"  # opens a window with what the member sent and received this year
    WITH_WHOM = "with_whom"  # asks with whom, for a window of what the two gave one another
    EXCHANGE = "exchange"  # of a person: opens that window
    MY_DATA = "my_data"  # on Home: what can be done with all that is kept of me
    EXPORT = "export"  # as which file, a Format
    FORGET_ALL = "forget_all"  # asks, in numbers, whether everything is to be forgotten
    PAGE = "page"  # of Home: the page to show, a number


class Form(StrEnum):
    """The forms a member can send off."""

    MEETING = "meeting"  # a new one, or the whole of an old one
    NOTE = "note"  # more notes for a meeting
    CONTACTS = "contacts"  # one of one's own contacts, to edit
    CONTACT = "contact"  # what is noted of a contact
    REMINDER = "reminder"  # a new one, or the whole of an old one
    REQUEST = "request"  # for an introduction
    WHY = "why"  # of a question
    WHOM = "whom"  # of an introduction: whom the connector has in mind
    PASS_ON = "pass_on"  # "{introduction}:{person}": words for that person
    THANKS = "thanks"  # of an introduction, or of nothing yet; or some that were given
    LOGGED = "logged"  # an introduction that was made elsewhere
    RECOMMENDATION = "recommendation"
    SETTINGS = "settings"
    WORKSPACE = "workspace"
    WHO = "who"  # somebody whose card is to be shown
    OFFER = "offer"  # a new one, or the whole of an old one
    NEED = "need"
    REFERRAL = "referral"  # a new one, or one as it stands
    PARTNERSHIP = "partnership"
    WITH_WHOM = "with_whom"
    SEARCH = "search"  # words to look for in one's own records


class Field(StrEnum):
    """The fields of forms."""

    PEOPLE = "people"
    DAY = "day"
    TIME = "time"
    PLACE = "place"
    TOPIC = "topic"
    NOTES = "notes"
    EVERY = "every"
    TARGET = "target"
    CONNECTOR = "connector"
    WHY = "why"
    WORDS = "words"
    TO = "to"
    INTRODUCED = "introduced"
    SHOWS = "shows"
    ASKS = "asks"
    RESTS = "rests"
    NUDGES = "nudges"
    FROM = "from"
    UNTIL = "until"
    DAYS = "days"
    QUIET_FROM = "quiet_from"
    QUIET_UNTIL = "quiet_until"
    CHANNEL = "channel"
    ABOUT = "about"
    AUDIENCE = "audience"
    APART = "apart"
    WITH = "with"
    DIRECTION = "direction"
    CLIENT = "client"
    AMOUNT = "amount"
    CURRENCY = "currency"
    STATE = "state"
    ORGANISATION = "organisation"
    AIM = "aim"
    TERMS = "terms"
    FORMALITY = "formality"
    SINCE = "since"
