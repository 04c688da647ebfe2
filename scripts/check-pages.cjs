// Looks at the pages for people with a browser: see scripts/check-pages.
'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const puppeteer = require('puppeteer-core');

const [browserPath, demoLog, pictures] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pl'];
const WIDTHS = { phone: { width: 360, height: 780 }, desk: { width: 1280, height: 900 } };
const faults = [];

/** The service that the demonstration left running, and a client of its organisation. */
function service() {
  const log = fs.readFileSync(demoLog, 'utf8');
  const base = log.match(/API: +(\S+)\/v1/)[1];
  const [, id, secret] = log.match(/-u '([^:']+):([^']+)'/);
  return { base, id, secret };
}

async function api({ base, token }, method, address, body) {
  const answer = await fetch(base + address, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `"${address}${Date.now()}"`,
    },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function signIn(found) {
  const basic = Buffer.from(`${found.id}:${found.secret}`).toString('base64');
  const answer = await fetch(`${found.base}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  return { ...found, token: (await answer.json()).access_token };
}

/** The address of the page of a person who has a request like this. */
async function pageOf(session, filter) {
  const list = await api(session, 'GET', `/v1/requests?${filter}&limit=1`);
  if (list.items.length === 0) throw new Error(`the demonstration has no request of ${filter}`);
  const person = list.items[0].data_subject_id;
  return (await api(session, 'POST', `/v1/data-subjects/${person}/status-links`, {})).url;
}

async function look(browser, name, address, language, width, scheme) {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ ...WIDTHS[width], deviceScaleFactor: 1 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    // That an address leads nowhere is what the page of such an address is for.
    if (name !== 'gone') faults.push(`${name} ${language}: the browser says ${message.text()}`);
  });
  const separator = address.includes('?') ? '&' : '?';
  await page.goto(`${address}${separator}language=${language}`, { waitUntil: 'load' });
  const foreign = asked.filter((url) => new URL(url).origin !== new URL(address).origin);
  if (foreign.length > 0) faults.push(`${name}: the page asks elsewhere: ${foreign}`);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (tooWide > 0) faults.push(`${name} ${language} ${width}: ${tooWide} pixels too wide`);
  const file = path.join(pictures, `${name}-${language}-${width}-${scheme}.png`);
  await page.screenshot({ path: file, fullPage: true });
  // The checker is a script of its own; the page has been drawn without any.
  await page.setJavaScriptEnabled(true);
  const result = await page.evaluate(`${axe}; axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`);
  for (const violation of result.violations) {
    for (const node of violation.nodes) {
      faults.push(`${name} ${language} ${width} ${scheme}: ${violation.id}: ${violation.help} at ${node.target}`);
    }
  }
  await page.close();
  return result.passes.length;
}

/** The pages of the documentation that need no script, by name: the first one, its guides, and the tables of codes and limits. */
async function documentation(base) {
  const html = await (await fetch(`${base}/docs`)).text();
  const paths = new Set([...html.matchAll(/href="(\/docs\/(?:guides\/[^"#]+|errors|limits))"/g)].map((found) => found[1]));
  if (paths.size < 10) throw new Error(`the documentation leads only to ${[...paths]}`);
  const entries = [...paths].map((path) => [path.slice(1).replaceAll('/', '-'), base + path]);
  return { docs: `${base}/docs`, ...Object.fromEntries(entries) };
}

async function main() {
  const session = await signIn(service());
  const late = await pageOf(session, 'overdue=true');
  const answered = await pageOf(session, 'state=answered');
  const pages = { late, answered, gone: `${session.base}/status/${'A'.repeat(43)}` };
  const html = await (await fetch(`${late}?language=en`)).text();
  const mandate = html.match(/mandate=(mdt_[0-9a-f]+)/)[1];
  pages.confirm = `${late}?step=confirm&mandate=${mandate}`;
  pages.done = `${late}?step=done`;
  const docs = await documentation(session.base);
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'recourse-browser-'));
  const browser = await puppeteer.launch({
    executablePath: browserPath,
    userDataDir: profile,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  let passes = 0;
  let looks = 0;
  try {
    for (const [name, address] of Object.entries(pages)) {
      for (const language of LANGUAGES) {
        // Every language on a phone and on a desk; every combination in one.
        const ways = [['phone', 'light'], ['desk', 'dark']];
        if (language === 'en') ways.push(['phone', 'dark'], ['desk', 'light']);
        for (const [width, scheme] of ways) {
          passes += await look(browser, name, address, language, width, scheme);
          looks += 1;
        }
      }
    }
    for (const [name, address] of Object.entries(docs)) {
      for (const [width, scheme] of [['phone', 'light'], ['desk', 'dark']]) {
        passes += await look(browser, name, address, 'en', width, scheme);
        looks += 1;
      }
    }
  } finally {
    await browser.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
  console.log(`${looks} looks at ${Object.keys({ ...pages, ...docs }).length} pages; ${passes} rules held; screenshots in ${pictures}`);
  faults.forEach((fault) => console.log(`FAULT  ${fault}`));
  if (faults.length > 0) process.exit(1);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
