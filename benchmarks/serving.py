"""Servers to measure, each a process of its own: `wellmet serve`, and a Bolt app that does nothing."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory

READY_WITHIN = 30.0  # seconds


@dataclass(frozen=True, slots=True)
class Served:
    """A server that is ready."""

    port: int
    process: int
    ready_after: float  # seconds from the start of the process


@contextmanager
def worker(settings: dict[str, str], kept_busy: Callable[[], bool]) -> Iterator["subprocess.Popen[bytes]"]:
    """`wellmet worker` with these settings, once `kept_busy` says that it has begun; killed at the end."""
    with TemporaryDirectory() as elsewhere:
        process = _started(["-m", "wellmet", "worker"], settings, elsewhere)
        try:
            began = time.perf_counter()
            while not kept_busy():
                if process.poll() is not None or time.perf_counter() - began > READY_WITHIN:
                    raise RuntimeError("the worker did not begin")
                time.sleep(0.02)
            yield process
        finally:
            process.kill()
            process.wait()


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def wellmet(settings: dict[str, str]) -> Iterator[Served]:
    """`wellmet serve` with these settings in its environment."""
    port = free_port()
    with TemporaryDirectory() as elsewhere:  # without the developer's .env
        yield from _running(
            ["-m", "wellmet", "serve"], settings | {"PORT": str(port), "HOST": "127.0.0.1"}, port, elsewhere
        )


@contextmanager
def nothing(secret: str) -> Iterator[Served]:
    """A Bolt app on the same server, with the same options, whose one listener does nothing."""
    port = free_port()
    yield from _running(["-m", "benchmarks.noop", str(port)], {"SLACK_SIGNING_SECRET": secret}, port, str(Path.cwd()))


def _running(command: list[str], settings: dict[str, str], port: int, folder: str) -> Iterator[Served]:
    began = time.perf_counter()
    process = _started(command, settings, folder)
    try:
        while not _ready(port):
            if process.poll() is not None or time.perf_counter() - began > READY_WITHIN:
                raise RuntimeError(f"{command} did not get ready")
            time.sleep(0.005)
        yield Served(port, process.pid, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(READY_WITHIN)


def _started(command: list[str], settings: dict[str, str], folder: str) -> "subprocess.Popen[bytes]":
    paths = os.pathsep.join(filter(None, (str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH"))))
    environment = os.environ | settings | {"PYTHONPATH": paths, "LOG_LEVEL": settings.get("LOG_LEVEL", "warning")}
    return subprocess.Popen([sys.executable, *command], env=environment, cwd=folder)


def _ready(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=1)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()
