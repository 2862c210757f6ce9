// The page put together.

import { composer } from "./composer.js";
import { head, home, messages, thread } from "./conversation.js";
import { fill, h } from "./dom.js";
import { traffic } from "./inspector.js";
import { modals } from "./modal.js";
import { sidebar } from "./sidebar.js";
import { begin, conversation, go, watch, withApp, world } from "./world.js";

const $ = (id) => document.getElementById(id);
const below = composer(() => ({ conversation: world.place }));
const inThread = composer(() => ({ conversation: world.place, thread_ts: world.thread }));
$("bottom").append(below.element);

let lastPlace = "";
let lastCount = 0;

function draw() {
  document.title = `${world.state.app.name} · ${world.state.workspace.name}`;
  sidebar($("sidebar"));
  head($("top"));
  const onHome = withApp() && world.tab === "home";
  const scroll = $("scroll");
  const here = `${world.as}:${world.place}:${world.tab}`;
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 60;
  if (onHome) home($("content"));
  else messages($("content"));
  if (!onHome && (here !== lastPlace || (atEnd && world.messages.length !== lastCount) || atEnd)) scroll.scrollTop = scroll.scrollHeight;
  if (onHome && here !== lastPlace) scroll.scrollTop = 0;
  $("bottom").hidden = onHome;
  const place = conversation();
  below.moved(here, place?.kind === "channel" ? `Message #${place.name}` : `Message ${withApp() ? world.state.app.name : (place?.name ?? "")}`);
  if (here !== lastPlace && !onHome && !world.state.views.length) below.focus({ preventScroll: true });
  lastPlace = here;
  lastCount = world.messages.length;
  side($("panel"));
  modals($("modals"));
}

function side(panel) {
  panel.hidden = world.panel === "none";
  if (panel.hidden) return fill(panel);
  if (panel.dataset.shows !== world.panel) {
    panel.dataset.shows = world.panel;
    const title = world.panel === "thread" ? "Thread" : "Behind the scenes";
    fill(panel, h("header", {}, h("h2", {}, title), h("button", { class: "plain", "aria-label": "Close the panel", onclick: () => go({ panel: "none" }) }, "×")),
      h("div", { class: "inside" }), world.panel === "thread" ? inThread.element : null);
  }
  const inside = panel.querySelector(".inside");
  if (world.panel === "thread") {
    thread(inside);
    inThread.moved(`${world.as}:${world.place}:${world.thread}`, "Reply");
  } else traffic(inside);
}

watch(draw);
begin().catch((problem) => fill($("content"), h("p", { class: "empty" }, `The playground cannot be reached (${problem.message}).`)));
