// What this place keeps on a device: one database, which pages and the app's worker share. Everything in it but
// keys is sealed (AES-GCM). Nothing is kept where the browser offers no such thing.
const database_name = 'kith';
const version = 3;
// Last words have a store of their own: in that of the drafts they would wait for what is under way.
const stores = ['keys', 'drafts', 'last_words', 'pages', 'waiting'] as const;
export type Store = typeof stores[number];

let database: Promise<IDBDatabase> | undefined;

export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

export function open(): Promise<IDBDatabase> {
  return database ??= new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open(database_name, version);
    request.onupgradeneeded = () => {
      for (const name of stores) if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
    };
    request.onsuccess = () => {
      // Wiped, or wanted by a newer version: whoever needs it next opens it anew.
      request.result.onversionchange = request.result.onclose = () => {
        request.result.close();
        database = undefined;
      };
      done(request.result);
    };
    request.onerror = request.onblocked = () => failed(request.error);
  }).catch((fault: unknown) => { database = undefined; throw fault; });
}

export async function store(name: Store, mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await open()).transaction(name, mode).objectStore(name);
}

export const can_seal = (): boolean => 'indexedDB' in globalThis && globalThis.crypto?.subtle !== undefined;

// For what may fail without harm: a device that keeps nothing.
export async function quietly<T>(what: () => Promise<T>): Promise<T | undefined> {
  if (!can_seal()) return undefined;
  try {
    return await what();
  } catch {
    return undefined;
  }
}

// Everything, the keys included.
export async function forget_database(): Promise<void> {
  await quietly(async () => {
    (await database)?.close();
    database = undefined;
    await settled(indexedDB.deleteDatabase(database_name));
  });
}
