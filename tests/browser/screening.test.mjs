// While somebody writes, their own device looks at the words. Nothing of them goes anywhere before the press.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { open_browser, open_context, person_at, Scripts, sign_in, until } from './browser.mjs';
import { facilitator_of, two_in_one_group } from './demo.mjs';
import { cut_text, no_edge, too_wide } from './looks.mjs';
import { ask, group_page } from './programs.mjs';
import { start_demo } from './server.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const download_bytes_max = 1_500_000;
const number = '07700 900123';
const words = `Somebody rang from ${number} about it.`;
let server, demo, browser, person, group, facilitator, context, page, ear, requests;

before(async () => {
  ({ server, demo } = await start_demo());
  ({ group, people: [person] } = two_in_one_group(demo));
  facilitator = await facilitator_of(server.origin, demo, group);
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  ({ context, page, ear } = await person_at(browser, server.origin, person, { serviceWorkers: 'block' }));
  requests = [];
  context.on('request', (request) => requests.push({ method: request.method(), path: new URL(request.url()).pathname, all: `${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}` }));
  await open_group();
});

afterEach(async () => {
  await context.close();
});

const open_group = (where = page) => where.goto(`/groups/${group.id}`);
const field = (where = page) => where.getByRole('textbox', { name: 'What is on your mind?' });
const post_button = (where = page) => where.getByRole('button', { name: `Post to ${group.name}` });
const button = (name, where = page) => where.getByRole('button', { name });
const marks = () => page.locator('.mark').allInnerTexts();
const list = () => page.getByRole('list', { name: 'To look at' });
const says = (said) => page.getByRole('status').filter({ hasText: said }).waitFor();
const posted = async (part) => (await group_page(server.origin, person, group)).posts.filter((post) => post.body.includes(part)).length;
const set_check = (fields) => ask(server.origin, facilitator, `/groups/${group.id}/check`, fields);
const posts_sent = () => requests.filter(({ method }) => method === 'POST');

async function write(text = words) {
  await field().click();
  await field().fill(text);
  await list().waitFor();
}

test('the check is fetched when somebody is about to write, not before, and is light', async (told) => {
  await page.waitForTimeout(500);
  assert.deepEqual(requests.filter(({ path }) => path.includes('screening')), []);
  const sizes = [];
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  const named = new Map();
  line.on('Network.responseReceived', ({ requestId, response }) => named.set(requestId, new URL(response.url).pathname));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { if (named.get(requestId)?.includes('screening')) sizes.push([named.get(requestId), encodedDataLength]); });
  const [worker_answer] = await Promise.all([page.waitForResponse(/\/assets\/screening-\w+\.js$/), field().focus()]);
  await write();
  const fetched = requests.filter(({ path }) => path.includes('screening')).map(({ path }) => path.split('.').pop());
  assert.deepEqual(fetched.sort(), ['js', 'model', 'wasm']);
  const sum = sizes.reduce((bytes, [, size]) => bytes + size, 0);
  told.diagnostic(`fetched for the check, without the worker's own script: ${sum} bytes`);
  assert.ok(sum <= download_bytes_max);
  const policy = worker_answer.headers()['content-security-policy'];
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /connect-src/, 'the worker has no way out');
  assert.doesNotMatch((await page.request.get(`/groups/${group.id}`)).headers()['content-security-policy'], /wasm/, 'pages run no WebAssembly');
  ear.hears_nothing();
});

test('what could tell who somebody is gets a line under it, and a sentence', async () => {
  await write();
  assert.deepEqual(await marks(), [number]);
  await says('1 thing to look at');
  assert.match(await list().innerText(), /phone number/);
  await field().pressSequentially(' Nothing more.');
  await field().press('Home');
  await field().pressSequentially('Hello. ');
  assert.deepEqual(await marks(), [number], 'the mark moves with its words');
  await field().fill('Somebody rang about it.');
  await until(async () => (await marks()).length === 0 && await list().getByRole('listitem').count() === 0, 'nothing is marked any more');
  ear.hears_nothing();
});

