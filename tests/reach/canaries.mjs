// Nothing that anybody wrote leaves: a thousand phrases in every place where people write, and then every byte that went
// out by mail and to a push service is read, and the server's own log.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accept, make_demo, say, wishes_to_hear } from './community.mjs';
import { Canaries, readings } from '../support/canaries.mjs';
import { push_endpoint } from './push_endpoint.mjs';
import { Place, mail_server, make_certificate, origin, sleep, temporary_folder, until } from './servers.mjs';

const canaries_wanted = 1000;
const phrases = new Canaries();
const canaries = phrases.all;
const canary = () => phrases.make();

export default async function canary_test({ test, assert }) {
  const { folder, remove } = temporary_folder();
  const { certificate, key } = make_certificate(folder);
  const demo = make_demo(folder);
  const mail = await mail_server();
  const push = await push_endpoint({ cert: readFileSync(certificate), key: readFileSync(key) });
  const place = new Place(join(folder, 'data'), ['--mail-server', `smtp://127.0.0.1:${mail.port}`, '--mail-plain', '--mail-from', 'kith@place.example',
    '--trusted-certs', certificate, '--push-to-loopback', '--reach-gap', '0']);
  const good = (answer) => { assert.ok(answer.status < 300, `${answer.status} ${answer.text}`); return answer.json; };
  await place.start();
  try {
    const [group] = demo.groups;
    const people = demo.people.filter((person) => group.members.includes(person.email)).slice(0, 8);
    await test('a thousand phrases are written, wherever people write', async () => {
      for (const person of people) {
        await accept(place, person, group);
        await wishes_to_hear(place, mail, person);
        good(await place.ask(person.token, '/me/reach/devices', push.subscribe().fields));
        person.canary = canary();
        good(await place.ask(person.token, '/me', { name: `Ada ${person.canary}`, capacity: 'practitioner', practice_fields: `${canary()}\n${canary()}` }));
      }
      const write = (person, path, fields) => place.ask(person.token, path, fields);
      const [ada, ben] = people;
      // A group whose own name, topics and agreement are canaries, with everyone of another in its talk.
      const founded = good(await write(ada, '/groups', { group_name: `Group ${canary()}`, told_to_newcomers: canary(), agreement: 'brief' }));
      assert.ok(founded.id);
      good(await write(ada, `/groups/${founded.id}/topics`, { topic: canary() }));
      for (let round = 0; canaries.length < canaries_wanted; ++round) {
        const writer = people[round % people.length], reader = people[(round + 1) % people.length];
        const thread = (await say(place, reader, `/groups/${group.id}/posts`, { body: `${canary()} ${canary()}` })).id;
        const answer = await say(place, writer, `/posts/${thread}/comments`, { body: `@Ada ${reader.canary} ${canary()}\n\n**${canary()}** [${canary()}](https://example.org/${canary()})` });
        await say(place, writer, `/posts/${thread}/comments`, { body: canary(), quote: answer.id });
        await write(writer, `/posts/${thread}/reactions`, { kind: 'with_you' });
        await write(writer, `/posts/${thread}/report`, { reason: canary() });
        await write(ben, '/drafts', { place: `thread:${thread}`, body: canary() });
        await say(place, writer, `/groups/${group.id}/posts`, { body: `${canary()} ${canary()}` });
      }
      assert.ok(canaries.length >= canaries_wanted);
    });

    await test('letters and notifications left, and none holds a phrase, a name or a group', async () => {
      await until('everyone to be written to', () => people.every((person) => mail.to(person.email).length >= 2 && push.messages.length >= people.length));
      for (let before = -1; before !== mail.letters.length + push.messages.length;) {
        before = mail.letters.length + push.messages.length;
        await sleep(3000);
      }
      const secrets = [...canaries, ...demo.people.map(({ name }) => name), ...demo.groups.map(({ name }) => name), group.id];
      const left = [
        ...mail.letters.map(({ from, text }) => ({ what: 'a letter', text: `${from}\n${text}` })),
        ...push.messages.map(({ raw, plain, headers }) => ({ what: 'a notification', text: `${JSON.stringify(headers)}\n${plain}\n${raw.toString('latin1')}` })),
        { what: 'the log', text: place.said },
      ];
      console.log(`      ${canaries.length} phrases; ${mail.letters.length} letters, ${push.messages.length} notifications read`);
      for (const { what, text } of left) {
        // To whom it goes has to stand in a letter; a colleague's name could be part of their own address.
        const forms = readings(text.replace(/^To: .*$/m, ''));
        for (const secret of secrets)
          for (const reading of forms) assert.ok(!reading.includes(secret.toLowerCase()), `${what} holds ${secret}:\n${text}`);
      }
    });

    await test('each letter is one of the few that Kith has words for', () => {
      const links = new RegExp(`^${origin.replaceAll('.', '\\.')}/(notices|digest/(day|week)|reach/(confirm|stop)/[\\w-]{43})$`);
      const words = /^(There (is|are) [a-z0-9 ,]+ for you in Kith\.|Somebody wishes to be reached at this address\. If that was you, open this link and say yes:|This e-mail says no more than that, so that nobody else learns anything from it\. How often it comes is yours to choose under Me, Reaching me\.|If it was not you, do nothing\. No more will come\.|No more e-mail from here:)$/;
      for (const { text } of mail.letters) {
        const [, plain] = /text\/plain; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n\r\n([\s\S]*?)\r\n--/.exec(text);
        for (const paragraph of plain.trim().split(/\r\n\r\n|\r\n(?=https:)/)) {
          const line = paragraph.replace(/\r\n/g, ' ').trim();
          assert.ok(links.test(line) || words.test(line), line);
        }
      }
    });

    await test('the test would find a phrase', () => {
      const phrase = canaries[500];
      for (const form of [phrase, Buffer.from(`xx ${phrase} xx`).toString('base64'), [...phrase].map((c) => `=${c.charCodeAt(0).toString(16).toUpperCase()}`).join(''), phrase.toUpperCase()])
        assert.ok(readings(`To read: ${form}`).some((reading) => reading.includes(phrase)), form);
    });
  } finally {
    await place.end();
    await mail.end();
    await push.end();
    remove();
  }
}
