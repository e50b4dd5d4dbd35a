// What the check says of a text: the face of src/screen in the browser, kept by hand beside
// src/screen/look/json.cpp. Offsets are those of a JavaScript string.
export type Danger = 'none' | 'amber' | 'red';

export interface Finding {
  start: number;
  end: number;
  class: string;
  kind: 'direct' | 'quasi';
  confidence: number;
  reason: string;     // a sentence for the writer
  broader: string[];  // what could stand there instead, the nearest first
  key: string;        // the same for the same words in another version of the text
  shown: boolean;     // worth a second look
}

export interface Report {
  mark: string;       // by which the server knows that this very text was looked at
  things: number;     // to look at
  may_send: boolean;  // false: in a strict group something identifies on its own
  findings: Finding[];
  jigsaw: { danger: Danger; people: number; reason: string; shown: boolean; broaden_first?: number };
  tone: { danger: Danger; start: number; end: number; reason: string; shown: boolean; key: string };
}
