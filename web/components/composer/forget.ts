// Signing out wipes the drafts kept on this device before the form goes.
import { forget_all_sealed } from './sealed_store';

const patience_ms = 800;

export class Forget {
  constructor(form: HTMLElement) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const enough = new Promise((done) => setTimeout(done, patience_ms));
      void Promise.race([forget_all_sealed(), enough]).then(() => HTMLFormElement.prototype.submit.call(form));
    });
  }
}
