// Slack's mrkdwn as nodes. Nothing here reads a text as HTML.

import { h } from "./dom.js";
import { member, world } from "./world.js";

const EMOJI = {
  wave: "👋", tada: "🎉", heart: "❤️", "+1": "👍", thumbsup: "👍", smile: "😄", slightly_smiling_face: "🙂", rocket: "🚀",
  eyes: "👀", pray: "🙏", fire: "🔥", clap: "👏", coffee: "☕", calendar: "📅", bulb: "💡", warning: "⚠️", star: "⭐",
  white_check_mark: "✅", x: "❌", memo: "📝", handshake: "🤝", joy: "😂", thinking_face: "🤔", sparkles: "✨", ship: "🚢",
};
export const QUICK = ["+1", "heart", "tada", "pray", "eyes"];
export const emoji = (name) => EMOJI[name] ?? `:${name}:`;

const unescape = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

export function personChip(id, label) {
  const known = member(id);
  const shown = known ? known.name : (label ?? id);
  return h("span", { class: `mention${id === world.as ? " me" : ""}`, title: known?.title }, `@${shown}`);
}

function channelChip(id, label) {
  const known = world.state.conversations.find((one) => one.id === id);
  return h("span", { class: "mention" }, `#${known?.name ?? label ?? id}`);
}

function date(spec, fallback) {
  const [, unix, format] = spec.split("^");
  const moment = new Date(Number(unix) * 1000);
  if (Number.isNaN(moment.getTime())) return fallback ?? spec;
  const long = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  return (format ?? "")
    .replace(/\{date[a-z_]*\}/g, moment.toLocaleDateString([], long))
    .replace(/\{time[a-z_]*\}/g, moment.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }));
}

function angled(inside) {
  const [what, label] = inside.split("|", 2);
  if (what.startsWith("@")) return personChip(what.slice(1), label);
  if (what.startsWith("#")) return channelChip(what.slice(1), label);
  if (what.startsWith("!date")) return date(what, label);
  if (what.startsWith("!")) return h("span", { class: "mention broadcast" }, `@${label ?? what.slice(1).split("^")[0]}`);
  return link(what, label);
}

export function link(address, label) {
  const safe = /^(https?|mailto|tel):/i.test(address);
  const words = unescape(label ?? address);
  return safe ? h("a", { href: unescape(address), target: "_blank", rel: "noreferrer noopener" }, words) : words;
}

const STYLES = [
  [/^```([\s\S]+?)```/, (inner) => h("pre", {}, unescape(inner))],
  [/^`([^`\n]+)`/, (inner) => h("code", {}, unescape(inner))],
  [/^\*(?=\S)([^*\n]+?)\*(?!\w)/, (inner) => h("b", {}, ...inline(inner))],
  [/^_(?=\S)([^_\n]+?)_(?!\w)/, (inner) => h("i", {}, ...inline(inner))],
  [/^~(?=\S)([^~\n]+?)~(?!\w)/, (inner) => h("s", {}, ...inline(inner))],
];

function inline(text) {
  const nodes = [];
  let plain = "";
  const flush = () => {
    if (plain) nodes.push(unescape(plain));
    plain = "";
  };
  while (text) {
    const before = plain.slice(-1);
    const markup = text.match(/^<([^<>]+)>/);
    const picture = text.match(/^:([a-z0-9_+-]+):/);
    const style = /\w/.test(before) ? null : STYLES.map(([rule, make]) => [text.match(rule), make]).find(([hit]) => hit);
    if (markup) {
      flush();
      nodes.push(angled(markup[1]));
      text = text.slice(markup[0].length);
    } else if (picture && EMOJI[picture[1]]) {
      flush();
      nodes.push(emoji(picture[1]));
      text = text.slice(picture[0].length);
    } else if (style) {
      flush();
      nodes.push(style[1](style[0][1]));
      text = text.slice(style[0][0].length);
    } else {
      plain += text[0];
      text = text.slice(1);
    }
  }
  flush();
  return nodes;
}

export function mrkdwn(text) {
  const parts = (text ?? "").split(/(```[\s\S]+?```)/);
  return parts.flatMap((part) => {
    if (part.startsWith("```")) return inline(part);
    return part.split("\n").flatMap((line, place) => {
      const broken = place ? [h("br")] : [];
      const quoted = line.match(/^&gt;\s?(.*)$/);
      return quoted ? [h("blockquote", {}, ...inline(quoted[1]))] : [...broken, ...inline(line)];
    });
  });
}

export function textObject(text) {
  if (!text) return [];
  return text.type === "plain_text" ? [plainText(text)] : mrkdwn(text.text);
}

export const plainText = (text) =>
  text.emoji === false ? text.text : text.text.replace(/:([a-z0-9_+-]+):/g, (all, name) => EMOJI[name] ?? all);
