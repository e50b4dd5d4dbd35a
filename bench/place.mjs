// The example place that is measured: its folder, who is in it, and how they are let in.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ask_for, start } from './servers.mjs';

export const comments_wanted = 50;
const program = 'build/release/kith';

// Made anew each time, the same from the same seed.
export function make_place(folder, members, posts) {
  rmSync(folder, { recursive: true, force: true });
  rmSync(`${folder}.key`, { force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const words = ['demo', '--data', folder, '--members', members, '--posts', posts, '--seed', 1, '--json'];
  const told = execFileSync(program, words.map(String), { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 });
  writeFileSync(`${folder}.json`, told);
  return { folder, ...JSON.parse(told) };
}

export function copy_place(place, folder) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(place.folder, folder, { recursive: true });
  cpSync(`${place.folder}.key`, `${folder}.key`);
}

export const known_place = (folder) => ({ folder, ...JSON.parse(readFileSync(`${folder}.json`, 'utf8')) });
export const is_made = (folder) => existsSync(`${folder}.json`);

export function serve(place, database) {
  const where = database ? ['--database', database] : ['--data', place.folder];
  return start(program, ['serve', ...where, '--listen', '127.0.0.1:0', '--no-limits']);
}

export const as = (person) => ({ Authorization: `Bearer ${person.token}` });
const as_program = (person) => ({ ...as(person), Accept: 'application/json', 'Content-Type': 'application/json' });

export async function read(server, path, person) {
  const answer = await ask_for(200, server.url + path, { headers: as_program(person) });
  return JSON.parse(answer.body);
}

export async function send(server, path, person, fields) {
  const options = { method: 'POST', headers: as_program(person), body: JSON.stringify(fields) };
  return JSON.parse((await ask_for(201, server.url + path, options)).body);
}

// The group with the most on its first page that `person` sees, and a thread in it with exactly 50 comments.
export async function find_pages(server, place, person) {
  const { groups } = await read(server, '/groups', person);
  let best;
  for (const { id, name } of groups) {
    const page = await read(server, `/groups/${id}`, person);
    const older = page.older !== null && page.older !== undefined;
    if (!best || (older && !best.older) || page.posts.length > best.posts.length) best = { id, name, older, ...page };
  }
  const posts = best.posts.filter((post) => !post.withdrawn && !post.hidden && post.comment_count <= comments_wanted);
  const [thread, talk] = posts.sort((a, b) => b.comment_count - a.comment_count);
  for (let count = thread.comment_count; count < comments_wanted; count += 1)
    await send(server, `/posts/${thread.id}/comments`, person, {
      body: 'It helped to **ask first** and to *listen* for a while. It was good to say so.',
    });
  return { group: best.id, thread: thread.id, talk: talk.id };
}
