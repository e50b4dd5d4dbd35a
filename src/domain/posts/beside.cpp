#include "domain/posts/beside.hpp"

#include <algorithm>
#include <array>

#include "domain/files/chosen.hpp"
#include "domain/pens/pen.hpp"
#include "domain/posts/choices.hpp"
#include "domain/posts/manners.hpp"
#include "platform/http/url.hpp"

namespace kith::posts {

namespace {

// A box that is not ticked is not sent, so each is handed on only where the form has it.
constexpr std::array<std::string_view, 11> of_any_form{
    "topic", "asks", "quoted", "version", "poll_kind", "poll_anonymous", "poll_days", "wants", "by", "reach", "field"};
constexpr std::array<std::string_view, 2> not_in_draft{"quoted", "version"};

class Text {
public:
    void add(std::string_view name, std::string_view value) {
        if (!text_.empty()) text_ += '&';
        text_.append(name).append("=").append(http::percent_encode(value));
    }
    void add_all(http::Form const& form, std::string_view name) {
        for (auto const value : form.values(name)) add(name, value);
    }
    void add_files(http::Form const& form) {
        for (auto const name : files::fields_of_chosen) add_all(form, name);
    }
    std::string taken() { return std::move(text_); }

private:
    std::string text_;
};

}  // namespace

void each_beside_words(http::Form const& form, EachField const& each) {
    auto const hand_on = [&](std::string_view name) {
        if (auto const value = form.find(name)) each(name, *value);
    };
    for (auto const name : of_any_form) hand_on(name);
    for (auto const name : manner_fields) hand_on(name);
    // From now on the choices stand in the words.
    if (gives_choices(form)) each(with_choices_field, "yes");
}

std::string kept_with_held(http::Form const& form) {
    Text text;
    each_beside_words(form, [&](std::string_view name, std::string_view value) { text.add(name, value); });
    text.add_all(form, written_as_field);
    text.add_files(form);
    text.add_all(form, "looked");  // its writer has looked at these words, and sends them as they are
    return text.taken();
}

std::string kept_with_draft(http::Form const& form) {
    Text text;
    each_beside_words(form, [&](std::string_view name, std::string_view value) {
        if (std::ranges::find(not_in_draft, name) == not_in_draft.end()) text.add(name, value);
    });
    text.add_files(form);
    return text.taken();
}

}  // namespace kith::posts
