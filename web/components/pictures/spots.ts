// The places of a picture that are blurred, as buttons over it: by tap, by drag and by keyboard.
import type { Part } from './picture';

export interface Spot extends Part { name: string; blurred: boolean }
type Change = 'is drawn' | 'is done';

const side_least = 0.02;       // of the picture
const side_placed = 0.2;       // of its shorter side, where a tap places one
const step = 0.02;
const growth = 1.15;
const drag_pixels_least = 6;   // less is a tap
const moves: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most));

export class Spots {
  readonly all: Spot[] = [];
  private readonly buttons = new Map<Spot, HTMLButtonElement>();
  private chosen: Spot | undefined;
  private placed = 0;

  // `tell` says in words what has changed; `changed` has the picture drawn anew.
  constructor(private readonly stage: HTMLElement, private readonly keys_hint: string, private readonly proportion: number,
              private readonly changed: (change: Change) => void, private readonly tell: (words: string) => void,
              private readonly choose: (name: string | undefined) => void) {
    stage.addEventListener('pointerdown', (event) => this.press(event));
  }

  get blurred(): Spot[] {
    return this.all.filter(({ blurred }) => blurred);
  }

  add(spot: Spot): void {
    this.all.push(spot);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'picture-spot';
    button.setAttribute('aria-describedby', this.keys_hint);
    button.setAttribute('aria-label', `Blur ${spot.name}`);
    button.addEventListener('click', () => this.turn(spot));
    button.addEventListener('keydown', (event) => this.key(event, spot));
    button.addEventListener('focus', () => this.take_up(spot));
    this.buttons.set(spot, button);
    this.stage.append(button);
    this.draw(spot);
  }

  // By hand: around a point, or in the middle.
  place(at: { x: number; y: number } = { x: 0.5, y: 0.5 }, size?: { width: number; height: number }): void {
    const { width, height } = size ?? { width: side_placed * Math.min(1, 1 / this.proportion), height: side_placed * Math.min(1, this.proportion) };
    const spot = { x: 0, y: 0, width, height, name: `place ${++this.placed}`, blurred: true };
    this.add(spot);
    this.move(spot, at.x - width / 2, at.y - height / 2);
    this.changed('is done');
    this.buttons.get(spot)?.focus({ preventScroll: true });
    this.tell(`Place ${this.placed} is blurred.`);
  }

  grow(by: number, spot = this.chosen): void {
    if (!spot) return;
    const width = within(spot.width * by, side_least, 1);
    const height = within(spot.height * by, side_least, 1);
    const [x, y] = [spot.x + (spot.width - width) / 2, spot.y + (spot.height - height) / 2];
    Object.assign(spot, { width, height });
    this.move(spot, x, y);
    this.changed('is done');
  }

  larger(): void { this.grow(growth); }
  smaller(): void { this.grow(1 / growth); }

  take_away(spot = this.chosen): void {
    if (!spot) return;
    const place = this.all.indexOf(spot);
    this.all.splice(place, 1);
    this.buttons.get(spot)?.remove();
    this.buttons.delete(spot);
    this.take_up(undefined);
    const next = this.all[place] ?? this.all[place - 1];
    if (next) this.buttons.get(next)?.focus({ preventScroll: true });
    this.changed('is done');
    this.tell(`The blur on ${spot.name} is gone.`);
  }

  // Nothing can be changed any more.
  lock(): void {
    for (const button of this.buttons.values()) button.disabled = true;
  }

  unlock(): void {
    for (const button of this.buttons.values()) button.disabled = false;
  }

  // The one that the buttons below the picture are for.
  private take_up(spot: Spot | undefined): void {
    this.chosen = spot;
    for (const [one, button] of this.buttons) button.classList.toggle('picture-spot-chosen', one === spot);
    this.choose(spot?.name);
  }

  private turn(spot: Spot): void {
    spot.blurred = !spot.blurred;
    this.draw(spot);
    this.changed('is done');
    const name = `${spot.name[0]?.toUpperCase()}${spot.name.slice(1)}`;
    this.tell(spot.blurred ? `${name} is blurred.` : `${name} is clear.`);
  }

