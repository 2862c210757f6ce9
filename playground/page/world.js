// What the page knows: the workspace as one member sees it, and where that member is looking.

import { act, getMessages, getState, listen } from "./api.js";
import { toast } from "./dom.js";

export const world = {
  as: null,
  place: null, // a conversation's id
  tab: "messages", // of the conversation with the app
  thread: null, // the ts of an open thread
  panel: "none", // none, thread, traffic
  state: null,
  messages: [],
  arriving: false, // somewhere else; its messages are on their way
};

const watchers = [];
export const watch = (redraw) => watchers.push(redraw);
export const redraw = () => watchers.forEach((each) => each());

export const me = () => world.state.me;
export const member = (id) => world.state.members.find((one) => one.id === id);
export const conversation = () => world.state.conversations.find((one) => one.id === world.place);
export const appConversation = () =>
  world.state.conversations.find((one) => one.kind === "dm" && one.members.includes(world.state.app.bot_user));
export const withApp = () => conversation()?.id === appConversation()?.id;

export async function does(what, details) {
  const answer = await act(world.as, what, details);
  if (!answer.ok && answer.error) toast(answer.error);
  return answer;
}

// Only the last one asked for is shown: an answer that comes late is about where one was before.
let turn = 0;
export async function refresh() {
  const mine = (turn += 1);
  const state = await getState(world.as);
  if (mine !== turn) return;
  world.state = state;
  world.as = state.me.id;
  if (!conversation()) world.place = appConversation()?.id ?? state.conversations[0]?.id;
  if (world.place) {
    const { messages } = await getMessages(world.as, world.place);
    if (mine !== turn) return;
    world.messages = messages;
    world.arriving = false;
    const here = conversation();
    if (here) here.unread = 0;
  }
  keepAddress();
  redraw();
}

let coming = null;
let busy = false;
export function refreshSoon() {
  if (coming) return;
  coming = setTimeout(async () => {
    coming = null;
    if (busy) return refreshSoon();
    busy = true;
    try {
      await refresh();
    } catch {
      /* the stream calls again when the server is back */
    } finally {
      busy = false;
    }
  }, 30);
}

export async function go({ as = world.as, place = world.place, tab = null, thread = null, panel = null }) {
  const moved = as !== world.as || place !== world.place || (tab && tab !== world.tab);
  const elsewhere = as === world.as && place !== world.place;
  if (as !== world.as) world.state.me = member(as);
  Object.assign(world, { as, place, thread });
  if (tab) world.tab = tab;
  world.panel = panel ?? (thread ? "thread" : world.panel === "traffic" ? "traffic" : "none");
  if (elsewhere) {
    Object.assign(world, { messages: [], arriving: true });
    redraw(); // at once: what is written from now on belongs to the new place
  }
  await refresh();
  if (moved && withApp()) await does("open", { tab: world.tab });
}

function keepAddress() {
  const app = appConversation()?.id;
  const c = world.place === app ? (world.tab === "home" ? "home" : "app") : world.place;
  history.replaceState(null, "", `?${new URLSearchParams({ as: world.as, c })}`);
}

export async function begin() {
  const asked = new URLSearchParams(location.search);
  world.as = asked.get("as");
  world.state = await getState(world.as);
  world.as = world.state.me.id;
  const c = asked.get("c");
  world.place = c && !["home", "app"].includes(c) ? c : appConversation()?.id;
  world.tab = c === "home" ? "home" : "messages";
  await refresh();
  if (withApp()) await does("open", { tab: world.tab });
  listen(refreshSoon);
}
