"""An OpenID Connect provider in a process of its own, made of Authlib's server side.

`python -m tests.staff.provider PORT` serves it. It signs everybody in who comes, as whom
`POST /control` said, and answers wrongly in the way that was said there.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import requests
from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core import OpenIDCode, UserInfo
from flask import Flask, Response, jsonify, request
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from tests.browser.serving import free_port

CLIENT, SECRET = "bloktilby", "a secret of both sides"
ANNA = {"sub": "s-anna", "name": "Anna A", "roles": ["Plan"]}


@dataclass
class Client(ClientMixin):  # type: ignore[misc]
    redirect_uri: str

    def get_client_id(self) -> str:
        return CLIENT

    def get_default_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return redirect_uri == self.redirect_uri

    def check_client_secret(self, client_secret: str) -> bool:
        return client_secret == SECRET

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method == "client_secret_post"

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == "authorization_code"


@dataclass
class Code(AuthorizationCodeMixin):  # type: ignore[misc]
    code: str
    redirect_uri: str
    scope: str
    nonce: str
    code_challenge: str
    code_challenge_method: str
    auth_time: int = field(default_factory=lambda: int(time.time()))

    def get_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_scope(self) -> str:
        return self.scope

    def get_nonce(self) -> str:
        return self.nonce

    def get_auth_time(self) -> int:
        return self.auth_time

    def get_acr(self) -> None:
        return None

    def get_amr(self) -> None:
        return None


@dataclass
class State:
    """Who comes next, what is wrong with the answer, and what was asked."""

    claims: dict[str, Any] = field(default_factory=lambda: dict(ANNA))
    fault: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)
    codes: dict[str, Code] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))


def provider(issuer: str) -> Flask:
    """Return the provider; it is called what `issuer` says."""
    app, state, clients = Flask(__name__), State(), {}

    class Grant(AuthorizationCodeGrant):  # type: ignore[misc]
        TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_post",)

        def save_authorization_code(self, code: str, request_: Any) -> None:
            data = request_.payload.data
            state.codes[code] = Code(code, data["redirect_uri"], data["scope"], data["nonce"],
                                     data["code_challenge"], data["code_challenge_method"])  # fmt: skip

        def query_authorization_code(self, code: str, client: Client) -> Code | None:
            return state.codes.get(code)

        def delete_authorization_code(self, authorization_code: Code) -> None:
            del state.codes[authorization_code.code]

        def authenticate_user(self, authorization_code: Code) -> object:
            return SimpleNamespace(sub=state.claims["sub"])

    class OpenId(OpenIDCode):  # type: ignore[misc]
        def exists_nonce(self, nonce: str, request_: Any) -> bool:
            return False

        def generate_user_info(self, user: object, scope: str) -> UserInfo:
            return UserInfo(**state.claims)

        def get_jwt_config(self, grant: object, client: object = None) -> dict[str, Any]:
            return {"key": state.key, "alg": "RS256", "iss": issuer, "exp": 300}

    server = AuthorizationServer(
        app,
        query_client=lambda _: clients.setdefault("one", Client(app.config["BACK"])),
        save_token=lambda token, request_: None,
    )
    server.register_grant(Grant, [OpenId(require_nonce=True), CodeChallenge(required=True)])

    @app.get("/.well-known/openid-configuration")
    def metadata() -> Response:
        at = "http://other.example" if state.fault == "endpoints elsewhere" else issuer
        said = "http://other.example" if state.fault == "calls itself otherwise" else issuer
        return jsonify(issuer=said, authorization_endpoint=f"{issuer}/authorize",
                       token_endpoint=f"{at}/token", jwks_uri=f"{issuer}/jwks",
                       end_session_endpoint=f"{issuer}/logout")  # fmt: skip

    @app.get("/jwks")
    def jwks() -> Response:
        return jsonify(keys=[state.key.as_dict(private=False)])

    @app.get("/authorize")
    def authorize() -> Any:
        state.asked.append(request.args.to_dict())
        return server.create_authorization_response(
            grant_user=SimpleNamespace(sub=state.claims["sub"])
        )

    @app.post("/token")
    def token() -> Any:
        answer = server.create_token_response()
        if answer.status_code != 200 or not state.fault:
            return answer
        said = json.loads(answer.get_data())
        said["id_token"] = _wrong(said["id_token"], state)
        return jsonify(said)

    @app.post("/control")
    def control() -> Response:
        said = request.get_json()
        app.config["BACK"] = said.get("back", app.config.get("BACK"))
        state.claims = said.get("claims", dict(ANNA))
        state.fault = said.get("fault", "")
        return jsonify(asked=state.asked)

    return app


def _wrong(token: str, state: State) -> str:
    """Return a token with the fault that was asked for."""
    claims = jwt.decode(token, state.key).claims
    key, header = state.key, {"alg": "RS256", "kid": "one"}
    now = int(time.time())
    changed: dict[str, dict[str, Any]] = {
        "nonce": {"nonce": "another"},
        "no nonce": {"nonce": None},
        "issuer": {"iss": "http://other.example"},
        "audience": {"aud": "another"},
        "audience and azp": {"aud": "another", "azp": CLIENT},
        "expired": {"iat": now - 4000, "exp": now - 120},
        "from the future": {"nbf": now + 600},
        "a little late": {"iat": now - 400, "exp": now - 20},
        "no subject": {"sub": None},
        "access token": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
    }
    claims = {k: v for k, v in (claims | changed.get(state.fault, {})).items() if v is not None}
    if state.fault == "another key":
        key = RSAKey.generate_key(2048, {"kid": "one"})
    if state.fault == "shared key":
        key, header = OctKey.import_key(SECRET), {"alg": "HS256"}
    if state.fault == "unsigned":
        _, body, _ = jwt.encode(header, claims, key).split(".")
        return f"eyJhbGciOiJub25lIn0.{body}."
    if state.fault == "no token":
        return "no token"
    return jwt.encode(header, claims, key)


@dataclass(frozen=True)
class Running:
    """A provider that runs; `control` says who comes next and what is wrong."""

    issuer: str

    def control(self, **said: Any) -> dict[str, Any]:
        found: dict[str, Any] = requests.post(f"{self.issuer}/control", json=said, timeout=5).json()
        return found


@contextmanager
def running() -> Iterator[Running]:
    """Run a provider in a process of its own until the block ends."""
    port = free_port()
    issuer = f"http://127.0.0.1:{port}"
    process = subprocess.Popen([sys.executable, "-m", "tests.staff.provider", str(port)])
    try:
        _wait(f"{issuer}/jwks", process)
        yield Running(issuer)
    finally:
        process.terminate()
        process.wait(10)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        try:
            if requests.get(address, timeout=2).ok:
                return
        except requests.ConnectionError:
            time.sleep(0.1)
    raise RuntimeError("the provider did not begin")


if __name__ == "__main__":
    import waitress

    at = int(sys.argv[1])
    waitress.serve(provider(f"http://127.0.0.1:{at}"), host="127.0.0.1", port=at)
