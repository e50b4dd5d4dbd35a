// A small place that takes files in pieces as docs/api/files.md has it, to see what the browser does when things go
// wrong on the way: its line can go down, in the middle of a piece or before its answer, it can be busy, or forget what was begun. Its page is the
// example of web/components/pictures under the policies of the real server. What the real server does is tested with it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { page_policy, page_types, write_examples } from '../../tools/web_examples.mjs';
import { program } from './server.mjs';

const piece_bytes_max = 786_432;
const policy_of_worker = "default-src 'none'; script-src 'wasm-unsafe-eval'; base-uri 'none'; frame-ancestors 'none'; "
  + "require-trusted-types-for 'script'; trusted-types 'none'";

export const Mishap = Object.freeze({ down: 'down', torn: 'torn', unanswered: 'unanswered', busy: 'busy', forgotten: 'forgotten', refused: 'refused' });

async function form_of(request, bytes) {
  const fields = await new Response(bytes, { headers: { 'Content-Type': request.headers['content-type'] } }).formData();
  return { get: (name) => fields.get(name), entries: [...fields.entries()] };
}

async function bytes_of(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

class Receiver {
  constructor() {
    this.files = new Map();   // id -> { bytes, arrived }
    this.begun = 0;
    this.posted = [];         // the fields of each form
    this.pieces = [];         // offset and size of each piece that was kept
    this.mishaps = [];        // what happens to the next pieces, in order
    this.down = false;        // every line is cut; one alone a browser takes up again by itself
    this.folder = mkdtempSync(join(tmpdir(), 'kith-receiver-'));
    write_examples(this.folder, ['--faces', join(dirname(program), 'wasm/faces.wasm')]);
    this.server = createServer((request, response) => void this.answer(request, response).catch(() => request.socket.destroy()));
  }

  async start() {
    await new Promise((ready) => { this.server.listen(0, '127.0.0.1', ready); });
    this.origin = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async answer(request, response) {
    if (this.down) return request.socket.destroy();
    const { pathname } = new URL(request.url, this.origin);
    if (pathname === '/live') return response.writeHead(204).end();
    const file = /^\/files\/(\w+)(\/end)?$/.exec(pathname);
    if (pathname === '/groups/g1/files') return this.begin(request, response);
    if (pathname === '/groups/g1/posts') return this.post(request, response);
    if (file) return request.method === 'GET' ? this.tell(response, file[1]) : this.take(request, response, file[1], file[2] !== undefined);
    return this.page(pathname, response);
  }

  page(pathname, response) {
    const policy = /\/assets\/faces-\w+\.js$/.test(pathname) ? policy_of_worker : page_policy;
    try {
      const bytes = readFileSync(join(this.folder, pathname));
      response.writeHead(200, { 'Content-Type': page_types[extname(pathname)], 'Content-Security-Policy': policy }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  }

  say(response, status, body, headers = {}) {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
  }

  async begin(request, response) {
    const form = await form_of(request, await bytes_of(request));
    const id = `f${++this.begun}`;
    this.files.set(id, { bytes: Number(form.get('bytes')), arrived: Buffer.alloc(0) });
    this.tell(response, id, 201);
  }

  tell(response, id, status = 200) {
    const file = this.files.get(id);
    if (!file) return this.say(response, 404, { message: 'This page is not here.' });
    const state = file.arrived.length === file.bytes ? 'ready' : 'arriving';
    return this.say(response, status, { id, state, arrived: file.arrived.length, bytes: file.bytes, piece_bytes_max, kind: '', versions: [] });
  }

  async take(request, response, id, is_end) {
    const mishap = is_end ? undefined : this.mishaps.shift();
    if (mishap === Mishap.down) this.down = true;
    if (this.down) return request.socket.destroy();
    if (mishap === Mishap.torn) return void request.once('data', () => request.socket.destroy());
    const form = await form_of(request, await bytes_of(request));
    if (mishap === Mishap.busy) return this.say(response, 503, { message: 'Busy.' }, { 'Retry-After': '1' });
    if (is_end || mishap === Mishap.forgotten) this.files.delete(id);
    if (is_end) return this.say(response, 200, {});
    const file = this.files.get(id);
    if (!file) return this.tell(response, id);
    if (mishap === Mishap.refused) {
      this.files.delete(id);
      return this.say(response, 422, { message: '', faults: [{ field: 'file', message: 'This picture could not be read.' }] });
    }
    if (Number(form.get('offset')) !== file.arrived.length) return this.say(response, 409, { message: 'Another place.' });
    const piece = Buffer.from(await form.get('piece').arrayBuffer());
    this.pieces.push({ offset: file.arrived.length, bytes: piece.length });
    file.arrived = Buffer.concat([file.arrived, piece]);
    if (mishap === Mishap.unanswered) return request.socket.destroy();
    return this.tell(response, id);
  }

  async post(request, response) {
    this.posted.push((await form_of(request, await bytes_of(request))).entries);
    this.say(response, 201, {}, { Location: '/component-poll.html' });
  }
}

export const start_receiver = () => new Receiver().start();
