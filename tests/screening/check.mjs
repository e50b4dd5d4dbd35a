// Are the authored files what they claim to be? Every complaint is printed; any complaint fails.
//   node tests/screening/check.mjs
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { has_check_digit, leads_to_nobody } from './read_digits.mjs';
import { files_made, here, kind_of_class, pairs, posts, tones } from './read_source.mjs';

const complaints = [];
const complain_unless = (holds, words) => { if (!holds) complaints.push(words); };
const count = (rows, wanted) => rows.filter(wanted).length;
const begins_character = (bytes, at) => at === bytes.length || (bytes[at] & 0xc0) !== 0x80;
const normal = (text) => text.toLowerCase().replace(/\s+/g, ' ');

function check_texts(name, texts) {
  const seen = new Map();
  for (const { id, text } of texts) {
    complain_unless(text.length >= 3, `${name} ${id}: says nothing`);
    complain_unless(!/[{}⟦⟧]/.test(text), `${name} ${id}: markup is left over`);
    complain_unless(!seen.has(normal(text)), `${name} ${id}: the same words as ${seen.get(normal(text))}`);
    seen.set(normal(text), id);
  }
}

function check_mark(post, bytes, mark, words) {
  const place = `post ${post.id}, ${mark.class} "${words}"`;
  complain_unless(mark.start >= 0 && mark.start < mark.end && mark.end <= bytes.length, `${place}: outside its text`);
  complain_unless(begins_character(bytes, mark.start) && begins_character(bytes, mark.end), `${place}: cuts a character`);
  complain_unless(bytes.subarray(mark.start, mark.end).toString('utf8') === words, `${place}: the offsets show other words`);
  complain_unless(kind_of_class.has(mark.class) && ['direct', 'quasi'].includes(mark.kind), `${place}: no such class or kind`);
  if (mark.class === 'phone') complain_unless(leads_to_nobody(words), `${place}: not out of the ranges that lead to nobody`);
  if (mark.class === 'nhs_number') complain_unless(has_check_digit(words), `${place}: the check digit is wrong`);
  if (mark.class === 'email') complain_unless(/example$/.test(words), `${place}: not an address under .example`);
}

function check_post(post, source) {
  const bytes = Buffer.from(post.text, 'utf8');
  const direct = count(post.marks, (mark) => mark.kind === 'direct');
  const quasi = post.marks.length - direct;
  complain_unless(post.marks.length === source.marks.length, `post ${post.id}: lost a mark`);
  post.marks.forEach((mark, index) => {
    check_mark(post, bytes, mark, source.marks[index].words);
    if (index > 0) complain_unless(mark.start >= post.marks[index - 1].end, `post ${post.id}: marks overlap`);
  });
  const shape = {
    harmless: post.marks.length === 0 && post.danger === 'none',
    direct: direct > 0,
    jigsaw: direct === 0 && quasi >= 2 && post.danger !== 'none',
    mixed: direct > 0 && quasi >= 2 && post.danger !== 'none',
  };
  complain_unless(shape[post.group], `post ${post.id}: ${direct} direct and ${quasi} quasi, danger ${post.danger}: not a ${post.group} one`);
  complain_unless(['uk', 'us'].includes(post.region), `post ${post.id}: no region`);
  complain_unless(['none', 'amber', 'red'].includes(post.danger), `post ${post.id}: no danger`);
}

const made = files_made();
const rows_of = (name) => made.get(name).trim().split('\n').map((line) => JSON.parse(line));
for (const [name, content] of made) {
  const path = join(here, name);
  if (existsSync(path)) complain_unless(readFileSync(path, 'utf8') === content, `${name}: older than its source; run make.mjs`);
}

const written = posts();
const all_posts = rows_of('posts.jsonl');
all_posts.forEach((post, index) => check_post(post, written[index]));
check_texts('post', all_posts);
const share = (group) => count(all_posts, (post) => post.group === group) / all_posts.length;
complain_unless(all_posts.length >= 420, `${all_posts.length} posts; at least 420 are wanted`);
complain_unless(Math.abs(share('harmless') - 0.5) < 0.05, `a share of ${share('harmless').toFixed(2)} is harmless; half is wanted`);
complain_unless(Math.abs(share('direct') - 0.25) < 0.05, `a share of ${share('direct').toFixed(2)} is direct; a quarter is wanted`);
complain_unless(count(all_posts, (post) => post.region === 'us') >= 90, 'fewer than 90 posts are American');
for (const name of kind_of_class.keys())
  complain_unless(all_posts.some((post) => post.marks.some((mark) => mark.class === name)), `no post has a ${name}`);

const all_pairs = pairs();
complain_unless(all_pairs.length >= 120, `${all_pairs.length} pairs; at least 120 are wanted`);
check_texts('pair', all_pairs.flatMap((pair) => [{ id: `${pair.id} risky`, text: pair.risky.text }, { id: `${pair.id} safe`, text: pair.safe.text }]));

const all_tones = tones();
complain_unless(all_tones.length >= 240, `${all_tones.length} tone cases; at least 240 are wanted`);
complain_unless(count(all_tones, (tone) => tone.level === 'none') >= all_tones.length * 0.45, 'too few tone cases are without fault');
check_texts('tone', all_tones);

// What the README counts for its readers must be so.
const told = readFileSync(join(here, 'README.md'), 'utf8').split('\n').filter((line) => line.startsWith('|'));
function must_count(row, ...counts) {
  const line = told.find((each) => each.includes(row)) ?? '';
  for (const wanted of counts) complain_unless(new RegExp(`\\b${wanted}\\b`).test(line), `README.md: ${wanted} is not what it counts for ${row}`);
}
for (const group of ['harmless', 'direct', 'jigsaw', 'mixed']) must_count(`of these \`${group}\``, count(all_posts, (post) => post.group === group));
must_count('`posts.jsonl`', all_posts.length, ...['uk', 'us'].map((region) => count(all_posts, (post) => post.region === region)));
must_count('`pairs.jsonl`', all_pairs.length);
must_count('`tone.jsonl`', all_tones.length, ...['none', 'amber', 'red'].map((level) => count(all_tones, (tone) => tone.level === level)));

for (const complaint of complaints) console.error(complaint);
const by = (rows, name) => JSON.stringify(Object.fromEntries([...new Set(rows.map((row) => row[name]))].sort().map((value) => [value, count(rows, (row) => row[name] === value)])));
console.log(`${all_posts.length} posts ${by(all_posts, 'group')} ${by(all_posts, 'region')} ${by(all_posts, 'danger')}`);
console.log(`${all_posts.reduce((sum, post) => sum + post.marks.length, 0)} marks`);
console.log(`${all_pairs.length} pairs ${by(all_pairs.map((pair) => pair.risky), 'danger')}`);
console.log(`${all_tones.length} tone cases ${by(all_tones, 'level')}`);
process.exit(complaints.length > 0 ? 1 : 0);
