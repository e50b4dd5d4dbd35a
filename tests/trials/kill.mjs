// Killed (SIGKILL) at a moment of no choice while many write: nothing that was acknowledged is lost, nothing is there
// twice, the database is sound, and the first page comes soon after the next start.
import { Ledger } from './ledger.mjs';
import { accept_all, complaints_about, make_community, open_place, patience } from './place.mjs';
import { sleep } from '../reach/servers.mjs';

export const limit_seconds = { short: 240, long: 3 * 3600 };
const writers = 16;
const load_ms_max = 1_000;  // of writing before the kill
const first_page_ms_max = 2_000;
const [check_every_short, check_every_long] = [5, 50];

// From the start of the program to its first page.
async function start(place, reader) {
  const began = performance.now();
  await place.start();
  const { status } = await place.ask(reader.token, '/groups');
  if (status !== 200) throw new Error(`the first page answered ${status}`);
  return performance.now() - began;
}

// One post taken back and one said again without its key: the comparison must notice both, or it proves nothing.
async function control(place, ledger, reader) {
  const before = await ledger.compare(place, reader);
  const [taken, twice] = [...ledger.kept].filter(([, { id, thread }]) => id === thread).slice(-2);
  const writer_of = async ([, { id }], path, fields) => {
    for (const { token } of ledger.writers) if ((await place.ask(token, `/posts/${id}${path}`, fields)).status < 300) return;
    throw new Error('the control could not take its post back');
  };
  await writer_of(taken, '/withdraw', {});
  await ledger.send(place, { person: reader, path: `/groups/${ledger.group.id}/posts`, body: twice[0], key: 'another' });
  ledger.kept.set(...twice);
  const after = await ledger.compare(place, reader);
  return after.lost === before.lost + 1 && after.doubled === before.doubled + 1;
}

export default async function kill({ folder, long, say }) {
  const rounds = long ? 1_000 : 20;
  const community = make_community(folder, writers);
  const place = open_place(community.data);
  const [reader] = community.writers;
  await start(place, reader);
  await accept_all(place, community);
  await place.end();
  const calm_ms = await start(place, reader);

  const ledger = new Ledger(community);
  let first_page_ms = 0, in_doubt = 0, unsound = '';
  for (let round = 1; round <= rounds; ++round) {
    let over = false;
    const writing = Promise.all(community.writers.map((writer) => ledger.write(place, writer, () => over)));
    await sleep(20 + Math.random() * load_ms_max);
    await place.end('SIGKILL');
    over = true;
    await writing;
    first_page_ms = Math.max(first_page_ms, await start(place, reader));
    in_doubt += await ledger.settle(place);
    if (round % (long ? check_every_long : check_every_short) === 0) {
      unsound ||= complaints_about(community.data);
      if (long) say(`${round} kills, ${ledger.kept.size} acknowledged`);
    }
  }
  const { lost, doubled, unknown } = await ledger.compare(place, reader);
  const noticed = await control(place, ledger, reader);
  await place.end();
  unsound ||= complaints_about(community.data);
  if (unsound) say(unsound);
  const soon = first_page_ms <= first_page_ms_max * patience();
  const figures = `${rounds} kills, ${ledger.kept.size} acknowledged, ${in_doubt} in doubt and sent again; lost ${lost}, doubled ${doubled}, ` +
    `unknown ${unknown}; ${unsound ? 'UNSOUND' : 'sound'}; comparison ${noticed ? 'notices' : 'DOES NOT NOTICE'} a loss; first page after ${(first_page_ms / 1000).toFixed(2)} s at most (${(calm_ms / 1000).toFixed(2)} s after a calm end)`;
  return { kept: lost + doubled + unknown === 0 && !unsound && soon && noticed && ledger.kept.size > rounds, figures };
}
