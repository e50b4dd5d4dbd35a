// Every page of the route table, as a facilitator, as a newcomer and as nobody: no accessibility fault
// in light and dark, none at 320 pixels, with large text or forced colours; nothing leaves the place,
// nothing is said in the console; help and exit are there.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open_browser, open_context, person_at } from './browser.mjs';
import { find_pages } from './crawl.mjs';
import { sign_up, type_code } from './deeds.mjs';
import { facilitator_of, members_of } from './demo.mjs';
import { faults_of } from './faults.mjs';
import { ask, write_post } from './programs.mjs';
import { kith, start_demo, start_empty } from './server.mjs';

// Pages that the tests below come to by a form or a link of their own.
// A file in its sizes is no page, and a file that was not said yet is reached by its form alone.
const files = ['/posts/{post}/files/{file}/{size}', '/files/{file}', '/files/{file}/{size}', '/messages/{conversation}/{message}/files/{file}',
  '/messages/{conversation}/{message}/files/{file}/{size}', '/me/files/{file}/{size}'];
const pages_on_the_way_in = new Set([...files, '/host/{secret}', '/session/code', '/me/getting-in/codes', '/invitation/sign-up', '/invitation/sign-in', '/invitation/join', '/search/{sealed}', '/posts/{post}/poll/close', '/reach/confirm/{secret}', '/reach/stop/{secret}',
  '/breaches/{breach}', '/glass/{glass}', '/glass/{glass}/posts/{post}']);

let server, demo, empty, browser, reached, missing;

before(async () => {
  const started = await start_demo();
  ({ server, demo } = started);
  empty = await start_empty();
  browser = await open_browser();
  ({ reached, missing } = await find_pages(server.origin, [...demo.people, undefined]));
});

after(async () => {
  await browser?.close();
  await server?.close();
  await empty?.close();
});

test('every page can be reached by somebody through links', () => {
  assert.deepEqual(missing.filter((path) => !pages_on_the_way_in.has(path)), []);
});

test('no link leads into nothing', () => {
  for (const { person, broken } of reached) assert.deepEqual(broken, [], `for ${person?.name ?? 'nobody'}`);
});

test('the page that opens the place', async () => {
  const { context, ear } = await open_context(browser, empty.origin);
  assert.deepEqual(await faults_of(await context.newPage(), ear, empty.host_link, true), []);
  await context.close();
});

test('the way in, from the landing page to waiting', async (way) => {
  const group = demo.groups[0];
  const member = await facilitator_of(server.origin, demo, group);
  const invited = await ask(server.origin, member, `/groups/${group.id}/invitations`, { how_known: 'We trained together.' });
  const { context, ear } = await open_context(browser, server.origin);
  const page = await context.newPage();
  const look = (name) => way.test(name, async () => assert.deepEqual(await faults_of(page, ear), []));
  ear.expect(/422/);
  await page.goto('/invitation');
  await page.getByLabel('Your code').fill('ABCD-EFGH-JKMN');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('alert').waitFor();
  await look('a code that does not open');
  await page.getByLabel('Your code').fill(invited.made.code);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'I have an account here already' }).click();
  await page.getByRole('heading', { name: 'Sign in to go on' }).waitFor();
  await look('sign in with an invitation');
  await type_code(page, invited.made.code);
  await look('sign up with an invitation');
  await sign_up(page, { name: 'Robin Ash', email: 'robin.ash@example.org', password: 'three plain words', capacity: 'Student' });
  await look('read about the group and answer');
  await page.locator('form').filter({ hasText: 'What the group asks you' }).evaluate((form) => { form.noValidate = true; });
  await page.getByRole('button', { name: 'Ask to join' }).click();
  await page.getByRole('alert').waitFor();
  await look('answers that are missing');
  for (const field of await page.getByRole('textbox').all()) await field.fill('I would like company.');
  await page.getByLabel('I have read the agreement and accept it').check();
  await page.getByRole('button', { name: 'Ask to join' }).click();
  await page.getByRole('heading', { name: 'Waiting' }).waitFor();
  await look('waiting');
  await context.close();
});

test('somebody with an account uses an invitation', async () => {
  const [group, other] = demo.groups;
  const guest = members_of(demo, group).find((person) => !members_of(demo, other).includes(person));
  const invited = await ask(server.origin, await facilitator_of(server.origin, demo, other), `/groups/${other.id}/invitations`, { how_known: 'We share a corridor.' });
  const { context, page, ear } = await person_at(browser, server.origin, guest);
  await page.goto('/invitation');
  await page.getByLabel('Your code').fill(invited.made.code);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: 'Use this invitation?' }).waitFor();
  assert.deepEqual(await faults_of(page, ear), []);
  await context.close();
});

