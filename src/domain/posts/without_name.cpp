#include "domain/posts/without_name.hpp"

namespace kith::posts {

Looked look_at_writers(Call& call, Membership const& writer, WrittenAs as, pens::SaysWork says_work, Looked looked) {
    if (as == WrittenAs::own_name) return looked;
    auto* asked = std::get_if<screening::Asked>(&looked);
    auto const words = asked ? asked->words : std::get<screening::Screened>(looked).words();
    auto few = pens::too_few_say(pens::who_could_write(call.transaction(), writer, says_work, words));
    if (few.empty()) return looked;
    if (asked) {
        asked->besides = std::move(few);
        return looked;
    }
    if (call.form.value(few_seen_field) == screening::looked_at(words)) return looked;
    return screening::Asked{.text = words,
                            .looked = {},
                            .words = words,
                            .lines = std::get<screening::Screened>(looked).lines(),
                            // What was asked about in them was looked at, or they would not be here.
                            .looked_before = std::string{call.form.value("looked")},
                            .besides = std::move(few)};
}

}  // namespace kith::posts
