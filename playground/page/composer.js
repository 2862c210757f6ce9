// Where one writes: commands after "/", people after "@", and the app's shortcuts behind the bolt.

import { fill, h } from "./dom.js";
import { does, world } from "./world.js";

export function composer(where) {
  let list = [];
  let active = 0;
  const drafts = new Map();
  let draftKey = "";

  const input = h("textarea", {
    rows: "1", "aria-label": "Write a message",
    oninput: () => { drafts.set(draftKey, input.value); grow(); suggest(); },
    onkeydown: keys,
    onblur: () => setTimeout(() => document.activeElement !== input && close(), 150),
  });
  const menu = h("ul", { class: "suggestions", role: "listbox", hidden: true });
  const bolt = h("button", { class: "plain bolt", type: "button", title: "Shortcuts", "aria-label": "Shortcuts", onclick: shortcuts }, "⚡");
  const send = h("button", { class: "button primary", type: "button", onclick: () => write() }, "Send");
  const element = h("div", { class: "composer" }, menu, h("div", { class: "write" }, bolt, input, send));

  const grow = () => { input.style.height = "auto"; input.style.height = `${Math.min(input.scrollHeight, 160)}px`; };

  async function write() {
    const text = input.value.trim();
    if (!text) return;
    const at = where();
    input.value = "";
    drafts.delete(draftKey);
    grow();
    close();
    const command = !at.thread_ts && world.state.app.commands.find((one) => text === one.command || text.startsWith(`${one.command} `));
    if (command) await does("command", { conversation: at.conversation, command: command.command, text: text.slice(command.command.length).trim() });
    else await does("write", { ...at, text });
  }

  function suggest() {
    const before = input.value.slice(0, input.selectionStart);
    const command = before.match(/^\/(\S*)$/);
    const person = before.match(/(?:^|\s)@([\p{L}.\-']*(?: [\p{L}.\-']*)?)$/u);
    if (command && !where().thread_ts) {
      list = world.state.app.commands.filter((one) => one.command.startsWith(before)).map((one) => ({ put: `${one.command} `, cut: before.length, words: one.command, note: `${one.usage_hint ?? ""} — ${one.description}` }));
    } else if (person) {
      const wanted = person[1].toLowerCase();
      list = world.state.members.filter((one) => !one.deleted && [one.real_name, one.name].some((name) => name.toLowerCase().startsWith(wanted) || name.toLowerCase().includes(` ${wanted}`))).slice(0, 8)
        .map((one) => ({ put: `@${one.real_name} `, cut: person[1].length + 1, words: one.real_name, note: one.title, picture: one.picture }));
    } else list = [];
    active = 0;
    show();
  }

  function shortcuts() {
    list = world.state.app.shortcuts.filter((one) => one.type === "global").map((one) => ({ words: one.name, note: "shortcut", run: () => does("shortcut", { callback_id: one.callback_id }) }));
    active = 0;
    show();
    input.focus();
  }

  function show() {
    menu.hidden = !list.length;
    fill(menu, list.map((one, place) => h("li", { role: "option", class: place === active ? "active" : "", "aria-selected": String(place === active), onmousedown: (event) => { event.preventDefault(); choose(one); } },
      one.picture ? h("img", { src: one.picture, alt: "", width: 20, height: 20 }) : null, h("b", {}, one.words), h("span", { class: "quiet" }, one.note))));
  }

  function close() { list = []; show(); }

  function choose(one) {
    close();
    if (one.run) return one.run();
    const at = input.selectionStart;
    input.value = input.value.slice(0, at - one.cut) + one.put + input.value.slice(at);
    drafts.set(draftKey, input.value);
    input.focus();
  }

  function keys(event) {
    if (list.length && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      active = (active + (event.key === "ArrowDown" ? 1 : -1) + list.length) % list.length;
      show();
    } else if (list.length && ["Tab", "Enter"].includes(event.key)) {
      event.preventDefault();
      choose(list[active]);
    } else if (event.key === "Escape") close();
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      write();
    }
  }

  // Each conversation and person keeps its own unfinished words.
  function moved(key, placeholder) {
    input.placeholder = placeholder;
    if (key === draftKey) return;
    draftKey = key;
    input.value = drafts.get(key) ?? "";
    grow();
  }

  return { element, moved, focus: (how) => input.focus(how) };
}
