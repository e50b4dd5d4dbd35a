// kith scan from the outside, over real files of each kind, made here (make.mjs), and over broken and hostile ones.
//   node tests/scan/run.mjs build/dev/kith
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import assert from 'node:assert/strict';
import { docx, docx_comments, docx_properties, encrypted_pdf, odt, old_office, pdf, utf16, zip } from './make.mjs';
import { end, test } from '../support/named_tests.mjs';

const program = resolve(process.argv[2] ?? 'build/dev/kith');
const folder = mkdtempSync(join(tmpdir(), 'kith-scan-'));

// What is tested here is how files are read; names and places are the tagger's, and tested there.
const ours = ['phone', 'email', 'nino', 'nhs_number', 'ssn', 'postcode'];
const found = 1, nothing = 0, fault = 2;
const phone = '07700 900123', email = 'bee.thistle@example.org', nino = 'AB 12 34 56 C', nhs = '943 476 5919';
const harmless = 'The kettle is on and the biscuits are in the tin.';

const place = (name) => join(folder, name);
function put(name, bytes) {
  mkdirSync(dirname(place(name)), { recursive: true });
  writeFileSync(place(name), bytes);
  return name;
}

function scan(words, { input = '', env = {} } = {}) {
  const run = spawnSync(program, ['scan', ...words], { input, encoding: 'utf8', cwd: folder, timeout: 120_000, maxBuffer: 1 << 28, env: { ...process.env, ...env } });
  return { status: run.status, out: run.stdout, said: run.stderr };
}
function report(words, options) {
  const run = scan(['--format', 'json', ...words], options);
  const json = JSON.parse(run.out);
  for (const file of json.files) file.findings = file.findings.filter((each) => ours.includes(each.class));
  return { ...run, json };
}
// The one file's findings as [class, words].
const marks = (words, options) => report(words, options).json.files.flatMap((file) => file.findings.map((each) => [each.class, each.excerpt.found]));
const has = (list, [kind, words]) => assert.ok(list.some(([k, w]) => k === kind && w === words), `no ${kind} "${words}" in ${JSON.stringify(list)}`);

await test('tells by its status whether something was found', () => {
  assert.equal(scan([put('harmless.txt', harmless)]).status, nothing);
  assert.equal(scan([put('one.txt', `Call ${phone}.`)]).status, found);
  assert.equal(scan(['nowhere.txt']).status, fault);
  assert.equal(scan(['nowhere.txt', 'one.txt']).status, fault);
  assert.equal(scan([], { input: `Call ${phone}.` }).status, found);
  assert.equal(scan(['-'], { input: harmless }).status, nothing);
  assert.notEqual(scan(['--format', 'xml', 'one.txt']).status, nothing);
  assert.equal(scan(['--redact', 'one.txt']).status, fault);
});

await test('shows the file, the place, the class, the words around and the reason', () => {
  const { out } = scan([put('two.txt', `A first line.\nRang mum on ${phone} after the visit.\n`)]);
  assert.match(out, /^two\.txt$/m);
  assert.match(out, /line 2, 13 +phone +Rang mum on «07700 900123» after the visit\./);
  assert.match(out, /phone number/);
  assert.match(out, /In 1 of 1 file: 1 that can lead to one person\./);
});

await test('reads text, Markdown, HTML, JSON and tables, and knows where each byte stood', () => {
  const files = {
    'a/note.txt': `é and ${phone}\n`,
    'a/note.md': `# Notes\n\n*Mail* ${email} **now**\n`,
    'a/page.html': `<!doctype html><p>Mail <b>bee.thistle</b>@example&#46;org<br>or ring 07700&nbsp;900123<script>var x = "${phone}"</script>`,
    'a/archive.json': `{"messages": [{"from": "caf\\u00c3\\u00a9", "content": "my number\\nis ${phone}", "nhs_number": 9434765919, "timestamp_ms": 1589372812345}]}`,
    'a/list.csv': `name,phone,NHS no\r\n"Thistle, ""Bee""",${phone},9434765919\r\n`,
    'a/list.tsv': `name\tphone\nKettle\t${phone}\n`,
  };
  for (const [name, text] of Object.entries(files)) put(name, text);
  const { json, status } = report(['a']);
  assert.equal(status, found);
  assert.equal(json.read, 6);
  assert.equal(json.files.length, 6);
  for (const file of json.files) {
    const source = Buffer.from(files[file.file]);
    for (const each of file.findings) {
      const words = source.subarray(each.start, each.end).toString().replace(/<[^>]*>/g, '').replace('&#46;', '.').replace('&nbsp;', ' ');
      assert.equal(words.replace('\u00a0', ' '), each.excerpt.found.replace('\u00a0', ' '), file.file);
    }
  }
  const of = (name) => json.files.find((file) => file.file === name).findings.map((each) => each.class).sort();
  assert.deepEqual(of('a/archive.json'), ['nhs_number', 'phone']);
  assert.deepEqual(of('a/list.csv'), ['nhs_number', 'phone']);
  assert.deepEqual(of('a/page.html'), ['email', 'phone']);
  assert.deepEqual(of('a/note.md'), ['email']);
});

