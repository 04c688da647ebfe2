"""The main job, done with the generated client alone: file for members from a spreadsheet, be answered badly, complain, be told."""

import asyncio
import http.server
import json
import threading
import time
from collections.abc import Iterator

import pytest
from conftest import ADDRESS, Stage, caller
from recourse import AsyncRecourse, ProblemError, Recourse, TokenRefused, aelements, elements, given, lines, ndjson, pages
from recourse.models import (
    AnsweredLine,
    AnswerRecipient,
    AskAccess,
    Batch,
    BatchLine,
    BatchMode,
    BatchState,
    Campaign,
    ColumnMapping,
    ComplaintAct,
    ComplaintPower,
    ComplaintState,
    EventKind,
    Evidence,
    EvidenceKind,
    FindingCode,
    InboxEntry,
    Language,
    LetterFormat,
    LetterKind,
    Lifecycle,
    LineOutcome,
    MandateControllersAll,
    MandateDefaults,
    MandatePowers,
    MessageKind,
    NewBatch,
    NewCampaign,
    NewComplaint,
    NewEndpoint,
    NewResponse,
    Outcome,
    Policy,
    ProblemCode,
    RefusalGround,
    RequestPower,
    ResponseNoData,
    ResponseRefused,
    Right,
    TokenRequest,
    UploadFormat,
)
from standardwebhooks import Webhook, WebhookVerificationError

MEMBERS = """N° adhérent;Nom;Courriel;Mandat signé le
A1;Pereira;noel@example.org;17/01/2026
A2;Diallo;awa@example.org;18/01/2026
A3;Martin;no address;19/01/2026
A4;Kowalska;ola@example.org;20/01/2026
""".encode()
FILED = 3
"""One of the lines has no address of e-mail."""

PATIENCE_SECONDS = 60


