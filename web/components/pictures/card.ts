// One file that was chosen: what is seen of it, the blurs on it, its words for who cannot see it, its way to the server.
import type { Faces } from '../../faces/faces';
import { around, file_bytes_max, is_document, is_picture, words_for } from './chosen';
import { make, make_button, make_status, new_name } from './parts';
import { Picture } from './picture';
import { Spots } from './spots';
import { Upload, type Outcome } from './upload';

export interface Way { begin_at: string; token: string }

export class Card {
  readonly element = make('li', 'picture');
  readonly ready: Promise<void>;
  private readonly says = make_status('picture-says');
  private readonly fault = make('p', 'field-error');
  private readonly words = make('input', 'control');
  private readonly meter = make('progress', 'picture-meter');
  private readonly sending = make('div', 'picture-sending');
  private picture: Picture | undefined;
  private spots: Spots | undefined;
  private bytes: Blob | undefined;      // what will be sent; nothing while a choice is open
  private upload: Upload | undefined;
  private sent: HTMLInputElement | undefined;
  private drawing = false;
  // What must not be touched while the picture is on its way, and after it has arrived.
  private readonly tools: HTMLElement[] = [];
  private touched = false;

  constructor(private readonly file: File, private readonly name: string, private readonly way: Way, faces: Faces, private readonly leave: (card: Card) => void) {
    this.says.textContent = `${name}: opening it on your device.`;
    this.fault.hidden = true;
    this.make_sending();
    this.element.append(this.says, this.fault);
    this.ready = this.open(faces);
  }

  get is_sent(): boolean {
    return this.sent !== undefined;
  }

  get is_described(): boolean {
    return this.words.value.trim() !== '';
  }

  ask_for_words(): void {
    this.words.focus();
  }

  // Says so and answers false where somebody has to choose first.
  may_go(): boolean {
    if (this.picture || this.bytes) return true;
    if (this.fault.hidden) this.show_fault('Choose what to do with this file first.');
    this.element.querySelector<HTMLElement>('button')?.focus();
    return false;
  }

  // Nothing when it has arrived, or had; else what to say.
  async send(stop: AbortSignal): Promise<string | undefined> {
    if (this.sent) return undefined;
    this.fault.hidden = true;
    this.sending.hidden = false;
    this.touched = false;
    this.hold(true);
    try {
      if (!this.upload) {
        const bytes = await this.picture?.bytes() ?? this.bytes;
        if (!bytes) return this.show_fault('Choose what to do with this file first.');
        this.upload = new Upload(this.way.begin_at, this.way.token, bytes);
      }
      return this.arrive(await this.upload.send({ arrived: (part) => this.arrived(part), waiting: (words) => this.wait(words) }, stop));
    } catch {
      return this.show_fault('This picture could not be made ready. Take it away and choose it again.');
    } finally {
      this.sending.hidden = true;
      if (!this.sent) this.hold(false);
    }
  }

  // It goes with nothing: the server need not keep it.
  forget(): void {
    this.upload?.forget();
    this.element.remove();
  }

  private hold(held: boolean): void {
    for (const tool of this.tools) tool.inert = held;
    if (held) this.spots?.lock();
    else this.spots?.unlock();
  }

  private arrive(outcome: Outcome): string | undefined {
    if (!('id' in outcome)) {
      if ('refused' in outcome) this.upload = undefined;
      return this.show_fault('refused' in outcome ? outcome.refused : outcome.stopped);
    }
    // What has arrived must be what is shown.
    if (this.touched) {
      this.drop_upload();
      return this.show_fault('The picture was changed while it was on its way. Press again to send it as it is now.');
    }
    this.sent = make('input', '');
    Object.assign(this.sent, { type: 'hidden', name: 'file_id', value: outcome.id });
    this.element.prepend(this.sent);
    this.says.textContent = `${this.name} has arrived.`;
    for (const tools of this.element.querySelectorAll<HTMLElement>('.picture-tools, .picture-keys')) tools.hidden = true;
    return undefined;
  }

  private arrived(part: number): void {
    this.meter.value = part;
    const words = `${Math.round(part * 100)} % has arrived.`;
    this.meter.textContent = words;
    this.meter.nextElementSibling!.textContent = words;
    this.fault.hidden = true;
  }

  private wait(words: string): void {
    this.meter.nextElementSibling!.textContent = words;
  }

  private show_fault(words: string): string {
    this.fault.textContent = words;
    this.fault.hidden = false;
    return words;
  }

  private make_sending(): void {
    const name = new_name('picture-meter');
    const label = make('label', 'field-label', `Sending ${this.name.toLowerCase()}`);
    label.htmlFor = name;
    this.meter.id = name;
    this.meter.max = 1;
    this.meter.value = 0;
    this.sending.append(label, this.meter, make_status('small'));
    this.sending.hidden = true;
  }

