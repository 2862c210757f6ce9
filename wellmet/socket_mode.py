"""The end of a Socket Mode connection: hear nothing more, answer what was heard, hang up."""

import socket
from contextlib import suppress

from slack_bolt.adapter.socket_mode import SocketModeHandler


def hang_up(handler: SocketModeHandler) -> None:
    """Close the connection once everything that came through it is done and acknowledged.

    The SDK's own `close` waits up to 3 seconds for its reader, then drops the connection, so that Slack never hears of
    what is in hand. Here the reading end alone is shut at first, which wakes the reader at once.
    """
    client = handler.client
    client.auto_reconnect_enabled = False
    client.current_session_state.terminated = True
    session = client.current_session
    line = session.sock if session else None
    if line is not None:
        with suppress(OSError):  # the other end hung up first
            # Not the method of a TLS socket, which would leave nothing to encrypt the acknowledgements with.
            socket.socket.shutdown(line, socket.SHUT_RD)
    client.current_session_runner.shutdown()  # type: ignore[no-untyped-call]
    client.closed = True
    client.enqueue_message("")  # its queue is looked at again after a second, or when something comes
    client.message_processor.shutdown()  # type: ignore[no-untyped-call]
    while not client.message_queue.empty():
        client.process_message()  # type: ignore[no-untyped-call]
    client.message_workers.shutdown()
    client.close()
