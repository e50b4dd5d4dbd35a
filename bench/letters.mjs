// A thousand letters from the queue to a mail server's yes, and the same letters from a trivial client to the same server.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { median } from './wrk.mjs';

const letters = 1000;

export async function measure_letters({ rounds }) {
  let taken = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      stream.resume();
      stream.on('end', () => { ++taken; done(); });
    },
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const figures = [];
  for (let round = 0; round < rounds; ++round) {
    const { stdout } = await promisify(execFile)('build/release/bench/bench_letters', [String(server.server.address().port), String(letters)]);
    figures.push(JSON.parse(stdout));
  }
  await new Promise((done) => server.close(done));
  if (taken !== 2 * letters * rounds) throw new Error(`the server took ${taken} letters of ${2 * letters * rounds}`);
  return {
    letters,
    kith_s: median(figures.map(({ kith_s }) => kith_s)),
    bare_s: median(figures.map(({ bare_s }) => bare_s)),
    ratio: median(figures.map(({ kith_s, bare_s }) => bare_s / kith_s)),
  };
}
