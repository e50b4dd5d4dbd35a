// Tries the scripts of web/ in Chromium against a server that can be made to fail: dead lines, busy
// answers, refusals, live events. The pages are the examples, under the real Content-Security-Policy.
//   node --test tools/check_scripts.mjs        (Node 20, Debian's chromium)
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { chromium } from 'playwright-core';
import { page_policy, page_types, write_examples } from './web_examples.mjs';

const folder = mkdtempSync(join(tmpdir(), 'kith-scripts-'));
let server, browser, context, page, origin;
let heard;      // every POST: { path, fields, accept }
let answers;    // path -> list of answers still to give; the last one stays
let streams;    // open live streams: { address, response }
let violations;

function give(response, answer) {
  if (answer === 'dead') return response.destroy();
  response.writeHead(answer.status, { 'Content-Type': 'text/html; charset=utf-8', ...answer.headers }).end(answer.body ?? '');
}

function serve(request, response) {
  const address = new URL(request.url, 'http://localhost');
  if (request.method === 'POST') {
    let body = '';
    request.on('data', (chunk) => { body += chunk; });
    request.on('end', () => {
      heard.push({ path: address.pathname, fields: Object.fromEntries(new URLSearchParams(body)), accept: request.headers.accept });
      const left = answers[address.pathname] ?? [{ status: 200 }];
      give(response, left.length > 1 ? left.shift() : left[0]);
    });
    return;
  }
  if (address.pathname === '/live') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('event: beat\ndata: \n\n');
    streams.push({ address, response });
    return;
  }
  try {
    const bytes = readFileSync(join(folder, address.pathname));
    response.writeHead(200, { 'Content-Type': page_types[extname(address.pathname)], 'Content-Security-Policy': page_policy }).end(bytes);
  } catch {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': page_policy }).end('<title>Kith</title><p>elsewhere');
  }
}

async function until(what, said, patience_ms = 8000) {
  for (const end = Date.now() + patience_ms; Date.now() < end;) {
    const value = await what();
    if (value) return value;
    await new Promise((done) => setTimeout(done, 25));
  }
  assert.fail(`not within ${patience_ms} ms: ${said}`);
}

const state = () => page.textContent('.composer-state');
const posts_to = (path) => heard.filter((post) => post.path === path);
const open = (name) => page.goto(`${origin}/${name}.html`);
const tell = (news, id) => streams.at(-1).response.write(`event: post\nid: ${id}\ndata: ${JSON.stringify(news)}\n\n`);

before(async () => {
  write_examples(folder);
  server = createServer(serve);
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://localhost:${server.address().port}`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
});

beforeEach(async () => {
  heard = [];
  answers = {};
  streams = [];
  violations = [];
  await context?.close();
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  page = await context.newPage();
  page.on('pageerror', (error) => violations.push(error.message));
  page.on('console', (message) => { if (/Content.Security|Trusted/i.test(message.text())) violations.push(message.text()); });
});

after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

test('Esc twice leaves, and Back does not lead to the page', async () => {
  await open('groups');
  await open('group');
  await page.keyboard.press('Escape');
  assert.equal(new URL(page.url()).pathname, '/group.html');
  await page.keyboard.press('Escape');
  await page.waitForURL('**/exit');
  await page.goBack();
  assert.equal(new URL(page.url()).pathname, '/groups.html');
});

test('a draft is kept at the server with the names of the form', async () => {
  await open('group');
  await page.fill('#body', 'a hard week');
  await until(async () => (await state()) === 'Draft kept.', 'says that the draft is kept');
  const draft = posts_to('/drafts').at(-1).fields;
  assert.deepEqual([draft.place, draft.body, draft.csrf], ['group:g1', 'a hard week', 'c']);
});

