// What the app says when there is no line: a note over a page that was kept, or a page of its own.
import type { Kept } from './kept_pages';

declare const stylesheet_address: string;
declare const script_address: string;
// References into the sheet of icons (tools/icons.mjs).
declare const icons: { off_line: string; help: string; exit: string };

const listed_max = 12;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// "at 14:05", "yesterday at 23:50": nothing older is kept.
function when(time_ms: number, now_ms: number): string {
  const time = new Date(time_ms);
  const clock = `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
  return time.toDateString() === new Date(now_ms).toDateString() ? `at ${clock}` : `yesterday at ${clock}`;
}

export function kept_page(page: Kept): Response {
  const note = `<div class="notice notice-care" role="status" data-off-line>${icons.off_line}<p>You are off line. This is how it was `
    + `${when(page.kept_at, Date.now())}. <a href="${escaped(page.address)}">Try again</a></p></div>`;
  return new Response(page.html.replace(/<main[^>]*>/, (main) => main + note), { headers: page.headers });
}

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; "
    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    + "require-trusted-types-for 'script'; trusted-types kith",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

function page_of(words: string, status: number): Response {
  return new Response(`<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Kith</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${stylesheet_address}"><script src="${script_address}" defer></script></head>
<body class="page" data-module="exit"><a class="skip" href="#main">Skip to the page</a>
<header class="top"><a class="brand" href="/">Kith</a><nav class="top-actions" aria-label="Help and exit">
<a class="top-link top-help" href="/help">${icons.help}Help now</a> <a class="top-link top-exit" href="/exit" data-exit>${icons.exit}Quick exit</a></nav></header>
<div class="frame"><main class="main" id="main" tabindex="-1">${words}</main></div></body></html>`, { status, headers });
}

// The page asked for was not read in this sitting, or there is none.
export function nothing_kept(address: string, others: readonly Kept[]): Response {
  const list = others.slice(0, listed_max).map(({ address: to, heading, kept_at }) =>
    `<li class="card"><h3 class="card-title"><a href="${escaped(to)}">${escaped(heading)}</a></h3><p class="soft small">As it was ${when(kept_at, Date.now())}</p></li>`);
  return page_of(`<div class="page-head"><h1>You are off line</h1><p class="page-lead">${others.length > 0
    ? 'This page is not on this device. Those that you read last are.'
    : 'Nothing of Kith is open on this device now. It comes back with the line.'}</p></div>
<p><a class="button button-quiet" href="${escaped(address)}">Try again</a></p>
${list.length > 0 ? `<section class="stack" aria-labelledby="kept"><h2 id="kept">What you read last</h2><ul class="cards">${list.join('')}</ul></section>` : ''}`, 503);
}

// A form that went the plain way, and met no line.
export function nothing_sent(): Response {
  return page_of(`<div class="page-head"><h1>You are off line</h1><p class="page-lead">Nothing was sent, and nothing has changed. Go back one page and send it again when the line is there.</p></div>
<p><a class="button button-quiet" href="/">To Kith</a></p>`, 503);
}
