"""A load of signed events over connections that stay open, from one thread: the generator shall cost little itself."""

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass

from slack_sdk.signature import SignatureVerifier

from benchmarks.machine import percentile

CONNECTIONS = 16


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a load; times in seconds."""

    statuses: tuple[int, ...]
    times: tuple[float, ...]  # from the first byte sent to the last one read, each
    elapsed: float

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.statuses) / self.elapsed

    def at(self, share: float) -> float:
        """The time within which that share of them was answered, in milliseconds."""
        return 1000 * percentile(self.times, share)


def event(number: int, workspace: str, speaker: str, conversation: str, words: str) -> str:
    """A `message.im` as Slack delivers it."""
    ts = f"{time.time():.0f}.{number:06d}"
    said = {"type": "message", "channel_type": "im", "channel": conversation, "user": speaker, "text": words, "ts": ts}
    envelope = {"type": "event_callback", "team_id": workspace, "event_id": f"Ev{time.time_ns():x}{number}"}
    return json.dumps({**envelope, "event_time": int(time.time()), "event": said})


def signed(body: str, secret: str) -> bytes:
    """The whole request, headers and all."""
    at = str(int(time.time()))
    signature = SignatureVerifier(secret).generate_signature(timestamp=at, body=body)
    content = body.encode()
    head = (
        "POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"X-Slack-Request-Timestamp: {at}\r\nX-Slack-Signature: {signature}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content


def send(requests: Sequence[bytes], port: int, connections: int = CONNECTIONS) -> Sent:
    """Send all of them, each connection its next as soon as its last was answered."""
    return asyncio.run(_send(requests, port, connections))


async def _send(requests: Sequence[bytes], port: int, connections: int) -> Sent:
    left = iter(requests)
    statuses: list[int] = []
    times: list[float] = []

    async def line() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for request in left:
            began = time.perf_counter()
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            lower = head.lower()
            length = lower.find(b"content-length:")
            if length >= 0:
                await reader.readexactly(int(lower[length + 15 : lower.index(b"\r\n", length)]))
            times.append(time.perf_counter() - began)
            statuses.append(int(head[9:12]))
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(line() for _ in range(connections)))
    return Sent(tuple(statuses), tuple(times), time.perf_counter() - began)
