// Faults of the machine under an unchanged program (faults_preload.cpp), told through a file that both hold.
import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';

const library = resolve('build/dev/tests/libfaults_preload.so');
const places = { wall_offset: 0, boot_offset: 8, failing_syncs: 16, no_room: 24, failed_syncs: 32 };

export class Faults {
  constructor(path) {
    writeFileSync(path, Buffer.alloc(40));
    this.file = openSync(path, 'r+');
    // What the program needs in its environment.
    this.environment = { LD_PRELOAD: library, KITH_TRIAL_FAULTS: path };
  }

  set(name, value) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(value));
    writeSync(this.file, bytes, 0, 8, places[name]);
  }

  get(name) {
    const bytes = Buffer.alloc(8);
    readSync(this.file, bytes, 0, 8, places[name]);
    return Number(bytes.readBigInt64LE());
  }

  end() {
    closeSync(this.file);
  }
}
