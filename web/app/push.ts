// Shows that there is something, and opens the page of notices. It knows nothing else and keeps nothing: what
// came is not even looked at. A service worker, since only that hears when no page is open.
import { show_badge } from './badge';
import { scope } from './scope';
import { forget_confirmation } from './sitting';

// Whether it is quiet may have changed since the server was asked.
async function show_fresh_badge(): Promise<void> {
  forget_confirmation();
  await show_badge().catch(() => undefined);
}

export function hear_pushes(): void {
  scope.addEventListener('push', (event) => event.waitUntil(Promise.all([
    scope.registration.showNotification('There is something for you in Kith', { tag: 'kith' }),
    show_fresh_badge(),
  ])));
  scope.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(scope.clients.openWindow('/notices'));
  });
}
