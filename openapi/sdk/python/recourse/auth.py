"""Tokens: got when they are needed, renewed before they expire (OAuth 2.0 client credentials, RFC 6749)."""

from __future__ import annotations

import base64
import time
from collections.abc import Generator

import httpx

from .errors import raise_problem

TOKEN_PATH = "/oauth/token"
EARLIER_SECONDS = 30.0
"""A token is renewed this long before it expires, so that none expires under way."""


class ClientCredentials(httpx.Auth):
    """Authenticates every call of a client, sync or async."""

    requires_response_body = True

    def __init__(self, client_id: str, client_secret: str, scopes: tuple[str, ...] = ()) -> None:
        self._basic = "Basic " + base64.b64encode(f"{client_id}:{client_secret}".encode()).decode()
        self._scopes = scopes
        self._token = ""
        self._renew_at = 0.0

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Called by httpx for each request."""
        if request.url.path.endswith(TOKEN_PATH):
            request.headers["Authorization"] = self._basic
            yield request
            return
        if time.monotonic() >= self._renew_at:
            form = {"grant_type": "client_credentials"}
            if self._scopes:
                form["scope"] = " ".join(self._scopes)
            # The path of the call is below the address of the service, which may itself have a path.
            answer = yield httpx.Request("POST", self._address(request), data=form, headers={"Authorization": self._basic})
            if answer.status_code != 200:
                raise_problem(answer)
            said = answer.json()
            self._token = said["access_token"]
            self._renew_at = time.monotonic() + max(0.0, float(said["expires_in"]) - EARLIER_SECONDS)
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request

    def _address(self, request: httpx.Request) -> httpx.URL:
        before = request.url.path.partition("/v1/")[0]
        return request.url.copy_with(path=before.rstrip("/") + TOKEN_PATH, query=None)