// Where the letters of a textarea stand no script can ask: a copy of one kind is compared with the mark.
test('marks lie under their words, at any width, scrolled, and with large letters', async () => {
  const many = `${'A long week it was, and longer for some. '.repeat(30)}\n\n${words}\n\nWhat now?`;
  for (const [size, letters] of [[{ width: 1280, height: 900 }, ''], [{ width: 320, height: 640 }, ''], [{ width: 640, height: 800 }, '200%']]) {
    await page.setViewportSize(size);
    await page.evaluate((font) => { document.documentElement.style.fontSize = font; }, letters);
    await write(many);
    await until(async () => (await marks()).includes(number), 'the number is marked');
    const seen = await page.evaluate((marked) => {
      const text = document.querySelector('textarea[name=body]');
      const copy = document.createElement('div');
      const look = getComputedStyle(text);
      for (const name of look) copy.style.setProperty(name, look.getPropertyValue(name));
      Object.assign(copy.style, { position: 'absolute', whiteSpace: 'pre-wrap', overflowWrap: 'break-word', height: 'auto', minHeight: '0', maxHeight: 'none', border: '0', overflow: 'visible',
        boxSizing: 'border-box', width: `${text.clientWidth}px` });
      const at = text.value.indexOf(marked);
      const there = document.createElement('span');
      there.textContent = marked;
      copy.append(text.value.slice(0, at), there, text.value.slice(at + marked.length));
      document.body.append(copy);
      const origin = copy.getBoundingClientRect(), wanted = there.getBoundingClientRect();
      const box = text.getBoundingClientRect(), mark = [...document.querySelectorAll('.mark')].find((each) => each.textContent === marked).getBoundingClientRect();
      copy.remove();
      const expected = { x: box.x + text.clientLeft + wanted.x - origin.x, y: box.y + text.clientTop + wanted.y - origin.y - text.scrollTop };
      return { off_x: Math.abs(mark.x - expected.x), off_y: Math.abs(mark.y - expected.y), scrolled: text.scrollTop, high: text.scrollHeight > text.clientHeight };
    }, number);
    assert.ok(seen.off_x < 1 && seen.off_y < 1, `at ${size.width} ${letters}: ${JSON.stringify(seen)}`);
    const before = await page.locator('.mark', { hasText: number }).boundingBox();
    await field().evaluate((text) => { text.scrollTop = 0; text.scrollTop = 7; });
    const moved = await field().evaluate((text) => text.scrollTop);
    const now = await page.locator('.mark', { hasText: number }).boundingBox();
    if (seen.high) assert.ok(Math.abs((now.y - before.y) - (seen.scrolled - moved)) < 1, 'the mark follows when the field is scrolled');
    await field().fill('');
  }
  ear.hears_nothing();
});

test('one tap puts in something broader, and can be undone', async () => {
  await write();
  const wording = list().getByRole('button').nth(1);
  const broader = await wording.innerText();
  await wording.click();
  assert.equal(await field().inputValue(), words.replace(number, broader));
  await until(async () => (await marks()).length === 0, 'nothing is marked any more');
  await until(() => field().evaluate((text) => text === document.activeElement), 'the focus is back in the words');
  await page.keyboard.press('Control+z');
  assert.equal(await field().inputValue(), words);
});

test('what is left stays left for this draft, also when it comes back', async () => {
  await write();
  await button(/^Leave it/).click();
  await until(async () => (await marks()).length === 0, 'the mark is gone');
  await field().fill(`${words} And again, ${number}.`);
  await page.waitForTimeout(900);
  assert.deepEqual(await marks(), []);
  await says('Draft kept on this device.');
  await open_group();
  await until(async () => (await field().inputValue()).includes('And again'), 'the draft is back');
  await field().focus();
  await page.waitForTimeout(1500);
  assert.deepEqual(await marks(), []);
  await field().fill('Another one: 07700 900456.');
  await until(async () => (await marks()).length === 1, 'another number is another matter');
  ear.hears_nothing();
});

test('nothing of the words goes anywhere before the press, and they are sent after one more look', async () => {
  const secret = 'Bramblewick';
  await write(`${words} Their word for it was ${secret}.`);
  await page.waitForTimeout(1500);
  await page.mouse.click(5, 5);
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  await page.waitForTimeout(300);
  await post_button().click();
  await says('Not sent yet.');
  await until(() => list().evaluate((element) => element.contains(document.activeElement)), 'the focus is on what to look at');
  await post_button().click();
  await page.waitForTimeout(300);
  assert.deepEqual(posts_sent(), [], 'the same button once more is no answer');
  for (const { all } of requests) assert.ok(!all.includes(secret) && !all.includes('900123'), all);
  await button('Send as it is').click();
  await page.getByRole('article').getByText(secret).waitFor();
  assert.equal(posts_sent().length, 1);
  assert.equal(await posted(secret), 1);
  ear.hears_nothing();
});

test('words that were changed after the look are looked at again', async () => {
  await write('Ask at 07700 900123.');
  await post_button().click();
  await button('Send as it is').waitFor();
  await field().fill('Ask at 07700 900123 or 07700 900456.');
  assert.equal(await button('Send as it is').count(), 0);
  await post_button().click();
  await says('Not sent yet.');
  assert.deepEqual(posts_sent(), []);
});

test('harmless words are sent at the first press', async () => {
  await field().click();
  await field().fill('Thank you all. That was a kind thing to read.');
  await post_button().click();
  await page.getByRole('article').getByText('That was a kind thing to read.').waitFor();
  ear.hears_nothing();
});

test('in a strict group a number cannot be sent until it is broader', async () => {
  await set_check({ strict: 'yes' });
  try {
    await open_group();
    await write();
    assert.equal(await button(/^Leave it/).count(), 0);
    await post_button().click();
    await says('This group keeps names, numbers and addresses out');
    assert.equal(await button('Send as it is').count(), 0);
    assert.deepEqual(posts_sent(), []);
    await list().getByRole('button').nth(1).click();
    await post_button().click();
    await page.getByRole('article').getByText('Somebody rang from').waitFor();
  } finally {
    await set_check({});
  }
});

