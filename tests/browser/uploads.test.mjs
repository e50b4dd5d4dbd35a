// What somebody chooses stays on their device until it is sent: faces are blurred there, what the camera wrote is left
// behind, and a line that breaks costs nothing. Nobody was photographed for this: the faces are drawn.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { open_browser, open_context } from './browser.mjs';
import { bytes_of, draw, pixels_of, with_camera_data } from './drawn.mjs';
import { cut_text, too_wide } from './looks.mjs';
import { Mishap, start_receiver } from './receiver.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const words = 'What the camera knows: 51.5 north';
const two_faces = { width: 1200, height: 900, faces: [[112, 0, 525], [637, 75, 465]], grain: 380 };
// Where the eyes of each face are, as parts of the picture.
const eyes = [{ x: 0.24, y: 0.23, width: 0.15, height: 0.06 }, { x: 0.65, y: 0.29, width: 0.13, height: 0.06 }];
let receiver, browser, context, page, ear;

before(async () => {
  [receiver, browser] = await Promise.all([start_receiver(), open_browser()]);
});

after(async () => {
  await browser?.close();
  receiver?.close();
});

beforeEach(() => open_page());

afterEach(async () => {
  receiver.mishaps = [];
  receiver.down = false;
  await context.close();
});

async function open_page(settings = {}) {
  ({ context, ear } = await open_context(browser, receiver.origin, { serviceWorkers: 'block', ...settings }));
  page = await context.newPage();
  receiver.files.clear();
  receiver.begun = 0;
  receiver.posted = [];
  receiver.pieces = [];
  await page.goto('/component-pictures.html');
  // The card of the example shows how it looks; the script makes its own.
  await page.evaluate(() => document.querySelector('.picture-list').remove());
}

const drawn = async (what = two_faces) => bytes_of(await page.evaluate(draw, what));
const choose = (...files) => page.locator('input[type=file]').setInputFiles(files.map(([name, mimeType, buffer]) => ({ name, mimeType, buffer })));
const says = (said) => page.getByRole('status').filter({ hasText: said }).first().waitFor();
const button = (name) => page.getByRole('button', { name, exact: true });
const send = () => button('Post to Tuesday Group').click();
const is_posted = () => page.waitForURL('**/component-poll.html', { waitUntil: 'load', timeout: 40_000 });
// With a sentence for each picture that has none.
const describe = async () => { for (const field of await page.getByLabel('What can be seen in').all()) if (await field.inputValue() === '') await field.fill('A drawing'); };
const post = async () => { await describe(); await send(); await is_posted(); };
const posted = (name) => receiver.posted[0].filter(([field]) => field === name).map(([, value]) => value);
const arrived = () => [...receiver.files.values()].map((file) => file.arrived);
const address_of = (jpeg) => `data:image/jpeg;base64,${jpeg.toString('base64')}`;

async function choose_two_faces() {
  await choose(['IMG_20261121.jpg', 'image/jpeg', await drawn()]);
  await says('found 2 faces');
}

