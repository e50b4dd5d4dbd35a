// The Debian package, made of the build for tests: what is in it, what its units allow, whether Kith understands its settings.
// That it installs and runs is tried by hand on a booted Debian (docs/operating/installing.md).
//   node tests/packaging/run.mjs
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { end, test } from '../support/named_tests.mjs';

const folder = mkdtempSync(join(tmpdir(), 'kith-package-'));
const said = (program, ...words) => execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
const made = said('bin/package', '--quick').match(/^(build\/dev\/\S+\.deb) /m)?.[1];
assert.ok(made, 'no package was made');
said('dpkg-deb', '--extract', made, folder);

// systemd's own score, from 0 (closed) to 10.
function exposure(unit) {
  const run = spawnSync('systemd-analyze', ['security', '--offline=true', `packaging/${unit}`], { encoding: 'utf8', env: { ...process.env, LANG: 'C.UTF-8' } });
  const found = run.stdout.match(/exposure level for \S+: (\d+\.\d)/);
  assert.ok(found, run.stdout + run.stderr);
  return Number(found[1]);
}

await test('the units allow little', () => {
  assert.ok(exposure('kith.service') <= 1.5);
  assert.ok(exposure('kith-pictures@.service') <= 0.5);
});

await test('everything in it is root’s, and nobody else can change it', () => {
  for (const line of said('dpkg-deb', '--contents', made).trim().split('\n')) {
    assert.match(line, /^\S+ root\/root /);
    assert.ok(line.startsWith('l') || !/^.....w|^........w/.test(line), line);
  }
});

await test('the programs that it holds run, and find each other', () => {
  const program = join(folder, 'usr/lib/kith/kith');
  assert.match(said(program, '--version'), /^kith \d/);
  const doctor = spawnSync(program, ['doctor', '--data', join(folder, 'data')], { encoding: 'utf8' });
  assert.match(doctor.stdout, /well +Pictures/);
});

await test('Kith knows every setting that the package’s file names, those behind a # too', () => {
  const program = join(folder, 'usr/bin/kith');
  const words = readFileSync('packaging/kith.toml', 'utf8');
  for (const [, name] of words.matchAll(/^# ([a-z-]+) = /gm)) assert.ok(said(program, 'serve', '--help').includes(`--${name} `), name);
  const doctor = spawnSync(program, ['doctor', '--config', 'packaging/kith.toml', '--data', join(folder, 'data'), '--key-file', join(folder, 'key')], { encoding: 'utf8' });
  assert.match(doctor.stdout, /well +Door +At 127\.0\.0\.1, port 8080/);
});

await test('what it is made of is listed, each part once, and the same each time', () => {
  const list = readFileSync(join(folder, 'usr/share/doc/kith/sbom.cdx.json'), 'utf8');
  const bom = JSON.parse(list);
  const names = bom.components.map((component) => component['bom-ref']);
  assert.equal(new Set(names).size, names.length);
  for (const wanted of ['libsodium23', 'libssl3', 'libvips42', 'better-sqlite3-multiple-ciphers', 'libboost1.81-dev', 'kith.model'])
    assert.ok(bom.components.some((component) => component.name === wanted && component.version), wanted);
  assert.equal(said('node', 'tools/write_sbom.mjs', join(folder, 'usr/lib/kith')).replace(/"timestamp": ".*"/, ''), list.replace(/"timestamp": ".*"/, ''));
});

await test('the same programs make the same package', () => {
  const before = readFileSync(made);
  said('bin/package', '--quick');
  assert.ok(before.equals(readFileSync(made)));
});

if (spawnSync('caddy', ['version']).status === 0)
  await test('Caddy understands the example', () => {
    const run = spawnSync('caddy', ['adapt', '--config', 'packaging/Caddyfile', '--adapter', 'caddyfile'], { encoding: 'utf8' });
    assert.equal(run.status, 0, run.stderr);
  });

rmSync(folder, { recursive: true, force: true });
end();
