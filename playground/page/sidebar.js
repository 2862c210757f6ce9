// The sidebar: who you act as, and where that person can be.

import { h, fill } from "./dom.js";
import { appConversation, go, me, world } from "./world.js";

const LABEL = { guest: "guest", external: "external" };

export function sidebar(place) {
  const { state } = world;
  const people = state.members.filter((one) => !one.deleted && ["member", "guest", "external"].includes(one.kind));
  const app = appConversation();
  const groups = [
    ["Channels", state.conversations.filter((one) => one.kind === "channel"), (one) => `# ${one.name}`],
    ["Group messages", state.conversations.filter((one) => one.kind === "group"), (one) => one.name],
    ["Messages", state.conversations.filter((one) => one.kind === "dm" && one !== app), (one) => one.name],
  ];
  fill(
    place,
    h("div", { class: "workspace" }, h("strong", {}, state.workspace.name), h("span", { class: state.faults.connected ? "lamp on" : "lamp", title: state.faults.connected ? "The app is connected" : "The app is not connected" })),
    h("div", { class: "acting" },
      h("h2", {}, "You act as"),
      h("ul", { class: "cast" }, people.map(person))),
    app ? h("div", { class: "places" }, h("h2", {}, "App"), h("ul", {}, placeRow(app, state.app.name, true))) : null,
    groups.filter(([, list]) => list.length).map(([title, list, name]) =>
      h("div", { class: "places" }, h("h2", {}, title), h("ul", {}, list.map((one) => placeRow(one, name(one)))))),
    h("button", { class: "weather", onclick: () => go({ panel: world.panel === "traffic" ? "none" : "traffic" }) },
      "Behind the scenes", state.faults.share ? h("span", { class: "badge" }, `${Math.round(state.faults.share * 100)} % faults`) : null),
  );
}

function person(one) {
  const mine = one.id === me().id;
  return h("li", {}, h("button", { class: mine ? "person mine" : "person", "aria-pressed": String(mine), "aria-label": `Act as ${one.real_name}`, onclick: () => go({ as: one.id }) },
    h("img", { src: one.picture, alt: "", width: 28, height: 28 }),
    h("span", { class: "who" }, h("span", { class: "name" }, one.real_name, LABEL[one.kind] ? h("em", {}, LABEL[one.kind]) : null), h("span", { class: "title" }, one.title))));
}

function placeRow(one, name, app = false) {
  const here = one.id === world.place;
  const unread = one.unread && !here ? h("span", { class: "badge" }, String(one.unread)) : null;
  return h("li", {}, h("button", { class: here ? "place here" : "place", "aria-current": here ? "page" : null, onclick: () => go({ place: one.id, tab: app ? world.tab : "messages" }) },
    h("span", { class: "place-name" }, name), unread));
}
