// What the page and its worker say to each other.
import type { Report } from './report';

export type ToWorker =
  | { kind: 'open'; module: ArrayBuffer; model: ArrayBuffer; surroundings: string }
  | { kind: 'surround'; surroundings: string }
  | { kind: 'screen'; id: number; text: string };

// Without a report the check cannot run any more.
export type FromWorker = { id: number; report: Report } | { failed: string };
