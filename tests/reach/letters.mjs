// A letter's whole way: a yes to the link, a comment, the letter, the way out; and a server that says no.
import { writeFileSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { at_any_hour, choose, link_in, make_demo, says_yes, wishes_to_hear } from './community.mjs';
import { Place, mail_server, make_certificate, origin, program, sleep, temporary_folder, until } from './servers.mjs';

const from = 'kith@place.example';

export default async function letters({ test, assert }) {
  const { folder, remove } = temporary_folder();
  const { certificate, key } = make_certificate(folder);
  const { people, groups } = make_demo(folder);
  const refused = new Set(), busy = new Set();
  const mail = await mail_server({
    cert: readFileSync(certificate), key: readFileSync(key),
    onAuth({ username, password }, session, done) {
      if (username === 'kith' && password === 'a good secret') done(null, { user: username });
      else done(Object.assign(new Error('No'), { responseCode: 535 }));
    },
    answer_to(address) {
      if (refused.has(address)) return Object.assign(new Error('5.1.1 No such user'), { responseCode: 550 });
      if (busy.has(address)) return Object.assign(new Error('Busy'), { responseCode: 450 });
      return undefined;
    },
  });
  const password_file = join(folder, 'password');
  writeFileSync(password_file, 'a good secret\n', { mode: 0o600 });
  const server_options = ['--mail-server', `smtp://127.0.0.1:${mail.port}`, '--mail-from', from];
  const sign_in = ['--mail-user', 'kith', '--mail-password-file', password_file];
  const trust = ['--trusted-certs', certificate];
  const place = new Place(join(folder, 'data'), [...server_options, ...sign_in, ...trust, '--reach-gap', '0']);

  const group = groups[0];
  const members = people.filter((person) => group.members.includes(person.email));
  const [ada, ben, cleo, dora] = members;
  const post = async (person, body) => (await place.ask(person.token, `/groups/${group.id}/posts`, { body })).json.id;
  const comment = (person, thread, body) => place.ask(person.token, `/posts/${thread}/comments`, { body });

  await place.start();
  try {
    await test('nothing is sent to an address before its yes, and then over TLS, signed in', async () => {
      await at_any_hour(place, ada);
      const thread = await post(ada, 'How do you end a first visit?');
      await comment(ben, thread, 'With a question.');
      await sleep(2500);
      assert.equal(mail.letters.length, 0);
      const letter = await says_yes(place, mail, ada);
      assert.ok(letter.secure);
      assert.equal(letter.user, 'kith');
      assert.match(letter.text, /Subject: Is this your address\?\r\n/);
      assert.doesNotMatch(letter.text, /List-Unsubscribe/);
    });

    await test('a comment becomes one letter without content, with a way out', async () => {
      await choose(place, ada, 'at_once');
      const thread = await post(ada, 'A second question');
      await comment(ben, thread, 'An answer');
      const letter = await until('a letter', () => mail.to(ada.email)[1]);
      assert.match(letter.text, /There is one answer for you in Kith\./);
      assert.match(letter.text, new RegExp(`${origin}/notices\r\n`));
      assert.match(letter.text, /^Message-ID: <\w{22}@place\.example>\r$/m);
      assert.match(letter.text, /^Auto-Submitted: auto-generated\r$/m);
      assert.match(letter.text, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
      assert.ok(letter.text.split('\r\n').every((line) => line.length <= 200 && /^[ -~]*$/.test(line)));
      await sleep(2500);
      assert.equal(mail.to(ada.email).length, 2);
    });

    await test('one click stops letters without signing in, and every secret is answered alike', async () => {
      const link = link_in(mail.to(ada.email)[1], '/reach/stop/');
      const stop = async (path) => {
        const answer = await fetch(place.address + path, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click', redirect: 'manual' });
        const headers = [...answer.headers].filter(([name]) => name !== 'date');
        // The key of the form's own, of which this page has none, aside.
        return JSON.stringify([answer.status, headers, await answer.text()]);
      };
      const unknown = await stop(`/reach/stop/${'x'.repeat(43)}`);
      assert.match(unknown, /^\[200/);
      assert.equal(await stop(link), unknown);
      assert.equal(await stop(link), unknown);
      const { json } = await place.ask(ada.token, '/me/reach');
      assert.deepEqual([json.takes_letters, json.stopped], [false, true]);
      await comment(ben, await post(ada, 'A third'), 'An answer');
      await sleep(2500);
      assert.equal(mail.to(ada.email).length, 2);
      assert.equal((await place.ask(ada.token, '/me/reach/address/again', {})).status, 200);
      await comment(ben, await post(ada, 'A fourth'), 'An answer');
      await until('a letter again', () => mail.to(ada.email)[2]);
    });

    await test('a mailbox that is not there is told to its person, and not written to again', async () => {
      await wishes_to_hear(place, mail, cleo);
      const before = mail.to(cleo.email).length;
      refused.add(cleo.email);
      await comment(ben, await post(cleo, 'Is anyone here?'), 'Yes');
      const { json } = await until('the stop', async () => {
        const answer = await place.ask(cleo.token, '/me/reach');
        return answer.json.refused && answer;
      });
      assert.equal(json.takes_letters, false);
      refused.delete(cleo.email);
      await comment(ben, await post(cleo, 'And now?'), 'Yes');
      await sleep(2500);
      assert.equal(mail.to(cleo.email).length, before);
    });

    await test('a letter that comes back later, with a report that there is no such mailbox, has the same end', async () => {
      const [head] = mail.to(ada.email).at(-1).text.split('\r\n\r\n');
      const report = (status) => ['From: MAILER-DAEMON@mail.example', 'Content-Type: multipart/report; report-type=delivery-status; boundary=b', '',
        '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mail.example', '', `Final-Recipient: rfc822; ${ada.email}`, 'Action: failed', `Status: ${status}`, '',
        '--b', 'Content-Type: text/rfc822-headers', '', head, '--b--', ''].join('\r\n');
      const hand_over = (status) => execFileSync(program, ['returned', '--data', join(folder, 'data')], { input: report(status), encoding: 'utf8' });
      assert.match(hand_over('5.2.2'), /Nothing to do/);
      assert.equal((await place.ask(ada.token, '/me/reach')).json.takes_letters, true);
      const said = hand_over('5.1.1');
      assert.match(said, /not written to any more/);
      assert.ok(!said.includes(ada.email));
      const { json } = await place.ask(ada.token, '/me/reach');
      assert.deepEqual([json.takes_letters, json.refused], [false, true]);
    });

    await test('a server that is busy gets the letter later, and the person keeps their address', async () => {
      await wishes_to_hear(place, mail, dora);
      const before = mail.to(dora.email).length;
      busy.add(dora.email);
      await comment(ben, await post(dora, 'Who is on duty?'), 'I am');
      await until('the host to be told', () => /cannot be reached, or is busy/.test(place.said));
      assert.equal((await place.ask(dora.token, '/me/reach')).json.takes_letters, true);
      assert.equal(mail.to(dora.email).length, before);
      assert.ok(!place.said.includes(dora.email), place.said);
    });

    await test('kith mail says what is to be mended', async () => {
      const trial = (...options) => new Promise((done) => {
        const run = spawn(program, ['mail', '--to', 'host@example.org', '--origin', origin, ...options]);
        let said = '';
        for (const stream of [run.stdout, run.stderr]) stream.on('data', (bytes) => { said += bytes; });
        run.on('close', (status) => done(`${status} ${said}`));
      });
      assert.match(await trial(), /1 kith: No mail server is named/);
      assert.match(await trial('--mail-server', 'smtp://mail.example:587', '--mail-plain', '--mail-from', from), /on this machine/);
      assert.match(await trial(...server_options, '--mail-user', 'kith'), /both --mail-user and --mail-password-file/);
      assert.match(await trial('--mail-server', 'smtp://127.0.0.1:1', '--mail-from', from), /^1 .*cannot be reached/);
      assert.match(await trial(...server_options, ...sign_in, ...trust), /^0 The mail server took the letter/);
      assert.match(mail.to('host@example.org')[0].text, /Subject: A trial/);
      assert.match(await trial(...server_options), /^1 The line to the mail server is not safe/);
      assert.match(await trial('--mail-server', `smtp://127.0.0.1:${mail.port}`, '--mail-from', from, ...trust, '--mail-user', 'eve', '--mail-password-file', password_file), /^1 .*does not let us sign in/);
    });
  } finally {
    await place.end();
    await mail.end();
  }
  remove();
}
