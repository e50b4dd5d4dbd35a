// "Notify this device": offered where a browser can, said where it does not, and what the worker shows when a message
// comes. (Chromium without its maker's service cannot subscribe; the way through a push service is in tests/reach.)
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open_browser, person_at, until } from './browser.mjs';
import { two_in_one_group } from './demo.mjs';
import { start_demo } from './server.mjs';

let server, browser, person;

before(async () => {
  const started = await start_demo();
  server = started.server;
  ({ people: [person] } = two_in_one_group(started.demo));
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test('without scripts the form stays away, and the page says what else there is', async () => {
  const { context, page } = await person_at(browser, server.origin, person, { javaScriptEnabled: false });
  await page.goto('/me/reach');
  assert.equal(await page.getByRole('button', { name: 'Notify this device' }).count(), 0);
  // Playwright switches scripts off in a way that leaves <noscript> hidden; that it is there is seen in the markup.
  assert.match(await page.content(), /E-mail works without\./);
  await context.close();
});

test('a refusal is said beside the button', async () => {
  const { context, page } = await person_at(browser, server.origin, person);
  await page.goto('/me/reach');
  await page.getByRole('button', { name: 'Notify this device' }).click();
  await page.getByRole('alert').filter({ hasText: 'did not allow it' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/me/reach');
  await context.close();
});

test('a message shows one notification, in words of our own', async () => {
  const { context, page } = await person_at(browser, server.origin, person);
  await context.grantPermissions(['notifications'], { origin: server.origin });
  const line = await context.newCDPSession(page);
  const registrations = [];
  line.on('ServiceWorker.workerRegistrationUpdated', (event) => registrations.push(...event.registrations));
  await line.send('ServiceWorker.enable');
  await page.goto('/me/reach');
  await page.getByRole('button', { name: 'Notify this device' }).click();
  const { registrationId } = await until(() => registrations.at(-1), 'the worker to be registered');
  const titles = () => page.evaluate(async () => {
    const [registration] = await navigator.serviceWorker.getRegistrations();
    return (await registration.getNotifications()).map(({ title }) => title);
  });
  await until(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistrations())[0]?.active)), 'the worker to be active');
  for (let i = 0; i < 2; ++i) await line.send('ServiceWorker.deliverPushMessage', { origin: server.origin, registrationId, data: 'words from somebody' });
  await until(async () => (await titles()).length > 0, 'a notification');
  assert.deepEqual(await titles(), ['There is something for you in Kith']);
  await context.close();
});
