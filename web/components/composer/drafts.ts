// Keeps what is being written on this device, sealed, at once and again whenever it changes. Nothing of it
// goes to the server: words leave the device when their writer presses a button, and not before.
import { forget_sealed, keep_at_once, keep_sealed, make_pad, take_sealed } from './sealed_store';

export interface Draft {
  body: string;
  choices?: string;  // of a poll
  left: string[];  // what the check found and the writer has chosen to leave
  files?: number;  // that were chosen with them; a page that is gone has let them go
}

function says_nothing({ body, choices = '' }: Draft): boolean {
  return body.trim() === '' && choices.trim() === '';
}

export class Drafts {
  private under_way: Promise<void> | undefined;
  private unsaved = false;
  private closed = false;

  // `draft` answers what the form holds now; `tell` hears whether it is kept.
  constructor(private readonly place: string, private readonly draft: () => Draft, private readonly tell: (kept: boolean) => void) {
    document.addEventListener('visibilitychange', () => { if (document.hidden) this.hurry(); });
    addEventListener('pagehide', () => this.hurry());
    void make_pad();
  }

  // One at a time, the newest words last: what was typed while a copy was made is in the next one.
  // Resolves when they are kept.
  changed(): Promise<void> {
    if (this.closed) return Promise.resolve();
    this.unsaved = true;
    return this.under_way ??= this.keep().finally(() => { this.under_way = undefined; });
  }

  // The page may have no further moment.
  private hurry(): void {
    if (this.closed || !this.under_way) return;
    const draft = this.draft();
    if (!says_nothing(draft)) keep_at_once(this.place, JSON.stringify(draft));
    // If it has, the newest words come last.
    void this.changed();
  }

  async found(): Promise<Draft | undefined> {
    const text = await take_sealed(this.place);
    return text === undefined ? undefined : JSON.parse(text) as Draft;
  }

  // From now on nothing is kept; resolves when what was under way has ended, so that no late copy
  // comes after the words were sent.
  async close(): Promise<void> {
    this.closed = true;
    await this.under_way;
  }

  // The words were sent, and the field is there for the next.
  open(): void {
    this.closed = false;
  }

  async forget(): Promise<void> {
    await forget_sealed(this.place);
  }

  private async keep(): Promise<void> {
    void make_pad();
    while (this.unsaved && !this.closed) {
      this.unsaved = false;
      const draft = this.draft();
      if (says_nothing(draft)) {
        await forget_sealed(this.place);
        this.tell(false);
      } else {
        this.tell(await keep_sealed(this.place, JSON.stringify(draft)));
      }
    }
  }
}
