// What another writes reaches an open page within a second, is announced, and moves nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open_browser, person_at, until } from './browser.mjs';
import { write_comment, write_post } from './programs.mjs';
import { start_demo } from './server.mjs';
import { two_in_one_group } from './demo.mjs';

const live_ms_max = 1000;
let server, browser, reader, writer, group;

before(async () => {
  const started = await start_demo();
  server = started.server;
  ({ group, people: [reader, writer] } = two_in_one_group(started.demo));
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

// Marks the moment at which a status says `words`; runs in the page.
function watch_for(words) {
  window.heard_at = undefined;
  const look = () => {
    for (const status of document.querySelectorAll('[role=status]')) {
      if (window.heard_at === undefined && status.textContent.includes(words)) window.heard_at = Date.now();
    }
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
}

const is_listening = (page) => page.waitForResponse((response) => new URL(response.url()).pathname === '/live');

test('a post by one is announced on the open page of the other, and nothing moves', async (context) => {
  const { page, ear, context: hers } = await person_at(browser, server.origin, reader, { viewport: { width: 390, height: 600 } });
  const listening = is_listening(page);
  await page.goto(`/groups/${group.id}`);
  await listening;
  await page.evaluate(() => document.fonts.ready);
  const { page: his_page, ear: his_ear, context: his } = await person_at(browser, server.origin, writer);
  await his_page.goto(`/groups/${group.id}`);

  await page.evaluate(() => scrollTo(0, Math.floor((document.documentElement.scrollHeight - innerHeight) / 2)));
  const first_seen = await page.evaluate(() => {
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    window.middle = middle;
    return middle.getBoundingClientRect().top;
  });
  assert.ok(await page.evaluate(() => scrollY) > 0, 'the page is long enough to be scrolled');
  await page.evaluate(watch_for, '1 new');

  await his_page.getByRole('textbox', { name: 'What is on your mind?' }).fill('The kettle is on, come in.');
  const sent_at = Date.now();
  await his_page.getByRole('button', { name: `Post to ${group.name}` }).click();
  const heard_at = await until(() => page.evaluate(() => window.heard_at), 'the reader hears "1 new"');
  context.diagnostic(`from the press of the button to the other page: ${heard_at - sent_at} ms`);
  assert.ok(heard_at - sent_at <= live_ms_max, `within ${live_ms_max} ms, not ${heard_at - sent_at}`);
  assert.equal(await page.evaluate(() => window.middle.getBoundingClientRect().top), first_seen, 'what is being read has not moved');
  assert.equal(await page.getByText('The kettle is on, come in.').count(), 0, 'it waits until it is asked for');

  await page.getByRole('button', { name: 'Show 1 new' }).click();
  await page.getByText('The kettle is on, come in.').waitFor();
  assert.ok(await page.evaluate(() => document.activeElement.textContent.includes('The kettle is on')), 'the focus goes to what is new');
  ear.hears_nothing();
  his_ear.hears_nothing();
  await hers.close();
  await his.close();
});

test('from the durable answer to the announcement: ten posts', async (context) => {
  const { page, context: hers } = await person_at(browser, server.origin, reader);
  const listening = is_listening(page);
  await page.goto(`/groups/${group.id}`);
  await listening;
  const took = [];
  for (let number = 1; number <= 10; ++number) {
    await page.evaluate(watch_for, `${number} new`);
    await write_post(server.origin, writer, group, `A short word, number ${number}.`);
    const answered_at = Date.now();
    took.push(Math.max(0, await until(() => page.evaluate(() => window.heard_at), `"${number} new"`) - answered_at));
  }
  took.sort((one, other) => one - other);
  context.diagnostic(`after the writer's answer: median ${took[5]} ms, longest ${took[9]} ms`);
  assert.ok(took[9] <= live_ms_max);
  await hers.close();
});

test('at the end of a thread an answer comes in by itself and is announced', async (context) => {
  const { id: thread } = await write_post(server.origin, writer, group, 'What do you do on the way home?');
  const { page, ear, context: hers } = await person_at(browser, server.origin, reader);
  const listening = is_listening(page);
  await page.goto(`/posts/${thread}`);
  await listening;
  await page.getByRole('heading', { name: 'Answers' }).scrollIntoViewIfNeeded();
  const scroll = await page.evaluate(() => scrollY);
  await page.evaluate(watch_for, '1 new');
  await write_comment(server.origin, writer, thread, 'I walk the last stop.');
  const answered_at = Date.now();
  const heard_at = await until(() => page.evaluate(() => window.heard_at), 'the reader hears "1 new"');
  context.diagnostic(`shown ${Math.max(0, heard_at - answered_at)} ms after the writer's answer`);
  await page.getByText('I walk the last stop.').waitFor();
  assert.equal(await page.evaluate(() => scrollY), scroll, 'nothing has moved');
  assert.equal(await page.getByRole('button', { name: /^Show/ }).isVisible(), false, 'nothing waits behind a button');
  ear.hears_nothing();
  await hers.close();
});

test('while the reader writes, an answer waits behind a button', async () => {
  const { id: thread } = await write_post(server.origin, writer, group, 'Where do you leave the day?');
  const { page, context: hers } = await person_at(browser, server.origin, reader);
  const listening = is_listening(page);
  await page.goto(`/posts/${thread}`);
  await listening;
  await page.evaluate(() => document.fonts.ready);
  const field = page.getByRole('textbox', { name: 'Your answer' });
  await field.fill('In the car');
  const top = await field.evaluate((element) => element.getBoundingClientRect().top);
  await write_comment(server.origin, writer, thread, 'At the front door.');
  await page.getByRole('button', { name: 'Show 1 new' }).waitFor();
  assert.equal(await field.evaluate((element) => element.getBoundingClientRect().top), top, 'the field stays where it is');
  assert.equal(await page.getByText('At the front door.').count(), 0);
  assert.equal(await field.inputValue(), 'In the car');
  await hers.close();
});

test('a page that was away hears what happened meanwhile', async () => {
  const { page, context: hers } = await person_at(browser, server.origin, reader);
  const listening = is_listening(page);
  await page.goto(`/groups/${group.id}`);
  await listening;
  await server.end();
  await server.start();
  await write_post(server.origin, writer, group, 'Written while the line was dead.');
  await page.getByRole('button', { name: 'Show 1 new' }).waitFor({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Show 1 new' }).click();
  await page.getByText('Written while the line was dead.').waitFor();
  await hers.close();
});
