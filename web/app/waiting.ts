// What was written off line and waits for the line, on this device, sealed as drafts are (sealed_store.ts). It was
// sent by a press of its writer's; until it has gone they may take it back, unless it may have arrived already.
import { quietly, settled, store } from '../base/database';
import { sent_within_ms, too_late } from '../base/sender';
import { seal, unseal, type Sealed } from '../components/composer/sealed_store';

const kept_ms_max = 14 * 24 * 3600 * 1000;

export interface Waiting {
  id: string;        // the idempotency key
  draft: string;     // "<person> <place>", the name of the draft that these words were
  person: string;
  action: string;    // where the form goes
  page: string;      // where it was written
  button: string;    // what was pressed: "Post to Tuesday circle"
  fields: [string, string][];
  body: string;
  left: string[];    // what the check found and the writer has chosen to leave
  written_at: number;
  returned?: string; // why it was not taken; from then on it waits for its writer, not for the line
}
// Not yet tried; tried, so that it may have arrived; or taken back. The words of what was taken back stay until they
// are safe where they were written; that it was taken back stays known, for other windows.
type State = 'untried' | 'tried' | 'taken back';
interface Record extends Sealed { state: State }
export interface Found extends Waiting { state: State }

async function put(waiting: Waiting, state: State): Promise<void> {
  const sealed = await seal(JSON.stringify(waiting));
  await settled((await store('waiting', 'readwrite')).put({ ...sealed, state } satisfies Record, waiting.id));
}

// Answers true when it is safe on this device.
export async function keep_waiting(waiting: Waiting, state: State): Promise<boolean> {
  return await quietly(async () => { await put(waiting, state); return true; }) ?? false;
}

export async function forget_waiting(id: string): Promise<void> {
  await quietly(async () => settled((await store('waiting', 'readwrite')).delete(id)));
}

// From one state to another in one step, so that nothing is sent that is being taken back in another window.
// Answers the state before; nothing where it is not here any more: it has arrived, or never was.
async function move(id: string, from: State, to: Record | State): Promise<State | undefined> {
  return quietly(async () => {
    const waiting = await store('waiting', 'readwrite');
    const before = await settled<Record | undefined>(waiting.get(id));
    if (before?.state === from) await settled(waiting.put(typeof to === 'string' ? { ...before, state: to } : to, id));
    return before?.state;
  });
}

// Before each try. False: it was taken back.
export async function may_try(id: string): Promise<boolean> {
  return await move(id, 'untried', 'tried') !== 'taken back';
}

// False where it may have arrived already.
export async function take_back(id: string): Promise<boolean> {
  return await move(id, 'untried', 'taken back') === 'untried';
}

// What was taken back is safe where it was written.
export async function is_back(id: string): Promise<void> {
  const nothing: Record = { nonce: new Uint8Array(), words: new ArrayBuffer(0), kept_at: Date.now(), state: 'taken back' };
  await move(id, 'taken back', nothing);
}

// Whether anything of anybody's waits here, without opening it.
export async function anything_waits(): Promise<boolean> {
  const all = await quietly(async () => settled<Record[]>((await store('waiting', 'readonly')).getAll()));
  return all?.some(({ state }) => state !== 'taken back') ?? false;
}

async function opened(record: Record): Promise<Found | undefined> {
  if (record.words.byteLength === 0) return undefined;
  const waiting = await unseal(record).then((text) => JSON.parse(text) as Waiting, () => undefined);
  if (!waiting) return undefined;
  if (!waiting.returned && Date.now() - waiting.written_at > sent_within_ms) {
    waiting.returned = too_late;
  }
  return { ...waiting, state: record.state };
}

async function forget_what_is_over(): Promise<void> {
  const waiting = await store('waiting', 'readwrite');
  const [names, all] = await Promise.all([settled(waiting.getAllKeys()), settled<Record[]>(waiting.getAll())]);
  all.forEach(({ kept_at }, at) => { if (Date.now() - kept_at > kept_ms_max) waiting.delete(names[at] ?? ''); });
}

// In the order in which it was written.
async function all_of(person: string): Promise<Found[]> {
  return await quietly(async () => {
    await forget_what_is_over();
    const all = await Promise.all((await settled<Record[]>((await store('waiting', 'readonly')).getAll())).map(opened));
    return all.filter((one): one is Found => one?.person === person).sort((left, right) => left.written_at - right.written_at);
  }) ?? [];
}

export const waiting_of = async (person: string): Promise<Found[]> => (await all_of(person)).filter(({ state }) => state !== 'taken back');

// A page that was closed while it took words back: they are still on their way to where they were written.
export const on_the_way_back = async (person: string): Promise<Found[]> => (await all_of(person)).filter(({ state }) => state === 'taken back');