// How sharp a part of a picture is: the greatest step between two pixels side by side.
async function sharpness(jpeg, part) {
  const { width, height, pixels } = await page.evaluate(pixels_of, [address_of(jpeg)]);
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

const is_sharp = async (jpeg, part) => (await sharpness(jpeg, part)) > 60;
const is_blurred = async (jpeg, part) => (await sharpness(jpeg, part)) < 12;

test('nothing of pictures is fetched before somebody is about to choose one', async () => {
  // The example brings the style along, to be looked at.
  const fetched = () => ear.requests.filter((address) => /\/assets\/(pictures|faces)-\w+\.(js|wasm|weights)$/.test(address));
  await page.waitForTimeout(300);
  assert.deepEqual(fetched(), []);
  await choose_two_faces();
  assert.equal(fetched().length, 4, 'script, worker, module, weights');
  assert.equal(ear.requests.filter((address) => address.includes('/files')).length, 0, 'and nothing was sent');
  ear.hears_nothing();
});

test('what the camera wrote and the name of the file stay behind', async () => {
  const jpeg = with_camera_data(await drawn({ width: 1600, height: 1200, faces: [[450, 250, 700]] }), words);
  assert.ok(jpeg.includes(words) && jpeg.includes('Exif'));
  await choose(['Nan at 14 Mill Lane.jpg', 'image/jpeg', jpeg]);
  // The camera says that it lies on its side: so it is shown, 1200 wide and 1600 high, with the face lying down.
  await page.getByText('What can be seen in picture 1?').waitFor();
  assert.equal(await page.locator('.picture-stage canvas').evaluate((canvas) => `${canvas.width}x${canvas.height}`), '1200x1600');
  await page.locator('#body').fill('Hello');
  await post();
  const [bytes] = arrived();
  assert.ok(!bytes.includes(words) && !bytes.includes('Exif'), 'no metadata');
  assert.ok(!JSON.stringify(receiver.posted).includes('Mill Lane'), 'nor the name of the file');
  ear.hears_nothing();
});

test('each face that was found is blurred in the bytes that arrive, unless it was left clear', async () => {
  await choose_two_faces();
  assert.equal(await page.locator('input[type=file]').evaluate((input) => input.files.length), 0, 'the field itself holds nothing');
  await button('Blur face 2').click();
  await says('Face 2 is clear.');
  await page.locator('#body').fill('Hello');
  await page.getByLabel('What can be seen in picture 1?').fill('Two drawn faces');
  await post();
  const [bytes] = arrived();
  assert.ok(await is_blurred(bytes, eyes[0]), `the first face: ${await sharpness(bytes, eyes[0])}`);
  assert.ok(await is_sharp(bytes, eyes[1]), 'the second is clear');
  assert.ok(await is_sharp(await drawn(), eyes[0]), 'the first was clear before');
  assert.deepEqual(posted('file_id'), ['f1']);
  assert.deepEqual(posted('alternative'), ['Two drawn faces']);
  assert.deepEqual(posted('file'), []);
  ear.hears_nothing();
});

test('a blur is set, moved, sized and taken away by keyboard alone', async () => {
  await choose(['a.png', 'image/png', await drawn({ width: 800, height: 600, faces: [], type: 'image/png' })]);
  await says('found no faces');
  await page.locator('input[type=file]').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const spot = button('Blur place 1');
  await spot.waitFor();
  assert.ok(await spot.evaluate((element) => element === document.activeElement), 'the new blur has the focus');
  const box = () => spot.evaluate(({ style }) => [style.left, style.top, style.width].map(parseFloat));
  const before_moves = await box();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', '+']) await page.keyboard.press(key);
  const after_moves = await box();
  assert.ok(after_moves[0] < before_moves[0] - 3.9 && after_moves[1] < before_moves[1] - 1.9 && after_moves[2] > before_moves[2], `${before_moves} ${after_moves}`);
  await page.keyboard.press('Space');
  await says('Place 1 is clear.');
  assert.equal(await spot.getAttribute('aria-pressed'), 'false');
  await page.keyboard.press('Delete');
  await spot.waitFor({ state: 'detached' });
  await says('The blur on place 1 is gone.');
  ear.hears_nothing();
});

test('a tap places a blur, a mouse draws one', async () => {
  await choose(['a.jpg', 'image/jpeg', await drawn({ width: 800, height: 600, faces: [] })]);
  await says('found no faces');
  const stage = await page.locator('.picture-stage').boundingBox();
  await page.mouse.click(stage.x + stage.width * 0.25, stage.y + stage.height * 0.5);
  await button('Blur place 1').waitFor();
  await page.mouse.move(stage.x + stage.width * 0.6, stage.y + stage.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(stage.x + stage.width * 0.9, stage.y + stage.height * 0.7, { steps: 5 });
  await page.mouse.up();
  const drawn_box = await button('Blur place 2').evaluate(({ style }) => [style.left, style.top, style.width, style.height].map((value) => Math.round(parseFloat(value))));
  assert.deepEqual(drawn_box, [60, 20, 30, 50]);
  // Dragging moves, and does not count as a press.
  await page.mouse.move(stage.x + stage.width * 0.75, stage.y + stage.height * 0.4);
  await page.mouse.down();
  await page.mouse.move(stage.x + stage.width * 0.65, stage.y + stage.height * 0.4, { steps: 5 });
  await page.mouse.up();
  assert.equal(await button('Blur place 2').evaluate(({ style }) => Math.round(parseFloat(style.left))), 50);
  assert.equal(await button('Blur place 2').getAttribute('aria-pressed'), 'true');
});

test('of what is blurred a smooth passage between a few colours is left', async () => {
  await choose_two_faces();
  const canvas = await page.locator('.picture-stage canvas').evaluate((element) => element.toDataURL('image/png'));
  const { width, pixels } = await page.evaluate(pixels_of, [canvas]);
  const bytes = Buffer.from(pixels, 'base64');
  const row = Math.round(0.26 * 900);
  const colours = new Set();
  for (let x = Math.round(0.24 * width); x < 0.39 * width; ++x) colours.add(bytes[(row * width + x) * 4]);
  const steps = [...colours].sort((one, other) => one - other);
  assert.ok(Math.max(...steps.slice(1).map((value, place) => value - steps[place])) <= 4, 'a smooth passage');
});

test('a line that breaks in the middle of a picture costs nothing', async () => {
  ear.expect(/ERR_|503|409|404/);
  await choose_two_faces();
  await page.locator('#body').fill('Hello');
  receiver.mishaps = [undefined, Mishap.down, Mishap.torn, Mishap.unanswered, Mishap.busy];
  await describe();
  await send();
  await page.getByRole('progressbar', { name: 'Sending picture 1' }).waitFor();
  await page.getByText('The line is down.').first().waitFor();
  const come = receiver.pieces.length;
  assert.ok(await page.locator('.picture-stage').evaluate(({ inert }) => inert), 'what is on its way is not changed');
  receiver.down = false;
  await is_posted();
  const [bytes] = arrived();
  assert.equal(receiver.pieces.reduce((sum, piece) => sum + piece.bytes, 0), bytes.length, 'no byte was kept twice');
  assert.deepEqual([bytes.subarray(0, 2), bytes.subarray(-2)], [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])], 'a whole JPEG');
  assert.ok(come >= 1 && receiver.pieces.length >= 3, `in several pieces: ${JSON.stringify(receiver.pieces)}`);
  ear.hears_nothing();
});

