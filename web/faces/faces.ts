// Finding faces as a page uses it: faces_in(picture), in a worker, fetched at the first call.
import type { Face, FromWorker, Sight, ToWorker } from './messages';

// Put in by tools/build_web.mjs; null where pages are built without the detector.
declare const faces_addresses: { worker: string; module: string; model: string } | null;

// The longer side, in pixels, of the picture as it is looked at: small for faces that fill it, large for those far off.
const sight_pixels = [416, 832, 1216];
const answer_within_ms = 30_000;

async function bytes_at(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.arrayBuffer();
}

function sight_of(picture: HTMLCanvasElement, longer: number): Sight {
  const scale = longer / Math.max(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) throw new Error('no canvas');
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data } = brush.getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, pixels: data.buffer as ArrayBuffer };
}

export class Faces {
  private worker: Promise<Worker> | undefined;
  private next_id = 1;
  private readonly waiting = new Map<number, (faces: Face[] | undefined) => void>();

  // `make_worker` is the page's one way to a worker (base/trusted.ts).
  constructor(private readonly make_worker: (address: string) => Worker) {}

  // Nothing when faces cannot be looked for here; another call tries again.
  async faces_in(picture: HTMLCanvasElement): Promise<Face[] | undefined> {
    try {
      this.worker ??= this.open();
      const worker = await this.worker;
      const longer = Math.max(picture.width, picture.height);
      const sights = sight_pixels.filter((pixels, place) => place === 0 || pixels <= longer * 1.5).map((pixels) => sight_of(picture, pixels));
      const id = this.next_id++;
      return await new Promise((done) => {
        const timer = setTimeout(() => this.end(), answer_within_ms);
        this.waiting.set(id, (faces) => { clearTimeout(timer); done(faces); });
        worker.postMessage({ kind: 'look', id, sights } satisfies ToWorker, sights.map(({ pixels }) => pixels));
      });
    } catch {
      this.end();
      return undefined;
    }
  }

  private async open(): Promise<Worker> {
    if (!faces_addresses || !('WebAssembly' in globalThis)) throw new Error('no detector');
    const [module, weights] = await Promise.all([bytes_at(faces_addresses.module), bytes_at(faces_addresses.model)]);
    const worker = this.make_worker(faces_addresses.worker);
    worker.onmessage = (event: MessageEvent<FromWorker>) => this.hear(event.data);
    worker.onerror = () => this.end();
    worker.postMessage({ kind: 'open', module, weights } satisfies ToWorker, [module, weights]);
    return worker;
  }

  private hear(said: FromWorker): void {
    if ('failed' in said) return this.end();
    this.waiting.get(said.id)?.(said.faces);
    this.waiting.delete(said.id);
  }

  private end(): void {
    void this.worker?.then((worker) => worker.terminate(), () => undefined);
    this.worker = undefined;
    for (const done of this.waiting.values()) done(undefined);
    this.waiting.clear();
  }
}
