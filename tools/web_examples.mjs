// Writes the examples of web/ as whole pages in the real layout, to look at and to check:
//   node tools/web_examples.mjs --out DIR
// One page for each component and for each of web/examples, beside the built assets. The layout is
// filled in by a few lines that know markers, sections and nothing else; the server uses ctemplate.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { with_icons } from './icons.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

// What the server sends with a page, for those who serve the examples.
export const page_policy = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
  + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
  + "require-trusted-types-for 'script'; trusted-types kith";
export const page_types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.wasm': 'application/wasm',
  '.weights': 'application/octet-stream', '.woff2': 'font/woff2',
};

function fill(template, view) {
  const section = /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/;
  let text = template;
  for (let match = section.exec(text); match; match = section.exec(text)) {
    const value = view[match[1]];
    const rows = Array.isArray(value) ? value : value ? [value] : [];
    const inner = rows.map((row) => fill(match[2], { ...view, ...(typeof row === 'object' ? row : {}) })).join('');
    text = text.slice(0, match.index) + inner + text.slice(match.index + match[0].length);
  }
  return text.replace(/\{\{(\w+)(:none)?\}\}/g, (_, name, trusted) => {
    const value = String(view[name] ?? '');
    return trusted ? value : value.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  });
}

const shared_view = {
  signed_in: true,
  at_groups: true,
  notices_new: true,
  any_my_groups: true,
  my_groups: [
    { name: 'Tuesday Group', href: '/groups/g1', current: true },
    { name: 'Night shift', href: '/groups/g2', current: false },
    { name: 'Newly qualified 2026', href: '/groups/g3', current: false },
  ],
  any_here: true,
  here: [{ name: 'Ben Hale' }, { name: 'Cleo Marsh' }],
};

// Writes the pages and answers their names. `modules` are options of tools/build_web.mjs.
export function write_examples(out, modules = []) {
  execFileSync(process.execPath, [join(root, 'tools/build_web.mjs'), '--out', out, ...modules], { stdio: ['ignore', 'ignore', 'inherit'] });
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  const paths = {
    stylesheet_path: manifest['main.css'].path,
    script_path: manifest['main.js'].path,
    font_path: manifest['atkinson.woff2'].path,
    favicon_path: manifest['favicon.svg'].path,
    manifest_path: manifest['kith.webmanifest'].path,
  };
  const layout = with_icons(readFileSync(join(root, 'src/platform/html/pages/layout.html'), 'utf8'))
    .replace(/^\{\{%.*\}\}\n/, '').replace(/\{\{![\s\S]*?\}\}\n/, '');
  const pages = new Map();
  for (const name of readdirSync(join(root, 'web/components')).sort()) {
    const markup = readFileSync(join(root, 'web/components', name, 'example.html'), 'utf8');
    // A style that does not come with every page comes with its example.
    const style = manifest[`${name}.css`] ? `<link rel="stylesheet" href="${manifest[`${name}.css`].path}">\n` : '';
    pages.set(`component-${name}`, name === 'page' ? markup : `${style}<h1>${name[0].toUpperCase()}${name.slice(1)}</h1>\n${markup}`);
  }
  for (const file of readdirSync(join(root, 'web/examples')).sort()) {
    pages.set(basename(file, '.html'), readFileSync(join(root, 'web/examples', file), 'utf8'));
  }
  mkdirSync(out, { recursive: true });
  for (const [name, markup] of pages) {
    const outside = markup.includes('<!-- signed out -->');
    const view = { ...shared_view, ...paths, body_html: with_icons(markup) };
    if (outside) Object.assign(view, { signed_in: false, any_here: false });
    writeFileSync(join(out, `${name}.html`), fill(layout, view).trimStart());
  }
  return [...pages.keys()];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values: options } = parseArgs({ options: { out: { type: 'string' } } });
  if (!options.out) {
    console.error('usage: node tools/web_examples.mjs --out DIR');
    process.exit(2);
  }
  console.log(write_examples(resolve(options.out)).join('\n'));
}
