// Messages between two people in two browsers; one line for all tabs; what becomes of it on a bad line.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open_browser, person_at, until } from './browser.mjs';
import { two_in_one_group } from './demo.mjs';
import { ask, begin_conversation, say } from './programs.mjs';
import { Line, start_proxy } from './proxy.mjs';
import { start_demo } from './server.mjs';

const live_ms_max = 1_000;
const poll_ms_max = 25_000;
let server, browser, ada, ben, group;

before(async () => {
  const started = await start_demo();
  server = started.server;
  ({ group, people: [ada, ben] } = two_in_one_group(started.demo));
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const bodies = (page) => page.locator('.message .reading').allInnerTexts();
const is_listening = (page) => page.waitForResponse((response) => new URL(response.url()).pathname === '/live');

async function open_conversation(origin, person, path, settings) {
  const opened = await person_at(browser, origin, person, settings);
  const listening = is_listening(opened.page);
  await opened.page.goto(path);
  await listening;
  return opened;
}

test('from a name to a message, and what one sends stands on the open page of the other', async (context) => {
  const hers = await person_at(browser, server.origin, ada);
  await hers.page.goto(`/groups/${group.id}/members`);
  await hers.page.getByRole('link', { name: `Write : ${ben.name}` }).or(hers.page.getByRole('link', { name: `Write: ${ben.name}` })).first().click();
  await hers.page.getByRole('textbox', { name: 'Your message' }).fill('Have you a minute for me?');
  await hers.page.getByRole('button', { name: 'Send' }).click();
  await hers.page.getByText('Have you a minute for me?').waitFor();
  const path = new URL(hers.page.url()).pathname;

  const his = await open_conversation(server.origin, ben, path);
  await his.page.getByRole('textbox', { name: 'Your message' }).fill('Always. The kettle is on.');
  await his.page.evaluate(() => { window.still_here = true; });
  const sent_at = Date.now();
  await his.page.getByRole('button', { name: 'Send' }).click();
  await hers.page.getByText('Always. The kettle is on.').waitFor();
  const took = Date.now() - sent_at;
  context.diagnostic(`from the press of the button to the other page: ${took} ms`);
  assert.ok(took <= live_ms_max, `within ${live_ms_max} ms, not ${took}`);
  await his.page.locator('.message-own', { hasText: 'The kettle is on' }).waitFor();
  assert.equal(await his.page.evaluate(() => window.still_here), true, 'the page stays');
  const field = his.page.getByRole('textbox', { name: 'Your message' });
  assert.equal(await field.inputValue(), '');

  await field.fill('And cake.');
  await his.page.getByRole('button', { name: 'Send' }).click();
  await hers.page.getByText('And cake.').waitFor();
  assert.deepEqual((await bodies(hers.page)).slice(-3), ['Have you a minute for me?', 'Always. The kettle is on.', 'And cake.']);
  assert.deepEqual(await bodies(his.page), await bodies(hers.page));
  hers.ear.hears_nothing();
  his.ear.hears_nothing();
  await hers.context.close();
  await his.context.close();
});

test('taken back by one, it is gone on the open page of the other', async () => {
  const path = await begin_conversation(server.origin, ada, ben, 'Too much said here.');
  const his = await open_conversation(server.origin, ben, path);
  const { messages } = await ask(server.origin, ada, path);
  const last = messages.filter(({ body }) => body === 'Too much said here.').at(-1);
  await ask(server.origin, ada, `${path}/${last.id}/take-back`, {});
  await his.page.locator(`#message-${last.id}.message-gone`).waitFor();
  assert.ok(!(await bodies(his.page)).includes('Too much said here.'));
  await his.context.close();
});

test('typing and reading are shown once both show them, and not before', async () => {
  const path = await begin_conversation(server.origin, ada, ben, 'A first word of two.');
  const wishes = { takes_messages: 'yes', shows_typing: 'yes', shows_reading: 'yes' };
  await ask(server.origin, ada, '/messages/settings', wishes);
  const one_sided = await open_conversation(server.origin, ada, path);
  assert.equal(await one_sided.page.locator('[data-typing]').count(), 0);
  await one_sided.context.close();

  await ask(server.origin, ben, '/messages/settings', wishes);
  const hers = await open_conversation(server.origin, ada, path);
  const his = await open_conversation(server.origin, ben, path);
  await hers.page.getByText(`Read by ${ben.name}.`).waitFor();
  await his.page.getByRole('textbox', { name: 'Your message' }).pressSequentially('I am');
  await hers.page.getByText(`${ben.name} is writing.`).waitFor();
  for (const person of [ada, ben]) await ask(server.origin, person, '/messages/settings', { takes_messages: 'yes' });
  await hers.context.close();
  await his.context.close();
});

test('the list of conversations changes in place', async () => {
  const path = await begin_conversation(server.origin, ada, ben, 'Something for the list.');
  await ask(server.origin, ben, `${path}/seen`, {});
  const his = await open_conversation(server.origin, ben, '/messages');
  const line = his.page.locator(`#conversation-${path.split('/')[2]}`);
  assert.equal(await line.getByText('Something new').count(), 0);
  await say(server.origin, ada, path, 'And something more.');
  await line.getByText('Something new').waitFor();
  his.ear.hears_nothing();
  await his.context.close();
});

test('three tabs share one stream, and each hears what is its own', async () => {
  const proxy = await start_proxy(server.origin);
  const path = await begin_conversation(server.origin, ada, ben, 'For many tabs.');
  const his = await open_conversation(proxy.origin, ben, path);
  const second = await his.context.newPage();
  await second.goto(path);
  const third = await his.context.newPage();
  await third.goto(`/groups/${group.id}`);
  await third.waitForTimeout(500);
  await say(server.origin, ada, path, 'Heard in two of three.');
  for (const page of [his.page, second]) await page.getByText('Heard in two of three.').waitFor();
  await ask(server.origin, ada, `/groups/${group.id}/posts`, { body: 'Heard in the third.' });
  await third.getByRole('button', { name: 'Show 1 new' }).waitFor();
  assert.equal(proxy.streams_open(), 1, 'one stream for three tabs');

  // The tab that leads goes; another goes on from where it was.
  await his.page.close();
  await say(server.origin, ada, path, 'Said while nobody led, perhaps.');
  await second.getByText('Said while nobody led, perhaps.').waitFor();
  await until(() => proxy.streams_open() === 1, 'one stream again');
  const all = await bodies(second);
  assert.equal(new Set(all.slice(-2)).size, 2, 'nothing twice');
  await his.context.close();
  await proxy.close();
});

test('behind a proxy that holds streams back it comes by asking', async (context) => {
  const proxy = await start_proxy(server.origin);
  proxy.set(Line.holds_streams_back);
  const path = await begin_conversation(server.origin, ada, ben, 'Before the proxy.');
  const his = await person_at(browser, proxy.origin, ben);
  await his.page.goto(path);
  const sent_at = Date.now();
  await say(server.origin, ada, path, 'Through a narrow door.');
  await his.page.getByText('Through a narrow door.').waitFor({ timeout: poll_ms_max });
  context.diagnostic(`first message after ${Date.now() - sent_at} ms, ${proxy.seen.polls} times asked`);
  assert.ok(proxy.seen.polls > 0);
  assert.equal(proxy.streams_open(), 0, 'the stream was given up');
  await say(server.origin, ada, path, 'And once more.');
  await his.page.getByText('And once more.').waitFor({ timeout: poll_ms_max });
  await his.page.getByRole('textbox', { name: 'Your message' }).fill('I hear you.');
  const own_at = Date.now();
  await his.page.getByRole('button', { name: 'Send' }).click();
  await his.page.locator('.message-own', { hasText: 'I hear you.' }).waitFor();
  context.diagnostic(`one's own message after ${Date.now() - own_at} ms`);
  const all = await bodies(his.page);
  assert.deepEqual(all.slice(-3), ['Through a narrow door.', 'And once more.', 'I hear you.']);
  await his.context.close();
  await proxy.close();
});

test('over a cut line nothing is lost and nothing comes twice', async (context) => {
  const proxy = await start_proxy(server.origin);
  const path = await begin_conversation(server.origin, ada, ben, 'Zero.');
  const his = await open_conversation(proxy.origin, ben, path);
  const said = [];
  for (let round = 0; round < 3; ++round) {
    await say(server.origin, ada, path, `Heard, ${round}.`);
    said.push(`Heard, ${round}.`);
    await his.page.getByText(`Heard, ${round}.`).waitFor({ timeout: poll_ms_max });
    proxy.set(Line.cut);
    for (let number = 0; number < 4; ++number) {
      await say(server.origin, ada, path, `Missed, ${round}, ${number}.`);
      said.push(`Missed, ${round}, ${number}.`);
    }
    const back_at = Date.now();
    proxy.set(Line.whole);
    await his.page.getByText(`Missed, ${round}, 3.`).waitFor({ timeout: poll_ms_max });
    context.diagnostic(`caught up ${Date.now() - back_at} ms after the line was back`);
  }
  assert.deepEqual((await bodies(his.page)).slice(-said.length), said);
  await his.context.close();
  await proxy.close();
});