test('a draft survives a dead line and a closed tab, and lies nowhere in clear', async () => {
  answers['/drafts'] = ['dead'];
  await open('group');
  await page.fill('#body', 'words that must not be lost');
  await until(async () => (await state()) === 'Draft kept on this device.', 'says that it is on this device');
  const stored = await page.evaluate(() => new Promise((done) => {
    const request = indexedDB.open('kith');
    request.onsuccess = () => {
      const all = request.result.transaction(['drafts', 'keys']);
      const drafts = all.objectStore('drafts').getAll();
      const keys = all.objectStore('keys').getAll();
      all.oncomplete = () => done({
        words: drafts.result.map((draft) => new TextDecoder().decode(draft.words)).join(),
        extractable: keys.result[0].extractable,
        local: JSON.stringify(localStorage),
      });
    };
  }));
  assert.ok(stored.words.length > 20 && !stored.words.includes('must not'), 'sealed');
  assert.equal(stored.extractable, false);
  assert.equal(stored.local, '{}');
  await page.close();
  page = await context.newPage();
  await open('group');
  await until(async () => (await page.inputValue('#body')) === 'words that must not be lost', 'the words are back');
});

test('a dead line and a busy server are waited out with one key and the same words', async () => {
  answers['/groups/g1/posts'] = [{ status: 503, headers: { 'Retry-After': '1' } }, { status: 201, headers: { Location: '/posts/new' } }];
  await open('group');
  await page.route('**/groups/g1/posts', (route) => route.abort('internetdisconnected'), { times: 1 });
  await page.fill('#body', 'sent once');
  await page.click('.composer button[type=submit]');
  await until(async () => (await state()) === 'No connection. Your words are kept. Trying again.', 'says so');
  assert.equal(await page.inputValue('#body'), 'sent once');
  await until(async () => (await state()) === 'The server is busy. Your words are kept. Trying again.', 'says that it is busy');
  await page.waitForURL('**/posts/new', { timeout: 15000 });
  const tries = posts_to('/groups/g1/posts').map(({ fields }) => `${fields.idempotency_key} ${fields.body}`);
  assert.deepEqual(tries, ['k sent once', 'k sent once']);
  await open('group');
  await page.waitForTimeout(300);
  assert.equal(await page.inputValue('#body'), '', 'what was sent does not come back as a draft');
});

test('a refusal is shown by the server\'s own page', async () => {
  answers['/groups/g1/posts'] = [{ status: 422 }, { status: 422, body: '<p id="says">Write a little more.' }];
  await open('group');
  await page.fill('#body', 'hm');
  await page.click('.composer button[type=submit]');
  await page.waitForSelector('#says');
  const [asked, plain] = posts_to('/groups/g1/posts');
  assert.equal(asked.accept, 'application/json');
  assert.match(plain.accept, /text\/html/);
  assert.deepEqual([plain.fields.body, plain.fields.idempotency_key], ['hm', 'k']);
});

test('what is new waits behind a bar and does not move the page', async () => {
  await open('group');
  await until(() => streams.length === 1, 'the stream is open');
  await page.evaluate(() => document.querySelector('#post-p4').scrollIntoView());
  const top = () => page.evaluate(() => document.querySelector('#post-p4').getBoundingClientRect().top);
  const before = await top();
  const item = (id) => `<li class="post" id="post-${id}"><p>new ${id}</p></li>`;
  tell({ kind: 'post', group: 'g1', thread: 'n1', id: 'n1', html: item('n1') }, 'g1.7');
  tell({ kind: 'post', group: 'g1', thread: 'n1', id: 'n1', html: item('n1') }, 'g1.7');
  tell({ kind: 'post', group: 'g1', thread: 'p2', id: 'p2', html: item('p2') }, 'g1.8');
  tell({ kind: 'post', group: 'g1', thread: 'n2', id: 'n2', html: item('n2') }, 'g1.9');
  await until(async () => (await page.textContent('.live-show')) === 'Show 2 new', 'the bar counts each once');
  assert.equal(await page.locator('.live-show').isVisible(), true);
  assert.equal(await top(), before);
  assert.equal(await page.locator('#post-n1').count(), 0);
  await page.click('.live-show');
  assert.deepEqual(await page.locator('.posts > li').evaluateAll((all) => all.slice(0, 3).map((one) => one.id)), ['post-n2', 'post-n1', 'post-p1']);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'post-n2');
  assert.equal(await page.locator('.live-show').isVisible(), false);
  assert.deepEqual(violations, []);
});

