// Backup, restore, drill and move with the whole program, on both databases, while members post.
//   node tests/copies/run.mjs [backup|move]… [--rounds N] [--program build/dev/kith]
import assert from 'node:assert/strict';
import { start_postgres } from './place.mjs';
import { end, test } from '../support/named_tests.mjs';

const words = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = words.indexOf(name);
  return at < 0 ? otherwise : words.splice(at, 2)[1];
};
const rounds = Number(option('--rounds', 5));
const program = option('--program', 'build/dev/kith');
const wanted = words.length > 0 ? words : ['backup', 'move'];

const postgres = await start_postgres();
for (const part of wanted) {
  const { default: run } = await import(`./${part}.mjs`);
  await run({ test, assert, program, postgres, rounds });
}
await postgres.stop();
end();
