// Passkeys: asks the server what to ask the device, asks the device, and sends what it says with the form. Where a
// browser cannot do it, the form stays hidden: there is another way on the same page.
//
// A form with a field `attestation` makes a passkey, any other shows one.
interface Asked {
  challenge: string;
  place: string;
  person?: string;
  name?: string;
  algorithms?: { algorithm: number }[];
  known?: { credential: string }[];
}

const ask_ms_max = 120_000;

function bytes_of(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
}

function text_of(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

export class Passkey {
  private busy = false;

  constructor(private readonly form: HTMLElement) {
    if (!(form instanceof HTMLFormElement) || !('PublicKeyCredential' in window)) return;
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.busy) return;
      this.busy = true;
      this.say(true);
      const makes = form.elements.namedItem('attestation') !== null;
      (makes ? this.make(form) : this.show(form)).then(() => form.submit(), () => {
        this.busy = false;
        this.say(false);
      });
    });
  }

  private say(fine: boolean): void {
    const words = this.form.querySelector<HTMLElement>('[data-part="failed"]');
    if (words) words.hidden = fine;
  }

  private async ask(form: HTMLFormElement): Promise<Asked> {
    const csrf = (form.elements.namedItem('csrf') as HTMLInputElement | null)?.value ?? '';
    const answer = await fetch(form.dataset.begin ?? '', {
      method: 'POST', headers: { Accept: 'application/json' }, body: new URLSearchParams({ csrf }),
    });
    if (!answer.ok) throw new Error('refused');
    return answer.json();
  }

  private put(form: HTMLFormElement, name: string, bytes: ArrayBuffer): void {
    (form.elements.namedItem(name) as HTMLInputElement).value = text_of(bytes);
  }

  private async make(form: HTMLFormElement): Promise<void> {
    const asked = await this.ask(form);
    const name = asked.name ?? '';
    const made = await navigator.credentials.create({ publicKey: {
      challenge: bytes_of(asked.challenge),
      rp: { id: asked.place, name: asked.place },
      user: { id: bytes_of(asked.person ?? ''), name, displayName: name },
      pubKeyCredParams: (asked.algorithms ?? []).map(({ algorithm }) => ({ type: 'public-key', alg: algorithm })),
      excludeCredentials: (asked.known ?? []).map(({ credential }) => ({ type: 'public-key', id: bytes_of(credential) })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      timeout: ask_ms_max,
    } }) as PublicKeyCredential;
    const response = made.response as AuthenticatorAttestationResponse;
    this.put(form, 'client_data', response.clientDataJSON);
    this.put(form, 'attestation', response.attestationObject);
  }

  private async show(form: HTMLFormElement): Promise<void> {
    const asked = await this.ask(form);
    const shown = await navigator.credentials.get({ publicKey: {
      challenge: bytes_of(asked.challenge), rpId: asked.place, userVerification: 'required', timeout: ask_ms_max,
    } }) as PublicKeyCredential;
    const response = shown.response as AuthenticatorAssertionResponse;
    this.put(form, 'credential', shown.rawId);
    this.put(form, 'client_data', response.clientDataJSON);
    this.put(form, 'authenticator_data', response.authenticatorData);
    this.put(form, 'signature', response.signature);
  }
}
