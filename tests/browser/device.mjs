import { until } from './browser.mjs';

// What lies on a device: the browser's own databases and caches, as a page of the same origin finds them.
export function on_the_device(page) {
  return page.evaluate(async () => {
    const text_of = (value) => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
      if (value instanceof CryptoKey) return `key, extractable: ${value.extractable}`;
      if (value && typeof value === 'object') return Object.values(value).map(text_of).join(' ');
      return String(value);
    };
    const found = { stores: {}, caches: [], plain: [] };
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((done) => { const asked = indexedDB.open(name); asked.onsuccess = () => done(asked.result); });
      for (const store of database.objectStoreNames) {
        const all = (what) => new Promise((done) => { const asked = database.transaction(store).objectStore(store)[what](); asked.onsuccess = () => done(asked.result); });
        const [keys, values] = [await all('getAllKeys'), await all('getAll')];
        found.stores[store] = values.length;
        found.plain.push(...keys.map(text_of), ...values.map(text_of));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found.caches.push(new URL(request.url).pathname);
        found.plain.push(await (await cache.match(request)).text());
      }
    }
    found.plain.push(...Object.values(localStorage), ...Object.values(sessionStorage));
    return { ...found, plain: found.plain.join('\n') };
  });
}

// Until the app's worker looks after this page.
export function worker_is_there(page) {
  return until(() => page.evaluate(() => navigator.serviceWorker.controller !== null), 'the worker looks after the page', 20_000);
}
