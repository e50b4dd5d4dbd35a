// "Notify this device": asks the browser, and sends with the form how it is reached. Where a browser cannot be
// notified, the form stays hidden.
import { register_worker } from './begin';

const base64url = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

export class Device {
  constructor(private readonly form: HTMLElement) {
    if (!(form instanceof HTMLFormElement) || !form.dataset.key) return;
    if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return;
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.subscribe(form, form.dataset.key ?? '').then(() => form.submit(), () => this.say_refused());
    });
  }

  private async subscribe(form: HTMLFormElement, key: string): Promise<void> {
    if (await Notification.requestPermission() !== 'granted') throw new Error('refused');
    const registration = await register_worker();
    const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    const put = (name: string, value: string) => { (form.elements.namedItem(name) as HTMLInputElement).value = value; };
    put('endpoint', subscription.endpoint);
    put('public_key', base64url(subscription.getKey('p256dh')));
    put('secret', base64url(subscription.getKey('auth')));
  }

  private say_refused(): void {
    const words = this.form.querySelector<HTMLElement>('[data-part="refused"]');
    if (words) words.hidden = false;
  }
}
