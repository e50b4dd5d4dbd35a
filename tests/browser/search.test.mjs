// Looking for what was said: with scripts and without, back and reload, and nothing of it in any address.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open_browser, person_at, Scripts } from './browser.mjs';
import { two_in_one_group } from './demo.mjs';
import { faults_of } from './faults.mjs';
import { ask, write_comment, write_post } from './programs.mjs';
import { start_demo } from './server.mjs';

let server, browser, person, other, group;

before(async () => {
  const started = await start_demo();
  server = started.server;
  ({ group, people: [person, other] } = two_in_one_group(started.demo));
  const { id } = await write_post(server.origin, other, group, 'The **kittiwake** <b>meeting</b> was long, and the café was shut.');
  await write_comment(server.origin, person, id, 'Kittiwakes again.');
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

for (const scripts of Object.values(Scripts)) {
  test(`a search, its page, back and reload, ${scripts}`, async () => {
    const { context, page, ear } = await person_at(browser, server.origin, person, { scripts });
    await page.goto(`/groups/${group.id}`);
    await page.getByRole('link', { name: 'Search', exact: true }).last().click();
    await page.getByLabel('What are you looking for?').fill('kittiwake cafe');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Found' }).waitFor();
    assert.deepEqual(await page.locator('mark').allInnerTexts(), ['kittiwake', 'café']);
    assert.ok(!/kittiwake|cafe|caf/i.test(page.url()), 'the address says nothing');
    assert.equal(await page.getByLabel('What are you looking for?').inputValue(), 'kittiwake cafe');
    const found = page.url();
    await page.getByRole('link', { name: /^A post by/ }).first().click();
    await page.getByText('Kittiwakes again.').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Found' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Found' }).waitFor();
    assert.equal(page.url(), found);
    assert.ok(ear.requests.every((address) => !/kittiwake/i.test(address)), 'no address says what was looked for');
    ear.hears_nothing();
    await context.close();
  });
}

test('another person gets nothing by the address of a search', async () => {
  const { location } = await ask(server.origin, person, '/search', { words: 'kittiwake' });
  const { results } = await ask(server.origin, person, location);
  assert.deepEqual(results.map((found) => found.kind), ['answer', 'post']);
  const answer = await fetch(server.origin + location, { redirect: 'manual', headers: { Authorization: `Bearer ${other.token}` } });
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/search');
});

test('pages follow one another without a gap or a double', async () => {
  for (let number = 0; number < 45; number += 1) await write_post(server.origin, other, group, `Razorbill number ${number}.`);
  for (const order of ['newest', 'best']) {
    let { location } = await ask(server.origin, person, '/search', { words: 'razorbill', order });
    const seen = [];
    while (location) {
      const page = await ask(server.origin, person, location);
      seen.push(...page.results.map((found) => found.href));
      location = page.older;
    }
    assert.equal(seen.length, 45);
    assert.equal(new Set(seen).size, 45);
  }
});

test('the pages of a search have no fault', async (pages) => {
  const { context, page, ear } = await person_at(browser, server.origin, person);
  await page.goto('/search');
  const look = (name) => pages.test(name, async () => assert.deepEqual(await faults_of(page, ear), []));
  await look('before anything was asked');
  for (const [words, said] of [['kittiwake', 'Found'], ['nothingofthekind', 'Nothing found']]) {
    await page.getByLabel('What are you looking for?').fill(words);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('heading', { name: said }).waitFor();
    await look(said);
  }
  await page.goto(`/groups/${group.id}/search`);
  await page.getByText(/Narrow it down/).click();
  await look('of one group, narrowed');
  await context.close();
});
