// Small pieces of markup, made by hand: the page's policy lets nobody else make markup of text.
export function make<Name extends keyof HTMLElementTagNameMap>(name: Name, look: string, ...inside: (Node | string)[]): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (look !== '') element.className = look;
  element.append(...inside);
  return element;
}

export function make_button(look: string, words: string, pressed: () => void): HTMLButtonElement {
  const button = make('button', look, words);
  button.type = 'button';
  button.addEventListener('click', pressed);
  return button;
}

let names = 0;

export function new_name(of: string): string {
  return `${of}-${++names}`;
}

// A line that a screen reader reads out when its words change.
export function make_status(look: string): HTMLParagraphElement {
  const line = make('p', look);
  line.setAttribute('role', 'status');
  return line;
}
