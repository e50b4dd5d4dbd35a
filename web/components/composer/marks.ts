// The marks under the words while somebody writes. A copy of the text lies behind the field, invisible
// but for the lines under its marks; it follows the field's size, its scrolling and its letters. The
// field itself stays a plain textarea: nothing changes for the keyboard, for speech or for undo.
export interface Span { start: number; end: number }

// What decides where a letter stands.
const same_as_field = [
  'direction', 'fontFamily', 'fontFeatureSettings', 'fontKerning', 'fontSize', 'fontStretch', 'fontStyle', 'fontVariant',
  'fontWeight', 'letterSpacing', 'lineHeight', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInlineStart', 'tabSize',
  'textAlign', 'textIndent', 'textTransform', 'wordSpacing',
] as const;

// Marks as they lie after a change of the text, until it has been looked at again: those before the
// change stay, those after it move along, those that it touched go.
export function moved(spans: readonly Span[], before: string, after: string): (Span | undefined)[] {
  const most = Math.min(before.length, after.length);
  let same_begin = 0;
  while (same_begin < most && before[same_begin] === after[same_begin]) same_begin += 1;
  let same_end = 0;
  while (same_end < most - same_begin && before[before.length - 1 - same_end] === after[after.length - 1 - same_end]) same_end += 1;
  const by = after.length - before.length;
  return spans.map(({ start, end }) => {
    if (end <= same_begin) return { start, end };
    if (start >= before.length - same_end) return { start: start + by, end: end + by };
    return undefined;
  });
}

export class Marks {
  private readonly layer = document.createElement('div');
  private readonly words = document.createElement('div');
  private spans: readonly Span[] = [];
  private current: number | undefined;

  constructor(private readonly field: HTMLTextAreaElement) {
    this.layer.className = 'marks';
    this.layer.setAttribute('aria-hidden', 'true');
    this.words.className = 'marks-words';
    this.layer.append(this.words);
    field.before(this.layer);
    field.classList.add('control-marked');
    field.parentElement?.classList.add('field-marked');
    field.addEventListener('scroll', () => this.follow_scrolling());
    const sizes = new ResizeObserver(() => this.follow_size());
    sizes.observe(field);
    if (field.parentElement) sizes.observe(field.parentElement);
  }

  show(spans: readonly Span[], current?: number): void {
    this.spans = spans;
    this.current = current;
    this.draw();
  }

  private draw(): void {
    const text = this.field.value;
    const parts: (string | HTMLElement)[] = [];
    let done = 0;
    this.spans.forEach(({ start, end }, index) => {
      const from = Math.max(start, done);
      if (from >= end) return;
      const mark = document.createElement('span');
      mark.className = index === this.current ? 'mark mark-current' : 'mark';
      mark.textContent = text.slice(from, end);
      parts.push(text.slice(done, from), mark);
      done = end;
    });
    // What comes after the last mark moves nothing.
    this.words.replaceChildren(...parts);
    this.follow_size();
  }

  private follow_size(): void {
    const look = getComputedStyle(this.field);
    for (const name of same_as_field) this.words.style[name] = look[name];
    const { style } = this.layer;
    style.top = `${this.field.offsetTop + this.field.clientTop}px`;
    style.left = `${this.field.offsetLeft + this.field.clientLeft}px`;
    // Without the scroll bar, which takes room from the words.
    style.width = `${this.field.clientWidth}px`;
    style.height = `${this.field.clientHeight}px`;
    this.words.style.paddingInlineEnd = look.paddingInlineEnd;
    this.follow_scrolling();
  }

  private follow_scrolling(): void {
    // The copy ends with its last mark, so it cannot scroll as far as the field: it is moved instead.
    this.words.style.translate = `0 ${-this.field.scrollTop}px`;
  }
}
