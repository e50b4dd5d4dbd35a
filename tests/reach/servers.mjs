// What the tests of reaching people start: Kith itself, and a mail server that keeps every letter.
// All on ports that the system chooses; all ended by who started it, by its id.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SMTPServer } from 'smtp-server';

export const program = resolve(process.env.KITH ?? 'build/dev/kith');
export const origin = 'https://kith.example';
const start_ms_max = 30_000;
const plain_environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('KITH_')));

export function temporary_folder() {
  const folder = mkdtempSync(join(tmpdir(), 'kith-reach-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

// A certificate of its own for 127.0.0.1, which a server can present and Kith be told to trust.
export function make_certificate(folder) {
  const [certificate, key] = [join(folder, 'local.crt'), join(folder, 'local.pem')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost',
    '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  return { certificate, key };
}

export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Of the system's choice. Kith says where it is by its origin, so it is told its port, and keeps it over restarts.
async function free_port() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

export async function until(what, holds, seconds = 30) {
  for (const end = Date.now() + seconds * 1000; ;) {
    const value = await holds();
    if (value) return value;
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await sleep(50);
  }
}

// A real mail server. `letters` holds what it said yes to: { to, from, text }, in order.
// `answer_to(address)` may return an error with responseCode, to refuse a recipient. `hold_ms`: before it answers a
// recipient.
export async function mail_server({ port = 0, answer_to = () => undefined, hold_ms = 0, ...options } = {}) {
  const letters = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.secure || options.cert ? [] : ['STARTTLS', 'AUTH'],
    logger: false,
    ...options,
    onRcptTo: ({ address }, session, done) => setTimeout(() => done(answer_to(address)), hold_ms),
    onData(stream, session, done) {
      const pieces = [];
      stream.on('data', (bytes) => pieces.push(bytes));
      stream.on('end', () => {
        const letter = { from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(pieces).toString('latin1'), secure: session.secure, user: session.user };
        letters.push(letter);
        done();
      });
    },
  });
  server.on('error', () => {});  // a client that was killed
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  return {
    letters,
    port: server.server.address().port,
    to: (address) => letters.filter((letter) => letter.to.includes(address)),
    end: () => new Promise((done) => server.close(done)),
  };
}

export function kith(...words) {
  return execFileSync(program, words, { encoding: 'utf8', env: plain_environment, maxBuffer: 64 * 1024 * 1024 });
}

// kith serve over `data`, with these options and words of the environment besides.
export class Place {
  constructor(data, options, environment = {}) {
    this.data = data;
    this.options = options;
    this.environment = environment;
    this.said = '';
  }

  async start() {
    this.said = '';
    this.port ??= await free_port();
    this.process = spawn(program, ['serve', '--data', this.data, '--listen', `127.0.0.1:${this.port}`, '--no-limits', '--origin', origin, ...this.options], { env: { ...plain_environment, ...this.environment } });
    this.ended = new Promise((done) => this.process.on('exit', (code, signal) => done(signal ?? code)));
    const address = new Promise((found, lost) => {
      const timer = setTimeout(() => lost(new Error(`it did not start: ${this.said}`)), start_ms_max);
      this.process.stdout.on('data', (bytes) => {
        this.said += bytes;
        if (/Kith is at \S+\n/.test(this.said)) { clearTimeout(timer); found(); }
      });
      this.process.stderr.on('data', (bytes) => { this.said += bytes; });
      this.ended.then((how) => { clearTimeout(timer); lost(new Error(`it ended with ${how}: ${this.said}`)); });
    });
    await address;
    this.address = `http://127.0.0.1:${this.port}`;
    return this;
  }

  async end(signal = 'SIGTERM') {
    this.process.kill(signal);
    return this.ended;
  }

  // As a person, by their token.
  async ask(token, path, fields) {
    const headers = { Accept: 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) };
    const body = fields && new URLSearchParams(fields.flatMap ? fields : Object.entries(fields));
    const answer = await fetch(this.address + path, { method: fields ? 'POST' : 'GET', headers, body, redirect: 'manual' });
    const text = await answer.text();
    let json;
    try { json = JSON.parse(text); } catch { json = undefined; }
    return { status: answer.status, text, json };
  }
}
