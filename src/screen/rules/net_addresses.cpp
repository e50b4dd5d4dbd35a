// E-mail addresses, links and names on networks, with their signs or in words ("at", "dot").
#include <initializer_list>

#include "screen/rules/domains.hpp"
#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

constexpr std::size_t link_tokens_max = 120;

// Of the part before an @ that touches token `end`: its first token; `end` when there is none.
std::size_t local_part(Reader const& reader, std::size_t end) {
    std::size_t first = end;
    while (first > 0 && end - first < part_tokens_max) {
        auto const before = first - 1;
        char const c = reader.sign_at(before);
        bool const part =
            is_word(reader, before) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%' || c == '\'';
        if (!part) break;
        first = before;
        if (!reader.attached(first)) break;
    }
    while (first < end && !is_word(reader, first)) ++first;
    return first;
}

bool provider(std::string_view word) {
    return any_of(word, {"gmail",      "googlemail", "hotmail",     "outlook",    "yahoo",    "icloud",  "live", "aol",
                         "protonmail", "proton",     "msn",         "btinternet", "sky",      "ymail",   "gmx",  "me",
                         "mail",       "nhs",        "virginmedia", "talktalk",   "fastmail", "tutanota"});
}

// Providers whose names are nothing else.
bool mail_only(std::string_view word) {
    return any_of(word, {"gmail", "googlemail", "hotmail", "outlook", "yahoo", "icloud", "aol", "protonmail", "ymail",
                         "btinternet"});
}

// A name on a network: "@jsmith_92". Answers whether something was found.
void handle_at(Reader const& reader, std::size_t at, Candidates& found) {
    if (!reader.attached(at + 1) || !(is_word(reader, at + 1) || reader.is_sign(at + 1, '_'))) return;
    if (at > 0 && reader.attached(at) && is_word(reader, at - 1)) return;
    std::size_t last = at + 1;
    for (std::size_t n = 0; n < part_tokens_max && reader.attached(last + 1); ++n) {
        char const c = reader.sign_at(last + 1);
        bool const joint = c == '_' || c == '.' || c == '-';
        if (c != '\0' && !joint) break;
        if (joint && c != '_' && !(reader.attached(last + 2) && is_word(reader, last + 2))) break;
        ++last;
    }
    // "@5pm", "@home": a place or a time.
    bool const number = reader.has_digit(at + 1) && last == at + 1;
    if (number && reader.cased(at + 1)[0] >= '0' && reader.cased(at + 1)[0] <= '9') return;
    if (reader.about(at + 1, topic::common) && last == at + 1) return;
    // "@user@server.social"
    if (reader.is_sign(last + 1, '@') && reader.attached(last + 1))
        if (auto const server = domain_at(reader, last + 2); server.last != 0) last = server.last;
    add(reader, found, at, last, Class::handle, 0.85F);
}

// An @, "(at)", "[at]" or " at " that stands at tokens `first` to `last`.
void email_around(Reader const& reader, std::size_t first, std::size_t last, bool hidden, Candidates& found) {
    if (first == 0 || !is_word(reader, first - 1) || reader.at(first).gap == Gap::line) return;
    auto const domain = domain_at(reader, last + 1);
    std::size_t local = first - 1;
    bool dotted = false;
    if (!hidden || reader.attached(first)) local = local_part(reader, first);
    if (local >= first) return;
    // "j dot smith at": words joined by written dots belong to it too.
    for (std::size_t n = 0; n < 4 && local >= 2; ++n) {
        auto const joint = reader.lower(local - 1);
        bool const written = joint == "dot" || joint == "underscore" || joint == "dash" || joint == "hyphen";
        bool const sign =
            hidden && reader.attached(local - 1) && reader.attached(local) &&
            (reader.is_sign(local - 1, '.') || reader.is_sign(local - 1, '_') || reader.is_sign(local - 1, '-'));
        if (!(written || sign) || !is_word(reader, local - 2) || reader.at(local).gap == Gap::line) break;
        local -= 2;
        dotted = true;
    }
    if (domain.last == 0) {
        if (!hidden && reader.attached(last + 1) && provider(reader.lower(last + 1)))
            add(reader, found, local, last + 1, Class::email, 0.7F);
        else if (hidden && mail_only(reader.lower(last + 1)) && (dotted || reader.has_digit(first - 1)))
            add(reader, found, local, last + 1, Class::email, 0.6F);
        return;
    }
    float confidence = domain.ending ? 0.98F : 0.8F;
    if (hidden && !domain.ending) return;  // "grandmother at 815.734.0019"
    if (hidden) {
        // "look at bbc.com", "meet me at amazon dot com": an address only when its front looks like one.
        auto const name = reader.lower(first - 1);
        bool const plain = reader.about(first - 1, topic::common) ||
                           any_of(name, {"look",  "looking", "us",   "it",   "them", "here",    "up",   "available",
                                         "found", "online",  "out",  "read", "site", "website", "page", "shop",
                                         "book",  "hosted",  "live", "jobs", "work", "works"});
        bool const likely = provider(reader.lower(last + 1)) || domain.hidden || dotted || reader.has_digit(first - 1);
        if (reader.lower(last) == "at" && last == first && plain && !dotted) return;
        confidence = likely ? 0.9F : 0.55F;
    }
    add(reader, found, local, domain.last, Class::email, confidence);
}

