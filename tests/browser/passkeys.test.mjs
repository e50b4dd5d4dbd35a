// "Sign in with this device", with a real authenticator of Chromium's own making (CDP): making a passkey, signing in with
// it, showing once more that it is me, and what is refused.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { open_browser, open_context, sign_in, until } from './browser.mjs';
import { two_in_one_group } from './demo.mjs';
import { faults_of } from './faults.mjs';
import { start_demo } from './server.mjs';

let server, demo, browser, origin, people;

before(async () => {
  const started = await start_demo();
  server = started.server;
  demo = started.demo;
  people = demo.people;
  // Passkeys belong to a name, and 127.0.0.1 is none.
  origin = server.origin.replace('127.0.0.1', 'localhost');
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

// A page with a device that verifies its holder.
async function page_with_device(settings = {}) {
  const { context, ear } = await open_context(browser, origin, { serviceWorkers: 'block' });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('WebAuthn.enable');
  const { authenticatorId } = await line.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
    automaticPresenceSimulation: true, ...settings,
  } });
  const credentials = async () => (await line.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
  const verified = (isUserVerified) => line.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  return { context, ear, page, line, authenticatorId, credentials, verified };
}

async function add_device(page, name) {
  await page.goto('/me/getting-in');
  await page.getByLabel('What do you call this device?').fill(name);
  await page.getByRole('button', { name: 'Sign in with this device from now on' }).click();
  await page.getByRole('button', { name: `Remove ${name}` }).waitFor();
}

async function sign_out(page) {
  await page.goto('/me');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/session');
}

test('a device is added, and signs in by itself', async () => {
  const person = people[0];
  const { context, ear, page, credentials } = await page_with_device();
  await sign_in(page, person);
  await add_device(page, 'My phone');
  const [credential] = await credentials();
  assert.equal(credential.rpId, 'localhost');
  assert.equal(credential.isResidentCredential, true);
  await sign_out(page);
  await page.goto('/session?back=/me/getting-in');
  await page.getByRole('button', { name: 'Sign in with this device' }).click();
  await page.waitForURL('**/me/getting-in');
  await page.getByText('You signed in').first().waitFor();
  await page.goto('/me');
  assert.equal(await page.getByLabel('Your name').inputValue(), person.name);
  ear.hears_nothing();
  await context.close();
});

test('the same device is not added twice, and a removed one signs in no more', async () => {
  const { context, ear, page } = await page_with_device();
  await sign_in(page, people[1]);
  await add_device(page, 'My computer');
  await page.getByLabel('What do you call this device?').fill('Again');
  await page.getByRole('button', { name: 'Sign in with this device from now on' }).click();
  await page.getByRole('alert').filter({ hasText: 'this device is here already' }).waitFor();
  await page.getByRole('button', { name: 'Remove My computer' }).click();
  await page.getByText('A device was removed').waitFor();
  await sign_out(page);
  ear.expect(/status of 422/);
  await page.getByRole('button', { name: 'Sign in with this device' }).click();
  await page.getByText('That did not work.').first().waitFor();
  assert.equal(new URL(page.url()).pathname, '/session/passkey');
  ear.hears_nothing();
  await context.close();
});

test('who is not verified by the device is not let in, and has a way on', async () => {
  const { context, ear, page, verified } = await page_with_device();
  await sign_in(page, people[2]);
  await add_device(page, 'My phone');
  await sign_out(page);
  await verified(false);
  await page.getByRole('button', { name: 'Sign in with this device' }).click();
  await page.getByRole('alert').filter({ hasText: 'use your password' }).waitFor();
  await sign_in(page, people[2]);
  ear.hears_nothing();
  await context.close();
});

test('what was answered once is answered no second time', async () => {
  const { context, ear, page } = await page_with_device();
  await sign_in(page, people[3]);
  await add_device(page, 'My phone');
  await sign_out(page);
  const sent = page.waitForRequest((request) => request.method() === 'POST' && new URL(request.url()).pathname === '/session/passkey');
  await page.getByRole('button', { name: 'Sign in with this device' }).click();
  const form = (await sent).postData();
  await page.waitForURL('**/groups');
  const again = await fetch(`${origin}/session/passkey`, {
    method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json', Origin: origin }, body: form,
  });
  assert.equal(again.status, 422);
  ear.hears_nothing();
  await context.close();
});

test('a copied device is refused, and its holder is told', async () => {
  const { context, ear, page, line, authenticatorId, credentials } = await page_with_device();
  await sign_in(page, people[4]);
  await add_device(page, 'My phone');
  const [copy] = await credentials();
  await sign_out(page);
  await page.getByRole('button', { name: 'Sign in with this device' }).click();
  await page.waitForURL('**/groups');
  await sign_out(page);
  // Whoever copied it stands where it stood then.
  await line.send('WebAuthn.removeCredential', { authenticatorId, credentialId: copy.credentialId });
  await line.send('WebAuthn.addCredential', { authenticatorId, credential: { ...copy, signCount: 0 } });
  ear.expect(/status of 422/);
  await page.getByRole('button', { name: 'Sign in with this device' }).click();
  await page.getByText('That did not work.').first().waitFor();
  await page.goto('/session');
  await sign_in(page, people[4]);
  await page.goto('/me/getting-in');
  await page.getByText('there may be a copy').waitFor();
  ear.hears_nothing();
  await context.close();
});

