// Writes docs/api/routes.md: every row of the route table, as `kith routes --json` tells it, with the words of
// docs/api/words.json beside it. With --check it writes nothing and fails when the file is not up to date.
//   node tools/write_api_docs.mjs [--check] [PROGRAM]     PROGRAM: build/dev/kith unless told otherwise
// A route without words, words without a route, or a field that no source reads is a failure either way.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const words_for = process.argv.slice(2);
const only_checks = words_for.includes('--check');
const program = resolve(root, words_for.find((word) => !word.startsWith('--')) ?? 'build/dev/kith');
const written_file = join(root, 'docs/api/routes.md');
const complaints = [];

if (!existsSync(program)) {
  console.error(`${program} is not built.`);
  process.exit(2);
}
const routes = JSON.parse(execFileSync(program, ['routes', '--json'], { encoding: 'utf8', maxBuffer: 1 << 24 }));
const { concepts, routes: words } = JSON.parse(readFileSync(join(root, 'docs/api/words.json'), 'utf8'));

const gates = {
  anyone: 'anyone', person: 'who is signed in', confirmed: 'who has just shown that it is them', host: 'a host', member: 'a member of the group',
  facilitator: 'a facilitator of the group', author: 'the author', newcomer: 'the newcomer',
  'the sender': 'its sender',
  'in the conversation': 'who is in the conversation',
};

function sources_of(folder) {
  return readdirSync(join(root, 'src', folder), { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources_of(path);
    return /(?<!_test)\.[ch]pp$/.test(entry.name) ? readFileSync(join(root, 'src', path), 'utf8') : '';
  }).join('\n');
}
const domain = sources_of('domain');

const concept_of = (route) => route.endpoint.split('::')[0];
const name_of = (route) => `${route.method} ${route.path}`;
const anchor_of = (route) => name_of(route).toLowerCase().replace(/[^a-z0-9 _-]/g, '').replace(/ /g, '-');

function words_of(route) {
  const said = words[name_of(route)];
  if (!said) {
    complaints.push(`${name_of(route)} has no words in docs/api/words.json`);
    return { says: '' };
  }
  for (const field of Object.keys(said.fields ?? {})) {
    // "answer_{n}": the part before the brace stands in the code.
    const literal = field.replace(/\{.*$/, '').replace(/\?$/, '');
    if (!domain.includes(`"${literal}`)) complaints.push(`${name_of(route)}: no source reads the field ${field}`);
  }
  for (const name of (said.gives ?? '').match(/[a-z_]+/g) ?? [])
    if (!domain.includes(`"${name}"`)) complaints.push(`${name_of(route)}: no view has the name ${name}`);
  return said;
}

function section_of(route) {
  const said = words_of(route);
  const lines = [`### ${name_of(route)}`, '', said.says, ''];
  lines.push(`Open to ${gates[route.gate] ?? route.gate}. Endpoint \`${route.endpoint}\`.`);
  if (said.fields) {
    lines.push('', '| field | |', '|---|---|');
    for (const [field, about] of Object.entries(said.fields))
      lines.push(`| \`${field.replace(/\?$/, '')}\`${field.endsWith('?') ? ' (may be left out)' : ''} | ${about} |`);
  }
  if (said.gives) lines.push('', `As JSON: ${said.gives.split(';').map((part) => `\`${part}\``).join(' ')}`);
  return lines.join('\n');
}

function document() {
  const found = [...new Set(routes.map(concept_of))];
  for (const name of Object.keys(words))
    if (!routes.some((route) => name_of(route) === name)) complaints.push(`docs/api/words.json has words for ${name}, which is no route`);
  const parts = ['# Every route', '', '<!-- Written by tools/write_api_docs.mjs from `kith routes --json` and words.json. Change those, not this. -->', '',
    'How to ask and what comes back is in [README.md](README.md).', '',
    '| method | path | open to |', '|---|---|---|',
    ...routes.map((route) => `| ${route.method} | [\`${route.path}\`](#${anchor_of(route)}) | ${gates[route.gate] ?? route.gate} |`)];
  for (const concept of found) {
    if (!concepts[concept]) complaints.push(`docs/api/words.json has no heading for ${concept}`);
    parts.push('', `## ${concepts[concept] ?? concept}`);
    for (const route of routes.filter((each) => concept_of(each) === concept)) parts.push('', section_of(route));
  }
  return `${parts.join('\n')}\n`;
}

const text = document();
if (only_checks) {
  if (!existsSync(written_file) || readFileSync(written_file, 'utf8') !== text)
    complaints.push('docs/api/routes.md is not what the route table says. Write it: node tools/write_api_docs.mjs');
} else {
  writeFileSync(written_file, text);
}
for (const complaint of complaints) console.error(complaint);
if (only_checks) console.log(complaints.length > 0 ? `0 passed, ${complaints.length} failed` : `${routes.length} passed, 0 failed`);
process.exit(complaints.length > 0 ? 1 : 0);
