// The composer: grows with the words, keeps them on this device, has them looked at, sends them once.
import { Check } from './check';
import { Drafts } from './drafts';
import { fresh_key } from './keys';
import { Pictures } from '../pictures/pictures';
import { kept_words, trouble_words } from './sayings';
import { send_until_answered, type Trouble } from './sending';
import { WaitingWords } from './waiting_words';
import { Words } from './words';

export class Composer {
  private readonly form: HTMLFormElement;
  private readonly text: HTMLTextAreaElement | null;
  private readonly choices: HTMLTextAreaElement | null;
  private readonly words: Words | undefined;
  private readonly state: HTMLElement | null;
  private readonly drafts: Drafts;
  private readonly check: Check | undefined;
  private readonly pictures: Pictures | undefined;
  private readonly as_it_is: HTMLButtonElement;
  private readonly back_and_change: HTMLButtonElement;
  private readonly draft_name: string;
  private sending = false;
  private looked_mark: string | undefined;

  constructor(form: HTMLElement) {
    this.form = form as HTMLFormElement;
    this.text = form.querySelector<HTMLTextAreaElement>('textarea[name=body]');
    this.choices = form.querySelector<HTMLTextAreaElement>('textarea[name=choices]');
    this.state = form.querySelector<HTMLElement>('.composer-state');
    const { place = location.pathname, person = '' } = form.dataset;
    this.draft_name = `${person} ${place}`;
    this.drafts = new Drafts(this.draft_name, () => ({ body: this.text?.value ?? '', choices: this.choices?.value ?? '', left: this.check?.left_keys ?? [], files: this.pictures?.count ?? 0 }), (kept) => {
      // What asks for something of the writer stays until they do something.
      if (!this.sending && this.state?.dataset.state !== 'waiting') this.say(kept ? 'Draft kept on this device.' : '');
    });
    this.as_it_is = make_button('submit', 'Send as it is');
    this.back_and_change = make_button('button', 'Take back and change');
    if (!this.text) return;
    const words = this.words = new Words(this.text, this.choices);
    const file = form.querySelector<HTMLInputElement>('input[type=file]');
    if (file && form.dataset.files) this.pictures = new Pictures(file, form.dataset.files, (words) => this.say(words, true), () => void this.drafts.changed());
    const send_row = form.querySelector('.composer-send');
    if (send_row) this.check = new Check(words, send_row, form.dataset.surroundings ?? '', () => void this.drafts.changed());
    form.addEventListener('input', (event) => this.changed(event.target));
    form.addEventListener('submit', (event) => this.submit(event as SubmitEvent));
    // Back to a page whose words were sent: ask for a fresh one, with a key of its own.
    addEventListener('pageshow', (event) => { if (event.persisted && this.sending) location.reload(); });
    // What is written is kept on this device anyway; what goes to the server goes by a press.
    for (const keep of form.querySelectorAll<HTMLElement>('button[formaction="/drafts"]')) keep.textContent = 'Keep for my other devices';
    this.grow();
    void this.bring_back();
  }

  private say(words: string, waiting = false): void {
    if (!this.state) return;
    this.state.textContent = words;
    this.state.dataset.state = waiting ? 'waiting' : '';
  }

  private changed(target: EventTarget | null): void {
    this.grow();
    if (!this.sending && this.state?.dataset.state === 'waiting') this.say('');
    void this.drafts.changed();
    if (!this.words?.fields.some((field) => field === target)) return;
    this.as_it_is.remove();
    this.check?.changed();
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
    if (CSS.supports('field-sizing', 'content')) return;
    for (const field of this.words?.fields ?? []) {
      field.style.height = 'auto';
      field.style.height = `${field.scrollHeight + 2}px`;
    }
  }

  private async bring_back(): Promise<void> {
    if (!this.text || this.form.dataset.words === 'sent') return;
    const shown = this.text.value;
    const choices = this.choices?.value ?? '';
    const found = await this.drafts.found();
    if (!found || this.text.value !== shown || (this.choices?.value ?? '') !== choices) return;
    // The server has the same words, kept by a press: its copy will do.
    if (found.body === shown && (found.choices ?? choices).trim() === choices.trim()) return this.drafts.forget();
    // Words kept at the server stay, unless those found go on from there.
    if (this.form.dataset.words === 'kept' && !found.body.startsWith(shown)) return;
    this.text.value = found.body;
    if (this.choices && found.choices) {
      this.choices.value = found.choices;
      this.choices.closest('details')?.setAttribute('open', '');
    }
    this.grow();
    this.check?.leave(found.left);
    this.ask_for_name_again();
    this.say(`Your draft is back.${found.files ? this.lost_files(found.files) : ''}`, Boolean(found.files));
  }