test('at the end of a thread an answer comes in at once, but not under typing hands', async () => {
  await open('thread');
  await until(() => streams.length === 1, 'the stream is open');
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const answer = (id) => ({ kind: 'comment', group: 'g1', thread: 'p2', id, html: `<li class="answer" id="post-${id}"><p>${id}</p></li>` });
  tell(answer('a1'), 'g1.1');
  await page.waitForSelector('#post-a1');
  tell({ ...answer('x1'), thread: 'other' }, 'g1.2');
  await page.focus('#body');
  tell(answer('a2'), 'g1.3');
  await until(async () => (await page.textContent('.live-show')) === 'Show 1 new', 'waits');
  assert.equal(await page.locator('#post-a2').count(), 0);
  await page.click('.live-show');
  assert.deepEqual(await page.locator('.answers > li').evaluateAll((all) => all.slice(-2).map((one) => one.id)), ['post-a1', 'post-a2']);
});

test('a stream that broke goes on from the last id', async () => {
  await open('group');
  await until(() => streams.length === 1, 'the stream is open');
  tell({ kind: 'post', group: 'g1', thread: 'n1', id: 'n1', html: '<li class="post" id="post-n1">n</li>' }, 'g1.41');
  await until(async () => page.locator('.live-show').isVisible(), 'it arrived');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await until(() => streams.length === 2, 'asked again');
  assert.equal(streams[1].address.searchParams.get('hear'), 'g1.41');
});

test('an older page of a list offers to load anew instead of taking what is new', async () => {
  await open('group');
  await until(() => streams.length === 1, 'the stream is open');
  await page.evaluate(() => document.querySelector('.older-newer').insertAdjacentElement('afterbegin', Object.assign(document.createElement('a'), { rel: 'prev' })));
  tell({ kind: 'post', group: 'g1', thread: 'n1', id: 'n1', html: '<li class="post" id="post-n1">n</li>' }, 'g1.7');
  await page.click('.live-show');
  await page.waitForURL('**/group.html');
  await until(() => streams.length === 2, 'the page was loaded anew');
  assert.equal(await page.locator('#post-n1').count(), 0);
});

test('what was missed for too long is fetched whole', async () => {
  await open('group');
  await until(() => streams.length === 1, 'the stream is open');
  streams[0].response.write('event: reload\nid: g1.9\ndata: {}\n\n');
  await until(async () => (await page.textContent('.live-show')) === 'Show what is new', 'the bar says so');
});

test('a reaction changes its own form and nothing else', async () => {
  const fresh = '<!doctype html><form class="support" id="support-p2" data-module="swap" method="post" action="/posts/p2/reactions"><button class="support-button" name="kind" value="with_you" aria-pressed="true">With you</button></form>';
  answers['/posts/p2/reactions'] = [{ status: 200, body: fresh }];
  await open('thread');
  await page.click('button[value=with_you]');
  await page.waitForSelector('button[value=with_you][aria-pressed=true]');
  assert.equal(posts_to('/posts/p2/reactions')[0].fields.kind, 'with_you');
  assert.equal(await page.evaluate(() => document.activeElement.value), 'with_you');
  assert.equal(new URL(page.url()).pathname, '/thread.html');
  assert.deepEqual(violations, []);
});

test('the token of an invitation goes into the form and out of the address', async () => {
  await page.goto(`${origin}/invitation.html#h7Kd0aV2_x-9`);
  assert.equal(await page.inputValue('input[name=code]'), 'h7Kd0aV2_x-9');
  assert.equal(await page.evaluate(() => location.href), `${origin}/invitation.html`);
});

test('recent times are said in words', async () => {
  await open('group');
  const words = await page.evaluate(() => {
    const time = document.querySelector('time');
    time.dateTime = new Date(Date.now() - 3 * 60_000).toISOString();
    time.textContent = '21 November 2026, 14:03';
    time.title = '';
    setTimeout(() => document.dispatchEvent(new Event('visibilitychange')), 50);
    return new Promise((done) => new MutationObserver(() => done([time.textContent, time.title])).observe(time, { childList: true, characterData: true, subtree: true }));
  });
  assert.deepEqual(words, ['3 minutes ago', '21 November 2026, 14:03']);
});

test('signing out wipes the drafts of this device', async () => {
  answers['/drafts'] = ['dead'];
  await open('group');
  await page.fill('#body', 'mine');
  await until(async () => (await state()) === 'Draft kept on this device.', 'kept');
  await open('me');
  await page.click('form[data-module=forget] button');
  await page.waitForURL('**/session/end');
  await open('sign-in');
  assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);
});
