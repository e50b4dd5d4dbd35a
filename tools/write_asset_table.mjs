// Writes the C++ file that carries the built assets: the other half of
// src/platform/html/assets.hpp. Bytes go into string literals in octal, which compiles in a blink.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const bytes_per_line = 4096;

function literal(bytes) {
  const lines = [];
  for (let start = 0; start < bytes.length; start += bytes_per_line) {
    let line = '';
    for (const byte of bytes.subarray(start, start + bytes_per_line)) {
      const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c && byte !== 0x3f;
      line += plain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
    }
    lines.push(`"${line}"`);
  }
  return lines.length === 0 ? '""' : lines.join('\n    ');
}

function view(bytes) {
  if (!bytes) return '{}';
  const buffer = Buffer.from(bytes);
  return `std::string_view{${literal(buffer)}, ${buffer.length}}`;
}

export function write_asset_table(file, assets) {
  const asset_rows = assets.map((asset) => `    {${view(asset.logical)}, ${view(asset.path)}, ${view(asset.type)},\n`
    + `     ${view(asset.identity)},\n     ${view(asset.gzip)},\n     ${view(asset.brotli)}},\n`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `// Written by tools/build_web.mjs from web/.
#include "platform/html/assets.hpp"

namespace kith::assets {
namespace {

constexpr Asset asset_table[] = {
${asset_rows.join('')}};

}  // namespace

std::span<const Asset> all() { return asset_table; }

}  // namespace kith::assets
`);
}
