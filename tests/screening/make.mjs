// Writes posts.jsonl, pairs.jsonl and tone.jsonl from source/, into this folder or the one named.
//   node tests/screening/make.mjs [FOLDER]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { files_made, here } from './read_source.mjs';

const folder = resolve(process.argv[2] ?? here);
mkdirSync(folder, { recursive: true });
for (const [name, content] of files_made()) writeFileSync(join(folder, name), content);
