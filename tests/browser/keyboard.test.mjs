// Everything by keyboard: the order of the stops, a focus that can be seen, sending, and the quick exit.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open_browser, open_context, person_at, Scripts, sign_in } from './browser.mjs';
import { two_in_one_group } from './demo.mjs';
import { write_post } from './programs.mjs';
import { start_demo } from './server.mjs';

const stops_max = 250;
let server, browser, person, other, group;

before(async () => {
  const started = await start_demo();
  server = started.server;
  ({ group, people: [person, other] } = two_in_one_group(started.demo));
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

// The element with the focus: its words, and what is wrong with how it shows.
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const style = getComputedStyle(element);
  const label = element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent;
  const box = element.getBoundingClientRect();
  // What is on top at the middle of its first line; a bar over it would hide where one is.
  const rect = element.getClientRects()[0] ?? box;
  const top = document.elementFromPoint(rect.left + rect.width / 2, Math.min(rect.top + rect.height / 2, innerHeight - 1));
  const ringed = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
  const label_style = element.labels?.[0] && getComputedStyle(element.labels[0]);
  const faults = [];
  if (!ringed && !(label_style && label_style.outlineStyle !== 'none' && parseFloat(label_style.outlineWidth) >= 2)) faults.push('the focus cannot be seen');
  if (box.bottom <= 0 || box.top >= innerHeight) faults.push('it is out of sight');
  else if (!top || !(element.contains(top) || top.contains(element) || element.labels?.[0]?.contains(top))) faults.push(`it is covered by ${top?.outerHTML.slice(0, 60)}`);
  return { words: label.trim().replace(/\s+/g, ' ').slice(0, 60), faults, tag: element.tagName };
}

async function stops_of(page) {
  const stops = [];
  await page.evaluate(() => document.activeElement?.blur());
  for (let number = 0; number < stops_max; ++number) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused);
    if (!stop) return stops;
    stops.push(stop);
  }
  return assert.fail(`more than ${stops_max} stops: the focus may be caught`);
}

for (const [name, viewport] of [['a desktop', { width: 1280, height: 900 }], ['a phone', { width: 390, height: 844 }]]) {
  for (const path of ['group', 'thread']) {
    test(`every stop of the Tab key can be seen, and comes in order: ${path} page on ${name}`, async () => {
      const { context, page } = await person_at(browser, server.origin, person, { viewport });
      const { id } = await write_post(server.origin, other, group, 'A page to go through by keyboard.');
      await page.goto(path === 'group' ? `/groups/${group.id}` : `/posts/${id}`);
      const stops = await stops_of(page);
      assert.deepEqual(stops.filter((stop) => stop.faults.length > 0), []);
      const order = stops.map((stop) => stop.words);
      assert.equal(order[0], 'Skip to the page');
      const field = path === 'group' ? 'What is on your mind?' : 'Your answer';
      const send = path === 'group' ? `Post to ${group.name}` : `Answer ${other.name}`;
      assert.ok(order.includes('Help now') && order.includes('Quick exit'), 'help and the way out are reached');
      const wanted = [field, ...(path === 'group' ? ['I would like an answer'] : []), 'Who they are', send];
      const places = wanted.map((words) => order.indexOf(words));
      assert.ok(places.every((place) => place > 0), `all are reached: ${wanted.map((words, at) => `${words} ${places[at]}`).join(', ')}`);
      assert.deepEqual(places, [...places].sort((one, other) => one - other), 'in the order in which they stand');
      await context.close();
    });
  }
}

test('the skip link leads past the frame', async () => {
  const { context, page } = await person_at(browser, server.origin, person);
  await page.goto(`/groups/${group.id}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.ok(await page.evaluate(() => document.activeElement.matches('main')));
  await context.close();
});

test('sign in, find the group, write and send, all without a pointer', async () => {
  const { context, ear } = await open_context(browser, server.origin);
  const page = await context.newPage();
  await page.goto('/session');
  const tab_to = async (words) => {
    for (let number = 0; number < stops_max; ++number) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(focused))?.words === words) return;
    }
    assert.fail(`the Tab key does not come to "${words}"`);
  };
  await tab_to('E-mail address');
  await page.keyboard.type(person.email);
  await tab_to('Password');
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => !address.pathname.startsWith('/session'));
  await tab_to(group.name);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/groups/${group.id}`);
  await tab_to('What is on your mind?');
  await page.keyboard.type('Written without a mouse.');
  await tab_to('I would like an answer');
  await page.keyboard.press('Space');
  await tab_to(`Post to ${group.name}`);
  await page.keyboard.press('Enter');
  await page.getByRole('article').getByText('Written without a mouse.').waitFor();
  await page.getByText('No answer yet').first().waitFor();
  ear.hears_nothing();
  await context.close();
});

test('Esc twice leaves, and Back does not lead to what was on the screen', async () => {
  const { context, page } = await person_at(browser, server.origin, person);
  await page.goto('/help');
  await page.goto(`/groups/${group.id}`);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(50);
  assert.equal(new URL(page.url()).pathname, `/groups/${group.id}`, 'once is not enough');
  await page.keyboard.press('Escape');
  await page.waitForURL('**/exit');
  const left = await page.content();
  assert.ok(!left.includes('Kith') && !left.includes(group.name), 'the page it leads to says nothing');
  await page.goBack();
  assert.notEqual(new URL(page.url()).pathname, `/groups/${group.id}`);
  assert.equal(await page.getByRole('heading', { name: group.name, exact: true }).count(), 0);
  await context.close();
});

test('Quick exit leaves without scripts too, and while words are in the field', async () => {
  const { context } = await open_context(browser, server.origin, { scripts: Scripts.off });
  const page = await context.newPage();
  await sign_in(page, person);
  await page.goto(`/groups/${group.id}`);
  await page.getByRole('link', { name: 'Quick exit' }).click();
  await page.waitForURL('**/exit');
  await context.close();
  const { context: hers, page: writing } = await person_at(browser, server.origin, person);
  await writing.goto(`/groups/${group.id}`);
  await writing.getByLabel('What is on your mind?').fill('Somebody is coming');
  await writing.keyboard.press('Escape');
  await writing.keyboard.press('Escape');
  await writing.waitForURL('**/exit');
  await hers.close();
});
