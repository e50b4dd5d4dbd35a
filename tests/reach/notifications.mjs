// Notifications on a device, to a real push service of the test's own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at_any_hour, choose, make_demo } from './community.mjs';
import { push_endpoint } from './push_endpoint.mjs';
import { Place, make_certificate, sleep, temporary_folder, until } from './servers.mjs';

export default async function notifications({ test, assert }) {
  const { folder, remove } = temporary_folder();
  const { certificate, key } = make_certificate(folder);
  const { people, groups: [group] } = make_demo(folder);
  const push = await push_endpoint({ cert: readFileSync(certificate), key: readFileSync(key) });
  const options = ['--trusted-certs', certificate, '--reach-gap', '0'];
  const guarded = new Place(join(folder, 'data'), options);
  const place = new Place(join(folder, 'data'), [...options, '--push-to-loopback']);
  const [ada, ben] = people.filter((person) => group.members.includes(person.email));
  const answer_to_ada = async () => {
    const { json } = await place.ask(ada.token, `/groups/${group.id}/posts`, { body: 'A question of mine' });
    await place.ask(ben.token, `/posts/${json.id}/comments`, { body: 'An answer of mine' });
  };
  const first = push.subscribe(), second = push.subscribe();

  await test('nothing may be told to be posted to this machine, to a private address, or without TLS', async () => {
    await guarded.start();
    const refused = async (endpoint) => (await guarded.ask(ada.token, '/me/reach/devices', { ...first.fields, endpoint })).status;
    for (const endpoint of [first.fields.endpoint, 'http://push.example/a', 'https://push.example:8443/a', 'https://a@push.example/', 'file:///etc/passwd'])
      assert.equal(await refused(endpoint), 422, endpoint);
    await guarded.end();
  });

  try {
    await place.start();
    let own_key;
    await test('a device is told that there is something, sealed, and by whom', async () => {
      own_key = (await place.ask(ada.token, '/me/reach')).json.push_key;
      await at_any_hour(place, ada);
      await choose(place, ada, 'at_once');
      assert.equal((await place.ask(ada.token, '/me/reach/devices', first.fields)).status, 200);
      await answer_to_ada();
      const message = await until('a message', () => push.of(first.browser)[0]);
      assert.equal(message.plain, 'something');
      assert.equal(message.headers['content-encoding'], 'aes128gcm');
      assert.ok(message.claims, 'its signature is not good');
      assert.equal(message.claims.aud, push.origin);
      assert.equal(message.claims.key, own_key);
      assert.ok(message.claims.exp * 1000 - Date.now() <= 24 * 3600 * 1000);
      assert.deepEqual(push.faults, []);
    });

    await test('the keys of the place outlive a restart', async () => {
      await place.end();
      await place.start();
      assert.equal((await place.ask(ada.token, '/me/reach')).json.push_key, own_key);
    });

    await test('a device that is gone is forgotten; another is told all the same', async () => {
      assert.equal((await place.ask(ada.token, '/me/reach/devices', second.fields)).status, 200);
      assert.equal((await place.ask(ada.token, '/me/reach')).json.devices.length, 2);
      first.browser.gone = true;
      await answer_to_ada();
      await until('a message', () => push.of(second.browser)[0]);
      await until('one device to be forgotten', async () => (await place.ask(ada.token, '/me/reach')).json.devices.length === 1);
    });

    await test('only its owner ends a device', async () => {
      const [{ id }] = (await place.ask(ada.token, '/me/reach')).json.devices;
      assert.equal((await place.ask(ben.token, `/me/reach/devices/${id}/end`, {})).status, 404);
      assert.equal((await place.ask(ada.token, `/me/reach/devices/${id}/end`, {})).status, 200);
      const before = push.messages.length;
      await answer_to_ada();
      await sleep(2500);
      assert.equal(push.messages.length, before);
    });
  } finally {
    await place.end();
    await push.end();
    remove();
  }
}
