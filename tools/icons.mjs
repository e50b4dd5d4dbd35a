// {{icon:log-out}} in a template is lucide's icon of that name, put in while the templates are embedded. What stands
// in the page is a reference: the drawings of all icons that any template names are one file, which the browser
// fetches once and keeps, instead of two kilobytes in every page. An icon stands beside a word, so it is hidden from
// screen readers; class "icon" styles it.
//   node tools/icons.mjs --out FILE   writes that file where it has changed
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const drawings = join(root, 'node_modules/lucide-static/icons');
const marker = /\{\{icon:([a-z0-9-]+)\}\}/g;

function markup_files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markup_files(path);
    return entry.name.endsWith('.html') ? [path] : [];
  });
}

function symbol(name) {
  const file = join(drawings, `${name}.svg`);
  if (!existsSync(file)) throw new Error(`there is no icon called ${name}`);
  const source = readFileSync(file, 'utf8');
  const shapes = source.slice(source.indexOf('>', source.indexOf('<svg')) + 1, source.indexOf('</svg>'));
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor">${shapes.replace(/\s*\n\s*/g, '').replace(/ \/>/g, '/>').trim()}</symbol>`;
}

// Every icon that a template or an example names, in one drawing.
export function icon_sheet() {
  const names = new Set();
  for (const file of [...markup_files(join(root, 'src')), ...markup_files(join(root, 'web'))]) {
    for (const [, name] of readFileSync(file, 'utf8').matchAll(marker)) names.add(name);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg">${[...names].sort().map(symbol).join('')}</svg>\n`;
}

// The address under which an asset is served: its name with a hash of its bytes.
export function hashed_address(name, bytes) {
  const dot = name.lastIndexOf('.');
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return `/assets/${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
}

let sheet_address;

export function with_icons(text) {
  return text.replace(marker, (_, name) => {
    sheet_address ??= hashed_address('icons.svg', icon_sheet());
    return `<svg class="icon" width="20" height="20" aria-hidden="true"><use href="${sheet_address}#${name}"/></svg>`;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values: options } = parseArgs({ options: { out: { type: 'string' } } });
  if (!options.out) {
    console.error('usage: node tools/icons.mjs --out FILE');
    process.exit(2);
  }
  const sheet = icon_sheet();
  mkdirSync(dirname(resolve(options.out)), { recursive: true });
  if (!existsSync(options.out) || readFileSync(options.out, 'utf8') !== sheet) writeFileSync(options.out, sheet);
}
