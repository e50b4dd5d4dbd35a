// Kith as a program sees it: every page is the API. For what a test needs beside the browser.
import assert from 'node:assert/strict';

export async function ask(origin, person, path, form) {
  const answer = await fetch(origin + path, {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { Accept: 'application/json', Authorization: `Bearer ${person.token}` },
    body: form && new URLSearchParams(form),
  });
  const said = await answer.text();
  assert.ok(answer.ok, `${path} answers ${answer.status} to ${person.name}: ${said.slice(0, 200)}`);
  return JSON.parse(said);
}

export const group_page = (origin, person, group) => ask(origin, person, `/groups/${group.id}`);
export const write_post = (origin, person, group, body) => ask(origin, person, `/groups/${group.id}/posts`, { body });
export const write_comment = (origin, person, thread, body) => ask(origin, person, `/posts/${thread}/comments`, { body });
// Answers the path of the conversation, in which `says` goes on.
export async function begin_conversation(origin, person, to, body) {
  const { others } = await ask(origin, person, '/messages/new');
  const { person_id } = others.find(({ name }) => name === to.name);
  const { location } = await ask(origin, person, '/messages', { to: person_id, body });
  return location.split('#')[0];
}
export const say = (origin, person, conversation, body) => ask(origin, person, conversation, { body });
