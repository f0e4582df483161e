# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One set of token files, written and read by the official command line and by ours, in turns."""

import contextlib
import io
import json
import os

import interop
from interop import cli, equal, true


def main(hub):
    from huggingface_hub import constants, get_token, login, logout
    from huggingface_hub.utils import get_stored_tokens

    os.environ.pop("HF_TOKEN", None)
    quiet = contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO())
    with quiet[0], quiet[1]:
        login(token="hf_demo_write")
    equal(cli("whoami").splitlines()[0], "demo", "our whoami after the official login")
    equal([(row["name"], row["active"]) for row in json.loads(cli("auth", "list", "--json"))], [("laptop", True)],
          "our list after the official login")
    cli("login", "--token", "hf_alice_write")
    equal(get_token(), "hf_alice_write", "the official token after our login")
    equal(dict(get_stored_tokens()), {"laptop": "hf_demo_write", "studio": "hf_alice_write"}, "both tokens are there")
    for path in (constants.HF_TOKEN_PATH, constants.HF_STORED_TOKENS_PATH):
        equal(oct(os.stat(path).st_mode & 0o777), "0o600", f"mode of {path}")
    cli("auth", "switch", "--token-name", "laptop")
    equal(get_token(), "hf_demo_write", "the official token after our switch")
    switch = official("auth_switch")
    with quiet[0], quiet[1]:
        switch("studio")
    equal(cli("whoami").splitlines()[0], "alice", "our whoami after the official switch")
    if interop.is_old_peer():  # whose output ours is
        equal(official_list(), cli("auth", "list"), "the two lists, letter by letter")
    cli("logout", "--token-name", "studio")
    equal(get_token(), None, "no official token after our logout from the active one")
    equal(dict(get_stored_tokens()), {"laptop": "hf_demo_write"}, "the other token stays")
    with quiet[0], quiet[1]:
        logout()
    true(not os.path.exists(constants.HF_STORED_TOKENS_PATH), "the official logout removes the file")
    equal(cli("auth", "list"), "", "our list after the official logout")


def official(name):
    import huggingface_hub
    return getattr(huggingface_hub, name)


def official_list():
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(io.StringIO()):
        official("auth_list")()
    return output.getvalue().rstrip("\n")


if __name__ == "__main__":
    interop.run(lambda: interop.with_endpoint(main))
