// The app on a phone: it can be put on the home screen, and opens off line to what was read in this sitting.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open_browser, open_context, open_profile, sign_in, until } from './browser.mjs';
import { two_in_one_group } from './demo.mjs';
import { on_the_device, worker_is_there } from './device.mjs';
import { faults_of } from './faults.mjs';
import { write_post } from './programs.mjs';
import { start_demo } from './server.mjs';

const phone = { viewport: { width: 390, height: 844 } };
const canary = 'The canary sang of a long Tuesday';
let server, browser, person, other_person, group, context, page, ear, thread;

before(async () => {
  const started = await start_demo();
  server = started.server;
  const found = two_in_one_group(started.demo);
  group = found.group;
  [person, other_person] = found.people;
  browser = await open_browser();
  ({ id: thread } = await write_post(server.origin, person, group, canary));
});

after(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  // Sessions of their own, since some of these tests end them.
  ({ context, ear } = await open_context(browser, server.origin, phone));
  page = await context.newPage();
  await sign_in(page, person);
  ear.expect(/ERR_INTERNET_DISCONNECTED/);
});

afterEach(() => context.close());

// Reads the group's page and one thread, and waits until both are on the device.
async function read() {
  await page.goto(`/groups/${group.id}`);
  await worker_is_there(page);
  const kept = async () => (await on_the_device(page)).stores.pages ?? 0;
  await until(async () => await kept() >= 1, 'the group is kept');
  await page.waitForTimeout(500);  // where one came from is kept too, or not
  const before = await kept();
  await page.goto(`/posts/${thread}`);
  await until(async () => await kept() > before, 'the thread is kept');
}
// As a browser does with a worker that has nothing to do.
async function put_to_sleep() {
  const line = await context.newCDPSession(page);
  await line.send('ServiceWorker.enable');
  await line.send('ServiceWorker.stopAllWorkers');
}
const off_line_note = (where = page) => where.getByRole('status').filter({ hasText: /You are off line. This is how it was at \d\d:\d\d\./ });

test('a browser may put it on the home screen, and shows nothing of what is inside', async () => {
  await page.goto('/groups');
  await worker_is_there(page);
  const line = await context.newCDPSession(page);
  const { data, errors } = await line.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data);
  assert.deepEqual([manifest.name, manifest.short_name, manifest.display], ['Kith', 'Kith', 'standalone']);
  const { installabilityErrors } = await line.send('Page.getInstallabilityErrors');
  // Playwright's contexts are like private windows, which install nothing; that alone may be said.
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  for (const { src, sizes } of manifest.icons) {
    const [width] = sizes.split('x').map(Number);
    const drawn = await page.evaluate(async (address) => { const image = new Image(); image.src = address; await image.decode(); return image.naturalWidth; }, src);
    assert.equal(drawn, width);
  }
  const worker = (await fetch(`${server.origin}/app/worker.js`)).headers;
  assert.deepEqual([worker.get('cache-control'), worker.get('service-worker-allowed')], ['no-cache', '/']);
  assert.match(worker.get('content-security-policy'), /^default-src 'none'; connect-src 'self'; base-uri 'none'/);
  assert.equal((await fetch(`${server.origin}/apple-touch-icon.png`)).headers.get('content-type'), 'image/png');
  ear.hears_nothing();
});

test('what was read opens again without a line, and says how old it is', async () => {
  await read();
  await context.setOffline(true);
  await page.goto(`/groups/${group.id}`);
  await off_line_note().waitFor();
  await page.getByText(canary).first().waitFor();
  assert.deepEqual(await faults_of(page, ear), []);
  await page.goto(`/posts/${thread}`);
  await off_line_note().waitFor();
  await page.getByText(canary).first().waitFor();
  await context.setOffline(false);
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.getByText(canary).first().waitFor();
  assert.equal(await off_line_note().count(), 0);
  ear.hears_nothing();
});

test('the app opened anew without a line is where it was left; other pages say what there is', async () => {
  await read();
  await page.goto(`/groups/${group.id}/invitations`);
  await context.setOffline(true);
  await put_to_sleep();
  await page.close();
  page = await context.newPage();
  await page.goto('/');
  await off_line_note().waitFor();
  assert.equal(new URL(page.url()).pathname, `/posts/${thread}`);
  ear.expect(/503/);
  await page.goto(`/groups/${group.id}/invitations`);
  await page.getByRole('heading', { name: 'You are off line' }).waitFor();
  await page.goto('/me');
  await page.getByRole('heading', { name: 'You are off line' }).waitFor();
  await page.getByRole('link', { name: group.name }).waitFor();
  assert.deepEqual(await faults_of(page, ear), []);
  await page.goto('/help');
  await page.getByRole('heading', { name: 'Help now' }).waitFor();
  await page.goto('/exit');
  await page.getByRole('heading', { name: 'Weather and news' }).waitFor();
});