bool profile_host(std::string_view word) {
    return any_of(word, {"facebook", "fb",      "instagram", "twitter",        "x",          "linkedin", "tiktok",
                         "snapchat", "reddit",  "threads",   "pinterest",      "tumblr",     "github",   "onlyfans",
                         "vk",       "wa",      "gofundme",  "justgiving",     "ancestry",   "flickr",   "soundcloud",
                         "twitch",   "discord", "mastodon",  "bsky",           "linktr",     "strava",   "vinted",
                         "ebay",     "depop",   "roblox",    "steamcommunity", "findagrave", "spotify"});
}

// "/user/", "/people/", "~smith", a long number: a page of somebody's own.
bool personal_path(Reader const& reader, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last; ++i) {
        if (any_of(reader.lower(i), {"user", "users", "people", "person", "profile", "profiles", "member", "members",
                                     "staff", "author", "u", "in", "id", "obituary", "obituaries", "memorial"}) ||
            reader.is_sign(i, '~') || reader.is_sign(i, '@'))
            return true;
    }
    return false;
}

// Everybody's: pages of law, news and knowledge lead to nobody.
bool public_host(Reader const& reader, std::size_t first, std::size_t last) {
    auto const host = reader.lower(first, last);
    for (std::string_view const known :
         {"gov.uk", "nhs.uk", "bbc.co.uk", "bbc.com", "wikipedia.org", "theguardian.com", "legislation.gov.uk",
          "google.com", "google.co.uk", "amazon.co.uk", "amazon.com", "youtube.com", "imgur.com", "nytimes.com",
          "nih.gov", "who.int", "un.org"})
        if (host.ends_with(known)) return true;
    return false;
}

// The last token of what is written without a space from `i` on; closing brackets and full stops at its end left out.
std::size_t link_end(Reader const& reader, std::size_t i) {
    std::size_t last = i;
    while (last - i < link_tokens_max && reader.attached(last + 1)) {
        char const c = reader.sign_at(last + 1);
        if (c == '"' || c == '<' || c == '>' || c == '\x1a' || c == ']' || c == '}' || c == '|') break;
        ++last;
    }
    while (last > i) {
        char const c = reader.sign_at(last);
        if (c != '.' && c != ',' && c != ')' && c != '!' && c != '?' && c != ':' && c != ';' && c != '\'' && c != '*')
            break;
        --last;
    }
    return last;
}

// From the host on. `scheme`: where "https://" or "www." begins, else the host itself.
std::size_t link_at(Reader const& reader, std::size_t scheme, std::size_t host, bool marked, Candidates& found) {
    auto const domain = domain_at(reader, host);
    if (domain.last == 0) {
        if (marked && is_word(reader, host)) add(reader, found, scheme, link_end(reader, host), Class::url, 0.45F);
        return host;
    }
    auto last = domain.last;
    if (!marked && !domain.ending) return host;
    bool const path = reader.is_sign(last + 1, '/') && reader.attached(last + 1);
    auto const end =
        path || reader.is_sign(last + 1, ':') || reader.is_sign(last + 1, '?') ? link_end(reader, last) : last;
    bool const has_path = end > last + 1;
    auto name = host;
    if (any_of(reader.lower(host), {"www", "m", "uk", "en"}) && dot_at(reader, host + 1).next != 0)
        name = dot_at(reader, host + 1).next;
    bool const profile = has_path && profile_host(reader.lower(name));
    // Links to articles are what people share; what leads to somebody's own page is another thing.
    float confidence = 0.45F;
    if (profile)
        confidence = 0.92F;
    else if (public_host(reader, host, last))
        confidence = 0.4F;
    else if (has_path && personal_path(reader, last + 1, end))
        confidence = 0.65F;
    else if (!has_path && !marked)
        confidence = reader.about(name, topic::common) ? 0.3F : domain.hidden ? 0.38F : 0.42F;
    add(reader, found, scheme, end, Class::url, confidence,
        profile ? std::string_view("This is a link to somebody's page. It leads to one person.") : std::string_view{});
    return end;
}

