// Sends what waits for the line, one after another, when the line is back. Each carries the idempotency key of its
// form, so that it arrives once however often it is sent, whether by this worker or by the page that it was written
// in. It goes as JSON, which needs no token of a form (and so none that has grown old), and names its writer: what one
// wrote never goes in another's name.
import { writer_header } from '../base/sender';
import { scope, type Told } from './scope';
import { confirm_sitting, forget_confirmation, sitting_at_hand } from './sitting';
import { forget_waiting, keep_waiting, may_try, waiting_of, type Waiting } from './waiting';

export const sync_tag = 'kith-waiting';
const answer_within_ms = 30_000;

type End = 'arrived' | 'returned' | 'still waits' | 'taken back';

// A field that stands more than once becomes a list.
function body_of(fields: readonly [string, string][]): string {
  const body: Record<string, string | string[]> = {};
  for (const [name, value] of fields) {
    const before = body[name];
    body[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return JSON.stringify(body);
}

async function said_by(answer: Response): Promise<string> {
  const { message, faults } = await answer.json().catch(() => ({})) as { message?: string; faults?: { message: string }[] };
  const mend = (faults ?? []).map((fault) => fault.message).join(' ');
  if (answer.status === 404) return 'The place that this was for is not open to you any more.';
  return mend || message || 'There is something in these words to look at once more.';
}

async function send(waiting: Waiting): Promise<End> {
  if (!await may_try(waiting.id)) return 'taken back';
  const answer = await fetch(waiting.action, {
    method: 'POST', body: body_of(waiting.fields), signal: AbortSignal.timeout(answer_within_ms),
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', [writer_header]: waiting.person },
  });
  if (answer.ok && answer.headers.get('Location')) {
    await forget_waiting(waiting.id);
    return 'arrived';
  }
  if (answer.status === 401 || answer.status === 429 || answer.status >= 500) return 'still waits';
  if (answer.status === 403) {
    forget_confirmation();
    if ((await confirm_sitting())?.person !== waiting.person) return 'still waits';
  }
  await keep_waiting({ ...waiting, returned: await said_by(answer) }, 'tried');
  return 'returned';
}

async function tell_pages(word: unknown): Promise<void> {
  for (const client of await scope.clients.matchAll({ type: 'window' })) client.postMessage(word);
}

let under_way: Promise<boolean> | undefined;

// Answers whether nothing waits for the line any more.
function send_all(): Promise<boolean> {
  return under_way ??= send_in_turn().catch(() => false).finally(() => { under_way = undefined; });
}

async function send_in_turn(): Promise<boolean> {
  forget_confirmation();
  const sitting = await confirm_sitting();
  if (!sitting) return false;
  for (const waiting of await waiting_of(sitting.person)) {
    if (waiting.returned) continue;
    const end = await send(waiting);
    await tell_pages({ waiting: waiting.id, end });
    if (end === 'still waits') return false;
  }
  return true;
}

function hear(event: Told): void {
  const word = event.data as { send?: boolean; who?: MessagePort };
  if (word.send) event.waitUntil(send_all());
  const { who } = word;
  if (who) event.waitUntil(sitting_at_hand().then(async (sitting) => who.postMessage((sitting ?? await confirm_sitting())?.person ?? '')));
}

export function send_what_waits(): void {
  scope.addEventListener('message', hear);
  scope.addEventListener('sync', (event) => {
    if (event.tag !== sync_tag) return;
    event.waitUntil(send_all().then((all) => { if (!all && !event.lastChance) throw new Error('it still waits'); }));
  });
}