test('nothing of what was read lies on the device in clear, and none of it after signing out', async () => {
  await read();
  const kept = await on_the_device(page);
  for (const words of [canary, group.name, group.id, thread]) assert.ok(!kept.plain.includes(words), `in clear: ${words}`);
  assert.deepEqual(kept.caches.filter((path) => !/^\/(assets\/|help$|exit$)/.test(path)), []);
  await page.goto('/me/sessions');
  await page.getByRole('button', { name: 'Sign out here' }).click();
  await page.getByLabel('Password').waitFor();
  const left = await on_the_device(page);
  assert.equal(left.stores.pages ?? 0, 0);
  assert.deepEqual((await context.cookies(`${server.origin}/app/worker.js`)).map(({ name }) => name), []);
  await context.setOffline(true);
  const answer = await page.goto(`/groups/${group.id}`).catch(() => undefined);
  assert.ok(!answer || !(await page.content()).includes(canary));
});

test('who sits here next sees nothing of who sat here before', async () => {
  await read();
  // The session has ended in another way; the next person signs in.
  await context.clearCookies({ name: '__Host-kith' });
  await page.goto('/groups');
  await page.getByLabel('Password').waitFor();
  await until(async () => ((await on_the_device(page)).stores.pages ?? 0) === 0, 'what was read is gone');
  await sign_in(page, other_person);
  await context.setOffline(true);
  await page.goto(`/posts/${thread}`);
  await page.getByRole('heading', { name: 'You are off line' }).waitFor();
  assert.ok(!(await page.content()).includes(canary));
});

test('a session that is ended from afar takes what was read with it', async () => {
  await read();
  const { context: elsewhere, } = await open_context(browser, server.origin);
  const other_page = await elsewhere.newPage();
  await sign_in(other_page, person);
  await other_page.goto('/me/sessions');
  await other_page.getByRole('button', { name: 'End all others' }).click();
  await elsewhere.close();
  await page.goto(`/posts/${thread}`);
  await page.getByLabel('Password').waitFor();
  await until(async () => ((await on_the_device(page)).stores.pages ?? 0) === 0, 'what was read is gone');
  await context.setOffline(true);
  await page.goto(`/posts/${thread}`);
  await page.getByRole('heading', { name: 'You are off line' }).waitFor();
});

// Every file that a browser has left in a folder, as bytes.
function bytes_in(folder) {
  return readdirSync(folder, { recursive: true }).map((name) => join(folder, name)).filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .map((file) => readFileSync(file)).reduce((all, bytes) => Buffer.concat([all, bytes]), Buffer.alloc(0));
}

test('whoever copies the browser\'s files reads nothing; the key is gone with the browser, and comes back from the server alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-profile-'));
  let profile = await open_profile(folder, server.origin);
  try {
    page = await profile.newPage();
    await sign_in(page, person);
    await read();
    const cookies = await profile.cookies(`${server.origin}/app/worker.js`);
    const secret = cookies.find(({ name }) => name === 'kith-pages').value.split('.')[1];
    // What lies there in clear is found, or the search below would say nothing.
    await page.evaluate(() => localStorage.setItem('control', 'A phrase that is not sealed'));
    await page.waitForTimeout(1500);
    await profile.close();
    const bytes = bytes_in(folder);
    assert.ok(bytes.includes('A phrase that is not sealed') || bytes.includes(Buffer.from('A phrase that is not sealed', 'utf16le')), 'the control');
    for (const words of [canary, group.name, secret]) assert.ok(!bytes.includes(words) && !bytes.includes(Buffer.from(words, 'utf16le')), `on the disk: ${words}`);

    profile = await open_profile(folder, server.origin);
    await profile.setOffline(true);
    page = await profile.newPage();
    await page.goto(`/posts/${thread}`);
    await page.getByText('Nothing of Kith is open on this device now.').waitFor();
    await profile.setOffline(false);
    await page.goto('/groups');
    await until(async () => (await profile.cookies(`${server.origin}/app/worker.js`)).some(({ name }) => name === 'kith-pages'), 'the server has given the key again');
    await profile.setOffline(true);
    await page.goto(`/posts/${thread}`);
    await page.getByText(canary).first().waitFor();
  } finally {
    await profile.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
