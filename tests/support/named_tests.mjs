// Tests with a name each, one after another, for suites that drive the whole program: a line for each, and at the end
// the line by which bin/test counts.
let passed = 0, failed = 0;

export async function test(name, body) {
  try {
    await body();
    passed += 1;
    console.log(`ok    ${name}`);
  } catch (fault) {
    failed += 1;
    console.log(`WRONG ${name}\n${fault.stack ?? fault}`);
  }
}

// Says how many there were, and ends the program.
export function end() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
