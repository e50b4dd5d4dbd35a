// Drafts on this device, so that a closed tab on a dead line loses nothing. Each is sealed with
// AES-GCM under a key that the browser keeps and never hands out, so that the words are in no file in
// clear. Where the browser offers no such thing (no secure context, a private window that forbids it)
// every call quietly does nothing: the server's own draft remains.
//
// Sealing takes a moment, and a page that is being closed has none. For its last words a pad is made in
// advance: what AES-GCM makes of nothing but zeros under a nonce of its own, to be laid over one text.
import { forget_database, open, quietly, settled, store } from '../../base/database';

const pad_bytes = 64 * 1024;
const age_ms_max = 14 * 24 * 3600 * 1000;

export interface Sealed { nonce: Uint8Array<ArrayBuffer>; words: ArrayBuffer; kept_at: number; by_pad?: boolean }
interface Pad { nonce: Uint8Array<ArrayBuffer>; bytes: Uint8Array; database: IDBDatabase }

let sealing: { database: IDBDatabase; key: Promise<CryptoKey> } | undefined;
let pad: Pad | undefined;

// One key for all pages of this browser: of two that make one at the same time, the first to store it wins.
async function find_or_make_key(): Promise<CryptoKey> {
  const found = await settled<CryptoKey | undefined>((await store('keys', 'readonly')).get('drafts'));
  if (found) return found;
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const keys = await store('keys', 'readwrite');
  const first = await settled<CryptoKey | undefined>(keys.get('drafts'));
  if (first) return first;
  await settled(keys.put(fresh, 'drafts'));
  return fresh;
}

// The key goes with the database: when that was wiped, there is another.
async function key(): Promise<CryptoKey> {
  const database = await open();
  if (sealing?.database !== database) sealing = { database, key: find_or_make_key() };
  return sealing.key.catch((fault: unknown) => { sealing = undefined; throw fault; });
}

async function pad_of(nonce: Uint8Array<ArrayBuffer>, bytes: number): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, await key(), new Uint8Array(bytes)));
}

const laid_over = (words: Uint8Array, over: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(words, (byte, at) => byte ^ (over[at] ?? 0));

export async function seal(text: string): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const words = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, await key(), new TextEncoder().encode(text));
  return { nonce, words, kept_at: Date.now() };
}

export async function unseal({ nonce, words }: Sealed): Promise<string> {
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, await key(), words));
}

// Answers true when the words are safe on this device.
export async function keep_sealed(place: string, text: string): Promise<boolean> {
  return await quietly(async () => {
    const sealed = await seal(text);
    const drafts = await store('drafts', 'readwrite');
    const put = settled(drafts.put(sealed, place));
    drafts.transaction.commit();
    await put;
    return true;
  }) ?? false;
}

export async function make_pad(): Promise<void> {
  await quietly(async () => {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    pad ??= { nonce, bytes: await pad_of(nonce, pad_bytes), database: await open() };
  });
}

// Without waiting for anything, in the last moment of a page. Answers false where there is no pad, or the
// words are longer than it. A pad serves once.
export function keep_at_once(place: string, text: string): boolean {
  const words = new TextEncoder().encode(text);
  if (!pad || words.length > pad_bytes) return false;
  const { nonce, bytes, database: opened } = pad;
  pad = undefined;
  try {
    const transaction = opened.transaction('last_words', 'readwrite');
    transaction.objectStore('last_words').put({ nonce, words: laid_over(words, bytes).buffer, kept_at: Date.now(), by_pad: true } satisfies Sealed, place);
    transaction.commit();
    return true;
  } catch {
    return false;
  }
}

export async function take_sealed(place: string): Promise<string | undefined> {
  return quietly(async () => {
    const [draft, last] = await Promise.all((['drafts', 'last_words'] as const)
      .map(async (name) => settled<Sealed | undefined>((await store(name, 'readonly')).get(place))));
    const sealed = last && last.kept_at >= (draft?.kept_at ?? 0) ? last : draft;
    if (!sealed || Date.now() - sealed.kept_at > age_ms_max) return undefined;
    if (!sealed.by_pad) return unseal(sealed);
    return new TextDecoder().decode(laid_over(new Uint8Array(sealed.words), await pad_of(sealed.nonce, sealed.words.byteLength)));
  });
}

export async function forget_sealed(place: string): Promise<void> {
  await quietly(() => Promise.all((['drafts', 'last_words'] as const)
    .map(async (name) => settled((await store(name, 'readwrite')).delete(place)))));
}

// Everything, the key included: at sign-out.
export async function forget_all_sealed(): Promise<void> {
  sealing = pad = undefined;
  await forget_database();
}
