// Signing out wipes what is kept on this device before the form goes: drafts, and what waits for the line. Of the
// latter it warns once, since a writer has sent that.
import { anything_waits } from '../../app/waiting';
import { forget_all_sealed } from './sealed_store';

const patience_ms = 800;

export class Forget {
  private was_warned = false;

  constructor(private readonly form: HTMLElement) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.sign_out();
    });
  }

  private async sign_out(): Promise<void> {
    if (!this.was_warned && await anything_waits()) return this.warn();
    const enough = new Promise((done) => setTimeout(done, patience_ms));
    await Promise.race([forget_all_sealed(), enough]);
    HTMLFormElement.prototype.submit.call(this.form);
  }

  private warn(): void {
    this.was_warned = true;
    const words = document.createElement('p');
    words.setAttribute('role', 'alert');
    words.textContent = 'Something you wrote still waits for the line. If you sign out now, it is gone. Press once more to sign out.';
    this.form.prepend(words);
  }
}
