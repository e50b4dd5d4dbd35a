// The house rules that a program can see (ARCHITECTURE.md, Manners), over src/ and web/:
// headers begin with their contract, files stay readable in one sitting, nothing is left for later.
//   node tools/check_manners.mjs
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const lines_max = 400;  // 300 wants splitting by noun; at this it is wanted no longer but asked for
const complaints = [];

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(cpp|hpp|ts|css|html|sql|mjs)$/.test(entry.name)) yield path;
  }
}

for (const folder of ['src', 'web', 'migrations', 'tools'])
  for (const path of sources(join(root, folder))) {
    const file = relative(root, path);
    const text = readFileSync(path, 'utf8');
    const lines = text.split('\n');
    if (file.endsWith('.hpp') && !text.startsWith('//')) complaints.push(`${file}: a header begins with its contract, in prose`);
    if (file.endsWith('.hpp') && !/^#pragma once$/m.test(text)) complaints.push(`${file}: no #pragma once`);
    if (lines.length > lines_max && !file.includes('/demo/')) complaints.push(`${file}: ${lines.length} lines; split it by noun (at most ${lines_max})`);
    lines.forEach((line, index) => {
      if (file !== 'tools/check_manners.mjs' && /\b(TODO|FIXME|XXX|HACK)\b/.test(line)) complaints.push(`${file}:${index + 1}: something is left for later: ${line.trim()}`);
      if (/\.(cpp|hpp)$/.test(file) && /\busing namespace std;/.test(line)) complaints.push(`${file}:${index + 1}: names of std stay std's`);
      if (/[ \t]$/.test(line)) complaints.push(`${file}:${index + 1}: white space at the end`);
    });
  }

// A page must not be shown by two templates of the same name, nor hold what the policy of the pages forbids.
for (const path of sources(join(root, 'src'))) {
  if (!path.endsWith('.html')) continue;
  const file = relative(root, path);
  readFileSync(path, 'utf8').split('\n').forEach((line, index) => {
    if (/<script\b(?![^>]*\bsrc=)|\son[a-z]+=|\sstyle=|javascript:/i.test(line))
      complaints.push(`${file}:${index + 1}: the Content-Security-Policy forbids this: ${line.trim()}`);
  });
}
for (const complaint of complaints) console.error(complaint);
process.exit(complaints.length > 0 ? 1 : 0);
