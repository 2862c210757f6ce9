"""A pretend Slack on one machine: the Web API, deliveries, people to act as, faults on demand.

Start it, give the app what Slack would give it, then act:

    with Playground(Path("manifest.yml")) as playground:        # transport="socket" for Socket Mode
        client = WebClient(token=playground.bot_token, base_url=playground.api_url)
        ...                                                     # signing_secret, app_token
        playground.events_url = "http://127.0.0.1:3000/slack/events"    # once the app is up
        ana = playground.member("Ana")
        said = ana.dm("met @Tom yesterday")                     # returns once the app acknowledged
        noted = playground.wait(lambda: ana.heard_after(said))
        ana.press(noted, "Undo")

`Playground(manifest, *, transport="http"|"socket", events_url=None, seed=1, cast=SMALL, clock=time.time, port=0,
ack_within=3.0, repeat_after=(0, 60, 300))`: manifest is a path or a `Manifest`; clock gives unix seconds; all other
times are seconds. `start() stop() serve_forever()`; in the foreground: `python -m playground manifest.yml --help`.

A playground
    url api_url bot_token app_token signing_secret app_id events_url connected
    member("Ana") installer people channel("#general")  a name, handle or id; `CannotDoError` when several fit
    messages() said()                       all messages of the workspace; all that the app said
    join("Zoe", title=…, zone=…)            team_join
    invite("#random") remove(…) archive(…) rename("#random", "chat")
    revoke() install()                      app_uninstalled and tokens_revoked; and back
    wait(predicate, timeout=5)              its value once true; "not there" errors count as not yet; only look in it
    settle()                                until no delivery is under way (repeats a second or more away not counted)
    one_message_a_second() keep_to_tiers()  Slack's paces, off at first
    expire_triggers() refresh_connections() cut_connections()
    faults.next("chat.postMessage", "drop_after", times=1, seconds=.5, retry_after=1, status=503)
    faults.schedule(0.2, kinds, direction="both"|"from_app"|"to_app", only=(), seed=1)   faults.clear()
    traffic.entries(title, direction, after)   each with n at direction title status ms request response fault retry

A person
    id name real_name record
    dm(words) say("#general", words) mention("#general", words) reply(message, words)
    edit(message, words) delete(message) react(message, "tada")
    command("/met", "words", channel="#general") → Answer: ok error text message ephemerals status ms
    shortcut(callback_id) message_shortcut(callback_id, message)         callback_id or visible name
    press(message or view, label or action_id, value=None, nth=None) press_home(…) press_view(…) → Outcome: ok error
    fill(message or view, {label: value})   options(label, query) → labels offered by the app
    open_home() open_messages() home() view() views() submit({label or block_id: value}) → errors or None   close()
    messages(place=None) inbox() last() heard_after(message) status() prompts()
    change(title=…, zone=…, real_name=…, kind="guest", deleted=True) deactivate() leave("#general")
    do_not_disturb(start, end) stop(message)

A message
    text words blocks channel place people ts thread_ts replies author author_id from_app buttons pings
    ephemeral edited deleted metadata reactions
A view
    title callback_id private_metadata blocks words buttons fields state submit_label
"""

from playground.cast import SMALL, Cast, Part, Room, larger_cast
from playground.delivery import Outcome
from playground.faults import KINDS, WEATHER
from playground.handles import SeenMessage, SeenView
from playground.manifest import Manifest
from playground.members import Answer, Person
from playground.refusal import CannotDoError, NothingThereError
from playground.town import Playground

__all__ = [
    "KINDS",
    "SMALL",
    "WEATHER",
    "Answer",
    "CannotDoError",
    "Cast",
    "Manifest",
    "NothingThereError",
    "Outcome",
    "Part",
    "Person",
    "Playground",
    "Room",
    "SeenMessage",
    "SeenView",
    "larger_cast",
]
