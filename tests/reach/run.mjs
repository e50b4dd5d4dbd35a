// How people are reached outside the page, with the whole program, a real mail server and a real push endpoint.
//   node tests/reach/run.mjs [letters|notifications|canaries|restarts]… [--restarts N]
import assert from 'node:assert/strict';

const words = process.argv.slice(2);
const at = words.indexOf('--restarts');
const restarts = at < 0 ? 20 : Number(words.splice(at, 2)[1]);
const wanted = words.length > 0 ? words : ['letters', 'notifications', 'canaries', 'restarts'];
let passed = 0, failed = 0;

async function test(name, body) {
  try {
    await body();
    ++passed;
    console.log(`ok    ${name}`);
  } catch (fault) {
    ++failed;
    console.log(`WRONG ${name}\n${fault.stack ?? fault}`);
  }
}

for (const part of wanted) {
  const { default: run } = await import(`./${part}.mjs`);
  await run({ test, assert, restarts });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
