// "2 new": waits until the reader asks for it, and never moves what is being read.
export class Bar {
  private readonly bar = document.createElement('div');
  private readonly button = document.createElement('button');
  private readonly said = document.createElement('p');

  constructor(section: HTMLElement, show: () => void) {
    this.bar.className = 'live-bar';
    this.bar.hidden = true;
    this.button.className = 'live-show';
    this.button.type = 'button';
    this.button.addEventListener('click', show);
    this.bar.append(this.button);
    this.said.className = 'hidden-word';
    this.said.setAttribute('role', 'status');
    section.prepend(this.bar, this.said);
  }

  // Empty: nothing waits.
  offer(what: string): void {
    this.button.textContent = `Show ${what}`;
    this.said.textContent = what;
    this.bar.hidden = what === '';
  }

  say(words: string): void {
    this.said.textContent = words;
  }
}
