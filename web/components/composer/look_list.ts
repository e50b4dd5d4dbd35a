// What the check has found, as a list under the field: for each thing the words, a sentence, broader
// wordings to put in with one tap, and "Leave it". A quiet voice says how many there are.
import type { Report } from '../../screening/report';
import type { Span } from './marks';
import type { Words } from './words';

export interface Thing extends Span {
  key: string;
  reason: string;
  broader: string[];
  may_leave: boolean;
}

export interface Deeds {
  replace(thing: Thing, wording: string): void;
  leave(thing: Thing): void;
  go_to(thing: Thing): void;
}

const words_shown_max = 60;
// More at once would be a wall between the words and the button; the others are a tap away.
const items_shown_at_first = 3;

function element(tag: string, class_name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = class_name;
  made.append(...children);
  return made;
}

function button(class_name: string, words: string, press: () => void): HTMLButtonElement {
  const made = element('button', class_name, words) as HTMLButtonElement;
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

function in_quotes(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return `“${line.length > words_shown_max ? `${line.slice(0, words_shown_max)}…` : line}”`;
}

export function things_in(report: Report, strict: boolean): Thing[] {
  const things: Thing[] = report.findings.filter((finding) => finding.shown)
    .map(({ start, end, key, reason, broader, kind }) => ({ start, end, key, reason, broader, may_leave: !(strict && kind === 'direct') }));
  const { tone } = report;
  if (tone.shown) things.push({ start: tone.start, end: tone.end, key: tone.key, reason: tone.reason, broader: [], may_leave: true });
  return things;
}

export class LookList {
  private readonly count = element('p', 'look-count');
  private readonly list = element('ul', 'look-list');
  private readonly whole = element('div', 'look-wholes');
  private readonly place: HTMLElement;
  private readonly more = button('button button-plain', '', () => this.show_all());
  private all_shown = false;
  private items: HTMLElement[] = [];

  // Stands after the field; the sentence about all of it over the buttons.
  constructor(private readonly words: Words, over: Element, private readonly deeds: Deeds) {
    this.count.setAttribute('role', 'status');
    this.whole.setAttribute('aria-live', 'polite');
    this.list.setAttribute('aria-label', 'To look at');
    this.place = element('div', 'look', this.count, this.list, this.more);
    this.place.dataset.empty = 'yes';
    this.more.hidden = true;
    (words.body.closest('.field') ?? words.body).after(this.place);
    over.before(this.whole);
  }

  show(things: Thing[], report: Report): void {
    const had = this.items.findIndex((item) => item.contains(document.activeElement));
    this.items = things.map((thing) => this.item_of(thing));
    this.list.replaceChildren(...this.items);
    if (things.length === 0) this.all_shown = false;
    this.fold();
    this.place.dataset.empty = things.length === 0 ? 'yes' : 'no';
    this.say(things.length === 0 ? '' : things.length === 1 ? '1 thing to look at' : `${things.length} things to look at`);
    const sentence = report.jigsaw.shown ? report.jigsaw.reason : '';
    if (this.whole.textContent !== sentence) this.whole.replaceChildren(...(sentence ? [element('p', `look-whole look-${report.jigsaw.danger}`, sentence)] : []));
    // Where a button under the finger or the focus went away, the next one takes over, at last the words.
    if (had >= 0) (this.items[Math.min(had, this.items.length - 1)]?.querySelector<HTMLElement>('button') ?? this.words.body).focus();
  }

  // The one whose words hold the caret is always to be seen.
  set_current(index: number | undefined): void {
    this.items.forEach((item, place) => item.classList.toggle('look-current', place === index));
    this.fold();
  }

  private fold(): void {
    const all = this.all_shown || this.items.length <= items_shown_at_first + 1;
    this.items.forEach((item, place) => { item.hidden = !all && place >= items_shown_at_first && !item.classList.contains('look-current'); });
    const hidden = this.items.filter((item) => item.hidden).length;
    this.more.hidden = hidden === 0;
    this.more.textContent = `Show ${hidden} more`;
  }

  private show_all(): void {
    const next = this.items.find((item) => item.hidden);
    this.all_shown = true;
    this.fold();
    next?.querySelector('button')?.focus();
  }

  // Somebody wants to send: the first of them, with a word about it.
  ask(words: string): void {
    this.say(words);
    this.items[0]?.querySelector<HTMLElement>('button')?.focus();
  }

  private say(words: string): void {
    if (this.count.textContent !== words) this.count.textContent = words;
  }

  private item_of(thing: Thing): HTMLElement {
    const words = in_quotes(this.words.value.slice(thing.start, thing.end));
    const sentence = element('p', 'look-sentence', button('look-words', words, () => this.deeds.go_to(thing)), ` ${thing.reason}`);
    const row = element('p', 'look-broader');
    for (const wording of thing.broader) row.append(button('button button-quiet button-small', wording, () => this.deeds.replace(thing, wording)));
    if (thing.may_leave) {
      const leave = button('button button-plain', 'Leave it', () => this.deeds.leave(thing));
      leave.append(element('span', 'hidden-word', `: ${words}`));
      row.append(leave);
    }
    return element('li', 'look-item', sentence, ...(row.childElementCount > 0 ? [row] : []));
  }
}
