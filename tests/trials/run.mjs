// Trials: what must hold when things break, with the program as it is.
//   node tests/trials/run.mjs NAME… [--long] | all [--long] | --list
// Each is a file NAME.mjs beside this one: what it promises, within what time it must be done, and a function that
// returns figures and whether the promise was kept. One line each; the last line counts, for bin/test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { end_all } from './place.mjs';

const names = ['kill', 'powerloss', 'fsync', 'diskfull', 'clock', 'backup', 'move', 'leak', 'deleted'];
const seconds_of = (since) => ((performance.now() - since) / 1000).toFixed(0);

// A trial returns { kept, figures }; what it throws is a broken promise too.
async function trial(name, long) {
  const { default: run, limit_seconds } = await import(`./${name}.mjs`);
  const folder = mkdtempSync(join(tmpdir(), `kith-trial-${name}-`));
  const limit = long ? limit_seconds.long : limit_seconds.short;
  const began = performance.now();
  let timer;
  const out_of_time = new Promise((ended, lost) => {
    timer = setTimeout(() => lost(new Error(`not done within ${limit} s`)), limit * 1000);
  });
  const say = (words) => process.stderr.write(`  ${name}: ${words}\n`);
  try {
    const { kept, figures } = await Promise.race([run({ folder, long, say }), out_of_time]);
    console.log(`${kept ? 'kept  ' : 'BROKEN'} ${name}: ${figures} (${seconds_of(began)} s)`);
    return kept;
  } catch (fault) {
    console.log(`BROKEN ${name}: ${fault.message} (${seconds_of(began)} s)`);
    say(fault.stack);
    return false;
  } finally {
    clearTimeout(timer);
    await end_all();
    rmSync(folder, { recursive: true, force: true });
  }
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { long: { type: 'boolean' }, list: { type: 'boolean' } },
});
if (options.list) {
  console.log(names.join('\n'));
  process.exit(0);
}
const wanted = positionals.includes('all') ? names : positionals;
const unknown = wanted.filter((name) => !names.includes(name));
if (wanted.length === 0 || unknown.length > 0) {
  console.error(unknown.length > 0 ? `There is no trial "${unknown[0]}".` : 'Which trial?', `There are: ${names.join(', ')}, all.`);
  process.exit(2);
}
let kept = 0;
for (const name of wanted) kept += (await trial(name, Boolean(options.long))) ? 1 : 0;
console.log(`${kept} passed, ${wanted.length - kept} failed`);
process.exit(kept === wanted.length ? 0 : 1);
