// The program from the outside: its options, its faults in plain words, the example community.
//   node tests/command_line/run.mjs build/dev/kith
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import assert from 'node:assert/strict';
import { end, test } from '../support/named_tests.mjs';

const program = resolve(process.argv[2] ?? 'build/dev/kith');
const folder = mkdtempSync(join(tmpdir(), 'kith-command-line-'));

// KITH_… of whoever runs the tests must not reach the program.
const plain_environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('KITH_')));

function kith(words, { input = '', env = {} } = {}) {
  const run = spawnSync(program, words, { input, encoding: 'utf8', env: { ...plain_environment, ...env }, timeout: 60_000, cwd: folder });
  return { status: run.status, out: run.stdout, said: run.stdout + run.stderr };
}

function refuses(words, pattern, options) {
  const run = kith(words, options);
  assert.notEqual(run.status, 0, `went well: ${words.join(' ')}\n${run.said}`);
  assert.match(run.said, pattern);
  assert.doesNotMatch(run.said, /terminate called|std::|filesystem error/);
}

// Starts the server, runs `work` with its address, stops it, and returns what it printed.
async function served(words, env, work) {
  const server = spawn(program, ['serve', ...words], { env: { ...plain_environment, ...env }, cwd: folder });
  let said = '';
  server.stderr.on('data', (bytes) => { said += bytes; });
  const ended = new Promise((done) => server.on('exit', (code) => done(code)));
  try {
    const address = await new Promise((found, lost) => {
      server.stdout.on('data', (bytes) => {
        said += bytes;
        const at = /Kith is at (\S+)\n/.exec(said);
        if (at) found(at[1]);
      });
      ended.then(() => lost(new Error(`it ended: ${said}`)));
    });
    await work?.(address, said);
  } finally {
    server.kill('SIGTERM');
  }
  assert.equal(await ended, 0, said);
  return said;
}

const place = (name) => join(folder, name);
const demo = place('demo');

await test('says its version and every command', () => {
  assert.match(kith(['--version']).out, /^kith \d+\.\d+\.\d+\n$/);
  const help = kith(['--help']).out;
  for (const command of ['serve', 'demo', 'token', 'person', 'backup', 'restore', 'drill', 'move', 'compare', 'check', 'disclose', 'log', 'routes', 'scan']) assert.match(help, new RegExp(`^  ${command} `, 'm'));
  for (const option of ['--data', '--listen', '--key-file', '--database', '--origin', '--tls-cert', '--tls-key', '--behind-proxy', '--config'])
    assert.match(kith(['serve', '--help']).out, new RegExp(`${option} `));
});

await test('lists the route table', () => {
  const rows = JSON.parse(kith(['routes', '--json']).out);
  assert.ok(rows.length > 10);
  for (const row of rows) assert.deepEqual(Object.keys(row), ['method', 'path', 'gate', 'endpoint']);
  assert.ok(rows.some((row) => row.method === 'POST' && row.path === '/groups/{group}/posts' && row.gate === 'member'));
  assert.equal(kith(['routes']).out.trim().split('\n').length, rows.length);
});

await test('refuses bad words plainly', () => {
  refuses([], /subcommand/);
  refuses(['fly'], /subcommand|not expected/);
  refuses(['serve', '--listen', 'nowhere'], /an IP address and a port, like 127\.0\.0\.1:8080/);
  refuses(['serve', '--origin', 'kith.example/a'], /scheme and host alone/);
  refuses(['serve', '--database', 'mysql://x'], /postgres:\/\/USER@HOST/);
  refuses(['serve', '--read-workers', '0'], /range/);
  refuses(['serve', '--data', place('tls'), '--listen', '127.0.0.1:0', '--tls-cert', '/nowhere'], /certificate and its key/);
  refuses(['check', '--database', 'postgres://nobody@127.0.0.1:1/none'], /cannot be reached/);
});

await test('makes the example community, the same from the same seed', () => {
  const made = JSON.parse(kith(['demo', '--data', demo, '--ends', '2026-11-20', '--json']).out);
  const again = JSON.parse(kith(['demo', '--data', place('again'), '--ends', '2026-11-20', '--json']).out);
  const other = JSON.parse(kith(['demo', '--data', place('other'), '--ends', '2026-11-20', '--json', '--seed', '2']).out);
  assert.equal(made.groups.length, 3);
  assert.deepEqual(made.groups, again.groups);
  assert.notEqual(made.groups[0].id, other.groups[0].id);
  assert.notEqual(made.people[0].token, again.people[0].token);
  for (const person of made.people) assert.match(person.email, /@example\.org$/);
  assert.ok(made.people.some((person) => made.groups.every((group) => !group.members.includes(person.email))), 'nobody waits');
  refuses(['demo', '--data', demo], /community in this data already/);
  refuses(['demo', '--data', place('few'), '--members', '2'], /at least/);
  refuses(['demo', '--data', place('odd'), '--ends', '2026-02-30'], /no day/);
});

