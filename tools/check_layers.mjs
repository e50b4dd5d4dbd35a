// Fails on any #include that layers.txt does not allow, and on any loop between folders.
//   node tools/check_layers.mjs [ROOT]
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.argv[2] ?? resolve(dirname(fileURLToPath(import.meta.url)), '..');
const complaints = [];

const libraries = new Map();  // name -> how its headers begin
const layers = new Map();     // folder -> what it may include
for (const line of readFileSync(join(root, 'layers.txt'), 'utf8').split('\n')) {
  const words = line.replace(/#.*/, '').trim().split(/\s+/).filter(Boolean);
  if (words[0] === 'library') libraries.set(words[1], words.slice(2));
  else if (words.length > 0) layers.set(words[0], new Set(words.slice(1)));
}
for (const [folder, allowed] of layers)
  for (const name of allowed)
    if (!layers.has(name) && !libraries.has(name)) complaints.push(`layers.txt: ${folder} names ${name}, which is neither a folder nor a library`);

// The folder with a line of its own that a path lies in: the nearest, unless others below that one have lines too.
function layer_of(path) {
  const home = dirname(path);
  for (let folder = home; folder !== '.'; folder = dirname(folder)) {
    if (!layers.has(folder)) continue;
    const divided = [...layers.keys()].some((other) => other.startsWith(`${folder}/`));
    return folder === home || !divided ? folder : undefined;
  }
  return undefined;
}

function library_of(header) {
  for (const [name, beginnings] of libraries)
    if (beginnings.some((beginning) => (beginning.endsWith('/') ? header.startsWith(beginning) : header === beginning))) return name;
  return undefined;
}

const is_standard = (header) => /^[a-z_]+$/.test(header);  // <vector>, <cstdint>: no dot, no slash

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.[ch]pp$/.test(entry.name)) yield path;
  }
}

const uses = new Map([...layers.keys()].map((folder) => [folder, new Map()]));  // folder -> folder -> where first seen

function check_include(file, number, header, is_ours) {
  const place = `src/${file}:${number}`;
  const from = layer_of(file);
  // What stands beside main and shows tests how to start the program is a test as well.
  const is_test = /_test\.cpp$|\/test_[a-z_]+\.hpp$/.test(file);
  if (is_standard(header)) return;
  if (is_test && (header.startsWith('gtest/') || header.startsWith('support/'))) return;
  const library = library_of(header);
  if (library) {
    if (!layers.get(from).has(library) && !(is_test && library === 'system'))
      complaints.push(`${place}: ${from} may not include <${header}> (${library})`);
    return;
  }
  const to = layer_of(header);
  if (!is_ours || !to) return void complaints.push(`${place}: "${header}" is in no folder or library of layers.txt`);
  if (to === from) return;
  if (!uses.get(from).has(to)) uses.get(from).set(to, place);
  if (!layers.get(from).has(to)) complaints.push(`${place}: ${from} may not include "${header}" (${to})`);
}

let files = 0;
const unused = new Set(layers.keys());
for (const path of sources(join(root, 'src'))) {
  const file = relative(join(root, 'src'), path);
  ++files;
  const layer = layer_of(file);
  if (!layer) { complaints.push(`src/${file}: its folder has no line in layers.txt`); continue; }
  unused.delete(layer);
  readFileSync(path, 'utf8').split('\n').forEach((line, index) => {
    const found = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(line);
    if (found) check_include(file, index + 1, found[2], found[1] === '"');
  });
}
for (const folder of unused) complaints.push(`layers.txt: ${folder} has a line but no sources`);

// A loop, in what is allowed and in what is done: each folder is walked down once.
function find_loop(next) {
  const done = new Set();
  const walk = (folder, path) => {
    if (path.includes(folder)) return [...path.slice(path.indexOf(folder)), folder];
    if (done.has(folder)) return undefined;
    for (const to of next(folder)) {
      const loop = walk(to, [...path, folder]);
      if (loop) return loop;
    }
    done.add(folder);
    return undefined;
  };
  for (const folder of layers.keys()) {
    const loop = walk(folder, []);
    if (loop) return loop;
  }
  return undefined;
}
const allowed_loop = find_loop((folder) => [...layers.get(folder)].filter((name) => layers.has(name)));
if (allowed_loop) complaints.push(`layers.txt: a loop is allowed: ${allowed_loop.join(' -> ')}`);
const loop = find_loop((folder) => [...(uses.get(folder)?.keys() ?? [])]);
if (loop) {
  complaints.push(`a loop: ${loop.join(' -> ')}`);
  for (let i = 0; i + 1 < loop.length; ++i) complaints.push(`  ${loop[i]} uses ${loop[i + 1]} in ${uses.get(loop[i]).get(loop[i + 1])}`);
}

for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exit(1);
console.log(`layers: ${files} files in ${layers.size} folders, no include out of place, no loop`);
