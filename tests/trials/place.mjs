// A place that trials are made on: the example community, its largest group, and the people in it who write.
import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { accept, make_demo } from '../reach/community.mjs';
import { Place, program } from '../reach/servers.mjs';

const running = new Set();

// A promise in seconds is for a machine that is not busy with something else: where more waits for its processors than
// there are, it may take as many times longer.
export const patience = () => Math.max(1, loadavg()[0] / cpus().length);

// Whatever a trial starts is ended with it (end_all).
export function open_place(data, options = [], environment = {}) {
  const place = new Place(data, options, environment);
  running.add(place);
  return place;
}

export async function end_all() {
  await Promise.all([...running].map((place) => (place.process && place.process.exitCode === null && place.process.signalCode === null ? place.end('SIGKILL') : null)));
  running.clear();
}

// { data, group, writers }: a folder with the example community and so many members of its largest group.
export function make_community(folder, writers_wanted) {
  const demo = make_demo(folder, '--members', '30');
  const group = demo.groups.reduce((large, each) => (each.members.length > large.members.length ? each : large));
  const writers = demo.people.filter(({ email }) => group.members.includes(email)).slice(0, writers_wanted);
  return { data: join(folder, 'data'), group, writers };
}

export async function accept_all(place, { group, writers }) {
  for (const writer of writers) await accept(place, writer, group);
}

// What `kith check` says is wrong; empty when all is sound.
export function complaints_about(data) {
  try {
    execFileSync(program, ['check', '--data', data], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    return '';
  } catch (fault) {
    return `${fault.stdout}${fault.stderr}` || String(fault);
  }
}
