// What the server said yes to, written down outside it.
//
// Everything written has a body of its own, so that the place can be compared with the ledger: lost is what was
// acknowledged and is not there, doubled is what is there twice, unknown is what is there and was never sent. What got no
// answer is in doubt: it may be there once or not at all, and is sent again with the same idempotency key.
import { randomBytes } from 'node:crypto';

// The check of words has nothing to say about these.
const things = ['tea', 'rain', 'soup', 'bread', 'stones', 'leaves', 'mugs', 'socks', 'pears', 'candles', 'wool', 'buttons', 'apples', 'feathers', 'spoons'];
const comments_of_thread = 40;

// A different sentence for each number.
function sentence(number) {
  const words = [];
  do {
    words.push(things[number % things.length]);
    number = Math.floor(number / things.length);
  } while (number > 0);
  return `Today ${words.join(' and then ')}.`;
}

export class Ledger {
  constructor({ group, writers }) {
    this.group = group;
    this.writers = writers;
    this.kept = new Map();  // body: { id, thread }
    this.doubtful = [];     // { person, path, body, key, thread }
    this.refused = [];      // statuses of what the server said no to
    this.count = 0;
  }

  // One thing sent. True when it was acknowledged. What the server refused with a status is in doubt only where the
  // status says so: after a failed commit nobody knows.
  async send(place, item) {
    let answer;
    try {
      answer = await post(place, item);
    } catch {
      this.doubtful.push(item);
      return false;
    }
    if (answer.status === 201) {
      this.kept.set(item.body, { id: answer.json.id, thread: item.thread ?? answer.json.id });
      return true;
    }
    this.refused.push(answer.status);
    if (answer.status !== 507) this.doubtful.push(item);
    return false;
  }

  item(person, thread) {
    const path = thread ? `/posts/${thread}/comments` : `/groups/${this.group.id}/posts`;
    return { person, path, thread, body: sentence(this.count++), key: randomBytes(16).toString('hex') };
  }

  // Posts and comments, one after another, by one person until `stopped` says so or the server is gone.
  async write(place, person, stopped) {
    let thread, comments = 0;
    while (!stopped()) {
      if (comments >= comments_of_thread) [thread, comments] = [undefined, 0];
      const item = this.item(person, thread);
      if (!(await this.send(place, item))) return;
      if (thread) ++comments;
      else thread = this.kept.get(item.body).id;
    }
  }

  // What was in doubt is sent again, as a browser would; each must now be there, once.
  async settle(place) {
    const again = this.doubtful;
    this.doubtful = [];
    for (const item of again) await this.send(place, item);
    if (this.doubtful.length > 0) throw new Error(`${this.doubtful.length} could not be sent again: ${this.refused.slice(-3)}`);
    return again.length;
  }

  // Reads the whole group, page by page, and compares.
  async compare(place, reader) {
    const found = new Map();
    const note = ({ id, body }) => found.set(body, [...(found.get(body) ?? []), id]);
    for await (const page of pages(place, reader, `/groups/${this.group.id}`)) page.posts.forEach(note);
    const threads = new Set([...this.kept.values()].map(({ thread }) => thread));
    for (const thread of threads)
      for await (const page of pages(place, reader, `/posts/${thread}`)) page.comments.forEach(note);
    const lost = [...this.kept].filter(([body, { id }]) => !found.get(body)?.includes(id)).length;
    const doubled = [...found].filter(([body, ids]) => body.startsWith('Today ') && ids.length > 1).length;
    const unknown = [...found.keys()].filter((body) => body.startsWith('Today ') && !this.kept.has(body)).length;
    return { lost, doubled, unknown };
  }
}

async function* pages(place, reader, path) {
  for (let next = path; next;) {
    const { status, json } = await place.ask(reader.token, next);
    // A thread that is not there is a loss, and is counted as one.
    if (status === 404) return;
    if (status !== 200) throw new Error(`a page of the group answered ${status}`);
    yield json;
    next = json.older;
  }
}

async function post(place, { person, path, body, key }) {
  const fields = { body, idempotency_key: key };
  const answer = await place.ask(person.token, path, fields);
  return answer.status === 422 && answer.json?.looked ? place.ask(person.token, path, { ...fields, looked: answer.json.looked }) : answer;
}
