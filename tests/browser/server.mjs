// A real server of Kith on a port of its own, over data of its own in a temporary folder.
// Everything it starts it ends itself, by its id; what is left in the folder goes with it.
import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const start_ms_max = 20_000;
const stop_ms_max = 10_000;
const output_bytes_max = 64 * 1024 * 1024;

export const program = resolve(root, process.env.KITH ?? 'build/dev/kith');

// Answers what a command of kith prints.
export async function kith(...words) {
  const { stdout } = await promisify(execFile)(program, words, { maxBuffer: output_bytes_max });
  return stdout;
}

// Fills `folder`/data with the example community and answers what `kith demo --json` says of it:
// people (name, email, password, token) and groups (id, name, members).
export async function make_demo(folder) {
  return JSON.parse(await kith('demo', '--data', join(folder, 'data'), '--json'));
}

class Server {
  constructor(folder) {
    this.folder = folder;
    this.port = 0;
  }

  async start() {
    this.process = spawn(program, ['serve', '--data', join(this.folder, 'data'), '--listen', `127.0.0.1:${this.port}`, '--no-limits'],
      { stdio: ['ignore', 'pipe', 'pipe'] });
    this.ended = new Promise((done) => this.process.on('exit', (status, signal) => done(signal ?? status)));
    let said = '';
    await new Promise((ready, failed) => {
      const timer = setTimeout(() => failed(new Error(`the server did not start: ${said}`)), start_ms_max);
      const hear = (text) => {
        said += text;
        this.origin = said.match(/Kith is at (http:\S+)\n/)?.[1];
        if (!this.origin) return;
        // The link to become the host follows at once, where there is nobody yet.
        this.host_link = said.match(/http:\S+\/host\/\S+/)?.[0];
        clearTimeout(timer);
        ready();
      };
      this.process.stdout.on('data', hear);
      this.process.stderr.on('data', hear);
      this.process.on('exit', (status) => { clearTimeout(timer); failed(new Error(`the server ended with ${status}: ${said}`)); });
    });
    this.port = Number(new URL(this.origin).port);
    return this;
  }

  // Gracefully with SIGTERM; as in a power cut with SIGKILL.
  async end(signal = 'SIGTERM') {
    if (!this.process || this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill(signal);
    const timer = setTimeout(() => this.process.kill('SIGKILL'), stop_ms_max);
    await this.ended;
    clearTimeout(timer);
  }

  async start_again_if_ended() {
    if (this.process.exitCode !== null || this.process.signalCode !== null) await this.start();
  }

  async close() {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function new_folder() {
  return mkdtempSync(join(tmpdir(), 'kith-browser-'));
}

// A place where nobody is yet: `host_link` opens it.
export function start_empty() {
  return new Server(new_folder()).start();
}

// The example community. run.mjs makes it once and names its folder in KITH_TEST_DEMO; each file of
// tests works on a copy.
export async function start_demo() {
  const folder = new_folder();
  let demo;
  const made = process.env.KITH_TEST_DEMO;
  if (made) {
    demo = JSON.parse(readFileSync(join(made, 'demo.json'), 'utf8'));
    for (const name of ['data', 'data.key']) if (existsSync(join(made, name))) cpSync(join(made, name), join(folder, name), { recursive: true });
  } else {
    demo = await make_demo(folder);
  }
  const server = await new Server(folder).start();
  return { server, demo };
}
