// A thousand phrases are written wherever people write; then everything that leaves the place or is left lying about is
// read: letters, notifications, the log, the numbers for whoever runs it, every address in every page and answer, files
// that the program makes beside its data, and what is left when it dies. As a control each of these readers must find a
// phrase that is put there on purpose, and the memory of the program must hold them.
import assert from 'node:assert/strict';
import { closeSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { accept, make_demo, says_yes, at_any_hour, choose, say } from '../reach/community.mjs';
import { push_endpoint } from '../reach/push_endpoint.mjs';
import { mail_server, make_certificate, sleep, until } from '../reach/servers.mjs';
import { Canaries, readings } from '../support/canaries.mjs';
import { open_place } from './place.mjs';

export const limit_seconds = { short: 180, long: 600 };
const canaries_wanted = 1000;
const writers_wanted = 6;
const picture = readFileSync(resolve('tests/support/samples/picture.jpg'));

// Every address of the place in an answer: where it leads, and what stands in its pages.
function addresses_in(location, text) {
  const links = [...text.matchAll(/(?:href|src|action|formaction|data-[a-z]+)="(\/[^"]*)"/g)].map(([, address]) => address);
  const in_json = [...text.matchAll(/"(\/(?:groups|posts|messages|asks|me|notices|search|drafts|files|held|breaches|glass|invitation)[^" ]*)"/g)].map(([, address]) => address);
  return [location ?? '', ...links, ...in_json];
}

class Watched {
  constructor(place) {
    this.place = place;
    this.addresses = new Set();
    this.pages = 0;
  }
  // As a program would; what it was sent is remembered by its addresses alone.
  async ask(token, path, fields) {
    const answer = await this.place.ask(token, path, fields);
    for (const address of addresses_in('', answer.text)) this.addresses.add(address);
    return answer;
  }
  // As a browser would, following where it is led.
  async look(token, path, fields) {
    const headers = { Accept: 'text/html', Authorization: `Bearer ${token}` };
    const body = fields && new URLSearchParams(fields);
    const answer = await fetch(this.place.address + path, { method: fields ? 'POST' : 'GET', headers, body, redirect: 'manual' });
    const text = await answer.text();
    const location = answer.headers.get('location');
    for (const address of addresses_in(location, text)) this.addresses.add(address);
    ++this.pages;
    return { status: answer.status, location, text };
  }
  async send_picture(token, path, fields) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([picture], { type: 'image/jpeg' }), `${fields.alternative} at home.jpg`);
    const headers = { Accept: 'application/json', Authorization: `Bearer ${token}` };
    const answer = await fetch(this.place.address + path, { method: 'POST', headers, body: form, redirect: 'manual' });
    return { status: answer.status, json: await answer.json().catch(() => undefined) };
  }
}

const good = (answer) => {
  assert.ok(answer.status < 400, `${answer.status} ${answer.text ?? ''}`);
  return answer.json;
};

// Said, or kept from being said: the check may have more to say than one look. The words were there all the same.
async function tries(place, person, path, fields) {
  const first = await place.ask(person.token, path, fields);
  const answer = first.status === 422 && first.json?.looked ? await place.ask(person.token, path, { ...fields, looked: first.json.looked }) : first;
  assert.ok(answer.status < 500, answer.text);
  return answer.json;
}