await test('reads DOCX with comments, headers, deletions, links and properties', () => {
  put('letter.docx', docx(['Dear all,', `Ring 07700| 900|123 soon`], {
    'word/comments.xml': docx_comments('A. Reader', `Her number is ${nino}`),
    'word/header1.xml': `<w:hdr xmlns:w="w"><w:p><w:r><w:t>NHS number ${nhs}</w:t></w:r></w:p></w:hdr>`,
    'word/footnotes.xml': '<w:footnotes xmlns:w="w"><w:p><w:r><w:delText>Postcode SW1A 1AA</w:delText></w:r></w:p></w:footnotes>',
    'word/_rels/document.xml.rels': `<Relationships><Relationship Target="mailto:${email}" TargetMode="External"/></Relationships>`,
    'docProps/core.xml': docx_properties(`Someone, ${'other.one@example.org'}`),
  }));
  const all = marks(['letter.docx']);
  for (const each of [['phone', phone], ['nino', nino], ['nhs_number', nhs], ['postcode', 'SW1A 1AA'], ['email', email], ['email', 'other.one@example.org']]) has(all, each);
});

await test('reads ODT', () => {
  put('letter.odt', odt(['Dear all,', 'Ring 07700|900123 soon']));
  has(marks(['letter.odt']), ['phone', phone]);
});

await test('reads PDF page by page', () => {
  put('letter.pdf', pdf(['A first page.', `Ring ${phone} soon`]));
  const { json } = report(['letter.pdf']);
  const [each] = json.files[0].findings;
  assert.equal(each.class, 'phone');
  assert.equal(each.page, 2);
  has(marks(['-'], { input: readFileSync(place('letter.pdf')) }), ['phone', phone]);
});

await test('says what PDF needs where it is not installed', () => {
  const run = scan(['letter.pdf', 'one.txt'], { env: { PATH: folder } });
  // The usual folders are looked into as well, so where poppler is, it is found.
  assert.ok(run.status === found || /poppler-utils/.test(run.said));
});

await test('reads archives, and archives in archives', () => {
  const inner = zip([{ name: 'deep/letter.docx', bytes: docx([`Ring ${phone}`]) }, { name: 'page.pdf', bytes: pdf([`Mail ${email}`]) }]);
  put('archive.zip', zip([{ name: 'chat.txt', bytes: `Ring ${phone}` }, { name: 'photo.jpg', bytes: Buffer.from([0xff, 0xd8, 0, 0, 1]) }, { name: 'inner.zip', bytes: inner, store: true }]));
  const { json, said } = report(['archive.zip']);
  assert.deepEqual(json.files.map((file) => file.file), ['archive.zip/chat.txt', 'archive.zip/inner.zip/deep/letter.docx', 'archive.zip/inner.zip/page.pdf']);
  assert.deepEqual(json.left_out, { '.jpg': 1 });
  assert.match(said, /left out, for they are no text: 1 \.jpg/);
  has(marks([], { input: readFileSync(place('archive.zip')) }), ['email', email]);
});

// Each bad file is told of in a sentence of its own, and what stands beside it is read all the same.
const goes_on = (name, pattern) => {
  const run = report([name, 'one.txt']);
  assert.match(run.said, pattern);
  assert.doesNotMatch(run.said, /terminate|std::|Assert|signal/);
  assert.equal(run.json.files.at(-1).file, 'one.txt');
  assert.equal(run.status, fault, run.said);
  return run;
};

