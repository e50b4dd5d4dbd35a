#include <map>
#include <stdexcept>
#include <utility>

#include "domain/screening/screening.hpp"
#include "flows/flow.hpp"
#include "flows/world.hpp"
#include "platform/html/render.hpp"
#include "platform/proofs/one_time_code.hpp"
#include "support/samples.hpp"

namespace kith::test {

namespace {

using Words = std::vector<std::string>;

// Text as it stands in HTML (text and attributes alike, as ctemplate escapes).
std::string escaped(std::string const& text) {
    std::string html;
    for (char c : text) switch (c) {
            case '&': html += "&amp;"; break;
            case '<': html += "&lt;"; break;
            case '>': html += "&gt;"; break;
            case '"': html += "&quot;"; break;
            case '\'': html += "&#39;"; break;
            default: html += c;
        }
    return html;
}

std::string header_of(http::Response const& response, std::string const& wanted) {
    for (auto const& [name, value] : response.headers)
        if (name == wanted) return value;
    return {};
}

// What an app on the phone shows, of the key that was typed into it (base32, spaces do not matter).
std::string code_of_app(std::string const& key, Time now) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string secret;
    std::uint32_t held = 0;
    int bits = 0;
    for (char const c : key) {
        auto const value = alphabet.find(c);
        if (value == alphabet.npos) continue;
        held = held << 5 | static_cast<std::uint32_t>(value);
        if ((bits += 5) < 8) continue;
        secret += static_cast<char>(held >> (bits -= 8) & 0xff);
    }
    return proofs::code_of(secret, proofs::code_step_at(now));
}

class Runner {
public:
    explicit Runner(World& world) : world_{world} {}

    void run(Line const& line) {
        Words words;
        for (auto const& word : line.words) words.push_back(filled(word));
        act(words);
        for (auto const& check : line.checks) examine(words_of(check));
    }

private:
    // {last} and the like, from what is kept; {ada} and {Tuesday} from the world.
    std::string filled(std::string text) {
        for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
            auto const close = text.find('}', open);
            if (close == text.npos) break;
            auto const name = text.substr(open + 1, close - open - 1);
            auto const value = value_of(name);
            if (!value) continue;
            text.replace(open, close - open + 1, *value);
        }
        return text;
    }

    std::optional<std::string> value_of(std::string const& name) {
        if (auto const found = kept_.find(name); found != kept_.end()) return found->second;
        if (world_.has_group(name)) return world_.group(name).text();
        if (world_.knows(name)) return world_.person(name).id.text();
        return std::nullopt;
    }

    void act(Words const& words) {
        if (words[0] == "given") return give({words.begin() + 1, words.end()});
        if (words[0] == "keep" && words.at(3) == "code")
            return void(kept_[words.at(1)] = code_of_app(words.at(5), world_.now()));
        if (words[0] == "keep") return void(kept_[words.at(1)] = words.at(3));
        if (words[0] == "time") return pass(words);
        if (words[0] == "the") return words.at(1) == "hour" ? world_.sweep() : world_.restart();
        auto const who = words[0] == "nobody" ? std::string{} : words[0];
        auto const& verb = words.at(1);
        if (verb == "gets")
            answered(world_.get(who, words.at(2), words.size() > 3 && words[3] == "json"));
        else if (verb == "sends")
            send(who, words);
        else if (verb == "posts")
            post(who, words);
        else if (verb == "comments")
            comment(who, words);
        else if (verb == "writes")
            write(who, words);
        else if (verb == "says")
            answered(world_.post(who, "/messages/" + kept_["conversation"], {{"body", words.at(2)}}));
        else if (verb == "signs")
            sign_in(who, words);
        else if (verb == "attaches")
            attach(who, words);
        else
            throw std::runtime_error{"what is \"" + verb + "\"?"};
    }

    void give(Words const& words) {
        Words names;
        for (std::size_t i = 0; i < words.size(); ++i) {
            bool const ends = words[i].ends_with(';');
            auto const word = words[i].substr(0, words[i].size() - ends);
            if (word == "and") continue;
            if (word == "in") {
                auto group = words.at(++i);
                bool const group_ends = group.ends_with(';');
                group.resize(group.size() - group_ends);
                for (auto const& name : names) world_.put_in(name, group);
                if (group_ends || i + 1 == words.size()) names.clear();
                continue;
            }
            if (word == "hosts")
                for (auto const& name : names) world_.make_host(name);
            else if (word != "outside")
                names.push_back(word);
            for (auto const& name : names) world_.person(name);
            if (ends) names.clear();
        }
    }

    void pass(Words const& words) {
        std::chrono::milliseconds unit = words.at(3).starts_with("minute") ? std::chrono::minutes{1}
                                         : words.at(3).starts_with("hour") ? std::chrono::hours{1}
                                         : words.at(3).starts_with("day")  ? std::chrono::hours{24}
                                                                           : std::chrono::seconds{1};
        world_.pass(unit * std::stoi(words.at(2)));
    }

    void send(std::string const& who, Words const& words) {
        if (words.at(2) == "json") return answered(world_.post_json(who, words.at(3), words.at(4)));
        std::vector<std::pair<std::string, std::string>> fields;
        for (std::size_t i = 3; i < words.size(); ++i) {
            auto const equals = words[i].find('=');
            if (equals == std::string::npos) throw std::runtime_error{"field=\"value\" is missing at " + words[i]};
            fields.emplace_back(words[i].substr(0, equals), words[i].substr(equals + 1));
        }
        answered(world_.post(who, words.at(2), std::move(fields)));
    }

    void post(std::string const& who, Words const& words) {
        answered(world_.post(who, "/groups/" + world_.group(words.at(4)).text() + "/posts", {{"body", words.at(2)}}));
        if (response_.status == 303) kept_["thread"] = kept_["last"];
    }

