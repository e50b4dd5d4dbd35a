// Drafts on this device, so that a closed tab on a dead line loses nothing. Each is sealed with
// AES-GCM under a key that the browser keeps and never hands out, so that the words are in no file in
// clear. Where the browser offers no such thing (no secure context, a private window that forbids it)
// every call quietly does nothing: the server's own draft remains.
const database_name = 'kith';
const age_ms_max = 14 * 24 * 3600 * 1000;

interface Sealed { nonce: Uint8Array<ArrayBuffer>; words: ArrayBuffer; kept_at: number }

let database: Promise<IDBDatabase> | undefined;

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

function open(): Promise<IDBDatabase> {
  return database ??= new Promise((done, failed) => {
    const request = indexedDB.open(database_name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('keys');
      request.result.createObjectStore('drafts');
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      done(request.result);
    };
    request.onerror = request.onblocked = () => failed(request.error);
  });
}

async function store(name: 'keys' | 'drafts', mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await open()).transaction(name, mode).objectStore(name);
}

async function key(): Promise<CryptoKey> {
  const found = await settled<CryptoKey | undefined>((await store('keys', 'readonly')).get('drafts'));
  if (found) return found;
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await settled((await store('keys', 'readwrite')).put(fresh, 'drafts'));
  return fresh;
}

const can_seal = (): boolean => 'indexedDB' in globalThis && globalThis.crypto?.subtle !== undefined;

async function quietly<T>(what: () => Promise<T>): Promise<T | undefined> {
  if (!can_seal()) return undefined;
  try {
    return await what();
  } catch {
    return undefined;
  }
}

// Answers true when the words are safe on this device.
export async function keep_sealed(place: string, text: string): Promise<boolean> {
  return await quietly(async () => {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const words = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, await key(), new TextEncoder().encode(text));
    await settled((await store('drafts', 'readwrite')).put({ nonce, words, kept_at: Date.now() } satisfies Sealed, place));
    return true;
  }) ?? false;
}

export async function take_sealed(place: string): Promise<string | undefined> {
  return quietly(async () => {
    const sealed = await settled<Sealed | undefined>((await store('drafts', 'readonly')).get(place));
    if (!sealed || Date.now() - sealed.kept_at > age_ms_max) return undefined;
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.nonce }, await key(), sealed.words));
  });
}

export async function forget_sealed(place: string): Promise<void> {
  await quietly(async () => settled((await store('drafts', 'readwrite')).delete(place)));
}

// Everything, the key included: at sign-out.
export async function forget_all_sealed(): Promise<void> {
  await quietly(async () => {
    (await database)?.close();
    database = undefined;
    await settled(indexedDB.deleteDatabase(database_name));
  });
}
