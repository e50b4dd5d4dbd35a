// The detector as a class: sights of one picture in, faces out (src/faces/wasm/module.hpp).
import type { Face, Sight } from './messages';

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  faces_reserve(bytes: number): number;
  faces_learn(): number;
  faces_look(width: number, height: number): void;
  faces_found(): number;
  faces_count(): number;
}

const numbers_of_face = 5;

export class FacesModule {
  private constructor(private readonly engine: Exports) {}

  // Fails when the browser cannot run the module, or the weights are none.
  static async open(module: BufferSource, weights: Uint8Array): Promise<FacesModule> {
    const { instance } = await WebAssembly.instantiate(module, {});
    const engine = instance.exports as unknown as Exports;
    engine._initialize();
    const opened = new FacesModule(engine);
    opened.put(weights);
    if (engine.faces_learn() === 0) throw new Error('no weights');
    return opened;
  }

  faces(sights: Sight[]): Face[] {
    for (const { width, height, pixels } of sights) {
      this.put(new Uint8Array(pixels));
      this.engine.faces_look(width, height);
    }
    const at = this.engine.faces_found();
    const count = this.engine.faces_count();
    const numbers = new Float32Array(this.engine.memory.buffer, at, count * numbers_of_face);
    return Array.from({ length: count }, (_, place) => {
      const [x = 0, y = 0, width = 0, height = 0, score = 0] = numbers.subarray(place * numbers_of_face);
      return { x, y, width, height, score };
    });
  }

  // The memory may have moved: its buffer is asked for after the room was made.
  private put(bytes: Uint8Array): void {
    const at = this.engine.faces_reserve(bytes.length);
    new Uint8Array(this.engine.memory.buffer, at, bytes.length).set(bytes);
  }
}
