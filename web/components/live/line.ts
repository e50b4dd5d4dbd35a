// One line to the server for all tabs of this browser. The tab that holds the lock keeps it: a stream, or,
// where a stream does not get through (a proxy that holds it back), the same by asking now and then. It
// passes everything on to the other tabs. Each tab knows up to which number it has heard each circle, so
// what comes twice is passed over; after a break the line goes on from there, and nothing is lost.
//
// A line that breaks is made again after a wait that grows and is never the same for all.

const lock_name = 'kith-live';
const gather_ms = 40;             // for the other tabs to say what they want
const first_word_ms_max = 5_000;  // the server speaks at once: silence means that something holds the stream back
const silence_ms_max = 45_000;    // more than two heartbeats
const watch_every_ms = 5_000;
const poll_every_ms = 4_000;
const poll_hidden_every_ms = 30_000;
const stream_again_ms = 300_000;
const wait_ms_first = 1_000;
const wait_ms_max = 30_000;
const circles_max = 40;

export type Listener = (event: string, data: string) => void;

interface Told { event: string; id: string; data: string }
interface Word { told?: Told; want?: string[]; who?: true; alive?: true; look?: true }

interface Part { circle: string; sequence: number }

function part_of(id: string): Part {
  const [first = ''] = id.split('~');
  const dot = first.indexOf('.');
  return { circle: first.slice(0, dot), sequence: Number(first.slice(dot + 1)) };
}

// What this page hears: circle -> up to which number, and who listens.
const heard = new Map<string, number>();
const listeners: { circle: string; listener: Listener }[] = [];
let channel: BroadcastChannel | undefined;
let leader: Leader | undefined;
let last_alive = 0;
let begun = false;

const wants = (): string[] => [...heard].map(([circle, sequence]) => `${circle}.${sequence}`);

function deliver({ event, id, data }: Told): void {
  if (id === '') {
    // True for a moment, kept nowhere.
    const { conversation } = JSON.parse(data) as { conversation?: string };
    for (const each of listeners) if (each.circle === conversation) each.listener(event, data);
    return;
  }
  const { circle, sequence } = part_of(id);
  if (sequence <= (heard.get(circle) ?? Infinity)) return;
  heard.set(circle, sequence);
  for (const each of listeners) if (each.circle === circle) each.listener(event, data);
}

class Leader {
  private readonly circles = new Map<string, number>();
  private stream: EventSource | undefined;
  private timer = 0;
  private watcher = 0;
  private failures = 0;
  private spoken = 0;
  private opened = 0;
  private polls_until = 0;
  private asking = false;

  constructor() {
    say({ who: true });
    this.want(wants());
    this.watcher = window.setInterval(() => this.watch(), watch_every_ms);
    this.soon(gather_ms);
  }

  want(parts: readonly string[]): void {
    let more = false;
    for (const part of parts) {
      const { circle, sequence } = part_of(part);
      const known = this.circles.get(circle);
      if (known !== undefined && sequence >= known) continue;
      this.circles.set(circle, sequence);
      more = true;
    }
    // Pages that were left are still listened to; now and then those that are open are asked anew.
    if (this.circles.size > circles_max) {
      this.circles.clear();
      for (const [circle, sequence] of heard) this.circles.set(circle, sequence);
      say({ who: true });
    }
    if (more && (this.stream || this.polls())) this.soon(0);
  }

  // Something is on its way: do not wait for it.
  look(): void {
    if (!this.asking) void this.ask();
  }

  again(): void {
    this.failures = 0;
    this.polls_until = 0;
    this.soon(0);
  }

  end(): void {
    clearTimeout(this.timer);
    clearInterval(this.watcher);
    this.close();
    this.circles.clear();
  }

  private polls(): boolean {
    return Date.now() < this.polls_until;
  }

  private close(): void {
    this.stream?.close();
    this.stream = undefined;
  }

