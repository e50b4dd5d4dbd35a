// What somebody has begun to write is never lost, and never sent twice.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { open_browser, open_context, person_at, Scripts, sign_in, until } from './browser.mjs';
import { two_in_one_group } from './demo.mjs';
import { worker_is_there } from './device.mjs';
import { ask, group_page } from './programs.mjs';
import { start_demo } from './server.mjs';

// More than a post may hold, and less than a form may carry.
const too_long = `${'A very long week. '.repeat(3700)}The end.`;
let server, browser, person, other_person, group, context, page, ear;

before(async () => {
  const started = await start_demo();
  server = started.server;
  const found = two_in_one_group(started.demo);
  group = found.group;
  [person, other_person] = found.people;
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  ({ context, page, ear } = await person_at(browser, server.origin, person));
  await open_group();
});

afterEach(async () => {
  await server.start_again_if_ended();
  await context.close();
  // The next test begins with an empty field.
  await ask(server.origin, person, '/drafts', { place: `group:${group.id}`, body: '' });
});

const open_group = () => page.goto(`/groups/${group.id}`);
const field = (where = page) => where.getByRole('textbox', { name: 'What is on your mind?' });
const send = (where = page) => where.getByRole('button', { name: `Post to ${group.name}` }).click();
const says = (words, where = page) => where.getByRole('status').filter({ hasText: words }).waitFor();
const posted = async (words) => (await group_page(server.origin, person, group)).posts.filter((post) => post.body.includes(words)).length;

test('a draft is there again after the tab was closed', async () => {
  await field().fill('I wanted to tell you about the');
  await says('Draft kept on this device.');
  await page.close();
  page = await context.newPage();
  await open_group();
  await until(async () => (await field().inputValue()) === 'I wanted to tell you about the', 'the draft is back');
  ear.hears_nothing();
});

test('a draft on this device is sealed, and is its writer\'s alone', async () => {
  await field().fill('Something that nobody has to know');
  await says('Draft kept on this device.');
  const kept = await page.evaluate(async () => {
    const database = await new Promise((done) => { const asked = indexedDB.open('kith'); asked.onsuccess = () => done(asked.result); });
    const all = (store) => new Promise((done) => { const asked = database.transaction(store).objectStore(store).getAll(); asked.onsuccess = () => done(asked.result); });
    const [drafts, keys] = [await all('drafts'), await all('keys')];
    const plain = JSON.stringify([...drafts.map((draft) => new TextDecoder().decode(draft.words)), ...Object.values(localStorage), ...Object.values(sessionStorage)]);
    return { drafts: drafts.length, plain, extractable: keys.map((key) => key.extractable) };
  });
  assert.equal(kept.drafts, 1);
  assert.ok(!kept.plain.includes('nobody has to know'), 'no words in clear');
  assert.deepEqual(kept.extractable, [false]);
  // Somebody else at the same device.
  await context.clearCookies();
  await sign_in(page, other_person);
  await open_group();
  await page.waitForTimeout(300);
  assert.equal(await field().inputValue(), '');
});

test('a tab closed in the middle of a word loses nothing', async () => {
  await field().pressSequentially('I had ');
  await says('Draft kept on this device.');
  await field().pressSequentially('not even fini');
  await page.close({ runBeforeUnload: true });
  page = await context.newPage();
  await open_group();
  await until(async () => (await field().inputValue()) === 'I had not even fini', 'the draft is back');
});

test('a draft follows its writer to another device when they press for it, and not before', async () => {
  await field().fill('Begun on the phone');
  await says('Draft kept on this device.');
  const kept_there = async () => (await ask(server.origin, person, '/me/data.json')).drafts;
  assert.deepEqual(await kept_there(), []);
  await page.getByRole('button', { name: 'Keep for my other devices' }).click();
  await until(async () => (await kept_there()).length === 1, 'it is kept at the server');
  const { context: other, page: other_page } = await person_at(browser, server.origin, person, { viewport: { width: 390, height: 844 } });
  await other_page.goto(`/groups/${group.id}`);
  assert.equal(await field(other_page).inputValue(), 'Begun on the phone');
  await other.close();
});

