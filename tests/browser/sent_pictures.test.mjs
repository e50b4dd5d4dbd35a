// Pictures from the field to the other members' page, with the real server: by scripts in pieces, over a line that
// breaks; and by the form alone. What goes wrong in more ways than a server can be made to is in uploads.test.mjs.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { open_browser, person_at, Scripts, until } from './browser.mjs';
import { two_in_one_group } from './demo.mjs';
import { bytes_of, draw, pixels_of, with_camera_data } from './drawn.mjs';
import { Line, start_proxy } from './proxy.mjs';
import { start_demo } from './server.mjs';

const camera_words = 'What the camera knows: 51.5 north';
const sent_ms_max = 40_000;  // a picture is made anew on the way, on a machine that is busy with other tests
const face = { x: 0.3, y: 0.3, width: 0.3, height: 0.08 };
let server, demo, browser, group, ada, ben, proxy, context;

before(async () => {
  ({ server, demo } = await start_demo());
  ({ group, people: [ada, ben] } = two_in_one_group(demo));
  [browser, proxy] = await Promise.all([open_browser(), start_proxy(server.origin)]);
});

afterEach(() => context?.close());

after(async () => {
  await browser?.close();
  await proxy?.close();
  await server?.close();
});

async function open(person, origin = server.origin, settings = {}) {
  const opened = await person_at(browser, origin, person, settings);
  context = opened.context;
  await opened.page.goto(`/groups/${group.id}`);
  await opened.page.getByText('Add pictures or a document').click();
  return opened;
}

const drawing = async (page, faces, grain = 400) => with_camera_data(bytes_of(await page.evaluate(draw, { width: 1200, height: 1200, faces, grain })), camera_words);
const choose = (page, buffer) => page.locator('input[type=file]').setInputFiles([{ name: 'Nan at 14 Mill Lane.jpg', mimeType: 'image/jpeg', buffer }]);
const button = (page, name) => page.getByRole('button', { name, exact: true });

// The picture of the post with these words, as another member is given it.
async function seen_by(person, words) {
  const { context: theirs, page, ear } = await person_at(browser, server.origin, person);
  await page.goto(`/groups/${group.id}`);
  const picture = page.locator('.post').filter({ hasText: words }).locator('img').first();
  await picture.waitFor();
  const answer = await page.request.get(await picture.getAttribute('src'));
  const [bytes, alternative] = [await answer.body(), await picture.getAttribute('alt')];
  const sight = await page.evaluate(pixels_of, [`data:${answer.headers()['content-type']};base64,${bytes.toString('base64')}`]);
  ear.hears_nothing();
  await theirs.close();
  return { bytes, alternative, sight };
}

// The greatest step between two pixels side by side.
function sharpness({ width, height, pixels }, part) {
  const bytes = Buffer.from(pixels, 'base64');
  let greatest = 0;
  for (let y = Math.ceil(part.y * height); y < (part.y + part.height) * height - 1; ++y) {
    for (let x = Math.ceil(part.x * width); x < (part.x + part.width) * width - 2; ++x) {
      const at = (y * width + x) * 4;
      greatest = Math.max(greatest, Math.abs(bytes[at] - bytes[at + 4]));
    }
  }
  return greatest;
}

test('a picture goes with a post, over a line that breaks, and the face is blurred for whoever sees it', async () => {
  const { page, ear } = await open(ada, proxy.origin);
  ear.expect(/ERR_|live/);
  await choose(page, bytes_of(await page.evaluate(draw, { width: 1200, height: 1200, faces: [[100, 0, 800]], grain: 400 })));
  await page.getByText('found 1 face').waitFor();
  await page.getByLabel('What can be seen in picture 1?').fill('A drawing of a face');
  await page.getByRole('textbox', { name: 'What is on your mind?' }).fill('The new poster is up.');
  let pieces = 0;
  page.on('requestfinished', (request) => {
    if (request.method() === 'POST' && /\/files\/\w+$/.test(request.url()) && ++pieces === 1) proxy.set(Line.cut);
  });
  await button(page, `Post to ${group.name}`).click();
  await page.getByText('The line is down.').first().waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'What is on your mind?' }).inputValue(), 'The new poster is up.');
  proxy.set(Line.whole);
  await page.locator('.post').filter({ hasText: 'The new poster is up.' }).locator('img').first().waitFor({ timeout: sent_ms_max });
  const { bytes, alternative, sight } = await seen_by(ben, 'The new poster is up.');
  assert.equal(alternative, 'A drawing of a face');
  assert.ok(!bytes.includes('Mill Lane'));
  assert.ok(sharpness(sight, face) < 16, `the eyes are gone: ${sharpness(sight, face)}`);
});

test('what was left clear is clear, and nothing of the camera arrives', async () => {
  const { page, ear } = await open(ada);
  await choose(page, await drawing(page, [], 300));
  await page.getByText('found no faces').waitFor();
  await page.getByLabel('What can be seen in picture 1?').fill('A drawing of nothing');
  await page.getByRole('textbox', { name: 'What is on your mind?' }).fill('A drawing from the wall.');
  await button(page, `Post to ${group.name}`).click();
  await page.locator('.post').filter({ hasText: 'A drawing from the wall.' }).locator('img').first().waitFor();
  const { bytes } = await seen_by(ben, 'A drawing from the wall.');
  assert.ok(!bytes.includes(camera_words) && !bytes.includes('Exif'));
  ear.hears_nothing();
});

test('in a conversation the page stays, and the next message starts without the picture', async () => {
  const { page } = await open(ada);
  await page.goto('/messages/new');
  const person = page.locator('label.choice').filter({ hasText: ben.name });
  await person.click();
  await page.locator('#body').fill('Have you seen this?');
  await page.getByText('Add pictures or a document').click();
  await choose(page, await drawing(page, [], 100));
  await page.getByText('found no faces').waitFor();
  await page.getByLabel('What can be seen in picture 1?').fill('Lines');
  await button(page, 'Send').click();
  await page.waitForURL(/\/messages\/(?!new)\w+/, { timeout: sent_ms_max });
  await page.locator('img[alt="Lines"]').waitFor();
  await page.getByText('Add pictures or a document').click();
  await choose(page, await drawing(page, [], 100));
  await page.getByText('found no faces').waitFor();
  await page.getByLabel('What can be seen in picture 1?').fill('More lines');
  await page.locator('#body').fill('And this one');
  await button(page, 'Send').click();
  await page.locator('img[alt="More lines"]').waitFor({ timeout: sent_ms_max });
  await until(async () => (await page.locator('.picture').count()) === 0, 'the card is gone');
  assert.equal(await page.locator('form.composer [name=file_id]').count(), 0);
});

test('without scripts the form does it, but for the blur, and says so', async () => {
  const { page: drawer, context: drawing_context } = await person_at(browser, server.origin, ada);
  const picture = await drawing(drawer, [], 100);
  await drawing_context.close();
  const { page } = await open(ada, server.origin, { scripts: Scripts.off });
  await page.getByText('look for faces, names and places first').waitFor();
  await choose(page, picture);
  await page.getByLabel('What can be seen, in a sentence').fill('A plain drawing');
  await page.getByRole('textbox', { name: 'What is on your mind?' }).fill('Sent without a script.');
  await button(page, `Post to ${group.name}`).click();
  await page.locator('img[alt="A plain drawing"]').first().waitFor();
});