await test('makes as large a community as is wished', () => {
  const made = JSON.parse(kith(['demo', '--data', place('large'), '--members', '60', '--posts', '1500', '--json']).out);
  assert.equal(made.people.length, 61);
  assert.equal(new Set(made.people.map((person) => person.email)).size, 61);
  assert.equal(made.groups[0].members.length > 40, true);
  assert.match(kith(['check', '--data', place('large')]).out, /All is sound/);
});

await test('checks a database', () => {
  const run = kith(['check', '--data', demo]);
  assert.match(run.said, /All is sound/);
  assert.equal(run.status, 0);
  refuses(['check', '--data', place('nothing')], /no database in/);
  assert.equal(existsSync(place('nothing')), false);
});

await test('looks after accounts and tokens', () => {
  const data = ['--data', demo];
  assert.match(kith(['person', 'add', ...data, '--email', 'new@example.org', '--name', 'New Person'], { input: 'three words that fit\n' }).out, /can sign in/);
  refuses(['person', 'add', ...data, '--email', 'new@example.org', '--name', 'New Person'], /address new@example\.org already/, { input: 'three words that fit\n' });
  refuses(['person', 'add', ...data, '--email', 'b@example.org', '--name', 'B'], /at least 10 characters/, { input: 'short\n' });
  refuses(['person', 'add', ...data, '--email', 'nobody', '--name', 'B'], /no e-mail address/, { input: 'three words that fit\n' });
  const list = kith(['person', 'list', ...data]).out;
  assert.match(list, /new@example\.org/);
  for (const group of ['Tuesday circle', 'First year', 'After hours']) assert.doesNotMatch(list, new RegExp(group));
  const token = kith(['token', 'create', ...data, '--person', 'new@example.org', '--name', 'A clock']).out.trim();
  assert.match(token, /^[\w-]{43}$/);
  const tokens = kith(['token', 'list', ...data, '--person', 'new@example.org']).out;
  assert.match(tokens, /A clock/);
  assert.ok(!tokens.includes(token));
  const id = tokens.split(' ')[0];
  refuses(['token', 'end', ...data, '--person', 'marigold.lantern@example.org', '--id', id], /has no token/);
  assert.match(kith(['token', 'end', ...data, '--person', 'new@example.org', '--id', id]).out, /Ended/);
  refuses(['token', 'end', ...data, '--person', 'new@example.org', '--id', id], /has no token/);
  refuses(['token', 'create', ...data, '--person', 'who@example.org'], /nobody with the address/);
  assert.match(kith(['person', 'password', ...data, '--email', 'new@example.org'], { input: 'another three words\n' }).out, /every session and token of theirs has ended/);
});

await test('discloses what is kept about a person, and nothing that others said', () => {
  const data = ['--data', demo];  // where nobody says what somebody else says too
  const emails = kith(['person', 'list', ...data]).out.split('\n').map((line) => line.split(' ')[0]).filter(Boolean);
  const printed = new Map(emails.slice(0, 12).map((email) => [email, kith(['disclose', email, '--reason', 'Drill', ...data]).out]));
  const bodies = (text) => text.split('\n').filter((line) => /^    (body|how_known|reason|answer|words) = ".{30}/.test(line)).map((line) => line.replace(/^ +\w+ = "/, ''));
  let compared = 0;
  for (const [mine, text] of printed) {
    assert.match(text, new RegExp(`email = "${mine}"`));
    assert.match(text, /password_hash = \(only a digest\)/);
    assert.ok(!text.includes('$argon2'), 'a digest is not printed');
    assert.match(text, /No address on the network is kept/);
    const own = new Set(bodies(text));
    for (const [theirs, other] of printed)
      for (const body of bodies(other)) {
        if (theirs === mine || own.has(body)) continue;
        assert.ok(!text.includes(body), `${mine} is told what ${theirs} said: ${body}`);
        ++compared;
      }
  }
  assert.ok(compared > 1000, `${compared} compared`);
  refuses(['disclose', 'who@example.org', '--reason', 'Drill', ...data], /nobody with the address/);
  refuses(['disclose', emails[0], ...data], /--reason is required/);
  refuses(['disclose', emails[0], '--reason', ' ', ...data], /Say why/);
});