test('what was begun and is forgotten by the server is begun again', async () => {
  ear.expect(/404/);
  await choose_two_faces();
  await page.locator('#body').fill('Hello');
  receiver.mishaps = [undefined, Mishap.forgotten];
  await post();
  assert.ok(arrived().every(({ length }) => length > 0));
  assert.equal(posted('file_id').length, 1);
  ear.hears_nothing();
});

test('sending can be stopped, and goes on from where it was; words and pictures stay', async () => {
  ear.expect(/ERR_/);
  await choose_two_faces();
  await page.locator('#body').fill('Hello');
  receiver.mishaps = [undefined, Mishap.down];
  await describe();
  await send();
  await page.getByText('The line is down.').first().waitFor();
  await button('Stop sending').click();
  await says('Stopped. Nothing was posted.');
  assert.equal(await page.locator('#body').inputValue(), 'Hello');
  assert.equal(receiver.posted.length, 0);
  receiver.down = false;
  const kept = receiver.pieces.length;
  await post();
  assert.equal(receiver.files.size, 1, 'the same upload');
  assert.ok(kept >= 1 && receiver.pieces[kept].offset > 0, 'not from the beginning');
  ear.hears_nothing();
});

test('a page that is loaded anew has let the picture go, and says so beside the words', async () => {
  await choose_two_faces();
  await page.locator('#body').fill('Here is the board.');
  await says('Draft kept on this device.');
  await page.reload();
  await says('Your draft is back. The picture or document that you had chosen is not: choose it again.');
  assert.equal(await page.locator('#body').inputValue(), 'Here is the board.');
  await page.locator('#body').fill('');
  await page.locator('#body').fill('Words alone.');
  await says('Draft kept on this device.');
  await page.reload();
  await says('Your draft is back.');
  assert.equal(await page.getByText('choose it again').count(), 0);
  await page.locator('#body').fill('');
});

