// The example community with people who wish to be reached: their yes to the link, at once, at any hour.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { kith, origin, until } from './servers.mjs';

export function make_demo(folder, ...options) {
  return JSON.parse(kith('demo', '--data', join(folder, 'data'), '--json', ...options));
}

export const link_in = (letter, path) => new RegExp(`${origin.replaceAll('.', '\\.')}${path}[\\w-]{43}`).exec(letter.text)?.[0].slice(origin.length);

export async function at_any_hour(place, person) {
  const saved = await place.ask(person.token, '/me/quiet', { quiet_from: '00:00', quiet_until: '00:00', notice_reactions: 'yes' });
  assert.equal(saved.status, 200, saved.text);
}

export async function accept(place, person, group) {
  const { json } = await place.ask(person.token, `/groups/${group.id}/agreement`);
  const accepted = await place.ask(person.token, `/groups/${group.id}/agreement/acceptances`, { version: json.version, accept: 'yes' });
  assert.equal(accepted.status, 200, accepted.text);
}

// Says it, with the second look that the check may ask for.
export async function say(place, person, path, fields) {
  const first = await place.ask(person.token, path, fields);
  const answer = first.status === 422 && first.json?.looked ? await place.ask(person.token, path, { ...fields, looked: first.json.looked }) : first;
  assert.equal(answer.status, 201, answer.text);
  return answer.json;
}

export async function choose(place, person, how_soon) {
  const { json } = await place.ask(person.token, '/me/reach');
  const saved = await place.ask(person.token, '/me/reach', json.groups.map(({ id }) => ['choice', `${id}:${how_soon}`]));
  assert.equal(saved.status, 200, saved.text);
}

// Gives their address, opens the link in the letter that came, says yes.
export async function says_yes(place, mail, person, address = person.email) {
  const before = mail.to(address).length;
  const given = await place.ask(person.token, '/me/reach/address', { email: address });
  assert.equal(given.status, 200, given.text);
  const letter = await until(`a letter to ${address}`, () => mail.to(address)[before]);
  const link = link_in(letter, '/reach/confirm/');
  assert.ok(link, letter.text);
  assert.equal((await place.ask(null, link)).status, 200);
  const yes = await place.ask(null, link, {});
  assert.equal(yes.json?.confirmed, true, yes.text);
  return letter;
}

export async function wishes_to_hear(place, mail, person, how_soon = 'at_once') {
  await at_any_hour(place, person);
  await says_yes(place, mail, person);
  await choose(place, person, how_soon);
}