test('without scripts the password is there, and the page says so', async () => {
  const { context } = await open_context(browser, origin, { scripts: 'scripts off' });
  const plain = await context.newPage();
  await plain.goto('/session');
  assert.equal(await plain.getByRole('button', { name: 'Sign in with this device' }).count(), 0);
  await sign_in(plain, people[0]);
  await plain.goto('/me/getting-in');
  assert.match(await plain.content(), /Codes from a phone work without\./);
  await context.close();
});

// What an app on a phone shows (RFC 6238), reckoned apart from the server's own lines.
function code_of(key, ahead = 0) {
  let bits = '';
  for (const letter of key.replace(/ /g, '')) bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0');
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const number = digest.readUInt32BE(digest[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

test('codes from a phone, page by page', async () => {
  const person = people[5];
  const { context, ear } = await open_context(browser, origin);
  const page = await context.newPage();
  ear.expect(/status of 422/);
  const is_faultless = async () => assert.deepEqual(await faults_of(page, ear), []);
  await sign_in(page, person);
  await page.goto('/me/getting-in');
  await page.getByRole('button', { name: 'Turn codes on' }).click();
  await is_faultless();
  const key = await page.getByLabel('The key').inputValue();
  await page.getByLabel('Six digits').fill(code_of(key));
  await page.getByRole('button', { name: 'Turn codes on' }).click();
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
  await is_faultless();
  const paper = await page.locator('.code').first().innerText();
  await page.getByRole('link', { name: 'I have written them down' }).click();
  await page.getByText('You have 10 recovery codes left').waitFor();
  await is_faultless();
  await sign_out(page);
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  await is_faultless();
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('This is not the code of now.').first().waitFor();
  await page.getByLabel('Code').fill(code_of(key, 1));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/groups');
  await page.goto('/session/confirm?back=/me/getting-in');
  await is_faultless();
  await page.getByLabel('Your password').fill(person.password);
  await page.getByLabel('Code').fill(paper);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('You have 9 recovery codes left').waitFor();
  ear.hears_nothing();
  await context.close();
});

test('the way back, page by page', async () => {
  const { people: [lost, friend] } = two_in_one_group(demo);
  const outside = await open_context(browser, origin);
  const page = await outside.context.newPage();
  await page.goto('/session');
  await page.getByRole('link', { name: 'I cannot get in any more' }).click();
  await page.getByLabel('The e-mail address that you sign in with').fill(lost.email);
  await page.getByLabel('A new password').fill('kettle otter tram');
  await page.getByRole('button', { name: 'Ask to be let in again' }).click();
  await page.getByRole('heading', { name: 'Read this to people who know you' }).waitFor();
  const code = await page.locator('.code').innerText();
  assert.deepEqual(await faults_of(page, outside.ear), []);
  await outside.context.close();

  const { context, ear } = await open_context(browser, origin);
  const other = await context.newPage();
  await sign_in(other, friend);
  await other.goto('/me/getting-in');
  await other.getByRole('link', { name: 'Somebody I know cannot get in' }).click();
  await other.getByLabel('The code that they read to you').fill(code);
  await other.getByRole('button', { name: 'Go on' }).click();
  await other.getByRole('heading', { name: `Do you speak for ${lost.name}?` }).waitFor();
  assert.deepEqual(await faults_of(other, ear), []);
  await other.getByRole('checkbox').check();
  await other.getByRole('button', { name: `Yes, it is ${lost.name}` }).click();
  await other.getByText('Thank you.').waitFor();
  assert.deepEqual(await faults_of(other, ear), []);
  await context.close();

  const told = await open_context(browser, origin);
  const mine = await told.context.newPage();
  await sign_in(mine, lost);
  await mine.goto('/notices');
  await mine.getByText('Somebody asks to be let in as you').waitFor();
  await mine.goto('/me/getting-in');
  assert.deepEqual(await faults_of(mine, told.ear), []);
  await mine.getByRole('button', { name: 'That is not me. Stop it' }).click();
  await mine.getByText('You stopped it').waitFor();
  told.ear.hears_nothing();
  await told.context.close();
});

test('a session that is ended elsewhere hears no more within a second', async (said) => {
  const { people: [person] } = two_in_one_group(demo);
  const one = await open_context(browser, origin);
  const far = await one.context.newPage();
  await sign_in(far, person);
  await far.goto(`/groups/${two_in_one_group(demo).group.id}`);
  // The stream itself, beside what the page does with it.
  await far.evaluate(() => {
    window.ended_at = 0;
    const after = document.querySelector('[data-after]').dataset.after;
    return new Promise((opened) => {
      fetch(`/live?hear=${after}`, { headers: { Accept: 'text/event-stream' } }).then(async (answer) => {
        const reader = answer.body.getReader();
        await reader.read();
        opened();
        try {
          while (!(await reader.read()).done);
        } catch { /* cut off */ }
        window.ended_at = Date.now();
      });
    });
  });
  const two = await open_context(browser, origin);
  const near = await two.context.newPage();
  await sign_in(near, person);
  await near.goto('/me/sessions');
  const pressed_at = Date.now();
  await near.getByRole('button', { name: 'End all others' }).click();
  const ended_at = await until(() => far.evaluate(() => window.ended_at), 'the stream to end');
  said.diagnostic(`the stream ended ${ended_at - pressed_at} ms after the button was pressed`);
  one.ear.expect(/status of 401|Failed to load|ERR_/);
  await far.goto('/me');
  assert.equal(new URL(far.url()).pathname, '/session');
  await one.context.close();
  await two.context.close();
});
