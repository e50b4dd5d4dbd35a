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

const new_poll = (fields) => ask(server.origin, person, `/groups/${group.id}/posts`, { poll_days: '7', ...fields });

const open_poll = (page) => page.locator('summary', { hasText: 'Ask with a poll' }).click();

for (const scripts of Object.values(Scripts)) {
  test(`asking and voting, ${scripts}`, async () => {
    const { context, page, ear } = await person_at(browser, server.origin, person, { scripts });
    await page.goto(`/groups/${group.id}`);
    await page.getByLabel('What is on your mind?').fill('Which day suits you for tea?');
    await open_poll(page);
    assert.equal(await page.getByLabel('What is on your mind?').inputValue(), 'Which day suits you for tea?');
    await page.getByLabel('What can be chosen').fill('Early in the week\nLate in the week');
    await page.getByRole('button', { name: /^Post to / }).click();
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

test('what can be chosen is looked at while it is written, and lies on the device with the question', async () => {
  const { context, page, ear } = await person_at(browser, server.origin, other);
  const question = page.getByLabel('What is on your mind?'), choices = page.getByLabel('What can be chosen');
  await page.goto(`/groups/${group.id}`);
  await question.fill('Who rings back?');
  await open_poll(page);
  await choices.fill('I do\n  07700 900123 does\nNobody');
  await page.getByText('1 thing to look at').waitFor();
  assert.deepEqual(await page.locator('.poll-form .mark').allInnerTexts(), ['07700 900123']);
  await page.getByText('Draft kept on this device.').waitFor();
  await page.reload();
  await page.getByText('Your draft is back.').waitFor();
  assert.equal(await choices.inputValue(), 'I do\n  07700 900123 does\nNobody');
  await choices.focus();
  await page.getByRole('button', { name: /^“07700 900123”$/ }).click();
  assert.equal(await choices.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd)), '07700 900123');
  await page.getByRole('button', { name: /^Post to / }).click();
  await page.getByText('Not sent yet. There is one thing to look at.').waitFor();
  await page.locator('.look-broader .button-quiet').first().click();
  await page.locator('.mark').waitFor({ state: 'detached' });
  assert.doesNotMatch(await choices.inputValue(), /07700/);
  // The server looks at the same text, so the mark of the device is enough.
  await page.getByRole('button', { name: /^Post to / }).click();
  await page.getByRole('heading', { name: 'Poll', exact: true }).waitFor();
  assert.equal(await page.locator('#poll input[type=radio]').count(), 3);
  ear.hears_nothing();
  await context.close();
});

test('without scripts it comes back from one more look with all that was chosen', async () => {
  const { context, page } = await person_at(browser, server.origin, person, { scripts: Scripts.off });
  await page.goto(`/groups/${group.id}`);
  await page.getByLabel('What is on your mind?').fill('Who rings back?');
  await open_poll(page);
  await page.getByLabel('What can be chosen').fill('I do\n07700 900123 does');
  await page.getByLabel('How people vote').selectOption('Each puts them in order');
  await page.getByRole('checkbox', { name: /^Anonymous/ }).check();
  await page.getByRole('button', { name: /^Post to / }).click();
  await page.getByRole('heading', { name: 'One more look' }).waitFor();
  await page.getByRole('button', { name: 'Send as it is' }).click();
  await page.getByText('Put them in order. You can leave some out.').waitFor();
  await page.getByText('Anonymous. Nobody can see').waitFor();
  await context.close();
});

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
