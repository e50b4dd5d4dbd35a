// Sends a form until it is answered: a dead line and a busy server are waited out, always with the
// same idempotency key, so that nothing is posted twice.
import { sent_within_ms, who_sits_here, writer_header } from '../../base/sender';

const answer_within_ms = 20_000;
const wait_ms_first = 2_000;
const wait_ms_max = 30_000;

export type Outcome = { sent_to: string } | 'the plain way' | 'taken back' | 'not here' | 'too late' | 'another sits here';
export type Trouble = 'no line' | 'no answer' | 'busy server';

function pause(ms: number): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(over, ms);
    function over(): void {
      clearTimeout(timer);
      removeEventListener('online', over);
      done();
    }
    addEventListener('online', over);
  });
}

async function ask(address: string, body: URLSearchParams, writer: string): Promise<Response | undefined> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), answer_within_ms);
  try {
    return await fetch(address, { method: 'POST', body, signal: patience.signal, headers: { Accept: 'application/json', ...writer && { [writer_header]: writer } } });
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

// A browser that says it is on line may be wrong, and one that says it is not, too. Asked in a way that brings
// nothing of the form to the server, so that what was not sent can still be taken back.
async function there_is_a_line(): Promise<boolean> {
  if (navigator.onLine) return true;
  return fetch('/health', { method: 'HEAD', cache: 'no-store' }).then((answer) => answer.ok, () => false);
}

// `writer` is the person whose form it is, or nothing. `may_try` is asked before each try, and `tell` hears how it
// went: 'no line' as long as nothing has left this device.
export async function send_until_answered(address: string, body: URLSearchParams, writer: string, may_try: () => Promise<boolean>,
                                          tell: (trouble: Trouble) => void): Promise<Outcome> {
  let tried = false;
  const pressed_at = Date.now();
  for (let wait_ms = wait_ms_first; ; wait_ms = Math.min(2 * wait_ms, wait_ms_max)) {
    if (Date.now() - pressed_at > sent_within_ms) return 'too late';
    const line = await there_is_a_line();
    if (line && !await may_try()) return 'taken back';
    tried ||= line;
    const answer = line ? await ask(address, body, writer) : undefined;
    const sent_to = answer?.headers.get('Location');
    if (answer?.ok && sent_to) return { sent_to };
    const busy = answer?.status === 429 || answer?.status === 503;
    if (answer?.status === 404) return 'not here';
    const sits = answer?.status === 403 && writer !== '' ? await who_sits_here() : { person: writer };
    if (sits && sits.person !== writer) return 'another sits here';
    // Refused, and nobody says any more whether it was for that: it is asked again.
    if (answer && !busy && sits) return 'the plain way';
    tell(busy ? 'busy server' : tried ? 'no answer' : 'no line');
    const asked_seconds = Number(answer?.headers.get('Retry-After') ?? 0);
    await pause(Math.max(wait_ms, asked_seconds * 1000));
  }
}
