// What is written off line waits on the device, sealed, and arrives once.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { open_browser, open_context, sign_in, until } from './browser.mjs';
import { facilitator_of, two_in_one_group } from './demo.mjs';
import { on_the_device, worker_is_there } from './device.mjs';
import { faults_of } from './faults.mjs';
import { ask, group_page, write_post } from './programs.mjs';
import { Line, start_proxy } from './proxy.mjs';
import { start_demo } from './server.mjs';

const phone = { viewport: { width: 390, height: 844 } };
let server, demo, proxy, browser, person, other_person, facilitator, group, context, page, ear;

before(async () => {
  const started = await start_demo();
  ({ server, demo } = started);
  const found = two_in_one_group(started.demo);
  group = found.group;
  facilitator = await facilitator_of(server.origin, demo, group);
  [person, other_person] = found.people.filter(({ email }) => email !== facilitator.email);
  proxy = await start_proxy(server.origin);
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  await proxy?.close();
  await server?.close();
});

beforeEach(async () => {
  proxy.set(Line.whole);
  ({ context, ear } = await open_context(browser, proxy.origin, phone));
  ear.expect(/ERR_INTERNET_DISCONNECTED|ERR_EMPTY_RESPONSE|ERR_CONNECTION/);
  page = await context.newPage();
  await sign_in(page, person);
  await open_group();
  await worker_is_there(page);
  // Twice, so that it is on the device whatever the worker was doing.
  await open_group();
  await until(async () => (await on_the_device(page)).stores.pages >= 1, 'the page is kept');
});

afterEach(() => context.close());

const open_group = (where = page) => where.goto(`/groups/${group.id}`);
const field = (where = page) => where.getByRole('textbox', { name: 'What is on your mind?' });
const says = (words, where = page) => where.getByRole('status').filter({ hasText: words }).waitFor();
const posted = async (words) => (await group_page(server.origin, person, group)).posts.filter((post) => post.body.includes(words)).length;
const waiting = (where = page) => where.getByRole('region', { name: 'Waiting for the line' });

async function write_off_line(words) {
  await context.setOffline(true);
  await field().fill(words);
  await page.getByRole('button', { name: `Post to ${group.name}` }).click();
  await says('Waiting for the line. Your words are kept on this device');
}

async function stays_one(words) {
  await new Promise((done) => setTimeout(done, 1500));
  assert.equal(await posted(words), 1, 'exactly once');
}

test('written off line and the page closed: it arrives once when the line is back', async () => {
  await open_group();
  await write_off_line('Written in a tunnel, and put away.');
  assert.ok(!(await on_the_device(page)).plain.includes('in a tunnel'), 'sealed');
  await page.close();
  assert.equal(await posted('in a tunnel'), 0);
  page = await context.newPage();
  await open_group();
  await waiting().getByText('Written in a tunnel, and put away.').waitFor();
  assert.equal(await field().inputValue(), '', 'it is no draft any more');
  assert.deepEqual(await faults_of(page, ear), []);
  await context.setOffline(false);
  await until(async () => await posted('in a tunnel') === 1, 'it has arrived', 15_000);
  await says('It was sent.');
  await stays_one('in a tunnel');
  await open_group();
  assert.equal(await waiting().count(), 0);
  assert.equal((await on_the_device(page)).stores.waiting, 0);
});

test('written on a page from the device, twice: two posts, each once', async () => {
  await context.setOffline(true);
  await open_group();
  await page.getByText('You are off line. This is how it was').waitFor();
  await write_off_line('The first from the hills.');
  await open_group();
  await write_off_line('The second from the hills.');
  await context.setOffline(false);
  await until(async () => await posted('from the hills') === 2, 'both have arrived', 15_000);
  await new Promise((done) => setTimeout(done, 1500));
  assert.equal(await posted('from the hills'), 2);
});

