// The pause that a writer has chosen for late hours: with the script and without it, and what can be chosen there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Scripts, open_browser, person_at } from './browser.mjs';
import { two_in_one_group } from './demo.mjs';
import { faults_of } from './faults.mjs';
import { start_demo } from './server.mjs';

let server, browser, writer, group;

before(async () => {
  const started = await start_demo();
  server = started.server;
  ({ group, people: [writer] } = two_in_one_group(started.demo));
  browser = await open_browser();
  const { page, context } = await person_at(browser, server.origin, writer);
  await page.goto('/me/quiet');
  await page.getByLabel('Late at night').check();
  // Nearly always: a test knows no hour.
  await page.locator('#pause_from').fill('00:00');
  await page.locator('#pause_until').fill('23:59');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await context.close();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

async function write(page, words) {
  await page.goto(`/groups/${group.id}`);
  await page.getByRole('textbox', { name: 'What is on your mind?' }).fill(words);
  await page.getByRole('button', { name: `Post to ${group.name}` }).click();
  await page.getByRole('heading', { name: 'If it were about you' }).waitFor();
}

for (const scripts of [Scripts.on, Scripts.off]) {
  test(`words come back once, and go or wait as their writer says: scripts ${scripts === Scripts.on ? 'on' : 'off'}`, async () => {
    const { page, ear, context } = await person_at(browser, server.origin, writer, { scripts, viewport: { width: 320, height: 640 } });
    ear.expect(/422/);
    await write(page, 'I have said yes to everything again.');
    assert.equal(await page.getByLabel('Your words').inputValue(), 'I have said yes to everything again.');
    if (scripts === Scripts.on) assert.deepEqual(await faults_of(page, ear), []);
    await page.getByRole('button', { name: `Post to ${group.name}` }).click();
    await page.waitForURL('**/posts/**');
    await write(page, 'Tomorrow will do for this one.');
    await page.getByRole('button', { name: 'Hold it until the morning' }).click();
    await page.getByText('Not sent yet. Only you see this').waitFor();
    ear.hears_nothing();
    await context.close();
  });
}
