// The server, as README.md of the playground describes it.

async function get(path, query) {
  const answer = await fetch(`/page/${path}?${new URLSearchParams(query)}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

export const getState = (as) => get("state", as ? { as } : {});
export const getMessages = (as, conversation) => get("messages", { as, conversation });
export const getTraffic = (after) => get("traffic", { after });

export async function act(as, what, details = {}) {
  const answer = await fetch("/page/do", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ as, do: what, ...details }),
  });
  return answer.json().catch(() => ({ ok: false, error: `the playground answered ${answer.status}` }));
}

export function listen(changed) {
  const stream = new EventSource("/page/stream");
  stream.onmessage = (event) => changed(JSON.parse(event.data).version);
  stream.onopen = () => changed(null); // what happened while we were away
}
