// What one can press, choose from or type into.

import { h } from "./dom.js";
import { chooser } from "./chooser.js";
import { plainText, textObject } from "./mrkdwn.js";
import { world } from "./world.js";

export function control(block, element, surface) {
  const made = ELEMENTS[element.type];
  if (!made) return h("span", { class: "quiet" }, `(${element.type})`);
  return made(element, {
    id: surface.inputId,
    press: (value) => surface.press(block.block_id, element.action_id, value),
    options: (query) => surface.options(block.block_id, element.action_id, query),
    // In a form an entry is kept; elsewhere choosing is pressing.
    keep: (state, value) =>
      block.type === "input" ? surface.keep(block.block_id, element.action_id, state) : surface.press(block.block_id, element.action_id, value),
    kept: surface.kept?.(block.block_id, element.action_id),
  });
}

const hint = (element) => (element.placeholder ? plainText(element.placeholder) : "");

function text(element, at, type = "text") {
  const now = at.kept ? at.kept.value : element.initial_value;
  const input = h(element.multiline ? "textarea" : "input", {
    id: at.id,
    type: element.multiline ? null : type,
    placeholder: hint(element),
    maxlength: element.max_length ? String(element.max_length) : null,
    rows: element.multiline ? "4" : null,
    autofocus: element.focus_on_load ? true : null,
    oninput: () => at.keep({ type: element.type, value: input.value || null }, input.value),
  });
  input.value = now ?? "";
  if (now) at.keep?.({ type: element.type, value: now }, now);
  return input;
}

function picker(element, at, type, key, initial) {
  const now = at.kept ? at.kept[key] : element[initial];
  const keep = () => at.keep({ type: element.type, [key]: input.value || null }, input.value);
  const input = h("input", { id: at.id, type, onchange: keep });
  input.value = now ?? "";
  return input;
}

function asked(element, then) {
  const ask = element.confirm;
  if (!ask) return then();
  const words = [ask.title, ask.text].map((part) => part?.text).filter(Boolean).join("\n\n");
  return window.confirm(words) ? then() : null;
}

function button(element, at) {
  const label = textObject(element.text);
  const kind = `button ${element.style ?? ""}`;
  if (element.url) return h("a", { class: kind, href: element.url, target: "_blank", rel: "noreferrer" }, label);
  const made = h("button", {
    type: "button",
    class: kind,
    "aria-label": element.accessibility_label,
    onclick: () =>
      asked(element, async () => {
        if (made.getAttribute("aria-disabled")) return;
        made.setAttribute("aria-disabled", "true"); // and not `disabled`, which would take the focus away
        try {
          await at.press(element.value);
        } finally {
          made.removeAttribute("aria-disabled");
        }
      }),
  }, label);
  return made;
}

function ticks(element, at, type) {
  const one = type === "radio";
  const initial = one ? [element.initial_option].filter(Boolean) : (element.initial_options ?? []);
  const chosen = new Set((at.kept ? (one ? [at.kept.selected_option] : at.kept.selected_options) : initial).filter(Boolean).map((o) => o.value));
  const changed = (option, on) => {
    if (one) chosen.clear();
    if (on) chosen.add(option.value);
    else chosen.delete(option.value);
    const several = element.options.filter((o) => chosen.has(o.value));
    at.keep(one ? { type: element.type, selected_option: several[0] ?? null } : { type: element.type, selected_options: several }, one ? several[0]?.value : [...chosen]);
  };
  const name = `group-${Math.random()}`;
  return h("div", { class: "ticks" }, element.options.map((option) =>
    h("label", {}, h("input", { type, name, checked: chosen.has(option.value), onchange: (event) => changed(option, event.target.checked) }), textObject(option.text), option.description ? h("span", { class: "quiet" }, " ", textObject(option.description)) : null)));
}

function overflow(element, at) {
  const menu = h("select", { "aria-label": "More", class: "overflow", onchange: () => at.press(menu.value) },
    h("option", { value: "" }, "⋯"), element.options.map((o) => h("option", { value: o.value }, o.text.text)));
  return menu;
}

const people = (kinds) => () => Promise.resolve({
  options: world.state.members.filter((one) => !one.deleted && kinds.includes(one.kind)).map((one) => ({ text: { type: "plain_text", text: one.real_name }, value: one.id })),
});
const channels = () => () => Promise.resolve({
  options: world.state.conversations.filter((one) => one.kind === "channel").map((one) => ({ text: { type: "plain_text", text: `#${one.name}` }, value: one.id })),
});
const fixed = (element) => () => Promise.resolve({ options: element.options, option_groups: element.option_groups });

const ELEMENTS = {
  button,
  plain_text_input: text,
  email_text_input: (element, at) => text(element, at, "email"),
  url_text_input: (element, at) => text(element, at, "url"),
  number_input: (element, at) => text(element, at, "number"),
  datepicker: (element, at) => picker(element, at, "date", "selected_date", "initial_date"),
  timepicker: (element, at) => picker(element, at, "time", "selected_time", "initial_time"),
  datetimepicker: (element, at) => picker(element, at, "datetime-local", "selected_date_time", "initial_date_time"),
  checkboxes: (element, at) => ticks(element, at, "checkbox"),
  radio_buttons: (element, at) => ticks(element, at, "radio"),
  overflow,
  static_select: (element, at) => chooser(element, at, fixed(element), false),
  external_select: (element, at) => chooser(element, at, at.options, false),
  multi_static_select: (element, at) => chooser(element, at, fixed(element), true),
  multi_external_select: (element, at) => chooser(element, at, at.options, true),
  users_select: (element, at) => chooser(element, at, people(["member", "guest"]), false, "selected_user"),
  multi_users_select: (element, at) => chooser(element, at, people(["member", "guest"]), true, "selected_users"),
  conversations_select: (element, at) => chooser(element, at, channels(), false, "selected_conversation"),
  channels_select: (element, at) => chooser(element, at, channels(), false, "selected_channel"),
  multi_conversations_select: (element, at) => chooser(element, at, channels(), true, "selected_conversations"),
};
