// Reads the authored posts, pairs and tone cases from source/, where they stand as a person writes and reads them:
// a line "## …" heads each, the text follows, and {class:words} marks what identifies somebody. README.md tells more.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));

export const kind_of_class = new Map([
  ...['person', 'address', 'postcode', 'phone', 'email', 'url', 'handle', 'nhs_number', 'nino', 'upn', 'uln', 'case_number', 'court_case',
    'registration', 'vehicle', 'dob', 'ssn', 'mrn', 'medicaid', 'docket', 'license', 'other_id'].map((name) => [name, 'direct']),
  ...['place', 'institution', 'date', 'age', 'family', 'ethnicity', 'religion', 'health', 'occupation', 'event', 'immigration',
    'relationship', 'organisation', 'quantity'].map((name) => [name, 'quasi']),
]);

export class SourceFault extends Error {}

const bytes = (text) => Buffer.byteLength(text, 'utf8');

// The records of a file: what its head says, its lines, and where it begins.
function records(folder) {
  const found = [];
  for (const file of readdirSync(join(here, 'source', folder)).filter((name) => name.endsWith('.txt')).sort()) {
    const theme = basename(file, '.txt');
    let record = null;
    let number = 0;
    readFileSync(join(here, 'source', folder, file), 'utf8').split('\n').forEach((line, index) => {
      if (line.startsWith('## ')) {
        number += 1;
        record = { id: `${theme}-${String(number).padStart(2, '0')}`, head: line.slice(3).trim(), lines: [], place: `${folder}/${file}:${index + 1}` };
        found.push(record);
      } else if (record) {
        record.lines.push(line);
      } else if (line.trim() !== '') {
        throw new SourceFault(`${folder}/${file}:${index + 1}: words before the first head`);
      }
    });
  }
  return found;
}

const text_of = (lines) => lines.join('\n').trim();

// "{person:Aisha} rang" becomes "Aisha rang" and the mark 0 to 5. {place!direct:…} says another kind than the class's own.
export function read_marks(written, place) {
  const marks = [];
  let text = '';
  let rest = written;
  for (;;) {
    const open = rest.indexOf('{');
    if (open < 0) break;
    const found = /^\{([a-z_]+)(?:!(direct|quasi))?:([^{}]+)\}/.exec(rest.slice(open));
    if (!found) throw new SourceFault(`${place}: a brace that marks nothing: ${rest.slice(open, open + 30)}`);
    const [whole, name, kind, words] = found;
    if (!kind_of_class.has(name)) throw new SourceFault(`${place}: no class ${name}`);
    if (words !== words.trim()) throw new SourceFault(`${place}: white space at the edge of "${words}"`);
    text += rest.slice(0, open);
    marks.push({ start: bytes(text), end: bytes(text) + bytes(words), class: name, kind: kind ?? kind_of_class.get(name), words });
    text += words;
    rest = rest.slice(open + whole.length);
  }
  text += rest;
  if (text.includes('}')) throw new SourceFault(`${place}: a brace that closes nothing`);
  return { text, marks };
}

function fields(record, form) {
  const found = form.exec(record.head);
  if (!found) throw new SourceFault(`${record.place}: cannot read the head "${record.head}"`);
  return found.groups;
}

// ## uk jigsaw red          (a danger that is not said is none)
export function posts() {
  return records('posts').map((record) => {
    const { region, group, danger } = fields(record, /^(?<region>uk|us) (?<group>harmless|direct|jigsaw|mixed)(?: (?<danger>none|amber|red))?$/);
    const { text, marks } = read_marks(text_of(record.lines), record.place);
    return { id: record.id, text, group, marks, danger: danger ?? 'none', region };
  });
}

// ## uk red                 the risky wording, a line "--", the broadened one
export function pairs() {
  return records('pairs').map((record) => {
    const { danger } = fields(record, /^(?:uk|us) (?<danger>amber|red)$/);
    const cut = record.lines.indexOf('--');
    if (cut < 0) throw new SourceFault(`${record.place}: no line "--" between the two`);
    return {
      id: record.id,
      risky: { text: text_of(record.lines.slice(0, cut)), danger },
      safe: { text: text_of(record.lines.slice(cut + 1)), danger: 'none' },
    };
  });
}

// ## none: anger at the system
export function tones() {
  return records('tone').map((record) => {
    const { level, why } = fields(record, /^(?<level>none|amber|red): (?<why>.+)$/);
    return { id: record.id, text: text_of(record.lines), level, why };
  });
}

// The three files as they are handed to whoever measures: name and content.
export function files_made() {
  const without_words = (post) => ({ ...post, marks: post.marks.map(({ words, ...mark }) => mark) });
  const lines = (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  return new Map([['posts.jsonl', lines(posts().map(without_words))], ['pairs.jsonl', lines(pairs())], ['tone.jsonl', lines(tones())]]);
}
