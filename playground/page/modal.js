// Forms, one on top of another; what is typed stays while the rest of the page changes.

import { blocks } from "./blocks.js";
import { fill, h } from "./dom.js";
import { textObject } from "./mrkdwn.js";
import { forming } from "./surface.js";
import { does, world } from "./world.js";

const entered = new Map(); // view id → what is in its fields
let drawn = "";
let cameFrom = null;
const BEHIND = ["sidebar", "main", "panel"];

export function modals(place) {
  const view = world.state.views.at(-1);
  if (view && !drawn) cameFrom = document.activeElement;
  for (const behind of BEHIND) document.getElementById(behind).inert = Boolean(view); // Tab stays in the form
  if (!view) {
    if (drawn) (cameFrom?.isConnected ? cameFrom : document.getElementById("scroll")).focus();
    drawn = "";
    entered.clear();
    return fill(place);
  }
  const said = `${view.id}:${view.hash}`;
  if (said === drawn) return;
  drawn = said;
  draw(place, view);
}

function draw(place, view) {
  const values = entered.get(view.id) ?? {};
  entered.set(view.id, values);
  const fields = new Map();
  const form = h("form", {
    class: "modal", role: "dialog", "aria-modal": "true", "aria-labelledby": "modal-title",
    onsubmit: (event) => { event.preventDefault(); send(form, view, values, fields); },
  },
    h("header", {}, h("h2", { id: "modal-title" }, textObject(view.title)), h("button", { type: "button", class: "plain", "aria-label": "Close", onclick: () => does("close", { view: view.id }) }, "×")),
    h("div", { class: "modal-body" }, blocks(view.blocks, forming(view, values, fields))),
    h("footer", {},
      h("button", { type: "button", class: "button", onclick: () => does("close", { view: view.id }) }, view.close ? textObject(view.close) : "Close"),
      view.submit ? h("button", { type: "submit", class: "button primary send" }, textObject(view.submit)) : null));
  // The veil takes the focus of a click on nothing, so that Escape closes from everywhere.
  fill(place, h("div", { class: "veil", tabindex: "-1", onkeydown: (event) => { if (event.key === "Escape") does("close", { view: view.id }); } }, form));
  const first = form.querySelector("[autofocus]") ?? form.querySelector(".modal-body input, .modal-body textarea, .modal-body button") ?? form.querySelector("footer .button");
  first?.focus();
}

async function send(form, view, values, fields) {
  const button = form.querySelector(".send");
  button.disabled = true;
  button.classList.add("busy");
  const answer = await does("submit", { view: view.id, values });
  button.disabled = false;
  button.classList.remove("busy");
  for (const [id, tell] of fields) tell(answer.errors?.[id]);
  form.querySelector(".wrong input, .wrong textarea")?.focus();
}
