// Makes the filter of what people try first, which the server keeps to refuse such passwords without asking anybody:
//   node tools/make_common_passwords.mjs LIST…
// Each LIST is a text file with one password, name or word a line. Writes src/platform/crypto/common_passwords.filter.
//
// A Bloom filter: `bits` of them, eight for each entry, by the eight numbers of its SHA-256
// (src/platform/crypto/common_passwords.cpp reads them in the same way). What it says no to is on no list; of what is on
// none it says yes to about one in a hundred thousand. docs/decisions/0019-getting-in.md names the lists.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bits = 1 << 21;
const letters_min = 4;  // of an entry: shorter ones say nothing about a password of ten characters

const filter = new Uint8Array(bits / 8);
const entries = new Set();
for (const path of process.argv.slice(2))
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const entry = line.trim().toLowerCase();
    if (entry.length >= letters_min) entries.add(entry);
  }
for (const entry of entries) {
  const digest = createHash('sha256').update(entry).digest();
  for (let i = 0; i < 8; ++i) {
    const bit = digest.readUInt32LE(4 * i) % bits;
    filter[bit >> 3] |= 1 << (bit & 7);
  }
}
if (entries.size === 0) throw new Error('name at least one list');
const out = join(dirname(fileURLToPath(import.meta.url)), '../src/platform/crypto/common_passwords.filter');
writeFileSync(out, filter);
console.log(`${entries.size} entries`);
