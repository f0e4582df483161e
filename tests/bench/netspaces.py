# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two network namespaces joined by a veth pair, made by rtnetlink alone: an ordinary user can, where user namespaces are
allowed, and no program has to be installed. Nothing of this is reachable from outside the machine.
"""

import contextlib
import ctypes
import os
import socket
import struct
import subprocess
import sys
import threading
import time

from benchkit import Failure, find, leash, need, stop

SERVER = "10.77.1.1"
CLIENT = "10.77.1.2"
INSIDE = "HUBDESK_BENCH_NETSPACE"  # set in the namespace of the server

CLONE_NEWNET = 0x40000000
REQUEST, ACK, EXCL, CREATE = 1, 4, 0x200, 0x400
NEWLINK, NEWADDR = 16, 20
IFNAME, LINKINFO, NET_NS_PID = 3, 18, 19
INFO_KIND, INFO_DATA, VETH_PEER = 1, 2, 1
ADDRESS, LOCAL = 1, 2
UP = 1


def enter():
    """Starts the script anew in a network namespace of its own, as its root. Ends with 2 where that is not possible."""
    need("unshare", "nsenter", "sleep")
    if os.environ.get(INSIDE):
        return
    options = ["--net"] if os.geteuid() == 0 else ["--user", "--map-root-user", "--net"]
    unshare = [find("unshare"), *options, "--"]
    tried = subprocess.run([*unshare, find("sleep"), "0"], stderr=subprocess.PIPE, check=False)
    if tried.returncode != 0:
        stop(f"missing: network namespaces ({tried.stderr.decode().strip()})")
    os.execve(unshare[0], [*unshare, sys.executable, "-B", *sys.argv], {**os.environ, INSIDE: "1"})


class Netlink:
    """Orders to the kernel about the namespace of the thread that made it."""

    def __init__(self):
        self.socket = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)
        self.socket.bind((0, 0))

    def order(self, kind, flags, body, what):
        self.socket.send(struct.pack("=IHHII", 16 + len(body), kind, REQUEST | ACK | flags, 1, 0) + body)
        error = -struct.unpack_from("=i", self.socket.recv(65536), 16)[0]
        if error:
            raise Failure(f"{what}: {os.strerror(error)}")

    def set_up(self, index, is_up):
        self.order(NEWLINK, 0, link(index, UP if is_up else 0, UP), f"link {'up' if is_up else 'down'}")

    def add_address(self, index, address):
        raw = socket.inet_aton(address)
        body = struct.pack("=BBBBI", socket.AF_INET, 24, 0, 0, index) + attribute(LOCAL, raw) + attribute(ADDRESS, raw)
        self.order(NEWADDR, CREATE | EXCL, body, f"address {address}")

    def add_pair(self, name, pid):
        """A pair of devices, one here and one in the namespace of `pid`, both called `name`."""
        label = attribute(IFNAME, name.encode() + b"\0")
        peer = attribute(VETH_PEER, link(0, 0, 0) + label + attribute(NET_NS_PID, struct.pack("=I", pid)))
        info = attribute(INFO_KIND, b"veth") + attribute(INFO_DATA, peer)
        self.order(NEWLINK, CREATE | EXCL, link(0, 0, 0) + label + attribute(LINKINFO, info), "a pair of devices")


def attribute(kind, data):
    return struct.pack("=HH", 4 + len(data), kind) + data + bytes(-len(data) % 4)


def link(index, flags, change):
    return struct.pack("=BBHiII", socket.AF_UNSPEC, 0, 0, index, flags, change)


def in_namespace(pid, work):
    """What `work` gives on a thread that lives in the network namespace of `pid`."""
    answer = []

    def body():
        try:
            with open(f"/proc/{pid}/ns/net", "rb") as space:
                if ctypes.CDLL(None, use_errno=True).setns(space.fileno(), CLONE_NEWNET) != 0:
                    raise Failure(f"setns: {os.strerror(ctypes.get_errno())}")
            answer.append(work())
        except (Failure, OSError) as error:
            answer.append(error)

    thread = threading.Thread(target=body)
    thread.start()
    thread.join()
    if isinstance(answer[0], Exception):
        raise Failure(f"the other namespace: {answer[0]}")
    return answer[0]


class Pair:
    """The namespace of the script, which is the server's, and one for the client, as long as the `with` block."""

    def __enter__(self):
        with contextlib.ExitStack() as stack:
            self.holder = subprocess.Popen([*leash(), find("unshare"), "--net", "--", find("sleep"), "86400"])
            stack.callback(self._end)
            self._wait_for_holder()
            self.server = Netlink()
            self.client = in_namespace(self.holder.pid, Netlink)
            try:
                self.server.add_pair("hub0", self.holder.pid)
            except Failure as error:
                stop(f"missing: veth devices ({error})")
            here = socket.if_nametoindex("hub0")
            there = in_namespace(self.holder.pid, lambda: socket.if_nametoindex("hub0"))
            self.ends = {"server": (self.server, here), "client": (self.client, there)}
            for (kernel, index), address in ((self.ends["server"], SERVER), (self.ends["client"], CLIENT)):
                kernel.set_up(1, True)  # the loopback
                kernel.add_address(index, address)
                kernel.set_up(index, True)
            self.stack = stack.pop_all()
        return self

    def __exit__(self, *_):
        self.stack.close()

    def _end(self):
        self.holder.kill()
        self.holder.wait()

    def _wait_for_holder(self):
        mine = os.stat("/proc/self/ns/net").st_ino
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            if self.holder.poll() is not None:
                stop("missing: a second network namespace")
            with contextlib.suppress(OSError):
                if os.stat(f"/proc/{self.holder.pid}/ns/net").st_ino != mine:
                    return
            time.sleep(0.01)
        raise Failure("the second network namespace is not there in time")

    def at_client(self):
        """What goes before a command that runs on the client's side."""
        return [find("nsenter"), f"--net=/proc/{self.holder.pid}/ns/net", "--"]

    def set_up(self, side, is_up):
        kernel, index = self.ends[side]
        kernel.set_up(index, is_up)
