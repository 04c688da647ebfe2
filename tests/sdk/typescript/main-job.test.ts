/** The main job, done with the generated client alone: file for members from a spreadsheet, be answered badly, complain, be told. */
import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { before, describe, test } from 'node:test';

import {
  BatchState,
  ComplaintState,
  EventKind,
  FindingCode,
  LineOutcome,
  MessageKind,
  Outcome,
  ProblemCode,
  ProblemError,
  Recourse,
  RefusalGround,
  TokenRefused,
  elements,
  lines,
  ndjson,
  pages,
  type AnsweredLine,
  type Batch,
  type BatchLine,
  type Campaign,
  type MandatePowers,
  type NewCampaign,
  type NewResponse,
} from 'recourse-sdk';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

import { ADDRESS, caller, enrol, operator, stage, type Stage } from './stage.js';

const MEMBERS = `N° adhérent;Nom;Courriel;Mandat signé le
A1;Pereira;noel@example.org;17/01/2026
A2;Diallo;awa@example.org;18/01/2026
A3;Martin;no address;19/01/2026
A4;Kowalska;ola@example.org;20/01/2026
`;
/** One of the lines has no address of e-mail. */
const FILED = 3;
const PATIENCE = 60_000;

/** What the members granted: to ask, and to complain. */
const POWERS: MandatePowers = {
  disclosure_consent: true,
  request: { rights: ['access'], controllers: { kind: 'all' }, answer_recipient: 'organisation' },
  complaint: { acts: ['complaint'], controllers: { kind: 'all' } },
};

/** Asks again and again until there is an answer, as a person waits for a page. */
async function until<T>(what: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const found = await what();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not happen in time');
}

async function collect<T>(generator: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of generator) all.push(one);
  return all;
}

/** The problem that a call is refused with. */
async function problem(call: Promise<unknown>): Promise<ProblemError> {
  const error = await call.then(
    () => assert.fail('the call was not refused'),
    (error: unknown) => error,
  );
  assert.ok(error instanceof ProblemError, String(error));
  return error;
}

function asking(controller: string, name: string): NewCampaign {
  return {
    name,
    purpose: 'Members want to know what platforms hold about them',
    ask: { right: 'access', copy: true },
    controllers: [controller],
    language: 'fr',
    policy: { undo_window_seconds: 0 },
  };
}

