// A form came back: the reader is taken to the list of what to mend, and from there to each field.
export class Faults {
  constructor(list: HTMLElement) {
    list.focus();
    list.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
      const control = link && document.getElementById(link.hash.slice(1));
      if (!control) return;
      event.preventDefault();
      const label = document.querySelector(`label[for="${CSS.escape(control.id)}"]`);
      (label ?? control).scrollIntoView({ block: 'start' });
      control.focus({ preventScroll: true });
    });
  }
}
