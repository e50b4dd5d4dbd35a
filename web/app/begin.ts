// The page's side of the app on a device: whoever is signed in gets the worker.
import { app_worker_address } from '../base/trusted';
import { fresh_key } from '../components/composer/keys';
import { show_what_waits } from './waiting_list';

const check_after_ms = 5_000;

declare const screening_addresses: Record<string, string> | null;

export function register_worker(): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(app_worker_address(), { scope: '/', updateViaCache: 'none' });
}

// The frame of the app's window takes the colour of the paper, light or dark.
function colour_the_frame(): void {
  const colour = document.createElement('meta');
  colour.name = 'theme-color';
  colour.content = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim();
  document.head.append(colour);
}

// A page from the device may be opened twice, and each form that is sent from it is another thing.
function renew_keys(): void {
  if (!document.querySelector('[data-off-line]')) return;
  for (const key of document.querySelectorAll<HTMLInputElement>('[name=idempotency_key]')) key.value = fresh_key();
}

// On a home screen the check of drafts is there without a line too; in a browser it comes with the first word
// that somebody writes.
function fetch_the_check(): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (!matchMedia('(display-mode: standalone)').matches || connection?.saveData) return;
  for (const address of Object.values(screening_addresses ?? {})) void fetch(address).catch(() => undefined);
}

// Whether the worker brought this page. That it is there tells nothing: it may have taken over a page that was on its
// way before it was.
function came_by_worker(): boolean {
  const [way] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return way ? way.workerStart > 0 : navigator.serviceWorker.controller !== null;
}

async function begin(): Promise<void> {
  await register_worker();
  setTimeout(fetch_the_check, check_after_ms);
  const { active } = await navigator.serviceWorker.ready;
  if (!document.querySelector('[data-off-line]')) active?.postMessage({ news: document.querySelector('.dot') !== null });
  // The first page was read before there was a worker to keep it.
  if (!came_by_worker()) active?.postMessage({ read: location.pathname + location.search });
}

export function begin_app(): void {
  colour_the_frame();
  if (!document.body.classList.contains('signed-in') || !('serviceWorker' in navigator)) return;
  renew_keys();
  begin().catch(() => undefined);
  show_what_waits().catch(() => undefined);
}
