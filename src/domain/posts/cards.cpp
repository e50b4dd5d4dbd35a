#include "domain/posts/cards.hpp"

#include "platform/html/frame.hpp"
#include "platform/html/remembered.hpp"

namespace kith::posts {

namespace {

// Everything that post_card.html shows, each part with its length before it so that no two run together.
std::string key_of(Shown const& shown, Onlooker const& onlooker) {
    auto const& post = shown.post;
    auto const standing = standing_of(shown, onlooker);
    std::string key;
    key.reserve(post.body.size() + 128);
    auto const number = [&](std::int64_t value) { key.append(reinterpret_cast<char const*>(&value), sizeof value); };
    auto const text = [&](std::string_view value) {
        number(static_cast<std::int64_t>(value.size()));
        key.append(value);
    };
    key.append(reinterpret_cast<char const*>(post.id.bytes.data()), post.id.bytes.size());
    number(post.written_at.milliseconds);
    number(post.comment_count);
    number(standing.readable | standing.unanswered << 1 | standing.is_new << 2 | post.withdrawn << 3 |
           post.hidden << 4 | post.edited_at.has_value() << 5 | shown.has_poll << 6);
    number(shown.author_capacity ? static_cast<std::int64_t>(*shown.author_capacity) : -1);
    number(post.pen ? 1 + (post.pen->nameless | post.pen->began << 1) : 0);
    auto const& manner = shown.manner;
    number(static_cast<int>(manner.speaks_as) | static_cast<int>(manner.ground) << 8 |
           static_cast<int>(manner.note) << 16 | manner.answers_go << 24 | manner.gone_at.has_value() << 25);
    number(manner.goes_at ? manner.goes_at->milliseconds : 0);
    text(shown.author_name);
    text(shown.topic_name);
    text(standing.readable ? std::string_view{post.body} : std::string_view{});
    return key;
}

}  // namespace

html::Markup card(Shown const& shown, Company& company, Onlooker const& onlooker) {
    static html::Remembered cards{cards_bytes_max};
    auto const make = [&] { return html::rendered("post_card", post_view(shown, company, onlooker)); };
    if (shown.post.body.find('@') != std::string::npos || shown.post.file_count > 0) return make();
    return *cards.find_or_make(key_of(shown, onlooker), make);
}

}  // namespace kith::posts
