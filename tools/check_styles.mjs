// A small check of the stylesheets: esbuild reads them without a warning, no colour but in tokens.css, but the black
// of a shadow, no size in pixels for text, no rule by id, nothing from elsewhere.
//   node tools/check_styles.mjs
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const complaints = [];

function* styles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* styles(path);
    else if (entry.name.endsWith('.css')) yield path;
  }
}

const rules = [
  { of: /(#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|oklch|oklab)\((?!0 0 0 \/))/i, say: 'a colour belongs into base/tokens.css', but: /(tokens|print)\.css$/ },
  { of: /font(-size)?:[^;]*\d px|font-size:\s*\d+px/, say: 'text is sized in rem, so that it grows with the reader\'s setting' },
  { of: /url\(\s*['"]?(https?:)?\/\//, say: 'nothing is fetched from elsewhere' },
];

for (const path of styles(join(root, 'web'))) {
  const file = relative(root, path);
  const text = readFileSync(path, 'utf8');
  for (const warning of transformSync(text, { loader: 'css', logLevel: 'silent' }).warnings)
    complaints.push(`${file}:${warning.location?.line ?? 0}: ${warning.text}`);
  const code = text.replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  code.split('\n').forEach((line, index) => {
    for (const rule of rules)
      if (rule.of.test(line) && !rule.but?.test(file)) complaints.push(`${file}:${index + 1}: ${rule.say}: ${line.trim()}`);
    if (/^\s*#[a-z_-]+[^;{]*\{/i.test(line)) complaints.push(`${file}:${index + 1}: a rule goes by class, not by id: ${line.trim()}`);
  });
}
for (const complaint of complaints) console.error(complaint);
process.exit(complaints.length > 0 ? 1 : 0);