await test('stops a ZIP bomb, one that is many archives deep, and one of many members', () => {
  const zeros = Buffer.alloc(80 << 20, ' ');
  put('bomb.zip', zip([{ name: 'spaces.txt', bytes: zeros }]));
  goes_on('bomb.zip', /bomb\.zip\/spaces\.txt: the archive unpacks to more than 200 times its size/);
  let nested = zip([{ name: 'end.txt', bytes: `Ring ${phone}` }]);
  for (let depth = 0; depth < 6; ++depth) nested = zip([{ name: `${depth}.zip`, bytes: nested }]);
  put('nested.zip', nested);
  goes_on('nested.zip', /lies in more than 3 archives/);
  const part = Buffer.alloc(20 << 20, ' ');
  put('many.zip', zip(Array.from({ length: 8 }, (_, i) => ({ name: `${i}.txt`, bytes: part }))));
  const run = goes_on('many.zip', /the archive unpacks to more than 200 times its size/);
  assert.ok(run.json.faults.length === 1);
  put('bomb.docx', docx(['x'.repeat(80 << 20)]));
  goes_on('bomb.docx', /bomb\.docx: the archive unpacks to more than 200 times/);
});

await test('says of encrypted files that they are', () => {
  put('locked.zip', zip([{ name: 'secret.txt', bytes: 'x', encrypted: true }, { name: 'open.txt', bytes: `Ring ${phone}` }]));
  const run = goes_on('locked.zip', /locked\.zip\/secret\.txt: is encrypted/);
  assert.equal(run.json.files[0].file, 'locked.zip/open.txt');
  put('locked.pdf', encrypted_pdf(['x']));
  goes_on('locked.pdf', /locked\.pdf: is encrypted: it opens only with its password/);
  put('locked.docx', old_office());
  goes_on('locked.docx', /locked\.docx: is encrypted, or of a kind from before 2007/);
});

