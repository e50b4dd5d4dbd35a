#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "base/text.hpp"
#include "platform/http/cookie.hpp"
#include "platform/http/form.hpp"
#include "platform/http/header.hpp"
#include "platform/http/request.hpp"
#include "platform/http/url.hpp"

namespace kith::http {
namespace {

Request with_headers(std::vector<std::pair<std::string, std::string>> headers) {
    Request request;
    request.headers = std::move(headers);
    return request;
}

Request sent(std::string type, std::string body) {
    auto request = with_headers({{"content-type", std::move(type)}});
    request.method = Method::post;
    request.body = std::move(body);
    return request;
}

Result<Form> pairs(std::string body) { return Form::read(sent("application/x-www-form-urlencoded", std::move(body))); }
Result<Form> json(std::string body) { return Form::read(sent("application/json; charset=utf-8", std::move(body))); }

TEST(Request, FindsHeadersAndCookies) {
    auto const request =
        with_headers({{"host", "kith.example"}, {"cookie", "a=1; __Host-kith=one=two ;b="}, {"cookie", "a=2; c=3"}});
    EXPECT_EQ(request.header("host"), "kith.example");
    EXPECT_EQ(request.header("origin"), std::nullopt);
    EXPECT_EQ(request.cookie("a"), "1");
    EXPECT_EQ(request.cookie("b"), "");
    EXPECT_EQ(request.cookie("c"), "3");
    EXPECT_EQ(request.cookie(session_cookie), "one=two");
    EXPECT_EQ(request.cookie("kith"), std::nullopt);
}

TEST(Request, WantsJsonOnlyWhenItIsWantedMore) {
    auto const wants = [](std::string accept) { return with_headers({{"accept", std::move(accept)}}).wants_json(); };
    EXPECT_TRUE(wants("application/json"));
    EXPECT_TRUE(wants("Application/JSON; charset=utf-8"));
    EXPECT_TRUE(wants("application/json, text/html"));
    EXPECT_TRUE(wants("text/html;q=0.8, application/json"));
    EXPECT_TRUE(wants("text/html ; q=0.5 , application/json;q=0.9"));
    EXPECT_FALSE(wants("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
    EXPECT_FALSE(wants("text/html, application/json"));
    EXPECT_FALSE(wants("application/json;q=0.3, text/html;q=0.4"));
    EXPECT_FALSE(wants("application/json;q=0"));
    EXPECT_FALSE(wants("*/*"));
    EXPECT_FALSE(wants(""));
    EXPECT_FALSE(Request{}.wants_json());
}

TEST(Header, RefusesWhatWouldSplitAResponse) {
    EXPECT_TRUE(is_header_value("text/html; charset=utf-8"));
    EXPECT_TRUE(is_header_value(""));
    EXPECT_FALSE(is_header_value("/groups\r\nSet-Cookie: a=b"));
    EXPECT_FALSE(is_header_value("a\nb"));
    EXPECT_FALSE(is_header_value(std::string_view{"a\0b", 3}));
    EXPECT_FALSE(is_header_value("a\x7F"));
    EXPECT_FALSE(is_header_value(" a"));
    EXPECT_TRUE(is_header_name("X-Frame-Options"));
    EXPECT_FALSE(is_header_name("X Frame"));
    EXPECT_FALSE(is_header_name("X:"));
    EXPECT_FALSE(is_header_name(""));
}

TEST(Cookie, IsBoundToTheHost) {
    auto const cookie = set_session_cookie("abc", std::chrono::hours{24});
    EXPECT_EQ(cookie, "__Host-kith=abc; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=86400");
    EXPECT_TRUE(clear_session_cookie().ends_with("Max-Age=0"));
    EXPECT_TRUE(is_header_value(cookie));
}

TEST(Url, EncodesAndDecodes) {
    EXPECT_EQ(percent_decode("a%20b+c%C3%A9", Plus::is_plus), "a b+cé");
    EXPECT_EQ(percent_decode("a%20b+c", Plus::is_space), "a b c");
    EXPECT_EQ(percent_decode("%", Plus::is_plus), std::nullopt);
    EXPECT_EQ(percent_decode("%4", Plus::is_plus), std::nullopt);
    EXPECT_EQ(percent_decode("%zz", Plus::is_plus), std::nullopt);
    EXPECT_EQ(percent_decode("%2541", Plus::is_plus), "%41");  // once, not twice
    EXPECT_EQ(percent_encode("a b/é~"), "a%20b%2F%C3%A9~");
    std::string all;
    for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
    EXPECT_EQ(percent_decode(percent_encode(all), Plus::is_space), all);
}

TEST(Form, ReadsPairs) {
    auto const form = pairs("body=Hello+there%21&topic=&who=a&who=b&&bare").value();
    EXPECT_EQ(form.value("body"), "Hello there!");
    EXPECT_TRUE(form.has("topic"));
    EXPECT_EQ(form.value("topic"), "");
    EXPECT_TRUE(form.has("bare"));
    EXPECT_FALSE(form.has("nothing"));
    EXPECT_EQ(form.values("who"), (std::vector<std::string_view>{"a", "b"}));
    EXPECT_EQ(form.fields().size(), 5u);
}

TEST(Form, ReadsFlatJson) {
    auto const form =
        json(R"({"body":"Hé\n","count":12,"share":0.5,"yes":true,"no":false,"gone":null,"who":["a","b"]})").value();
    EXPECT_EQ(form.value("body"), "Hé\n");
    EXPECT_EQ(form.value("count"), "12");
    EXPECT_EQ(form.value("share"), "0.5");
    EXPECT_EQ(form.value("yes"), "true");
    EXPECT_EQ(form.value("no"), "false");
    EXPECT_FALSE(form.has("gone"));
    EXPECT_EQ(form.values("who"), (std::vector<std::string_view>{"a", "b"}));
}

TEST(Form, RefusesWhatIsNotFlat) {
    for (std::string body : {"[]", "\"a\"", "1", "null", R"({"a":{}})", R"({"a":[[1]]})", R"({"a":[{}]})", "{",
                             R"({"a":1} x)", R"({"a":})", "{\"a\":\"\xFF\"}", "{\"\xC0\xAF\":\"a\"}"}) {
        auto const form = json(body);
        ASSERT_FALSE(form.has_value()) << body;
        EXPECT_EQ(form.error().kind, Kind::invalid);
        EXPECT_FALSE(form.error().faults.at(0).message.empty());
    }
    // A hundred thousand brackets are refused at the second, not followed to the bottom.
    EXPECT_FALSE(json(std::string(100'000, '[')).has_value());
    EXPECT_FALSE(json("{\"a\":" + std::string(100'000, '[')).has_value());
}

TEST(Form, RefusesWhatIsNotText) {
    EXPECT_FALSE(pairs("a=%FF").has_value());
    EXPECT_EQ(pairs("body=%C3").error().faults.at(0).field, "body");
    EXPECT_FALSE(pairs("%C3=a").has_value());
    EXPECT_FALSE(pairs("a=%E2%28").has_value());
    EXPECT_FALSE(pairs("a=100%").has_value());
    EXPECT_FALSE(Form::read(sent("text/plain", "a=b")).has_value());
    EXPECT_FALSE(Form::read(sent("multipart/form-data; boundary=x", "--x")).has_value());
    EXPECT_TRUE(Form::read(sent("text/plain", "")).has_value());
}

TEST(Form, HoldsAtMostItsNumberOfFields) {
    std::string many, list = "{\"a\":[";
    for (std::size_t i = 0; i < form_fields_max; ++i) {
        many += "a=1&";
        list += "1,";
    }
    EXPECT_TRUE(pairs(many).has_value());
    EXPECT_FALSE(pairs(many + "b").has_value());
    EXPECT_FALSE(json(list + "1]}").has_value());
    list.back() = ']';
    EXPECT_TRUE(json(list + "}").has_value());
}

TEST(Form, AQueryIsReadAlike) {
    EXPECT_EQ(Form::read_query("older=abc&q=a+b").value().value("q"), "a b");
    EXPECT_FALSE(Form::read_query("q=%GG").has_value());
}

// Whatever comes, what a form holds is text, within bounds.
TEST(Form, WithstandsNoise) {
    std::mt19937 random{7};
    constexpr std::string_view pieces[] = {"%", "&", "=", "+", "%C3%A9", "\xFF", "{",     "}",       "[",  "]",  "\"",
                                           ":", ",", "a", "1", "null",   "true", "\\u00", "\\ud800", "\n", "e9", "-"};
    for (int round = 0; round < 20'000; ++round) {
        std::string body = round % 2 ? "{\"a\":" : "";
        for (auto n = random() % 24; n > 0; --n) body += pieces[random() % std::size(pieces)];
        for (auto const& form : {pairs(body), json(body)}) {
            if (!form) {
                EXPECT_EQ(form.error().kind, Kind::invalid);
                continue;
            }
            EXPECT_LE(form->fields().size(), form_fields_max);
            for (auto const& [name, value] : form->fields()) EXPECT_TRUE(text::is_utf8(name) && text::is_utf8(value));
        }
    }
}

// The same fields, whichever way they come.
TEST(Form, PairsAndJsonAgree) {
    std::mt19937 random{11};
    constexpr std::string_view letters[] = {"a", "é", "🙂", "&", "=", "+", "%", "\"", "\\", "\n", " ", "<"};
    for (int round = 0; round < 500; ++round) {
        nlohmann::ordered_json object = nlohmann::ordered_json::object();
        std::string encoded;
        for (int field = 0; field < 5; ++field) {
            std::string name = "f" + std::to_string(field), value;
            for (auto n = random() % 8; n > 0; --n) value += letters[random() % std::size(letters)];
            object[name] = value;
            encoded += name + "=" + percent_encode(value) + "&";
        }
        EXPECT_EQ(pairs(encoded).value().fields(), json(object.dump()).value().fields());
    }
}

}  // namespace
}  // namespace kith::http
