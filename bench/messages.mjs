// A message from the sender's request to the other's open page, while 2, 50 and 500 pages are open.
import { read, send } from './place.mjs';
import { closed, open_stream, pause, quiet_words } from './live.mjs';
import { median, percentile } from './wrk.mjs';

const open_pages = [2, 50, 500];
const pause_ms = 15;
const arrival_deadline_ms = 5_000;

// A conversation of two with both of its pages open.
async function open_pair(server, from, to, person_id) {
  const { location } = await send(server, '/messages', from, { to: person_id, body: 'Good to have a place for this.' });
  const path = location.split('#')[0];
  const conversation = path.split('/')[2];
  const pair = { from, path, expected: undefined };
  const hear = (text) => {
    if (!pair.expected || !text.includes(pair.expected.words)) return;
    pair.expected.arrived(performance.now());
    pair.expected = undefined;
  };
  pair.sockets = [
    await open_stream(server, `/live?conversation=${conversation}`, from, () => {}),
    await open_stream(server, `/live?conversation=${conversation}`, to, hear),
  ];
  return pair;
}

// Everyone with each of the others, until there are enough; people who share a group with the first.
async function* pairs_in(server, place) {
  for (const from of place.people) {
    const { others } = await read(server, '/messages/new', from);
    const by_name = new Map(others.map(({ name, person_id }) => [name, person_id]));
    let taken = 0;
    for (const to of place.people) {
      const person_id = by_name.get(to.name);
      if (!person_id || to.name <= from.name) continue;
      yield open_pair(server, from, to, person_id);
      taken += 1;
      if (taken === 5) break;
    }
  }
}

async function time_one(server, pair, words) {
  const arrival = new Promise((arrived, failed) => {
    const patience = setTimeout(() => failed(new Error('a message did not reach the other page')), arrival_deadline_ms);
    pair.expected = { words, arrived: (at) => { clearTimeout(patience); arrived(at); } };
  });
  const before = performance.now();
  const answer = send(server, pair.path, pair.from, { body: `Something short to think about: ${words}.` });
  const at = await arrival;
  await answer;
  return at - before;
}

export async function measure_messages(server, place, { posts }) {
  const report = [];
  const pairs = [];
  const more = pairs_in(server, place);
  for (const pages of open_pages) {
    while (pairs.length * 2 < pages) {
      const { value, done } = await more.next();
      if (done) throw new Error(`the place has too few people for ${pages} open pages`);
      pairs.push(value);
    }
    await pause(300);
    const times = [];
    for (let count = 0; count < posts; count += 1) {
      times.push(await time_one(server, pairs[count % pairs.length], quiet_words(count)));
      await pause(pause_ms);
    }
    report.push({ open_pages: pages, messages: posts, p50_ms: median(times), p99_ms: percentile(times, 99) });
  }
  await Promise.all(pairs.flatMap(({ sockets }) => sockets).map(closed));
  return report;
}
