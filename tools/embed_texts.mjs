// Writes one C++ file that holds every template and migration as a string.
// usage: embed_texts.mjs OUT FILE…   (*.html are templates, *.sql migrations, and one document, disclosure.md)
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { basename, dirname, extname } from "node:path";
import { with_icons } from "./icons.mjs";

const [out, ...files] = process.argv.slice(2);
const delimiter = "kith";

// A raw string literal may hold 65536 characters at most in some compilers; ours are far below, said aloud if not.
function literal(file) {
  const text = with_icons(readFileSync(file, "utf8"));
  if (text.includes(`)${delimiter}"`)) throw new Error(`${file} holds the delimiter of a raw string`);
  return `R"${delimiter}(${text})${delimiter}"sv`;
}

function table(ending) {
  const found = files.filter((file) => extname(file) === ending).sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
  const names = found.map((file) => basename(file, ending));
  const twice = names.find((name, i) => names[i + 1] === name);
  if (twice) throw new Error(`two files are called ${twice}${ending}; names are one space`);
  return found.map((file, i) => `    {"${names[i]}"sv, ${literal(file)}},`).join("\n");
}

const text = `// Made by tools/embed_texts.mjs from the templates and migrations; not kept in git.
#include "app/embedded.hpp"

using namespace std::string_view_literals;

namespace kith::embedded {

namespace {
constexpr html::TemplateFile template_files[] = {
${table(".html")}
};
constexpr sql::Migration migration_files[] = {
${table(".sql")}
};
}  // namespace

std::span<html::TemplateFile const> templates() { return template_files; }
std::span<sql::Migration const> migrations() { return migration_files; }
std::string_view disclosure() { return ${literal(files.find((file) => basename(file) === "disclosure.md"))}; }

}  // namespace kith::embedded
`;
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, text);
