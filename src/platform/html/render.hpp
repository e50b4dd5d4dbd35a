// Templates: ctemplate, which escapes by context (text, attribute, URL).
//
// A template is known by its file's name without folders and ending ("group",
// "post"). {{marker}} shows a value, {{#name}} a section, {{>post}} includes the
// template "post" for each view listed under that name. Inner sections see the
// names of the outer ones.
//
// Rendering never fails: a marker that no view set shows nothing. In tests
// `missing_markers` lists such markers, and a test fails when there are any.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/view.hpp"

namespace kith::html {

struct TemplateFile {
    std::string_view name;
    std::string_view text;
};

// Once, before the first render: every template of the program. Throws
// std::runtime_error naming the template when one cannot be parsed, or switches
// escaping off for a name that does not end in `_html`.
void load_templates(std::span<TemplateFile const>);

// Appends the rendered template to `out`. Thread-safe.
void render(std::string_view template_name, View const&, std::string& out);
std::string render(std::string_view template_name, View const&);

// While `note` is set, each marker or section that a template names and no view set
// is reported as "template:marker". For tests; set before threads start.
void note_missing_markers(std::function<void(std::string_view)> note);

}  // namespace kith::html
