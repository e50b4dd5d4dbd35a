// The power goes while the database writes (tests/trials/power): what was acknowledged is there at the next start, on a
// disk that drops, reorders and tears whatever was not synced. Two controls, which must lose, show that the disk is cruel
// enough: synchronous = NORMAL, and a disk that lies about its syncs.
import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { promisify } from 'node:util';

export const limit_seconds = { short: 300, long: 6 * 3600 };
const program = 'build/dev/powerloss';

export async function rounds_of(mode, rounds, seed, say) {
  const { stdout, stderr } = await promisify(execFile)(program, [String(rounds), String(seed), mode]);
  if (stderr && mode !== 'lying') say(`${mode}: ${stderr.trim()}`);
  return JSON.parse(stdout);
}

export default async function powerloss({ long, say }) {
  const seed = randomInt(1_000_000);
  const synced = await rounds_of('synced', long ? 2_000 : 30, seed, say);
  const normal = await rounds_of('normal', long ? 200 : 10, seed, say);
  const lying = await rounds_of('lying', long ? 200 : 10, seed, say);
  const kept = synced.lost + synced.unsound + synced.not_opened === 0 && synced.acknowledged > synced.rounds && normal.lost > 0 && lying.lost > 0;
  const figures = `${synced.rounds} cuts, ${synced.acknowledged} acknowledged: lost ${synced.lost}, unsound ${synced.unsound}, not opened ${synced.not_opened}; ` +
    `controls: NORMAL lost ${normal.lost} of ${normal.acknowledged}, a lying disk ${lying.lost} of ${lying.acknowledged}; seed ${seed}`;
  return { kept, figures };
}
