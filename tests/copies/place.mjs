// A place of its own for one test: the example community in a folder or in PostgreSQL, a server on it, members who
// post, and the program run beside it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';

const here = dirname(fileURLToPath(import.meta.url));
const samples = resolve(here, '../support/samples');
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('KITH_')));

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

// A cluster for as long as the tests run; `fresh()` gives an empty database.
export async function start_postgres() {
  const cluster = spawn(resolve(here, '../support/postgres_cluster.sh'), [], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = [], waiting = [];
  let rest = '';
  cluster.stdout.on('data', (bytes) => {
    const pieces = (rest + bytes).split('\n');
    rest = pieces.pop();
    for (const piece of pieces) {
      const url = piece.replace(/^url /, '');
      if (waiting.length > 0) waiting.shift()(url); else lines.push(url);
    }
  });
  const line = () => (lines.length > 0 ? Promise.resolve(lines.shift()) : new Promise((found) => waiting.push(found)));
  await line();
  return {
    fresh: () => { cluster.stdin.write('fresh\n'); return line(); },
    stop: () => new Promise((done) => { cluster.on('exit', done); cluster.stdin.end(); }),
  };
}

export class Place {
  constructor(program) {
    this.program = resolve(program);
    this.folder = mkdtempSync(join(tmpdir(), 'kith-copies-'));
    this.servers = [];
  }

  path(name) { return join(this.folder, name); }
  end() {
    for (const server of this.servers) server.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  run(...words) {
    const run = spawnSync(this.program, words, { encoding: 'utf8', env: environment, cwd: this.folder });
    return { status: run.status, out: run.stdout, said: run.stdout + run.stderr };
  }
  goes_well(...words) {
    const run = this.run(...words);
    assert.equal(run.status, 0, `${words.join(' ')}\n${run.said}`);
    return run.out;
  }
  refuses(pattern, ...words) {
    const run = this.run(...words);
    assert.notEqual(run.status, 0, `went well: ${words.join(' ')}\n${run.said}`);
    assert.match(run.said, pattern);
    assert.doesNotMatch(run.said, /terminate called|std::|filesystem error/);
  }
  // While the test goes on; the outcome when it has ended.
  begin(...words) {
    const child = spawn(this.program, words, { env: environment, cwd: this.folder });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => { said += bytes; });
    const ended = new Promise((done) => child.on('exit', (status, signal) => done({ status, signal, said })));
    return { child, ended };
  }

  // `where`: the options that name the data.
  async serve(where) {
    const server = spawn(this.program, ['serve', ...where, '--listen', '127.0.0.1:0', '--no-limits'], { env: environment, cwd: this.folder });
    this.servers.push(server);
    let said = '';
    const ended = new Promise((done) => server.on('exit', done));
    const address = await new Promise((found, lost) => {
      for (const stream of [server.stdout, server.stderr])
        stream.on('data', (bytes) => {
          said += bytes;
          const at = /Kith is at (\S+)\n/.exec(said);
          if (at) found(at[1]);
        });
      ended.then(() => lost(new Error(`it ended: ${said}`)));
    });
    return { address, stop: async () => { server.kill('SIGTERM'); await ended; } };
  }

  token(where, email = 'jonah.thimble@example.org') {
    return this.goes_well('token', 'create', ...where, '--person', email).trim();
  }
}

const headers_of = (token) => ({ Authorization: `Bearer ${token}`, Accept: 'application/json' });

export async function get(address, token, path) {
  return fetch(address + path, { headers: headers_of(token) });
}

export async function first_group(address, token) {
  return (await (await get(address, token, '/groups')).json()).groups[0].id;
}

// Members who post until told to stop. `said`: what was acknowledged, with when it was and how long it took.
export class Load {
  constructor(address, token, group, posters = 4) {
    this.said = [];
    this.stopping = false;
    this.refused = 0;
    this.done = Promise.all(Array.from({ length: posters }, (_, number) => this.post(address, token, group, number)));
  }
  async post(address, token, group, number) {
    for (let count = 0; !this.stopping; ++count) {
      const began = performance.now();
      const form = new FormData();
      form.set('body', `A quiet word, canaryword${number}x${count}, and a cup of tea.`);
      if (number === 0 && count % 25 === 0) {
        form.set('file', new Blob([readFileSync(join(samples, 'picture.jpg'))]), 'picture.jpg');
        form.set('undescribed', 'yes');
      }
      const answer = await fetch(`${address}/groups/${group}/posts`, { method: 'POST', headers: headers_of(token), body: form });
      if (answer.status === 503) {  // a busy machine: it was not acknowledged, and need not be there
        await answer.text();
        ++this.refused;
        await sleep(50);
        continue;
      }
      if (answer.status !== 201) {  // said when the load is stopped
        this.fault = new Error(`a post was answered ${answer.status}: ${await answer.text()}`);
        return;
      }
      const { id } = await answer.json();
      this.said.push({ id, at: Date.now(), took: performance.now() - began, picture: form.has('file') });
    }
  }
  async stop() {
    this.stopping = true;
    await this.done;
    if (this.fault) throw this.fault;
    return this.said;
  }
}
