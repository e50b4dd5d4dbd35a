// What is wrong with a page, seen wide and narrow, light and dark, in large text and forced colours, and by axe.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cut_text, no_edge, tells_nothing, too_wide, ways_out } from './looks.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const desktop = { width: 1280, height: 900 };
const narrow = { width: 320, height: 640 };   // also what 640 pixels at 200 % zoom come to
const half = { width: 640, height: 800 };

async function axe_faults(page, sight) {
  const violations = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations);
  return violations.flatMap((violation) => violation.nodes.map((node) => `axe, ${sight}, ${violation.id}: ${node.html.slice(0, 140)} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`));
}

// Everything that is wrong with one page, in words. Without an address it is the page that stands there.
export async function faults_of(page, ear, address, has_frame = true) {
  const faults = [];
  await page.setViewportSize(desktop);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
  if (address) await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  if (has_frame) {
    faults.push(...await page.evaluate(ways_out), ...await page.evaluate(tells_nothing));
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => document.activeElement.textContent.trim());
    if (address && first !== 'Skip to the page') faults.push(`the first stop of the Tab key is "${first}"`);
  }
  await page.setViewportSize(narrow);
  faults.push(...await page.evaluate(too_wide), ...await page.evaluate(cut_text));
  if (has_frame) faults.push(...(await page.evaluate(ways_out)).map((fault) => `${fault} at 320 pixels`));
  await page.setViewportSize(half);
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  faults.push(...[...await page.evaluate(too_wide), ...await page.evaluate(cut_text)].map((fault) => `large text: ${fault}`));
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  await page.setViewportSize(desktop);
  await page.emulateMedia({ forcedColors: 'active' });
  faults.push(...await page.evaluate(no_edge));
  await page.emulateMedia({ forcedColors: 'none' });
  // What the page itself did is heard by now; what follows is axe.
  faults.push(...ear.take());
  await page.evaluate(axe);
  faults.push(...await axe_faults(page, 'light'));
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...await axe_faults(page, 'dark'));
  ear.take();
  return faults;
}
