// Builds what the browser gets: one script, one stylesheet, one font, one favicon, one sheet of icons; for the check of
// drafts and for finding faces each a worker, its module and what it has learnt; script and style of pictures, fetched
// when one is chosen; and for the app on a phone its manifest, its icons and its worker. Each stands under a name that
// carries a hash of its content (but what a browser looks for under one name: the app's worker, and the icon that some
// phones want), with .br and .gz beside it, and manifest.json names them.
// With --cpp FILE it also writes the table of src/platform/html/assets.hpp with every byte in it, so
// that the server is one file to deploy. The same sources always give the same bytes.
// Without --module or --faces (examples of markup alone) what needs that module is left out; without a
// --model that is there the check has only its rules.
// Runs on Node 18 and newer:  node tools/build_web.mjs --out DIR [--cpp FILE] [--module WASM [--model FILE]] [--faces WASM]
import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { draw_icon } from './draw_icons.mjs';
import { face_weights } from './face_weights.mjs';
import { hashed_address, icon_sheet, with_icons } from './icons.mjs';
import { write_asset_table } from './write_asset_table.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const web = join(root, 'web');
const font_bytes_max = 40 * 1024;
const paper_colour = '#f8f3e9';  // --paper of web/base/tokens.css, behind the page while it opens
const screening_bytes_max = 1_500_000;  // worker, module and what it has learnt, as they go over the line
const faces_bytes_max = 250_000;        // likewise of what finds faces

// Browsers that have cascade layers, container queries and :has; older ones still get whole pages
// without the finish, since nothing depends on script or style to work.
const target = ['es2020', 'chrome105', 'firefox110', 'safari16'];

const types = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.model': 'application/octet-stream',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.weights': 'application/octet-stream',
  '.woff2': 'font/woff2',
};

const { values: options } = parseArgs({
  options: { out: { type: 'string' }, cpp: { type: 'string' }, module: { type: 'string' }, model: { type: 'string' }, faces: { type: 'string' } },
});
if (!options.out) {
  console.error('usage: node tools/build_web.mjs --out DIR [--cpp FILE] [--module WASM [--model FILE]] [--faces WASM]');
  process.exit(2);
}
const out = resolve(options.out);

const is_text = (type) => type.startsWith('text/') || type.endsWith('+xml') || type.endsWith('+json');

// A smaller copy is kept only when it is smaller: a font is compressed already, and a picture.
function compressed(bytes, type) {
  if (type.startsWith('font/') || type === 'image/png') return {};
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: is_text(type) ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  const gzip = gzipSync(bytes, { level: 9 });
  return {
    ...(brotli.length < bytes.length ? { brotli } : {}),
    ...(gzip.length < bytes.length ? { gzip } : {}),
  };
}

function make_asset(logical, bytes, path = hashed_address(logical, bytes)) {
  const type = types[extname(logical)];
  return { logical, path, type, identity: bytes, ...compressed(bytes, type) };
}

// The stylesheet names the font by its final address, so the font is hashed first.
function font_asset() {
  const family = join(root, 'node_modules/@fontsource-variable/atkinson-hyperlegible-next');
  const bytes = readFileSync(join(family, 'files/atkinson-hyperlegible-next-latin-wght-normal.woff2'));
  if (bytes.length > font_bytes_max) throw new Error(`the font has ${bytes.length} bytes, more than ${font_bytes_max}`);
  return make_asset('atkinson.woff2', bytes);
}

// `told` is what the script is told by name: where other assets are, and the like.
async function bundle(entry, font, told = {}, format = 'iife') {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [join(web, entry)],
    bundle: true,
    minify: true,
    format,
    target,
    charset: 'utf8',
    define: Object.fromEntries(Object.entries(told).map(([name, what]) => [name, JSON.stringify(what ?? null)])),
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
    plugins: [{
      name: 'hashed addresses',
      setup(builder) {
        builder.onResolve({ filter: /^font:/ }, () => ({ path: font.path, external: true }));
      },
    }],
  });
  return Buffer.from(result.outputFiles[0].contents);
}

function write_files(assets) {
  rmSync(join(out, 'assets'), { recursive: true, force: true });
  const manifest = {};
  for (const asset of assets) {
    const file = asset.path.slice(1);
    const files = { identity: file };
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), asset.identity);
    for (const [coding, ending] of [['brotli', '.br'], ['gzip', '.gz']]) {
      if (!asset[coding]) continue;
      files[coding] = file + ending;
      writeFileSync(join(out, file + ending), asset[coding]);
    }
    manifest[asset.logical] = { path: asset.path, type: asset.type, files };
  }
  return manifest;
}

