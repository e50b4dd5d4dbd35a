// The WebAssembly module as a class: text and surroundings in, a report out (src/screen/wasm/module.hpp).
import type { Report } from './report';

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  screening_reserve(bytes: number): number;
  screening_learn(): number;
  screening_surround(): number;
  screening_look(): number;
  screening_answer_bytes(): number;
}

// For each byte of the text in UTF-8, the place in the string of the character that it belongs to.
function places_of(text: string, bytes: number): Uint32Array {
  const places = new Uint32Array(bytes + 1);
  let at = 0;
  for (let place = 0; place < text.length;) {
    const point = text.codePointAt(place) ?? 0;
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    places.fill(place, at, at + size);
    at += size;
    place += point > 0xffff ? 2 : 1;
  }
  places[bytes] = text.length;
  return places;
}

export class ScreeningModule {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();

  private constructor(private readonly engine: Exports) {}

  // An empty model leaves the rules. Fails when the browser cannot run the module.
  static async open(module: BufferSource, model: Uint8Array): Promise<ScreeningModule> {
    const { instance } = await WebAssembly.instantiate(module, {});
    const engine = instance.exports as unknown as Exports;
    engine._initialize();
    const opened = new ScreeningModule(engine);
    opened.put(model);
    engine.screening_learn();
    return opened;
  }

  // As the page of the composer gives them (src/screen/look/surroundings.hpp).
  surround(surroundings: string): void {
    this.put(this.encoder.encode(surroundings));
    this.engine.screening_surround();
  }

  screen(text: string): Report {
    const bytes = this.encoder.encode(text);
    this.put(bytes);
    const answer = this.engine.screening_look();
    const said = new Uint8Array(this.engine.memory.buffer, answer, this.engine.screening_answer_bytes());
    const report = JSON.parse(this.decoder.decode(said)) as Report;
    if (bytes.length === text.length) return report;
    const places = places_of(text, bytes.length);
    for (const span of [...report.findings, report.tone]) {
      span.start = places[span.start] ?? 0;
      span.end = places[span.end] ?? 0;
    }
    return report;
  }

  // The memory may have moved: its buffer is asked for after the room was made.
  private put(bytes: Uint8Array): void {
    const at = this.engine.screening_reserve(bytes.length);
    new Uint8Array(this.engine.memory.buffer, at, bytes.length).set(bytes);
  }
}
