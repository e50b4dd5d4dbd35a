// Writes posts.jsonl, pairs.jsonl and tone.jsonl from source/, into this folder or the one named.
//   node tests/screening/make.mjs [FOLDER]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { here, pairs, posts, tones } from './read_source.mjs';

const folder = resolve(process.argv[2] ?? here);
mkdirSync(folder, { recursive: true });
const without_words = (post) => ({ ...post, marks: post.marks.map(({ words, ...mark }) => mark) });
const write = (name, rows) => writeFileSync(join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
write('posts.jsonl', posts().map(without_words));
write('pairs.jsonl', pairs());
write('tone.jsonl', tones());
