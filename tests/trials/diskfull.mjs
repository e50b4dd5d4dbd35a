// The disk is full to the last byte: new words are refused with 507 and stay with their writer, reading goes on, deleting
// goes on in the ballast's room, a start goes well, and once there is room all is as before.
//
// On a small file system in memory, mounted in a namespace of its own; where that may not be, by a library before the
// program that refuses every write. The figures say which of the two it was.
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { mkdirSync } from 'node:fs';

export const limit_seconds = { short: 180, long: 3600 };
const size = '64m';
const run = promisify(execFile);
const inside = join(dirname(fileURLToPath(import.meta.url)), 'diskfull_inside.mjs');

// The words before a command that give it a file system of its own at `folder`; nothing where none may be mounted.
async function small_disk(folder) {
  for (const namespace of [['--mount'], ['--mount', '--map-root-user']]) {
    const words = ['unshare', ...namespace, 'sh', '-c', `mount -t tmpfs -o size=${size} trial "$0" && exec "$@"`, folder];
    try {
      await run(words[0], [...words.slice(1), 'true']);
      return words;
    } catch {
      // Not here.
    }
  }
  return [];
}

export default async function diskfull({ folder, long, say }) {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const before = await small_disk(disk);
  const words = [...before, process.execPath, inside, disk, before.length > 0 ? 'real' : 'pretended', long ? '20' : '1'];
  try {
    const { stdout, stderr } = await run(words[0], words.slice(1), { maxBuffer: 1 << 26 });
    if (stderr) say(stderr.trim());
    return JSON.parse(stdout);
  } catch (fault) {
    throw new Error(fault.stderr || fault.message);
  }
}
