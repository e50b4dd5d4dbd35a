// The wall clock jumps, forwards and back. While the jump is not believed (ten minutes) nothing happens at all: sessions
// go on, times are right, order stays. When it stays it is believed, and for an hour more nothing is deleted by it; undone
// within that, nothing was lost. Time passes in the trial as the machine counts it since its start: both clocks are moved
// on together by the library before the program (faults_preload.cpp).
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Faults } from './faults.mjs';
import { accept_all, make_community, open_place } from './place.mjs';
import { sleep, until } from '../reach/servers.mjs';

export const limit_seconds = { short: 180, long: 900 };
const [minute, hour, day] = [60, 3600, 24 * 3600];
const year = 365 * day;
const clockwork_ms = 15_000;  // how often the server looks for what is over
const a_round_ms = clockwork_ms + 2_000;
const seconds_apart_max = 60;

class Clocks {
  constructor(faults) {
    this.faults = faults;
    [this.jumped, this.passed] = [0, 0];
  }
  set() {
    this.faults.set('wall_offset', BigInt(this.jumped + this.passed) * 1_000_000_000n);
    this.faults.set('boot_offset', BigInt(this.passed) * 1_000_000_000n);
  }
  jump_to(seconds) {
    this.jumped = seconds;
    this.set();
  }
  pass(seconds) {
    this.passed += seconds;
    this.set();
  }
  // Seconds since 1970 on a clock that nobody has touched.
  now() {
    return Date.now() / 1000 + this.passed;
  }
}

export default async function clock({ folder, long }) {
  const community = make_community(folder, 2);
  const clocks = new Clocks(new Faults(join(folder, 'faults')));
  const place = open_place(community.data, [], clocks.faults.environment);
  const [writer] = community.writers;
  const group = `/groups/${community.group.id}`;
  await place.start();
  await accept_all(place, community);

  const said = [];
  const say = async (fields = {}) => {
    const { status, json, text } = await place.ask(writer.token, `${group}/posts`, { body: `Tea at the window, cup ${said.length}.`, ...fields });
    assert.equal(status, 201, text);
    said.push(json.id);
    return json.id;
  };
  const read = async (id) => {
    const { status, json } = await place.ask(writer.token, `/posts/${id}`);
    assert.equal(status, 200);
    return json.post;
  };
  const is_over = async (id) => !(await read(id)).body.includes('Tea at the window');
  // When it says it was written, less when it was.
  const apart = async (id, at) => Date.parse((await read(id)).written_at) / 1000 - at;
  const order = async () => (await place.ask(writer.token, group)).json.posts.map(({ id }) => id).filter((id) => said.includes(id));

  const lasting = await say({ stays: '7' });
  // Not believed.
  const jumps = [hour, -hour, day, -day, -Date.now() / 1000 + day, 14 * year, 400 * day];
  let furthest = 0;
  for (const jump of jumps.map(Math.round)) {
    clocks.jump_to(jump);
    const id = await say();  // the session holds, though a token lasts a year
    furthest = Math.max(furthest, Math.abs(await apart(id, clocks.now())));
  }
  assert.ok(furthest <= seconds_apart_max, `a time was off by ${furthest} s`);
  assert.deepEqual(await order(), [...said].reverse(), 'posts stand in the order in which they were said');
  if (long) {
    await sleep(a_round_ms);
    assert.equal(await is_over(lasting), false, 'a jump that is not believed deletes nothing');
  }
  clocks.jump_to(0);
  await say();

  // Believed, and undone within the hour.
  clocks.jump_to(30 * day);
  await say();
  clocks.pass(11 * minute);
  const later = await say();
  assert.ok(Math.abs(await apart(later, clocks.now() + 30 * day)) <= seconds_apart_max, 'a jump that stays is believed');
  await sleep(a_round_ms);
  assert.equal(await is_over(lasting), false, 'nothing is deleted within the hour after a jump');
  clocks.jump_to(0);
  await say();
  clocks.pass(11 * minute);
  const back = await say();
  assert.ok(Math.abs(await apart(back, clocks.now())) <= seconds_apart_max, 'a jump that was undone is forgotten');
  assert.equal((await order()).length, Math.min(said.length, 20));
  assert.deepEqual(await order(), [...said].reverse().slice(0, 20), 'order does not go by the clock');

  // The time that truly passes deletes what is over, so the trial could fail.
  clocks.pass(2 * hour);
  await say();
  clocks.pass(8 * day);
  await until('words whose time is over to be gone', () => is_over(lasting), 4 * clockwork_ms / 1000);
  assert.equal(await place.end(), 0);
  const figures = `${jumps.length} jumps (an hour to decades) not believed: times off by ${furthest.toFixed(1)} s at most, sessions and order held; 30 days forward, believed after ten minutes, ` +
    'undone within the hour: nothing deleted; what was over after 8 true days was deleted';
  return { kept: true, figures };
}
