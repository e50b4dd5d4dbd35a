// An ask from one person's browser to another's: sent with the check under the words, announced on the open page,
// answered by one tap; and a pass that leaves no trace on the asker's page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Scripts, open_browser, person_at } from './browser.mjs';
import { ask } from './programs.mjs';
import { start_demo } from './server.mjs';
import { two_in_one_group } from './demo.mjs';

let server, browser, asker, helper, third, group;

before(async () => {
  const started = await start_demo();
  server = started.server;
  ({ group, people: [asker, helper, third] } = two_in_one_group(started.demo));
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const is_listening = (page) => page.waitForResponse((response) => new URL(response.url()).pathname === '/asks/live');

async function fill_in(page, words) {
  await page.goto(`/groups/${group.id}/asks/new`);
  await page.getByRole('textbox', { name: 'What is it about my own practice? What do I need?' }).fill(words);
  await page.getByRole('radio', { name: 'Someone to listen' }).check();
  await page.getByRole('combobox', { name: 'By when?' }).selectOption({ label: 'This week' });
}

test('an ask is announced on the open page of whom it reaches, and an offer on the asker\'s', async () => {
  const { page: his, ear: his_ear, context: of_helper } = await person_at(browser, server.origin, helper, { viewport: { width: 390, height: 844 } });
  const he_listens = is_listening(his);
  await his.goto('/asks');
  await he_listens;
  const { page: hers, ear: her_ear, context: of_asker } = await person_at(browser, server.origin, asker);
  await fill_in(hers, 'I cannot get the drive home out of my head.');
  await hers.getByRole('button', { name: 'Send the ask' }).click();
  await hers.waitForURL(/\/asks\/\w{22}$/);
  const she_listens = is_listening(hers);
  await hers.reload();
  await she_listens;
  await hers.getByText('Your ask has been delivered.').waitFor();

  await his.getByRole('button', { name: 'Show what is new' }).click();
  await his.getByRole('link', { name: `${asker.name}: Someone to listen, this week` }).first().click();
  await his.getByText('I cannot get the drive home out of my head.').waitFor();
  const [yes, no] = await Promise.all(['I can help', 'Not me'].map((name) => his.getByRole('button', { name, exact: true }).boundingBox()));
  assert.deepEqual([yes.width, yes.height], [no.width, no.height], 'a pass is as large as an offer');
  await his.getByRole('button', { name: 'I can help', exact: true }).click();
  await his.getByRole('heading', { name: 'You offered' }).waitFor();

  await hers.getByRole('button', { name: 'Show what is new' }).click();
  await hers.getByText(`${helper.name} can help`).waitFor();
  await hers.getByRole('radio', { name: 'Yes, it helped' }).check();
  await hers.getByRole('checkbox', { name: helper.name }).check();
  await hers.getByRole('button', { name: 'Close the ask' }).click();
  await hers.getByText('You said: Yes, it helped. Only you can see that.').waitFor();
  his_ear.hears_nothing();
  her_ear.hears_nothing();
  await of_helper.close();
  await of_asker.close();
});

test('a pass leaves no trace on the asker\'s page, and needs no script', async () => {
  const { id } = await ask(server.origin, asker, `/groups/${group.id}/asks`, { body: 'How do you end a long day?', wants: 'ideas', by: 'week', reach: 'everyone' });
  const { page: hers, context: of_asker } = await person_at(browser, server.origin, asker);
  await hers.goto(`/asks/${id}`);
  const before_it = await hers.locator('main').innerText();
  const { page: theirs, ear, context: of_third } = await person_at(browser, server.origin, third, { scripts: Scripts.off });
  await theirs.goto(`/asks/${id}`);
  await theirs.getByRole('button', { name: 'Not me', exact: true }).click();
  await theirs.waitForURL('**/asks');
  assert.equal(await theirs.getByText('How do you end a long day?').count(), 0);
  await hers.reload();
  const without_times = (text) => text.replace(/just now|\d+ minutes? ago/g, 'then');
  assert.equal(without_times(await hers.locator('main').innerText()), without_times(before_it));
  ear.hears_nothing();
  await of_third.close();
  await of_asker.close();
});

test('the check looks at an ask under the words, as at a post', async () => {
  const { page, ear, context } = await person_at(browser, server.origin, asker);
  await fill_in(page, 'Ring me on 07700 900123 tonight.');
  await page.locator('.look-item').getByText('This looks like a phone number').waitFor();
  await page.getByRole('button', { name: 'Send the ask' }).click();
  await page.getByRole('button', { name: 'Send as it is' }).click();
  await page.waitForURL(/\/asks\/\w{22}$/);
  await page.getByText('07700 900123').waitFor();
  ear.hears_nothing();
  await context.close();
});

test('"I have ten minutes" stands beside who is here, and is taken back', async () => {
  const { page: his, ear, context: of_helper } = await person_at(browser, server.origin, helper);
  await his.goto('/asks');
  await his.getByRole('button', { name: '10 minutes' }).click();
  await his.getByText('You are around for').waitFor();
  const { page: hers, context: of_asker } = await person_at(browser, server.origin, asker);
  await hers.goto(`/groups/${group.id}`);
  await hers.getByRole('complementary', { name: 'Who is here' }).getByText(helper.name).waitFor();
  await his.getByRole('button', { name: 'I have to go' }).click();
  await his.getByText('I have a few minutes.').waitFor();
  await hers.reload();
  assert.equal(await hers.getByRole('heading', { name: 'Around for a word' }).count(), 0);
  ear.hears_nothing();
  await of_helper.close();
  await of_asker.close();
});
