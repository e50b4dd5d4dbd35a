// The authored texts that are measured on (tests/screening), and Kith's own answers to them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { read_marks } from '../../tests/screening/read_source.mjs';

const lines_of = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));

export function authored(folder) {
  mkdirSync(folder, { recursive: true });
  execFileSync('node', ['tests/screening/make.mjs', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const read = (name) => lines_of(`${folder}/${name}.jsonl`);
  return { posts: read('posts'), pairs: read('pairs'), tone: read('tone') };
}

// The lines of a file of comments beside this one.
export const lines_of_words = (name) =>
  readFileSync(`bench/screening/${name}.txt`, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));

// The posts of voices/, seen or kept.
export function voices(set) {
  const records = readFileSync(`bench/screening/voices/${set}.txt`, 'utf8').split(/^## /m).filter((record) => record.trim());
  return records.map((record, n) => {
    const cut = record.indexOf('\n');
    return { id: `${set}-${n + 1}`, group: record.split(' ')[1].trim().split('\n')[0], ...read_marks(record.slice(cut + 1).trim(), set) };
  });
}

// Answers of `kith scan --lines` to these texts, in their order; offsets are bytes.
export function kith(program, texts, level) {
  const input = texts.map((text, id) => JSON.stringify({ id: String(id), text })).join('\n');
  const ran = execFileSync(program, ['scan', '--lines', '--level', level, '--jobs', '1'], {
    input: `${input}\n`, maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'ignore'],
  });
  return ran.toString().split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

// Spans of characters (of a JavaScript string) as spans of UTF-8 bytes.
export function in_bytes(text, spans) {
  const bytes = (at) => Buffer.byteLength(text.slice(0, at));
  return spans.map(({ start, end }) => ({ start: bytes(start), end: bytes(end) }));
}

export const words_in = (text) => text.match(/[\p{L}\p{N}']+/gu)?.length ?? 0;
