#include "domain/me/tabs.hpp"

#include <array>
#include <utility>

namespace kith::me {

void add_tabs(html::View& view, std::string_view current) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> pages{{
        {"/me", "About me"},
        {"/me/reach", "Reaching me"},
        {"/me/quiet", "Quiet"},
        {"/me/sessions", "Where I am signed in"},
        {"/me/tokens", "Other apps"},
        {"/me/getting-in", "Getting in"},
        {"/me/data", "My data"},
    }};
    html::View::List tabs;
    for (auto const& [path, label] : pages) {
        html::View tab;
        tab.text("href", std::string{path}).text("label", std::string{label}).flag("current", path == current);
        tabs.push_back(std::move(tab));
    }
    html::View shown;
    shown.list("tabs", std::move(tabs));
    view.child("me_tabs", std::move(shown), html::Seen::by_templates_only);
}

}  // namespace kith::me
