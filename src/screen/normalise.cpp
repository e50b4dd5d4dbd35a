#include "screen/normalise.hpp"

#include <algorithm>

#include "screen/lookalikes.hpp"

namespace kith::screen {

namespace {

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

constexpr char lower_ascii(char c) { return static_cast<char>(c | ((c >= 'A' && c <= 'Z') << 5)); }

// Of a word from `text` on: whether all its Cyrillic and Greek letters look like Latin ones; and where it ends.
struct WordLook {
    bool looks_latin;
    std::size_t size;
};
WordLook look_at_word(std::string_view text) {
    WordLook look{true, 0};
    while (look.size < text.size()) {
        auto const character = first_character(text.substr(look.size));
        if (character.code < 0x80) {
            char const c = lower_ascii(static_cast<char>(character.code));
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) break;
        } else if (character.broken) {
            break;
        } else {
            auto const fold = plain_of(character.code).fold;
            if (fold == Fold::become) break;
            if (fold == Fold::foreign) look.looks_latin = false;
        }
        look.size += character.size;
    }
    return look;
}

}  // namespace

Folded::Folded(std::string_view text) {
    cased_.reserve(text.size());
    lower_.reserve(text.size());
    fold(text);
}

void Folded::fold(std::string_view text) {
    std::size_t word_end = 0;  // up to where `looks_latin` holds
    bool looks_latin = false;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t ascii_end = at;
        while (ascii_end < text.size() && is_ascii(text[ascii_end])) ++ascii_end;
        if (ascii_end > at) {
            plain(text.substr(at, ascii_end - at), at);
            at = ascii_end;
            continue;
        }
        auto const character = first_character(text.substr(at));
        auto const bytes = text.substr(at, character.size);
        auto const [what, ascii] = character.broken ? Plain{Fold::become, sign} : plain_of(character.code);
        if ((what == Fold::if_word || what == Fold::foreign) && at >= word_end) {
            auto const look = look_at_word(text.substr(at));
            word_end = at + look.size;
            looks_latin = look.looks_latin;
        }
        if (what == Fold::become || (what == Fold::if_word && looks_latin)) {
            char const low = lower_ascii(ascii);
            put({&ascii, 1}, {&low, 1}, at, bytes.size());
        } else if (what == Fold::mark) {
            mark(at, bytes.size());
        } else if (what != Fold::vanish) {
            letter(character.code, bytes, at);
        }
        at += character.size;
    }
}

// Bytes that stay as they are.
void Folded::plain(std::string_view bytes, std::size_t at) {
    auto const folded = cased_.size();
    auto const size = static_cast<std::uint32_t>(bytes.size());
    cased_.append(bytes);
    lower_.append(bytes);
    std::transform(bytes.begin(), bytes.end(), lower_.begin() + static_cast<std::ptrdiff_t>(folded), lower_ascii);
    if (!runs_.empty() && runs_.back().straight && runs_.back().original + runs_.back().original_size == at) {
        runs_.back().folded_size += size;
        runs_.back().original_size += size;
    } else {
        runs_.push_back({static_cast<std::uint32_t>(folded), static_cast<std::uint32_t>(at), size, size, true});
    }
}

void Folded::letter(char32_t character, std::string_view bytes, std::size_t at) {
    plain(bytes, at);
    auto const low = lower_of(character);
    if (low == character || bytes.size() != 2) return;
    lower_[lower_.size() - 2] = static_cast<char>(0xC0 | (low >> 6));
    lower_[lower_.size() - 1] = static_cast<char>(0x80 | (low & 0x3F));
}

void Folded::put(std::string_view cased, std::string_view lower, std::size_t at, std::size_t original_size) {
    runs_.push_back({static_cast<std::uint32_t>(cased_.size()), static_cast<std::uint32_t>(at),
                     static_cast<std::uint32_t>(cased.size()), static_cast<std::uint32_t>(original_size), false});
    cased_.append(cased);
    lower_.append(lower);
}

// A mark belongs to what it stands directly behind; at most one run of them between two bytes of the lanes.
void Folded::mark(std::size_t at, std::size_t size) {
    if (runs_.empty() || runs_.back().original + runs_.back().original_size != at) return;
    if (runs_.back().folded_size == 0)
        runs_.back().original_size += static_cast<std::uint32_t>(size);
    else
        put({}, {}, at, size);
}

// The run that byte `folded` of the lanes lies in: the last one that begins there or before and is not empty.
Folded::Run const& Folded::run_at(std::size_t folded) const {
    auto after = std::upper_bound(runs_.begin(), runs_.end(), folded,
                                  [](std::size_t wanted, Run const& run) { return wanted < run.folded; });
    do --after;
    while (after->folded_size == 0 && after != runs_.begin());
    return *after;
}

Span Folded::origin(std::size_t start, std::size_t end) const {
    if (start >= end || end > cased_.size()) return {0, 0};
    auto const& first = run_at(start);
    auto const& last = run_at(end - 1);
    Span span{first.straight ? first.original + (start - first.folded) : first.original,
              last.straight ? last.original + (end - last.folded) : last.original + last.original_size};
    // Marks on the last character.
    auto const* const next = &last + 1;
    if (next < runs_.data() + runs_.size() && next->folded_size == 0 && next->folded == end &&
        next->original == span.end)
        span.end += next->original_size;
    return span;
}

}  // namespace kith::screen
