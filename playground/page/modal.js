// Forms, one on top of another; what is typed stays while the rest of the page changes.

import { blocks } from "./blocks.js";
import { fill, h } from "./dom.js";
import { textObject } from "./mrkdwn.js";
import { forming } from "./surface.js";
import { does, world } from "./world.js";

const entered = new Map(); // view id → { values, errors }
let drawn = "";
let cameFrom = null;

export function modals(place) {
  const view = world.state.views.at(-1);
  if (!view) {
    if (drawn) cameFrom?.focus?.();
    drawn = "";
    entered.clear();
    return fill(place);
  }
  const said = `${view.id}:${view.hash}`;
  if (said === drawn) return;
  if (!drawn) cameFrom = document.activeElement;
  drawn = said;
  draw(place, view);
}

function draw(place, view) {
  const mine = entered.get(view.id) ?? { values: {}, errors: {} };
  entered.set(view.id, mine);
  const form = h("form", {
    class: "modal", role: "dialog", "aria-modal": "true", "aria-labelledby": "modal-title",
    onsubmit: (event) => { event.preventDefault(); send(place, view, mine); },
    onkeydown: (event) => { if (event.key === "Escape") does("close", { view: view.id }); },
  },
    h("header", {}, h("h2", { id: "modal-title" }, textObject(view.title)), h("button", { type: "button", class: "plain", "aria-label": "Close", onclick: () => does("close", { view: view.id }) }, "×")),
    h("div", { class: "modal-body" }, blocks(view.blocks, forming(view, mine.values, mine.errors))),
    h("footer", {},
      h("button", { type: "button", class: "button", onclick: () => does("close", { view: view.id }) }, view.close ? textObject(view.close) : "Close"),
      view.submit ? h("button", { type: "submit", class: "button primary send" }, textObject(view.submit)) : null));
  fill(place, h("div", { class: "veil" }, form));
  const first = form.querySelector(".wrong input, .wrong textarea") ?? form.querySelector("[autofocus]") ?? form.querySelector(".modal-body input, .modal-body textarea, .modal-body button") ?? form.querySelector("footer .button");
  first?.focus();
}

async function send(place, view, mine) {
  const button = place.querySelector(".send");
  button.disabled = true;
  button.classList.add("busy");
  const answer = await does("submit", { view: view.id, values: mine.values });
  button.disabled = false;
  button.classList.remove("busy");
  mine.errors = answer.errors ?? {};
  if (answer.errors) draw(place, view);
}