// The module must not be able to do anything but answer: no import, so no way out of it.
function module_bytes(file) {
  const bytes = readFileSync(file);
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
  if (imports.length > 0) throw new Error(`${file} imports ${imports.map(({ module, name }) => `${module}.${name}`).join(', ')}`);
  return bytes;
}

// A worker, its module and what that has learnt are three files: one changes more often than another, and a
// browser that has one of them does not fetch it again.
async function worker_assets({ name, module, learnt, bytes_max }, font) {
  if (!module) return { made: [], addresses: null };
  const made = [
    make_asset(`${name}.js`, await bundle(`${name}/worker.ts`, font)),
    make_asset(`${name}.wasm`, module_bytes(resolve(module))),
    learnt(),
  ];
  const bytes = made.reduce((sum, asset) => sum + (asset.brotli ?? asset.identity).length, 0);
  if (bytes > bytes_max) throw new Error(`${name} comes to ${bytes} bytes, more than ${bytes_max}`);
  const [worker, code, model] = made.map(({ path }) => path);
  return { made, addresses: { worker, module: code, model } };
}

// What a home screen shows: the name and the drawing, and nothing of what is inside.
function app_assets() {
  const [plain, whole] = ['favicon', 'maskable'].map((name) => readFileSync(join(web, `icons/${name}.svg`), 'utf8'));
  const icons = [192, 512].flatMap((pixels) => [
    { asset: make_asset(`icon-${pixels}.png`, draw_icon(plain, pixels)), pixels, purpose: 'any' },
    { asset: make_asset(`maskable-${pixels}.png`, draw_icon(whole, pixels)), pixels, purpose: 'maskable' },
  ]);
  const manifest = {
    name: 'Kith', short_name: 'Kith', id: '/', start_url: '/', scope: '/', display: 'standalone', lang: 'en-GB', dir: 'ltr',
    background_color: paper_colour, theme_color: paper_colour,
    icons: icons.map(({ asset, pixels, purpose }) => ({ src: asset.path, type: asset.type, sizes: `${pixels}x${pixels}`, purpose })),
  };
  return [
    ...icons.map(({ asset }) => asset),
    make_asset('apple-touch-icon.png', draw_icon(whole, 180), '/apple-touch-icon.png'),
    make_asset('kith.webmanifest', Buffer.from(JSON.stringify(manifest))),
  ];
}

// The worker knows the pages' assets by their addresses, which are also what makes it a new one.
async function worker_asset(font, shell) {
  const told = {
    shell_addresses: shell.map(({ path }) => path), stylesheet_address: shell[0].path, script_address: shell[1].path,
    icons: { off_line: with_icons('{{icon:wifi-off}}'), help: with_icons('{{icon:life-buoy}}'), exit: with_icons('{{icon:log-out}}') },
  };
  return make_asset('worker.js', await bundle('app/worker.ts', font, told), '/app/worker.js');
}

const font = font_asset();
const screening = await worker_assets({
  name: 'screening',
  module: options.module,
  learnt: () => make_asset('screening.model', options.model && existsSync(options.model) ? readFileSync(options.model) : Buffer.alloc(0)),
  bytes_max: screening_bytes_max,
}, font);
const faces = await worker_assets({
  name: 'faces', module: options.faces, learnt: () => make_asset('faces.weights', face_weights()), bytes_max: faces_bytes_max,
}, font);
const pictures_style = make_asset('pictures.css', await bundle('components/pictures/pictures.css', font));
const pictures = make_asset('pictures.js', await bundle('components/pictures/editor.ts', font, {
  faces_addresses: faces.addresses, pictures_style: pictures_style.path,
}, 'esm'));
const shell = [
  make_asset('main.css', await bundle('main.css', font)),
  make_asset('main.js', await bundle('main.ts', font, { screening_addresses: screening.addresses, pictures_address: pictures.path })),
  font,
  make_asset('favicon.svg', readFileSync(join(web, 'icons/favicon.svg'))),
  make_asset('icons.svg', Buffer.from(icon_sheet())),
];
const assets = [
  ...shell,
  await worker_asset(font, shell),
  ...app_assets(),
  pictures,
  pictures_style,
  ...screening.made,
  ...faces.made,
].sort((left, right) => (left.logical < right.logical ? -1 : 1));

const manifest = write_files(assets);
writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
if (options.cpp) write_asset_table(resolve(options.cpp), assets);

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
for (const asset of assets) {
  console.log(`${asset.path}  ${kilobytes(asset.identity.length)}${asset.brotli ? `, brotli ${kilobytes(asset.brotli.length)}` : ''}`);
}
