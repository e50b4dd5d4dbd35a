// The figures as a table for people.

const whole = (number) => Math.round(number).toLocaleString('en-US');
const fine = (number) => number.toFixed(number < 10 ? 2 : 1);

function rows_of(of_connections) {
  const lines = [];
  for (const [connections, variants] of Object.entries(of_connections))
    for (const [name, figure] of Object.entries(variants))
      lines.push(
        `  ${String(connections).padStart(4)}  ${name.padEnd(14)}${whole(figure.rate).padStart(9)}${fine(figure.p50_ms).padStart(10)}` +
          `${fine(figure.p99_ms).padStart(10)}${(figure.ratio ? figure.ratio.toFixed(2) : '').padStart(10)}`,
      );
  return lines;
}

function rated(title, of_connections) {
  const head = `  ${'conn'.padStart(4)}  ${''.padEnd(14)}${'a second'.padStart(9)}${'p50 ms'.padStart(10)}${'p99 ms'.padStart(10)}${'of bare'.padStart(10)}`;
  return [title, head, ...rows_of(of_connections), ''];
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

function weighed(title, weight) {
  const parts = ['html', 'css', 'js', 'font', 'icon'].filter((kind) => weight[kind]);
  const each = parts.map((kind) => `${kind} ${kilobytes(weight[kind])}`).join(', ');
  return `  ${title.padEnd(44)}${weight.requests} requests, ${kilobytes(weight.bytes)} (${each}; html plain ${kilobytes(weight.html_plain)})`;
}

function searched({ posts, questions }) {
  const head = `  ${''.padEnd(28)}${'p50 ms'.padStart(9)}${'p99 ms'.padStart(9)}${'raw p50'.padStart(9)}${'raw p99'.padStart(9)}${'of raw'.padStart(9)}`;
  const lines = Object.entries(questions).map(([name, { kith, raw }]) =>
    `  ${name.padEnd(28)}${fine(kith.p50_ms).padStart(9)}${fine(kith.p99_ms).padStart(9)}` +
    (raw ? `${fine(raw.p50_ms).padStart(9)}${fine(raw.p99_ms).padStart(9)}${kith.ratio.toFixed(2).padStart(9)}` : ''));
  return [`Search in ${whole(posts)} posts, the page of it, 1 connection`, head, ...lines, ''];
}

export function table(report) {
  const lines = [`${report.date}  ${report.machine}`, ''];
  if (report.pages) {
    lines.push(...rated('Group page, signed in', report.pages.group));
    lines.push(...rated('Thread of 50 comments, signed in', report.pages.thread));
  }
  if (report.comments) lines.push(...rated('A durable comment', report.comments));
  if (report.search) lines.push(...searched(report.search));
  const rows = [];
  const line = (title, text) => rows.push(`  ${title.padEnd(44)}${text}`);
  const { live, start, memory, large, weight, letters } = report;
  if (live) {
    line(`Post to the first of ${live.open_pages} open pages`, `median ${fine(live.first.p50_ms)} ms, p99 ${fine(live.first.p99_ms)} ms`);
    line(`Post to the last of ${live.open_pages} open pages`, `median ${fine(live.last.p50_ms)} ms, p99 ${fine(live.last.p99_ms)} ms`);
  }
  for (const { open_pages, p50_ms, p99_ms } of report.messages ?? [])
    line(`Message to the other's page, ${open_pages} pages open`, `median ${fine(p50_ms)} ms, p99 ${fine(p99_ms)} ms`);
  if (start) line('From start to the first page', `${fine(start.ms)} ms`);
  if (memory?.after_start_mb) line('Memory after start and a page', `${fine(memory.after_start_mb)} MB`);
  if (memory?.loaded_mb) line('Memory after all of the load above', `${fine(memory.loaded_mb)} MB`);
  if (memory?.stream) line('Memory for each idle live connection', `${fine(memory.stream.kb_each)} KB`);
  if (large) {
    line(`From start to the first page, ${whole(large.posts)} posts`, `${fine(large.start.ms)} ms, ${fine(large.start.memory_mb)} MB`);
    line(`Group page there, 16 connections`, `${whole(large.rate)} a second, ${large.ratio.toFixed(2)} of the rate with ${whole(report.posts)}`);
  }
  if (letters) line(`${whole(letters.letters)} letters from the queue to the server's yes`, `${fine(letters.kith_s)} s; the trivial client ${fine(letters.bare_s)} s (${letters.ratio.toFixed(2)} of its rate)`);
  if (weight) rows.push(weighed('First visit cold: signing in', weight.sign_in), weighed('First visit cold: the group page', weight.group));
  return [...lines, ...rows].join('\n');
}
