// The field for pictures of a composer. What prepares them (editor.ts) is fetched when somebody is about to choose
// one. From then on a chosen file is with its card alone: the field never holds one when its form is sent.
import { worker_at } from '../../base/trusted';
import type { Editor } from './editor';

// Put in by tools/build_web.mjs.
declare const pictures_address: string;

const not_there = 'What prepares pictures did not arrive. Your line may be down. Nothing was sent: choose the picture again in a moment.';

export class Pictures {
  private editor: Promise<Editor> | undefined;
  private was_used = false;
  private opened: Editor | undefined;

  // `begin_at`: where a file is begun (docs/api/files.md). `changed` hears when there are more.
  constructor(private readonly input: HTMLInputElement, private readonly begin_at: string, private readonly say: (words: string) => void,
              private readonly changed: () => void) {
    // Every card has a sentence of its own. What the server has to mend stays.
    for (const plain of input.form?.querySelectorAll<HTMLElement>('[data-pictures-plain]') ?? []) if (!plain.querySelector('.field-error')) plain.remove();
    const hint = document.createElement('p');
    hint.className = 'field-hint';
    hint.textContent = 'Faces are looked for on your device and blurred before anything is sent.';
    input.before(hint);
    input.addEventListener('change', () => void this.chosen());
    for (const near of ['focus', 'pointerenter']) input.addEventListener(near, () => void this.load().catch(() => undefined), { once: true });
    // Some browsers bring back what was chosen before the page was loaded anew.
    void this.chosen();
  }

  // Nothing when all has arrived, or there is nothing; else what to say.
  async send(): Promise<string | undefined> {
    await this.chosen();
    // The field was only looked at: what it fetches is not waited for.
    if (!this.was_used || !this.editor) return undefined;
    return this.editor.then((editor) => editor.send(), () => not_there);
  }

  // How many are chosen.
  get count(): number {
    return this.opened?.count ?? 0;
  }

  // They were chosen before, and a page cannot keep them: where they are chosen stands open.
  ask_again(): void {
    this.input.closest('details')?.setAttribute('open', '');
  }

  async clear(): Promise<void> {
    if (this.editor) (await this.editor).clear();
  }

  private async chosen(): Promise<void> {
    const files = [...this.input.files ?? []];
    if (files.length === 0) return;
    this.was_used = true;
    this.input.value = '';
    try {
      (await this.load()).add(files);
      this.changed();
    } catch {
      this.say(not_there);
    }
  }

  private load(): Promise<Editor> {
    this.editor ??= this.open();
    this.editor.catch(() => { this.editor = undefined; });
    return this.editor;
  }

  private async open(): Promise<Editor> {
    const address: string = pictures_address;
    const { Editor: Opened } = await import(address) as typeof import('./editor');
    const token = this.input.form?.querySelector<HTMLInputElement>('[name=csrf]')?.value ?? '';
    return this.opened = new Opened(this.input, { begin_at: this.begin_at, token }, worker_at);
  }
}