def until(what, seconds=PATIENCE_SECONDS):
    """Asks again and again until there is an answer, as a person waits for a page."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := what():
            return found
        time.sleep(0.1)
    raise AssertionError("it did not happen in time")


def powers() -> MandatePowers:
    """What the members granted: to ask, and to complain."""
    return MandatePowers(
        disclosure_consent=True,
        request=RequestPower(
            rights=[Right.ACCESS], controllers=MandateControllersAll(), answer_recipient=AnswerRecipient.ORGANISATION
        ),
        complaint=ComplaintPower(acts=[ComplaintAct.COMPLAINT], controllers=MandateControllersAll()),
    )


@pytest.fixture(scope="module")
def campaign(stage: Stage) -> Campaign:
    return stage.union.campaigns.create_campaign(
        NewCampaign(
            name="Access to platform data",
            purpose="Members want to know what platforms hold about them",
            ask=AskAccess(copy=True),
            controllers=[stage.controller.id],
            language="fr",
            policy=Policy(undo_window_seconds=0),
        )
    )


@pytest.fixture(scope="module")
def batch(stage: Stage, campaign: Campaign) -> Batch:
    """A spreadsheet that was uploaded and gone through."""
    mapping = ColumnMapping.from_dict({
        "columns": {
            "external_reference": "N° adhérent",
            "family_name": "Nom",
            "email": "Courriel",
            "mandate.signed_on": "Mandat signé le",
        }
    })
    mandate = MandateDefaults(powers=powers(), evidence=Evidence(kind=EvidenceKind.ELECTRONIC_SIGNATURE))
    new = NewBatch(mode=BatchMode.FILE, format_=UploadFormat.CSV, mandate=mandate, mapping=mapping)
    made = stage.union.campaigns.create_batch(campaign.id, new)
    assert made.state is BatchState.RECEIVING
    stage.union.campaigns.upload_batch_content(made.id, MEMBERS)

    def finished() -> Batch | None:
        now = stage.union.campaigns.get_batch(made.id)
        assert 0 <= now.progress <= 1
        return now if now.state is BatchState.FILED else None

    return until(finished)


@pytest.fixture(scope="module")
def answered(stage: Stage, batch: Batch) -> list[AnsweredLine]:
    """What became of the answers of the controller: refusals without a reason but one."""
    union, office = stage.union, stage.office
    out = [Lifecycle.SENT, Lifecycle.RECEIVED]
    until(lambda: len(list(elements(union.requests.list_requests, batch_id=batch.id, state=out))) == FILED)

    def told() -> list[InboxEntry] | None:
        """A feed shows what nothing earlier can follow any more, so a message may come a moment after it was sent."""
        messages = list(elements(office.inbox.list_inbox))
        assert {message.kind for message in messages} <= {MessageKind.REQUEST_FILED, MessageKind.REQUESTS_FILED}
        entries = [entry for message in messages for entry in elements(office.inbox.list_message_requests, message.id)]
        return entries if len(entries) == FILED else None

    entries = until(told)
    seen = office.inbox.get_inbox_request(entries[0].request_id)
    ask = given(seen.content).ask
    assert isinstance(ask, AskAccess), "the tag chooses the class"
    assert ask.copy is True
    refusal = ResponseRefused(ground=RefusalGround.EXCESSIVE)
    answers = [NewResponse(request_id=entry.request_id, response=refusal) for entry in entries[1:]]
    answers.append(NewResponse(request_id=entries[0].request_id, response=ResponseNoData(message="Nous n'avons rien.")))
    key = "answers of the day"
    first = office.inbox.answer_requests(ndjson(answers), idempotency_key=key)
    assert office.inbox.answer_requests(ndjson(answers), idempotency_key=key) == first, "a repeated call answers the same"
    return list(lines(first, AnsweredLine))


def test_a_token_is_given_by_the_generated_call(stage: Stage) -> None:
    token = stage.union.access.create_token(TokenRequest(grant_type="client_credentials", scope="requests:read"))
    assert token.token_type == "Bearer"
    assert token.scope == "requests:read"
    with Recourse(ADDRESS, headers={"Authorization": f"Bearer {token.access_token}"}) as reader:
        reader.requests.list_requests()
        with pytest.raises(ProblemError) as refused:
            reader.people.list_data_subjects()
    assert refused.value.code is ProblemCode.INSUFFICIENT_SCOPE


def test_a_wrong_secret_is_an_error_of_its_own(stage: Stage) -> None:
    with Recourse(ADDRESS, stage.credentials.client_id, "wrong") as stranger, pytest.raises(TokenRefused) as refused:
        stranger.requests.list_requests()
    assert refused.value.error == "invalid_client"


def test_a_spreadsheet_is_filed_and_each_line_is_accounted_for(stage: Stage, batch: Batch) -> None:
    assert (batch.counts.lines, batch.counts.requests, batch.counts.refused) == (FILED + 1, FILED, 1)
    outcome = list(lines(stage.union.campaigns.get_batch_outcome(batch.id), BatchLine))
    bad = [line for line in outcome if line.outcome is LineOutcome.REFUSED]
    assert [line.line for line in bad] == [4]
    assert given(bad[0].problems)[0].code is ProblemCode.EMAIL_INVALID
    table = stage.union.campaigns.get_batch_outcome(batch.id, format_=UploadFormat.CSV)
    assert table.count(b"\r\n") == FILED + 2, "a heading and every line"


def test_lists_are_walked_page_by_page(stage: Stage, batch: Batch) -> None:
    walked = list(pages(stage.union.requests.list_requests, batch_id=batch.id, limit=2))
    assert [len(page.items) for page in walked] == [2, 1]
    ids = [request.id for request in elements(stage.union.requests.list_requests, batch_id=batch.id, limit=1)]
    assert ids == [request.id for page in walked for request in page.items]
    assert len(set(ids)) == FILED


def test_an_async_client_walks_the_same_list(stage: Stage, batch: Batch) -> None:
    async def walk() -> int:
        async with AsyncRecourse(ADDRESS, stage.credentials.client_id, str(stage.credentials.client_secret)) as union:
            return len([request async for request in aelements(union.requests.list_requests, batch_id=batch.id, limit=1)])

    assert asyncio.run(walk()) == FILED


def test_a_controller_answers_in_bulk_and_what_it_left_out_is_found(stage: Stage, answered: list[AnsweredLine]) -> None:
    assert [line.line for line in answered] == [1, 2, 3]
    assert [given(line.taken).outcome for line in answered] == [Outcome.REFUSED, Outcome.REFUSED, Outcome.NO_DATA]
    assert FindingCode.NO_REASONS in given(answered[0].taken).findings
    detail = stage.union.requests.get_request(given(answered[0].request_id), language=Language.EN)
    assert detail.request.lifecycle is Lifecycle.ANSWERED
    assert [finding.article for finding in detail.findings if finding.code is FindingCode.NO_REASONS]
    about = given(answered[0].request_id)
    letter = stage.union.letters.get_request_letter(about, LetterKind.REQUEST, format_=LetterFormat.PDF)
    assert letter.startswith(b"%PDF-")


def test_bad_answers_become_the_draft_of_a_complaint(stage: Stage, answered: list[AnsweredLine]) -> None:
    refused = [given(line.request_id) for line in answered if given(line.taken).outcome is Outcome.REFUSED]
    new = NewComplaint(language=Language.FR, request_ids=refused, authority_id="fr-cnil")
    complaint = stage.union.complaints.create_complaint(new)
    assert complaint.state is ComplaintState.DRAFT
    assert complaint.people == len(refused)
    points = {point.code: point.people for point in complaint.points}
    assert points[FindingCode.NO_REASONS] == len(refused)
    people = list(elements(stage.union.complaints.list_complaint_people, complaint.id, limit=1))
    assert [person.reference for person in people] == ["P-00001", "P-00002"]


def test_a_bad_call_raises_a_typed_problem(stage: Stage) -> None:
    with pytest.raises(ProblemError) as raised:
        stage.union.campaigns.create_campaign(
            NewCampaign(name="", purpose="None", ask=AskAccess(), controllers=[stage.controller.id], language="fr")
        )
    error = raised.value
    assert error.code is ProblemCode.INVALID_FIELD
    assert error.status == 422
    assert [field.pointer for field in error.fields] == ["/name"]
    assert error.problem.remedy in str(error)
    with pytest.raises(ProblemError) as raised:
        stage.union.requests.get_request("req_" + "0" * 32)
    assert raised.value.code is ProblemCode.NOT_FOUND


@pytest.fixture
def receiver() -> Iterator[tuple[str, list[tuple[dict[str, str], bytes]]]]:
    """A server that keeps what is posted to it, as a customer's would."""
    received: list[tuple[dict[str, str], bytes]] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            message = json.loads(body)
            if message["type"] == MessageKind.RECEIVER_CHALLENGE:
                self.send_response(200)
                self.end_headers()
                self.wfile.write(json.dumps({"challenge": message["data"]["challenge"]}).encode())
                return
            received.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Says nothing: the test tells what came."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hooks", received
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_webhook_is_verified_and_a_changed_one_is_refused(stage: Stage, receiver) -> None:
    url, received = receiver
    endpoint = stage.union.events.create_webhook_endpoint(NewEndpoint(url=url, event_kinds=["campaign.*"]))
    stage.union.campaigns.create_campaign(
        NewCampaign(name="Told", purpose="To be told", ask=AskAccess(), controllers=[stage.controller.id], language="fr")
    )
    headers, body = until(lambda: received and received[0])
    hook = Webhook(given(endpoint.secret))
    message = hook.verify(body, headers)
    assert EventKind(message["type"]) in (EventKind.CAMPAIGN_CREATED, EventKind.CAMPAIGN_OPENED)
    changed = bytes([*body[:-2], body[-2] ^ 1, body[-1]])
    assert len(changed) == len(body)
    with pytest.raises(WebhookVerificationError):
        hook.verify(changed, headers)
    stage.union.events.delete_webhook_endpoint(endpoint.id)
    with pytest.raises(ProblemError) as gone:
        stage.union.events.get_webhook_endpoint(endpoint.id)
    assert gone.value.code is ProblemCode.NOT_FOUND


def test_events_are_read_to_the_end_of_the_feed(stage: Stage, answered: list[AnsweredLine]) -> None:
    def refused() -> bool:
        kinds = [event.kind for event in elements(stage.union.events.list_events, limit=3, kind="request.*")]
        return kinds.count(EventKind.REQUEST_REFUSED) == FILED - 1

    until(refused)

    def ended() -> bool:
        """Coming back with the cursor of the last page finds nothing, unless something happened in between."""
        last = list(pages(stage.union.events.list_events, limit=3))[-1]
        return bool(last.next_cursor) and not list(elements(stage.union.events.list_events, cursor=last.next_cursor))

    until(ended)


def test_another_organisation_sees_nothing_of_it(operator: Recourse, stage: Stage, batch: Batch) -> None:
    from conftest import enrol
    from recourse.models import NewClient, Scope

    other = enrol(operator)
    new = NewClient(name="other", scopes=[Scope.REQUESTS_READ])
    with caller(operator.organisations.create_organisation_client(other.id, new)) as stranger:
        assert not list(elements(stranger.requests.list_requests))
        with pytest.raises(ProblemError) as refused:
            stranger.campaigns.get_batch(batch.id)
    assert refused.value.code is ProblemCode.NOT_FOUND
