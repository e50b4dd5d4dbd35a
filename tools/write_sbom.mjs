// Writes the list of all that is in the programs, as CycloneDX 1.5 (https://cyclonedx.org/docs/1.5/json/), to standard
// output:
//   node tools/write_sbom.mjs FOLDER
// FOLDER holds the programs of the package. In it: what they are linked with (asked of the programs and of dpkg), what is
// compiled into them, what of npm lies in them, and what they have learnt. All of it read from this machine and this tree; the same
// of both gives the same bytes, with the time that SOURCE_DATE_EPOCH says.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node tools/write_sbom.mjs FOLDER');
  process.exit(2);
}
const said = (program, ...words) => execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

// Headers and archives that leave no trace in the finished program.
const compiled_in = {
  'libboost1.81-dev': 'BSL-1.0',
  'libcli11-dev': 'BSD-3-Clause',
  'libtoml11-dev': 'MIT',
  'nlohmann-json3-dev': 'MIT',
  'libc++-19-dev-wasm32': 'Apache-2.0 WITH LLVM-exception',
  'libclang-rt-19-dev-wasm32': 'Apache-2.0 WITH LLVM-exception',
  'wasi-libc': 'MIT',
};
// Of the packages of npm, those whose files lie in the programs; the others are tools.
const shipped_of_npm = ['@fontsource-variable/atkinson-hyperlegible-next', '@vladmandic/face-api', 'better-sqlite3-multiple-ciphers', 'lucide-static'];

function debian_component(name, extra = {}) {
  const [version, architecture] = said('dpkg-query', '-W', '-f', '${Version} ${Architecture}', name).trim().split(' ');
  const plain = name.split(':')[0];
  return {
    type: 'library', name: plain, version,
    purl: `pkg:deb/debian/${encodeURIComponent(plain)}@${encodeURIComponent(version)}?arch=${architecture}`,
    ...extra,
  };
}

// The packages that these libraries are of. dpkg knows some by the path before /usr was merged.
function owners_of(libraries) {
  const names_of = (path) => [path, path.replace(/^\/usr/, ''), realpathSync(path), realpathSync(path).replace(/^\/usr/, '')];
  // It complains of every path that it does not know, and ends with 1 then.
  const told = spawnSync('dpkg-query', ['-S', ...new Set(libraries.flatMap(names_of))], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const owners = new Map(told.stdout.split('\n').filter(Boolean).map((line) => line.split(': ').reverse()));
  return libraries.map((path) => {
    const owner = names_of(path).map((name) => owners.get(name)).find(Boolean);
    if (!owner) throw new Error(`${path} is of no package`);
    return owner;
  });
}

function linked_with(program) {
  const lines = said('ldd', program).split('\n');
  return lines.map((line) => line.match(/(?:=> )?(\/\S+)/)?.[1]).filter(Boolean);
}

function npm_components() {
  const packages = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  return shipped_of_npm.map((name) => {
    const { version, license, integrity } = packages[`node_modules/${name}`];
    const [algorithm, digest] = integrity.split('-');
    return {
      type: 'library', name, version, licenses: [{ license: { id: license } }],
      hashes: [{ alg: algorithm === 'sha512' ? 'SHA-512' : 'SHA-256', content: Buffer.from(digest, 'base64').toString('hex') }],
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    };
  });
}

function model_component() {
  const file = 'src/screen/model/kith.model';
  return {
    type: 'machine-learning-model', name: 'kith.model', version: sha256(readFileSync(file)).slice(0, 16),
    hashes: [{ alg: 'SHA-256', content: sha256(readFileSync(file)) }],
    description: 'What the check of words has learnt; from what, src/screen/model/MODEL_CARD.md says.',
  };
}

const programs = readdirSync(folder).map((name) => join(folder, name)).filter((path) => statSync(path).isFile()).sort();
const linked = new Set(owners_of([...new Set(programs.flatMap(linked_with))]));
const components = [
  ...[...linked].sort().map((name) => debian_component(name)),
  ...Object.entries(compiled_in).map(([name, license]) =>
    debian_component(name, { licenses: [license.includes(' ') ? { expression: license } : { license: { id: license } }] })),
  ...npm_components(),
  model_component(),
].map((component) => ({ 'bom-ref': component.purl ?? component.name, ...component }));

const version = readFileSync('src/app/version.hpp', 'utf8').match(/version = "(.*)"/)[1];
const seconds = Number(process.env.SOURCE_DATE_EPOCH ?? said('git', 'log', '-1', '--format=%ct'));
console.log(JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: {
    timestamp: new Date(seconds * 1000).toISOString().replace('.000', ''),
    component: {
      'bom-ref': 'kith', type: 'application', name: 'kith', version, licenses: [{ license: { id: 'AGPL-3.0-or-later' } }],
      components: programs.map((path) => ({ type: 'file', name: path.split('/').at(-1), hashes: [{ alg: 'SHA-256', content: sha256(readFileSync(path)) }] })),
    },
  },
  components,
  dependencies: [{ ref: 'kith', dependsOn: components.map((component) => component['bom-ref']) }],
}, null, 1));
