// A conversation: its head, its messages, and beside it one thread.

import { blocks } from "./blocks.js";
import { day, fill, h, time } from "./dom.js";
import { emoji, mrkdwn, QUICK } from "./mrkdwn.js";
import { pressing } from "./surface.js";
import { conversation, does, go, member, withApp, world } from "./world.js";

export function head(place) {
  const here = conversation();
  if (!here) return fill(place);
  const tab = (name, words) => h("button", { role: "tab", "aria-selected": String(world.tab === name), onclick: () => go({ tab: name }) }, words);
  fill(
    place,
    h("div", { class: "title" }, h("h1", {}, here.kind === "channel" ? `# ${here.name}` : withApp() ? world.state.app.name : here.name),
      h("span", { class: "quiet" }, here.topic ?? (here.kind === "group" ? `${here.members.length} people` : ""))),
    withApp() ? h("div", { class: "tabs", role: "tablist" }, tab("home", "Home"), tab("messages", "Messages")) : null,
    h("div", { class: "as quiet" }, "as ", h("b", {}, world.state.me.real_name)),
  );
}

const drawn = { conversation: new Map(), thread: new Map() };

export function messages(place) {
  const top = world.messages.filter((one) => !one.thread_ts || one.thread_ts === one.ts);
  const rows = [];
  let last = "";
  let before = null;
  const fresh = new Map();
  for (const one of top) {
    const today = day(one.ts);
    if (today !== last) rows.push(h("div", { class: "day" }, h("span", {}, today)));
    const follows = before && before.author === one.author && today === last && Number(one.ts) - Number(before.ts) < 180 && !one.ephemeral && !before.ephemeral;
    rows.push(row(one, follows, drawn.conversation, fresh, false));
    last = today;
    before = one;
  }
  drawn.conversation = fresh;
  const status = conversation()?.status;
  if (status) rows.push(h("div", { class: "status quiet" }, `${world.state.app.name} ${status}`));
  if (!top.length && !world.arriving) rows.push(welcome());
  fill(place, rows);
}

// A message that did not change keeps its nodes, and with them focus and open lists.
function row(one, follows, before, fresh, inThread) {
  const said = JSON.stringify([one, follows, world.as]);
  const known = before.get(one.ts);
  const made = known && known.said === said ? known : { said, node: message(one, follows, inThread) };
  fresh.set(one.ts, made);
  return made.node;
}

function message(one, follows, inThread) {
  const author = member(one.author);
  const app = ["app", "bot"].includes(author?.kind);
  const body = one.blocks?.length ? blocks(one.blocks, pressing({ conversation: world.place, ts: one.ts })) : h("div", { class: "words" }, mrkdwn(one.text));
  return h("article", { class: `message${follows ? " follows" : ""}${one.ephemeral ? " ephemeral" : ""}${app ? " from-app" : ""}`, data: { ts: one.ts } },
    follows ? h("span", { class: "gutter quiet" }, time(one.ts)) : h("img", { class: "avatar", src: author?.picture ?? "", alt: "", width: 36, height: 36 }),
    h("div", { class: "body" },
      one.ephemeral ? h("div", { class: "only-you" }, "Only visible to you") : null,
      follows ? null : h("div", { class: "by" }, h("b", {}, author?.real_name ?? one.author), app ? h("span", { class: "app-badge" }, "APP") : null, h("time", {}, time(one.ts))),
      body,
      one.files?.map((file) => h("a", { class: "file", href: file.url_private_download, download: file.name }, `📄 ${file.name}`, h("span", { class: "quiet" }, ` ${Math.ceil(file.size / 1024)} KB`))) ?? null,
      one.edited ? h("span", { class: "edited quiet" }, "(edited)") : null,
      one.reactions?.length ? h("div", { class: "reactions" }, one.reactions.map((r) => h("button", { class: r.members.includes(world.as) ? "mine" : "", onclick: () => react(one, r.name) }, `${emoji(r.name)} ${r.members.length}`))) : null,
      one.reply_count && !inThread ? h("button", { class: "replies", onclick: () => go({ thread: one.ts }) }, `${one.reply_count} ${one.reply_count === 1 ? "reply" : "replies"}`) : null),
    one.ephemeral ? null : tools(one, inThread));
}

function tools(one, inThread) {
  const shortcuts = world.state.app.shortcuts.filter((s) => s.type === "message");
  const buttons = [
    QUICK.slice(0, 3).map((name) => h("button", { title: `React with ${name}`, "aria-label": `React with ${name}`, onclick: () => react(one, name) }, emoji(name))),
    inThread ? null : h("button", { title: "Reply in a thread", "aria-label": "Reply in a thread", onclick: () => go({ thread: one.thread_ts ?? one.ts }) }, "↪"),
    shortcuts.map((s) => h("button", { title: s.name, "aria-label": s.name, onclick: () => does("shortcut", { callback_id: s.callback_id, conversation: world.place, ts: one.ts }) }, "⚡")),
  ].flat(2).filter(Boolean);
  // One stop for Tab; the arrows go on from there.
  buttons.forEach((button, place) => { button.tabIndex = place ? -1 : 0; });
  const move = (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by) buttons.at((buttons.indexOf(document.activeElement) + by) % buttons.length).focus();
  };
  return h("div", { class: "tools", role: "toolbar", "aria-label": "To this message", onkeydown: move }, buttons);
}

const react = (one, name) => does("react", { conversation: world.place, ts: one.ts, name });

function welcome() {
  if (!withApp()) return h("div", { class: "empty quiet" }, "Nothing has been said here yet.");
  const prompts = world.state.app.prompts?.[world.as] ?? [];
  return h("div", { class: "empty" }, h("p", { class: "quiet" }, `This is your private conversation with ${world.state.app.name}. Write something below.`),
    h("div", { class: "prompts" }, prompts.map((one) => h("button", { onclick: () => does("write", { conversation: world.place, text: one.message }) }, one.title))));
}

let homeDrawn = "";
export function home(place) {
  const view = world.state.home;
  const said = JSON.stringify([view, world.as]);
  if (said === homeDrawn && place.querySelector(".home")) return;
  homeDrawn = said;
  fill(place, h("div", { class: "home" }, view ? blocks(view.blocks, pressing({ view: "home" })) : h("p", { class: "quiet" }, "Nothing is published here yet.")));
}

export function thread(place) {
  const root = world.messages.find((one) => one.ts === world.thread);
  const replies = world.messages.filter((one) => one.thread_ts === world.thread && one.ts !== world.thread);
  if (!root) return fill(place, h("p", { class: "quiet" }, "This thread is gone."));
  const fresh = new Map();
  fill(place, row(root, false, drawn.thread, fresh, true), h("div", { class: "day" }, h("span", {}, `${replies.length} ${replies.length === 1 ? "reply" : "replies"}`)), replies.map((one) => row(one, false, drawn.thread, fresh, true)));
  drawn.thread = fresh;
}
