// Text out of HTML, JSON, tables and plain text: what is read, where it stood, and that cutting changes nothing.
#include "scan/extract.hpp"

#include <gtest/gtest.h>

#include "scan/decode.hpp"
#include "scan/line_object.hpp"

namespace kith::scan {
namespace {

using Make = std::unique_ptr<Extractor> (*)();

// Feeds `step` bytes more at a time, never more than `most` at once.
std::string read(Make make, std::string_view bytes, std::size_t step = 1 << 20, std::size_t most = 1 << 20) {
    auto const extractor = make();
    std::string all;
    std::size_t from = 0, have = std::min(step, bytes.size());
    while (from < bytes.size()) {
        auto const window = bytes.substr(from, have - from);
        auto const more = have == bytes.size() ? More::none : window.size() >= most ? More::must_cut : More::comes;
        Extracted out;
        bool is_plain = false;
        auto const taken = extractor->take(window, more, out, is_plain);
        all += is_plain ? std::string{window.substr(0, taken)} : out.text;
        from += taken;
        have = std::min(bytes.size(), std::max(have, from) + (taken == 0 ? step : 0));
        if (have == from && from < bytes.size()) have = std::min(bytes.size(), from + step);
    }
    return all;
}

// A piece begins a line, so a cut moves their ends.
std::string words(std::string text) {
    std::erase_if(text, [](char c) { return c == '\n' || c == ' '; });
    return text;
}

TEST(Html, reads_what_a_reader_sees) {
    EXPECT_EQ(read(html_extractor, "<p>One <b>word</b>s</p><p>Two</p>"), "One words\nTwo\n");
    EXPECT_EQ(read(html_extractor, "a &amp; b &eacute;&#233;&#xE9;&#146; &nosuch; &"), "a & b ééé’ &nosuch; &");
    EXPECT_EQ(read(html_extractor, "x<script>if (a<b) '</p>'</script>y<STYLE>z</Style>"), "x\ny\n");
    EXPECT_EQ(read(html_extractor, "<td>a</td><td>b</td>"), "\na\n\nb\n");
    EXPECT_EQ(read(html_extractor, "a<!-- b -->c"), "a\n b \nc");
    EXPECT_EQ(read(html_extractor, "1 < 2 and 3 > 2"), "1 < 2 and 3 > 2");
}

TEST(Html, reads_what_stands_in_attributes) {
    EXPECT_EQ(read(html_extractor, R"(<img src=x.png alt="A &quot;b&quot;" title='c'>)"), "A \"b\"\nc\n");
    EXPECT_EQ(read(html_extractor, R"(<a href=mailto:a@example.org class="q>r">x</a>)"), "mailto:a@example.org\nx");
}

TEST(Html, goes_on_where_a_quotation_mark_is_missing) {
    EXPECT_EQ(read(html_extractor, "<a href=\"x>one</a> <b>two</b>"), "x>\none two");
    // From each tag to the end and back would take hours.
    std::string hostile;
    while (hostile.size() < 4 << 20) hostile += "<a b=\"'<c d='\"e ";
    EXPECT_FALSE(read(html_extractor, hostile + "<x y=\"", 1 << 20, 4 << 20).empty());
}

TEST(Json, puts_names_before_values) {
    EXPECT_EQ(read(json_extractor, R"({"nhs_number": 9434765919, "fullName": "x", "on": true, "off": null})"),
              "nhs number: 9434765919\nfull Name: x\non: \noff: \n");
    EXPECT_EQ(read(json_extractor, R"({"people": ["a", "b", {"c": "d"}]})"), "people\npeople: a\npeople: b\nc: d\n");
    EXPECT_EQ(read(json_extractor, R"({"Bramble Thistle": {"a": 1}})"), "Bramble Thistle\na: 1\n");
}

TEST(Json, reads_escapes) {
    EXPECT_EQ(read(json_extractor, R"(["a\n\"b\"\u00e9\ud83d\ude00\/"])"), "a\n\"b\"é😀/\n");
    // Some archives write each byte of a character by itself.
    EXPECT_EQ(read(json_extractor, R"(["Z\u00c3\u00bcrich \u00e9t"])"), "Zürich ét\n");
    EXPECT_EQ(read(json_extractor, R"(["\ud800 \u12 \)"), "\uFFFD \\u12 \\");
}

TEST(Json, passes_over_instants) {
    EXPECT_EQ(read(json_extractor, R"({"timestamp_ms": 1589372812345, "id": 1589372812345})"),
              "timestamp ms: \nid: 1589372812345\n");
}

TEST(Json, reads_what_is_broken) { EXPECT_EQ(read(json_extractor, R"({"a": "b" "c": "d", ] } "e)"), "a: b\nc: d\ne"); }

TEST(Csv, puts_names_of_columns_before_cells) {
    EXPECT_EQ(read(csv_extractor, "name,phone_no\nBee,07700 900123\n,\n\"x \"\"y\"\"\nz\",1\n"),
              "name,phone_no\nname: Bee\nphone no: 07700 900123\n\nname: x \"y\"\nz\nphone no: 1\n\n");
    EXPECT_EQ(read(csv_extractor, "Bee;07700 900123\r\nOtto;1\r\n"), "Bee\n07700 900123\n\nOtto\n1\n\n");
    EXPECT_EQ(read(csv_extractor, "a\tb\n1\t2"), "a\tb\na: 1\nb: 2\n\n");
}

TEST(Plain, cuts_after_paragraphs_and_lines) {
    EXPECT_EQ(cut_of("one\n\ntwo\nthree", More::comes), 5U);
    EXPECT_EQ(cut_of("one\ntwo", More::comes), 4U);
    EXPECT_EQ(cut_of("one two", More::comes), 0U);
    EXPECT_EQ(cut_of("one two", More::must_cut), 4U);
    EXPECT_EQ(cut_of("ab\xC3", More::must_cut), 2U);
    EXPECT_EQ(cut_of("one two", More::none), 7U);
}

TEST(Plain, reads_other_bytes_as_windows_did) { EXPECT_EQ(read(plain_extractor, "caf\xE9 \x93x\x94 é"), "café “x” é"); }

TEST(Extractors, say_the_same_however_the_bytes_arrive) {
    std::string const html =
        "<p title='a b'>One &eacute; <b>x</b> <!-- c d --> y<script>z</script> w</p>\n<i>v</i> u\n";
    std::string const json = R"({"a_b": ["x \u00c3\u00a9 \n y", 12345, true], "c": {"d": "e \"f\""}})";
    std::string const csv = "a,b\n\"x, \"\"y\"\"\",2\n3,\"4\n5\"\n";
    for (std::size_t step = 1; step < 40; ++step) {
        EXPECT_EQ(words(read(html_extractor, html, step)), words(read(html_extractor, html))) << step;
        EXPECT_EQ(words(read(json_extractor, json, step)), words(read(json_extractor, json))) << step;
        EXPECT_EQ(words(read(csv_extractor, csv, step)), words(read(csv_extractor, csv))) << step;
    }
}

TEST(Decode, finds_what_json_escapes) {
    for (std::size_t at = 0; at < 20; ++at)
        for (char const c : {'"', '\\', '\n', '\0', '\x1F'}) {
            std::string text(24, '\x7F');
            text[at / 2] = '\xE9';
            text[at] = c;
            EXPECT_EQ(plain_run(text), at);
        }
    EXPECT_EQ(plain_run("é !#[]~\x80\xFF and so on"), std::string_view{"é !#[]~\x80\xFF and so on"}.size());
}

TEST(Lines, reads_plain_objects_alone) {
    auto const object =
        read_line_object(R"( {"id": 12, "lang":"en", "text" : "a\n\"b\" \u00e9\ud83d\ude00 é", "n": null} )");
    ASSERT_TRUE(object);
    EXPECT_EQ(object->id, "12");
    EXPECT_EQ(object->text, "a\n\"b\" é😀 é");
    EXPECT_EQ(read_line_object(R"({"text":"x","id":"é y"})")->id, R"("é y")");
    for (std::string_view const other :
         {R"({"id":1})", R"({"text":1})", R"({"text":"x","text":"y"})", R"({"text":"x"}})", R"({"text":"x",})",
          R"({"text":"\ud800"})", R"({"text":"x","id":1.5})", R"({"text":"x","id":01})", R"({"text":"x","id":true})",
          R"({"text":"x","a":{}})", "{\"text\":\"\xE9\"}", "{\"text\":\"a\nb\"}", R"({"text":"x)", R"(["text"])", ""})
        EXPECT_FALSE(read_line_object(other)) << other;
}

TEST(Decode, knows_utf8) {
    EXPECT_EQ(utf8_prefix("aé€😀"), std::string{"aé€😀"}.size());
    for (std::string_view const broken : {"\x80", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80",
                                          "\xF4\x90\x80\x80", "\xC3", "\xE2\x82"})
        EXPECT_EQ(utf8_prefix(broken), 0U);
    EXPECT_EQ(back_of("aé", 1), "");
    EXPECT_EQ(front_of("aé", 2), "a");
}

}  // namespace
}  // namespace kith::scan