test('without scripts a draft is kept by its own button', async () => {
  const { context: plain, ear: plain_ear } = await open_context(browser, server.origin, { scripts: Scripts.off });
  const plain_page = await plain.newPage();
  await sign_in(plain_page, person);
  await plain_page.goto(`/groups/${group.id}`);
  await field(plain_page).fill('Half a thought');
  await plain_page.getByRole('button', { name: 'Keep as a draft' }).click();
  await plain_page.goto(`/groups/${group.id}`);
  assert.equal(await field(plain_page).inputValue(), 'Half a thought');
  plain_ear.hears_nothing();
  await plain.close();
});

for (const scripts of Object.values(Scripts)) {
  test(`a refused form comes back with its words and says what to do, ${scripts}`, async () => {
    const { context: other, ear: other_ear } = await open_context(browser, server.origin, { scripts });
    other_ear.expect(/422/);
    const form_page = await other.newPage();
    await sign_in(form_page, person);
    await form_page.goto(`/groups/${group.id}`);
    await field(form_page).fill('   \n  ');
    await send(form_page);
    await form_page.getByRole('alert').waitFor();
    assert.match(await form_page.getByRole('alert').innerText(), /Nothing was sent yet/);
    assert.match(await form_page.getByRole('alert').innerText(), /Write something first/);
    if (scripts === Scripts.on) assert.ok(await form_page.getByRole('alert').evaluate((list) => list === document.activeElement), 'the focus is on what to mend');

    await field(form_page).evaluate((element) => element.removeAttribute('maxlength'));
    await field(form_page).fill(too_long);
    await send(form_page);
    await form_page.getByRole('alert').filter({ hasText: /long|short/i }).waitFor();
    assert.equal((await field(form_page).inputValue()).replaceAll('\r\n', '\n'), too_long, 'every word is still there');
    assert.equal(await posted('A very long week.'), 0);
    other_ear.hears_nothing();
    await other.close();
  });
}

test('on a dead line the words stay, the page says so, and they are posted once when it is back', async () => {
  ear.expect(/ERR_INTERNET_DISCONNECTED/);
  await worker_is_there(page);
  await field().fill('Sent from a train in a tunnel.');
  await says('Draft kept on this device.');
  await context.setOffline(true);
  await send();
  await says('Waiting for the line. Your words are kept on this device');
  assert.equal(await field().inputValue(), 'Sent from a train in a tunnel.');
  assert.equal(await posted('Sent from a train in a tunnel.'), 0);
  await context.setOffline(false);
  await until(async () => (await posted('Sent from a train in a tunnel.')) === 1, 'it is posted', 15_000);
  await page.getByRole('article').getByText('Sent from a train in a tunnel.').waitFor();
  await open_group();
  assert.equal(await field().inputValue(), '', 'the field is empty again');
  await new Promise((done) => setTimeout(done, 2500));
  assert.equal(await posted('Sent from a train in a tunnel.'), 1, 'exactly once');
  ear.hears_nothing();
});

test('an answer lost on its way back does not make a second post', async () => {
  ear.expect(/ERR_FAILED|ERR_CONNECTION/);
  let lost = 0;
  // The server has the post; the line breaks before the browser hears of it.
  await page.route('**/posts', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
    lost += 1;
    await route.fetch({ maxRedirects: 0 });
    return route.abort('failed');
  });
  await field().fill('Only once, whatever the line does.');
  await send();
  await says('No connection. Your words are kept.');
  await page.getByRole('article').getByText('Only once, whatever the line does.').waitFor();
  assert.equal(lost, 1);
  assert.equal(await posted('Only once, whatever the line does.'), 1);
  ear.hears_nothing();
});

test('a draft survives a power cut of the server', async () => {
  ear.expect(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/);
  await field().fill('Written before the lights went out');
  await says('Draft kept on this device.');
  await server.end('SIGKILL');
  await server.start();
  await page.close();
  page = await context.newPage();
  await open_group();
  await until(async () => (await field().inputValue()) === 'Written before the lights went out', 'the draft is back');
});

test('words sent while the server is down are posted once when it stands again', async () => {
  ear.expect(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/);
  await field().fill('Said into the dark.');
  await server.end();
  await send();
  await says('No connection. Your words are kept.');
  await server.start();
  await until(async () => (await posted('Said into the dark.')) === 1, 'it is posted', 20_000);
  await page.getByRole('article').getByText('Said into the dark.').waitFor();
  assert.equal(await posted('Said into the dark.'), 1);
  ear.hears_nothing();
});