// What is written once, by each person or about the group.
async function write_once(place, people, group, canaries) {
  const [ada, ben] = people;
  for (const person of people) {
    person.canary = canaries.make();
    good(await place.ask(person.token, '/me', { name: `Ada ${person.canary}`, capacity: 'practitioner', practice_fields: `${canaries.make()}\n${canaries.make()}` }));
    await place.ask(person.token, `/groups/${group.id}/invitations`, { how_known: `We trained together, ${canaries.make()}, years ago.` });
  }
  const founded = good(await place.ask(ada.token, '/groups', { group_name: `Group ${canaries.make()}`, told_to_newcomers: canaries.make(), agreement: 'brief' }));
  good(await place.ask(ada.token, `/groups/${founded.id}/topics`, { topic: canaries.make() }));
  good(await place.ask(ada.token, `/groups/${founded.id}/pen-names`, { pen_names: 'yes', nameless: 'yes' }));
  good(await place.ask(ada.token, `/groups/${founded.id}/pen-name`, { name: canaries.make() }));
  await tries(place, ada, `/groups/${founded.id}/posts`, { body: canaries.make(), written_as: 'pen_name' });
  await tries(place, ada, `/groups/${founded.id}/posts`, { body: canaries.make(), hold: 'minute', written_as: 'own_name' });
  await tries(place, ada, `/groups/${founded.id}/polls`, { body: canaries.make(), choices: `${canaries.make()}\n${canaries.make()}`, poll_kind: 'single' });
  good(await place.ask(ada.token, `/groups/${founded.id}/check`, { forms: canaries.make() }));
  const own = await say(place, ada, `/groups/${founded.id}/posts`, { body: canaries.make(), written_as: 'own_name' });
  const breach = good(await place.ask(ada.token, `/posts/${own.id}/quarantine`, { hours_ago: '1' }));
  good(await place.ask(ada.token, `/breaches/${breach.id}`, { facts: canaries.make() }));
  const shown = await place.send_picture(ben.token, `/groups/${group.id}/posts`, { body: canaries.make(), alternative: canaries.make() });
  assert.ok(shown.status === 201 || shown.status === 422, `a picture: ${shown.status}`);
}

// One round of talk: two people, about a dozen phrases.
async function talk(place, writer, reader, group, canaries) {
  const thread = (await say(place, reader, `/groups/${group.id}/posts`, { body: `${canaries.make()} ${canaries.make()}`, content_note: 'death' })).id;
  const answer = await say(place, writer, `/posts/${thread}/comments`, { body: `@Ada ${reader.canary} ${canaries.make()}\n\n**${canaries.make()}** ${canaries.make()}` });
  await say(place, writer, `/posts/${thread}/comments`, { body: canaries.make(), quote: answer.id });
  await place.ask(writer.token, `/posts/${thread}/reactions`, { kind: 'with_you' });
  await place.ask(writer.token, `/posts/${thread}/report`, { reason: canaries.make() });
  await place.ask(reader.token, '/drafts', { place: `thread:${thread}`, body: canaries.make() });
  const asked = await place.ask(writer.token, `/groups/${group.id}/asks`, { body: canaries.make(), wants: 'ideas', by: 'week', reach: 'everyone' });
  if (asked.status === 201) await place.ask(reader.token, `/asks/${asked.json.id}/offer`, { body: canaries.make() });
  const message = await place.ask(writer.token, '/messages', { to: reader.id, body: `${canaries.make()} ${canaries.make()}` });
  assert.ok(message.status < 400 || message.status === 422, message.text);
  const found = await place.look(reader.token, '/search', { words: canaries.all.at(-1) });
  for (const path of [`/posts/${thread}`, `/posts/${thread}/edit`, '/messages', found.location ?? '/search']) await place.look(reader.token, path);
}

// Every file below a folder.
function* files_below(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files_below(path);
    else if (entry.isFile()) yield path;
  }
}

// Whether the memory of a process holds one of these: so that its core would. Undefined where one may not look.
function memory_holds(pid, wanted) {
  try {
    const memory = openSync(`/proc/${pid}/mem`, 'r');
    try {
      for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
        const [, begin, end] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
        if (!begin) continue;
        const bytes = Buffer.alloc(Math.min(Number(BigInt(`0x${end}`) - BigInt(`0x${begin}`)), 64 * 1024 * 1024));
        try { readSync(memory, bytes, 0, bytes.length, BigInt(`0x${begin}`)); } catch { continue; }
        if (wanted.some((phrase) => bytes.includes(phrase))) return true;
      }
      return false;
    } finally { closeSync(memory); }
  } catch { return undefined; }
}

