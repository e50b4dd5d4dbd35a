// Where a draft is read: a worker whose policy allows it no connection at all (src/app/headers.cpp), so
// that what is written here cannot leave the device. It is handed module and model, and answers reports.
import type { FromWorker, ToWorker } from './messages';
import { ScreeningModule } from './module';

const worker = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
};
let opened: Promise<ScreeningModule> | undefined;

async function open(module: ArrayBuffer, model: ArrayBuffer, surroundings: string): Promise<ScreeningModule> {
  const engine = await ScreeningModule.open(module, new Uint8Array(model));
  engine.surround(surroundings);
  return engine;
}

worker.onmessage = async ({ data }) => {
  try {
    if (data.kind === 'open') {
      opened = open(data.module, data.model, data.surroundings);
      await opened;
      return;
    }
    const engine = await opened;
    if (data.kind === 'surround') engine?.surround(data.surroundings);
    else if (engine) worker.postMessage({ id: data.id, report: engine.screen(data.text) });
  } catch (fault) {
    worker.postMessage({ failed: String(fault) });
  }
};
