// The detector of ours says what face-api itself says, with the same weights; it is light, and quick.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { open_browser } from './browser.mjs';
import { draw, pixels_of } from './drawn.mjs';
import { program } from './server.mjs';

const built = join(dirname(program), 'web');
const manifest = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8'));
const package_folder = dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));
const model = join(package_folder, 'model/tiny_face_detector_model');
const bytes_of = (name, coding = 'identity') => readFileSync(join(built, manifest[name].files[coding]));
const numbers_of_face = 5;
const download_bytes_max = 250_000;
const face_score_min = 0.4;  // src/faces/detector.hpp
let browser, page;

before(async () => {
  browser = await open_browser();
  page = await (await browser.newContext()).newPage();
  await page.goto('about:blank');
  await page.addScriptTag({ path: join(package_folder, 'dist/face-api.js') });
  await page.evaluate(async ([list, bytes]) => {
    const { faceapi } = globalThis;
    await faceapi.tf.setBackend('cpu');
    await faceapi.tf.ready();
    globalThis.net = new faceapi.TinyFaceDetector();
    const weights = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0));
    globalThis.net.loadFromWeightMap(faceapi.tf.io.decodeWeights(weights.buffer, JSON.parse(list)[0].weights));
  }, [readFileSync(`${model}-weights_manifest.json`, 'utf8'), readFileSync(`${model}.bin`).toString('base64')]);
});

after(() => browser?.close());

function detector() {
  const module = new WebAssembly.Module(bytes_of('faces.wasm'));
  assert.deepEqual(WebAssembly.Module.imports(module), [], 'it imports nothing');
  const engine = new WebAssembly.Instance(module, {}).exports;
  engine._initialize();
  const put = (given) => {
    const at = engine.faces_reserve(given.length);  // the memory may move
    new Uint8Array(engine.memory.buffer, at, given.length).set(given);
  };
  put(bytes_of('faces.weights'));
  assert.equal(engine.faces_learn(), 1, 'it can read the weights');
  return (...sights) => {
    for (const { width, height, pixels } of sights) {
      put(Buffer.from(pixels, 'base64'));
      engine.faces_look(width, height);
    }
    const at = engine.faces_found();
    return Array.from({ length: engine.faces_count() }, (_, place) => [...new Float32Array(engine.memory.buffer, at + place * numbers_of_face * 4, numbers_of_face)]);
  };
}

// What face-api says of the same pixels.
const theirs = (sight) => page.evaluate(async ([{ width, height, pixels }, scoreThreshold]) => {
  const bytes = atob(pixels);
  const numbers = Float32Array.from({ length: width * height * 3 }, (_, place) => bytes.charCodeAt(Math.floor(place / 3) * 4 + (place % 3)));
  const found = await globalThis.net.locateFaces(globalThis.faceapi.tf.tensor3d(numbers, [height, width, 3]), { inputSize: Math.max(width, height), scoreThreshold });
  return found.map(({ relativeBox: box, score }) => [box.x, box.y, box.width, box.height, score]);
}, [sight, face_score_min]);

const sight_of = async (drawing, width) => page.evaluate(pixels_of, [await page.evaluate(draw, drawing), width]);

test('it finds what face-api finds, to the last places', async () => {
  const look = detector();
  const drawings = [
    [{ width: 416, height: 416, faces: [[0, 0, 416]] }, 416],
    [{ width: 416, height: 416, faces: [[20, 20, 200], [210, 180, 190]] }, 416],
    [{ width: 640, height: 480, faces: [[60, 40, 260], [330, 120, 280]] }, 416],
    [{ width: 600, height: 900, faces: [[150, 200, 300]] }, 416],
    [{ width: 608, height: 608, faces: [[10, 10, 150], [200, 220, 330]] }, 608],
    [{ width: 320, height: 320, faces: [] }, 320],
  ];
  let faces = 0;
  for (const [drawing, width] of drawings) {
    const sight = await sight_of(drawing, width);
    // face-api wants a square; a picture of ours that is none is filled up with black, as it fills it.
    if (Math.max(sight.width, sight.height) % 32 !== 0) continue;
    const [ours, wanted] = [look(sight), await theirs(sight)];
    assert.equal(ours.length, wanted.length, `${JSON.stringify(drawing)}: ${JSON.stringify({ ours, wanted })}`);
    ours.forEach((box, place) => box.forEach((number, at) => assert.ok(Math.abs(number - wanted[place][at]) < 1e-4, `${JSON.stringify({ box, wanted: wanted[place] })}`)));
    faces += ours.length;
  }
  assert.ok(faces >= 5, `it found ${faces} faces in the drawings`);
});

test('small faces are found in the larger sights', async () => {
  const drawing = { width: 1216, height: 912, faces: [[100, 100, 110], [700, 500, 120]] };
  const sights = [];
  for (const width of [416, 832, 1216]) sights.push(await sight_of(drawing, width));
  const look = detector();
  assert.ok(look(sights[0]).length < 2, 'far off, they are missed');
  assert.equal(look(...sights).length, 2);
});

test('what is fetched for it is light, and it is quick', (told) => {
  const sum = ['faces.js', 'faces.wasm', 'faces.weights', 'pictures.js'].reduce((bytes, name) => bytes + bytes_of(name, 'brotli').length, 0);
  told.diagnostic(`worker, module, weights and the script of pictures: ${sum} bytes`);
  assert.ok(sum <= download_bytes_max);
  const look = detector();
  for (const width of [416, 832, 1216]) {
    const sight = { width, height: width * 0.75, pixels: Buffer.alloc(width * width * 0.75 * 4, 128) };
    look(sight);
    const began = performance.now();
    look(sight);
    told.diagnostic(`a picture of ${width} pixels: ${Math.round(performance.now() - began)} ms`);
  }
});
