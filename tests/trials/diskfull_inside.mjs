// The trial of the full disk, on the disk that diskfull.mjs has made for it.
//   node diskfull_inside.mjs FOLDER real|pretended ROUNDS
import assert from 'node:assert/strict';
import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Faults } from './faults.mjs';
import { Ledger } from './ledger.mjs';
import { accept_all, complaints_about, end_all, make_community, open_place, patience } from './place.mjs';
import { sleep, until } from '../reach/servers.mjs';

const [folder, kind, rounds] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const writers = 8;
const ballast_mib = 8;
const [refused_within_ms, normal_within_ms] = [1_000, 5_000];
const real = kind === 'real';

// All the room there is, to the last block.
function fill(path) {
  const file = openSync(path, 'a');
  for (const bytes of [1 << 20, 1 << 12, 1]) {
    const piece = Buffer.alloc(bytes, 'x');
    try {
      while (writeSync(file, piece) === bytes);
    } catch (fault) {
      if (fault.code !== 'ENOSPC') throw fault;
    }
  }
  closeSync(file);
}

class FullDisk {
  constructor() {
    this.filler = join(folder, 'filler');
    this.faults = real ? undefined : new Faults(join(folder, 'faults'));
  }
  fill() {
    if (real) fill(this.filler);
    else this.faults.set('no_room', 1);
  }
  empty() {
    if (real) rmSync(this.filler);
    else this.faults.set('no_room', 0);
  }
}

// As a browser sends it: the answer is the page with the form.
async function post_as_page(place, writer, path, body) {
  const headers = { Accept: 'text/html', Authorization: `Bearer ${writer.token}` };
  const answer = await fetch(place.address + path, { method: 'POST', headers, body: new URLSearchParams({ body }), redirect: 'manual' });
  return { status: answer.status, text: await answer.text() };
}

async function read_page(place, writer, path) {
  const answer = await fetch(place.address + path, { headers: { Accept: 'text/html', Authorization: `Bearer ${writer.token}` } });
  return { status: answer.status, text: await answer.text() };
}

const community = make_community(folder, writers);
const disk = new FullDisk();
const place = open_place(community.data, ['--ballast', String(ballast_mib)], disk.faults?.environment);
const [writer] = community.writers;
const group = `/groups/${community.group.id}`;
const ballast = join(community.data, 'kith.ballast');
const ledger = new Ledger(community);
const worst = { refused_ms: 0, normal_ms: 0 };
let refused = 0;

// Under load; the first refusal comes soon after the disk is full, and everything else that is answered is a yes.
async function fill_under_load() {
  let over = false;
  const writing = Promise.all(community.writers.map((each) => ledger.write(place, each, () => over)));
  await sleep(300);
  const seen = ledger.refused.length;
  disk.fill();
  const full = performance.now();
  await until('a refusal', () => ledger.refused.length > seen);
  worst.refused_ms = Math.max(worst.refused_ms, performance.now() - full);
  await writing;
  over = true;
  const answers = ledger.refused.slice(seen);
  assert.deepEqual([...new Set(answers)], [507], 'a full disk is answered with 507 and nothing else');
  refused += answers.length;
}

async function words_stay(number) {
  const words = `Something about bread, number ${number}, that must not go missing.`;
  const sent = await post_as_page(place, writer, `${group}/posts`, words);
  assert.equal(sent.status, 507);
  assert.ok(sent.text.includes(words), 'the form comes back with the words');
  ++refused;
  // Those kept at the server need room; the ballast has it.
  if (real) await until('the draft', async () => (await read_page(place, writer, group)).text.includes(words));
}

async function reads_go_on() {
  for (const path of [group, '/groups', '/me', `/posts/${[...ledger.kept.values()].at(-1).thread}`]) assert.equal((await read_page(place, writer, path)).status, 200, path);
}

// A post of each round, taken back by whoever wrote it.
async function deleting_goes_on(body) {
  const { id } = ledger.kept.get(body);
  const answer = await place.ask(writer.token, `/posts/${id}/withdraw`, {});
  assert.ok(answer.status < 300, `taking back answered ${answer.status}`);
  ledger.kept.delete(body);
}

async function normal_again() {
  disk.empty();
  const emptied = performance.now();
  await until('words to be taken again', async () => ledger.send(place, ledger.item(writer)), 30);
  worst.normal_ms = Math.max(worst.normal_ms, performance.now() - emptied);
  await until('the ballast to be there again', () => existsSync(ballast));
}

async function one_round(number) {
  const own = ledger.item(writer);
  assert.ok(await ledger.send(place, own));
  await fill_under_load();
  await words_stay(number);
  await reads_go_on();
  if (real) {
    await deleting_goes_on(own.body);
    assert.ok(!existsSync(ballast), 'the ballast was let go');
  }
  await normal_again();
  if (!real) return;
  // Started on a full disk.
  await place.end('SIGKILL');
  disk.fill();
  await place.start();
  await reads_go_on();
  await words_stay(number + 0.5);
  await normal_again();
}

try {
  await place.start();
  await accept_all(place, community);
  for (let round = 1; round <= rounds; ++round) await one_round(round);
  const { lost, doubled, unknown } = await ledger.compare(place, writer);
  assert.equal(await place.end(), 0);
  const complaints = complaints_about(community.data);
  if (complaints) console.error(complaints);
  const in_time = worst.refused_ms <= refused_within_ms * patience() && worst.normal_ms <= normal_within_ms * patience();
  const figures = `${real ? 'a real file system, full to the last block' : 'PRETENDED, for none could be mounted here'}, ${rounds} times: ` +
    `${refused} refused with 507, the first after ${(worst.refused_ms / 1000).toFixed(2)} s at most, words kept, reading${real ? ', deleting, starting' : ''} went on; ` +
    `normal again after ${(worst.normal_ms / 1000).toFixed(2)} s at most; ${ledger.kept.size} acknowledged: lost ${lost}, doubled ${doubled}, unknown ${unknown}; ${complaints ? 'UNSOUND' : 'sound'}`;
  console.log(JSON.stringify({ kept: in_time && !complaints && lost + doubled + unknown === 0, figures }));
} catch (fault) {
  console.error(`${fault.stack}\nThe server said: ${place.said}`);
  process.exitCode = 1;
} finally {
  await end_all();
}