export default async function leak({ folder }) {
  const { certificate, key } = make_certificate(folder);
  const demo = make_demo(folder);
  const beside = join(folder, 'beside');
  mkdirSync(beside);
  const mail = await mail_server();
  const push = await push_endpoint({ cert: readFileSync(certificate), key: readFileSync(key) });
  const served = open_place(join(folder, 'data'), ['--mail-server', `smtp://127.0.0.1:${mail.port}`, '--mail-plain', '--mail-from', 'kith@place.example',
    '--trusted-certs', certificate, '--push-to-loopback', '--reach-gap', '0', '--metrics', '127.0.0.1:0'], { TMPDIR: beside });
  const canaries = new Canaries();
  try {
    await served.start();
    const door = `http://127.0.0.1:${/whoever runs it are at port (\d+)/.exec(served.said)[1]}`;
    const place = new Watched(served);
    const [group] = demo.groups;
    const people = demo.people.filter(({ email }) => group.members.includes(email)).slice(0, writers_wanted);
    for (const person of people) {
      await accept(place, person, group);
      person.id = (await place.ask(person.token, '/me/data.json')).json.profile.id;
    }
    for (const person of people.slice(0, 3)) {
      await at_any_hour(place, person);
      await says_yes(place, mail, person);
      await choose(place, person, 'at_once');
      good(await place.ask(person.token, '/me/reach/devices', push.subscribe().fields));
    }
    await write_once(place, people, group, canaries);
    for (let round = 0; canaries.all.length < canaries_wanted; ++round)
      await talk(place, people[round % people.length], people[(round + 1) % people.length], group, canaries);
    await until('letters and notifications', () => mail.letters.length > 6 && push.messages.length > 3);
    for (let before = -1; before !== mail.letters.length + push.messages.length;) {
      before = mail.letters.length + push.messages.length;
      await sleep(1500);
    }

    const numbers = await (await fetch(`${door}/metrics`)).text();
    const in_memory = memory_holds(served.process.pid, canaries.all.map((phrase) => Buffer.from(phrase)));
    assert.notEqual(in_memory, false, 'the memory holds no phrase: then a core could show nothing');
    const limit = /^Max core file size +(\S+) +(\S+)/m.exec(readFileSync(`/proc/${served.process.pid}/limits`, 'utf8')).slice(1);
    assert.deepEqual(limit, ['0', '0'], 'cores are not forbidden');
    // It dies as by a fault of its own, where cores are wanted.
    const before_death = new Set(readdirSync(process.cwd()));
    served.process.kill('SIGSEGV');
    await served.ended;
    const cores = [...readdirSync(process.cwd()).filter((name) => !before_death.has(name) && /^core/.test(name)), ...[...files_below(folder)].filter((path) => /(^|\/)core(\.\d+)?$/.test(path))];

    const left = [
      ...mail.letters.map(({ from, text }) => ({ what: 'a letter', text: `${from}\n${text.replace(/^To: .*$/m, '')}` })),
      ...push.messages.map(({ raw, plain, headers }) => ({ what: 'a notification', text: `${JSON.stringify(headers)}\n${plain}\n${raw.toString('latin1')}` })),
      { what: 'the log', text: served.said },
      { what: 'the numbers', text: numbers },
      { what: 'an address', text: [...place.addresses].join('\n') },
      ...[...files_below(beside)].map((path) => ({ what: 'a file beside the data', text: readFileSync(path, 'latin1') })),
      ...[...files_below(join(folder, 'data'))].map((path) => ({ what: 'a file of the data, without its key', text: readFileSync(path, 'latin1') })),
    ];
    const secrets = [...canaries.all, ...demo.groups.map(({ name }) => name)].map((phrase) => phrase.toLowerCase());
    const found = [];
    for (const { what, text } of left)
      for (const reading of readings(text)) found.push(...secrets.filter((phrase) => reading.includes(phrase)).map((phrase) => `${what} holds ${phrase}`));
    // The control: the same readers, with one phrase in each.
    writeFileSync(join(beside, 'control'), `a core with ${canaries.all[500]} in it`);
    const controls = [...left.map(({ text }) => text).filter((_, i) => i % 7 === 0), readFileSync(join(beside, 'control'), 'latin1')].map((text) => `${text}\n${Buffer.from(`xx ${canaries.all[500]} xx`).toString('base64')}`);
    const controls_found = controls.filter((text) => readings(text).some((reading) => reading.includes(canaries.all[500]))).length;
    const memory = in_memory === undefined ? 'its memory could not be looked into' : 'its memory held them';
    const figures = `${canaries.all.length} phrases; ${mail.letters.length} letters, ${push.messages.length} notifications, ${place.addresses.size} addresses, ` +
      `${left.length - mail.letters.length - push.messages.length} other things read: ${found.length} found; ${cores.length} cores after a death by SIGSEGV (${memory}); ${controls_found} of ${controls.length} controls found`;
    for (const each of found.slice(0, 5)) process.stderr.write(`  ${each}\n`);
    return { kept: found.length === 0 && cores.length === 0 && controls_found === controls.length && statSync(beside).isDirectory(), figures };
  } finally {
    await mail.end();
    await push.end();
  }
}
