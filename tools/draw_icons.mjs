// Draws an SVG of ours as a PNG, for the places that take no other: home screens. It knows what our drawings are
// made of and nothing more: a viewBox, rectangles that are filled, paths of M L H V (and m l h v) with round ends.
// Along edges each point is looked at sixteen times. The same drawing always gives the same bytes.
import * as zlib from 'node:zlib';

const looks_a_side = 4;

const attribute = (element, name) => element.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1];
const number_of = (element, name) => Number(attribute(element, name) ?? 0);

function colour_of(text) {
  const hex = text.match(/^#([0-9a-f]{6})$/i)?.[1];
  if (!hex) throw new Error(`a drawing has the colour ${text}`);
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

// The lines of a path, one after another.
function lines_of(path) {
  const lines = [];
  let at = [0, 0];
  for (const [, command, rest] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = [...rest.matchAll(/-?\d*\.?\d+/g)].map(Number);
    const relative = command === command.toLowerCase();
    const kind = command.toUpperCase();
    if (!'MLHV'.includes(kind)) throw new Error(`a drawing has the command ${command}`);
    const step = kind === 'H' || kind === 'V' ? 1 : 2;
    for (let i = 0; i < numbers.length; i += step) {
      const from = at;
      const [x, y] = relative ? at : [0, 0];
      if (kind === 'H') at = [x + numbers[i], from[1]];
      else if (kind === 'V') at = [from[0], y + numbers[i]];
      else at = [x + numbers[i], y + numbers[i + 1]];
      if (kind !== 'M' || i > 0) lines.push([from, at]);
    }
  }
  return lines;
}

function distance([x, y], [[x1, y1], [x2, y2]]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

function rectangle(element) {
  const [x, y, width, height, round] = ['x', 'y', 'width', 'height', 'rx'].map((name) => number_of(element, name));
  const covers = ([px, py]) => {
    const dx = Math.max(x + round - px, px - (x + width - round), 0);
    const dy = Math.max(y + round - py, py - (y + height - round), 0);
    return px >= x && px <= x + width && py >= y && py <= y + height && (round === 0 || Math.hypot(dx, dy) <= round);
  };
  return { colour: colour_of(attribute(element, 'fill')), covers };
}

function stroke(element) {
  const lines = lines_of(attribute(element, 'd'));
  const half = number_of(element, 'stroke-width') / 2;
  return { colour: colour_of(attribute(element, 'stroke')), covers: (point) => lines.some((line) => distance(point, line) <= half) };
}

function shapes_of(svg) {
  return [...svg.matchAll(/<(rect|path)\b[^>]*>/g)].map(([element, kind]) => (kind === 'rect' ? rectangle(element) : stroke(element)));
}

// The inside of a shape is one colour: only where an edge runs through is it looked at more closely.
function colour_at(shapes, x, y, scale) {
  const seen = (dx, dy) => shapes.findLast(({ covers }) => covers([(x + dx) * scale, (y + dy) * scale]));
  const middle = seen(0.5, 0.5);
  if ([[0, 0], [1, 0], [0, 1], [1, 1]].every(([dx, dy]) => seen(dx, dy) === middle)) return middle ? [...middle.colour, 255] : [0, 0, 0, 0];
  const sum = [0, 0, 0];
  let covered = 0;
  for (let look = 0; look < looks_a_side ** 2; ++look) {
    const shape = seen((look % looks_a_side + 0.5) / looks_a_side, (Math.floor(look / looks_a_side) + 0.5) / looks_a_side);
    if (!shape) continue;
    shape.colour.forEach((part, i) => { sum[i] += part; });
    covered += 1;
  }
  return covered === 0 ? [0, 0, 0, 0] : [...sum.map((part) => Math.round(part / covered)), Math.round(255 * covered / looks_a_side ** 2)];
}

const crc_table = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; ++bit) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});
const crc_by_hand = (bytes) => ~bytes.reduce((crc, byte) => crc_table[(crc ^ byte) & 0xff] ^ (crc >>> 8), 0xffffffff) >>> 0;
const crc_of = zlib.crc32 ?? crc_by_hand;  // Node 18 has none

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc_of(named), named.length + 4);
  return framed;
}

export function draw_icon(svg, pixels) {
  const [, , width] = attribute(svg, 'viewBox').split(' ').map(Number);
  const shapes = shapes_of(svg);
  const rows = Buffer.alloc(pixels * (1 + 4 * pixels));
  for (let y = 0; y < pixels; ++y) {
    for (let x = 0; x < pixels; ++x) {
      rows.set(colour_at(shapes, x, y, width / pixels), y * (1 + 4 * pixels) + 1 + 4 * x);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(pixels, 0);
  head.writeUInt32BE(pixels, 4);
  head.set([8, 6, 0, 0, 0], 8);  // eight bits a part, four parts
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', zlib.deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}
