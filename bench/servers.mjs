// Starts and ends the programs that are measured, and asks the system about them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { createInterface } from 'node:readline';

const start_deadline_ms = 120_000;
const running = new Set();

export class Server {
  constructor(process, url) {
    this.process = process;
    this.url = url;
  }
  // What the system counts as resident, in MB.
  memory_mb() {
    const [, kilobytes] = readFileSync(`/proc/${this.process.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/);
    return Number(kilobytes) / 1024;
  }
  async stop() {
    running.delete(this);
    if (this.process.exitCode !== null) return;
    this.process.kill('SIGTERM');
    const patience = setTimeout(() => this.process.kill('SIGKILL'), 15_000);
    await once(this.process, 'exit');
    clearTimeout(patience);
  }
}

// Waits for the line that says where the server is; what it prints after that is passed over.
export async function start(program, words, environment = {}) {
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...environment } });
  const url = await new Promise((found, failed) => {
    const patience = setTimeout(() => failed(new Error(`${program} did not start`)), start_deadline_ms);
    child.once('exit', (status) => failed(new Error(`${program} ended with ${status} before it was up`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = line.match(/http:\/\/[0-9.]+:\d+/);
      if (!address) return;
      clearTimeout(patience);
      found(address[0]);
    });
  });
  const server = new Server(child, url);
  running.add(server);
  return server;
}

export async function stop_all() {
  await Promise.all([...running].map((server) => server.stop()));
}

// One request; the answer with its body, as it came over the wire.
export function ask(url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((answered, failed) => {
    const request = http.request(url, { method, headers, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        answered({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    request.on('error', failed);
    request.end(body);
  });
}

// Fails on any other status.
export async function ask_for(status, url, options) {
  const answer = await ask(url, options);
  if (answer.status !== status)
    throw new Error(`${options?.method ?? 'GET'} ${new URL(url).pathname} answered ${answer.status} for ${status}`);
  return answer;
}
