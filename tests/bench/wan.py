# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two network namespaces on this machine with a long line between them. Needs root.

The line is a veth pair with tc netem where the kernel has it, else bench_relay between two TUN devices. Loss is on the
way to the client. Nothing of this is reachable from outside the machine.
"""

import contextlib
import os
import pathlib
import select
import subprocess
import sys
import threading
import time

from benchkit import CHECKOUT, Failure, MEBI, background, find, median, need, need_root, note, ours, stop

SERVER = "10.77.0.1"
CLIENT = "10.77.0.2"
PORTS = [8080, 8081]
QUEUE = 200_000  # packets that netem holds; its default of 1,000 loses some at this speed


def run(*command, check=True):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if check and done.returncode != 0:
        raise Failure(f"{' '.join(map(str, command))}: {done.stderr.decode().strip()}")
    return done


class Line:
    """The two namespaces and the line, as long as the `with` block. `delay` in ms each way, `loss` in per cent."""

    def __init__(self, delay=25.0, loss=0.0, mtu=1500, congestion=None, relay=False):
        need_root("network namespaces")
        need("ip", "nsenter", "sleep", "curl")
        self.delay, self.loss, self.mtu, self.congestion, self.relay = delay, loss, mtu, congestion, relay
        name = f"hubdesk-bench-{os.getpid()}"
        self.spaces = {"client": f"{name}-c", "server": f"{name}-s"}
        self.stack = contextlib.ExitStack()

    def at(self, side):
        """What goes before a command that runs on that side."""
        return [find("nsenter"), f"--net=/run/netns/{self.spaces[side]}", "--"]

    def __enter__(self):
        try:
            for space in self.spaces.values():
                run("ip", "netns", "add", space)
                self.stack.callback(run, "ip", "netns", "del", space, check=False)
                run("ip", "-n", space, "link", "set", "lo", "up")
            if self.relay or not self._netem():
                self._relay()
            for side, address, other in (("client", CLIENT, SERVER), ("server", SERVER, CLIENT)):
                run("ip", "-n", self.spaces[side], "address", "add", address, "peer", other, "dev", "wan0")
            if self.congestion:
                # By the route: the namespace's default may only be what the kernel allows everybody.
                run("ip", "-n", self.spaces["server"], "route", "replace", CLIENT, "dev", "wan0", "src", SERVER,
                    "congctl", self.congestion)
            # Somebody whose view of the network can be read.
            self.holder = self.stack.enter_context(background([*self.at("client"), "sleep", "86400"]))
        except BaseException:
            self.stack.close()
            raise
        return self

    def __exit__(self, *_):
        self.stack.close()

    def _netem(self):
        client, server = self.spaces["client"], self.spaces["server"]
        run("ip", "-n", client, "link", "add", "wan0", "type", "veth", "peer", "name", "wan0", "netns", server)
        for space, loss in ((client, 0), (server, self.loss)):
            # One packet is one frame on a real line: netem would delay and lose bundles of segments at once.
            run("ip", "-n", space, "link", "set", "wan0", "mtu", self.mtu, "gso_max_segs", 1, "up")
            lossy = ["loss", f"{loss}%"] if loss else []
            done = None
            if find("tc"):
                done = run("tc", "-n", space, "qdisc", "add", "dev", "wan0", "root", "netem", "limit", QUEUE,
                           "delay", f"{self.delay}ms", *lossy, check=False)
            if done is None or done.returncode != 0:
                why = done.stderr.decode().strip().splitlines()[0] if done else "no tc"
                note(f"no tc netem here ({why}): bench_relay instead")
                run("ip", "-n", client, "link", "del", "wan0")
                return False
        self.kind = "veth with tc netem"
        return True

    def _relay(self):
        preset = os.environ.get("HUBDESK_PRESET", "release")
        program = CHECKOUT / "build" / preset / "tests" / "bin" / "bench_relay"
        if not program.is_file():
            stop(f"missing: bench_relay; installer/exec cmake --build build/{preset} --target bench_relay")
        process = self.stack.enter_context(background(
            ours(str(program), "--left", f"/run/netns/{self.spaces['client']}", "--right", f"/run/netns/{self.spaces['server']}",
                 "--delay", self.delay, "--loss", self.loss, "--mtu", self.mtu), stdout=subprocess.PIPE))
        self.stack.callback(self._relay_words, process)
        ready = select.select([process.stdout], [], [], 20)[0] and process.stdout.readline()
        if ready != b"READY\n":
            raise Failure("bench_relay is not ready in time")
        self.kind = "bench_relay between TUN devices"

    def _relay_words(self, process):
        """What the relay says at its end."""
        process.terminate()
        words = process.stdout.read().decode().strip().replace("\n", "; ")
        note(f"bench_relay: {words}")

    def congestion_control(self):
        """The sender's, which is the server."""
        if self.congestion:
            return self.congestion
        return run(*self.at("server"), "cat", "/proc/sys/net/ipv4/tcp_congestion_control").stdout.decode().strip()

    def round_trip(self):
        """Milliseconds there and back: the median time to connect."""
        times = []
        for _ in range(5):
            done = run(*self.at("client"), "curl", "-q", "-s", "--noproxy", "*", "-o", "/dev/null", "-w", "%{time_connect}",
                       f"http://{SERVER}:{PORTS[0]}/ready")
            times.append(1000 * float(done.stdout))
        return median(times)

    def read(self, side, path, count, readers, limit=300):
        """Bytes a second of `readers` plain connections that read `count` bytes from the second port and drop them."""
        command = [*self.at(side), sys.executable, "-B", str(pathlib.Path(__file__).with_name("readers.py")), SERVER,
                   str(PORTS[1]), path, str(count), str(readers)]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=limit, check=False)
        if done.returncode != 0:
            raise Failure(f"plain readers: {done.stderr.decode().strip()[-300:]}")
        return float(done.stdout)


class Watch:
    """Samples the bytes that arrive at the client's end of a line, as long as the `with` block."""

    STEP = 0.005  # seconds

    def __init__(self, line):
        self.path = f"/proc/{line.holder.pid}/net/dev"
        self.samples = []
        self.ended = threading.Event()

    def _received(self):
        with open(self.path, encoding="ascii") as table:
            for row in table:
                name, _, values = row.partition(":")
                if name.strip() == "wan0":
                    return int(values.split()[0])
        return 0

    def _sample(self):
        while not self.ended.wait(self.STEP):
            self.samples.append((time.monotonic(), self._received()))

    def __enter__(self):
        self.samples.append((time.monotonic(), self._received()))
        self.thread = threading.Thread(target=self._sample, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()
        self.samples.append((time.monotonic(), self._received()))

    def tail(self):
        """Seconds in which bytes arrived, and how much longer the last per cent took than its share (1 is its share)."""
        first, last = self.samples[0][1], self.samples[-1][1]
        total = last - first

        def when(share):
            return next(at for at, count in self.samples if count - first >= share * total)

        # The ends of the connections are not content: what comes after the last 16 KiB does not count.
        end = (total - min(16 * 1024, total // 1000)) / total
        start = min(MEBI, total // 1000) / total
        seconds = when(end) - when(start)
        return seconds, (when(end) - when(0.99 * end)) / (0.01 * seconds) if seconds > 0 else 0.0
