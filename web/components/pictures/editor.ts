// What is done with chosen files before they are sent, fetched when somebody is about to choose one: a card for
// each. The field itself is emptied at once, so that nothing leaves but by its card.
import { Faces } from '../../faces/faces';
import { Card, type Way } from './card';
import { make, make_button, make_status } from './parts';

// Put in by tools/build_web.mjs.
declare const pictures_style: string;

const files_max = 4;  // with one post or message, as the server has it

export class Editor {
  private readonly faces: Faces;
  private readonly list = make('ul', 'picture-list');
  private readonly says = make_status('picture-says');
  private readonly cards: Card[] = [];
  private readonly halt = make_button('button button-quiet', 'Stop sending', () => this.stop?.abort());
  private stop: AbortController | undefined;
  private numbered = 0;

  constructor(private readonly input: HTMLInputElement, private readonly way: Way, make_worker: (address: string) => Worker) {
    this.faces = new Faces(make_worker);
    const style = make('link', '');
    Object.assign(style, { rel: 'stylesheet', href: pictures_style });
    document.head.append(style);
    this.halt.hidden = true;
    // "No file chosen" would be untrue beside the cards.
    input.classList.add('picture-input');
    input.after(this.says, this.list, this.halt);
  }

  add(files: File[]): void {
    const before = this.input.form?.querySelectorAll('[name=file_id]').length ?? 0;
    const there = before + this.cards.filter((card) => !card.is_sent).length;
    const taken = files.slice(0, Math.max(0, files_max - there));
    this.says.textContent = taken.length < files.length ? `Up to ${files_max} files go together. Take one away to add another.` : '';
    for (const file of taken) {
      const card = new Card(file, `Picture ${++this.numbered}`, this.way, this.faces, (gone) => this.remove(gone));
      this.cards.push(card);
      this.list.append(card.element);
    }
  }

  get count(): number {
    return this.cards.length;
  }

  // Nothing when all has arrived; else what to say. Nothing is sent before every card may go.
  async send(): Promise<string | undefined> {
    await Promise.all(this.cards.map(({ ready }) => ready));
    if (!this.cards.every((card) => card.may_go())) return 'Not sent yet. There is something to choose above.';
    if (this.cards.some((card) => !card.is_described) && !this.may_go_undescribed()) return 'Not sent yet. Say what can be seen, or choose to send it without a sentence.';
    this.stop = new AbortController();
    this.halt.hidden = this.cards.every(({ is_sent }) => is_sent);
    // Nothing joins what is on its way.
    this.input.disabled = true;
    try {
      for (const card of this.cards) {
        const trouble = await card.send(this.stop.signal);
        if (trouble !== undefined) return trouble;
      }
      return undefined;
    } finally {
      this.halt.hidden = true;
      this.input.disabled = false;
    }
  }

  // After it was sent, where the page stays.
  clear(): void {
    for (const card of this.cards.splice(0)) card.element.remove();
    this.input.form?.querySelector('[name=undescribed]')?.closest('label')?.remove();
    this.says.textContent = '';
    this.numbered = 0;
  }

  // As the server's page asks it, of a form without scripts.
  private may_go_undescribed(): boolean {
    const box = this.input.form?.querySelector<HTMLInputElement>('[name=undescribed]');
    if (box) return box.checked;
    const asked = make('input', '');
    Object.assign(asked, { type: 'checkbox', name: 'undescribed', value: 'yes' });
    this.list.after(make('label', 'choice', asked, make('span', '', 'Send it without a sentence')));
    this.cards.find((card) => !card.is_described)?.ask_for_words();
    return false;
  }

  private remove(card: Card): void {
    this.stop?.abort();
    this.cards.splice(this.cards.indexOf(card), 1);
    card.forget();
    this.says.textContent = 'It is gone from here.';
    this.input.focus();
  }
}
