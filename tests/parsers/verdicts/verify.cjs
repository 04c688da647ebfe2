// Verdicts of the public library of Standard Webhooks for JavaScript about the messages that are given as lines of JSON.
const { createRequire } = require('node:module');
const { readFileSync } = require('node:fs');

const { Webhook } = createRequire(`${process.env.GUIDE_TOOLS}/`)('standardwebhooks');
const [secret, now] = process.argv.slice(2);
Date.now = () => Number(now) * 1000;
const hook = new Webhook(secret);
for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const { id, timestamp, signature, body } = JSON.parse(line);
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  let verdict = 'accepted';
  try {
    hook.verify(Buffer.from(body, 'base64'), headers, { jsonParse: false });
  } catch {
    // An error that is none of the library's is a refusal too.
    verdict = 'refused';
  }
  console.log(verdict);
}