  private move(spot: Spot, x: number, y: number): void {
    spot.x = within(x, 0, 1 - spot.width);
    spot.y = within(y, 0, 1 - spot.height);
    this.draw(spot);
  }

  private draw(spot: Spot): void {
    const button = this.buttons.get(spot);
    if (!button) return;
    button.setAttribute('aria-pressed', String(spot.blurred));
    const percent = (part: number) => `${(100 * part).toFixed(3)}%`;
    Object.assign(button.style, { left: percent(spot.x), top: percent(spot.y), width: percent(spot.width), height: percent(spot.height) });
  }

  private key(event: KeyboardEvent, spot: Spot): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moves[event.key];
    if (move) this.move(spot, spot.x + move[0] * step, spot.y + move[1] * step);
    else if (event.key === '+' || event.key === '=') return this.done(event, () => this.grow(growth, spot));
    else if (event.key === '-') return this.done(event, () => this.grow(1 / growth, spot));
    else if (event.key === 'Delete' || event.key === 'Backspace') return this.done(event, () => this.take_away(spot));
    else return;
    this.done(event, () => this.changed('is done'));
  }

  private done(event: KeyboardEvent, what: () => void): void {
    event.preventDefault();
    what();
  }

  // A spot is moved; elsewhere a tap places one, and a mouse or pen draws one. A finger that is drawn over the picture scrolls.
  private press(event: PointerEvent): void {
    if (event.button !== 0) return;
    const button = (event.target as Element).closest<HTMLButtonElement>('.picture-spot');
    if (button?.disabled) return;
    const spot = button && this.all.find((one) => this.buttons.get(one) === button);
    const box = this.stage.getBoundingClientRect();
    const at = (moved: PointerEvent) => ({ x: within((moved.clientX - box.left) / box.width, 0, 1), y: within((moved.clientY - box.top) / box.height, 0, 1) });
    const from = at(event);
    const before = spot && { x: spot.x, y: spot.y };
    let drawn: Spot | undefined;
    let dragged = false;
    const follow = (moved: PointerEvent) => {
      if (moved.pointerId !== event.pointerId) return;
      dragged ||= Math.hypot(moved.clientX - event.clientX, moved.clientY - event.clientY) >= drag_pixels_least;
      if (!dragged) return;
      const to = at(moved);
      if (spot && before) this.move(spot, before.x + to.x - from.x, before.y + to.y - from.y);
      else if (event.pointerType !== 'touch') drawn = this.stretch(drawn, from, to);
      this.changed('is drawn');
    };
    const end = (last: PointerEvent) => {
      if (last.pointerId !== event.pointerId) return;
      for (const [name, hear] of [['pointermove', follow], ['pointerup', end], ['pointercancel', end]] as const) removeEventListener(name, hear);
      if (dragged && spot) this.swallow_click();
      if (drawn) this.buttons.get(drawn)?.focus({ preventScroll: true });
      else if (!spot && !dragged && last.type === 'pointerup') this.place(from);
      if (dragged) this.changed('is done');
    };
    addEventListener('pointermove', follow);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
    if (!button) event.preventDefault();
  }

  private stretch(drawn: Spot | undefined, from: { x: number; y: number }, to: { x: number; y: number }): Spot {
    const part = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.max(Math.abs(from.x - to.x), side_least), height: Math.max(Math.abs(from.y - to.y), side_least) };
    if (!drawn) {
      drawn = { ...part, name: `place ${++this.placed}`, blurred: true };
      this.add(drawn);
      return drawn;
    }
    Object.assign(drawn, part);
    this.draw(drawn);
    return drawn;
  }

  // A drag that ends on its button would be heard as a press.
  private swallow_click(): void {
    const swallow = (event: Event) => { event.stopPropagation(); event.preventDefault(); };
    this.stage.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => this.stage.removeEventListener('click', swallow, { capture: true }));
  }
}