  private async open(faces: Faces): Promise<void> {
    if (is_document(this.file)) this.take_document();
    else {
      this.picture = await Picture.open(this.file);
      if (this.picture) await this.show(this.picture, faces);
      else this.offer_as_it_is();
    }
    this.element.append(this.sending, this.make_words(), make_button('button button-plain', `Take ${this.name.toLowerCase()} away`, () => this.leave(this)));
  }

  private make_words(): HTMLElement {
    const name = new_name('alternative');
    const label = make('label', 'field-label', `What can be seen in ${this.name.toLowerCase()}?`);
    label.htmlFor = name;
    const hint = make('p', 'field-hint', 'A sentence for those who cannot see it. No names.');
    hint.id = `${name}-hint`;
    Object.assign(this.words, { id: name, name: 'alternative', type: 'text', autocomplete: 'off', maxLength: 500 });
    this.words.setAttribute('aria-describedby', hint.id);
    return make('div', 'field', label, hint, this.words);
  }

  private take_document(): void {
    if (this.is_too_large()) return;
    this.bytes = this.file;
    this.says.textContent = `${this.name} is a document: “${this.file.name}”. Nobody looks for faces or names in it. Look through it yourself.`;
  }

  // A picture of a kind that this browser cannot open: its faces can be neither looked for nor blurred here.
  private offer_as_it_is(): void {
    if (!is_picture(this.file)) {
      this.says.textContent = `${this.name} cannot be sent.`;
      return void this.show_fault('This is not a picture and not a PDF. Take it away and choose another file.');
    }
    if (this.is_too_large()) return;
    this.says.textContent = `This device cannot open ${this.name.toLowerCase()}. So faces cannot be looked for here, and nothing can be blurred. You can take it away and choose another picture, or send it as it is.`;
    const as_it_is = make_button('button button-quiet', 'Send it as it is', () => {
      this.bytes = this.file;
      this.fault.hidden = true;
      this.says.textContent = `${this.name} will be sent as it is. Any face in it can be seen.`;
      as_it_is.remove();
    });
    this.says.after(as_it_is);
  }

  private is_too_large(): boolean {
    if (this.file.size <= file_bytes_max) return false;
    this.says.textContent = `${this.name} cannot be sent.`;
    this.show_fault(`This file is larger than ${file_bytes_max / 1024 / 1024} MB. Take it away and choose a smaller one.`);
    return true;
  }

  private async show(picture: Picture, faces: Faces): Promise<void> {
    const stage = make('div', 'picture-stage', picture.shown);
    stage.setAttribute('role', 'group');
    stage.setAttribute('aria-label', `${this.name} and its blurs`);
    picture.shown.setAttribute('role', 'img');
    picture.shown.setAttribute('aria-label', this.name);
    stage.style.aspectRatio = `${picture.width} / ${picture.height}`;
    const hint = make('p', 'field-hint picture-keys', 'It does not find every face. Look for yourself, and tap the picture where you want a blur. By keyboard: the arrow keys move a blur, plus and minus change its size, Delete takes it away.');
    hint.id = new_name('picture-keys');
    this.says.before(stage);
    this.says.textContent = `${this.name}: looking for faces, on your device.`;
    const found = await faces.faces_in(picture.untouched);
    const tools = this.make_tools(stage, hint.id, picture);
    // As they are read: from the left.
    found?.sort((one, other) => one.x - other.x);
    found?.forEach((face, place) => this.spots?.add({ ...around(face), name: `face ${place + 1}`, blurred: true }));
    this.redraw();
    this.says.textContent = words_for(found?.length);
    this.fault.after(hint, tools);
    this.tools.push(stage, tools);
  }

  private make_tools(stage: HTMLElement, hint: string, picture: Picture): HTMLElement {
    const of_one = make('span', 'row');
    of_one.setAttribute('role', 'group');
    of_one.hidden = true;
    const spots = new Spots(stage, hint, picture.width / picture.height, (change) => this.changed(change),
      (words) => { this.says.textContent = words; }, (name) => {
        of_one.hidden = name === undefined;
        of_one.setAttribute('aria-label', name ?? '');
      });
    this.spots = spots;
    const quiet = 'button button-quiet button-small';
    of_one.append(make_button(quiet, 'Larger', () => spots.larger()), make_button(quiet, 'Smaller', () => spots.smaller()),
      make_button(quiet, 'Take this blur away', () => spots.take_away()));
    return make('div', 'picture-tools row', make_button(quiet, 'Add a blur', () => spots.place()), of_one);
  }

  private changed(change: 'is drawn' | 'is done'): void {
    // What was begun with other blurs must not go on with these.
    this.touched = true;
    if (this.sending.hidden) this.drop_upload();
    if (change === 'is done') return this.redraw();
    if (this.drawing) return;
    this.drawing = true;
    requestAnimationFrame(() => { this.drawing = false; this.redraw(); });
  }

  private drop_upload(): void {
    this.upload?.forget();
    this.upload = undefined;
  }

  private redraw(): void {
    this.picture?.blur(this.spots?.blurred ?? []);
  }
}
