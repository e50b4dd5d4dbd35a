// A small form that changes itself alone (a reaction of support): it is sent without leaving the page,
// and the element with its id is taken from the page that the server answers with. When anything is
// not as expected, the form goes the plain way.
import { page_of } from '../../base/trusted';

export class Swap {
  constructor(private form: HTMLElement) {
    this.listen();
  }

  private listen(): void {
    this.form.addEventListener('submit', (event) => {
      const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
      if (!button || !this.form.id) return;
      event.preventDefault();
      void this.send(this.form as HTMLFormElement, button);
    });
  }

  private async send(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
    const fields = new URLSearchParams();
    new FormData(form).forEach((value, name) => fields.append(name, String(value)));
    if (button.name) fields.append(button.name, button.value);
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fields, headers: { Accept: 'text/html' } });
      const fresh = answer.ok ? page_of(await answer.text()).getElementById(form.id) : null;
      if (!fresh) return location.reload();
      form.replaceWith(fresh);
      this.form = fresh;
      this.listen();
      fresh.querySelector<HTMLElement>(`button[value="${CSS.escape(button.value)}"]`)?.focus();
    } catch {
      // A dead line: the browser's own page says so.
      this.plain(form, button);
    }
  }

  private plain(form: HTMLFormElement, button: HTMLButtonElement): void {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = button.name;
    field.value = button.value;
    form.append(field);
    form.submit();
  }
}
