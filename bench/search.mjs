// Search in a place of 100,000 posts, page and all, beside the same question to SQLite's FTS5 without Kith.
import { as, copy_place, serve } from './place.mjs';
import { ask_for, start } from './servers.mjs';
import { interleaved, wrk } from './wrk.mjs';

// What people type, and what FTS5 is asked for it. The common word stands in more than half of all posts.
export const questions = [
  ['one word', { words: 'supervision ' }, 'supervision'],
  ['a common word', { words: 'the ' }, 'the'],
  ['two words', { words: 'court report ' }, 'court AND report'],
  ['a phrase', { words: '"next visit"' }, '"next visit"'],
  ['a beginning', { words: 'superv' }, 'superv*'],
  ['no such word', { words: 'kittiwake ' }, 'kittiwake'],
  ['two words, best first', { words: 'court report ', order: 'best' }],
  ['a common word by somebody', { words: 'the ', author: 'beatrix' }],
  ['answers of the last month', { words: 'the ', kind: 'answer', since: 'month' }],
];

async function address_of(kith, person, question) {
  const headers = { ...as(person), Accept: 'application/json', 'Content-Type': 'application/json' };
  const answer = await ask_for(200, `${kith.url}/search`, { method: 'POST', headers, body: JSON.stringify(question) });
  return JSON.parse(answer.body).location;
}

export async function measure_search(place, { seconds, rounds }) {
  const copy = `${place.folder}-raw`;
  copy_place(place, copy);
  const kith = await serve(place);
  const raw = await start('build/release/bench/bench_search', [copy, ...questions.map(([, , expression]) => expression ?? '')]);
  const person = place.people[0];
  const result = {};
  for (const [number, [name, question, expression]] of questions.entries()) {
    const url = kith.url + (await address_of(kith, person, question));
    const variants = [['kith', () => wrk(url, { connections: 1, seconds, headers: as(person) })]];
    if (expression) variants.unshift(['raw', () => wrk(`${raw.url}/raw/${number}`, { connections: 1, seconds })]);
    result[name] = await interleaved(variants, rounds, 'raw');
  }
  await Promise.all([kith.stop(), raw.stop()]);
  return result;
}
