// Shows that there is something, and opens the page of notices. It knows nothing else and keeps nothing: what
// came is not even looked at. A service worker, since only that hears when no page is open.
interface Waiting extends Event { waitUntil(work: Promise<unknown>): void }
interface Clicked extends Waiting { notification: { close(): void } }
interface Scope {
  addEventListener(kind: 'push', hear: (event: Waiting) => void): void;
  addEventListener(kind: 'notificationclick', hear: (event: Clicked) => void): void;
  registration: { showNotification(title: string, options: { tag: string }): Promise<void> };
  clients: { openWindow(address: string): Promise<unknown> };
}

const scope = globalThis as unknown as Scope;
scope.addEventListener('push', (event) => event.waitUntil(scope.registration.showNotification('There is something for you in Kith', { tag: 'kith' })));
scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(scope.clients.openWindow('/notices'));
});