describe('the main job', () => {
  let here: Stage;
  let campaign: Campaign;
  let batch: Batch;
  let answered: AnsweredLine[];

  /** A spreadsheet that was uploaded and gone through. */
  async function file(): Promise<Batch> {
    const made = await here.union.campaigns.createBatch({
      path: { campaign_id: campaign.id },
      body: {
        mode: 'file',
        format: 'csv',
        mandate: { powers: POWERS, evidence: { kind: 'electronic_signature' } },
        mapping: {
          columns: {
            external_reference: 'N° adhérent',
            family_name: 'Nom',
            email: 'Courriel',
            'mandate.signed_on': 'Mandat signé le',
          },
        },
      },
    });
    assert.equal(made.state, BatchState.RECEIVING);
    await here.union.campaigns.uploadBatchContent({ path: { batch_id: made.id }, body: new Blob([MEMBERS]) });
    const states: string[] = [];
    const { stream } = await here.union.campaigns.followBatch({ path: { batch_id: made.id } });
    for await (const told of stream) states.push(told.state);
    assert.equal(states.at(-1), BatchState.FILED, 'the stream ends when the batch is at rest');
    return here.union.campaigns.getBatch({ path: { batch_id: made.id } });
  }

  /** What became of the answers of the controller: refusals without a reason but one. */
  async function answer(): Promise<AnsweredLine[]> {
    const { union, office } = here;
    await until(async () => {
      const out = await collect(elements((from) => union.requests.listRequests({ query: { batch_id: batch.id, state: ['sent', 'received'], ...from } })));
      return out.length === FILED ? out : undefined;
    });
    const known: string[] = [MessageKind.REQUEST_FILED, MessageKind.REQUESTS_FILED];
    // A feed shows what nothing earlier can follow any more, so a message may come a moment after it was sent.
    const ids = await until(async () => {
      const all: string[] = [];
      for await (const message of elements((from) => office.inbox.listInbox({ query: from }))) {
        assert.ok(known.includes(message.kind));
        const path = { delivery_id: message.id };
        const entries = elements((from) => office.inbox.listMessageRequests({ path, query: { limit: 2, ...from } }));
        for await (const entry of entries) all.push(entry.request_id);
      }
      return all.length === FILED ? all : undefined;
    });
    const seen = await office.inbox.getInboxRequest({ path: { request_id: ids[0]! } });
    const ask = seen.content?.ask;
    // The tag tells the variants apart: only of an access request can a copy be wanted.
    assert.ok(ask?.right === 'access' && ask.copy === true);
    const answers: NewResponse[] = ids.map((request_id, index) => ({
      request_id,
      response: index === 0 ? { kind: 'no_data', message: "Nous n'avons rien." } : { kind: 'refused', ground: RefusalGround.EXCESSIVE },
    }));
    const call = { body: ndjson(answers), headers: { 'Idempotency-Key': 'answers of the day' } };
    const first = await lines<AnsweredLine>(await office.inbox.answerRequests(call));
    assert.deepEqual(await lines<AnsweredLine>(await office.inbox.answerRequests(call)), first, 'a repeated call answers the same');
    return first;
  }

  before(async () => {
    here = await stage();
    campaign = await here.union.campaigns.createCampaign({ body: asking(here.controller.id, 'Access to platform data') });
    batch = await file();
    answered = await answer();
  });

  test('a token is given by the generated call', async () => {
    const token = await here.union.access.createToken({ body: { grant_type: 'client_credentials', scope: 'requests:read' } });
    assert.equal(token.token_type, 'Bearer');
    assert.equal(token.scope, 'requests:read');
    const reader = new Recourse(ADDRESS, undefined, { headers: { Authorization: `Bearer ${token.access_token}` } });
    await reader.requests.listRequests();
    const refused = await problem(reader.people.listDataSubjects());
    assert.equal(refused.code, ProblemCode.INSUFFICIENT_SCOPE);
  });

  test('a wrong secret is an error of its own', async () => {
    const stranger = caller({ ...here.credentials, client_secret: 'wrong' });
    await assert.rejects(stranger.requests.listRequests(), (error) => error instanceof TokenRefused && error.error === 'invalid_client');
  });

  test('a spreadsheet is filed and each line is accounted for', async () => {
    const { lines: read, requests, refused } = batch.counts;
    assert.deepEqual([read, requests, refused], [FILED + 1, FILED, 1]);
    const outcome = await lines<BatchLine>(await here.union.campaigns.getBatchOutcome({ path: { batch_id: batch.id } }));
    const bad = outcome.filter((line) => line.outcome === LineOutcome.REFUSED);
    assert.deepEqual(bad.map((line) => [line.line, line.problems?.[0]?.code]), [[4, ProblemCode.EMAIL_INVALID]]);
    const table = await here.union.campaigns.getBatchOutcome({ path: { batch_id: batch.id }, query: { format: 'csv' } });
    const text = typeof table === 'string' ? table : await table.text();
    assert.equal(text.split('\r\n').length, FILED + 3, 'a heading, every line, and the end');
  });

  test('lists are walked page by page', async () => {
    const { requests } = here.union;
    const walked = await collect(pages((from) => requests.listRequests({ query: { batch_id: batch.id, limit: 2, ...from } })));
    assert.deepEqual(walked.map((page) => page.items.length), [2, 1]);
    const one = await collect(elements((from) => requests.listRequests({ query: { batch_id: batch.id, limit: 1, ...from } })));
    assert.deepEqual(one.map((request) => request.id), walked.flatMap((page) => page.items.map((request) => request.id)));
    assert.equal(new Set(one.map((request) => request.id)).size, FILED);
  });

  test('a controller answers in bulk and what it left out is found', async () => {
    assert.deepEqual(answered.map((line) => line.taken?.outcome), [Outcome.NO_DATA, Outcome.REFUSED, Outcome.REFUSED]);
    const refused = answered[1]!;
    assert.ok(refused.taken?.findings?.includes(FindingCode.NO_REASONS));
    const detail = await here.union.requests.getRequest({ path: { request_id: refused.request_id! }, query: { language: 'en' } });
    assert.equal(detail.request.lifecycle, 'answered');
    assert.ok(detail.findings.find((finding) => finding.code === FindingCode.NO_REASONS)?.article);
    const letter = await here.union.letters.getRequestLetter({
      path: { request_id: refused.request_id!, kind: 'request' },
      query: { format: 'pdf' },
    });
    assert.ok(letter instanceof Blob);
    assert.equal((await letter.text()).slice(0, 5), '%PDF-');
  });

  test('bad answers become the draft of a complaint', async () => {
    const refused = answered.filter((line) => line.taken?.outcome === Outcome.REFUSED).map((line) => line.request_id!);
    const complaint = await here.union.complaints.createComplaint({
      body: { language: 'fr', request_ids: refused, authority_id: 'fr-cnil' },
    });
    assert.equal(complaint.state, ComplaintState.DRAFT);
    assert.equal(complaint.people, refused.length);
    assert.equal(complaint.points.find((point) => point.code === FindingCode.NO_REASONS)?.people, refused.length);
    const people = elements((from) => here.union.complaints.listComplaintPeople({ path: { complaint_id: complaint.id }, query: { limit: 1, ...from } }));
    assert.deepEqual((await collect(people)).map((person) => person.reference), ['P-00001', 'P-00002']);
  });

  test('a bad call is a typed problem', async () => {
    const refused = await problem(here.union.campaigns.createCampaign({ body: asking(here.controller.id, '') }));
    assert.equal(refused.code, ProblemCode.INVALID_FIELD);
    assert.equal(refused.status, 422);
    assert.deepEqual(refused.fields.map((field) => field.pointer), ['/name']);
    assert.ok(refused.message.includes(refused.problem.remedy));
    const unknown = await problem(here.union.requests.getRequest({ path: { request_id: `req_${'0'.repeat(32)}` } }));
    assert.equal(unknown.code, ProblemCode.NOT_FOUND);
  });

  test('a webhook is verified and a changed one is refused', async () => {
    const received: { headers: IncomingHttpHeaders; body: string }[] = [];
    const server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const body = Buffer.concat(pieces).toString();
        const message = JSON.parse(body);
        if (message.type === MessageKind.RECEIVER_CHALLENGE) {
          response.writeHead(200).end(JSON.stringify({ challenge: message.data.challenge }));
          return;
        }
        received.push({ headers: request.headers, body });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
      const endpoint = await here.union.events.createWebhookEndpoint({ body: { url, event_kinds: ['campaign.*'] } });
      await here.union.campaigns.createCampaign({ body: asking(here.controller.id, 'Told') });
      const { headers, body } = await until(() => received[0]);
      const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
      const hook = new Webhook(endpoint.secret!);
      const message = hook.verify(body, signed) as { type: EventKind };
      assert.ok(message.type === EventKind.CAMPAIGN_CREATED || message.type === EventKind.CAMPAIGN_OPENED);
      const changed = body.replace('campaign.', 'campaigm.');
      assert.equal(changed.length, body.length);
      assert.throws(() => hook.verify(changed, signed), WebhookVerificationError);
      await here.union.events.deleteWebhookEndpoint({ path: { endpoint_id: endpoint.id } });
      const gone = await problem(here.union.events.getWebhookEndpoint({ path: { endpoint_id: endpoint.id } }));
      assert.equal(gone.code, ProblemCode.NOT_FOUND);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  test('events are read to the end of the feed', async () => {
    const { events } = here.union;
    await until(async () => {
      const told = await collect(elements((from) => events.listEvents({ query: { limit: 3, kind: 'request.*', ...from } })));
      return told.filter((event) => event.kind === EventKind.REQUEST_REFUSED).length === FILED - 1 ? told : undefined;
    });
    // Coming back with the cursor of the last page finds nothing, unless something happened in between.
    await until(async () => {
      const last = (await collect(pages((from) => events.listEvents({ query: { limit: 3, ...from } })))).at(-1)!;
      const more = await collect(elements((from) => events.listEvents({ query: from }), last.next_cursor));
      return more.length === 0 ? last.next_cursor : undefined;
    });
  });

  test('another organisation sees nothing of it', async () => {
    const other = await enrol();
    const credentials = await operator.organisations.createOrganisationClient({
      path: { organisation_id: other.id },
      body: { name: 'other', scopes: ['requests:read'] },
    });
    const stranger = caller(credentials);
    assert.deepEqual((await stranger.requests.listRequests()).items, []);
    assert.equal((await problem(stranger.campaigns.getBatch({ path: { batch_id: batch.id } }))).code, ProblemCode.NOT_FOUND);
  });
});
