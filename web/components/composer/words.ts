// The words of a form that are looked at together, as one text: what was written and, below it, what can be chosen in
// a poll, each line after "- ", as the server puts them (src/domain/posts/choices.hpp). Knows where each of its letters
// stands in a field.
import type { Span } from './marks';

interface Part extends Span {
  field: HTMLTextAreaElement;
  from: number;  // where in the field it begins
}

const before_choice = '\n- ';

export class Words {
  readonly fields: HTMLTextAreaElement[];

  constructor(readonly body: HTMLTextAreaElement, private readonly choices: HTMLTextAreaElement | null) {
    this.fields = choices ? [body, choices] : [body];
  }

  get value(): string {
    const chosen = this.parts().slice(1).map(({ field, from, start, end }) => before_choice + field.value.slice(from, from + end - start));
    return this.body.value + chosen.join('');
  }

  // Where a span stands: in the field in which it begins, and no further than that goes.
  place_of({ start, end }: Span): Span & { field: HTMLTextAreaElement } {
    const parts = this.parts();
    const part = parts.reduce((last, each) => (each.start <= start ? each : last));
    const in_field = (at: number) => part.from + Math.min(at, part.end) - part.start;
    return { field: part.field, start: in_field(start), end: in_field(end) };
  }

  // Where in the text the caret stands; -1 where it is in none of the fields.
  get caret(): number {
    const field = this.fields.find((each) => each === document.activeElement);
    const at = field?.selectionStart ?? -1;
    const part = this.parts().find((each) => each.field === field && each.from <= at && at <= each.from + each.end - each.start);
    return part ? part.start + at - part.from : -1;
  }

  set locked(locked: boolean) {
    for (const field of this.fields) field.readOnly = locked;
  }

  clear(): void {
    for (const field of this.fields) field.value = '';
  }

  private parts(): Part[] {
    const parts: Part[] = [{ field: this.body, from: 0, start: 0, end: this.body.value.length }];
    if (!this.choices) return parts;
    let start = this.body.value.length;
    for (const line of this.choices.value.matchAll(/[^\n]+/g)) {
      const words = line[0].trim();
      if (words === '') continue;
      start += before_choice.length;
      parts.push({ field: this.choices, from: line.index + line[0].indexOf(words), start, end: start + words.length });
      start += words.length;
    }
    return parts;
  }
}
