// The open list of conversations: a line changes where it stands; what is to move up waits behind a button.
import { fragment_of } from '../../base/trusted';
import { Bar } from '../live/bar';
import { listen } from '../live/line';
import { refresh_times } from '../post/times';

interface Moved { conversation: string; has_new: boolean; html: string }

export class Inbox {
  private readonly list: HTMLElement | null;
  private readonly bar: Bar;
  private readonly waiting = new Map<string, Moved>();

  constructor(private readonly section: HTMLElement) {
    this.list = section.querySelector<HTMLElement>('[data-live-list]');
    this.bar = new Bar(section, () => this.show());
    listen(section.dataset.after ?? '', (event, data) => {
      if (event === 'inbox') this.take(JSON.parse(data) as Moved);
      else this.bar.offer('what is new');
    });
  }

  private item_of(moved: Moved): HTMLElement | undefined {
    const item = fragment_of(moved.html).firstElementChild;
    if (!(item instanceof HTMLElement)) return undefined;
    refresh_times(item);
    return item;
  }

  private on_page(moved: Moved): HTMLElement | null {
    return document.getElementById(`conversation-${moved.conversation}`);
  }

  private take(moved: Moved): void {
    const old = this.on_page(moved);
    const item = this.item_of(moved);
    if (old && item) old.replaceWith(item);
    // The first stays the first, and what one wrote oneself is not news.
    if (old && (this.list?.firstElementChild === this.on_page(moved) || !moved.has_new)) return;
    this.waiting.delete(moved.conversation);
    this.waiting.set(moved.conversation, moved);
    this.bar.offer(`${this.waiting.size} new`);
  }

  private show(): void {
    if (this.waiting.size === 0 || document.querySelector('a[rel=prev]')) return location.assign('/messages');
    this.section.querySelector('.empty')?.remove();
    for (const moved of this.waiting.values()) {
      this.on_page(moved)?.remove();
      const item = this.item_of(moved);
      if (item) this.list?.prepend(item);
    }
    this.waiting.clear();
    this.bar.offer('');
    this.list?.querySelector<HTMLElement>('a')?.focus();
  }
}
