// Killed in the middle of sending, again and again: no letter is lost, and none is doubled.
//
// Every letter has an id that stays over all attempts. Kith takes a letter from its queue when it has read the server's
// yes to the last dot. Killed between that dot and that yes it cannot know, and sends the letter once more under the same
// Message-ID (RFC 1047 describes it; SMTP has no way out). What comes twice under one id is counted as one letter here, and
// how often that happened is said.
import { join } from 'node:path';
import { accept, make_demo, say, wishes_to_hear } from './community.mjs';
import { Place, mail_server, sleep, temporary_folder, until } from './servers.mjs';

const readers_wanted = 20;
const lease_seconds = 120;  // jobs::lease: when what a killed program had in hand falls due again

const id_of = (letter) => /^Message-ID: (<\S+>)\r$/m.exec(letter.text)[1];

export default async function restart_test({ test, assert, restarts }) {
  const { folder, remove } = temporary_folder();
  const demo = make_demo(folder, '--members', '30');
  const mail = await mail_server({ hold_ms: 10 });
  const place = new Place(join(folder, 'data'), ['--mail-server', `smtp://127.0.0.1:${mail.port}`, '--mail-plain', '--mail-from', 'kith@place.example', '--reach-gap', '0']);
  const group = demo.groups.reduce((large, each) => (each.members.length > large.members.length ? each : large));
  const members = demo.people.filter((person) => group.members.includes(person.email));
  const [writer, ...rest] = members;
  const readers = rest.slice(0, readers_wanted);
  await place.start();
  try {
    await accept(place, writer, group);
    for (const reader of readers) await wishes_to_hear(place, mail, reader);
    const before = mail.letters.length;
    // Each round names every reader once: one notice, and so one letter, for each reader and round.
    let rounds = 0;
    const write_round = async () => {
      const body = readers.map(({ name }) => `@${name}`).join(' ');
      await say(place, writer, `/groups/${group.id}/posts`, { body });
      ++rounds;
    };
    await test(`killed ${restarts} times while letters leave: none lost, none doubled`, async () => {
      for (let i = 0; i < restarts; ++i) {
        await write_round();
        const sent = mail.letters.length;
        // Somewhere between the first letter of the round and the last.
        await until('sending to begin', () => mail.letters.length > sent, 60);
        await sleep(Math.random() * 20 * readers.length);
        await place.end('SIGKILL');
        await place.start();
      }
      const letters = () => mail.letters.slice(before);
      const ids = () => new Set(letters().map(id_of));
      // Every notice is told once: the letters say of how many mentions each tells.
      const numbers = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 };
      const told = (reader) => {
        let sum = 0;
        const seen = new Set();
        for (const letter of letters().filter(({ to }) => to.includes(reader.email))) {
          if (seen.has(id_of(letter))) continue;
          seen.add(id_of(letter));
          const [, word] = /There (?:is|are) (\w+) mentions? for you/.exec(letter.text);
          sum += numbers[word] ?? Number(word);
        }
        return sum;
      };
      await until('every mention to be told', () => readers.every((reader) => told(reader) >= rounds), lease_seconds + 180)
        .catch((fault) => { throw new Error(`${fault.message}: ${readers.map(told).join(' ')} of ${rounds}; the server said: ${place.said}`); });
      await sleep(5000);
      for (const reader of readers) assert.equal(told(reader), rounds, reader.email);
      console.log(`      ${restarts} kills; ${rounds * readers.length} mentions told in ${ids().size} letters; sent again under the same Message-ID: ${letters().length - ids().size}`);
    });
  } finally {
    await place.end();
    await mail.end();
    remove();
  }
}