  private soon(ms: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.close();
      if (this.circles.size === 0) return;
      if (this.polls()) void this.poll();
      else this.open();
    }, ms);
  }

  private address(): string {
    return `/live?hear=${[...this.circles].map(([circle, sequence]) => `${circle}.${sequence}`).join('~')}`;
  }

  private open(): void {
    const stream = this.stream = new EventSource(this.address());
    this.opened = Date.now();
    this.spoken = 0;
    const take = (event: MessageEvent): void => {
      this.spoken = Date.now();
      this.failures = 0;
      this.tell({ event: event.type, id: event.lastEventId && event.type !== 'typing' && event.type !== 'seen' ? event.lastEventId : '', data: event.data as string });
    };
    for (const event of ['post', 'message', 'inbox', 'reload', 'typing', 'seen']) stream.addEventListener(event, take);
    stream.addEventListener('beat', () => {
      this.spoken = Date.now();
      this.failures = 0;
      say({ alive: true });
    });
    stream.addEventListener('error', () => { if (this.stream === stream) this.broken(); });
    // What holds a stream back does so from the beginning.
    setTimeout(() => { if (this.stream === stream && this.spoken === 0 && !document.hidden) this.fall_back(); }, first_word_ms_max);
  }

  private tell(told: Told): void {
    if (told.id !== '') {
      const { circle, sequence } = part_of(told.id);
      if (this.circles.has(circle)) this.circles.set(circle, Math.max(sequence, this.circles.get(circle) ?? 0));
    }
    deliver(told);
    say({ told });
  }

  private fall_back(): void {
    this.close();
    this.polls_until = Date.now() + stream_again_ms;
    void this.poll();
  }

  private broken(): void {
    this.close();
    this.failures += 1;
    const wait_ms = Math.min(wait_ms_first * 2 ** (this.failures - 1), wait_ms_max) * (0.5 + Math.random());
    clearTimeout(this.timer);
    // A stream that is refused may be a proxy that does not know them: asking tells.
    this.timer = window.setTimeout(() => {
      if (this.failures < 3) return this.open();
      this.polls_until = Date.now() + stream_again_ms;
      void this.poll();
    }, wait_ms);
  }

  // False: what is wanted is not there for us any more, or nobody is signed in.
  private async ask(): Promise<boolean> {
    this.asking = true;
    try {
      const answer = await fetch(this.address(), { headers: { Accept: 'application/json' }, cache: 'no-store' });
      if (answer.status === 401 || answer.status === 404) return false;
      if (!answer.ok) throw new Error(String(answer.status));
      const { heard: now, events } = await answer.json() as { heard: string; events: Told[] };
      this.failures = 0;
      for (const told of events) this.tell(told);
      for (const part of now.split('~')) {
        const { circle, sequence } = part_of(part);
        if (this.circles.has(circle)) this.circles.set(circle, Math.max(sequence, this.circles.get(circle) ?? 0));
      }
      say({ alive: true });
    } catch {
      this.failures += 1;
    } finally {
      this.asking = false;
    }
    return true;
  }

  private async poll(): Promise<void> {
    clearTimeout(this.timer);
    if (!await this.ask()) return;
    const every_ms = document.hidden ? poll_hidden_every_ms : poll_every_ms;
    const wait_ms = Math.min(every_ms * 2 ** Math.min(this.failures, 4), wait_ms_max) * (0.8 + 0.4 * Math.random());
    this.soon(wait_ms);
  }

  // A line can be dead without anybody saying so: the heartbeat is missed.
  private watch(): void {
    if (!this.stream || document.hidden) return;
    if (Date.now() - Math.max(this.spoken, this.opened) > silence_ms_max) this.soon(0);
  }
}

function say(word: Word): void {
  channel?.postMessage(word);
}

function hear_word({ data }: MessageEvent): void {
  const word = data as Word;
  if (word.told) deliver(word.told);
  if (word.told || word.alive) last_alive = Date.now();
  if (word.who) say({ want: wants() });
  if (word.want) leader?.want(word.want);
  if (word.look) leader?.look();
}

// Whoever has the lock leads until the page goes, or another takes it over from a page that sleeps.
let turn: AbortController | undefined;
let let_go: (() => void) | undefined;

function lead(): Promise<void> {
  if (!begun) return Promise.resolve();
  leader = new Leader();
  return new Promise((done) => { let_go = done; });
}

function step_down(): void {
  leader?.end();
  leader = undefined;
  let_go?.();
  let_go = undefined;
}

function stand_for_lead(steal: boolean): void {
  if (!navigator.locks) {
    void lead();
    return;
  }
  turn = new AbortController();
  // A turn that is taken is not waited for.
  const how = steal ? { steal } : { signal: turn.signal };
  navigator.locks.request(lock_name, how, lead).catch(() => {
    // Taken over by another tab: wait for a turn again.
    if (!begun) return;
    step_down();
    stand_for_lead(false);
  });
}

function begin(): void {
  if (begun) return;
  begun = true;
  last_alive = Date.now();
  if ('BroadcastChannel' in window && navigator.locks) {
    channel = new BroadcastChannel(lock_name);
    channel.addEventListener('message', hear_word);
  }
  say({ want: wants() });
  stand_for_lead(false);
}

function end(): void {
  begun = false;
  turn?.abort();
  step_down();
  channel?.close();
  channel = undefined;
}

// The tab that leads has gone to sleep: a tab that is looked at takes over.
function watch_leader(): void {
  if (!begun || leader || document.hidden || Date.now() - last_alive <= silence_ms_max) return;
  last_alive = Date.now();
  stand_for_lead(true);
}

// `after` is where the page stands, "<circle>.<sequence>". Without EventSource nothing comes.
export function listen(after: string, listener: Listener): void {
  if (after === '' || !('EventSource' in window)) return;
  const { circle, sequence } = part_of(after);
  heard.set(circle, sequence);
  listeners.push({ circle, listener });
  if (begun) {
    say({ want: [after] });
    leader?.want([after]);
    return;
  }
  begin();
  setInterval(watch_leader, watch_every_ms);
  addEventListener('online', () => leader?.again());
  document.addEventListener('visibilitychange', () => { if (!document.hidden) leader?.look(); });
  addEventListener('pagehide', end);
  addEventListener('pageshow', (event) => { if (event.persisted) begin(); });
}

// Asks once, now: for what this page has sent itself and does not want to wait for.
export function look_now(): void {
  if (leader) leader.look();
  else say({ look: true });
}
