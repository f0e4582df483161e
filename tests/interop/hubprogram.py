# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A running hubdesk-localhub, for every script that needs one: start, stop, request log and faults."""

import json
import os
import select
import subprocess
import time
import urllib.request

READY_TIMEOUT = 60  # seconds


class HubProgram:
    """Subclasses say what it serves. `endpoint` and `cdn` are its addresses from serve() to end()."""

    failure = RuntimeError  # the class that is raised when the program does not come up
    process = None

    def serve(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        try:
            addresses = self._ready()
        except BaseException:
            self.end()
            raise
        self.endpoint = addresses["endpoint"]
        self.cdn = addresses["cdn"]

    def _ready(self):
        deadline = time.monotonic() + READY_TIMEOUT
        buffer = b""
        descriptor = self.process.stdout.fileno()
        while b"\n" not in buffer:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([descriptor], [], [], left)[0]:
                raise self.failure("hubdesk-localhub is not ready in time")
            data = os.read(descriptor, 4096)
            if not data:
                raise self.failure("hubdesk-localhub ended before it was ready")
            buffer += data
        word, _, value = buffer.decode().partition(" ")
        if word != "READY":
            raise self.failure(f"the first line of hubdesk-localhub is {buffer!r}")
        return json.loads(value)

    def end(self):
        if not self.process:
            return
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.process = None

    def control(self, path, method="GET", value=None):
        request = urllib.request.Request(
            f"{self.endpoint}/_localhub/{path}", method=method,
            data=None if value is None else json.dumps(value).encode(),
            headers={"Content-Type": "application/json"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=30) as reply:
            body = reply.read()
        return json.loads(body) if body else None

    def requests(self):
        return self.control("requests")

    def clear_requests(self):
        self.control("requests", "DELETE")
