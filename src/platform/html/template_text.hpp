// The text of a template before ctemplate reads it: checked and tightened.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::html {

// One {{…}} of a template.
struct Marker {
    enum class Sort { value, section, end_of_section, include, comment, pragma, delimiters };
    Sort sort;
    std::string_view name;       // without modifiers
    std::string_view modifiers;  // ":none"; empty where there are none
    std::size_t begin, end;      // in the text, braces included
    bool in_tag;                 // stands between < and > of a tag
};

std::vector<Marker> markers_of(std::string_view text);

// The rules that keep escaping on: `:none` exactly for names ending in _html and
// only between tags, includes only between tags, no change of delimiters. Throws
// std::runtime_error with the template's name and what to mend.
void check_escaping(std::string_view template_name, std::string_view text);

// Without comments, indentation and blank lines; a line that holds only sections'
// ends and beginnings leaves no line behind. Words never grow together: every other
// line keeps its end, but for the last. Begins with the pragma that switches
// escaping by context on. What stands in a textarea keeps its lines.
std::string tightened(std::string_view text);

}  // namespace kith::html
