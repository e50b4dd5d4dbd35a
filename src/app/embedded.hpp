// Texts that are part of the binary; made by tools/embed_texts.mjs.
#pragma once

#include <span>
#include <string_view>

#include "platform/html/render.hpp"
#include "platform/sql/migrate.hpp"

namespace kith::embedded {

std::span<html::TemplateFile const> templates();
std::span<sql::Migration const> migrations();
std::string_view disclosure();  // docs/operating/disclosure.md

}  // namespace kith::embedded
