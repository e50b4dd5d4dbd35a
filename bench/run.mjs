// What bin/bench does once everything is built; see there.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { measure_letters } from './letters.mjs';
import { measure_delivery, measure_idle_streams } from './live.mjs';
import { measure_comments, measure_pages, open_side_by_side } from './pages.mjs';
import { measure_messages } from './messages.mjs';
import { as, find_pages, is_made, known_place, make_place, serve } from './place.mjs';
import { measure_search } from './search.mjs';
import { stop_all } from './servers.mjs';
import { measure_start } from './start.mjs';
import { table } from './table.mjs';
import { measure_weight } from './weight.mjs';
import { interleaved, wrk } from './wrk.mjs';

const posts = 2_000, members = 200, posts_large = 100_000;
const folder = 'build/bench';
const sections = ['pages', 'comments', 'live', 'messages', 'memory', 'start', 'large', 'search', 'weight', 'letters'];

const { values: options, positionals: named } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, data: { type: 'string' } },
});
const unknown = named.filter((name) => !sections.includes(name));
if (unknown.length) {
  console.error(`There is no measurement "${unknown[0]}". There are: ${sections.join(', ')}.`);
  process.exit(2);
}
const wants = (section) =>
  named.length ? named.includes(section) : !['large', 'search'].includes(section) || !options.quick;

// A quick run shows that everything works; its figures are rough.
const pace = options.quick ? { seconds: 1, rounds: 1, posts: 30 } : { seconds: 3, rounds: 3, posts: 200 };
const say = (words) => process.stderr.write(`${words} …\n`);

function machine() {
  const model = cpus()[0].model;
  const kernel = readFileSync('/proc/sys/kernel/osrelease', 'utf8').trim();
  return `${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${kernel}, load ${loadavg()[0].toFixed(1)} at the start`;
}

function large_place() {
  say(`Making a place of ${posts_large} posts`);
  const large_folder = `${folder}/large`;
  return is_made(large_folder) ? known_place(large_folder) : make_place(large_folder, members, posts_large);
}

async function measure_large(place, pages) {
  const large = large_place();
  const person = large.people[0];
  const [server, small] = [await serve(large), await serve(place)];
  const { group } = await find_pages(server, large, person);
  say('Measuring it');
  const page = (at, path, who) => () => wrk(at.url + path, { connections: 16, seconds: pace.seconds, headers: as(who) });
  const figures = await interleaved(
    [
      ['small', page(small, pages.group, place.people[0])],
      ['large', page(server, `/groups/${group}`, person)],
    ],
    pace.rounds,
    'small',
  );
  await Promise.all([server.stop(), small.stop()]);
  const start = await measure_start(large, `/groups/${group}`, person, { rounds: 5 });
  return { posts: posts_large, start, ...figures.large };
}

async function measure() {
  const report = { date: new Date().toISOString(), machine: machine(), quick: Boolean(options.quick), members, posts };
  say(`Making a place of ${members} members and ${posts} posts`);
  const place = options.data ? known_place(options.data) : make_place(`${folder}/place`, members, posts);
  const side = await open_side_by_side(place);
  const { kith, person, pages } = side;
  const memory = { after_start_mb: kith.memory_mb() };
  if (wants('weight')) {
    report.weight = {
      sign_in: await measure_weight(kith, '/session'),
      group: await measure_weight(kith, pages.group, person),
    };
  }
  if (wants('pages')) {
    say('Measuring pages');
    report.pages = await measure_pages(side, pace);
  }
  if (wants('live')) {
    say('Measuring live delivery');
    report.live = await measure_delivery(side, place, pace);
  }
  if (wants('messages')) {
    say('Measuring messages');
    report.messages = await measure_messages(kith, place, pace);
  }
  if (wants('comments')) {
    say('Measuring comments');
    report.comments = await measure_comments(side, pace);
  }
  memory.loaded_mb = kith.memory_mb();
  await stop_all();
  if (wants('memory')) {
    side.kith = await serve(place);
    memory.stream = await measure_idle_streams(side);
    await stop_all();
    report.memory = memory;
  }
  if (wants('letters')) {
    say('Sending letters');
    report.letters = await measure_letters({ rounds: pace.rounds });
  }
  if (wants('start')) report.start = await measure_start(place, pages.group, person, { rounds: 5 });
  if (wants('search')) {
    const large = large_place();
    say('Measuring search');
    report.search = { posts: posts_large, questions: await measure_search(large, pace) };
  }
  if (wants('large')) report.large = await measure_large(place, pages);
  return report;
}

mkdirSync(folder, { recursive: true });
try {
  const report = await measure();
  console.log(table(report));
  writeFileSync('build/bench.json', JSON.stringify(report, null, 2) + '\n');
} finally {
  await stop_all();
}