test('where the answer is lost it is sent again, and is there once', async () => {
  await write_off_line('Only once, whoever asks.');
  await page.close();
  proxy.set(Line.loses_answers);
  await context.setOffline(false);
  page = await context.newPage();
  await page.goto('/groups');
  await until(() => proxy.seen.answers_lost > 0, 'the first try is lost');
  assert.equal(await posted('Only once'), 1);
  await open_group();
  await waiting().getByText('It may have arrived already').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Take back and change' }).count(), 0);
  proxy.set(Line.whole);
  await open_group();
  await until(async () => (await on_the_device(page)).stores.waiting === 0, 'it is known to have arrived', 15_000);
  await stays_one('Only once');
});

test('the browser sends it by itself when it hears that the line is back', async () => {
  await write_off_line('Sent while nobody looks.');
  const line = await context.newCDPSession(page);
  const registrations = [];
  line.on('ServiceWorker.workerRegistrationUpdated', (event) => registrations.push(...event.registrations));
  await line.send('ServiceWorker.enable');
  const { registrationId } = await until(() => registrations.find(({ isDeleted }) => !isDeleted), 'the worker is known');
  await page.goto('about:blank');
  await context.setOffline(false);
  await line.send('ServiceWorker.dispatchSyncEvent', { origin: proxy.origin, registrationId, tag: 'kith-waiting', lastChance: false });
  await until(async () => await posted('while nobody looks') === 1, 'it has arrived', 15_000);
  await stays_one('while nobody looks');
});

test('until the line is back it can be taken back and changed', async () => {
  await write_off_line('Something I said too soon.');
  await page.getByRole('button', { name: 'Take back and change' }).click();
  await until(() => field().isEditable(), 'it can be changed');
  await field().fill('Something better.');
  await page.getByRole('button', { name: `Post to ${group.name}` }).click();
  await says('Waiting for the line.');
  // From another page as well.
  await page.goto('/me');
  await page.getByRole('heading', { name: 'You are off line' }).waitFor();
  await open_group();
  await waiting().getByRole('button', { name: 'Take back and change' }).click();
  await until(async () => await field().inputValue() === 'Something better.', 'it is in the field again');
  await context.setOffline(false);
  await open_group();
  await new Promise((done) => setTimeout(done, 2000));
  assert.equal(await posted('said too soon'), 0);
  assert.equal(await posted('Something better'), 0);
  assert.equal(await field().inputValue(), 'Something better.');
  await ask(server.origin, person, '/drafts', { place: `group:${group.id}`, body: '' });
});

test('what is not taken comes back to its writer with the reason, and no word is lost', async () => {
  const { id } = await write_post(server.origin, other_person, group, 'A thread that will be taken back.');
  await page.goto(`/posts/${id}`);
  await context.setOffline(true);
  const answer = page.getByRole('textbox', { name: /answer/i });
  await answer.fill('An answer to nobody.');
  await page.locator('.composer').getByRole('button').first().click();
  await says('Waiting for the line.');
  await page.close();
  await ask(server.origin, other_person, `/posts/${id}/withdraw`, { confirm: 'yes' });
  await context.setOffline(false);
  page = await context.newPage();
  await page.goto('/groups');
  const back = page.getByRole('region', { name: 'Not sent' });
  await back.getByText('An answer to nobody.').waitFor();
  assert.deepEqual(await faults_of(page, ear), []);
  await back.getByRole('button', { name: 'Let it go' }).click();
  await until(async () => await back.count() === 0, 'it is gone');
});

