// Pages come from the server, always, when it can be reached. When it cannot, what was read in this sitting is
// opened from the device and says so. Stylesheet, script and font stand under names made of what they hold, so
// they are kept as they are: there is nothing of anybody in them.
import { find_page, forget_page, forget_pages, forget_what_is_over, keep_page, pages_at_hand } from './kept_pages';
import { kept_page, nothing_kept, nothing_sent } from './off_line';
import { scope, type Asked } from './scope';
import { confirm_sitting, end_sitting, era_now, sitting_at_hand } from './sitting';

declare const shell_addresses: string[];

// What is the same for everybody, and wanted without a line.
const open_to_all = ['/help', '/exit'];
// Read again off line: where people talk. Not who one is, what was looked for, who is let in or what was reported.
const places_of_talk = /^\/(groups|posts|asks|messages|digest|notices)(\/|$)/;
const kept_nowhere = /\/(invitations|newcomers|care|check|reports|report|hide|search|settings|leave|withdraw|history|opening|pen-names?|log)(\/|$)/;
const is_worth_keeping = ({ pathname }: URL): boolean => places_of_talk.test(pathname) && !kept_nowhere.test(pathname);
// Who sits here may be another after these.
const changes_who = /^\/(session|invitation|host|me\/delete)(\/|$)/;
const cache_prefix = 'kith ';
const cache_name = cache_prefix + shell_addresses.join(' ');

async function install(): Promise<void> {
  const cache = await caches.open(cache_name);
  await cache.addAll(shell_addresses);
  // Without the cookie: nothing of who asks is in them.
  await cache.addAll(open_to_all.map((path) => new Request(path, { credentials: 'omit' })));
  await scope.skipWaiting();
}

// What an older server gave goes with its worker: an older page may want what this one no longer has.
async function activate(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(cache_prefix) && name !== cache_name);
  await Promise.all(older.map((name) => caches.delete(name)));
  if (older.length > 0) await forget_pages();
  await forget_what_is_over();
  await scope.clients.claim();
}

async function asset(request: Request): Promise<Response> {
  const cache = await caches.open(cache_name);
  const kept = await cache.match(request.url, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && answer.status === 200) await cache.put(request.url, answer.clone());
  return answer;
}

// With one stroke in front: two would name another place.
const address_of = (url: URL): string => url.pathname.replace(/^\/+/, '/') + url.search;

// What a page is called in a list of pages: its heading, without markup.
function heading_of(html: string): string {
  const heading = html.match(/<h1[^>]*>([\s\S]*?)<\/h1>/)?.[1] ?? '';
  const plain = heading.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
  return plain.trim() || 'A page without a heading';
}

async function keep(url: URL, answer: Response, era: number, asked_at: number): Promise<void> {
  const sitting = await confirm_sitting();
  if (!sitting) return;
  if (answer.status === 403 || answer.status === 404) return forget_page(sitting, address_of(url));
  if (answer.status !== 200 || !answer.headers.get('Content-Type')?.startsWith('text/html')) return undefined;
  const html = await answer.text();
  const headers = [...answer.headers].filter(([name]) => !['content-encoding', 'content-length', 'date'].includes(name));
  return keep_page(sitting, { address: address_of(url), heading: heading_of(html), headers, html }, asked_at, () => era === era_now());
}

async function from_the_device(url: URL): Promise<Response> {
  if (open_to_all.includes(url.pathname)) {
    const same_for_all = await caches.match(url.pathname, { ignoreVary: true });
    if (same_for_all) return same_for_all;
  }
  const sitting = await sitting_at_hand();
  const found = sitting && await find_page(sitting, address_of(url));
  if (found) return kept_page(found);
  const others = sitting ? await pages_at_hand(sitting) : [];
  // The app was opened anew: where it was left.
  if (url.pathname === '/' && others[0]) return Response.redirect(others[0].address, 302);
  return nothing_kept(address_of(url), others);
}

async function page(event: Asked, url: URL): Promise<Response> {
  const era = era_now();
  const asked_at = Date.now();
  try {
    const answer = await fetch(event.request);
    if (url.pathname === '/session') event.waitUntil(end_sitting());
    else if (is_worth_keeping(url)) event.waitUntil(keep(url, answer.clone(), era, asked_at));
    return answer;
  } catch {
    return from_the_device(url);
  }
}

// Before, so that nothing more is kept; and after, because a page that was read meanwhile has found the old sitting.
async function change_who(event: Asked, request: Request): Promise<Response> {
  const before = end_sitting();
  const answer = await fetch(request).catch(() => undefined);
  await before;
  event.waitUntil(end_sitting());
  return answer ?? (request.mode === 'navigate' ? nothing_sent() : Response.error());
}

function hear_request(event: Asked): void {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === 'GET' && url.pathname.startsWith('/assets/')) return event.respondWith(asset(request));
  if (request.method === 'GET' && request.mode === 'navigate') return event.respondWith(page(event, url));
  if (request.method !== 'POST') return undefined;
  if (changes_who.test(url.pathname)) return event.respondWith(change_who(event, request));
  if (url.pathname.endsWith('/leave')) event.waitUntil(forget_pages());
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(nothing_sent));
  return undefined;
}

// A page that was opened before this worker was there.
async function read_again(address: unknown): Promise<void> {
  const url = new URL(String(address), location.origin);
  const era = era_now();
  const asked_at = Date.now();
  if (url.origin === location.origin && is_worth_keeping(url)) await keep(url, await fetch(url), era, asked_at);
}

export function keep_what_is_read(): void {
  scope.addEventListener('install', (event) => event.waitUntil(install()));
  scope.addEventListener('activate', (event) => event.waitUntil(activate()));
  scope.addEventListener('fetch', hear_request);
  scope.addEventListener('message', (event) => {
    const word = event.data as { read?: string };
    if (!word.read) return;
    // A page that was on its way when this worker took over may have been passed by: it is claimed once more.
    event.waitUntil(scope.clients.claim());
    event.waitUntil(read_again(word.read).catch(() => undefined));
  });
}
