// Backups of a place whose members go on posting: each holds what was acknowledged before it began, whole; one that is
// killed leaves none behind and harms no other.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Load, Place, first_group, get, sleep } from './place.mjs';

function files_in(folder) {
  return readdirSync(folder, { recursive: true }).map((name) => join(folder, name)).filter((name) => statSync(name).isFile());
}

async function all_there(assert, address, token, posts) {
  for (const post of posts) {
    const answer = await get(address, token, `/posts/${post.id}`);
    assert.equal(answer.status, 200, `a post that was acknowledged before is not in it: ${post.id}`);
    if (post.picture) assert.match(await answer.text(), /"files":\[\{/);
  }
}

async function under_load({ test, assert, program, rounds }, engine, where_of) {
  const place = new Place(program);
  try {
    const where = await where_of(place);
    const key = ['--backup-key', place.path('writing')];
    const reading = ['--reading-key', place.path('reading')];
    const backups = place.path('backups');
    place.goes_well('demo', ...where, '--members', '30', '--posts', '2000', '--ends', '2026-11-20');
    place.goes_well('backup', ...where, ...key, '--make-keys', place.path('reading'));
    const token = place.token(where);
    const server = await place.serve(where);
    const load = new Load(server.address, token, await first_group(server.address, token));

    const made = [];
    await test(`${engine}: ${rounds} backups while members post`, async () => {
      for (let round = 0; round < rounds; ++round) {
        await sleep(150);
        const before = [...load.said];
        const { status, said } = await place.begin('backup', backups, ...where, ...key).ended;
        assert.equal(status, 0, said);
        made.push({ before, line: said.trim().split('\n')[0] });
      }
      const listed = place.goes_well('backup', backups, ...where, ...key, '--list').trim().split('\n');
      assert.equal(listed.length, rounds);
      listed.forEach((line, i) => { made[i].at = line.split(' ')[0]; });
      assert.match(made.at(-1).line, /there already/);
      console.log(`      first: ${made[0].line}\n      last:  ${made.at(-1).line}`);
    });

    await test(`${engine}: a backup killed at any moment is none, and harms no other`, async () => {
      const before = place.goes_well('backup', backups, ...where, ...key, '--list');
      let killed = 0;
      for (let round = 0; round < rounds; ++round) {
        const { child, ended } = place.begin('backup', backups, ...where, ...key);
        await sleep(3 + round * 7);
        child.kill('SIGKILL');
        if ((await ended).signal === 'SIGKILL') ++killed;
        place.goes_well('backup', backups, ...where, ...key, '--check');
      }
      assert.ok(killed > 0, 'none was killed before it had ended');
      const listed = place.goes_well('backup', backups, ...where, ...key, '--list');
      assert.ok(listed.startsWith(before), 'one that was there is there no more');
    });

    const said = await load.stop();
    await server.stop();
    const slowest = Math.max(...said.map((post) => post.took));
    console.log(`      ${said.length} posts acknowledged meanwhile, the slowest after ${slowest.toFixed(0)} ms; ${load.refused} refused`);

    await test(`${engine}: each holds all that was acknowledged before it began`, async () => {
      for (const [round, backup] of made.entries()) {
        if (round % 2 === 1 && round !== made.length - 1) continue;
        const into = place.path(`restored-${round}`);
        place.goes_well('restore', backups, '--into', into, ...reading, '--at', backup.at);
        assert.match(place.goes_well('check', '--data', into), /All is sound/);
        const restored = await place.serve(['--data', into]);
        await all_there(assert, restored.address, token, backup.before.slice(-60));
        const group = await first_group(restored.address, token);
        const found = await fetch(`${restored.address}/groups/${group}`, { headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' } });
        assert.equal(found.status, 200);
        await restored.stop();
      }
      place.refuses(/already/, 'restore', backups, '--into', place.path('restored-0'), ...reading);
      place.refuses(/no backup of/, 'restore', backups, '--into', place.path('none'), ...reading, '--at', '2020-01-01');
      place.refuses(/is no moment/, 'restore', backups, '--into', place.path('none'), ...reading, '--at', 'yesterday');
      place.refuses(/reading key of backups/, 'restore', backups, '--into', place.path('none'), '--reading-key', place.path('writing'));
    });

    await test(`${engine}: nothing of it can be read in the folder`, () => {
      const files = files_in(backups);
      assert.ok(files.length > 20);
      for (const file of files) {
        const bytes = readFileSync(file);
        for (const words of ['canaryword', 'cup of tea', 'Thimble', 'example.org', 'Tuesday circle', 'RIFF'])
          assert.equal(bytes.includes(words), false, `${file} holds "${words}"`);
      }
    });

    await test(`${engine}: the drill finds every row again`, () => {
      const line = place.goes_well('drill', ...where).trim();
      assert.match(line, /; 0 differences, 0 complaints$/);
      console.log(`      ${line}`);
    });

    await test(`${engine}: old ones are forgotten, and a damaged one is found`, () => {
      place.goes_well('backup', backups, ...where, ...key, '--forget', '--keep-count', '2');
      assert.equal(place.goes_well('backup', backups, ...where, ...key, '--list').trim().split('\n').length, 2);
      place.goes_well('backup', backups, ...where, ...key, '--check');
      rmSync(files_in(join(backups, 'objects'))[0]);
      assert.match(place.run('backup', backups, ...where, ...key, '--check').said, /is missing/);
      assert.equal(place.run('backup', backups, ...where, ...key, '--check').status, 1);
    });
  } finally {
    place.end();
  }
}

export default async function run(tools) {
  await under_load(tools, 'sqlite', (place) => ['--data', place.path('data')]);
  await under_load(tools, 'postgresql', async () => ['--database', await tools.postgres.fresh()]);
}
