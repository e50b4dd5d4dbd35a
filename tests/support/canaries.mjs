// Phrases that are in no other text, and the ways in which one could be written down.
export class Canaries {
  // `kind`: no phrase of one kind is a phrase of another.
  constructor(kind = 0) {
    this.kind = kind;
    this.all = [];
  }
  // A word that could be somebody's, and that no other begins or ends like.
  make() {
    const letters = 'bcdfghklmnprstvz', vowels = 'aeiou';
    let number = (this.all.length + 1 + this.kind * 20_000) * 7919, word = 'qu';
    for (let i = 0; i < 6; ++i) {
      word += letters[number % 16] + vowels[(number >> 4) % 5];
      number = Math.floor(number / 5) + i * 31;
    }
    const phrase = `${word}${(this.all.length + 1 + this.kind * 20_000).toString(36)}x`;
    this.all.push(phrase);
    return phrase;
  }
}

// What a reader or a machine on the way could make of the bytes: as they are, and with the codings of mail undone.
export function readings(text) {
  const quoted = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  const decoded = (text.match(/[A-Za-z0-9+/_-]{12,}={0,2}/g) ?? []).map((word) => Buffer.from(word.replace(/-/g, '+').replace(/_/g, '/'), 'base64').toString('latin1'));
  let unescaped = text;
  try { unescaped = decodeURIComponent(text.replace(/%(?![0-9A-F]{2})/gi, '%25')); } catch { /* it is not of that kind */ }
  return [text, quoted, unescaped, decoded.join('\n')].map((reading) => reading.toLowerCase());
}