  private lost_files(files: number): string {
    this.pictures?.ask_again();
    return files === 1 ? ' The picture or document that you had chosen is not: choose it again.' : ` The ${files} files that you had chosen are not: choose them again.`;
  }

  // A draft does not know under which name it was begun: what was meant for a pen must not go under one's own by
  // a press that did not think of it.
  private ask_for_name_again(): void {
    const name = this.form.querySelector<HTMLSelectElement>('select[name=written_as]');
    if (!name || name.value === '') return;
    name.prepend(new Option('Choose again, for this draft', '', true, true));
    name.closest('details')?.setAttribute('open', '');
  }

  private submit(event: SubmitEvent): void {
    const { submitter } = event;
    // A button with an address of its own (keep, look) goes the plain way.
    if (submitter?.hasAttribute('formaction')) return;
    // Files that nothing here looks after go with the form itself.
    if (!this.pictures && this.form.querySelector<HTMLInputElement>('input[type=file]')?.files?.length) return;
    event.preventDefault();
    if (!this.sending) void this.look_and_send(submitter);
  }

  private async look_and_send(submitter: HTMLElement | null): Promise<void> {
    // A wording to be put in by the server, on its page of one more look.
    const pressed = submitter instanceof HTMLButtonElement ? submitter.name : '';
    if (pressed === 'replace') {
      await this.drafts.forget();
      return this.send_plainly(submitter);
    }
    // The server's page has shown what there is, and carries the mark itself.
    if (pressed === 'looked' || this.was_looked_at()) return this.send(submitter, '');
    this.sending = true;
    const mark = await this.pass(submitter);
    this.sending = false;
    if (mark !== undefined) await this.send(submitter, mark);
  }

  // On the server's page of something else to know: these words had their look before it.
  private was_looked_at(): boolean {
    return this.form.querySelector('input[name=looked]') !== null && (this.words?.fields ?? []).every((field) => field.value === field.defaultValue);
  }

  // The mark of the words, when they may go: nothing in them asks for a look, or they had it and were left
  // as they are. Empty when the check cannot run here: then the server looks.
  private async pass(submitter: HTMLElement | null): Promise<string | undefined> {
    const report = await this.check?.fresh();
    if (!report) return '';
    const was_asked = submitter === this.as_it_is && this.looked_mark === report.mark;
    if (report.may_send && (report.things === 0 || was_asked)) return report.mark;
    this.looked_mark = report.mark;
    const there_is = report.things === 1 ? 'There is one thing' : `There are ${report.things} things`;
    if (report.may_send) {
      this.form.querySelector('.composer-send .button')?.after(this.as_it_is);
      this.check?.ask(`Not sent yet. ${there_is} to look at. You can change it, or send it as it is.`);
    } else {
      this.check?.ask('Not sent. This group keeps names, numbers and addresses out: change what is marked.');
    }
    return undefined;
  }

  private async send(submitter: HTMLElement | null, mark: string): Promise<void> {
    this.sending = true;
    // What is on its way must not be changed: the server may have it already.
    if (this.words) this.words.locked = true;
    submitter?.setAttribute('aria-disabled', 'true');
    this.say('Sending.');
    const trouble = await this.pictures?.send();
    if (trouble !== undefined) return this.let_go(submitter, trouble);
    const body = this.fields(submitter);
    if (mark !== '') body.set('looked', mark);
    await this.drafts.close();
    const waiting = new WaitingWords(this.form, body, this.draft_name, this.check?.left_keys ?? []);
    const outcome = await send_until_answered(this.form.action, body, this.form.dataset.person ?? '', () => waiting.may_be_tried(), (trouble) => void this.wait(waiting, trouble, submitter));
    if (outcome === 'taken back') return waiting.is_over ? undefined : this.begin_anew(submitter);
    this.back_and_change.remove();
    if (outcome === 'not here' || outcome === 'too late' || outcome === 'another sits here') return this.keep_here(waiting, submitter, kept_words[outcome]);
    await Promise.all([waiting.forget(), this.drafts.forget()]);
    if (outcome === 'the plain way') return this.send_plainly(submitter, mark);
    this.say('Sent.');
    const address = new URL(outcome.sent_to, location.href);
    const same_page = address.pathname === location.pathname && address.search === location.search;
    if (!same_page) return location.assign(address);
    if (this.form.dataset.stay) return this.go_on(submitter, address.hash);
    history.scrollRestoration = 'manual';
    history.replaceState(null, '', address);
    location.reload();
  }

