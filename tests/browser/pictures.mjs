// Makes the pictures of the README from the example community, and of every page to look at:
//   node tests/browser/pictures.mjs                   docs/pictures/phone.png and desktop.png
//   node tests/browser/pictures.mjs --all DIR         every page, on phone and desktop, light and dark
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { open_browser, open_context, person_at } from './browser.mjs';
import { find_pages } from './crawl.mjs';
import { facilitator_of } from './demo.mjs';
import { group_page } from './programs.mjs';
import { start_demo } from './server.mjs';

const picture_bytes_max = 200_000;
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true };
const desktop = { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 };

const { values: options } = parseArgs({ options: { all: { type: 'string' } } });
const { server, demo } = await start_demo();
const browser = await open_browser();

async function take(page, address, file) {
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => document.querySelector('main')?.blur());
  await page.screenshot({ path: file, animations: 'disabled' });
  const bytes = statSync(file).size;
  console.log(`${file}: ${Math.round(bytes / 1000)} kB${bytes > picture_bytes_max ? ', too large for a README' : ''}`);
}

// A thread in which people talk: the one with most answers on the first page.
async function liveliest(person, group) {
  const { posts } = await group_page(server.origin, person, group);
  return posts.reduce((best, post) => (post.comment_count > best.comment_count ? post : best));
}

async function pictures_for_readme() {
  const folder = join(root, 'docs/pictures');
  mkdirSync(folder, { recursive: true });
  const group = demo.groups[0];
  const person = await facilitator_of(server.origin, demo, group);
  const wide = await person_at(browser, server.origin, person, desktop);
  await take(wide.page, `/groups/${group.id}`, join(folder, 'desktop.png'));
  const small = await person_at(browser, server.origin, person, phone);
  await take(small.page, `/posts/${(await liveliest(person, group)).id}`, join(folder, 'phone.png'));
}

async function pictures_of_all(folder) {
  mkdirSync(folder, { recursive: true });
  const { reached } = await find_pages(server.origin, [...demo.people, undefined]);
  const sights = [['phone-light', phone, 'light'], ['phone-dark', phone, 'dark'], ['desktop-light', desktop, 'light'], ['desktop-dark', desktop, 'dark']];
  for (const [name, screen, colorScheme] of sights) {
    const done = new Set();
    for (const { person, found } of reached) {
      const fresh = [...found].filter(([path]) => !done.has(`${path} ${Boolean(person)}`));
      if (fresh.length === 0) continue;
      const settings = { ...screen, deviceScaleFactor: 1, colorScheme };
      const { context, page } = person ? await person_at(browser, server.origin, person, settings) : await open_context(browser, server.origin, settings);
      const tab = page ?? await context.newPage();
      for (const [path, address] of fresh) {
        done.add(`${path} ${Boolean(person)}`);
        await tab.goto(address);
        await tab.evaluate(() => document.fonts.ready);
        const words = `${path.replace(/[{}]/g, '').replaceAll('/', '-').replace(/^-/, '') || 'home'}${person ? '' : '-nobody'}`;
        await tab.screenshot({ path: join(folder, `${words}-${name}.png`), fullPage: true });
      }
      await context.close();
    }
    console.log(`${name}: ${done.size} pages`);
  }
}

try {
  if (options.all) await pictures_of_all(resolve(options.all));
  else await pictures_for_readme();
} finally {
  await browser.close();
  await server.close();
}
