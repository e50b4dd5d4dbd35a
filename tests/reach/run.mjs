// How people are reached outside the page, with the whole program, a real mail server and a real push endpoint.
//   node tests/reach/run.mjs [letters|notifications|canaries|restarts]… [--restarts N]
import assert from 'node:assert/strict';
import { end, test } from '../support/named_tests.mjs';

const words = process.argv.slice(2);
const at = words.indexOf('--restarts');
const restarts = at < 0 ? 20 : Number(words.splice(at, 2)[1]);
const wanted = words.length > 0 ? words : ['letters', 'notifications', 'canaries', 'restarts'];

for (const part of wanted) {
  const { default: run } = await import(`./${part}.mjs`);
  await run({ test, assert, restarts });
}
end();
