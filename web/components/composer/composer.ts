// The composer: grows with the words, keeps them, sends them once.
import { Drafts, type Kept } from './drafts';
import { send_until_answered, type Trouble } from './sending';

const beginning_characters = 40;

const kept_words: Record<Kept, string> = {
  'at the server': 'Draft kept.',
  'on this device': 'Draft kept on this device.',
  nowhere: '',
};
const trouble_words: Record<Trouble, string> = {
  'no connection': 'No connection. Your words are kept. Trying again.',
  'busy server': 'The server is busy. Your words are kept. Trying again.',
};

export class Composer {
  private readonly form: HTMLFormElement;
  private readonly text: HTMLTextAreaElement | null;
  private readonly state: HTMLElement | null;
  private readonly drafts: Drafts;
  private sending = false;

  constructor(form: HTMLElement) {
    this.form = form as HTMLFormElement;
    this.text = form.querySelector<HTMLTextAreaElement>('textarea[name=body]');
    this.state = form.querySelector<HTMLElement>('.composer-state');
    this.drafts = new Drafts(form.dataset.place ?? location.pathname, () => this.fields(), (kept) => {
      if (!this.sending) this.say(kept_words[kept]);
    });
    if (!this.text) return;
    form.addEventListener('input', () => {
      this.grow();
      this.drafts.changed();
    });
    form.addEventListener('submit', (event) => this.submit(event as SubmitEvent));
    // Back to a page whose words were sent: ask for a fresh one, with a key of its own.
    addEventListener('pageshow', (event) => { if (event.persisted && this.sending) location.reload(); });
    // What is written is kept anyway.
    for (const keep of form.querySelectorAll<HTMLElement>('button[formaction="/drafts"]')) keep.hidden = true;
    this.grow();
    void this.bring_back();
  }

  private say(words: string, waiting = false): void {
    if (!this.state) return;
    this.state.textContent = words;
    this.state.dataset.state = waiting ? 'waiting' : '';
  }

  private fields(submitter?: HTMLElement | null): URLSearchParams {
    const fields = new URLSearchParams();
    new FormData(this.form).forEach((value, name) => {
      if (typeof value === 'string') fields.append(name, value);
    });
    if (submitter instanceof HTMLButtonElement && submitter.name) fields.append(submitter.name, submitter.value);
    return fields;
  }

  // Browsers with field-sizing do this by themselves.
  private grow(): void {
    if (!this.text || CSS.supports('field-sizing', 'content')) return;
    this.text.style.height = 'auto';
    this.text.style.height = `${this.text.scrollHeight + 2}px`;
  }

  private async bring_back(): Promise<void> {
    if (!this.text) return;
    const shown = this.text.value;
    const words = await this.drafts.found_here();
    // What the server shows stays, unless the words found go on from there.
    if (!words || words === shown || this.text.value !== shown) return;
    if (!words.startsWith(shown.slice(0, beginning_characters))) return;
    this.text.value = words;
    this.grow();
    this.say('Your draft is back.');
    this.drafts.changed();
  }

  private submit(event: SubmitEvent): void {
    // A button with an address of its own (keep, look) goes the plain way.
    if (event.submitter?.hasAttribute('formaction')) return;
    event.preventDefault();
    if (!this.sending) void this.send(event.submitter);
  }

  private async send(submitter: HTMLElement | null): Promise<void> {
    this.sending = true;
    const body = this.fields(submitter);
    // What is on its way must not be changed: the server may have it already.
    if (this.text) this.text.readOnly = true;
    submitter?.setAttribute('aria-disabled', 'true');
    this.say('Sending.');
    await this.drafts.close();
    const outcome = await send_until_answered(this.form.action, body, (trouble) => this.say(trouble_words[trouble], true));
    await this.drafts.forget();
    if (outcome === 'the plain way') return this.send_plainly(submitter);
    this.say('Sent.');
    const address = new URL(outcome.sent_to, location.href);
    const same_page = address.pathname === location.pathname && address.search === location.search;
    if (!same_page) return location.assign(address);
    history.scrollRestoration = 'manual';
    history.replaceState(null, '', address);
    location.reload();
  }

  // The server has something to say; its page says it best.
  private send_plainly(submitter: HTMLElement | null): void {
    if (submitter instanceof HTMLButtonElement && submitter.name) {
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = submitter.name;
      field.value = submitter.value;
      this.form.append(field);
    }
    HTMLFormElement.prototype.submit.call(this.form);
  }
}