  // Until they were tried they can be taken back.
  private async wait(waiting: WaitingWords, trouble: Trouble, submitter: HTMLElement | null): Promise<void> {
    if (waiting.is_over) return;
    const kept = await waiting.keep(trouble === 'no line' ? 'untried' : 'tried');
    // They are not a draft any more: the page may be closed before it hears that they have arrived.
    if (kept) await this.drafts.forget();
    if (trouble !== 'no line') this.back_and_change.remove();
    if (!kept || trouble !== 'no line') return this.say(trouble_words[trouble], true);
    this.say('Waiting for the line. Your words are kept on this device and go by themselves when it is back.', true);
    this.back_and_change.onclick = () => void this.change_again(waiting, submitter);
    this.state?.before(this.back_and_change);
  }

  private async change_again(waiting: WaitingWords, submitter: HTMLElement | null): Promise<void> {
    this.back_and_change.remove();
    if (!await waiting.take_back()) return this.say(trouble_words['no answer'], true);
    this.sending = false;
    submitter?.removeAttribute('aria-disabled');
    await this.keep_again();
    await waiting.is_back();
    // What was taken back is another thing than what is sent next.
    this.renew_key();
    if (this.words) this.words.locked = false;
    this.text?.focus();
    this.say('Taken back. Nothing was sent.');
  }

  // They were taken back in another window, and are in the field there.
  private begin_anew(submitter: HTMLElement | null): void {
    this.back_and_change.remove();
    this.renew_key();
    this.words?.clear();
    this.drafts.open();
    this.check?.changed();
    this.grow();
    this.let_go(submitter, 'Taken back in another window. Your words are there.');
  }

  private async keep_again(): Promise<void> {
    this.drafts.open();
    await this.drafts.changed();
  }

  private renew_key(): void {
    const key = this.form.querySelector<HTMLInputElement>('[name=idempotency_key]');
    if (key) key.value = fresh_key();
  }

  // The server's page could not show the words again, so they stay.
  private async keep_here(waiting: WaitingWords, submitter: HTMLElement | null, why: string): Promise<void> {
    await this.keep_again();
    await waiting.forget();
    this.let_go(submitter, why);
  }

  // Nothing of the words has gone yet, and they may be changed again.
  private let_go(submitter: HTMLElement | null, words: string): void {
    this.sending = false;
    if (this.words) this.words.locked = false;
    submitter?.removeAttribute('aria-disabled');
    this.say(words, true);
  }

  // In a conversation: what was sent comes back by the live line, and the next can be written at once.
  private go_on(submitter: HTMLElement | null, sent: string): void {
    this.sending = false;
    this.renew_key();
    if (this.words) {
      this.words.locked = false;
      this.words.clear();
      this.words.body.focus({ preventScroll: true });
    }
    submitter?.removeAttribute('aria-disabled');
    void this.pictures?.clear();
    this.as_it_is.remove();
    this.looked_mark = undefined;
    this.drafts.open();
    this.check?.changed();
    this.grow();
    document.dispatchEvent(new CustomEvent('kith-sent', { detail: sent.slice(1) }));
  }

  // The server has something to say; its page says it best.
  private send_plainly(submitter: HTMLElement | null, mark = ''): void {
    if (submitter instanceof HTMLButtonElement && submitter.name) this.add_field(submitter.name, submitter.value);
    if (mark !== '') this.add_field('looked', mark);
    HTMLFormElement.prototype.submit.call(this.form);
  }

  private add_field(name: string, value: string): void {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    this.form.append(field);
  }
}

function make_button(type: 'submit' | 'button', words: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = type;
  button.className = 'button button-quiet';
  button.textContent = words;
  return button;
}
