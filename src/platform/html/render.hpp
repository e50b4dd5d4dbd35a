// Templates: ctemplate, which escapes by context (text, attribute, URL).
//
// A template is known by its file's name without folders and ending ("group",
// "post"). {{marker}} shows a value, {{#name}} a section, {{>post}} includes the
// template "post" for each view listed under that name, or once with the view at
// hand where nothing is set under it ({{#posts}}{{>post}}{{/posts}}, {{>header}}).
// Inner sections see the names of the outer ones.
//
// {{#name}} shows when there is something: a true flag, text that is not empty, a
// number that is not 0, a child, a list with views (once for each). {{#not_name}}
// and {{#no_name}} show when there is nothing, {{#any_name}} once when there is
// something. A name that is set as it stands ("no_reply") is taken as it stands.
//
// Markup is written {{body_html:none}}, and only between tags; ctemplate escapes
// everything else for where it stands. Includes stand between tags too.
//
// Every template has besides {{stylesheet_path}}, {{script_path}}, {{font_path}} and
// {{favicon_path}}. {{icon:log-out}} is put in earlier, when templates are embedded.
//
// Rendering never fails: a marker that no view set shows nothing. In tests
// `note_missing_markers` tells of such markers, and a test fails when there are any.
// The name of a template that is not there is a fault of the program: std::logic_error.
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

// Before the first render, and not beside one: every template of the program.
// Throws std::runtime_error naming the template when one cannot be parsed, includes
// one that is not there, or breaks a rule of escaping.
void load_templates(std::span<TemplateFile const>);

// A value that every template sees where no view sets the name. Before threads start.
void set_global(Name, std::string value);

// Appends the rendered template to `out`. Thread-safe.
void render(std::string_view template_name, View const&, std::string& out);
std::string render(std::string_view template_name, View const&);

// While `note` is set, each marker or section that a template names and no view set
// is reported as "template:marker". For tests; set before threads start.
void note_missing_markers(std::function<void(std::string_view)> note);

}  // namespace kith::html
