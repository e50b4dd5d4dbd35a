// What others write while the page is open. It waits behind a bar ("2 new") until the reader asks for
// it, and comes in at once only at the end of a thread, below what is being read.
import { fragment_of } from '../../base/trusted';
import { refresh_times } from '../post/times';
import { Bar } from './bar';
import { listen } from './line';

interface News {
  kind: 'post' | 'comment' | 'changed';
  group: string;
  thread?: string;
  id: string;
  html?: string;
}

export class Live {
  private readonly list: HTMLElement | null;
  private readonly thread: string | undefined;
  private readonly bar: Bar;
  private readonly waiting = new Map<string, News>();
  private missed_too_much = false;

  constructor(private readonly section: HTMLElement) {
    this.list = section.querySelector<HTMLElement>('[data-live-list]');
    this.thread = section.dataset.thread;
    this.bar = new Bar(section, () => this.show());
    const { live: own_line, after = '' } = section.dataset;
    if (own_line) {
      // A line of the page's own, which says no more than that there is something new.
      new EventSource(`${own_line}?after=${after}`).addEventListener('reload', () => {
        this.missed_too_much = true;
        this.announce();
      });
      return;
    }
    listen(after, (event, data) => {
      if (event === 'post') return this.take(JSON.parse(data) as News);
      this.missed_too_much = true;
      this.announce();
    });
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
      this.bar.say('1 new answer, shown at the end');
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
    this.bar.offer(text);
  }

  private show(): void {
    const all = [...this.waiting.values()];
    if (this.missed_too_much || !all.every((news) => this.fits(news))) return location.assign(location.pathname);
    const shown = all.map((news) => this.insert(news));
    this.waiting.clear();
    this.announce();
    this.bar.say('Shown');
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
