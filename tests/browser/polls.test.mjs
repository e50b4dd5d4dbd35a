// A poll from its question to what was chosen, with scripts and without.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open_browser, person_at, Scripts } from './browser.mjs';
import { members_of, two_in_one_group } from './demo.mjs';
import { faults_of } from './faults.mjs';
import { ask } from './programs.mjs';
import { start_demo } from './server.mjs';

let server, browser, demo, person, other, group;

before(async () => {
  const started = await start_demo();
  ({ server, demo } = started);
  ({ group, people: [person, other] } = two_in_one_group(demo));
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const new_poll = (fields) => ask(server.origin, person, `/groups/${group.id}/polls`, { poll_days: '7', ...fields });

for (const scripts of Object.values(Scripts)) {
  test(`asking and voting, ${scripts}`, async () => {
    const { context, page, ear } = await person_at(browser, server.origin, person, { scripts });
    await page.goto(`/groups/${group.id}`);
    await page.getByRole('link', { name: 'Ask with a poll' }).click();
    await page.getByLabel('Your question').fill('Which day suits you for tea?');
    await page.getByLabel('The choices, each on a line of its own').fill('Early in the week\nLate in the week');
    await page.getByRole('button', { name: /^Ask / }).click();
    await page.getByRole('heading', { name: 'Poll' }).waitFor();
    await page.getByLabel('Late in the week').check();
    await page.getByRole('button', { name: 'Vote' }).click();
    await page.getByText('You have voted.').waitFor();
    assert.match(await page.locator('#poll').innerText(), /Late in the week\s+1 vote/);
    await page.getByText('Who chose what').click();
    ear.hears_nothing();
    await context.close();
  });
}

test('the pages of polls have no fault', async (pages) => {
  const { context, page, ear } = await person_at(browser, server.origin, person);
  const look = (name, address) => pages.test(name, async () => {
    await page.goto(address);
    assert.deepEqual(await faults_of(page, ear), []);
  });
  const voters = members_of(demo, group).slice(0, 6);
  for (const voter of voters) {
    const { version } = await ask(server.origin, voter, `/groups/${group.id}/agreement`);
    await ask(server.origin, voter, `/groups/${group.id}/agreement/acceptances`, { version, accept: 'yes' });
  }
  const several = await new_poll({ body: 'What helps after a hard day?', choices: 'A walk\nTea\nAn early night', poll_kind: 'several' });
  await ask(server.origin, other, `/posts/${several.id}/votes`, { choice: '1' });
  await look('an open poll', `/posts/${several.id}`);
  const ranked = await new_poll({ body: 'What shall we read next?', choices: 'On loss\nOn rest\nOn hope', poll_kind: 'ranked' });
  for (const [number, voter] of voters.slice(0, 5).entries())
    await ask(server.origin, voter, `/posts/${ranked.id}/votes`, { [`rank_${number % 3}`]: '1', [`rank_${(number + 1) % 3}`]: '2' });
  await look('a ranked poll with its rounds', `/posts/${ranked.id}`);
  const anonymous = await new_poll({ body: 'How was the last month?', choices: 'Light\nHeavy', poll_kind: 'single', poll_anonymous: 'yes' });
  await look('an anonymous poll', `/posts/${anonymous.id}`);
  for (const voter of voters) await ask(server.origin, voter, `/posts/${anonymous.id}/votes`, { choice: '1' });
  await look('an anonymous poll after voting', `/posts/${anonymous.id}`);
  await look('closing it', `/posts/${anonymous.id}/poll/close`);
  await ask(server.origin, person, `/posts/${anonymous.id}/poll/close`, {});
  await look('what was chosen', `/posts/${anonymous.id}`);
  const shown = await ask(server.origin, other, `/posts/${anonymous.id}`);
  assert.deepEqual(shown.poll.results_shown.bars.map((bar) => bar.votes), [0, 6]);
  assert.deepEqual(shown.poll.voters, []);
  await context.close();
});
