// Debian's Chromium, people in it, and an ear for everything that a page must not do.
import { chromium } from 'playwright-core';
import assert from 'node:assert/strict';

const action_ms_max = 15_000;
// Chromium sometimes does not say that it has closed a person's pages (a worker among them); it ends with the browser.
const close_ms_max = 10_000;

const launching = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
};

export const open_browser = () => chromium.launch(launching);

// A browser that keeps its files in `folder`, as people's do, and finds them again.
export const open_profile = (folder, origin) => chromium.launchPersistentContext(folder, { ...launching, baseURL: origin, locale: 'en-GB' });

// Waits until `what` answers something true, and answers that.
export async function until(what, said, patience_ms = action_ms_max) {
  for (const end = Date.now() + patience_ms; Date.now() < end;) {
    const value = await what();
    if (value) return value;
    await new Promise((done) => setTimeout(done, 20));
  }
  return assert.fail(`not within ${patience_ms} ms: ${said}`);
}

// Runs in every page before its own script.
function hear_violations() {
  addEventListener('securitypolicyviolation', (event) => {
    console.error(`kith-test: policy violated: ${event.effectiveDirective} by ${event.blockedURI} ${event.sample}`);
  });
}

// A line that breaks may break what no test has asked for: the check of drafts that is being fetched, the browser's
// own look for a newer worker.
const on_its_way_by_itself = [/\/assets\/screening-\S+/, /error occurred when fetching the script/];

// What a page may not do: faults in the console, scripts that fail, requests that fail or leave the
// place, breaches of the Content-Security-Policy (Trusted Types among them).
export class Ear {
  constructor(context, origin) {
    this.faults = [];
    this.requests = [];
    this.expected = [];
    context.on('request', (request) => {
      const address = request.url();
      this.requests.push(address);
      if (!address.startsWith(`${origin}/`) && !address.startsWith('data:')) this.faults.push(`leaves the place: ${address}`);
    });
    context.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // A stream that ends because its page is left is no failure.
      if (why === 'net::ERR_ABORTED' && ['/live', '/asks/live'].includes(new URL(request.url()).pathname)) return;
      // Nor does a check of drafts that was on its way when its page was left.
      if (why === 'net::ERR_ABORTED' && new URL(request.url()).pathname.startsWith('/assets/screening-')) return;
      // The app's worker hands a redirect on to the browser, and does not follow it itself.
      if (why === 'net::ERR_ABORTED' && request.serviceWorker()) return;
      this.fault(`request failed: ${request.method()} ${request.url()} ${why}`);
    });
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.fault(`console: ${message.text()} ${message.location().url}`);
    });
    context.on('weberror', (error) => this.fault(`script: ${error.error().message}`));
  }

  fault(words) {
    if (!this.expected.some((pattern) => pattern.test(words))) this.faults.push(words);
  }

  // What a test brings about itself (a refused form, a dead line).
  expect(pattern) {
    this.expected.push(pattern);
    if (pattern.source.includes('ERR_')) this.expected.push(...on_its_way_by_itself);
  }

  take() {
    return this.faults.splice(0);
  }

  hears_nothing() {
    assert.deepEqual(this.faults, []);
  }
}

export const Scripts = Object.freeze({ on: 'scripts on', off: 'scripts off' });

// A browser of one person's own. `ear` hears all its pages.
export async function open_context(browser, origin, settings = {}) {
  const { scripts = Scripts.on, ...others } = settings;
  const context = await browser.newContext({
    baseURL: origin, viewport: { width: 1280, height: 900 }, javaScriptEnabled: scripts === Scripts.on, locale: 'en-GB', ...others,
  });
  context.setDefaultTimeout(action_ms_max);
  const close = context.close.bind(context);
  context.close = () => Promise.race([close(), new Promise((done) => { setTimeout(done, close_ms_max).unref(); })]);
  const ear = new Ear(context, origin);
  if (settings.serviceWorkers === 'block') ear.expect(/Service Worker registration blocked/);
  if (scripts === Scripts.on) await context.addInitScript(hear_violations);
  return { context, ear };
}

export async function sign_in(page, person) {
  await page.goto('/session');
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/session'));
}

// origin and e-mail -> cookies: who has signed in once by the form does it no second time.
const signed_in = new Map();

// A person with a browser of their own, signed in; nothing else is kept in it.
export async function person_at(browser, origin, person, settings = {}) {
  const { context, ear } = await open_context(browser, origin, settings);
  const page = await context.newPage();
  const known = signed_in.get(`${origin} ${person.email}`);
  if (known) {
    await context.addCookies(known);
  } else {
    await sign_in(page, person);
    signed_in.set(`${origin} ${person.email}`, await context.cookies());
  }
  return { context, page, ear };
}
