// The group page and a thread of 50 comments, and a durable comment: beside what the same page, the same
// row, cost without Kith.
import { writeFileSync } from 'node:fs';
import { as, copy_place, find_pages, serve } from './place.mjs';
import { ask_for, start } from './servers.mjs';
import { interleaved, wrk } from './wrk.mjs';

export const connection_counts = [1, 16, 64];

// Kith on the place and the references on a copy of it, with the pages that both serve.
export async function open_side_by_side(place, database) {
  const person = place.people[0];
  const first = await serve(place, database);
  const found = await find_pages(first, place, person);
  await first.stop();  // so that the copy below is whole

  const pages = { group: `/groups/${found.group}`, thread: `/posts/${found.thread}` };
  const kith = await serve(place, database);
  for (const [name, path] of Object.entries(pages))
    writeFileSync(`${place.folder}.${name}.html`, (await ask_for(200, kith.url + path, { headers: as(person) })).body);
  const copy = `${place.folder}-bare`;
  copy_place(place, copy);
  const files = ['group', 'thread'].map((name) => `${place.folder}.${name}.html`);
  const bare = await start('build/release/bench/bench_bare', [copy, found.group, found.thread, ...files]);
  return { kith, bare, person, pages, ...found };
}

export async function measure_pages(side, { seconds, rounds }) {
  const { kith, bare, person } = side;
  const gzip = { 'Accept-Encoding': 'gzip' };
  const result = {};
  for (const [name, path] of Object.entries(side.pages)) {
    const aims = [
      ['static', `${bare.url}/static/${name}`, {}],
      ['bare', `${bare.url}/bare/${name}`, {}],
      ['kith', kith.url + path, as(person)],
      ['kith gzip', kith.url + path, { ...as(person), ...gzip }],
    ];
    result[name] = {};
    for (const connections of connection_counts) {
      const variants = aims.map(([aim, url, headers]) => [aim, () => wrk(url, { connections, seconds, headers })]);
      result[name][connections] = await interleaved(variants, rounds, 'bare');
    }
  }
  return result;
}

export async function measure_comments(side, { seconds, rounds }) {
  const { kith, bare, person, talk } = side;
  const own = `${kith.url}/posts/${talk}/comments`;
  const headers = { ...as(person), Accept: 'application/json' };
  const script = 'comment.lua';
  const form = await ask_for(200, `${kith.url}/posts/${talk}`, { headers: as(person) });
  const [, key] = form.body.toString().match(/name="idempotency_key" value="(\w{22})"/);
  const result = {};
  for (const connections of connection_counts) {
    const send = (url, word) => () => wrk(url, { connections, seconds, headers, script, words: [word] });
    const variants = [
      ['bare', send(`${bare.url}/bare/comment`, 'plain')],
      ['kith', send(own, key)],
      ['kith, no key', send(own, 'plain')],
    ];
    result[connections] = await interleaved(variants, rounds, 'bare');
  }
  return result;
}