    void comment(std::string const& who, Words const& words) {
        answered(world_.post(who, "/posts/" + kept_["thread"] + "/comments", {{"body", words.at(2)}}));
    }

    // ada writes "text" to ben and cleo
    void write(std::string const& who, Words const& words) {
        std::vector<std::pair<std::string, std::string>> fields{{"body", words.at(2)}};
        for (std::size_t i = 4; i < words.size(); ++i)
            if (words[i] != "and") fields.emplace_back("to", world_.person(words[i]).id.text());
        answered(world_.post(who, "/messages", std::move(fields)));
    }

    // ada attaches picture.jpg and large.png to /groups/{Tuesday}/posts body="text" alternative="a lake"
    // ada attaches 100 bytes of picture.jpg from 0 to /files/{last}: a piece, as json
    void attach(std::string const& who, Words const& words) {
        std::vector<std::pair<std::string, std::string>> fields, files;
        std::size_t i = 2;
        if (words.at(3) == "bytes") {
            auto const from = std::stoul(words.at(7));
            fields.emplace_back("offset", words[7]);
            files.emplace_back("piece", sample(words.at(5)).substr(from, std::stoul(words[2])));
            return answered(world_.post_files(who, words.at(9), fields, files, true));
        }
        for (; words.at(i) != "to"; ++i)
            if (words[i] != "and") files.emplace_back("file", sample(words[i]));
        auto const target = words.at(++i);
        for (++i; i < words.size(); ++i) {
            auto const equals = words[i].find('=');
            fields.emplace_back(words[i].substr(0, equals), words[i].substr(equals + 1));
        }
        answered(world_.post_files(who, target, fields, files));
    }

    void sign_in(std::string const& who, Words const& words) {
        auto& person = world_.person(who);
        answered(world_.post("", "/session", {{"email", person.email}, {"password", words.at(4)}}));
        auto const cookie = header_of(response_, "Set-Cookie");
        if (cookie.empty()) return;
        auto const equals = cookie.find('=');
        person.secret = cookie.substr(equals + 1, cookie.find(';') - equals - 1);
    }

    // What was made is what the address after `#post-` or `#message-`, or else the last part of the path names. Of a
    // message its conversation is kept too.
    void answered(http::Response response) {
        response_ = std::move(response);
        auto const checks = screening::times_checked();
        checked_ = checks - std::exchange(checks_before_, checks);
        auto const location = header_of(response_, "Location");
        if (location.empty() || response_.status >= 400) return;
        auto const mark = location.find("#post-");
        constexpr std::string_view conversations = "/messages/", message_mark = "#message-";
        auto const message = location.find(message_mark);
        if (mark != location.npos) {
            kept_["last"] = location.substr(mark + 6);
        } else if (message != location.npos) {
            kept_["conversation"] = location.substr(conversations.size(), message - conversations.size());
            kept_["last"] = location.substr(message + message_mark.size());
        } else
            kept_["last"] = location.substr(location.rfind('/') + 1);
    }

    void examine(Words words) {
        for (auto& word : words) word = filled(word);
        auto const& first = words.at(0);
        std::string const body{response_.payload()};
        if (first.find_first_not_of("0123456789") == first.npos) {
            if (std::to_string(response_.status) != first)
                throw std::runtime_error{"the status is " + std::to_string(response_.status) + ", not " + first + "\n" +
                                         body.substr(0, 3000)};
        } else if (first == "page" || first == "html") {
            auto const wanted = first == "page" ? escaped(words.at(2)) : words.at(2);
            bool const there = body.find(wanted) != body.npos;
            if (there != (words.at(1) == "has"))
                throw std::runtime_error{"the page " + std::string{there ? "has" : "lacks"} + " \"" + words[2] +
                                         "\"\n" + body.substr(0, 20'000)};
        } else if (first == "checked") {
            if (std::to_string(checked_) != words.at(1))
                throw std::runtime_error{"words were checked " + std::to_string(checked_) + " times"};
        } else if (first == "goes") {
            if (!header_of(response_, "Location").starts_with(words.at(2)))
                throw std::runtime_error{"it goes to \"" + header_of(response_, "Location") + "\""};
        } else if (first == "header") {
            bool const has = header_of(response_, words.at(1)).find(words.at(3)) != std::string::npos;
            if (has != (words.at(2) == "has"))
                throw std::runtime_error{words[1] + " is \"" + header_of(response_, words[1]) + "\""};
        } else if (first == "keep") {
            auto const begin = body.find(words.at(3));
            auto const end = begin == body.npos ? begin : body.find(words.at(5), begin + words[3].size());
            if (end == body.npos) throw std::runtime_error{"nothing stands between the two\n" + body.substr(0, 20'000)};
            kept_[words.at(1)] = body.substr(begin + words[3].size(), end - begin - words[3].size());
        } else {
            throw std::runtime_error{"what is the check \"" + first + "\"?"};
        }
    }

    World& world_;
    http::Response response_;
    std::uint64_t checks_before_ = screening::times_checked(), checked_ = 0;
    std::map<std::string, std::string> kept_;
};

}  // namespace

std::string run_flow(Flow const& flow, World& world) {
    Runner runner{world};
    std::string missing;
    html::note_missing_markers([&](std::string_view marker) { missing = marker; });
    for (auto const& line : flow.lines) {
        try {
            runner.run(line);
            if (!missing.empty()) throw std::runtime_error{"no view sets the marker " + missing};
        } catch (std::exception const& wrong) {
            html::note_missing_markers(nullptr);
            return flow.file + ":" + std::to_string(line.number) + ": " + line.text + "\n    " + wrong.what();
        }
    }
    html::note_missing_markers(nullptr);
    return {};
}

}  // namespace kith::test
