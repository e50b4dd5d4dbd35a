// The browser tests: what people do, in Debian's Chromium, against a real server.
//   node tests/browser/run.mjs [NAME…]      only the files whose names contain one of these
// Needs Node 20, build/dev/kith (KITH names another) and chromium (CHROMIUM names another). It starts
// what it needs and ends it again; the exit status tells whether everything held.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { make_demo } from './server.mjs';

const files_at_once = 2;
const file_ms_max = 600_000;

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here).filter((name) => name.endsWith('.test.mjs') && (wanted.length === 0 || wanted.some((part) => name.includes(part))));
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`The browser tests need Node 20 or newer; this is ${process.version}.`);
  process.exit(2);
}
if (files.length === 0) {
  console.error(`No file of tests has a name like ${wanted.join(' or ')}.`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'kith-browser-demo-'));
console.log('Making the example community …');
writeFileSync(join(folder, 'demo.json'), JSON.stringify(await make_demo(folder)));
console.log(`Trying ${files.length} files of browser tests …`);
const tests = spawn(process.execPath,
  ['--test', `--test-concurrency=${files_at_once}`, `--test-timeout=${file_ms_max}`, '--test-reporter=spec', ...files.map((name) => join(here, name))],
  { stdio: 'inherit', env: { ...process.env, KITH_TEST_DEMO: folder } });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => tests.kill(signal));
const status = await new Promise((done) => tests.on('exit', (code) => done(code ?? 1)));
rmSync(folder, { recursive: true, force: true });
process.exit(status);
