// An open conversation: what is said comes in at the end, where the reader is there; who writes keeps the
// field under the fingers. Marks as read what is looked at. Typing and reading only where the page says so.
import { fragment_of } from '../../base/trusted';
import { Bar } from '../live/bar';
import { listen, look_now } from '../live/line';
import { refresh_times } from '../post/times';

interface News { kind: 'message' | 'changed'; id: string; author: string; sequence: number; html: string }
interface Passing { person: string; name: string; sequence: number }

const typing_told_every_ms = 4_000;
const typing_shown_ms = 6_000;
const reading_told_after_ms = 1_500;
const own_message_ms_max = 1_000;
const end_pixels = 160;

export class Conversation {
  private readonly list: HTMLElement | null;
  private readonly person: string;
  private readonly path: string;
  private readonly csrf: string;
  private readonly state: HTMLElement | null;
  private readonly bar: Bar;
  private readonly waiting: News[] = [];
  private readonly readers = new Set<string>();
  private seen_words: string;
  private typing_told = 0;
  private typing_timer = 0;
  private reading_timer = 0;
  private read_upto = 0;

  constructor(private readonly section: HTMLElement) {
    this.list = section.querySelector<HTMLElement>('[data-live-list]');
    this.state = section.querySelector<HTMLElement>('[data-seen]');
    this.person = section.dataset.person ?? '';
    this.path = `/messages/${section.dataset.conversation ?? ''}`;
    this.csrf = document.querySelector<HTMLInputElement>('.composer [name=csrf]')?.value ?? '';
    this.seen_words = this.state?.textContent ?? '';
    this.bar = new Bar(section, () => this.show());
    listen(section.dataset.after ?? '', (event, data) => this.hear(event, data));
    document.addEventListener('kith-sent', (event) => this.wait_for((event as CustomEvent<string>).detail));
    document.addEventListener('visibilitychange', () => this.note_reading());
    this.note_reading();
    if (section.dataset.typing) {
      document.querySelector('.composer textarea')?.addEventListener('input', () => this.note_typing());
    }
    if (location.hash === '' || location.hash === '#body') requestAnimationFrame(() => this.go_to_end());
  }

  // The newest words, and the field under them.
  private go_to_end(): void {
    const end = document.querySelector('.composer-short') ?? this.list?.lastElementChild;
    end?.scrollIntoView({ block: 'end', behavior: 'instant' });
  }

  private hear(event: string, data: string): void {
    if (event === 'message') return this.take(JSON.parse(data) as News);
    if (event === 'reload') return this.bar.offer('what is new');
    const passing = JSON.parse(data) as Passing;
    if (passing.person === this.person) return;
    if (event === 'typing') this.show_typing(passing.name);
    else if (passing.sequence >= this.last_own()) this.show_reader(passing.name);
  }

  private take(news: News): void {
    const old = document.getElementById(`message-${news.id}`);
    if (news.kind === 'changed') {
      const item = this.item_of(news);
      if (old && item) old.replaceWith(item);
      return;
    }
    if (old) return;
    const own = news.author === this.person;
    if (!document.querySelector('a[rel=prev]') && this.waiting.length === 0 && (own || this.reader_is_at_end())) return this.insert([news]);
    this.waiting.push(news);
    this.bar.offer(`${this.waiting.length} new`);
  }

  private show(): void {
    if (this.waiting.length === 0 || document.querySelector('a[rel=prev]')) return location.assign(this.path);
    this.insert(this.waiting.splice(0));
    this.bar.offer('');
    this.list?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }

  private item_of(news: News): HTMLElement | undefined {
    const item = fragment_of(news.html).firstElementChild;
    if (!(item instanceof HTMLElement)) return undefined;
    if (item.dataset.author === this.person && !item.classList.contains('message-note')) item.classList.add('message-own');
    refresh_times(item);
    return item;
  }

  // What is below the list stays where it is in the window.
  private insert(all: readonly News[]): void {
    const before = document.documentElement.scrollHeight;
    for (const news of all) {
      const item = this.item_of(news);
      if (!item) continue;
      this.section.querySelector('[data-live-empty]')?.remove();
      this.list?.append(item);
      const author = item.querySelector('.post-author')?.textContent ?? item.textContent?.trim() ?? '';
      if (news.author === this.person) this.show_readers_of_last();
      else this.bar.say(item.classList.contains('message-note') ? author : `${author} wrote a message`);
    }
    scrollBy({ top: document.documentElement.scrollHeight - before, behavior: 'instant' });
    this.clear_typing();
    this.note_reading();
  }

  private reader_is_at_end(): boolean {
    if (document.hidden || String(getSelection()) !== '') return false;
    return (this.list?.getBoundingClientRect().bottom ?? Infinity) <= innerHeight + end_pixels;
  }

  // What this page sent comes by the line; when that is slow it is asked for.
  private wait_for(id: string): void {
    setTimeout(() => { if (!document.getElementById(id)) look_now(); }, own_message_ms_max);
  }

  private last_of(selector: string): number {
    const items = this.list?.querySelectorAll<HTMLElement>(selector);
    return Number(items?.[items.length - 1]?.dataset.sequence ?? 0);
  }
  private last_own(): number { return this.last_of('.message-own'); }

  private tell(what: string, fields: Record<string, string>): void {
    if (this.csrf === '') return;
    void fetch(`${this.path}/${what}`, { method: 'POST', headers: { Accept: 'application/json' }, keepalive: true,
      body: new URLSearchParams({ csrf: this.csrf, ...fields }) }).catch(() => undefined);
  }

  private note_typing(): void {
    if (Date.now() - this.typing_told < typing_told_every_ms) return;
    this.typing_told = Date.now();
    this.tell('typing', {});
  }

  private note_reading(): void {
    clearTimeout(this.reading_timer);
    this.reading_timer = window.setTimeout(() => {
      const upto = this.last_of('.message');
      if (document.hidden || upto <= this.read_upto) return;
      this.read_upto = upto;
      this.tell('seen', { upto: String(upto) });
    }, reading_told_after_ms);
  }

  private say_state(words: string): void {
    if (this.state) this.state.textContent = words;
  }

  private show_typing(name: string): void {
    this.say_state(`${name} is writing.`);
    clearTimeout(this.typing_timer);
    this.typing_timer = window.setTimeout(() => this.clear_typing(), typing_shown_ms);
  }

  private clear_typing(): void {
    clearTimeout(this.typing_timer);
    this.say_state(this.seen_words);
  }

  private show_reader(name: string): void {
    this.readers.add(name);
    this.seen_words = `Read by ${[...this.readers].join(', ')}.`;
    this.clear_typing();
  }

  private show_readers_of_last(): void {
    this.readers.clear();
    this.seen_words = '';
  }
}
