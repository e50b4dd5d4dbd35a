// Writes a compile_commands.json without precompiled headers and ccache, for clang-tidy and tests/refused:
//   node tools/plain_commands.mjs FROM TO
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [from, to] = process.argv.slice(2);
const plain = (command) => command
  .replace(/^\S*ccache /, '')
  .replace(/ -Winvalid-pch/, '')
  .replace(/ -Xclang -include(-pch)? -Xclang \S+/g, '')
  .replace(/ -include-pch \S+/g, '');
const commands = JSON.parse(readFileSync(from, 'utf8')).map((entry) => ({ ...entry, command: plain(entry.command) }));
mkdirSync(dirname(to), { recursive: true });
writeFileSync(to, JSON.stringify(commands));
