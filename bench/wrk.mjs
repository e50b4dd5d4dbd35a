// Runs wrk beside the servers, and makes one figure of several.
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const scripts = join(dirname(fileURLToPath(import.meta.url)), 'wrk');

// One thread of wrk: more would only take the processor from the server.
export async function wrk(url, { connections, seconds, headers = {}, script = 'report.lua', words = [] }) {
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const command = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s', ...named, '-s', join(scripts, script)];
  const { stdout } = await run('wrk', [...command, url, '--', ...words]);
  const report = stdout.match(/^REPORT (.*)$/m);
  if (!report) throw new Error(`wrk said nothing of ${url}:\n${stdout}`);
  const figure = JSON.parse(report[1]);
  if (figure.failed > 0) throw new Error(`${figure.failed} answers of ${url} were no success`);
  return figure;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((share / 100) * sorted.length) - 1)];
}

// Measures each variant once, then each once more, and so on, so that a busy moment of the machine falls on
// all of them. `variants` is a list of [name, function that measures once]. Each figure is the median; the
// ratio to `beside` is the median of the ratios within a round.
export async function interleaved(variants, rounds, beside) {
  const seen = new Map(variants.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, measure] of variants) seen.get(name).push(await measure());
  const result = {};
  for (const [name, figures] of seen) {
    const of = (key) => median(figures.map((figure) => figure[key]));
    result[name] = { rate: of('rate'), p50_ms: of('p50'), p99_ms: of('p99'), bytes: of('bytes') };
    const base = seen.get(beside);
    if (base && name !== beside) result[name].ratio = median(figures.map((figure, i) => figure.rate / base[i].rate));
  }
  return result;
}
