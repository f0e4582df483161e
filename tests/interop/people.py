# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The official client's requests about tokens, users, organisations and likes, and its ways to sign in."""

import contextlib
import io
import os
import threading

import interop
from interop import equal, raises, true

CLIENT_ID = "interop-app"


def main(hub):
    from huggingface_hub import HfApi

    api = HfApi(token="hf_demo_write")
    tokens(HfApi)
    people(api)
    likes(api, HfApi)
    login_with_token(hub)
    if not interop.is_old_peer():
        login_with_device_code(hub)


def tokens(HfApi):
    who = HfApi(token="hf_demo_write").whoami()
    true(who["isPro"] and who["emailVerified"] and who["avatarUrl"], "whoami tells plan, e-mail and picture")
    equal({org["name"]: org["roleInOrg"] for org in who["orgs"]}, {"auditory": "read", "openfjord": "write"}, "orgs")
    organisation = HfApi(token="api_org_openfjord").whoami()
    equal((organisation["type"], organisation["name"]), ("org", "openfjord"), "whoami of an organisation")
    fine = HfApi(token="hf_demo_fine").whoami()["auth"]["accessToken"]
    equal(fine["fineGrained"]["scoped"][0]["entity"]["name"], "demo/evolving-classifier", "scope of a token")
    for token, role in (("hf_demo_write", "write"), ("hf_demo_read", "read"), ("hf_demo_fine", "fineGrained"),
                        ("hf_demo_expired", None)):
        if interop.is_old_peer():
            equal(HfApi(token=token).get_token_permission(), role, f"permission of {token}")
        elif role:
            equal(HfApi(token=token).whoami()["auth"]["accessToken"]["role"], role, f"role of {token}")
    error = raises("HTTPError", lambda: HfApi(token="hf_demo_expired").whoami(), "whoami with an expired token")
    true("Invalid user token" in str(error), f"what is said about an expired token: {error}")
    for token, readable in (("hf_demo_fine", False), ("hf_demo_fine_private", True)):
        call = lambda: HfApi(token=token).model_info("demo/unreleased-assistant")
        if readable:
            true(call().private, f"the private model with {token}")
        else:
            raises("RepositoryNotFoundError", call, f"the private model with {token}")


def people(api):
    user = api.get_user_overview("demo")
    equal((user.username, user.fullname, user.user_type), ("demo", "Dana Moreau", "user"), "overview of a user")
    equal(sorted(org.name for org in user.orgs), ["auditory", "openfjord"], "organisations of a user")
    followers = list(api.list_user_followers("demo"))
    equal(len(followers), user.num_followers, "followers")
    true({"alice", "bob"} <= {follower.username for follower in followers}, "followers by name")
    following = list(api.list_user_following("demo"))
    equal([person.username for person in following], ["alice", "jun-sato", "mira-holm"], "following")
    true(all(person.is_following for person in following), "who is followed is marked")
    equal(len(following), user.num_following, "number of those who are followed")
    members = list(api.list_organization_members("openfjord"))
    equal(sorted(member.username for member in members), ["ada-veldt", "carol", "demo"], "members")
    raises("HTTPError", lambda: api.get_user_overview("nobody"), "an unknown user")
    if hasattr(api, "get_organization_overview"):
        org = api.get_organization_overview("northwind-ai")
        equal((org.name, org.plan, org.is_verified, org.num_users), ("northwind-ai", "enterprise", True, 3), "overview")
        # More than fit on one page.
        equal(len(list(api.list_organization_followers("northwind-ai"))), org.num_followers, "its followers")