test('a post that is put out of sight, and what to do then', async () => {
  const group = demo.groups[0];
  const facilitator = await facilitator_of(server.origin, demo, group);
  const post = await write_post(server.origin, facilitator, group, 'The tea was cold.');
  const { context, page, ear } = await person_at(browser, server.origin, facilitator);
  await page.goto(`/posts/${post.id}/quarantine`);
  await page.getByRole('button', { name: 'Put it out of sight now' }).click();
  await page.getByRole('heading', { name: 'What to do now' }).waitFor();
  assert.deepEqual(await faults_of(page, ear), []);
  await page.getByRole('button', { name: /^Done.*Talked with who wrote it/ }).click();
  await page.getByText(facilitator.name).last().waitFor();
  await page.getByLabel('Remove the words for good').check();
  await page.getByRole('button', { name: 'End it' }).click();
  await page.getByText('The words are gone for good.').waitFor();
  assert.deepEqual(await faults_of(page, ear), []);
  await context.close();
});

test('two hosts read a group', async () => {
  const group = demo.groups[0];
  const [first, second] = demo.people;
  await kith('person', 'host', '--data', join(server.folder, 'data'), '--email', second.email);
  const asking = await person_at(browser, server.origin, first);
  await asking.page.goto('/glass');
  await asking.page.getByLabel('Number of the group').fill(group.id);
  await asking.page.getByLabel('Why must somebody outside read this group?').fill('A court asks for one thread.');
  await asking.page.getByRole('button', { name: 'Ask another host' }).click();
  await asking.page.getByText('It waits for another host to agree.').waitFor();
  await asking.context.close();
  const { context, page, ear } = await person_at(browser, server.origin, second);
  await page.goto('/glass');
  await page.getByRole('button', { name: 'Agree to read the group' }).click();
  await page.getByRole('link', { name: 'Read the group' }).click();
  await page.getByRole('heading', { name: group.name }).waitFor();
  assert.deepEqual(await faults_of(page, ear), []);
  await page.getByRole('link', { name: /^Read the thread/ }).nth(1).click();
  await page.getByRole('heading', { name: 'Answers' }).waitFor();
  assert.deepEqual(await faults_of(page, ear), []);
  await page.goto('/glass');
  assert.deepEqual(await faults_of(page, ear), []);
  await page.getByRole('button', { name: 'End it now' }).click();
  await page.getByText('Over since').waitFor();
  await context.close();
});

test('forms that came back', async (forms) => {
  const group = demo.groups[0];
  const { context, page, ear } = await person_at(browser, server.origin, await facilitator_of(server.origin, demo, group));
  ear.expect(/422/);
  for (const [address, button] of [[`/groups/${group.id}`, /^Post to/], ['/me/password', 'Change the password'], ['/groups/new', 'Start the group'],
    [`/groups/${group.id}/care`, 'Save the settings'], ['/me', 'Save'], ['/me/delete', 'Delete my account']]) {
    await forms.test(address.replace(group.id, '{group}'), async () => {
      await page.goto(address);
      await page.evaluate(() => {
        for (const form of document.querySelectorAll('main form')) {
          form.noValidate = true;
          for (const field of form.querySelectorAll('input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), textarea')) field.value = ' ';
        }
      });
      await page.getByRole('main').getByRole('button', { name: button }).click();
      await page.getByRole('alert').waitFor();
      assert.deepEqual(await faults_of(page, ear), []);
    });
  }
  await context.close();
});

test('every page, for whoever can reach it', async (all) => {
  const done = new Set();
  // Signed in or not makes two pages; who exactly does not.
  const sight_of = (path, person) => `${path} as ${person ? 'a member' : 'nobody'}`;
  for (const { person, found } of reached) {
    if ([...found.keys()].every((path) => done.has(sight_of(path, person)))) continue;
    const { context, page, ear } = person ? await person_at(browser, server.origin, person) : await open_context(browser, server.origin);
    const tab = page ?? await context.newPage();
    for (const [path, address] of found) {
      const sight = sight_of(path, person);
      if (done.has(sight)) continue;
      done.add(sight);
      await all.test(sight, async () => assert.deepEqual(await faults_of(tab, ear, address, path !== '/exit'), []));
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