test('words of the group\'s own are marked', async () => {
  await set_check({ forms: 'Crisis Hub' });
  try {
    await open_group();
    await write('I heard it at the crisis hub.');
    assert.deepEqual(await marks(), ['crisis hub']);
  } finally {
    await set_check({});
  }
});

test('where the check cannot run, the server looks and says so', async () => {
  ear.expect(/screening|422/);
  await page.route('**/assets/screening-*.wasm', (route) => route.abort());
  await field().click();
  await field().fill(words);
  await post_button().click();
  await page.getByRole('heading', { name: 'One more look' }).waitFor();
  assert.equal(await page.getByLabel('Your words').inputValue(), words);
  await button('Send as it is').click();
  await page.getByRole('article').getByText(number).first().waitFor();
});

test('without scripts the server looks, keeps nothing, and gives the same choices', async () => {
  const { context: plain, ear: plain_ear } = await open_context(browser, server.origin, { scripts: Scripts.off });
  plain_ear.expect(/422/);
  const plain_page = await plain.newPage();
  await sign_in(plain_page, person);
  await open_group(plain_page);
  await field(plain_page).fill(`${words} By hand.`);
  await post_button(plain_page).click();
  await plain_page.getByRole('heading', { name: 'One more look' }).waitFor();
  const look = plain_page.getByRole('region', { name: 'To look at' });
  assert.match(await look.innerText(), /phone number/);
  assert.equal((await ask(server.origin, person, '/me/data.json')).drafts.length, 0, 'nothing is kept');
  const broader = await look.getByRole('button').first().innerText();
  await look.getByRole('button').first().click();
  await plain_page.getByText('Nothing more to look at').waitFor();
  assert.equal(await plain_page.getByLabel('Your words').inputValue(), `${words.replace(number, broader)} By hand.`);
  await post_button(plain_page).click();
  await plain_page.getByRole('article').getByText('By hand.').waitFor();

  await open_group(plain_page);
  await field(plain_page).fill(`${words} As it is.`);
  await post_button(plain_page).click();
  await button('Send as it is', plain_page).click();
  await plain_page.getByRole('article').getByText('As it is.').waitFor();
  plain_ear.hears_nothing();
  await plain.close();
});

test('of many things a few are shown, and the others on request', async () => {
  await write(Array.from({ length: 7 }, (_, each) => `Ring 07700 90012${each}.`).join(' '));
  await says('7 things to look at');
  assert.equal((await marks()).length, 7);
  assert.equal(await list().getByRole('listitem').count(), 3);
  await field().press('Control+End');
  await field().press('ArrowLeft');
  await until(async () => (await list().getByRole('listitem').count()) === 4, 'that of the words under the caret, too');
  await button('Show 3 more').click();
  await until(async () => (await list().getByRole('listitem').count()) === 7, 'all of them');
  await until(() => list().evaluate((element) => element.contains(document.activeElement)), 'the focus stays among them');
});

test('all of it can be done by keyboard', async () => {
  await field().focus();
  await page.keyboard.type(words);
  await list().waitFor();
  await page.keyboard.press('Tab');
  await until(() => page.evaluate(() => document.activeElement.className === 'look-words'), 'the focus is on the first of them');
  await page.keyboard.press('Enter');
  const selected = () => field().evaluate((text) => text.value.slice(text.selectionStart, text.selectionEnd));
  await until(async () => (await selected()) === number, 'the words are selected');
  await until(async () => (await page.locator('.look-current').count()) === 1, 'and shown among what there is to look at');
  const tab_to = async (class_name) => {
    await page.keyboard.press('Tab');
    await until(() => page.evaluate((wanted) => document.activeElement.classList.contains(wanted), class_name), `the focus is on .${class_name}`);
  };
  await tab_to('look-words');
  await tab_to('button-small');
  await page.keyboard.press('Enter');
  await until(async () => (await marks()).length === 0, 'something broader stands there');
  await until(() => field().evaluate((text) => text === document.activeElement), 'the focus is back in the words');
});

test('the check and the page of one more look have no accessibility fault', async () => {
  ear.expect(/422/);
  const looked_at = async (what) => {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, forcedColors: 'none', reducedMotion: 'reduce' });
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations);
      assert.deepEqual(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`)), [], `${what}, ${colorScheme}`);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    assert.deepEqual([...await page.evaluate(too_wide), ...await page.evaluate(cut_text)], [], `${what} at 320 pixels`);
    await page.emulateMedia({ forcedColors: 'active' });
    assert.deepEqual(await page.evaluate(no_edge), [], `${what}, colours of the reader's own`);
    await page.emulateMedia({ forcedColors: 'none' });
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  await write();
  await looked_at('the composer');
  await page.route('**/assets/screening-*.wasm', (route) => route.abort());
  ear.expect(/screening/);
  await open_group();
  await field().click();
  await field().fill(words);
  await post_button().click();
  await page.getByRole('heading', { name: 'One more look' }).waitFor();
  await looked_at('the page of one more look');
});
