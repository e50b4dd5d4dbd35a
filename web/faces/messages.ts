// What the page and the worker that finds faces say to each other.

// A picture at one of the sizes that it is looked at in: red, green, blue and one more, a byte each.
export interface Sight { width: number; height: number; pixels: ArrayBuffer }

// As parts of the picture's width and height, from the left and the top.
export interface Face { x: number; y: number; width: number; height: number; score: number }

export type ToWorker =
  | { kind: 'open'; module: ArrayBuffer; weights: ArrayBuffer }
  | { kind: 'look'; id: number; sights: Sight[] };

// Without faces the detector cannot run any more.
export type FromWorker = { id: number; faces: Face[] } | { failed: string };