await test('writes down what is done with the machine, and finds what was changed', () => {
  const data = ['--data', demo];
  const said = kith(['log', 'list', ...data]).out;
  assert.match(said, /This log begins here/);
  assert.match(said, /made an account for somebody/);
  assert.match(said, /made a token with which a program acts for New Person/);
  assert.match(said, /set a new password for New Person/);
  assert.match(said, /printed all that could be handed over about one person\. +Reason: Drill/);
  assert.match(kith(['person', 'host', ...data, '--email', 'new@example.org']).out, /is a host now/);
  assert.match(kith(['log', 'list', ...data]).out, /made a host of New Person/);
  assert.match(kith(['log', 'verify', ...data]).out, /^Nothing was changed: \d+ lines in 4 logs, sealed with the key [2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\.\n/);
});

await test('serves, and a token opens what its person may see', async () => {
  const token = kith(['token', 'create', '--data', demo, '--person', 'jonah.thimble@example.org']).out.trim();
  await served(['--data', demo, '--listen', '127.0.0.1:0'], {}, async (address) => {
    assert.equal((await fetch(`${address}/health`)).status, 200);
    const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
    const { groups } = await (await fetch(`${address}/groups`, { headers })).json();
    assert.deepEqual(groups.map((group) => group.name).sort(), ['First year in practice', 'Tuesday circle']);
    const group = await (await fetch(`${address}/groups/${groups[0].id}`, { headers })).json();
    assert.ok(group.posts.length > 0);
    const in_use = new URL(address).port;
    refuses(['serve', '--data', place('second'), '--listen', `127.0.0.1:${in_use}`], /Cannot listen on 127\.0\.0\.1 port \d+: Address already in use/);
  });
});

await test('counts for whoever runs it, at a door of their own, and names nobody', async () => {
  const token = kith(['token', 'create', '--data', demo, '--person', 'jonah.thimble@example.org']).out.trim();
  const options = ['--data', demo, '--listen', '127.0.0.1:0', '--metrics', '127.0.0.1:0'];
  const said = await served(options, {}, async (address, begun) => {
    const door = `http://127.0.0.1:${/whoever runs it are at port (\d+)/.exec(begun)[1]}`;
    const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
    const { groups } = await (await fetch(`${address}/groups`, { headers })).json();
    await fetch(`${address}/groups/${groups[0].id}`, { headers });
    await fetch(`${address}/groups/${groups[0].id}/no-such-page?q=a+phrase`, { headers });
    const ready = await fetch(`${door}/ready`);
    assert.deepEqual([ready.status, await ready.text()], [200, 'ready\n']);
    const numbers = await fetch(`${door}/metrics`);
    assert.match(numbers.headers.get('content-type'), /^text\/plain; version=0\.0\.4/);
    const text = await numbers.text();
    assert.match(text, /^kith_requests_total\{method="GET",route="\/groups\/\{group\}",status="2xx"\} 1$/m);
    assert.match(text, /^kith_jobs_waiting \d+$/m);
    assert.match(text, /^process_resident_memory_bytes \d{7,}/m);
    for (const line of text.trim().split('\n')) assert.match(line, /^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*(\{\w+\}[^}]*)*\})? [\d.e+-]+)$/);
    for (const word of [groups[0].id, groups[0].name, 'jonah', 'phrase', 'no-such-page']) assert.ok(!text.includes(word), word);
    // It is not at the place's own door, and nothing of the place is at this one.
    assert.equal((await fetch(`${address}/metrics`)).status, 404);
    assert.equal((await fetch(`${door}/groups`, { headers })).status, 404);
    assert.equal((await fetch(`${door}/metrics`, { method: 'POST' })).status, 405);
  });
  assert.doesNotMatch(said, /jonah|phrase/);
});

await test('takes settings from the command line, the environment and a file, in this order', async () => {
  const file = place('kith.toml');
  writeFileSync(file, `data = "${place('from-file')}"\nlisten = "127.0.0.2:0"\n`);
  assert.match(await served([], { KITH_CONFIG: file }), /Kith is at http:\/\/127\.0\.0\.2:/);
  assert.ok(existsSync(join(place('from-file'), 'kith.db')));
  assert.match(await served(['--config', file], { KITH_LISTEN: '127.0.0.3:0' }), /Kith is at http:\/\/127\.0\.0\.3:/);
  assert.match(await served(['--config', file, '--listen', '127.0.0.4:0'], { KITH_LISTEN: '127.0.0.3:0' }), /Kith is at http:\/\/127\.0\.0\.4:/);
  writeFileSync(file, 'lsten = "127.0.0.1:0"\n');
  refuses(['serve', '--config', file], /has "lsten", which Kith does not know/);
  writeFileSync(file, 'listen = "x"\n');
  refuses(['serve', '--config', file], /an IP address and a port/);
  writeFileSync(file, 'listen 127.0.0.1\n');
  refuses(['serve', '--config', file], /cannot be read, in line 1/);
  refuses(['serve', '--config', place('none.toml')], /is not there/);
});

