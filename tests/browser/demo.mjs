// Who is who in the example community: the tests ask by what they need, never by name.
import assert from 'node:assert/strict';

// Members of a group as people of the demo, whatever the list holds: ids, e-mails or people.
export function members_of(demo, group) {
  const ids = new Set(group.members.map((member) => (typeof member === 'string' ? member : member.id ?? member.email)));
  return demo.people.filter((person) => ids.has(person.id) || ids.has(person.email) || ids.has(person.name));
}

export function two_in_one_group(demo) {
  for (const group of demo.groups) {
    const people = members_of(demo, group);
    if (people.length >= 2) return { group, people };
  }
  return assert.fail('no group of the demo has two people who can sign in');
}

// Whom the pages for facilitators open to.
export async function facilitator_of(origin, demo, group) {
  for (const person of members_of(demo, group)) {
    const answer = await fetch(`${origin}/groups/${group.id}/care`, { headers: { Accept: 'application/json', Authorization: `Bearer ${person.token}` } });
    await answer.text();
    if (answer.ok) return person;
  }
  return assert.fail(`nobody looks after ${group.name}`);
}
