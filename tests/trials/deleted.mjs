// What is deleted is deleted. Phrases are written, and a picture sent; then some are taken back, some reach the end of
// their time, some go with a group that is left and some with an account that ends. The database is then read as it is
// behind its key, page by page, free pages among them: none of those may be in any table or in the index of words, while
// those that stay must all be there. Backups hold them until the last one from before is forgotten, and then no more. And
// whoever has the whole disk and no key finds nothing at all.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Canaries } from '../support/canaries.mjs';
import { kith, until } from '../reach/servers.mjs';
import { say } from '../reach/community.mjs';
import { Faults } from './faults.mjs';
import { accept_all, make_community, open_place } from './place.mjs';

export const limit_seconds = { short: 180, long: 600 };
const plain_program = resolve('build/dev/plain');
const picture = readFileSync(resolve('tests/support/samples/picture.jpg'));
const day = 24 * 3600;
const phrases_of_each_way = 120;
const picture_bytes_compared = 64;

function files_below(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

// The end of a phrase: an index keeps a word without what it shares with the one before it.
const tail_of = (phrase) => Buffer.from(phrase.slice(-9));

class Disk {
  constructor(folder) {
    this.folder = folder;
    this.plain = join(folder, 'plain');
  }
  // Behind the key: how many of these are there.
  behind_key(data, things) {
    execFileSync(plain_program, [join(data, 'kith.db'), `${data}.key`, this.plain], { stdio: ['ignore', 'ignore', 'inherit'] });
    const bytes = readFileSync(this.plain);
    return things.filter((thing) => bytes.includes(thing)).length;
  }
  // Without it, in every file of a folder.
  without_key(folder, things) {
    const found = new Set();
    for (const path of files_below(folder)) {
      const bytes = readFileSync(path);
      for (const thing of things) if (bytes.includes(thing)) found.add(thing);
    }
    return found.size;
  }
}

const good = (answer) => {
  assert.ok(answer.status < 400, `${answer.status} ${answer.text}`);
  return answer.json;
};

async function send_picture(place, person, group, alternative) {
  const form = new FormData();
  form.set('body', 'A path in a wood.');
  form.set('alternative', alternative);
  form.set('file', new Blob([picture], { type: 'image/jpeg' }), 'picture.jpg');
  const headers = { Accept: 'application/json', Authorization: `Bearer ${person.token}` };
  const answer = await fetch(`${place.address}/groups/${group.id}/posts`, { method: 'POST', headers, body: form });
  assert.equal(answer.status, 201, 'a picture is taken');
  const { id } = await answer.json();
  const { json } = await place.ask(person.token, `/posts/${id}`);
  const [{ versions }] = json.post.files;
  const address = versions[0].href;
  const bytes = Buffer.from(await (await fetch(place.address + address, { headers })).arrayBuffer());
  assert.ok(bytes.length > 4 * picture_bytes_compared, 'the picture can be had');
  const middle = Math.floor(bytes.length / 2);
  return { id, bytes: bytes.subarray(middle, middle + picture_bytes_compared) };
}

// Posts, answers, drafts, messages and a change, each with a phrase; returns what undoes them.
async function write_to_take_back(place, [writer, other], group, make) {
  const undo = [];
  for (let i = 0; i < phrases_of_each_way; i += 4) {
    const post = (await say(place, writer, `/groups/${group.id}/posts`, { body: make() })).id;
    const version = (await place.ask(writer.token, `/posts/${post}`)).json?.post?.version ?? 1;
    await place.ask(writer.token, `/posts/${post}`, { body: make(), version });
    const answer = (await say(place, writer, `/posts/${post}/comments`, { body: make() })).id;
    await place.ask(writer.token, '/drafts', { place: `thread:${post}`, body: make() });
    undo.push(() => place.ask(writer.token, `/posts/${answer}/withdraw`, {}), () => place.ask(writer.token, `/posts/${post}/withdraw`, {}),
      () => place.ask(writer.token, '/drafts/end', { place: `thread:${post}` }));
  }
  const words = make();
  const begun = await place.ask(writer.token, '/messages', { to: other.id, body: words });
  const conversation = begun.json?.conversation ?? /\/messages\/(\w{22})/.exec(begun.text)?.[1];
  if (conversation) {
    const { json } = await place.ask(writer.token, `/messages/${conversation}`);
    for (const { id } of json.messages.filter(({ body }) => body === words)) undo.push(() => place.ask(writer.token, `/messages/${conversation}/${id}/take-back`, {}));
  }
  const sent = await send_picture(place, writer, group, make());
  undo.push(() => place.ask(writer.token, `/posts/${sent.id}/withdraw`, {}));
  return { undo, picture_bytes: sent.bytes };
}

async function write_all(place, { writers: [ada, ben, cleo, dan], group }, made) {
  for (const person of [ada, ben, cleo, dan]) person.id = (await place.ask(person.token, '/me/data.json')).json.profile.id;
  const taken_back = await write_to_take_back(place, [ada, ben], group, () => made.gone.make());
  for (let i = 0; i < phrases_of_each_way; ++i) {
    await say(place, ben, `/groups/${group.id}/posts`, { body: made.gone.make(), stays: '7' });
    if (i % 3 === 0) await say(place, cleo, `/groups/${group.id}/posts`, { body: made.gone.make() });
    if (i % 3 === 1) await say(place, dan, `/groups/${group.id}/posts`, { body: made.gone.make() });
    await say(place, ben, `/groups/${group.id}/posts`, { body: made.stays.make() });
  }
  good(await place.ask(dan.token, '/me', { name: `Dan ${made.gone.make()}`, capacity: 'practitioner', practice_fields: made.gone.make() }));
  return taken_back;
}

async function delete_all(place, { writers: [, ben, cleo, dan], group }, { undo }, clock) {
  for (const each of undo) good(await each());
  good(await place.ask(cleo.token, `/groups/${group.id}/leave`, { keeps: 'nothing' }));
  const password = 'four plain words here';
  execFileSync(process.env.KITH ?? 'build/dev/kith', ['person', 'password', '--data', place.data, '--email', dan.email], { input: `${password}\n` });
  dan.token = kith('token', 'create', '--data', place.data, '--person', dan.email).trim();
  good(await place.ask(dan.token, '/me/delete', { words: 'take_back', password }));
  // In two steps: a clock that has only begun may delete nothing yet.
  clock.pass(day / 12);
  await say(place, ben, `/groups/${group.id}/posts`, { body: 'Soup.' });
  clock.pass(8 * day);
}

export default async function deleted({ folder }) {
  const community = make_community(folder, 4);
  const faults = new Faults(join(folder, 'faults'));
  const clock = {
    passed: 0,
    pass(seconds) {
      this.passed += seconds;
      for (const name of ['wall_offset', 'boot_offset']) faults.set(name, BigInt(this.passed) * 1_000_000_000n);
    },
  };
  const place = open_place(community.data, [], faults.environment);
  const disk = new Disk(folder);
  const backups = join(folder, 'backups');
  const keys = ['--backup-key', join(folder, 'writing')];
  const made = { gone: new Canaries(1), stays: new Canaries(2) };
  kith('backup', '--data', community.data, ...keys, '--make-keys', join(folder, 'reading'));
  const restored = (name) => {
    kith('restore', backups, '--into', join(folder, name), '--reading-key', join(folder, 'reading'));
    return join(folder, name);
  };

  await place.start();
  await accept_all(place, community);
  const taken_back = await write_all(place, community, made);
  const gone = [...made.gone.all.map(tail_of), taken_back.picture_bytes], stays = made.stays.all.map(tail_of);
  const before = disk.behind_key(community.data, gone);
  const open_to_thief = disk.without_key(community.data, [...gone, ...stays]);
  kith('backup', backups, '--data', community.data, ...keys);
  const in_backup = disk.behind_key(restored('restored-before'), gone);

  await delete_all(place, community, taken_back, clock);
  const waits_at = made.gone.all.find((_, i) => i > phrases_of_each_way + 8);
  await until('words whose time is over to be gone', async () => {
    const { text } = await place.ask(community.writers[1].token, '/me/data.json');
    return !text.includes(waits_at);
  }, 60);
  assert.equal(await place.end(), 0);
  const after = disk.behind_key(community.data, gone);
  const still = disk.behind_key(community.data, stays);
  kith('backup', backups, '--data', community.data, ...keys, '--keep-count', '1');
  const listed = kith('backup', backups, '--data', community.data, ...keys, '--list').trim().split('\n').length;
  const after_retention = disk.behind_key(restored('restored-after'), gone);
  const opened_backups = disk.without_key(backups, [...gone, ...stays]);
  const figures = `${gone.length} things deleted (taken back, over, left, account ended; one a picture): before ${before} in the database and ${in_backup} in the backup, ` +
    `after ${after} in tables, index and free pages; ${still} of ${stays.length} that stay; ${after_retention} in backups once the older is forgotten (${listed} left); ` +
    `${open_to_thief + opened_backups} of ${gone.length + stays.length} found without a key`;
  faults.end();
  const kept = before >= gone.length - 3 && in_backup === before && after === 0 && still === stays.length && after_retention === 0 && listed === 1 && open_to_thief + opened_backups === 0;
  return { kept, figures };
}

