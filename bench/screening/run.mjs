// What bin/bench screening does once everything is built: the authored texts, Kith beside the packages of npm.
//   node bench/screening/run.mjs [--show] [--data FOLDER]
// --show lists what was missed and what was marked in harmless posts; --data: the folder of training data, for what is
// found in the corpora there (bench_screening).
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measure_in_browser } from './browser.mjs';
import { measure_letters } from './letters.mjs';
import { peers } from './peers.mjs';
import { answers_of, score_pairs, score_posts, score_tone } from './score.mjs';
import { authored, kith, lines_of_words, voices } from './texts.mjs';

const { values: options } = parseArgs({ options: { show: { type: 'boolean' }, data: { type: 'string' } } });
const program = process.env.KITH ?? 'build/release/kith', assets = process.env.KITH_ASSETS ?? 'build/release/web/assets', folder = 'build/bench/screening';
const corpora = 'build/release/bench/bench_screening';
const archive_copies = 400;

const texts = authored(folder);
const post_texts = texts.posts.map((post) => post.text);

function ours(level) {
  const answers = kith(program, post_texts, level).map((answer) => answer.findings);
  return score_posts(texts.posts, level === 'direct' ? answers.map((found) => found.filter(({ kind }) => kind === 'direct')) : answers);
}

// Many copies of all posts through one thread, less what starting and an empty run cost.
function megabytes_per_second() {
  const many = Array.from({ length: archive_copies }, () => post_texts.join('\n\n'));
  const bytes = many.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const spent = (input) => {
    const begun = performance.now();
    kith(program, input, 'all');
    return (performance.now() - begun) / 1000;
  };
  spent(many.slice(0, 1));
  return bytes / 1e6 / (spent(many) - spent(many.slice(0, 1)));
}

function dangers(level_of) {
  const all = [...texts.pairs.flatMap(({ risky, safe }) => [risky.text, safe.text]), ...texts.tone.map(({ text }) => text)];
  const answers = new Map(kith(program, all, 'all').map((answer, i) => [all[i], answer]));
  return (text) => level_of(answers.get(text));
}

const percent = (share) => `${(100 * share).toFixed(1)} %`.padStart(8);
const line = (name, score, speed) =>
  console.log(
    `  ${name.padEnd(26)}${percent(score.direct_found)}${percent(score.quasi_found)}${percent(score.harmless_marked)}` +
      `${score.marks_per_thousand_words.toFixed(1).padStart(10)}${speed.padStart(12)}`,
  );

const result = { at: new Date().toISOString(), posts: texts.posts.length, systems: {} };
console.log(`${texts.posts.length} authored posts, ${texts.pairs.length} pairs, ${texts.tone.length} cases of tone\n`);
console.log('                              direct   quasi  harmless  marks in    MB a second');
console.log('                               found   found    marked  1,000 words');
const speed = megabytes_per_second();
const direct = ours('direct'), all = ours('all');
line('Kith, direct', direct, '');
line('Kith, all', all, speed.toFixed(1));
const bytes = post_texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
for (const [name, make] of Object.entries(peers)) {
  const { answers, seconds } = await answers_of(make(), texts.posts);
  const score = score_posts(texts.posts, answers);
  result.systems[name] = { ...score, missed: undefined, false_marks: undefined, megabytes_per_second: bytes / 1e6 / seconds };
  line(name, score, (bytes / 1e6 / seconds).toFixed(2));
}
const pairs = score_pairs(texts.pairs, dangers((answer) => answer.jigsaw.level));
const tone = score_tone(texts.tone, dangers((answer) => answer.tone.level));
const letters = measure_letters(program);
// What generalises: `kept` was never read while rules were made.
const others = {};
for (const set of ['seen', 'kept']) {
  const posts = voices(set);
  const score = score_posts(posts, kith(program, posts.map((post) => post.text), 'all').map((answer) => answer.findings));
  const comments = lines_of_words(set === 'seen' ? 'comments' : 'comments_kept');
  const marked = kith(program, comments, 'direct').filter((answer) => answer.findings.some(({ kind }) => kind === 'direct')).length;
  others[set] = { quasi_found: score.quasi_found, comments: comments.length, comments_marked: marked };
}
const browser = await measure_in_browser(assets, texts.posts);
console.log(`\n  Pairs told apart             ${percent(pairs.apart)}   (${pairs.quiet} risky ones unseen, ${pairs.loud} broadened ones marked)`);
console.log(`  Hurtful tone seen            ${percent(tone.seen)}   harmless marked${percent(tone.marked_wrongly)}`);
for (const [set, one] of Object.entries(others))
  console.log(`  More posts, ${set}: quasi${percent(one.quasi_found)}   comments on famous people with something direct: ${one.comments_marked} of ${one.comments}`);
console.log(`  ${letters.texts} letters: recall${percent(letters.recall)} precision${percent(letters.precision)} F2${percent(letters.f2)}`);
console.log(`  A draft of ${browser.characters} characters in the browser: median ${browser.median_ms.toFixed(2)} ms, 95th percentile ${browser.p95_ms.toFixed(2)} ms`);
console.log(`  Downloaded once, compressed: ${(browser.bytes / 1e6).toFixed(2)} MB`);
if (options.data) {
  const words = [options.data, 'src/screen/model/kith.model'];
  console.log(`\n  On the labelled corpora, parts that were not trained on:\n${execFileSync(corpora, words).toString().replace(/^/gm, '    ')}`);
}
if (options.show) {
  for (const { post, mark } of direct.missed.filter(({ mark }) => mark.kind === 'direct')) {
    const bytes_of = Buffer.from(post.text);
    console.log(`missed ${mark.class}: ${bytes_of.subarray(mark.start, mark.end)} | ${post.id}`);
  }
  for (const { post, span } of direct.false_marks)
    console.log(`marked ${span.class}: ${Buffer.from(post.text).subarray(span.start, span.end)} | ${post.id}: ${post.text.slice(0, 120)}`);
}
Object.assign(result, { kith: { direct, all, megabytes_per_second: speed }, pairs, tone, letters: { ...letters, by_field: undefined }, others, browser });
mkdirSync(folder, { recursive: true });
writeFileSync('build/bench-screening.json', JSON.stringify(result, (key, value) => (['missed', 'false_marks'].includes(key) ? undefined : value), 1));
