// A field with a list below it: one or several, from fixed options or from the app's suggestions.

import { h, fill } from "./dom.js";

let numbers = 0;

export function chooser(element, at, source, many, bare = null) {
  const external = element.type.includes("external");
  const least = external ? (element.min_query_length ?? 3) : 0;
  const listId = `list-${(numbers += 1)}`;
  let chosen = start(element, at, many, bare);
  let shown = [];
  let active = -1;
  let asked = 0;

  const chips = h("span", { class: "chips" });
  const list = h("ul", { class: "options", role: "listbox", id: listId, hidden: true });
  const input = h("input", {
    id: at.id,
    type: "text",
    role: "combobox",
    autocomplete: "off",
    "aria-controls": listId,
    "aria-expanded": "false",
    placeholder: element.placeholder?.text ?? "",
    oninput: () => look(input.value),
    onfocus: () => (input.value || !external) && look(input.value),
    onblur: () => setTimeout(() => document.activeElement !== input && close(), 150), // it may have come back since
    onkeydown: keys,
  });

  function keep() {
    const value = many ? chosen.map((one) => one.value) : (chosen[0]?.value ?? null);
    const state = bare ? { type: element.type, [bare]: value } : many ? { type: element.type, selected_options: chosen } : { type: element.type, selected_option: chosen[0] ?? null };
    at.keep(state, value);
  }

  function draw() {
    fill(chips, (many ? chosen : []).map((one) => h("span", { class: "chip" }, one.text.text,
      h("button", { type: "button", "aria-label": `Remove ${one.text.text}`, onclick: () => { chosen = chosen.filter((other) => other !== one); draw(); keep(); input.focus(); } }, "×"))));
    if (many) input.placeholder = chosen.length ? "" : (element.placeholder?.text ?? "");
    if (!many && chosen[0] && document.activeElement !== input) input.value = chosen[0].text.text;
  }

  async function look(query) {
    const mine = (asked += 1);
    if (query.length < least) return query ? say(`Type at least ${least} letters`) : close();
    if (external) await new Promise((done) => setTimeout(done, 120));
    if (mine !== asked) return;
    const answer = await source(query);
    if (mine !== asked) return;
    const all = answer.options ?? (answer.option_groups ?? []).flatMap((group) => group.options);
    const wanted = query.toLowerCase();
    const fits = external ? all : all.filter((one) => one.text.text.toLowerCase().includes(wanted) || chosen.includes(one));
    shown = fits.filter((one) => !chosen.some((other) => other.value === one.value && many)).slice(0, 50);
    active = shown.length ? 0 : -1;
    if (!shown.length) return say("Nothing fits");
    drawList();
  }

  function say(words) {
    shown = [];
    fill(list, h("li", { class: "quiet" }, words));
    open();
  }

  function drawList() {
    fill(list, shown.map((one, place) => h("li", {
      role: "option",
      "aria-selected": String(place === active),
      class: place === active ? "active" : "",
      onmousedown: (event) => { event.preventDefault(); pick(one); },
    }, h("span", {}, one.text.text), one.description ? h("span", { class: "quiet" }, one.description.text) : null)));
    open();
  }

  function pick(one) {
    chosen = many ? [...chosen, one].slice(0, element.max_selected_items ?? 1000) : [one];
    input.value = many ? "" : one.text.text;
    draw();
    keep();
    close();
  }

  const open = () => { list.hidden = false; input.setAttribute("aria-expanded", "true"); };
  function close() { list.hidden = true; asked += 1; input.setAttribute("aria-expanded", "false"); }

  function keys(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!shown.length) return look(input.value);
      active = (active + (event.key === "ArrowDown" ? 1 : -1) + shown.length) % shown.length;
      drawList();
    } else if (event.key === "Enter" && !list.hidden && shown[active]) {
      event.preventDefault();
      pick(shown[active]);
    } else if (event.key === "Enter" && many && input.value.trim()) {
      event.preventDefault(); // what was typed is not chosen yet, and would be lost with the form
      look(input.value);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    } else if (event.key === "Backspace" && !input.value && many && chosen.length) {
      chosen = chosen.slice(0, -1);
      draw();
      keep();
    }
  }

  draw();
  return h("div", { class: "chooser" }, h("div", { class: "entry" }, chips, input), list);
}

function start(element, at, many, bare) {
  if (at.kept && !bare) return (many ? at.kept.selected_options : [at.kept.selected_option]).filter(Boolean);
  return (many ? element.initial_options : [element.initial_option])?.filter(Boolean) ?? [];
}
