// Quick exit: the link, or Esc twice. The page is gone from sight at once and from the history too.
const twice_within_ms = 1000;

export class Exit {
  private last_escape = -Infinity;

  constructor(body: HTMLElement) {
    const link = body.querySelector<HTMLAnchorElement>('a[data-exit]');
    if (!link) return;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      this.leave(link.href);
    });
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.repeat) return;
      if (event.timeStamp - this.last_escape < twice_within_ms) this.leave(link.href);
      this.last_escape = event.timeStamp;
    });
    // Back again after leaving: let the server decide what to show.
    addEventListener('pageshow', (event) => {
      if (event.persisted && document.documentElement.hidden) location.reload();
    });
  }

  private leave(address: string): void {
    document.documentElement.hidden = true;
    location.replace(address);
  }
}
