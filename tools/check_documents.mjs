// The documents must stay true to the tree. Over every *.md of the repository:
//   - a link to a file of ours leads to one, and #a-heading to a heading;
//   - a path in `backticks` that begins with a folder of ours is there;
//   - a name in `backticks` that looks like one of the code's (snake_case, Capitals::inside) stands in the code;
//   - an excerpt (```cpp src/file.cpp) stands in that file, line for line; a line with … alone leaves lines out;
//   - a row of a table of limits (| `name` | `value` | … | `file` |) says what the code says.
//   node tools/check_documents.mjs
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n').filter((file) => file && existsSync(join(root, file)) && statSync(join(root, file)).isFile());
const documents = listed.filter((file) => file.endsWith('.md'));
const folders = new Set(listed.filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
const read = (file) => readFileSync(join(root, file), 'utf8');
const code = listed
  .filter((file) => /\.(cpp|hpp|ts|css|html|sql|mjs|sh|cmake|flow|json|txt|lua)$|^bin\/|^CMakeLists|^\.c/.test(file) && !file.startsWith('docs/'))
  .map(read).join('\n');
const complaints = [];

const anchor_of = (heading) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replace(/ /g, '-');
const anchors_in = (file) => new Set(read(file).split('\n').filter((line) => /^#+ /.test(line)).map((line) => anchor_of(line.replace(/^#+ /, ''))));

function check_link(document, place, target) {
  if (/^[a-z]+:/.test(target)) return;
  const [path, anchor] = target.split('#');
  const file = path === '' ? document : normalize(join(dirname(document), path));
  if (!existsSync(join(root, file))) return complaints.push(`${place}: leads nowhere: ${target}`);
  if (anchor && file.endsWith('.md') && !anchors_in(file).has(anchor)) complaints.push(`${place}: no such heading: ${target}`);
}

// "src/domain/*/store.cpp", "platform/sql": beside the document, under the root or under src/.
function is_path_there(document, path) {
  const pattern = new RegExp(`^${path.replace(/\/$/, '').replace(/[.+$()[\]]/g, '\\$&').replace(/[*…]+/g, '[^/]+')}(/|$)`);
  return [path, join('src', path), normalize(join(dirname(document), path))].some((each) => existsSync(join(root, each)))
    || listed.some((file) => pattern.test(file) || pattern.test(file.replace(/^src\//, '')));
}

function check_word(document, place, word) {
  const looks_like_path = /^[\w.*…-]+\/[\w./*…-]*$/.test(word);
  if (looks_like_path && (folders.has(word.split('/')[0]) || existsSync(join(root, 'src', word.split('/')[0])))) {
    const made_later = /^(build|node_modules)\/|NNNN/.test(word);
    if (!made_later && !is_path_there(document, word)) complaints.push(`${place}: not in the tree: ${word}`);
    return;
  }
  const name = word.replace(/\(\)$/, '').replace(/<.*>$/, '');
  const looks_like_name = /^[A-Za-z_]\w*(::\w+)+$/.test(name) || /^[a-z]+(_[a-z0-9]+)+$/.test(name) || /^[A-Z][a-z]+[A-Z]\w+$/.test(name);
  if (!looks_like_name || name.startsWith('test_')) return;  // test_… are targets that CMake names after folders
  if (!new RegExp(`\\b${name.split('::').pop()}\\b`).test(code)) complaints.push(`${place}: not in the code: ${word}`);
}

function check_excerpt(place, file, lines) {
  if (!existsSync(join(root, file))) return complaints.push(`${place}: no file ${file} to take this from`);
  const there = read(file).split('\n').map((line) => line.trim());
  let at = 0;
  for (const line of lines.map((each) => each.trim())) {
    if (line === '' || line === '…') continue;
    const found = there.indexOf(line, at);
    if (found < 0) return complaints.push(`${place}: not in ${file}${there.includes(line) ? ' in this order' : ''}: ${line}`);
    at = found + 1;
  }
}

function check_limit(place, cells) {
  const [name, value] = cells;
  const file = cells.at(-1);
  const plain = (text) => text.replace(/\s/g, '');
  const path = ['', 'src/'].map((start) => start + file).find((each) => existsSync(join(root, each)));
  if (!path) return complaints.push(`${place}: not in the tree: ${file}`);
  const text = plain(read(path).replace(/\/\/.*$/gm, ''));
  const written = [`${name}{${value}}`, `${name}=${value}`].map(plain);
  if (!written.some((each) => text.includes(`${each};`))) complaints.push(`${place}: ${name} is not ${value} in ${file}`);
}

for (const document of documents) {
  let excerpt;
  read(document).split('\n').forEach((line, index) => {
    const place = `${document}:${index + 1}`;
    const fence = /^ *```(?:\w+)?(?: +(\S+))?/.exec(line);
    if (fence && excerpt) {
      if (excerpt.file) check_excerpt(excerpt.place, excerpt.file, excerpt.lines);
      excerpt = undefined;
      return;
    }
    if (fence) return void (excerpt = { place, file: fence[1], lines: [] });
    if (excerpt) return void excerpt.lines.push(line);
    for (const [, target] of line.matchAll(/(?:\]\(|<img src=")([^)\s"]+)[)"]/g)) check_link(document, place, target);
    const words = [...line.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
    for (const word of words) check_word(document, place, word);
    const is_limit = /^\| `\w+` \| `[^`]+` \|/.test(line) && /\| `[\w./]+\.(hpp|cpp)` \|$/.test(line);
    if (is_limit) check_limit(place, words);
  });
  if (excerpt) complaints.push(`${excerpt.place}: this excerpt never ends`);
}

for (const complaint of complaints) console.error(complaint);
process.exit(complaints.length > 0 ? 1 : 0);
