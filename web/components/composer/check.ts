// The check while somebody writes: looks at the words on this device, marks what could tell who a
// person is, and offers something broader. It keeps nothing and sends nothing.
import type { Report } from '../../screening/report';
import { Screening } from '../../screening/screening';
import { LookList, things_in, type Thing } from './look_list';
import { Marks, moved, type Span } from './marks';
import type { Words } from './words';

// A word is not marked while it is being written.
const pause_ms = 350;
const patience_ms = 1500;
const line_end = '\u241e';  // of the surroundings (src/screen/look/surroundings.hpp)

export class Check {
  private readonly screening: Screening;
  private readonly strict: boolean;
  private readonly marks: Map<HTMLTextAreaElement, Marks>;
  private readonly list: LookList;
  private readonly left = new Set<string>();
  private things: Thing[] = [];
  private shown_for = '';
  private current: number | undefined;
  private timer = 0;
  private latest: { text: string; report: Report } | undefined;

  // `told` hears that a thing was left or replaced: the draft has changed.
  constructor(private readonly words: Words, over: Element, private readonly surroundings: string,
              private readonly told: () => void) {
    this.screening = new Screening(surroundings);
    this.strict = surroundings.includes(`strict 1${line_end}`);
    this.marks = new Map(words.fields.map((field) => [field, new Marks(field)]));
    this.list = new LookList(words, over, {
      replace: (thing, wording) => this.replace(thing, wording),
      leave: (thing) => this.leave([thing.key]),
      go_to: (thing) => this.go_to(thing),
    });
    // Fetched when somebody is about to write, never before.
    for (const field of words.fields) field.addEventListener('focus', () => this.look_soon(), { once: true });
    document.addEventListener('selectionchange', () => this.follow_caret());
  }

  changed(): void {
    const text = this.words.value;
    const spans = moved(this.things, this.shown_for, text);
    this.things = this.things.flatMap((thing, index) => (spans[index] ? [{ ...thing, ...spans[index] }] : []));
    this.shown_for = text;
    this.mark(undefined);
    this.look_soon();
  }

  // The keys of what was left as it is, for the draft.
  get left_keys(): string[] {
    return [...this.left];
  }

  leave(keys: readonly string[]): void {
    if (keys.length === 0) return;
    for (const key of keys) this.left.add(key);
    this.screening.surround(this.surroundings + this.left_keys.map((key) => `left ${key}${line_end}`).join(''));
    this.latest = undefined;
    this.told();
    if (this.screening.has_begun) void this.look();
  }

  // The report on the words as they stand. Nothing when the check cannot run here, or not in time.
  async fresh(): Promise<Report | undefined> {
    const late = new Promise<undefined>((done) => { setTimeout(() => done(undefined), patience_ms); });
    return Promise.race([this.look(), late]);
  }

  // Somebody wants to send what should be looked at first.
  ask(words: string): void {
    this.list.ask(words);
  }

  private look_soon(): void {
    clearTimeout(this.timer);
    this.screening.begin();
    this.timer = setTimeout(() => void this.look(), pause_ms);
  }

  private async look(): Promise<Report | undefined> {
    clearTimeout(this.timer);
    const text = this.words.value;
    const report = this.latest?.text === text ? this.latest.report : await this.screening.screen(text);
    // Somebody wrote on meanwhile: another look is on its way.
    if (!report || this.words.value !== text) return report;
    this.latest = { text, report };
    this.things = things_in(report, this.strict);
    this.shown_for = text;
    this.mark(undefined);
    this.list.show(this.things, report);
    this.follow_caret();
    // The list that the server made says the same.
    for (const made of this.words.body.form?.querySelectorAll('.look-of-server') ?? []) made.remove();
    return report;
  }

  private follow_caret(): void {
    const at = this.words.caret;
    const index = this.things.findIndex(({ start, end }) => start <= at && at <= end);
    const current = index < 0 ? undefined : index;
    if (current === this.current) return;
    this.list.set_current(current);
    this.mark(current);
  }

  // Each thing in the field in which it stands.
  private mark(current: number | undefined): void {
    this.current = current;
    const placed = this.things.map((thing) => this.words.place_of(thing));
    for (const [field, marks] of this.marks) {
      const here = placed.filter((place) => place.field === field);
      const at = current === undefined ? -1 : here.findIndex((place) => place === placed[current]);
      marks.show(here, at < 0 ? undefined : at);
    }
  }

  private go_to(span: Span): HTMLTextAreaElement {
    const { field, start, end } = this.words.place_of(span);
    field.closest('details')?.setAttribute('open', '');
    field.focus();
    field.setSelectionRange(start, end);
    return field;
  }

  private replace(thing: Thing, wording: string): void {
    const place = this.things.find(({ key, start: at }) => key === thing.key && at === thing.start) ?? thing;
    const { field, start, end } = this.words.place_of(place);
    const words = begins_sentence(field.value.slice(0, start)) ? wording.charAt(0).toUpperCase() + wording.slice(1) : wording;
    const pressed = document.activeElement as HTMLElement | null;
    this.go_to(place);
    // Old, and still the only way that leaves it to be undone.
    if (!document.execCommand('insertText', false, words)) {
      field.setRangeText(words, start, end, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    // Back to the list, where the next thing takes the focus.
    pressed?.focus();
    void this.look();
  }
}

function begins_sentence(before: string): boolean {
  return /(^|[.!?]\s+|\n\s*)$/.test(before);
}
