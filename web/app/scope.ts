// What the app's worker finds around it. TypeScript knows it in a library that does not go with that of pages.
export interface Waiting extends Event { waitUntil(work: Promise<unknown>): void }
export interface Clicked extends Waiting { notification: { close(): void } }
export interface Asked extends Waiting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
export interface Told extends Waiting { data: unknown }
export interface Synced extends Waiting { tag: string; lastChance: boolean }
export interface Client { url: string; postMessage(word: unknown): void }
interface Cookie { value?: string }

interface Scope {
  addEventListener(kind: 'push' | 'install' | 'activate', hear: (event: Waiting) => void): void;
  addEventListener(kind: 'notificationclick', hear: (event: Clicked) => void): void;
  addEventListener(kind: 'fetch', hear: (event: Asked) => void): void;
  addEventListener(kind: 'message', hear: (event: Told) => void): void;
  addEventListener(kind: 'sync', hear: (event: Synced) => void): void;
  skipWaiting(): Promise<void>;
  registration: { showNotification(title: string, options: { tag: string }): Promise<void> };
  clients: {
    openWindow(address: string): Promise<unknown>;
    claim(): Promise<void>;
    matchAll(options: { type: 'window' }): Promise<Client[]>;
  };
  navigator: Navigator;
  cookieStore?: {
    get(which: { name: string; url: string }): Promise<Cookie | null>;
    delete(which: { name: string; path: string }): Promise<void>;
  };
}

export const scope = globalThis as unknown as Scope;
