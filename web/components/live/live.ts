// What others write while the page is open. It waits behind a bar ("2 new") until the reader asks for
// it, and comes in at once only at the end of a thread, below what is being read.
import { fragment_of } from '../../base/trusted';
import { refresh_times } from '../post/times';

interface News {
  kind: 'post' | 'comment' | 'changed';
  group: string;
  thread?: string;
  id: string;
  html?: string;
}

const silence_ms_max = 45_000;
const watch_every_ms = 5_000;
const wait_ms_first = 1_000;
const wait_ms_max = 30_000;

export class Live {
  private readonly list: HTMLElement | null;
  private readonly thread: string | undefined;
  private readonly address: string;
  private readonly bar = document.createElement('div');
  private readonly button = document.createElement('button');
  private readonly said = document.createElement('p');
  private readonly waiting = new Map<string, News>();
  private missed_too_much = false;
  private stream: EventSource | undefined;
  private last_id = '';
  private last_heard = 0;
  private beats = false;
  private wait_ms = wait_ms_first;

  constructor(private readonly section: HTMLElement) {
    this.list = section.querySelector<HTMLElement>('[data-live-list]');
    this.thread = section.dataset.thread;
    this.address = section.dataset.live ?? '';
    if (!this.address || !('EventSource' in window)) return;
    this.last_id = section.dataset.after ?? '';
    this.make_bar();
    this.open();
    setInterval(() => this.watch(), watch_every_ms);
    addEventListener('online', () => this.open());
    addEventListener('pagehide', () => this.stream?.close());
    addEventListener('pageshow', (event) => { if (event.persisted) this.open(); });
  }

  private make_bar(): void {
    this.bar.className = 'live-bar';
    this.bar.hidden = true;
    this.button.className = 'live-show';
    this.button.type = 'button';
    this.button.addEventListener('click', () => this.show());
    this.bar.append(this.button);
    this.said.className = 'hidden-word';
    this.said.setAttribute('role', 'status');
    this.section.prepend(this.bar, this.said);
  }

  private open(): void {
    this.stream?.close();
    const address = new URL(this.address, location.href);
    if (this.last_id) address.searchParams.set('after', this.last_id);
    const stream = this.stream = new EventSource(address);
    this.heard();
    stream.addEventListener('open', () => { this.wait_ms = wait_ms_first; this.heard(); });
    stream.addEventListener('beat', (event) => { this.beats = true; this.heard(event); });
    stream.addEventListener('reload', (event) => {
      this.heard(event);
      this.missed_too_much = true;
      this.announce();
    });
    stream.addEventListener('post', (event) => {
      this.heard(event);
      this.take(JSON.parse(event.data as string) as News);
    });
    stream.addEventListener('error', () => {
      // The browser tries again by itself, unless the server has turned it away.
      if (stream.readyState !== EventSource.CLOSED) return;
      setTimeout(() => { if (this.stream === stream) this.open(); }, this.wait_ms);
      this.wait_ms = Math.min(2 * this.wait_ms, wait_ms_max);
    });
  }

  private heard(event?: MessageEvent): void {
    this.last_heard = Date.now();
    if (event?.lastEventId) this.last_id = event.lastEventId;
  }

  // A line can be dead without anybody saying so: the heartbeat is missed.
  private watch(): void {
    if (this.beats && !document.hidden && Date.now() - this.last_heard > silence_ms_max) this.open();
  }

  private on_page(id: string): HTMLElement | null {
    return document.getElementById(`post-${id}`);
  }

  private take(news: News): void {
    const here = this.on_page(news.id) !== null;
    const of_thread = this.thread === undefined || news.thread === this.thread || news.id === this.thread;
    if (!of_thread || (news.kind === 'changed') !== here) return;
    if (this.thread !== undefined && news.kind === 'post') return;
    this.waiting.set(news.id, news);
    if (this.thread !== undefined && news.kind === 'comment' && this.waiting.size === 1 && this.fits(news) && this.reader_is_at_end()) {
      this.insert(news);
      this.waiting.clear();
      this.said.textContent = '1 new answer, shown at the end';
      return;
    }
    this.announce();
  }

  // Whoever writes below must not have the field pushed away under the fingers.
  private reader_is_at_end(): boolean {
    const focused = document.activeElement;
    if (document.hidden || focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement) return false;
    const end = this.list?.getBoundingClientRect().bottom ?? Infinity;
    return end <= innerHeight && String(getSelection()) === '';
  }

  private announce(): void {
    let changed = 0;
    for (const news of this.waiting.values()) if (news.kind === 'changed') ++changed;
    const fresh = this.waiting.size - changed;
    const counted = [fresh ? `${fresh} new` : '', changed ? `${changed} changed` : ''].filter(Boolean).join(', ');
    const text = this.missed_too_much ? 'what is new' : counted;
    this.button.textContent = `Show ${text}`;
    this.said.textContent = text;
    this.bar.hidden = text === '';
  }

  private show(): void {
    const all = [...this.waiting.values()];
    if (this.missed_too_much || !all.every((news) => this.fits(news))) return location.assign(location.pathname);
    const shown = all.map((news) => this.insert(news));
    this.waiting.clear();
    this.announce();
    this.said.textContent = 'Shown';
    const first = this.thread === undefined ? shown[shown.length - 1] : shown[0];
    if (!first) return;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: 'nearest' });
  }

  // Whether this page has a place for it as it came; else the page is loaded anew. Older pages of a list,
  // those with a way to newer ones, have none for what is new.
  private fits(news: News): boolean {
    if (!news.html || !this.list) return false;
    if (this.thread === undefined && news.kind === 'comment') return false;
    if (news.kind !== 'changed' && document.querySelector('a[rel=prev]')) return false;
    const old = this.on_page(news.id);
    return old === null || old.tagName === fragment_of(news.html).firstElementChild?.tagName;
  }

  private insert(news: News): HTMLElement | undefined {
    const item = fragment_of(news.html ?? '').firstElementChild;
    if (!(item instanceof HTMLElement) || !this.list) return undefined;
    refresh_times(item);
    const old = this.on_page(news.id);
    if (old) {
      old.replaceWith(item);
      return item;
    }
    for (const empty of this.section.querySelectorAll('.empty, [data-live-empty]')) empty.remove();
    item.classList.add(item.classList.contains('post') ? 'post-new' : 'answer-new');
    if (this.thread === undefined) this.list.prepend(item);
    else this.list.append(item);
    return item;
  }
}