await test('keeps data and key apart, and both to itself', async () => {
  const data = place('kept');
  const said = await served(['--data', data, '--listen', '127.0.0.1:0'], {});
  assert.match(said, /A key was made: .*kept\.key/);
  assert.match(said, /whoever loses it loses everything/);
  assert.match(said, /Open this link once to become the host:\n  http:\/\/127\.0\.0\.1:\d+\/host\/[\w-]{43}/);
  assert.equal(statSync(`${data}.key`).mode & 0o777, 0o600);
  assert.equal(statSync(data).mode & 0o777, 0o700);
  const serve = (words) => ['serve', '--data', data, '--listen', '127.0.0.1:0', ...words];
  refuses(serve(['--key-file', join(data, 'key')]), /would lie inside the folder of the data/);
  writeFileSync(place('wrong.key'), Buffer.alloc(32, 7), { mode: 0o600 });
  refuses(serve(['--key-file', place('wrong.key')]), /does not open with this key/);
  chmodSync(`${data}.key`, 0o644);
  refuses(serve([]), /Others can read the key file/);
  rmSync(`${data}.key`);
  refuses(serve([]), /Without the key nothing in it can be read/);
});

await test('leaves folders alone that are not its own', () => {
  mkdirSync(place('mine'), { mode: 0o755 });
  writeFileSync(join(place('mine'), 'letter'), 'dear');
  refuses(['serve', '--data', place('mine')], /holds other files/);
  assert.equal(statSync(place('mine')).mode & 0o777, 0o755);
  refuses(['serve', '--data', join(place('mine'), 'letter')], /cannot be made/);
  refuses(['serve', '--data', '/proc/kith'], /cannot be made/);
});

await test('finds a port that is taken by another program', async () => {
  const other = createServer();
  await new Promise((ready) => other.listen(0, '127.0.0.1', ready));
  refuses(['serve', '--data', place('taken'), '--listen', `127.0.0.1:${other.address().port}`], /Address already in use/);
  other.close();
});

await test('the doctor finds what is wrong, and says what to do', () => {
  const place = join(folder, 'examined');
  const before = kith(['doctor', '--data', place]);
  assert.equal(before.status, 0, before.said);
  assert.match(before.out, /LOOK +Data .*examined is not there yet/);
  assert.match(before.out, /well +Pictures/);
  assert.ok(!existsSync(place), 'it made a folder');

  assert.equal(kith(['demo', '--data', place, '--members', '13', '--posts', '13']).status, 0);
  assert.match(kith(['doctor', '--data', place]).out, /well +Records .*sqlite/);

  const ill = (words, pattern) => {
    const run = kith(['doctor', '--data', place, ...words]);
    assert.equal(run.status, 1, run.said);
    assert.match(run.out, pattern);
  };
  ill(['--listen', '0.0.0.0:80'], /WRONG +Door .*without TLS/);
  ill(['--origin', 'https://kith.example'], /WRONG +Door .*\n +Say --behind-proxy/);
  ill(['--origin', 'http://kith.example', '--behind-proxy'], /WRONG +Address/);
  ill(['--tls-cert', '/nowhere.pem', '--tls-key', '/nowhere.pem'], /WRONG +Certificate .*nowhere/);
  ill(['--mail-server', 'smtp://127.0.0.1:9', '--mail-from', 'kith@kith.example', '--mail-plain', '--origin', 'https://kith.example', '--behind-proxy'], /WRONG +Letters .*cannot be reached/);
  ill(['--picture-socket', join(folder, 'nobody')], /WRONG +Pictures .*nobody listens/);
  ill(['--backups', join(folder, 'no-backups')], /WRONG +Backups/);
  ill(['--no-limits'], /WRONG +Limits/);
  chmodSync(`${place}.key`, 0o644);
  ill([], /WRONG +Key .*\n +chmod 600/);
  rmSync(`${place}.key`);
  ill([], /WRONG +Key .*is not there/);
});

rmSync(folder, { recursive: true, force: true });
end();
