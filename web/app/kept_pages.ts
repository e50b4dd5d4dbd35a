// Pages that were read in this sitting, on the device, sealed: AES-GCM under the sitting's key, each under a name
// that only the key makes of its address. A few, the newest, and none for longer than a day's work.
import { quietly, settled, store } from '../base/database';
import type { Sitting } from './sitting';

const pages_max = 40;
const page_bytes_max = 400_000;
const age_ms_max = 12 * 3600 * 1000;

export interface Page { address: string; heading: string; headers: [string, string][]; html: string }
interface Sealed { nonce: Uint8Array<ArrayBuffer>; words: ArrayBuffer; kept_at: number }
export interface Kept extends Page { kept_at: number }

async function name_of(sitting: Sitting, address: string): Promise<string> {
  const digest = await crypto.subtle.sign('HMAC', sitting.naming, new TextEncoder().encode(address));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

async function opened(sitting: Sitting, sealed: Sealed | undefined): Promise<Kept | undefined> {
  if (!sealed || Date.now() - sealed.kept_at > age_ms_max) return undefined;
  const words = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.nonce }, sitting.sealing, sealed.words).catch(() => undefined);
  return words && { ...JSON.parse(new TextDecoder().decode(words)) as Page, kept_at: sealed.kept_at };
}

// `asked_at`: when it was asked for, so that the page that was opened last is the newest however long each took. `wanted`
// is asked last of all: whether what was read may still be kept.
export async function keep_page(sitting: Sitting, page: Page, asked_at: number, wanted: () => boolean): Promise<void> {
  await quietly(async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(page));
    if (bytes.length > page_bytes_max) return;
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const words = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, sitting.sealing, bytes);
    const name = await name_of(sitting, page.address);
    const pages = await store('pages', 'readwrite');
    if (wanted()) await settled(pages.put({ nonce, words, kept_at: asked_at } satisfies Sealed, name));
  });
  await forget_what_is_over();
}

// The oldest beyond the bound, and what is from another day.
export async function forget_what_is_over(): Promise<void> {
  await quietly(async () => {
    const pages = await store('pages', 'readwrite');
    const [names, all] = await Promise.all([settled(pages.getAllKeys()), settled<Sealed[]>(pages.getAll())]);
    const by_age = all.map(({ kept_at }, at) => ({ name: names[at] ?? '', kept_at })).sort((left, right) => right.kept_at - left.kept_at);
    by_age.forEach(({ name, kept_at }, at) => { if (at >= pages_max || Date.now() - kept_at > age_ms_max) pages.delete(name); });
  });
}

export function find_page(sitting: Sitting, address: string): Promise<Kept | undefined> {
  return quietly(async () => {
    const name = await name_of(sitting, address);
    return opened(sitting, await settled<Sealed | undefined>((await store('pages', 'readonly')).get(name)));
  });
}

// What was read last comes first.
export async function pages_at_hand(sitting: Sitting): Promise<Kept[]> {
  return await quietly(async () => {
    const all = await settled<Sealed[]>((await store('pages', 'readonly')).getAll());
    const found = await Promise.all(all.map((sealed) => opened(sitting, sealed)));
    return found.filter((page): page is Kept => page !== undefined).sort((left, right) => right.kept_at - left.kept_at);
  }) ?? [];
}

export async function forget_page(sitting: Sitting, address: string): Promise<void> {
  await quietly(async () => {
    const name = await name_of(sitting, address);
    await settled((await store('pages', 'readwrite')).delete(name));
  });
}

export async function forget_pages(): Promise<void> {
  await quietly(async () => settled((await store('pages', 'readwrite')).clear()));
}
