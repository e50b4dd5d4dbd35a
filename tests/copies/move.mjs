// All of a place moved to PostgreSQL and back: equal row by row, served as before; refused while anybody is at work;
// what is cut short is opened by nobody.
import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { Load, Place, first_group, get, sleep } from './place.mjs';

const kills_max = 60;  // tries to meet it in the middle

export default async function run({ test, assert, program, postgres }) {
  const place = new Place(program);
  try {
    const data = place.path('data');
    place.goes_well('demo', '--data', data, '--members', '30', '--posts', '2000', '--ends', '2026-11-20');
    const token = place.token(['--data', data]);
    const url = await postgres.fresh();
    let server = await place.serve(['--data', data]);
    const load = new Load(server.address, token, await first_group(server.address, token));

    await test('a place in use is not moved', async () => {
      await sleep(500);
      place.refuses(/is in use. Stop the server/, 'move', data, url);
      assert.equal((await get(server.address, token, '/groups')).status, 200);
    });
    const said = await load.stop();
    await server.stop();

    await test('to PostgreSQL, equal row by row', async () => {
      const line = place.goes_well('move', data, url);
      assert.match(line, /compared row by row: 0 differences/);
      console.log(`      ${line.split('\n')[0]}`);
      assert.match(place.goes_well('compare', data, url), / 0 differences\./);
      assert.match(place.goes_well('check', '--database', url), /All is sound/);
      place.refuses(/is not empty/, 'move', data, url);
    });

    await test('and served there, with all that was said', async () => {
      server = await place.serve(['--database', url]);
      for (const post of said) assert.equal((await get(server.address, token, `/posts/${post.id}`)).status, 200);
      place.refuses(/is in use/, 'move', url, place.path('too-soon'));
      const form = new URLSearchParams({ body: 'A word since the move, about nothing at all.' });
      const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
      const group = await first_group(server.address, token);
      assert.equal((await fetch(`${server.address}/groups/${group}/posts`, { method: 'POST', headers, body: form })).status, 201);
      await server.stop();
      const compared = place.run('compare', data, url);
      assert.equal(compared.status, 1);
      assert.match(compared.said, /posts: row \d+ is another|posts: \d+ rows in the first, \d+ in the second/);
      assert.doesNotMatch(compared.said, /since the move/);
    });

    await test('and back', () => {
      const line = place.goes_well('move', url, place.path('back'));
      assert.match(line, /compared row by row: 0 differences/);
      console.log(`      ${line.split('\n')[0]}`);
      assert.match(place.goes_well('check', '--data', place.path('back')), /All is sound/);
    });

    await test('what is cut short is opened by nobody', async () => {
      let cut = 0;
      for (let round = 0; cut < 2 && round < kills_max; ++round) {
        const into = place.path(`cut-${round}`);
        const { child, ended } = place.begin('move', data, into);
        await sleep(30 + (round % 10) * 40);
        child.kill('SIGKILL');
        if ((await ended).signal !== 'SIGKILL') continue;
        const opened = place.run('check', '--data', into);
        // Before its tables are made it is no place yet, or an empty one; once it is full, all of it.
        if (/cut short/.test(opened.said)) ++cut;
        else if (opened.status === 0) {
          const rows = Number(/([\d,]+) rows/.exec(place.run('compare', into, into).said)[1].replaceAll(',', ''));
          assert.ok(rows < 40 || place.run('compare', data, into).status === 0, `${rows} rows and no mark, round ${round}`);
        }
      }
      assert.ok(cut > 0, 'it was never cut in the middle');
      assert.match(place.goes_well('compare', data, place.path('data')), / 0 differences\./);
    });

    await test('an older program refuses a newer database', async () => {
      const inserted = spawnSync('psql', [url, '-q', '-c', "INSERT INTO migrations VALUES ('9000_of_next_year', 0)"], { encoding: 'utf8' });
      assert.equal(inserted.status, 0, inserted.stderr);
      for (const words of [['serve', '--database', url, '--listen', '127.0.0.1:0'], ['check', '--database', url], ['token', 'list', '--database', url, '--person', 'a@example.org'], ['move', url, place.path('older')]])
        place.refuses(/the database is newer than this program: it holds the change "9000_of_next_year"/, ...words);
      // Nothing was changed by asking.
      const rows = spawnSync('psql', [url, '-Atc', 'SELECT count(*) FROM posts'], { encoding: 'utf8' });
      assert.ok(Number(rows.stdout) > 0);
    });

    await test('addresses with a password are not said again', () => {
      const secret = 'postgres://kith:hushhush@127.0.0.1:1/none';
      assert.doesNotMatch(place.run('move', secret, place.path('n')).said, /hushhush/);
      assert.doesNotMatch(place.run('compare', secret, data).said, /hushhush/);
      assert.doesNotMatch(readFileSync(`${data}.key`, 'latin1'), /hushhush/);
    });
  } finally {
    place.end();
  }
}
