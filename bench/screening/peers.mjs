// What others offer on npm for finding what identifies people, each as text -> spans of characters.
// They are installed by bin/bench screening (peers/package.json) and used as their own pages say.
import { createRequire } from 'node:module';

const require = createRequire(new URL('./peers/package.json', import.meta.url));

// Words and signs at the edges that belong to the sentence, not to the name.
function trimmed(text, start, end) {
  while (start < end && /[\s.,;:!?'"()]/.test(text[start])) start += 1;
  while (end > start && /[\s.,;:!?'"()]/.test(text[end - 1])) end -= 1;
  return { start, end };
}

function compromise() {
  const nlp = require('compromise');
  const kinds = ['people', 'places', 'organizations', 'phoneNumbers', 'emails', 'urls', 'atMentions'];
  return (text) => {
    const doc = nlp(text);
    return kinds.flatMap((kind) =>
      (doc[kind]?.().json({ offset: true, terms: false, text: false }) ?? []).map(({ offset }) =>
        trimmed(text, offset.start, offset.start + offset.length),
      ),
    );
  };
}

// It answers with the text in which what it found is replaced: where the rest stands tells what was found.
function redact_pii() {
  const { SyncRedactor } = require('redact-pii');
  const cut = '\u{E000}';
  const redactor = new SyncRedactor({ globalReplaceWith: cut });
  return (text) => {
    const spans = [];
    let at = 0;
    const kept = redactor.redact(text).split(cut);
    kept.forEach((piece, i) => {
      const found = i === 0 ? 0 : piece === '' && i === kept.length - 1 ? text.length : text.indexOf(piece, at);
      const start = found < 0 ? at : found;
      if (i > 0 && start > at) spans.push(trimmed(text, at, start));
      at = start + piece.length;
    });
    return spans;
  };
}

function openredaction() {
  const { OpenRedaction } = require('openredaction');
  const detector = new OpenRedaction();
  return async (text) => (await detector.detect(text)).detections.map(({ position: [start, end] }) => ({ start, end }));
}

// Its entities are counts, dates, addresses on the net; its proper nouns are what names it knows of.
function wink() {
  const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'));
  const { its } = nlp;
  return (text) => {
    const tokens = nlp.readDoc(text).tokens();
    const words = tokens.out(), spaces = tokens.out(its.precedingSpaces), kinds = tokens.out(its.pos);
    const types = tokens.out(its.type);
    const spans = [];
    let at = 0;
    words.forEach((word, i) => {
      at += spaces[i].length;
      const named = kinds[i] === 'PROPN' || ['email', 'url', 'mention'].includes(types[i]);
      const last = spans.at(-1);
      if (named && last?.token === i - 1) Object.assign(last, { end: at + word.length, token: i });
      else if (named) spans.push({ start: at, end: at + word.length, token: i });
      at += word.length;
    });
    return spans;
  };
}

export const peers = {
  compromise: compromise,
  'redact-pii': redact_pii,
  openredaction: openredaction,
  'wink-nlp, proper nouns': wink,
};
