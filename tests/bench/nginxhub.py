# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""nginx posing as the Hub: static answers on one port, large files behind a redirect to the second one.

It serves what our client and the official one ask for: revision, tree (a thousand entries a page), paths-info of
whole repos, resolve for HEAD and GET. Small files come directly, with the git blob id as ETag.
"""

import contextlib
import hashlib
import json
import os
import pathlib
import random
import resource
import socket
import subprocess
import time

from benchkit import Failure, MEBI, background, find, need, write_noise

COMMIT = "5eed" * 10
PAGE = 1000  # entries of one page of a tree, as on the Hub
LARGE = MEBI  # bytes from which a file is an LFS object


class Repo:
    """`files` maps paths to sizes. Content is made once and kept in `folder`."""

    def __init__(self, folder, name, files):
        self.name = name
        self.files = files
        self.folder = pathlib.Path(folder, "content", name.replace("/", "--"))
        self.ids = {}  # path: SHA-256 of a large file, git blob id of a small one
        self._make()

    def _make(self):
        known = self.folder.with_suffix(".json")
        with contextlib.suppress(OSError, ValueError):
            remembered = json.loads(known.read_text())
            if remembered["files"] == self.files:
                self.ids = remembered["ids"]
                return
        for number, (path, count) in enumerate(self.files.items()):
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if count > LARGE:
                write_noise(target, count, seed=number)
                with open(target, "rb") as file:
                    self.ids[path] = hashlib.file_digest(file, "sha256").hexdigest()
            else:
                data = random.Random(number).randbytes(count)
                target.write_bytes(data)
                self.ids[path] = hashlib.sha1(b"blob %d\0" % count + data).hexdigest()
        known.write_text(json.dumps({"files": self.files, "ids": self.ids}))

    def is_large(self, path):
        return self.files[path] > LARGE

    def entry(self, path):
        count = self.files[path]
        entry = {"type": "file", "oid": self.ids[path], "size": count, "path": path}
        if self.is_large(path):
            pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{self.ids[path]}\nsize {count}\n".encode()
            entry["oid"] = hashlib.sha1(b"blob %d\0" % len(pointer) + pointer).hexdigest()
            entry["lfs"] = {"oid": self.ids[path], "size": count, "pointerSize": len(pointer)}
        return entry

    def info(self):
        return {
            "_id": "5eed" * 6, "id": self.name, "modelId": self.name, "author": self.name.split("/")[0],
            "sha": COMMIT, "lastModified": "2025-01-01T00:00:00.000Z", "createdAt": "2025-01-01T00:00:00.000Z",
            "private": False, "gated": False, "disabled": False, "downloads": 0, "likes": 0, "tags": [],
            "siblings": [{"rfilename": path} for path in self.files],
        }

    def pages(self):
        entries = [self.entry(path) for path in self.files]
        return [entries[at:at + PAGE] for at in range(0, len(entries), PAGE)]


class NginxHub:
    """Serves `repos` as long as the `with` block. `limit`: bytes a second of one connection to the second port.

    `before` is what goes before the command, e.g. to run it in another network namespace; `tls` a pair of files.
    """

    def __init__(self, folder, repos, address="127.0.0.1", limit=0, tls=None, before=(), ports=None, workers=2, http2=False):
        need("nginx")
        self.folder = pathlib.Path(folder, "nginx")
        self.repos, self.address, self.limit, self.tls, self.before = repos, address, limit, tls, list(before)
        self.ports = ports or free_ports(2)
        self.workers = workers
        self.http2 = http2  # over TLS, offered beside HTTP/1.1
        scheme = "https" if tls else "http"
        self.endpoint = f"{scheme}://{address}:{self.ports[0]}"
        self.cdn = f"{scheme}://{address}:{self.ports[1]}"

    def __enter__(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "nginx.conf").write_text(self._config())
        self.stack = contextlib.ExitStack()
        errors = self.stack.enter_context(open(self.folder / "start.txt", "wb"))
        self.process = self.stack.enter_context(background(
            [*self.before, find("nginx"), "-p", str(self.folder), "-c", str(self.folder / "nginx.conf"),
             "-e", str(self.folder / "error.log")], stdout=errors, stderr=errors))
        try:
            self._wait()
        except BaseException:
            self.stack.close()
            raise
        return self

    def __exit__(self, *_):
        self.stack.close()

    def _wait(self):
        probe = [*self.before, find("curl"), "-sk", "--noproxy", "*", "-o", "/dev/null", self.endpoint + "/ready"]
        deadline = time.monotonic() + 20
        while subprocess.run(probe, check=False).returncode != 0:
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise Failure(f"nginx does not serve: {(self.folder / 'start.txt').read_text().strip()[-400:]}")
            time.sleep(0.05)

    def resolve(self, repo, path):
        return f"{self.endpoint}/{repo.name}/resolve/main/{path}"

    def direct(self, repo, path):
        """Where the redirect leads, or the file itself."""
        return f"{self.cdn}/{repo.name}/{path}" if repo.is_large(path) else self.resolve(repo, path)

    def log(self):
        """Requests to the second port, ended ones only: dictionaries with the names of the log format."""
        path = self.folder / "access.log"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    # --- the configuration

    def _config(self):
        cert = ""
        ssl = ""
        if self.tls:
            ssl = " ssl http2" if self.http2 else " ssl"
            cert = (f"ssl_certificate {self.tls[0]}; ssl_certificate_key {self.tls[1]};"
                    " ssl_session_cache shared:s:8m; ssl_protocols TLSv1.2 TLSv1.3; ssl_buffer_size 16k;")
        temporary = "\n".join(f"    {kind}_temp_path {self.folder}/{kind};"
                              for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        # Both repos of small.py have to be open at once.
        files = 65536 if os.geteuid() == 0 else resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        limit = f"limit_rate {self.limit}; sendfile_max_chunk 256k;" if self.limit else "sendfile_max_chunk 2m;"
        return f"""daemon off;
