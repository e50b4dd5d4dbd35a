// The words that a composer has sent and that wait for the line: kept on this device beside the page, so that they
// go when the line is back even where the page is closed by then (web/app). One for each press of the button.
import { forget_waiting, is_back, keep_waiting, may_try, take_back, type Waiting } from '../../app/waiting';

const sync_tag = 'kith-waiting';
interface WithSync { sync?: { register(tag: string): Promise<void> } }

// What pages send themselves: the list of what waits leaves it out (web/app/waiting_list.ts).
export const sent_from_here = new Set<string>();

export class WaitingWords {
  private is_kept = false;
  is_over = false;  // they have arrived, or were taken back
  private readonly waiting: Waiting | undefined;

  constructor(form: HTMLFormElement, fields: URLSearchParams, draft: string, left: string[]) {
    const { person = '' } = form.dataset;
    const id = fields.get('idempotency_key') ?? '';
    if (!navigator.serviceWorker?.controller || person === '' || id === '') return;
    this.waiting = {
      id, draft, person, left, action: new URL(form.action).pathname, page: location.pathname + location.search,
      button: form.querySelector('.composer-send .button')?.textContent?.trim() ?? '',
      fields: [...fields].filter(([name]) => name !== 'csrf'), body: fields.get('body') ?? '', written_at: Date.now(),
    };
    sent_from_here.add(id);
  }

  // True when they are safe, and go without this page.
  async keep(state: 'untried' | 'tried'): Promise<boolean> {
    if (!this.waiting || this.is_kept) return this.is_kept;
    this.is_kept = await keep_waiting(this.waiting, state);
    const registration = await navigator.serviceWorker.ready as WithSync;
    await registration.sync?.register(sync_tag).catch(() => undefined);
    return this.is_kept;
  }

  async may_be_tried(): Promise<boolean> {
    if (this.is_over) return false;
    return !this.waiting || !this.is_kept || may_try(this.waiting.id);
  }

  // False where they may have arrived already.
  async take_back(): Promise<boolean> {
    if (!this.waiting || !await take_back(this.waiting.id)) return false;
    this.is_over = true;
    sent_from_here.delete(this.waiting.id);
    return true;
  }

  // What was taken back is safe where it was written.
  async is_back(): Promise<void> {
    if (this.waiting) await is_back(this.waiting.id);
  }

  async forget(): Promise<void> {
    this.is_over = true;
    if (this.waiting && this.is_kept) await forget_waiting(this.waiting.id);
  }
}
