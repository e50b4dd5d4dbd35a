// A sync to the disk fails, and the next would succeed, as Linux has it: from then on nothing more is acknowledged, the
// program ends by itself with a line that says why, and the next start has all that was acknowledged, once. Below that, on
// a disk of our own: what a failed sync left in memory alone is not built upon after the restart (tests/trials/power).
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { Faults } from './faults.mjs';
import { Ledger } from './ledger.mjs';
import { accept_all, complaints_about, make_community, open_place } from './place.mjs';
import { rounds_of } from './powerloss.mjs';
import { sleep, until } from '../reach/servers.mjs';

export const limit_seconds = { short: 300, long: 3 * 3600 };
const writers = 16;
const ends_within_seconds = 20;  // what was under way is answered first
const status_of_lost_disk = 74;
const line = /^kith: The disk failed while something was being kept/m;

export default async function fsync({ folder, long, say }) {
  const rounds = long ? 100 : 3;
  const community = make_community(folder, writers);
  const [reader] = community.writers;
  const faults = new Faults(join(folder, 'faults'));
  const place = open_place(community.data, [], faults.environment);
  await place.start();
  await accept_all(place, community);
  const ledger = new Ledger(community);
  let after = 0, in_doubt = 0, wrong = '', slowest_ms = 0;
  for (let round = 0; round < rounds; ++round) {
    let over = false;
    const writing = Promise.all(community.writers.map((writer) => ledger.write(place, writer, () => over)));
    await sleep(50 + Math.random() * 400);
    const before = faults.get('failed_syncs');
    faults.set('failing_syncs', 1);
    await until('a sync to fail', () => faults.get('failed_syncs') > before);
    const failed = performance.now();
    // A commit that was on disk before may still be on its way to its writer; one that comes later may not.
    await sleep(200);
    const kept = ledger.kept.size;
    const status = await Promise.race([place.ended, sleep(ends_within_seconds * 1000)]);
    slowest_ms = Math.max(slowest_ms, performance.now() - failed);
    after += ledger.kept.size - kept;
    over = true;
    await writing;
    if (status !== status_of_lost_disk) wrong ||= `it ended with ${status ?? 'nothing'}: ${place.said}`;
    if (!line.test(place.said)) wrong ||= `it did not say why: ${place.said}`;
    faults.set('failing_syncs', 0);
    await place.start();
    in_doubt += await ledger.settle(place);
  }
  const { lost, doubled, unknown } = await ledger.compare(place, reader);
  await place.end();
  wrong ||= complaints_about(community.data);
  const below = await rounds_of('failed-sync', long ? 1_000 : 15, randomInt(1_000_000), say);
  if (wrong) say(wrong);
  const kept = lost + doubled + unknown + after === 0 && !wrong && below.lost + below.unsound + below.not_opened === 0;
  const figures = `${rounds} failed syncs, ${ledger.kept.size} acknowledged, ${after} of them after the failure, ${in_doubt} in doubt and sent again; ` +
    `lost ${lost}, doubled ${doubled}, unknown ${unknown}; ${wrong ? 'WRONG' : `ended with ${status_of_lost_disk} within ${(slowest_ms / 1000).toFixed(1)} s, sound`}; ` +
    `with a power cut after the restart, ${below.rounds} times: lost ${below.lost} of ${below.acknowledged}, unsound ${below.unsound}`;
  return { kept, figures };
}
