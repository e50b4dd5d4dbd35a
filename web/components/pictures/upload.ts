// Sends a file in pieces (docs/api/files.md). A broken line is waited out, and what had arrived is asked for and
// not sent again; a file that cannot be kept is told in the server's own words.
export type Outcome =
  | { id: string }
  | { refused: string }       // the server will not have this file
  | { stopped: string };      // not now; the same upload goes on from where it came

interface Arrival { state: 'arriving' | 'ready'; arrived: number; piece_bytes_max: number }

export interface Line {
  // How much has arrived, as a part of the whole; and what stands in the way, if anything does.
  arrived(part: number): void;
  waiting(words: string): void;
}

const piece_bytes_first = 96 * 1024;    // a few seconds on a bad line
const piece_bytes_least = 24 * 1024;
const piece_ms_wanted = 3_000;          // a piece that takes less is followed by a larger one
const piece_ms_max = 25_000;            // the server waits no longer for a form
const last_piece_ms_max = 90_000;       // the last is answered when all of it has been read
const wait_ms_first = 1_000;
const wait_ms_max = 20_000;
const attempts_max = 8;                 // in a row, without a byte more
const json = { Accept: 'application/json' };

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const over = () => {
      clearTimeout(timer);
      removeEventListener('online', over);
      stop.removeEventListener('abort', over);
      done();
    };
    const timer = setTimeout(over, ms);
    addEventListener('online', over);
    stop.addEventListener('abort', over);
  });
}

async function ask(address: string, body: BodyInit | undefined, ms_max: number, stop: AbortSignal): Promise<Response | undefined> {
  const patience = new AbortController();
  const give_up = () => patience.abort();
  const timer = setTimeout(give_up, ms_max);
  stop.addEventListener('abort', give_up);
  try {
    const answer = await fetch(address, { method: body ? 'POST' : 'GET', ...(body ? { body } : {}), signal: patience.signal, headers: json });
    // The whole answer belongs to it: a line may break in the middle.
    return new Response(answer.status === 204 ? null : await answer.arrayBuffer(), { status: answer.status, headers: answer.headers });
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', give_up);
  }
}

async function words_of(answer: Response): Promise<string> {
  try {
    const said = await answer.json() as { message?: string; faults?: { message: string }[] };
    return said.faults?.map(({ message }) => message).join(' ') || said.message || '';
  } catch {
    return '';
  }
}

const closed = 'You may not be signed in any more. Your words and pictures are still here: open this page anew in another tab, sign in, and press again.';
const gave_up = 'The line is down. Your words and pictures are still here. Press again to go on from where it stopped.';
const halted = 'Stopped. Nothing was posted. Your words and pictures are still here.';
const cannot_be_kept = 'The server could not keep this file.';

export class Upload {
  private id: string | undefined;
  private piece_bytes = piece_bytes_first;
  private attempts = 0;
  private from = 0;

  // `begin_at` is where a file is begun; `token` says that the form is the page's own.
  constructor(private readonly begin_at: string, private readonly token: string, private readonly file: Blob) {}

  // To be called again after `stopped`.
  async send(line: Line, stop: AbortSignal): Promise<Outcome> {
    this.attempts = 0;
    for (let unsure = this.id !== undefined; ;) {
      const answer = await (!this.id ? this.begin(stop) : unsure ? this.how_far(stop) : this.piece(stop));
      if (stop.aborted) return { stopped: halted };
      const outcome = answer ? await this.read(answer, line) : undefined;
      if (outcome && outcome !== 'go on') return outcome;
      unsure = outcome !== 'go on';
      if (!unsure) continue;
      if (++this.attempts > attempts_max) return { stopped: gave_up };
      await this.wait(answer, line, stop);
      if (stop.aborted) return { stopped: halted };
    }
  }

  // Tells the server that it will not be needed. Nothing waits for it; what is left goes by itself after a day.
  forget(): void {
    if (this.id) void fetch(`/files/${this.id}/end`, { method: 'POST', body: new URLSearchParams({ csrf: this.token }), headers: json, keepalive: true }).catch(() => undefined);
    this.id = undefined;
  }

  private async wait(answer: Response | undefined, line: Line, stop: AbortSignal): Promise<void> {
    // Something else has arrived than thought: how much is asked at once.
    if (answer?.status === 409) return;
    line.waiting(answer ? 'The server is busy. Trying again.' : 'The line is down. It goes on from where it stopped when the line is back.');
    const asked_ms = Number(answer?.headers.get('Retry-After') ?? 0) * 1000;
    // A piece that has just failed is asked about at once, a second time only later.
    const turn_ms = this.attempts === 1 && !answer ? 0 : Math.min(wait_ms_first * 2 ** (this.attempts - 1), wait_ms_max);
    await pause(Math.max(asked_ms, turn_ms), stop);
  }

  private begin(stop: AbortSignal): Promise<Response | undefined> {
    return ask(this.begin_at, new URLSearchParams({ csrf: this.token, bytes: String(this.file.size) }), piece_ms_max, stop);
  }

  private how_far(stop: AbortSignal): Promise<Response | undefined> {
    return ask(`/files/${this.id}`, undefined, piece_ms_max, stop);
  }

  private async piece(stop: AbortSignal): Promise<Response | undefined> {
    const form = new FormData();
    form.append('csrf', this.token);
    form.append('offset', String(this.from));
    const end = Math.min(this.from + this.piece_bytes, this.file.size);
    form.append('piece', this.file.slice(this.from, end), 'piece');
    const began = performance.now();
    const answer = await ask(`/files/${this.id}`, form, end === this.file.size ? last_piece_ms_max : piece_ms_max, stop);
    if (!answer) this.piece_bytes = Math.max(piece_bytes_least, Math.floor(this.piece_bytes / 2));
    else if (performance.now() - began < piece_ms_wanted) this.piece_bytes *= 2;
    return answer;
  }

  // Nothing: it has to be tried again, after a wait.
  private async read(answer: Response, line: Line): Promise<Outcome | 'go on' | undefined> {
    if (answer.status === 404 && this.id) return this.anew();
    if (answer.status === 401 || answer.status === 403 || (answer.redirected && !answer.ok)) return { stopped: closed };
    if (answer.status === 409 || answer.status === 429 || answer.status >= 500) return undefined;
    if (!answer.ok) {
      this.id = undefined;
      return { refused: await words_of(answer) || cannot_be_kept };
    }
    const said = await answer.json().catch(() => undefined) as (Partial<Arrival> & { id?: string }) | undefined;
    if (!said?.id) return { stopped: closed };
    if (!this.id) this.from = 0;
    this.id = said.id;
    if (said.state === 'ready') {
      line.arrived(1);
      return { id: said.id };
    }
    const arrived = said.arrived ?? 0;
    const whole = arrived === this.file.size;
    if (arrived > this.from && !whole) this.attempts = 0;
    // All has arrived and it is not ready: its end, sent again, asks for a worker anew.
    this.from = whole ? arrived - 1 : arrived;
    this.piece_bytes = Math.min(this.piece_bytes, said.piece_bytes_max ?? piece_bytes_first);
    line.arrived(arrived / this.file.size);
    return 'go on';
  }

  // What was begun is not there any more (a day has passed, or it was ended elsewhere).
  private anew(): undefined {
    this.id = undefined;
    this.from = 0;
    return undefined;
  }
}
