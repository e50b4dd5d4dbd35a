// {{icon:log-out}} in a template is lucide's icon of that name, put in while the templates are
// embedded. An icon stands beside a word, so it is hidden from screen readers; class "icon" styles it.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = resolve(dirname(fileURLToPath(import.meta.url)), '../node_modules/lucide-static/icons');

export function icon(name) {
  const file = join(folder, `${name}.svg`);
  if (!existsSync(file)) throw new Error(`there is no icon called ${name}`);
  const source = readFileSync(file, 'utf8');
  const shapes = source.slice(source.indexOf('>', source.indexOf('<svg')) + 1, source.indexOf('</svg>'));
  return '<svg class="icon" width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
    + `aria-hidden="true" focusable="false">${shapes.replace(/\s*\n\s*/g, '').replace(/ \/>/g, '/>').trim()}</svg>`;
}

export function with_icons(text) {
  return text.replace(/\{\{icon:([a-z0-9-]+)\}\}/g, (_, name) => icon(name));
}
