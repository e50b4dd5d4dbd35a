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

// Those whose links together lead to every page: everyone who can sign in, and nobody.
export async function prepare_people(origin, demo) {
  return [...demo.people, undefined];
}
