// Where a picture is looked at: a worker whose policy allows it no connection at all (src/app/headers.cpp), so
// that no picture can leave it. It is handed module and weights, and answers where faces are.
import type { FromWorker, ToWorker } from './messages';
import { FacesModule } from './module';

const worker = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
};
let opened: Promise<FacesModule> | undefined;

worker.onmessage = async ({ data }) => {
  try {
    if (data.kind === 'open') {
      opened = FacesModule.open(data.module, new Uint8Array(data.weights));
      await opened;
      return;
    }
    const detector = await opened;
    if (detector) worker.postMessage({ id: data.id, faces: detector.faces(data.sights) });
  } catch (fault) {
    worker.postMessage({ failed: String(fault) });
  }
};
