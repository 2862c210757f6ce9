// The page put together.

import { composer } from "./composer.js";
import { head, home, messages, thread } from "./conversation.js";
import { fill, h, pin } from "./dom.js";
import { traffic } from "./inspector.js";
import { modals } from "./modal.js";
import { sidebar } from "./sidebar.js";
import { begin, conversation, go, watch, withApp, world } from "./world.js";

const $ = (id) => document.getElementById(id);
const below = composer(() => ({ conversation: world.place }));
const inThread = composer(() => ({ conversation: world.place, thread_ts: world.thread }));
$("bottom").append(below.element);

const end = pin($("scroll"));
let threadEnd = null;
let lastPlace = "";
let lastSaid = null;

function draw() {
  document.title = `${world.state.app.name} · ${world.state.workspace.name}`;
  sidebar($("sidebar"));
  head($("top"));
  const onHome = withApp() && world.tab === "home";
  const here = `${world.as}:${world.place}:${world.tab}`;
  if (onHome) home($("content"));
  else messages($("content"));
  const said = world.messages.at(-1);
  const saidByMe = said?.ts !== lastSaid && said?.author === world.as;
  if (onHome && here !== lastPlace) end.toTop();
  else if (!onHome && (here !== lastPlace || saidByMe)) end.toEnd();
  else if (!onHome) end.keep();
  $("bottom").hidden = onHome;
  const place = conversation();
  below.moved(here, place?.kind === "channel" ? `Message #${place.name}` : `Message ${withApp() ? world.state.app.name : (place?.name ?? "")}`);
  if (here !== lastPlace && !onHome && !world.state.views.length) below.focus({ preventScroll: true });
  lastPlace = here;
  lastSaid = said?.ts;
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
    threadEnd = world.panel === "thread" ? pin(panel.querySelector(".inside")) : null;
  }
  const inside = panel.querySelector(".inside");
  if (world.panel === "thread") {
    thread(inside);
    threadEnd.keep();
    inThread.moved(`${world.as}:${world.place}:${world.thread}`, "Reply");
  } else traffic(inside);
}

watch(draw);
begin().catch((problem) => fill($("content"), h("p", { class: "empty" }, `The playground cannot be reached (${problem.message}).`)));