await test('says of damaged files that they are', () => {
  const whole = zip([{ name: 'a.txt', bytes: `Ring ${phone}`.repeat(1000) }]);
  put('cut.zip', whole.subarray(0, whole.length - 30));
  goes_on('cut.zip', /cut\.zip: is a damaged ZIP/);
  put('checksum.zip', zip([{ name: 'a.txt', bytes: `Ring ${phone}\n`.repeat(1000), wrong_checksum: true }]));
  // What came before the end is screened all the same.
  assert.equal(goes_on('checksum.zip', /checksum\.zip\/a\.txt: is damaged/).json.files.length, 2);
  put('cut.docx', docx([], { 'word/header1.xml': '<w:hdr><w:p>' }));
  goes_on('cut.docx', /cut\.docx: is damaged/);
  put('entities.docx', docx([], { 'word/header1.xml': '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:hdr>&b;</w:hdr>' }));
  goes_on('entities.docx', /entities\.docx: declares entities of its own/);
  put('cut.pdf', '%PDF-1.4\nnothing');
  goes_on('cut.pdf', /cut\.pdf: is a damaged PDF/);
  put('letter.rtf', '{\\rtf1 hello}');
  goes_on('letter.rtf', /is RTF, which is not read/);
  put('picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
  goes_on('picture.png', /is not text, nor a kind of document/);
});

await test('goes past what may not be read, what is no file and what is two gigabytes of nothing', () => {
  put('two-gigabytes.txt', '');
  truncateSync(place('two-gigabytes.txt'), 2 ** 31);
  goes_on('two-gigabytes.txt', /two-gigabytes\.txt: is not text/);
  put('closed.txt', phone);
  chmodSync(place('closed.txt'), 0);
  if (process.getuid() !== 0) goes_on('closed.txt', /closed\.txt: you may not read it/);
  goes_on('/dev/zero', /\/dev\/zero: is not a file/);
  spawnSync('mkfifo', [place('pipe')]);
  goes_on('pipe', /pipe: is not a file/);
  mkdirSync(place('links'));
  symlinkSync('../links', place('links/round'));
  symlinkSync('../one.txt', place('links/one.txt'));
  assert.equal(report(['links']).json.read, 0);
  assert.equal(report(['links/one.txt']).json.read, 1);
});

await test('reads around bytes that are not UTF-8, and says so', () => {
  put('old.txt', Buffer.concat([Buffer.from('A line\n'), Buffer.from([0x95]), Buffer.from(' caf'), Buffer.from([0xe9]), Buffer.from(` ring ${phone}\n`)]));
  const run = report(['old.txt']);
  assert.equal(run.status, found);
  assert.match(run.said, /old\.txt: line 2 holds bytes that are not UTF-8/);
  assert.match(run.json.files[0].findings[0].excerpt.before, /café ring/);
  put('wide.txt', utf16(`Grüße, ring ${phone} 🙂\r\n`));
  has(marks(['wide.txt']), ['phone', phone]);
});

await test('masks: nothing that was found is left, the rest stands as it did', () => {
  const paths = ['a', 'letter.docx', 'letter.odt', 'letter.pdf', 'archive.zip', 'old.txt', 'wide.txt'];
  const run = scan(['--redact', '--output', 'masked', ...paths]);
  assert.equal(run.status, found, run.said);
  const all = readdirSync(place('masked'), { recursive: true }).filter((name) => statSync(place(`masked/${name}`)).isFile()).sort();
  for (const name of ['a/note.txt', 'letter.docx.txt', 'letter.odt.txt', 'letter.pdf.txt', 'archive.zip/chat.txt', 'archive.zip/inner.zip/page.pdf.txt']) assert.ok(all.includes(name), name);
  for (const name of all) assert.equal(statSync(place(`masked/${name}`)).mode & 0o777, 0o600);
  for (const [path, wanted] of [
    ['a/note.txt', 'é and [phone]\n'],
    ['a/note.md', '# Notes\n\n*Mail* [email] **now**\n'],
    ['a/page.html', `<!doctype html><p>Mail <b>[email]</b><br>or ring [phone]<script>var x = "${phone}"</script>`],
    ['a/list.tsv', 'name\tphone\nKettle\t[phone]\n'],
  ]) assert.equal(readFileSync(place(`masked/${path}`), 'utf8').replace('[person]', path.endsWith('tsv') ? 'Kettle' : 'é'), wanted);
  assert.equal(JSON.parse(readFileSync(place('masked/a/archive.json'), 'utf8')).messages[0].nhs_number, '[nhs number]');
  assert.ok(readFileSync(place('masked/old.txt')).includes(Buffer.from([0x0a, 0x95, 0x20])), 'other bytes have changed');
  assert.deepEqual(report(['masked']).json.files.flatMap((file) => file.findings), []);
  for (const name of all)
    for (const words of [phone, email, nino, nhs, '9434765919'])
      assert.ok(!readFileSync(place(`masked/${name}`), 'utf8').replace(/<script.*?<\/script>/s, '').includes(words), `${words} in ${name}`);
  const again = scan(['--redact', '--output', 'masked', 'a']);
  assert.equal(again.status, fault);
  assert.match(again.said, /is there already/);
});

await test('never leaves the folder for copies, whatever an archive calls its members', () => {
  put('slip.zip', zip([{ name: '../../outside.txt', bytes: `Ring ${phone}` }, { name: '/root.txt', bytes: `Ring ${phone}` }, { name: 'C:\\up\\..\\x.txt', bytes: `Ring ${phone}` }]));
  assert.equal(scan(['--redact', '--output', 'slipped/', 'slip.zip']).status, found);
  assert.deepEqual(readdirSync(place('slipped/slip.zip')).sort(), ['outside.txt', 'root.txt', 'up']);
  assert.equal(existsSync(place('outside.txt')), false);
});

await test('writes nothing anywhere else', () => {
  const before = readdirSync(folder, { recursive: true }).length;
  scan(['.'], { env: { TMPDIR: folder, HOME: folder } });
  assert.equal(readdirSync(folder, { recursive: true }).length, before);
});

await test('escapes what it shows: control characters, markup, odd names', () => {
  put('odd\u001b[31m<b>.txt', `\u001b]0;title\u0007<script>alert(1)</script> ring ${phone} \u202e now\n`);
  const { out } = scan([readdirSync(folder).find((name) => name.startsWith('odd'))]);
  assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  const html = scan(['--format', 'html', readdirSync(folder).find((name) => name.startsWith('odd'))]).out;
  assert.match(html, /&lt;script&gt;/);
  assert.doesNotMatch(html, /<script/);
  assert.match(html, /<mark>07700 900123<\/mark>/);
});

await test('listens to region and level', () => {
  put('regions.txt', `NINO ${nino}. SSN 219-09-9999.`);
  const classes = (region) => marks(['--region', region, 'regions.txt']).map(([kind]) => kind);
  assert.ok(classes('uk').includes('nino') && !classes('uk').includes('ssn'));
  assert.ok(classes('us').includes('ssn') && !classes('us').includes('nino'));
  assert.ok(['nino', 'ssn'].every((each) => classes('uk,us').includes(each)));
  const direct = report(['--level', 'direct', 'regions.txt']).json.files[0].findings;
  assert.ok(direct.length > 0 && direct.every((each) => each.kind === 'direct'));
});

const lines = (input, words = []) => {
  const run = scan(['--lines', ...words], { input });
  return { ...run, answers: run.out.trim().split('\n').filter(Boolean).map((line) => JSON.parse(line)) };
};

await test('--lines answers each line in order, broken ones too', () => {
  const { answers, status } = lines([
    JSON.stringify({ id: 'a', text: `é ${phone}` }), 'no JSON', '', JSON.stringify({ id: 7, text: harmless }), '{"id": 8}', '[1]',
    JSON.stringify({ id: { a: 1 }, text: 'x' }), '{"id":9,"text":"\\ud800"}', JSON.stringify({ text: 'nameless' })].join('\n'));
  assert.equal(status, 0);
  assert.deepEqual(answers.map((each) => each.id), ['a', null, 7, 8, null, null, null, null]);
  assert.deepEqual(answers.map((each) => 'error' in each), [false, true, false, true, true, true, true, false]);
  assert.deepEqual(Object.keys(answers[0]), ['id', 'findings', 'jigsaw', 'tone']);
  assert.deepEqual(Object.keys(answers[0].findings[0]), ['start', 'end', 'class', 'kind', 'confidence', 'reason']);
  assert.deepEqual([answers[0].findings[0].start, answers[0].findings[0].end], [3, 15]);
  assert.deepEqual(Object.keys(answers[0].jigsaw), ['people', 'level']);
  assert.deepEqual(Object.keys(answers[0].tone), ['level']);
});

await test('--lines keeps the order on several threads, and says the same on one', () => {
  const input = Array.from({ length: 20_000 }, (_, id) => JSON.stringify({ id, text: `${harmless.repeat(id % 7)} Ring ${phone} or ${id}` })).join('\n');
  const many = lines(input, ['--jobs', '4']);
  assert.deepEqual(many.answers.map((each) => each.id), Array.from({ length: 20_000 }, (_, id) => id));
  assert.equal(lines(input, ['--jobs', '1']).out, many.out);
});

await test('--lines answers before it waits for more', async () => {
  const child = spawn(program, ['scan', '--lines'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = child.stdout[Symbol.asyncIterator]();
  for (const id of [1, 2, 3]) {
    child.stdin.write(`${JSON.stringify({ id, text: 'x' })}\n`);
    assert.equal(JSON.parse((await answers.next()).value).id, id);
  }
  child.stdin.end();
  assert.equal(await new Promise((done) => child.on('exit', done)), 0);
});

await test('--lines goes past a line that is too long', () => {
  put('long.jsonl', '');
  truncateSync(place('long.jsonl'), 70 << 20);
  const long = Buffer.concat([readFileSync(place('long.jsonl')), Buffer.from(`\n{"id":2,"text":"${phone}"}\n`)]);
  const { answers } = lines(long);
  assert.deepEqual(answers.map((each) => [each.id, each.error ?? '']), [[null, 'Line 1 is longer than 64 MB.'], [2, '']]);
});

await test('reads a large file in pieces: the same on one thread and several, in little memory', () => {
  const line = `${harmless} `.repeat(10);
  const text = Array.from({ length: 12_000 }, (_, i) => (i % 1000 === 0 ? `${line}Ring ${phone}.\n` : `${line}\n`)).join('');
  put('large.txt', text);
  const one = report(['--jobs', '1', 'large.txt']);
  assert.deepEqual(one.json.files[0].findings.filter((each) => each.class === 'phone').map((each) => each.line), Array.from({ length: 12 }, (_, i) => 1000 * i + 1));
  assert.equal(report(['--jobs', '3', 'large.txt']).out, one.out);
  // One line, no end: a text in JSON of 6 MB.
  put('large.json', `{"a":"${text.replaceAll('\n', '\\n')}"}`);
  const json = report(['large.json']).json.files[0].findings.filter((each) => each.class === 'phone');
  assert.equal(json.length, 12);
  for (const each of json) assert.equal(readFileSync(place('large.json')).subarray(each.start, each.end).toString(), phone);
});

rmSync(folder, { recursive: true, force: true });
end();
