// Takes a link or a code along with one tap. Without the script the text can be selected by hand.
export class Copy {
  constructor(box: HTMLElement) {
    const button = box.querySelector<HTMLButtonElement>('[data-copy]');
    const field = box.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    const state = box.querySelector<HTMLElement>('.copy-state');
    if (!button || !field || !state) return;
    button.hidden = false;
    field.addEventListener('focus', () => field.select());
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(field.value);
        state.textContent = 'Copied.';
      } catch {
        field.select();
        state.textContent = 'Selected. Copy it with your keyboard or the menu.';
      }
    });
  }
}
