// Block Kit: what stands in messages, forms and Home.

import { h } from "./dom.js";
import { control } from "./elements.js";
import { emoji, link, mrkdwn, personChip, textObject } from "./mrkdwn.js";

const WIDGETS = new Set(["image", "button", "overflow"]);

// `surface` knows how to press, to suggest options and, in forms, to keep what is entered.
export function blocks(list, surface) {
  return (list ?? []).map((block) => {
    const made = KINDS[block.type] ?? unknown;
    return h("div", { class: `block ${block.type}`, data: { block: block.block_id ?? "" } }, made(block, surface));
  });
}

const KINDS = {
  section: (block, surface) => [
    h(
      "div",
      { class: "section-words" },
      block.text ? h("div", { class: "words" }, textObject(block.text)) : null,
      block.fields ? h("div", { class: "fields" }, block.fields.map((one) => h("div", { class: "words" }, textObject(one)))) : null,
    ),
    block.accessory ? element(block, block.accessory, surface) : null,
  ],
  actions: (block, surface) => block.elements.map((one) => element(block, one, surface)),
  context: (block) => block.elements.map((one) => (one.type === "image" ? picture(one) : h("span", {}, textObject(one)))),
  divider: () => h("hr"),
  header: (block) => h("h3", {}, textObject(block.text)),
  image: (block) => [block.title ? h("div", { class: "quiet" }, textObject(block.title)) : null, picture(block)],
  markdown: (block) => h("div", { class: "words" }, mrkdwn(block.text)),
  rich_text: (block) => h("div", { class: "words" }, block.elements.map(rich)),
  input: field,
  table: (block) =>
    h("table", {}, block.rows.map((row) => h("tr", {}, row.map((cell) => h("td", {}, cell.elements?.map(rich) ?? cell.text))))),
};

function unknown(block) {
  return h("details", { class: "unknown" }, h("summary", {}, block.type), h("pre", {}, JSON.stringify(block, null, 2)));
}

function element(block, one, surface) {
  return one.type === "image" ? picture(one) : control(block, one, surface);
}

const picture = (one) => h("img", { src: one.image_url ?? one.slack_file?.url, alt: one.alt_text ?? "", loading: "lazy" });

function rich(part) {
  switch (part.type) {
    case "rich_text_section":
      return h("div", {}, part.elements.map(leaf));
    case "rich_text_list":
      return h(part.style === "ordered" ? "ol" : "ul", {}, part.elements.map((one) => h("li", {}, one.elements.map(leaf))));
    case "rich_text_quote":
      return h("blockquote", {}, part.elements.map(leaf));
    case "rich_text_preformatted":
      return h("pre", {}, part.elements.map(leaf));
    default:
      return unknown(part);
  }
}

function leaf(one) {
  switch (one.type) {
    case "text":
      return styled(one.text, one.style);
    case "link":
      return link(one.url, one.text);
    case "user":
      return personChip(one.user_id);
    case "channel":
      return h("span", { class: "mention" }, `#${one.channel_id}`);
    case "broadcast":
      return h("span", { class: "mention broadcast" }, `@${one.range}`);
    case "emoji":
      return emoji(one.name);
    default:
      return one.text ?? one.fallback ?? "";
  }
}

function styled(words, style = {}) {
  let node = words;
  for (const [name, tag] of [["code", "code"], ["strike", "s"], ["italic", "i"], ["bold", "b"]]) {
    if (style[name]) node = h(tag, {}, node);
  }
  return node;
}

function field(block, surface) {
  const id = `field-${block.block_id}`;
  const group = ["checkboxes", "radio_buttons"].includes(block.element.type);
  const problem = h("div", { class: "error", role: "alert", hidden: true });
  let shown = null;
  const tell = (words) => {
    shown?.classList.toggle("wrong", Boolean(words));
    problem.hidden = !words;
    problem.textContent = words ?? "";
  };
  const keep = (...entry) => {
    tell(null); // it was about what stood here before
    surface.keep(...entry);
  };
  surface.fields?.set(block.block_id, tell);
  shown = h(
    group ? "fieldset" : "div",
    { class: "field" },
    h(group ? "legend" : "label", group ? {} : { for: id }, textObject(block.label), block.optional ? h("span", { class: "quiet" }, " (optional)") : null),
    WIDGETS.has(block.element.type) ? null : control(block, block.element, { ...surface, keep, inputId: id }),
    problem,
    block.hint ? h("div", { class: "hint" }, textObject(block.hint)) : null,
  );
  return shown;
}
