#!/usr/bin/env python3
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One large file over a long line: 50 ms there and back, 10 MB/s a connection, without and with 1 % loss. Needs root.

Bars without loss: at least 95 % of connections x 10 MB/s, and the last per cent takes at most 1.5 times its share. With loss
the figures and the congestion control in use are printed.
"""

import time

from benchkit import GIBI, Verdict, arguments, median, note, run_script, shown, size, work_folder
from clients import Contest
from nginxhub import NginxHub, Repo
from wan import PORTS, SERVER, Line, Watch

REACHED = 0.95
TAIL = 1.5


class WideContest(Contest):
    """Watches the line while a client runs, and counts its connections in the server's log."""

    def __init__(self, line, *args, **options):
        super().__init__(*args, before=line.at("client"), **options)
        self.network = line

    def curl(self):
        return super().curl(ranges=self.connections or 16)

    def run_all(self, rounds, names):
        self.run(rounds, names, self._watched)

    def _watched(self, run):
        before = len(self.hub.log())
        with Watch(self.network) as watch:
            outcome = run()
        outcome.transfer, outcome.tail = watch.tail()
        outcome.connections = at_once(self._requests(before))
        return outcome

    def _requests(self, before):
        """What the server logged for this run; it may take a moment longer than the client."""
        deadline = time.monotonic() + 2
        while True:
            entries = [entry for entry in self.hub.log()[before:] if entry["status"] in (200, 206)]
            if sum(entry["bytes"] for entry in entries) >= self.size() or time.monotonic() > deadline:
                return entries
            time.sleep(0.05)

    def line(self, name, outcome):
        nominal = outcome.connections * self.hub.limit
        outcome.reached = self.size() / outcome.transfer / nominal if nominal else 0.0
        return (f"{super().line(name, outcome)}  {outcome.connections} connections, {100 * outcome.reached:.1f} % of their limit "
                f"while bytes came ({outcome.transfer:.2f} s), last 1 % {outcome.tail:.2f} x its share")


def at_once(entries):
    """The most requests that were open at the same time."""
    steps = sorted([(entry["end"] - entry["seconds"], 1) for entry in entries] + [(entry["end"], -1) for entry in entries])
    now = most = 0
    for _, step in steps:
        now += step
        most = max(most, now)
    return most


def check_line(line, hub, repo, args):
    """What line and server can do without any client of ours."""
    count = args.size
    path = f"/{repo.name}/model.bin"
    share = min(count, args.connections * args.per_connection * (1 if line.loss else 6))
    alone = line.read("server", f"/unlimited{path}", count, args.connections)
    limited = line.read("server", path, share, args.connections)
    through = line.read("client", f"/unlimited{path}", share, 2 * args.connections)
    plain = line.read("client", path, share, args.connections)
    wanted = args.connections * args.per_connection
    note(f"  server alone {alone / 1e6:.0f} MB/s, with its limit {limited / 1e6:.1f} MB/s on {args.connections} connections")
    note(f"  the line without limit {through / 1e6:.0f} MB/s, {line.round_trip():.1f} ms there and back")
    note(f"  plain readers over the line, {args.connections} connections for {shown(share)}: {plain / 1e6:.1f} MB/s of "
         f"{wanted / 1e6:.0f}")
    if alone < 2 * wanted:
        note("  NOT twice what is wanted: the server limits these figures")
    if through < 1.2 * wanted:
        note("  the line carries less than 1.2 times what is wanted: it limits these figures" +
             (" (loss and congestion control do)" if line.loss else ""))


def one_shape(folder, repo, args, loss, verdict):
    with Line(args.delay, loss, args.mtu, args.congestion, args.relay) as line, \
            NginxHub(folder, [repo], address=SERVER, ports=PORTS, limit=args.per_connection, before=line.at("server")) as hub:
        note(f"{shown(args.size)}, {2 * args.delay:g} ms there and back, {args.per_connection / 1e6:g} MB/s a connection, "
             f"{loss:g} % loss, {line.kind}, congestion control {line.congestion_control()}, {args.rounds} rounds, in turns")
        check_line(line, hub, repo, args)
        contest = WideContest(line, folder, hub, repo, limit=args.limit, connections=args.connections)
        contest.run_all(args.rounds, contest.available(*args.clients.split(",")))
        contest.table()
        for name, outcomes in contest.results.items():
            reached = median([outcome.reached for outcome in outcomes])
            tail = median([outcome.tail for outcome in outcomes])
            connections = median([outcome.connections for outcome in outcomes])
            note(f"  {name:10} {connections:.0f} connections, {100 * reached:.1f} % of their limit, "
                 f"last 1 % {tail:.2f} x its share")
            if name == "ours" and connections < args.connections:
                note(f"  ours used {connections:.0f} of {args.connections} connections: the share is of those that it used")
            if name == "ours" and not loss:
                verdict.check(reached >= REACHED, f"{100 * reached:.1f} % of {connections:.0f} connections x "
                              f"{args.per_connection / 1e6:g} MB/s (at least {100 * REACHED:.0f} %)")
                verdict.check(tail <= TAIL, f"the last 1 % takes {tail:.2f} times its share (at most {TAIL})")


def main():
    parser = arguments(__doc__)
    parser.add_argument("--size", type=size, default=2 * GIBI)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--loss", default="0,1", help="per cent, several with commas")
    parser.add_argument("--delay", type=float, default=25, help="ms each way")
    parser.add_argument("--per-connection", type=int, default=10_000_000, help="bytes a second")
    parser.add_argument("--connections", type=int, default=16, help="of curl, and of ours if it has the option")
    parser.add_argument("--mtu", type=int, default=1500)
    parser.add_argument("--congestion", default=None, help="congestion control of the server; else the kernel's default")
    parser.add_argument("--relay", action="store_true", help="bench_relay even where the kernel has netem")
    parser.add_argument("--clients", default="ours,aria2c,curl")
    parser.add_argument("--limit", type=float, default=900, help="seconds for one client")
    args = parser.parse_args()
    verdict = Verdict()
    with work_folder(args.folder) as folder:
        repo = Repo(folder, "bench/large", {"model.bin": args.size})
        for loss in map(float, args.loss.split(",")):
            one_shape(folder, repo, args, loss, verdict)
    verdict.exit("a long line")


if __name__ == "__main__":
    run_script(main)
