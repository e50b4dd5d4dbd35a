// The engine that a browser gets says of every text what the native one says of it, byte for byte; and quickly.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import { program } from './server.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const built = join(dirname(program), 'web');
const manifest = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8'));
const bytes_of = (name) => readFileSync(join(built, manifest[name].files.identity));

// Letters of every width, and bytes that are no text at all.
const odd = ['', ' ', '\n', 'Zoë 07700\u00a0900123 ☎ 😀 rang', '０７７００ ９００１２３', 'a\u0000b 07700 900123', '\ud800 07700 900123',
  `${'é'.repeat(3000)} QQ 12 34 56 C`, 'ring 07700 900123 '.repeat(400), '\u202e321009 00770'];

function engine_of(bytes, model) {
  const module = new WebAssembly.Module(bytes);
  assert.deepEqual(WebAssembly.Module.imports(module), [], 'it imports nothing');
  const engine = new WebAssembly.Instance(module, {}).exports;
  engine._initialize();
  const put = (given) => {
    const at = engine.screening_reserve(given.length);  // the memory may move
    new Uint8Array(engine.memory.buffer, at, given.length).set(given);
  };
  put(model);
  assert.equal(engine.screening_learn(), model.length === 0 ? 0 : 1, 'it can read what was learnt');
  return (text) => {
    put(Buffer.from(text, 'utf8'));
    const at = engine.screening_look();
    return Buffer.from(engine.memory.buffer, at, engine.screening_answer_bytes()).toString('utf8');
  };
}

async function native(texts) {
  const scan = spawn(program, ['scan', '--lines', '--level', 'all', '--region', 'uk,us'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks = [];
  scan.stdout.on('data', (chunk) => chunks.push(chunk));
  scan.stdin.end(texts.map((text, id) => `${JSON.stringify({ id: String(id), text })}\n`).join(''));
  assert.equal(await new Promise((done) => scan.on('exit', done)), 0);
  return Buffer.concat(chunks).toString('utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
}

const folder = mkdtempSync(join(tmpdir(), 'kith-engine-'));
after(() => rmSync(folder, { recursive: true, force: true }));
execFileSync(process.execPath, [join(root, 'tests/screening/make.mjs'), folder], { stdio: ['ignore', 'ignore', 'inherit'] });
const posts = readFileSync(join(folder, 'posts.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line).text);

test('in the browser and natively the engine finds the same', async () => {
  const look = engine_of(bytes_of('screening.wasm'), bytes_of('screening.model'));
  const texts = [...posts, ...odd.map((text) => Buffer.from(text, 'utf8').toString('utf8'))];
  const wanted = await native(texts);
  assert.equal(wanted.length, texts.length);
  const plain = ({ start, end, class: name, kind, reason }) => `${start}-${end} ${name} ${kind} ${reason}`;
  texts.forEach((text, place) => {
    const report = JSON.parse(look(text));
    assert.deepEqual(report.findings.map(plain), wanted[place].findings.map(plain), text);
    report.findings.forEach((finding, at) => assert.ok(Math.abs(finding.confidence - wanted[place].findings[at].confidence) < 0.002, `${text}: ${finding.confidence}`));
    assert.equal(report.jigsaw.danger, wanted[place].jigsaw.level, text);
    assert.equal(report.tone.danger, wanted[place].tone.level, text);
  });
});

test('the answer is read by any reader of JSON, and repeats no words of the text', () => {
  const look = engine_of(bytes_of('screening.wasm'), bytes_of('screening.model'));
  for (const text of odd) assert.ok(Array.isArray(JSON.parse(look(text)).findings));
  assert.ok(!look('Ask Marta Kowalczyk, 07700 900123').includes('900123'));
});

test('a draft of 2,000 characters is looked at in the blink of an eye', (told) => {
  const look = engine_of(bytes_of('screening.wasm'), bytes_of('screening.model'));
  const draft = posts.join('\n\n').slice(0, 2000);
  for (let warm = 0; warm < 30; ++warm) look(draft);
  const took = Array.from({ length: 100 }, () => {
    const began = performance.now();
    look(draft);
    return performance.now() - began;
  }).sort((one, other) => one - other);
  told.diagnostic(`median ${took[50].toFixed(2)} ms, 95th percentile ${took[95].toFixed(2)} ms`);
  assert.ok(took[50] < 100, 'even on a machine that is busy with other tests');
});
