#include "domain/search/sealed.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "platform/crypto/sealing.hpp"
#include "platform/http/cookie.hpp"

namespace kith::search {

namespace {

constexpr std::string_view purpose = "search";

std::string_view secret_of(http::Request const& request) {
    auto const bearer = request.bearer();
    return bearer.empty() ? request.cookie(http::session_cookie).value_or("") : bearer;
}

std::string next_line(std::string_view& rest) {
    auto const end = std::min(rest.find('\n'), rest.size());
    std::string line{rest.substr(0, end)};
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

std::int64_t number_from(std::string_view text) {
    std::int64_t number = INT64_MAX;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

std::string address_of(http::Request const& request, Question const& question, SearchPlace const& place) {
    auto const text =
        fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", question.words, question.author,
                    question.group ? question.group->text() : "", question.topic ? question.topic->text() : "",
                    stored(question.kind), stored(question.since), stored(question.order), place.score, place.number);
    return "/search/" + crypto::seal(secret_of(request), purpose, text);
}

std::optional<std::pair<Question, SearchPlace>> question_from(http::Request const& request, std::string_view sealed) {
    auto const text = crypto::unseal(secret_of(request), purpose, sealed);
    if (!text) return std::nullopt;
    std::string_view rest = *text;
    Question question;
    question.words = next_line(rest);
    question.author = next_line(rest);
    question.group = GroupId::parse(next_line(rest));
    question.topic = TopicId::parse(next_line(rest));
    question.kind = search_kind_from(next_line(rest));
    question.since = search_since_from(next_line(rest));
    question.order = search_order_from(next_line(rest));
    SearchPlace place;
    place.score = number_from(next_line(rest));
    place.number = number_from(next_line(rest));
    return std::pair{std::move(question), place};
}

}  // namespace kith::search
