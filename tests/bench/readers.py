#!/usr/bin/env python3
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server can do when nobody has any work with what it sends.

As a program: readers.py ADDRESS PORT PATH BYTES READERS reads that many bytes in as many ranges at once and prints
bytes a second.
"""

import contextlib
import os
import socket
import ssl
import sys
import threading
import time

from benchkit import Failure, MEBI
from nginxhub import COMMIT

READERS = 8


def server_rate(hub, repo, limit=120):
    """Bytes a second of the server alone, read by READERS connections that throw everything away.

    The kernel discards the bytes unread, TLS records undecrypted, so that the reading costs next to nothing.
    """
    small = [path for path in repo.files if not repo.is_large(path)]
    jobs = []
    for path in filter(repo.is_large, repo.files):
        step = -(-repo.files[path] // READERS)
        jobs += [(1, [(path, at, min(at + step, repo.files[path]) - 1)]) for at in range(0, repo.files[path], step)]
    jobs += [(0, [(path, None, None) for path in small[number::READERS]]) for number in range(READERS) if small[number:]]
    start = time.monotonic()
    together([lambda port=port, wanted=wanted: ask(hub, repo, port, wanted, start + limit) for port, wanted in jobs], READERS)
    return sum(repo.files.values()) / (time.monotonic() - start)


def together(jobs, count):
    """Runs all jobs in `count` threads; raises what the first failing one raised."""
    left, lock, errors = list(jobs), threading.Lock(), []

    def work():
        while True:
            with lock:
                if not left or errors:
                    return
                job = left.pop(0)
            try:
                job()
            except (OSError, Failure) as error:
                errors.append(error)

    threads = [threading.Thread(target=work, daemon=True) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise Failure(f"the server alone: {errors[0]}")


def ask(hub, repo, port, wanted, deadline):
    """All of `wanted` at once on one connection: paths with their first and last byte, or None for all of a file."""
    requests = []
    for path, first, last in wanted:
        where = f"/{repo.name}/{path}" if port == 1 else f"/{repo.name}/resolve/{COMMIT}/{path}"
        requests.append((where, first, last))
    expected = sum(repo.files[path] if last is None else last - first + 1 for path, first, last in wanted)
    discard(hub.address, hub.ports[port], requests, expected, deadline, bool(hub.tls))


def discard(address, port, requests, expected, deadline, tls=False):
    """Sends all requests on one connection and lets the kernel throw the replies away."""
    lines = []
    for number, (where, first, last) in enumerate(requests):
        span = f"Range: bytes={first}-{last}\r\n" if last is not None else ""
        close = "Connection: close\r\n" if number == len(requests) - 1 else ""
        lines.append(f"GET {where} HTTP/1.1\r\nHost: {address}\r\n{span}{close}\r\n")
    got = 0
    with contextlib.ExitStack() as stack:
        raw = writer = stack.enter_context(socket.create_connection((address, port), timeout=20))
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
            raw = stack.enter_context(socket.socket(fileno=os.dup(raw.fileno())))
            raw.settimeout(20)
            writer = stack.enter_context(context.wrap_socket(writer))
        sender = threading.Thread(target=writer.sendall, args=("".join(lines).encode(),), daemon=True)
        sender.start()
        buffer = bytearray(4 * MEBI)
        while count := raw.recv_into(buffer, len(buffer), socket.MSG_TRUNC):
            got += count
            if time.monotonic() > deadline:
                raise Failure("too slow")
        sender.join()
    if got < expected:
        raise Failure(f"{got} bytes instead of {expected}")


def main():
    address, port, path, count, readers = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
    step = -(-count // readers)
    start = time.monotonic()
    together([lambda at=at: discard(address, port, [(path, at, min(at + step, count) - 1)], min(step, count - at), start + 280)
              for at in range(0, count, step)], readers)
    print(count / (time.monotonic() - start))


if __name__ == "__main__":
    main()
