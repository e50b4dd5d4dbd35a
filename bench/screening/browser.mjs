// How long the check takes in a browser, and how much of it is downloaded once.
import { readFileSync, readdirSync } from 'node:fs';
import { chromium } from 'playwright-core';

const rounds = 300, rounds_to_warm = 30;

const asset = (folder, ending) => {
  const name = readdirSync(folder).find((each) => each.startsWith('screening-') && each.endsWith(ending));
  if (!name) throw new Error(`${folder} holds no screening…${ending}: build first`);
  return `${folder}/${name}`;
};

// Drafts of about `characters` characters, each from different posts.
export function drafts_of(posts, characters, count) {
  const drafts = [];
  let draft = '';
  for (let i = 0; drafts.length < count; i = (i + 1) % posts.length) {
    draft += `${posts[i].text}\n\n`;
    if (draft.length < characters) continue;
    drafts.push(draft.slice(0, characters));
    draft = '';
  }
  return drafts;
}

export async function measure_in_browser(assets, posts, { characters = 2000 } = {}) {
  const files = ['.js', '.wasm', '.model'].map((ending) => asset(assets, ending));
  const downloaded = files.map((file) => readFileSync(`${file}.br`).length);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const [, module, model] = files.map((file) => readFileSync(file).toString('base64'));
  const drafts = drafts_of(posts, characters, rounds_to_warm + rounds);
  const times = await page.evaluate(
    async ({ module, model, drafts, warm }) => {
      const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
      const { instance } = await WebAssembly.instantiate(bytes(module), {});
      const engine = instance.exports;
      const put = (content) => {
        const at = engine.screening_reserve(content.length);
        new Uint8Array(engine.memory.buffer, at, content.length).set(content);
      };
      engine._initialize();
      put(bytes(model));
      engine.screening_learn();
      const encoder = new TextEncoder(), decoder = new TextDecoder();
      const look = (draft) => {
        put(encoder.encode(draft));
        const answer = engine.screening_look();
        return JSON.parse(decoder.decode(new Uint8Array(engine.memory.buffer, answer, engine.screening_answer_bytes())));
      };
      const spent = [];
      let found = 0;
      for (const draft of drafts) {
        const begun = performance.now();
        found += look(draft).findings.length;
        spent.push(performance.now() - begun);
      }
      if (found === 0) throw new Error('the check found nothing at all');
      return spent.slice(warm);
    },
    { module, model, drafts, warm: rounds_to_warm },
  );
  await browser.close();
  times.sort((a, b) => a - b);
  const at = (part) => times[Math.min(times.length - 1, Math.floor(part * times.length))];
  return { characters, median_ms: at(0.5), p95_ms: at(0.95), bytes: downloaded.reduce((a, b) => a + b, 0) };
}