// "u/somebody", "r/place" are names on Reddit; only people's count.
void reddit_name_at(Reader const& reader, std::size_t slash, Candidates& found) {
    if (slash == 0 || !reader.attached(slash) || reader.lower(slash - 1) != "u" || !reader.attached(slash + 1) ||
        !is_word(reader, slash + 1))
        return;
    if (slash > 1 && reader.attached(slash - 1) && !reader.is_sign(slash - 2, '/')) return;
    std::size_t last = slash + 1;
    while (last - slash < part_tokens_max && reader.attached(last + 1) &&
           (is_word(reader, last + 1) || reader.is_sign(last + 1, '_') || reader.is_sign(last + 1, '-')))
        ++last;
    add(reader, found, slash - 1, last, Class::handle, 0.85F);
}

// "insta: jsmith92", "snapchat is xx_yy", "her username's daisy2011".
void named_network_at(Reader const& reader, std::size_t i, Candidates& found) {
    std::size_t next = i + 1;
    bool linked = false;
    for (std::size_t n = 0; n < 5 && reader.has(next) && reader.at(next).gap != Gap::line; ++n, ++next) {
        char const c = reader.sign_at(next);
        auto const word = reader.lower(next);
        if (c == ':' || c == '=' ||
            any_of(word, {"is", "handle", "name", "username", "account", "id", "tag", "called", "s"}))
            linked = linked || c == ':' || c == '=' || word != "s";
        else if (c != '\'' && c != '-' && c != '(' && c != '"' && word != "as" && word != "under")
            break;
        if (word == "as" || word == "under") linked = true;
    }
    if (!is_word(reader, next) || reader.at(next).gap == Gap::line) return;
    std::size_t last = next;
    bool odd = reader.at(next).shape == Shape::mixed;
    while (last - next < 8 && reader.attached(last + 1)) {
        char const c = reader.sign_at(last + 1);
        if (c == '#' && reader.at(last + 2).shape == Shape::number) {
            odd = true;
            last += 2;
            continue;
        }
        if (c != '\0' && c != '_' &&
            !((c == '.' || c == '-') && reader.attached(last + 2) && is_word(reader, last + 2)))
            break;
        odd |= c == '_' || c == '.' || reader.has_digit(last + 1);
        ++last;
    }
    // A plain word may be anything; one with digits or underscores is a name there.
    if (!odd) return;
    if (last == next && reader.at(next).shape == Shape::mixed && reader.cased(next)[0] >= '0' &&
        reader.cased(next)[0] <= '9')
        return;
    add(reader, found, next, last, Class::handle, linked ? 0.85F : 0.6F);
}

}  // namespace

void find_net_addresses(Reader const& reader, Settings const&, Candidates& found) {
    std::size_t link_until = 0;
    for (auto const i : reader.net_signs()) {
        char const c = reader.sign_at(i);
        auto const word = c == '\0' ? reader.lower(i) : std::string_view{};
        if (c == '@') {
            bool const joined = i > 0 && is_word(reader, i - 1) && reader.has(i + 1);
            if (joined && (reader.attached(i) || reader.at(i + 1).gap != Gap::line))
                email_around(reader, i, i, !reader.attached(i), found);
            handle_at(reader, i, found);
        } else if (c == '(' || c == '[') {
            if (reader.lower(i + 1) == "at" && reader.at(i + 2).shape == Shape::sign)
                email_around(reader, i, i + 2, true, found);
            if (reader.is_sign(i + 1, '@') && reader.at(i + 2).shape == Shape::sign)
                email_around(reader, i, i + 2, true, found);
        } else if (word == "at") {
            email_around(reader, i, i, true, found);
        } else if (c == ':' && i >= link_until) {
            if (reader.is_sign(i + 1, '/') && reader.is_sign(i + 2, '/') && i > 0 && reader.attached(i + 1))
                link_until = link_at(reader, i - 1, i + 3, true, found);
        } else if (c == '/' && i >= link_until) {
            reddit_name_at(reader, i, found);
        } else if ((c == '.' || word == "dot") && i > 0 && i >= link_until && reader.about(i + 1, topic::ending)) {
            auto host = i - 1;
            if (!is_word(reader, host)) continue;
            while (i - host < part_tokens_max && reader.attached(host) && host >= 2 &&
                   (reader.is_sign(host - 1, '.') || reader.is_sign(host - 1, '-')) && reader.attached(host - 1) &&
                   is_word(reader, host - 2))
                host -= 2;
            bool const within_email = host > 0 && reader.is_sign(host - 1, '@');
            bool const one_letter = reader.at(host).size() < 2;
            if (within_email || one_letter || (word == "dot" && reader.about(host, topic::common))) continue;
            // "finished.me and him": two sentences without a space.
            if (reader.about(i + 1, topic::common) && c == '.' &&
                !(reader.is_sign(i + 2, '/') && reader.attached(i + 2)))
                continue;
            link_until = link_at(reader, host, host, reader.lower(host) == "www", found);
        } else if (word != "at" && word != "dot" && !word.empty()) {
            named_network_at(reader, i, found);
        }
    }
}

}  // namespace kith::screen::rules
