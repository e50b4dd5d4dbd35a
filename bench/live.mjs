// Open pages that hear what happens: how long a post takes to reach them, and what each costs in memory.
import net from 'node:net';
import { as, read, send } from './place.mjs';
import { median, percentile } from './wrk.mjs';

const open_pages = 30;
const pause_ms = 15;
const arrival_deadline_ms = 5_000;
export const idle_connections = 1_000;

// Opens a live stream and calls `heard` with what comes. Resolves once the server has answered 200.
export function open_stream(server, path, person, heard) {
  const { hostname, port, host } = new URL(server.url);
  const request = [`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Accept: text/event-stream'];
  for (const [name, value] of Object.entries(as(person))) request.push(`${name}: ${value}`);
  return new Promise((opened, failed) => {
    const socket = net.connect(Number(port), hostname, () => socket.write(request.join('\r\n') + '\r\n\r\n'));
    socket.setNoDelay(true);
    socket.setEncoding('utf8');
    socket.once('data', (head) => {
      if (!head.startsWith('HTTP/1.1 200')) return failed(new Error(`a live stream answered ${head.slice(0, 40)}`));
      socket.on('data', heard);
      opened(socket);
    });
    socket.on('error', failed);
  });
}

export const closed = (socket) =>
  new Promise((done) => {
    socket.once('close', done);
    socket.destroy();
  });

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Two of them make the words of a post, which the check has nothing to say about.
const quiet_things = ['tea', 'rain', 'soup', 'bread', 'stones', 'leaves', 'mugs', 'socks', 'pears', 'candles', 'wool', 'buttons', 'apples', 'feathers', 'spoons'];
export const quiet_words = (count) =>
  `${quiet_things[count % quiet_things.length]} and then ${quiet_things[Math.floor(count / quiet_things.length) % quiet_things.length]}`;

// When each of the open pages hears of `mark`, in milliseconds since the clock's own zero.
class Watch {
  expect(mark) {
    this.mark = mark;
    this.arrivals = [];
    return new Promise((all, failed) => {
      const patience = setTimeout(() => failed(new Error('a post did not reach every open page')), arrival_deadline_ms);
      this.complete = () => {
        clearTimeout(patience);
        all(this.arrivals);
      };
    });
  }
  heard(text) {
    if (!this.mark || !text.includes(this.mark)) return;
    this.arrivals.push(performance.now());
    if (this.arrivals.length === open_pages) this.complete();
  }
}

// As many as there are pages, and one who writes; fewer where the group is small.
async function members_of(group, place, server) {
  const members = [];
  for (const person of place.people) {
    const { groups } = await read(server, '/groups', person);
    if (groups.some(({ id }) => id === group)) members.push(person);
    if (members.length > open_pages) break;
  }
  return members.length > 1 ? members : [members[0], members[0]];
}

export async function measure_delivery(side, place, { posts }) {
  const { kith, group } = side;
  const [author, ...others] = await members_of(group, place, kith);
  const watch = new Watch();
  const sockets = [];
  for (let page = 0; page < open_pages; page += 1)
    sockets.push(
      await open_stream(kith, `/live?group=${group}`, others[page % others.length], (text) => watch.heard(text)),
    );
  await pause(300);
  const first = [], last = [];
  for (let count = 0; count < posts; count += 1) {
    const mark = quiet_words(count);
    const all = watch.expect(mark);
    const before = performance.now();
    const answer = send(kith, `/groups/${group}/posts`, author, { body: `Something short to think about: ${mark}.` });
    const arrivals = await all;
    await answer;

    first.push(arrivals[0] - before);
    last.push(arrivals.at(-1) - before);
    await pause(pause_ms);
  }
  await Promise.all(sockets.map(closed));
  const both = (times) => ({ p50_ms: median(times), p99_ms: percentile(times, 99) });
  return { open_pages, posts, first: both(first), last: both(last) };
}

// Memory of the process for each page that is open and hears nothing.
export async function measure_idle_streams(side) {
  const { kith, person, group } = side;
  const before = kith.memory_mb();
  const sockets = [];
  for (let count = 0; count < idle_connections; count += 1)
    sockets.push(await open_stream(kith, `/live?group=${group}`, person, () => {}));
  await pause(500);
  const after = kith.memory_mb();
  await Promise.all(sockets.map(closed));
  return { connections: idle_connections, kb_each: ((after - before) * 1024) / idle_connections };
}