user root;
worker_processes {self.workers};
pid {self.folder}/nginx.pid;
error_log {self.folder}/error.log;
worker_rlimit_nofile {files};
events {{ worker_connections 4096; }}
http {{
{temporary}
    log_format requests escape=json '{{"end":$msec,"seconds":$request_time,"bytes":$body_bytes_sent,"status":$status,'
        '"connection":$connection,"range":"$http_range","path":"$uri"}}';
    access_log off;
    sendfile on;
    tcp_nopush on;
    tcp_nodelay on;
    etag off;
    keepalive_requests 1000000;
    http2_max_concurrent_streams 128;
    keepalive_timeout 60s;
    open_file_cache max={min(16000, files // 2)} inactive=600s;
    open_file_cache_valid 600s;
    types {{ application/json json; }}
    default_type application/octet-stream;
    map_hash_max_size 262144;
    map_hash_bucket_size 256;
    {cert}
    map $uri $blob {{
        default "";
{self._small_ids()}    }}
    server {{
        listen {self.address}:{self.ports[0]}{ssl} backlog=1024;
        root {self.folder}/answers;
        location = /ready {{ return 200 "ready"; }}
        location / {{ return 404 '{{"error":"Not found"}}'; }}
{self._hub_locations()}    }}
    server {{
        listen {self.address}:{self.ports[1]}{ssl} backlog=1024;
        root {self.folder}/cdn;
        etag on;
        access_log {self.folder}/access.log requests;
        {limit}
        location /unlimited/ {{ alias {self.folder}/cdn/; limit_rate 0; access_log off; }}
    }}
}}
"""

    def _small_ids(self):
        return "".join(f'        "/{repo.name}/resolve/{revision}/{path}" {repo.ids[path]};\n'
                       for repo in self.repos for revision in ("main", COMMIT)
                       for path in repo.files if not repo.is_large(path))

    def _hub_locations(self):
        text = ""
        for repo in self.repos:
            self._write_answers(repo)
            text += self._api_locations(repo)
            for revision in ("main", COMMIT):
                for path in filter(repo.is_large, repo.files):
                    text += f"""        location = /{repo.name}/resolve/{revision}/{path} {{
            add_header X-Repo-Commit {COMMIT} always;
            add_header X-Linked-Etag '"{repo.ids[path]}"' always;
            add_header X-Linked-Size {repo.files[path]} always;
            add_header Accept-Ranges bytes always;
            return 302 {self.cdn}/{repo.name}/{path};
        }}
"""
                text += f"""        location /{repo.name}/resolve/{revision}/ {{
            alias {repo.folder}/;
            add_header X-Repo-Commit {COMMIT} always;
            add_header ETag '"$blob"';
        }}
"""
        return text

    def _write_answers(self, repo):
        answers = self.folder / "answers" / repo.name
        answers.mkdir(parents=True, exist_ok=True)
        (answers / "info.json").write_text(json.dumps(repo.info()))
        for number, page in enumerate(repo.pages(), 1):
            (answers / f"tree-{number}.json").write_text(json.dumps(page))
        link = self.folder / "cdn" / repo.name
        link.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            link.symlink_to(repo.folder, target_is_directory=True)

    def _api_locations(self, repo):
        text = ""
        api = f"/api/models/{repo.name}"
        for revision in ("", "/revision/main", f"/revision/{COMMIT}"):
            text += f"        location = {api}{revision} {{ try_files /{repo.name}/info.json =404; }}\n"
        pages = len(repo.pages())
        for revision in ("main", COMMIT):
            here = f"{api}/tree/{revision}"
            text += f"        location = {here} {{\n"
            for number in range(2, pages + 1):
                text += f"            if ($arg_cursor = p{number}) {{ rewrite ^ /{repo.name}/tree-{number}.json last; }}\n"
            text += f"            rewrite ^ /{repo.name}/tree-1.json last;\n        }}\n"
            # nginx has no static answer to POST: the refusal is answered with the list.
            text += (f"        location = {api}/paths-info/{revision} {{\n"
                     f"            error_page 405 =200 /{repo.name}/tree-1.json;\n            return 405;\n        }}\n")
        for number in range(1, pages + 1):
            text += f"        location = /{repo.name}/tree-{number}.json {{\n            internal;\n"
            if number < pages:
                text += (f"            add_header Link '<{self.endpoint}{api}/tree/{COMMIT}?recursive=True&expand=False"
                         f"&cursor=p{number + 1}>; rel=\"next\"';\n")
            text += "        }\n"
        return text


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    try:
        for item in sockets:
            item.bind(("127.0.0.1", 0))
        return [item.getsockname()[1] for item in sockets]
    finally:
        for item in sockets:
            item.close()


def make_tls(folder):
    """A CA of our own and a certificate for loopback; returns the CA's file and the server's pair."""
    need("openssl")
    folder = pathlib.Path(folder)

    def openssl(*args):
        done = subprocess.run([find("openssl"), *map(str, args)], stderr=subprocess.PIPE, stdout=subprocess.PIPE, check=False)
        if done.returncode != 0:
            raise Failure(f"openssl: {done.stderr.decode().strip()}")

    ca, ca_key, key, request, cert, names = (folder / name for name in
                                             ("ca.pem", "ca.key", "server.key", "server.csr", "server.pem", "names.txt"))
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    openssl("req", "-x509", *curve, "-keyout", ca_key, "-out", ca, "-days", "2", "-subj", "/CN=Hubdesk bench CA")
    openssl("req", *curve, "-keyout", key, "-out", request, "-subj", "/CN=localhost")
    names.write_text("subjectAltName=IP:127.0.0.1,DNS:localhost\nbasicConstraints=CA:FALSE\n")
    openssl("x509", "-req", "-in", request, "-CA", ca, "-CAkey", ca_key, "-CAcreateserial", "-out", cert, "-days", "2",
            "-extfile", names)
    return ca, (cert, key)