test('a picture that is taken away while it is on its way goes with nothing', async () => {
  ear.expect(/ERR_/);
  await choose_two_faces();
  await page.locator('#body').fill('Hello');
  receiver.mishaps = [undefined, Mishap.down];
  await describe();
  await send();
  await page.getByText('The line is down.').first().waitFor();
  receiver.down = false;
  await button('Take picture 1 away').click();
  await says('Stopped. Nothing was posted.');
  await post();
  assert.deepEqual([posted('file_id'), receiver.files.size], [[], 0]);
  ear.hears_nothing();
});

test('blurs that are changed after a stop are sent anew', async () => {
  ear.expect(/ERR_/);
  await choose_two_faces();
  await page.locator('#body').fill('Hello');
  receiver.mishaps = [undefined, Mishap.down];
  await describe();
  await send();
  await page.getByText('The line is down.').first().waitFor();
  await button('Stop sending').click();
  await says('Stopped.');
  receiver.down = false;
  await button('Blur face 1').click();
  await post();
  const whole = [...receiver.files.entries()].filter(([, file]) => file.arrived.length === file.bytes);
  assert.equal(whole.length, 1, 'what was begun is ended');
  assert.deepEqual(posted('file_id'), [whole[0][0]]);
  assert.ok(await is_sharp(whole[0][1].arrived, eyes[0]), 'the face that was left clear');
  ear.hears_nothing();
});

test('a picture that the server cannot keep is said so in its words, and nothing is posted', async () => {
  ear.expect(/422/);
  await choose_two_faces();
  await page.locator('#body').fill('Hello');
  receiver.mishaps = [Mishap.refused];
  await describe();
  await send();
  await page.locator('.picture .field-error').filter({ hasText: 'This picture could not be read.' }).waitFor();
  assert.equal(receiver.posted.length, 0);
  await button('Take picture 1 away').click();
  await post();
  assert.deepEqual(posted('file_id'), []);
});

test('a picture without a sentence goes only by a choice', async () => {
  await choose_two_faces();
  await page.locator('#body').fill('Hello');
  await send();
  await says('Say what can be seen, or choose to send it without a sentence.');
  assert.equal(receiver.files.size, 0, 'nothing has left');
  assert.ok(await page.getByLabel('What can be seen in picture 1?').evaluate((field) => field === document.activeElement));
  await page.getByLabel('Send it without a sentence').check();
  await send();
  await is_posted();
  assert.deepEqual([posted('undescribed'), posted('alternative')], [['yes'], ['']]);
  ear.hears_nothing();
});

test('a picture that this device cannot open is sent as it is only by a choice; a document says what is not done', async () => {
  await choose(['IMG_7.HEIC', 'image/heic', Buffer.from('no picture that a browser opens')], ['report.pdf', 'application/pdf', Buffer.from('%PDF-1.7 nothing')]);
  await says('This device cannot open picture 1.');
  await says('Nobody looks for faces or names in it.');
  await page.locator('#body').fill('Hello');
  await send();
  await says('There is something to choose above.');
  assert.equal(receiver.files.size, 0, 'nothing has left');
  await button('Send it as it is').click();
  await says('Any face in it can be seen.');
  await post();
  assert.equal(posted('file_id').length, 2);
  ear.hears_nothing();
});

test('where the detector cannot come, blurring by hand goes on; without its script nothing is sent', async () => {
  ear.expect(/ERR_FAILED/);
  await page.route(/\/assets\/faces-/, (route) => route.abort());
  await choose(['a.jpg', 'image/jpeg', await drawn()]);
  await says('Faces could not be looked for on this device.');
  await button('Add a blur').click();
  await button('Blur place 1').waitFor();
  await page.route(/\/assets\/pictures-/, (route) => route.abort());
  await page.reload();
  await choose(['a.jpg', 'image/jpeg', await drawn()]);
  await says('What prepares pictures did not arrive.');
  assert.equal(await page.locator('input[type=file]').evaluate((input) => input.files.length), 0);
});

test('it can be read by a screen reader, and fits 320 pixels', async () => {
  for (const settings of [{ viewport: { width: 320, height: 640 } }, { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }]) {
    await context.close();
    await open_page(settings);
    await choose_two_faces();
    await button('Add a blur').click();
    assert.deepEqual(await page.evaluate(too_wide), []);
    assert.deepEqual(await page.evaluate(cut_text), []);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations);
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), []);
  }
});
