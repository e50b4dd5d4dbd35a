// The weights of the face detector as the module reads them (src/faces/weights.hpp), made of the two files
// that the package has: bytes, and a list of what they stand for.
import { readFileSync } from 'node:fs';
import { join, resolve, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const model = resolve(dirname(fileURLToPath(import.meta.url)), '../node_modules/@vladmandic/face-api/model');
const middle = ['depthwise_filter', 'pointwise_filter', 'bias'];
const wanted = ['conv0/filters', 'conv0/bias', ...[1, 2, 3, 4, 5].flatMap((layer) => middle.map((name) => `conv${layer}/${name}`)), 'conv8/filters', 'conv8/bias'];

export function face_weights() {
  const [{ weights }] = JSON.parse(readFileSync(join(model, 'tiny_face_detector_model-weights_manifest.json'), 'utf8'));
  const names = weights.map(({ name }) => name);
  if (names.join() !== wanted.join()) throw new Error(`the weights of the face detector are others than thought: ${names.join(', ')}`);
  const scales = Buffer.alloc(weights.length * 16);
  weights.forEach(({ quantization }, place) => {
    if (quantization?.dtype !== 'uint8') throw new Error('the weights of the face detector are no bytes');
    scales.writeDoubleLE(quantization.scale, place * 16);
    scales.writeDoubleLE(quantization.min, place * 16 + 8);
  });
  return Buffer.concat([scales, readFileSync(join(model, 'tiny_face_detector_model.bin'))]);
}
