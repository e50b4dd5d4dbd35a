// Every page of the route table, as a facilitator, as a newcomer and as nobody: no accessibility fault
// in light and dark, none at 320 pixels, with large text or forced colours; nothing leaves the place,
// nothing is said in the console; help and exit are there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { open_browser, open_context, person_at } from './browser.mjs';
import { find_pages } from './crawl.mjs';
import { prepare_people } from './demo.mjs';
import { cut_text, no_edge, tells_nothing, too_wide, ways_out } from './looks.mjs';
import { start_demo, start_empty } from './server.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const desktop = { width: 1280, height: 900 };
const narrow = { width: 320, height: 640 };   // also what 640 pixels at 200 % zoom come to
const half = { width: 640, height: 800 };

let server, empty, browser, reached, missing;

before(async () => {
  const started = await start_demo();
  server = started.server;
  empty = await start_empty();
  browser = await open_browser();
  const people = await prepare_people(server.origin, started.demo);
  ({ reached, missing } = await find_pages(server.origin, people));
});

after(async () => {
  await browser?.close();
  await server?.close();
  await empty?.close();
});

async function axe_faults(page, sight) {
  const violations = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations);
  return violations.flatMap((violation) => violation.nodes.map((node) => `axe, ${sight}, ${violation.id}: ${node.html.slice(0, 140)} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`));
}

// Everything that is wrong with one page, in words.
async function faults_of(page, ear, address, has_frame) {
  const faults = [];
  await page.setViewportSize(desktop);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  if (has_frame) {
    faults.push(...await page.evaluate(ways_out), ...await page.evaluate(tells_nothing));
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => document.activeElement.textContent.trim());
    if (first !== 'Skip to the page') faults.push(`the first stop of the Tab key is "${first}"`);
  }
  await page.setViewportSize(narrow);
  faults.push(...await page.evaluate(too_wide), ...await page.evaluate(cut_text));
  if (has_frame) faults.push(...(await page.evaluate(ways_out)).map((fault) => `${fault} at 320 pixels`));
  await page.setViewportSize(half);
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  faults.push(...[...await page.evaluate(too_wide), ...await page.evaluate(cut_text)].map((fault) => `large text: ${fault}`));
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  await page.setViewportSize(desktop);
  await page.emulateMedia({ forcedColors: 'active' });
  faults.push(...await page.evaluate(no_edge));
  await page.emulateMedia({ forcedColors: 'none' });
  // What the page itself did is heard by now; what follows is axe.
  faults.push(...ear.take());
  await page.evaluate(axe);
  faults.push(...await axe_faults(page, 'light'));
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...await axe_faults(page, 'dark'));
  ear.take();
  return faults;
}

test('every page can be reached by somebody through links', () => {
  assert.deepEqual(missing.filter((path) => path !== '/host/{secret}'), []);
});

test('no link leads into nothing', () => {
  for (const { person, broken } of reached) assert.deepEqual(broken, [], `for ${person?.name ?? 'nobody'}`);
});

test('the page that opens the place', async () => {
  const { context, ear } = await open_context(browser, empty.origin);
  assert.deepEqual(await faults_of(await context.newPage(), ear, empty.host_link, true), []);
  await context.close();
});

test('every page, for whoever can reach it', async (all) => {
  const done = new Set();
  for (const { person, found } of reached) {
    const { context, page, ear } = person ? await person_at(browser, server.origin, person) : { ...await open_context(browser, server.origin) };
    const tab = page ?? await context.newPage();
    for (const [path, address] of found) {
      // Signed in or not makes two pages; who exactly does not.
      const sight = `${path} as ${person ? 'a member' : 'nobody'}`;
      if (done.has(sight)) continue;
      done.add(sight);
      await all.test(`${sight}`, async () => assert.deepEqual(await faults_of(tab, ear, address, path !== '/exit'), []));
    }
    await context.close();
  }
});

test('a page that is not there', async () => {
  const { context, ear } = await open_context(browser, server.origin);
  ear.expect(/404/);
  assert.deepEqual(await faults_of(await context.newPage(), ear, '/groups/0123456789abcdefghijkl', true), []);
  await context.close();
});
