// Keeps what is being written: sealed on this device at once, at the server a moment later. A copy on
// this device goes when the server has the same words, so one that is found is newer than the server's.
import { forget_sealed, keep_sealed, take_sealed } from './sealed_store';

const device_wait_ms = 250;
const server_wait_ms = 1200;
const address = '/drafts';
const patience_ms = 2000;
// Browsers refuse to carry more than 64 KiB past the end of a page.
const keepalive_bytes_max = 60_000;

export type Kept = 'at the server' | 'on this device' | 'nowhere';

export class Drafts {
  private device_timer = 0;
  private server_timer = 0;
  private under_way: Promise<void> = Promise.resolve();
  private unsaved = false;
  private closed = false;

  // `fields` answers what the form holds now; `tell` hears where it is kept.
  constructor(private readonly place: string, private readonly fields: () => URLSearchParams,
              private readonly tell: (kept: Kept) => void) {
    document.addEventListener('visibilitychange', () => { if (document.hidden) this.flush(); });
    addEventListener('pagehide', () => this.flush());
  }

  changed(): void {
    if (this.closed) return;
    this.unsaved = true;
    clearTimeout(this.device_timer);
    clearTimeout(this.server_timer);
    this.device_timer = setTimeout(() => void this.keep_here(), device_wait_ms);
    this.server_timer = setTimeout(() => this.keep_there(), server_wait_ms);
  }

  found_here(): Promise<string | undefined> {
    return take_sealed(this.place);
  }

  // From now on nothing is kept; resolves when what was under way has ended, so that no late copy
  // comes after the words were sent.
  async close(): Promise<void> {
    this.closed = true;
    this.stop_timers();
    // On a dead line it may never end; the key of the form keeps what follows from being posted twice.
    await Promise.race([this.under_way, new Promise((done) => setTimeout(done, patience_ms))]);
  }

  async forget(): Promise<void> {
    await forget_sealed(this.place);
  }

  private stop_timers(): void {
    clearTimeout(this.device_timer);
    clearTimeout(this.server_timer);
  }

  private text(): string {
    return this.fields().get('body') ?? '';
  }

  private async keep_here(): Promise<boolean> {
    if (this.text().trim() !== '') return keep_sealed(this.place, this.text());
    await forget_sealed(this.place);
    return false;
  }

  private keep_there(): void {
    if (this.closed || !this.unsaved) return;
    this.unsaved = false;
    const body = this.fields();
    body.set('place', this.place);
    const keepalive = body.toString().length < keepalive_bytes_max;
    this.under_way = fetch(address, { method: 'POST', body, keepalive, headers: { Accept: 'application/json' } })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        if (this.unsaved) return;
        await forget_sealed(this.place);
        if (this.text().trim() !== '') this.tell('at the server');
      })
      .catch(async () => {
        this.unsaved = true;
        this.tell(await this.keep_here() ? 'on this device' : 'nowhere');
      });
  }

  private flush(): void {
    if (this.closed || !this.unsaved) return;
    this.stop_timers();
    void this.keep_here();
    this.keep_there();
  }
}
