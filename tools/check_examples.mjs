// Opens every example of web/ in Chromium under the real Content-Security-Policy and fails on an axe
// violation, a fault in the console, a page wider than its window or a target too small to tap:
//   node tools/check_examples.mjs [--pictures DIR] [--only NAME]
// Needs Node 20, as Playwright does, and Debian's chromium.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { page_policy, page_types, write_examples } from './web_examples.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const sights = [
  { name: 'phone-light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { name: 'narrow', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
  { name: 'desktop-light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'forced-colours', viewport: { width: 1280, height: 900 }, colorScheme: 'light', forcedColors: 'active' },
];
const target_pixels_min = 44;

const { values: options } = parseArgs({ options: { pictures: { type: 'string' }, only: { type: 'string' } } });

function serve(folder) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (path === '/live') return void response.writeHead(204).end();
    try {
      const bytes = readFileSync(join(folder, path));
      response.writeHead(200, { 'Content-Type': page_types[extname(path)], 'Content-Security-Policy': page_policy }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)));
}

// What a thumb must hit, as large as it is: links inside running text are let be.
function small_targets(least) {
  const found = [];
  for (const element of document.querySelectorAll('button, summary, select, input:not([type=hidden]), a')) {
    if (element.closest('.reading, p:not(.row), td, .notice, .entry-body, .skip') || element.matches('.skip, .post-meta, .post-meta *')) continue;
    const hit = element.closest('label.choice') ?? (element.closest('.card-title') ? element.closest('.card') : element);
    const box = hit.getBoundingClientRect();
    if (box.width === 0) continue;
    if (box.height < least - 0.5 || box.width < least - 0.5) found.push(`${element.outerHTML.slice(0, 80)} is ${Math.round(box.width)}x${Math.round(box.height)}`);
  }
  return found;
}

async function faults_of(page, address, axe) {
  const faults = [];
  const hear_console = (message) => { if (message.type() === 'error') faults.push(`console: ${message.text()}`); };
  const hear_fault = (error) => faults.push(`script: ${error.message}`);
  page.on('console', hear_console);
  page.on('pageerror', hear_fault);
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) faults.push(`wider than the window by ${wide} pixels`);
  faults.push(...await page.evaluate(small_targets, target_pixels_min));
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  for (const violation of result.violations) {
    for (const node of violation.nodes) faults.push(`axe ${violation.id}: ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`);
  }
  page.off('console', hear_console);
  page.off('pageerror', hear_fault);
  return faults;
}

const folder = mkdtempSync(join(tmpdir(), 'kith-examples-'));
const names = write_examples(folder).filter((name) => !options.only || name === options.only);
const server = await serve(folder);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
let faults_found = 0;
if (options.pictures) mkdirSync(options.pictures, { recursive: true });
for (const { name: sight, ...settings } of sights) {
  const context = await browser.newContext({ ...settings });
  const page = await context.newPage();
  for (const name of names) {
    const faults = await faults_of(page, `http://127.0.0.1:${server.address().port}/${name}.html`, axe);
    for (const fault of faults) console.log(`${sight} ${name}: ${fault}`);
    faults_found += faults.length;
    if (options.pictures) await page.screenshot({ path: join(options.pictures, `${name}-${sight}.png`), fullPage: true });
  }
  await context.close();
}
await browser.close();
server.close();
rmSync(folder, { recursive: true });
console.log(`${names.length} examples in ${sights.length} sights: ${faults_found === 0 ? 'no fault' : `${faults_found} faults`}`);
process.exit(faults_found === 0 ? 0 : 1);
