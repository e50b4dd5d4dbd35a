// On any page of whoever wrote it: what waits for the line, and what came back. Nothing is lost and nothing is a
// riddle: it can be taken back and changed, and what the server did not take stands here with the reason.
import { keep_sealed, take_sealed } from '../components/composer/sealed_store';
import { sent_from_here } from '../components/composer/waiting_words';
import { forget_waiting, is_back, on_the_way_back, take_back, waiting_of, type Found } from './waiting';

const answer_within_ms = 30_000;  // a worker that has just woken may have to ask the server
// A browser says that it is on line before it is: what still waits is tried again for as long as a page is open.
const again_ms_first = 2_000;
const again_ms_max = 60_000;

interface Draft { body: string; choices?: string; left: string[] }

function make<Kind extends keyof HTMLElementTagNameMap>(kind: Kind, name: string, words = ''): HTMLElementTagNameMap[Kind] {
  const element = document.createElement(kind);
  element.className = name;
  element.textContent = words;
  return element;
}

function make_link(address: string, words: string): HTMLAnchorElement {
  const link = make('a', '', words);
  link.href = address;
  return link;
}

function button(words: string, press: () => Promise<void>): HTMLButtonElement {
  const made = make('button', 'button button-quiet button-small', words);
  made.type = 'button';
  made.addEventListener('click', () => void press());
  return made;
}

// Whose sitting this is; the worker knows, off line too.
function who(worker: ServiceWorker): Promise<string> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(String(data));
    setTimeout(() => done(''), answer_within_ms);
    worker.postMessage({ who: port2 }, [port2]);
  });
}

// Into the field where it was written, behind what stands there already. Answers true when it is safe there.
async function bring_to_its_place(found: Found): Promise<boolean> {
  const text = await take_sealed(found.draft);
  const there = text === undefined ? undefined : JSON.parse(text) as Draft;
  const body = there && there.body !== found.body ? `${there.body}\n\n${found.body}` : found.body;
  const choices = found.fields.find(([name]) => name === 'choices')?.[1] || there?.choices;
  return keep_sealed(found.draft, JSON.stringify({ body, choices, left: [...found.left, ...there?.left ?? []] }));
}

class WaitingList {
  private readonly section = make('section', 'panel stack');
  private readonly heading = make('h2', '');
  private readonly list = make('ul', 'cards');
  private readonly said = make('p', 'soft');
  private person = '';
  private again_ms = again_ms_first;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly worker: ServiceWorker) {
    this.heading.id = 'waiting';
    this.section.setAttribute('aria-labelledby', 'waiting');
    this.said.setAttribute('role', 'status');
    this.section.append(this.heading, this.list, this.said);
    navigator.serviceWorker.addEventListener('message', ({ data }) => void this.hear(data as { waiting?: string; end?: string }));
    addEventListener('online', () => {
      this.again_ms = again_ms_first;
      void this.send();
    });
  }

  async begin(): Promise<void> {
    this.person = await who(this.worker);
    for (const found of await on_the_way_back(this.person)) {
      if (!sent_from_here.has(found.id) && await bring_to_its_place(found)) await is_back(found.id);
    }
    await this.show();
    await this.send();
  }

  // What this page's composer sends waits there for its answer, and here for the case that the composer is gone.
  private async send(): Promise<void> {
    clearTimeout(this.again);
    this.person ||= await who(this.worker);
    if (!(await waiting_of(this.person)).some(({ returned }) => !returned)) return;
    if (navigator.onLine) this.worker.postMessage({ send: true });
    this.again = setTimeout(() => void this.send(), this.again_ms);
    this.again_ms = Math.min(2 * this.again_ms, again_ms_max);
  }

  private async hear({ waiting, end }: { waiting?: string; end?: string }): Promise<void> {
    if (!waiting || sent_from_here.has(waiting)) return;
    const was_shown = this.section.isConnected;
    const others = await this.show();
    if (end !== 'arrived' || !was_shown) return;
    if (others.length === 0) {
      document.querySelector('main')?.prepend(this.section);
      this.heading.textContent = 'Sent';
    }
    this.say('It was sent.');
    const page_as_it_was = document.querySelector('[data-off-line] p');
    if (page_as_it_was) page_as_it_was.replaceChildren('The line is back. This page is as it was before. ', make_link(location.pathname + location.search, 'Look again'));
  }

  private async show(): Promise<Found[]> {
    const all = await waiting_of(this.person);
    const found = all.filter(({ id }) => !sent_from_here.has(id));
    this.say('');
    this.heading.textContent = found.length > 0 && found.every(({ returned }) => returned) ? 'Not sent' : 'Waiting for the line';
    this.list.replaceChildren(...found.map((one) => this.item_of(one)));
    if (found.length === 0) this.section.remove();
    else if (!this.section.isConnected) this.place();
    return found;
  }

  private say(words: string): void {
    this.said.textContent = words;
    this.said.hidden = words === '';
  }

  // Under what the page says of itself.
  private place(): void {
    const head = document.querySelector('main .page-head');
    if (head) head.after(this.section);
    else document.querySelector('main')?.prepend(this.section);
  }

  private item_of(found: Found): HTMLElement {
    const item = make('li', 'card stack-close');
    const row = make('div', 'row');
    const clock = new Date(found.written_at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    item.append(make('p', 'reading', found.body), make('p', 'soft small', this.state_of(found, clock)), row);
    if (found.returned) {
      row.append(button('Change it', () => this.change(found)), button('Let it go', async () => { await forget_waiting(found.id); await this.show(); }));
    } else if (found.state === 'untried') {
      row.append(button('Take back and change', () => this.take_back(found)));
    }
    return item;
  }

  private state_of({ button, returned, state }: Found, clock: string): string {
    if (returned) return `${button}: ${returned}`;
    if (state === 'untried') return `${button}, at ${clock}. It is kept on this device and goes by itself when the line is back.`;
    return `${button}, at ${clock}. It may have arrived already. Kith looks when the line is back, and you can take it back there.`;
  }

  private async change(found: Found): Promise<void> {
    if (!await bring_to_its_place(found)) return;
    await forget_waiting(found.id);
    location.assign(found.page);
  }

  // That it was taken back stays known: the page where it was written may still be open in another window.
  private async take_back(found: Found): Promise<void> {
    if (await take_back(found.id) && await bring_to_its_place(found)) {
      await is_back(found.id);
      return location.assign(found.page);
    }
    await this.show();
  }
}

export async function show_what_waits(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  if (active) await new WaitingList(active).begin();
}
