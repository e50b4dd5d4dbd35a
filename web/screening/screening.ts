// The check of drafts as a page uses it: screen(text) -> report, in a worker, fetched at the first call.
import { worker_at } from '../base/trusted';
import type { FromWorker, ToWorker } from './messages';
import type { Report } from './report';

// Put in by tools/build_web.mjs; null where pages are built without the check.
declare const screening_addresses: { worker: string; module: string; model: string } | null;

async function bytes_at(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.arrayBuffer();
}

export class Screening {
  private worker: Worker | undefined;
  private begun = false;
  private ended = false;
  private next_id = 1;
  private readonly unsent: ToWorker[] = [];
  private readonly waiting = new Map<number, (report: Report | undefined) => void>();

  // `surroundings` as the page of the composer gives them.
  constructor(private surroundings: string) {}

  get has_begun(): boolean {
    return this.begun;
  }

  // From the next text on.
  surround(surroundings: string): void {
    this.surroundings = surroundings;
    if (this.worker) this.unsent.push({ kind: 'surround', surroundings });
    this.send_waiting();
  }

  // Fetches what the check needs. To be called when somebody is about to write, not before.
  begin(): void {
    if (this.begun) return;
    this.begun = true;
    void this.open().catch(() => this.end());
  }

  // Nothing when the check cannot run here: then the server looks when the words arrive.
  screen(text: string): Promise<Report | undefined> {
    this.begin();
    if (this.ended) return Promise.resolve(undefined);
    const id = this.next_id++;
    return new Promise((done) => {
      this.waiting.set(id, done);
      this.unsent.push({ kind: 'screen', id, text });
      this.send_waiting();
    });
  }

  private async open(): Promise<void> {
    const addresses = screening_addresses;
    if (!addresses || !('WebAssembly' in globalThis) || !('Worker' in globalThis)) return this.end();
    const [module, model] = await Promise.all([bytes_at(addresses.module), bytes_at(addresses.model)]);
    const worker = worker_at(addresses.worker);
    worker.onmessage = (event: MessageEvent<FromWorker>) => this.hear(event.data);
    worker.onerror = () => this.end();
    worker.postMessage({ kind: 'open', module, model, surroundings: this.surroundings } satisfies ToWorker, [module, model]);
    this.worker = worker;
    this.send_waiting();
  }

  private send_waiting(): void {
    if (!this.worker) return;
    for (const message of this.unsent.splice(0)) this.worker.postMessage(message);
  }

  private hear(said: FromWorker): void {
    if ('failed' in said) return this.end();
    this.waiting.get(said.id)?.(said.report);
    this.waiting.delete(said.id);
  }

  private end(): void {
    this.ended = true;
    this.worker?.terminate();
    this.worker = undefined;
    for (const done of this.waiting.values()) done(undefined);
    this.waiting.clear();
  }
}
