// Behind the scenes: what passed between Slack and the app, and how the weather is.

import { getTraffic } from "./api.js";
import { fill, h } from "./dom.js";
import { does, world } from "./world.js";

const KEEP = 300;
let entries = [];
let shown = null;
let reading = false;

export async function traffic(place) {
  if (!place.querySelector(".traffic")) {
    fill(place, weather(), h("div", { class: "traffic" }));
  }
  if (reading) return;
  reading = true;
  try {
    const more = (await getTraffic(entries.at(-1)?.n ?? 0)).entries;
    entries = [...entries, ...more].slice(-KEEP);
    const list = place.querySelector(".traffic");
    if (list && (more.length || !list.children.length)) fill(list, [...entries].reverse().map(entry));
  } finally {
    reading = false;
  }
}

function entry(one) {
  const open = shown === one.n;
  const bad = one.fault || (typeof one.status === "number" && one.status >= 400) || one.response?.ok === false;
  const node = h("div", { class: `entry ${one.direction}${bad ? " bad" : ""}` },
    h("button", { class: "line", "aria-expanded": String(open), onclick: () => { shown = open ? null : one.n; node.replaceWith(entry(one)); } },
      h("span", { class: "arrow", title: one.direction === "to_app" ? "Slack to the app" : "the app to Slack" }, one.direction === "to_app" ? "→" : "←"),
      h("span", { class: "what" }, one.title), one.fault ? h("span", { class: "fault" }, one.fault) : null, one.retry ? h("span", { class: "fault" }, `repeat ${one.retry}`) : null,
      h("span", { class: "quiet" }, `${one.status ?? ""} · ${Math.round(one.ms ?? 0)} ms`)),
    open ? h("pre", {}, JSON.stringify({ request: one.request, response: one.response }, null, 2)) : null);
  return node;
}

const KINDS = ["rate_limited", "server_error", "slow", "drop_before", "drop_after", "duplicate", "reorder"];

function weather() {
  const now = world.state.faults;
  const share = h("input", { type: "range", min: "0", max: "50", value: String(Math.round(now.share * 100)), "aria-label": "Share of faults in percent", oninput: () => { said.textContent = `${share.value} %`; }, onchange: change });
  const said = h("output", {}, `${share.value} %`);
  const ticks = KINDS.map((kind) => h("label", {}, h("input", { type: "checkbox", checked: !now.kinds.length || now.kinds.includes(kind), onchange: change, data: { kind } }), kind.replaceAll("_", " ")));
  function change() {
    const kinds = ticks.map((one) => one.querySelector("input")).filter((one) => one.checked).map((one) => one.dataset.kind);
    does("faults", { share: Number(share.value) / 100, kinds });
  }
  return h("div", { class: "weather-box" }, h("h3", {}, "Weather"), h("p", { class: "quiet" }, "How much of the traffic goes wrong, as it does at Slack now and then."), h("div", { class: "slider" }, share, said), h("div", { class: "kinds" }, ticks));
}
