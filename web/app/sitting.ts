// The sitting: from signing in until signing out, or until the session has ended in any other way. Pages that were
// read in it are sealed under a secret that the server keeps with the session and hands to this device; it goes with
// the session. Here it lives in memory, and in a cookie of this worker's own that the browser keeps for as long as
// it runs (a worker is put to sleep after seconds). No file of this place's holds it.
import { forget_pages } from './kept_pages';
import { scope } from './scope';

const device_path = '/session/device';
const cookie = { name: 'kith-pages', path: '/app/' };  // src/platform/http/cookie.hpp

export interface Sitting { person: string; secret: string; badge: boolean; sealing: CryptoKey; naming: CryptoKey }
interface Device { person: string; page_key: string; badge: boolean }

let current: Sitting | undefined;
let confirmed: Promise<Sitting | undefined> | undefined;
// Moves on when a sitting ends, so that what was under way then is not kept after it.
let era = 0;
export const era_now = (): number => era;

async function sitting_of({ person, page_key, badge }: Device): Promise<Sitting> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(page_key), 'HKDF', false, ['deriveKey']);
  const derived = (info: string, what: AesKeyGenParams | HmacKeyGenParams, uses: KeyUsage[]) => crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(info) }, material, what, false, uses);
  return {
    person, secret: page_key, badge,
    sealing: await derived('pages', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    naming: await derived('names', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']),
  };
}

// Without asking the server: off line.
export async function sitting_at_hand(): Promise<Sitting | undefined> {
  if (current) return current;
  const kept = await scope.cookieStore?.get({ name: cookie.name, url: '/app/worker.js' }).catch(() => null);
  const [person, page_key] = kept?.value?.split('.') ?? [];
  if (!person || !page_key) return undefined;
  return current ??= await sitting_of({ person, page_key, badge: false });
}

// The server is asked once in each life of this worker whose session this is: a device that passes from hand to
// hand, or a session that was ended from afar, shows no later than that.
export function confirm_sitting(): Promise<Sitting | undefined> {
  return confirmed ??= ask().catch(() => { confirmed = undefined; return undefined; });
}

// So that the next to confirm asks the server again.
export function forget_confirmation(): void {
  confirmed = undefined;
}

async function ask(): Promise<Sitting | undefined> {
  const before = await sitting_at_hand();
  const asked_in = era;
  const answer = await fetch(device_path, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (answer.status === 401) await end_sitting();
  if (!answer.ok) return undefined;
  const device = await answer.json() as Device;
  if (era !== asked_in) return undefined;
  if (before && before.secret !== device.page_key) await forget_pages();
  if (device.page_key === '') return undefined;
  return current = before?.secret === device.page_key ? { ...before, badge: device.badge } : await sitting_of(device);
}

// What was read is gone from this device, and so is what would open it. Drafts and what waits for the line stay:
// they are their writer's, and are shown to nobody else.
export async function end_sitting(): Promise<void> {
  era += 1;
  current = confirmed = undefined;
  await Promise.all([forget_pages(), scope.cookieStore?.delete(cookie).catch(() => undefined)]);
}
