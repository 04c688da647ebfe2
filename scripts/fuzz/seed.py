"""Fills a fresh service by its API, so that the fuzzer's calls reach records and not only refusals.

The people are invented. What is made is remembered as lists of ids by the name of their schema (`CampaignId`), of texts by
the name of their parameter (`secret`), and as an access token for each kind of client.
"""

import base64
import json
import time
import urllib.error
import urllib.request

MANDATE = {
    "powers": {
        "request": {"rights": ["access", "erasure"], "controllers": {"kind": "all"}, "answer_recipient": "organisation"},
        "complaint": {"acts": ["complaint", "action_against_authority"], "controllers": {"kind": "all"}},
        "disclosure_consent": True,
    },
    "evidence": {"kind": "signed_paper"},
}


class Client:
    """A client of the API. A call that is refused ends the run: the seed is correct, or the service is not."""

    def __init__(self, base, credential):
        self.base, self.credential, self.token, self.calls = base, credential, None, 0

    def fetch_token(self):
        basic = base64.b64encode(":".join(self.credential).encode()).decode()
        answer = self.send("POST", "/oauth/token", b"grant_type=client_credentials",
                           {"Authorization": f"Basic {basic}", "Content-Type": "application/x-www-form-urlencoded"})
        self.token = json.loads(answer)["access_token"]
        return self.token

    def send(self, method, path, body, headers):
        request = urllib.request.Request(self.base + path, body, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            raise SystemExit(f"{method} {path} was answered {error.code}: {error.read().decode()}") from None

    def call(self, method, path, body=None, media="application/json"):
        self.calls += 1
        headers = {"Authorization": f"Bearer {self.token or self.fetch_token()}"}
        if method == "POST":
            headers["Idempotency-Key"] = f'"{self.credential[0]}-{self.calls}"'
        if body is not None:
            headers["Content-Type"] = media
            body = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        answer = self.send(method, path, body, headers)
        return json.loads(answer) if answer else None

    def get(self, path):
        return self.call("GET", path)

    def post(self, path, body=None):
        return self.call("POST", path, body)


def scopes_of(document, wanted):
    """The scopes of the document that a kind of client holds, by the beginnings of their words."""
    known = document["components"]["securitySchemes"]["oauth2"]["flows"]["clientCredentials"]["scopes"]
    return [scope for scope in known if scope in wanted or scope.split(":")[0] in wanted]


class Seed:
    """What was made."""

    def __init__(self, base, document, operator):
        self.base, self.document = base, document
        self.ids, self.texts = {}, {}
        self.clients = {"operator": Client(base, operator)}
        self.own = set()

    def keep(self, schema, record, field="id"):
        self.ids.setdefault(schema, []).append(record[field])
        return record[field]

    def client_of(self, path, scopes):
        made = self.clients["operator"].post(path, {"name": "fuzz", "scopes": scopes})
        return Client(self.base, (made["client_id"], made["client_secret"]))

    def everything(self):
        self.parties()
        self.people()
        self.filings()
        self.answers()
        self.tools()
        return self

    def parties(self):
        operator = self.clients["operator"]
        evidence = {"name": "Union of Platform Workers", "country": "FR", "language": "fr"}
        own = operator.post("/v1/organisations", evidence)["id"]
        self.keep("OrganisationId", operator.post("/v1/organisations", evidence | {"name": "Another union"}))
        operator.call("PATCH", f"/v1/organisations/{own}", {"eligibility": self.eligibility()})
        scopes = scopes_of(self.document, {"people", "requests", "answers", "complaints", "webhooks", "audit",
                                           "directory:read", "directory:write"})
        union = self.clients["organisation"] = self.client_of(f"/v1/organisations/{own}/clients", scopes)
        self.own |= {own, union.credential[0], operator.credential[0]}
        feed = {"place": "FR", "channels": [{"kind": "feed"}],
                "identity_needs": [{"element": "email", "description": "Address of the account", "optional": False}]}
        asked = operator.post("/v1/controllers", feed | {"name": "Sample Rides SAS"})["id"]
        other = operator.post("/v1/controllers", feed | {"name": "Other Rides SAS"})["id"]
        desk = self.clients["controller"] = self.client_of(f"/v1/controllers/{asked}/clients", ["inbox:read", "inbox:answer"])
        self.own.add(desk.credential[0])
        office = self.clients["authority"] = self.client_of("/v1/supervisory-authorities/fr-cnil/clients",
                                                            scopes_of(self.document, {"docket"}))
        self.own.add(office.credential[0])
        private = union.post("/v1/controllers", feed | {"name": "Rides of our own"})["id"]
        self.ids["ControllerId"] = [asked, other, private]
        self.asked = asked

    @staticmethod
    def eligibility():
        tests = ("not_for_profit", "properly_constituted", "public_interest_aims", "active_in_data_protection")
        return {test: {"document": "statutes of 2019", "dated": "2019-05-02"} for test in tests} | {"constituted_in": "FR"}

    def people(self):
        union = self.clients["organisation"]
        for number in range(6):
            person = {"family_name": f"Pereira {number}", "given_name": "Noël", "email": f"person{number}@example.org",
                      "external_reference": f"F{number}", "country": "FR", "language": "fr"}
            subject = self.keep("DataSubjectId", union.post("/v1/data-subjects", person))
            mandate = MANDATE | {"signed_on": "2026-01-17"}
            self.keep("MandateId", union.post(f"/v1/data-subjects/{subject}/mandates", mandate))
        link = union.post(f"/v1/data-subjects/{subject}/status-links", {})
        self.keep("StatusLinkId", link)

    def filings(self):
        union = self.clients["organisation"]
        campaign = {"name": "Access", "purpose": "To see what is kept", "ask": {"right": "access", "copy": True},
                    "controllers": [self.asked], "language": "fr", "policy": {"undo_window_seconds": 0}}
        for name in ("Access", "Access again"):
            self.keep("CampaignId", union.post("/v1/campaigns", campaign | {"name": name}))
        first, second = self.ids["CampaignId"]
        for subject in self.ids["DataSubjectId"]:
            union.post("/v1/requests", {"campaign_id": first, "data_subject_id": subject})
        self.upload(second)
        self.wait_for("requests to leave", lambda: union.get("/v1/requests?state=sent&limit=200")["items"], 11)
        for request in union.get("/v1/requests?limit=200")["items"]:
            self.keep("RequestId", request)
        for schema, path in (("DeliveryId", "/v1/deliveries"), ("TaskId", "/v1/tasks")):
            for record in union.get(path)["items"]:
                self.keep(schema, record)

    def upload(self, campaign):
        union = self.clients["organisation"]
        lines = "".join(json.dumps({"family_name": f"Martin {n}", "email": f"batch{n}@example.org",
                                    "mandate": {"signed_on": "2026-01-18"}}) + "\n" for n in range(5))
        for mode in ("validate", "file"):
            batch = self.keep("BatchId", union.post(f"/v1/campaigns/{campaign}/batches", {
                "mode": mode, "format": "ndjson", "mandate": MANDATE}))
            union.call("PUT", f"/v1/batches/{batch}/content", lines, "application/x-ndjson")
        self.keep("BatchId", union.post(f"/v1/campaigns/{campaign}/batches", {"mode": "validate", "format": "ndjson"}))
        self.wait_for("batch to end", lambda: [batch for batch in union.get("/v1/batches")["items"]
                                               if batch["state"] in ("filed", "validated")], 2)

    def answers(self):
        desk, requests = self.clients["controller"], self.ids["RequestId"]
        for message in desk.get("/v1/inbox")["items"]:
            desk.get(f"/v1/inbox/messages/{message['id']}/requests")
        extension = {"kind": "extension", "months": 1, "grounds": ["complexity"], "reasons": "Many records"}
        for request, response in zip(requests, ({"kind": "full", "message": "All you asked for"}, {"kind": "no_data"},
                                                 {"kind": "acknowledgement"}, extension)):
            path = f"/v1/inbox/requests/{request}/responses"
            desk.call("POST", path, {"response": response})

    def tools(self):
        union = self.clients["organisation"]
        feed = union.post("/v1/calendar-feeds", {"name": "Deadlines"})
        self.keep("CalendarFeedId", feed)
        self.texts["secret"] = [feed["url"].rsplit("/", 1)[1].removesuffix(".ics")]
        self.keep("EndpointId", union.post("/v1/webhook-endpoints", {"url": "https://hooks.example.org/recourse"}))
        authority = union.get("/v1/supervisory-authorities?limit=3")["items"]
        self.texts["authority_id"] = [one["id"] for one in authority]

    def wait_for(self, what, look, count):
        until = time.monotonic() + 60
        while len(look()) < count:
            if time.monotonic() > until:
                raise SystemExit(f"waited in vain for {count} {what}")
            time.sleep(0.2)