test('signing out warns once, and wipes; who comes next sees nothing', async () => {
  await page.goto('/me/sessions');
  await open_group();
  await write_off_line('Mine alone, until it is sent.');
  await page.close();
  await context.clearCookies({ name: '__Host-kith' });
  await context.setOffline(false);
  page = await context.newPage();
  await sign_in(page, other_person);
  await open_group();
  await page.waitForTimeout(1500);
  assert.equal(await waiting().count(), 0);
  assert.equal(await posted('Mine alone'), 0, 'never in another\'s name');
  await page.goto('/me/sessions');
  await page.getByRole('button', { name: 'Sign out here' }).click();
  await page.getByRole('alert').filter({ hasText: 'still waits for the line' }).waitFor();
  await page.getByRole('button', { name: 'Sign out here' }).click();
  await page.getByLabel('Password').waitFor();
  const left = await on_the_device(page);
  assert.equal(left.stores.waiting ?? 0, 0);
  assert.ok(!left.plain.includes('Mine alone'));
});

test('sent by a page while another sits here: it is not theirs, and no word is lost', async () => {
  await open_group();
  const between = await context.newPage();
  await between.goto('/groups');
  await field().fill('Begun before the phone changed hands.');
  await context.clearCookies({ name: '__Host-kith' });
  await sign_in(between, other_person);
  await page.bringToFront();
  await page.getByRole('button', { name: `Post to ${group.name}` }).click();
  await page.getByText('somebody else is signed in here now').waitFor();
  assert.equal(await field().inputValue(), 'Begun before the phone changed hands.');
  assert.equal(await posted('changed hands'), 0);
});

test('taken back in another window: this one is open again, and the words stand there once', async () => {
  await write_off_line('Written here, taken back there.');
  const other = await context.newPage();
  await open_group(other);
  await waiting(other).getByRole('button', { name: 'Take back and change' }).click();
  await until(async () => await field(other).inputValue() === 'Written here, taken back there.', 'the words are there');
  await context.setOffline(false);
  await page.bringToFront();
  await page.getByText('Taken back in another window.').waitFor({ timeout: 40_000 });
  assert.equal(await field().inputValue(), '');
  assert.equal(await posted('taken back there'), 0);
  await field().fill('And here something new.');
  await page.getByRole('button', { name: `Post to ${group.name}` }).click();
  await until(async () => await posted('something new') === 1, 'it has arrived');
});

test('the check looks at it before it waits, where it has come to the device', async () => {
  await field().fill('So that the check is fetched.');
  await until(async () => (await on_the_device(page)).caches.filter((path) => path.includes('screening')).length === 3, 'it is on the device', 20_000);
  await page.close();
  await context.setOffline(true);
  page = await context.newPage();
  await open_group();
  await field().fill('Ring me on 07700 900123 tonight.');
  await page.locator('.look-item').getByText('This looks like a phone number').waitFor();
  await page.getByRole('button', { name: `Post to ${group.name}` }).click();
  await page.getByText('Not sent yet.').waitFor();
  assert.equal((await on_the_device(page)).stores.waiting, 0);
  await page.getByRole('button', { name: 'Send as it is' }).click();
  await says('Waiting for the line.');
  await context.setOffline(false);
  await until(async () => await posted('07700 900123') === 1, 'it has arrived', 15_000);
  await stays_one('07700 900123');
});

test('an agreement that has changed meanwhile is accepted first, and the words are in the field again', async () => {
  await write_off_line('Written before we agreed anew.');
  await page.close();
  const { version } = await ask(server.origin, facilitator, `/groups/${group.id}/agreement/edit`);
  await ask(server.origin, facilitator, `/groups/${group.id}/agreement`, { body: 'We keep to ourselves what is said here.', version });
  await context.setOffline(false);
  page = await context.newPage();
  await page.goto('/groups');
  await page.getByRole('region', { name: 'Not sent' }).getByText('Written before we agreed anew.').waitFor();
  assert.equal(await posted('agreed anew'), 0);
  await page.getByRole('button', { name: 'Change it' }).click();
  await page.waitForURL(`**/groups/${group.id}`);
  await ask(server.origin, person, `/groups/${group.id}/agreement/acceptances`, { version: Number(version) + 1, accept: 'yes' });
  await open_group();
  await until(async () => await field().inputValue() === 'Written before we agreed anew.', 'the words are back');
});
