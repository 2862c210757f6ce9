// Elements, made without ever parsing a text as HTML.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// What is in its place already is not touched, so it keeps its focus, its selection and its open lists. What had the
// focus and was drawn anew gives it to what stands in its place: "Undo" to "Put it back".
export function fill(element, ...children) {
  const wanted = children.flat(9).filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : document.createTextNode(child)));
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  const ts = focused?.closest("[data-ts]")?.dataset.ts;
  const within = () => (ts && element.querySelector(`[data-ts="${ts}"]`)) || element;
  const nth = focused ? reachable(within()).indexOf(focused) : -1;
  const kept = new Set(wanted);
  for (const child of [...element.childNodes]) if (!kept.has(child)) child.remove();
  wanted.forEach((child, place) => {
    if (element.childNodes[place] !== child) element.insertBefore(child, element.childNodes[place] ?? null);
  });
  if (focused && !focused.isConnected) {
    const heirs = reachable(within());
    heirs[Math.min(Math.max(nth, 0), heirs.length - 1)]?.focus({ preventScroll: true });
  }
}

const reachable = (element) => [...element.querySelectorAll("button, input, textarea, select, a[href]")];

// Keeps a scrolled place at its end until somebody scrolls away from it, whatever is added and however it is resized.
export function pin(scroller) {
  let pinned = true;
  let before = 0;
  const keep = () => { if (pinned) scroller.scrollTop = scroller.scrollHeight; };
  scroller.addEventListener("scroll", () => {
    const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60;
    if (atEnd || scroller.scrollTop < before) pinned = atEnd; // what grew meanwhile moves the end away, not the reader
    before = scroller.scrollTop;
  });
  new ResizeObserver(keep).observe(scroller);
  return { keep, toEnd: () => { pinned = true; keep(); }, toTop: () => { pinned = false; scroller.scrollTop = 0; } };
}

export const time = (ts) =>
  new Date(Number(ts) * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export const day = (ts) =>
  new Date(Number(ts) * 1000).toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });

export function toast(words) {
  const place = document.getElementById("toast");
  place.textContent = words;
  place.classList.add("shown");
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => place.classList.remove("shown"), 4000);
}
