// What a first visit moves: the page and all that it asks for, as compressed as the server sends it.
import { as } from './place.mjs';
import { ask_for } from './servers.mjs';

// What a browser fetches for it: style, script, font and icon. A font is found in the style.
function asked_for_by(page, style) {
  const found = new Set();
  for (const [tag] of page.matchAll(/<(?:link|script|img)\b[^>]*>/g)) {
    if (/rel="?(?:canonical|next|prev|author|license|search)/.test(tag)) continue;
    const address = tag.match(/(?:href|src)="([^"]+)"/);
    if (address && !address[1].startsWith('data:')) found.add(address[1]);
  }
  for (const [, address] of style.matchAll(/url\(["']?([^"')]+)["']?\)/g))
    if (!address.startsWith('data:')) found.add(new URL(address, 'http://kith/assets/').pathname);
  return [...found];
}

const kind_of = (type) =>
  type.includes('html') ? 'html' : type.includes('css') ? 'css' : type.includes('script') ? 'js'
  : type.includes('font') ? 'font' : 'icon';

export async function measure_weight(server, path, person) {
  const headers = person ? as(person) : {};
  const plain = (await ask_for(200, server.url + path, { headers })).body.toString();
  const style_path = plain.match(/href="([^"]+\.css)"/)?.[1];
  const style = style_path ? (await ask_for(200, server.url + style_path)).body.toString() : '';
  const result = { requests: 0, bytes: 0, html_plain: plain.length };
  for (const address of [path, ...asked_for_by(plain, style)]) {
    const packed = { 'Accept-Encoding': 'gzip, deflate, br', ...(address === path ? headers : {}) };
    const answer = await ask_for(200, server.url + address, { headers: packed });
    const kind = kind_of(answer.headers['content-type']);
    result.requests += 1;
    result.bytes += answer.body.length;
    result[kind] = (result[kind] ?? 0) + answer.body.length;
  }
  return result;
}
