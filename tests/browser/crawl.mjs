// Finds an example of every page of the route table by following links, as people of the demo would:
// a page that nobody can get to is as good as not there.
import { kith } from './server.mjs';

const pages_read_max = 120;         // by one person
const examples_of_route_read = 4;   // of one route, per person, for the links that stand on them

// Those that no link can lead to, or that are no page.
const without_page = new Map([
  ['/live', 'a stream'],
  ['/asks/live', 'a stream'],
  ['/health', 'for programs'],
  ['/session/device', 'for the app'],
]);

export async function get_routes() {
  const rows = JSON.parse(await kith('routes', '--json'));
  return rows.filter((row) => row.method === 'GET' && !without_page.has(row.path));
}

function pattern_of(path) {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}

// The row that the server would take: one without a part to fill goes first.
function row_of(rows, path) {
  const fitting = rows.filter((row) => pattern_of(row.path).test(path));
  return fitting.find((row) => !row.path.includes('{')) ?? fitting.sort((one, other) => one.path.match(/\{/g).length - other.path.match(/\{/g).length)[0];
}

function links_in(markup) {
  return [...markup.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map((match) => match[1].replaceAll('&amp;', '&'));
}

async function read(origin, person, address) {
  const answer = await fetch(origin + address, {
    redirect: 'manual', headers: person ? { Authorization: `Bearer ${person.token}`, Accept: 'text/html' } : { Accept: 'text/html' },
  });
  const type = answer.headers.get('content-type') ?? '';
  const is_page = answer.status === 200 && type.startsWith('text/html') && !answer.headers.has('content-disposition');
  return { status: answer.status, is_page, text: await answer.text(), to: answer.headers.get('location') };
}

// What one person reaches from `starts`: route path -> address of a page. `others` are routes that
// answered with a file or with the way to a page; `broken` are links that lead into nothing.
async function crawl(origin, person, rows, starts) {
  const found = new Map(), others = new Set(), seen = new Set(), read_of_route = new Map(), broken = [];
  const queue = [...starts];
  for (let number = 0; queue.length > 0 && number < pages_read_max;) {
    const address = queue.shift();
    if (seen.has(address)) continue;
    seen.add(address);
    const row = row_of(rows, address.split('?')[0]);
    if (!row) continue;
    const times = read_of_route.get(row.path) ?? 0;
    if (times >= examples_of_route_read) continue;
    read_of_route.set(row.path, times + 1);
    number += 1;
    const answer = await read(origin, person, address);
    if (answer.to) {
      if (!answer.to.startsWith('/session')) others.add(row.path);
      queue.push(answer.to);
    } else if (answer.status === 200 && !answer.is_page) {
      others.add(row.path);
    } else if (answer.status !== 200) {
      broken.push(`${address} answers ${answer.status}`);
    }
    if (!answer.is_page) continue;
    if (!found.has(row.path)) found.set(row.path, address);
    queue.push(...links_in(answer.text));
  }
  return { found, others, broken };
}

// For each person (undefined: nobody) the pages they reach, and the rows that none reached.
export async function find_pages(origin, people, more_starts = []) {
  const rows = await get_routes();
  const reached = [];
  const missing = new Set(rows.map((row) => row.path));
  for (const person of people) {
    const result = await crawl(origin, person, rows, ['/', ...more_starts]);
    for (const path of [...result.found.keys(), ...result.others]) missing.delete(path);
    reached.push({ person, ...result });
  }
  return { reached, missing: [...missing] };
}