def likes(api, HfApi):
    repo = "northwind-ai/Borealis-3B"
    info = api.model_info(repo)
    likers = {person.username for person in api.list_repo_likers(repo)}
    equal(len(likers), info.likes, "as many likers as likes")
    liked = api.list_liked_repos("demo")
    equal(liked.total, len(liked.models) + len(liked.datasets) + len(liked.spaces), "all that is liked has a type")
    equal(liked.total, api.get_user_overview("demo").num_likes, "number of likes")
    equal(repo in liked.models, "demo" in likers, "both sides of a like")
    equal(api.list_liked_repos().user, "demo", "likes of whoever asks")

    if hasattr(api, "like"):
        api.unlike(repo)
        before = api.model_info(repo).likes
        for _ in range(2):
            api.like(repo)
            equal(api.model_info(repo).likes, before + 1, "likes after a like")
        true("demo" in {person.username for person in api.list_repo_likers(repo)}, "a new liker")
        raises("HTTPError", lambda: HfApi(token="hf_demo_read").like(repo), "a like with a token that only reads")
    before = "demo" in {person.username for person in api.list_repo_likers(repo)}
    count = api.model_info(repo).likes
    for _ in range(2):
        api.unlike(repo)
        equal(api.model_info(repo).likes, count - before, "likes after an unlike")
    true(repo not in api.list_liked_repos("demo").models, "what was unliked")


def login_with_token(hub):
    import huggingface_hub
    from huggingface_hub import constants

    huggingface_hub.login(token="hf_demo_read")
    equal(huggingface_hub.get_token(), "hf_demo_read", "the token after login")
    with open(os.path.join(os.path.dirname(constants.HF_TOKEN_PATH), "stored_tokens"), encoding="utf-8") as file:
        true("[reader]" in file.read(), "a token is kept under its name")
    raises("ValueError", lambda: huggingface_hub.login(token="api_org_openfjord"), "login as an organisation")
    raises("HTTPError", lambda: huggingface_hub.login(token="hf_demo_expired"), "login with an expired token")
    huggingface_hub.logout()


def login_with_device_code(hub):
    import huggingface_hub
    from huggingface_hub.utils import _auth, _oauth_device

    def decide(decision, user="alice"):
        """Answers the next code as somebody at a browser would, after the client has asked for it once."""
        def wait():
            while not stopped.wait(0.1):
                codes = [code for code in hub.control("oauth")["codes"] if code["state"] == "pending"]
                polls = [entry for entry in hub.requests() if entry["path"] == "/oauth/token"]
                if codes and polls:
                    return hub.control("oauth", "POST",
                                       {"user_code": codes[0]["user_code"], "user": user, "decision": decision})
        hub.clear_requests()
        thread = threading.Thread(target=wait, daemon=True)
        thread.start()
        return thread

    def login():
        with contextlib.redirect_stdout(io.StringIO()):
            huggingface_hub.interpreter_login(skip_if_logged_in=False)

    stopped = threading.Event()
    hub.control("oauth", "POST", {"interval": 1, "token_expires_in": 3600})
    for decision, error in (("deny", "access_denied"), ("expire", "expired_token")):
        thread = decide(decision)
        raised = raises("DeviceCodeError", login, decision)
        equal(raised.error_code, error, f"error after {decision}")
        thread.join()

    thread = decide("approve")
    login()
    thread.join()
    equal(hub.requests()[0]["path"], "/oauth/device", "the first request of a device login")
    first = _auth._get_token_from_file()
    true(first.startswith("hf_oauth_"), "a token of the device flow")
    equal(huggingface_hub.whoami(first)["name"], "alice", "whose token it is")
    stored = _auth._read_stored_tokens_full()["oauth-alice"]
    true(stored["refresh_token"] and int(stored["expires_at"]) > 0, "what is kept with the token")

    # It ends within a day, so it is renewed before it is used; each refresh token is good for one use.
    second = huggingface_hub.get_token()
    true(second.startswith("hf_oauth_") and second != first, "a renewed token")
    renewed = _auth._read_stored_tokens_full()["oauth-alice"]
    true(renewed["refresh_token"] != stored["refresh_token"], "a new refresh token")
    equal(huggingface_hub.whoami(second)["name"], "alice", "whose renewed token it is")
    error = raises("DeviceCodeError", lambda: _oauth_device.refresh_access_token(stored["refresh_token"]), "used twice")
    equal(error.error_code, "invalid_grant", "error of a refresh token that was used")
    stopped.set()
    huggingface_hub.logout()


os.environ["HF_DEVICE_CODE_OAUTH_CLIENT_ID"] = CLIENT_ID
interop.run(lambda: interop.with_endpoint(main))
