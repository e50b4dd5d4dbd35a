#include "platform/html/markdown.hpp"

#include <gtest/gtest.h>

#include <ctime>
#include <random>

#include "platform/html/strict_reader.hpp"

namespace kith::html {
namespace {

std::string shown(std::string_view text) { return markdown(text).text(); }

constexpr std::string_view rel = "rel=\"noopener noreferrer nofollow\"";

std::string link(std::string_view href, std::string_view words) {
    return "<a href=\"" + std::string{href} + "\" " + std::string{rel} + ">" + std::string{words} + "</a>";
}

TEST(Markdown, WritesTheClosedList) {
    EXPECT_EQ(shown("a **b** *c* ~~d~~ `e<`"),
              "<p>a <strong>b</strong> <em>c</em> <del>d</del> <code>e&lt;</code></p>\n");
    EXPECT_EQ(shown("# a\n## b\n### c\n###### d"), "<h2>a</h2>\n<h3>b</h3>\n<h4>c</h4>\n<h5>d</h5>\n");
    EXPECT_EQ(shown("## a\n#### b\n## c"), "<h2>a</h2>\n<h3>b</h3>\n<h2>c</h2>\n");
    EXPECT_EQ(shown("- a\n- b\n\n3. c"), "<ul><li>a</li>\n<li>b</li>\n</ul>\n<ol start=\"3\"><li>c</li>\n</ol>\n");
    EXPECT_EQ(shown("> a\n\n---"), "<blockquote><p>a</p>\n</blockquote>\n<hr>");
    EXPECT_EQ(shown("```cpp\na<b\n```"), "<pre><code>a&lt;b\n</code></pre>\n");
    EXPECT_EQ(shown("|a|b|\n|---|---|\n|1|2|"),
              "<table><thead><tr><th>a</th><th>b</th></tr>\n</thead><tbody><tr><td>1</td><td>2</td></tr>\n</tbody></"
              "table>\n");
    EXPECT_EQ(shown(""), "");
}

TEST(Markdown, KeepsLineBreaks) {
    EXPECT_EQ(shown("a\nb  \nc"), "<p>a<br>\nb<br>\nc</p>\n");
    EXPECT_EQ(shown("    not code"), "<p>not code</p>\n");
}

TEST(Markdown, LetsNoHtmlThrough) {
    EXPECT_EQ(shown("<b>x</b> <script>alert(1)</script>"),
              "<p>&lt;b&gt;x&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    EXPECT_EQ(shown("&lt;b&gt; &nbsp; &#60; &#x0; &unknown;"), "<p>&lt;b&gt; &nbsp; &lt; \uFFFD &unknown;</p>\n");
    EXPECT_EQ(shown(std::string_view{"a\0b", 3}), "<p>a\uFFFDb</p>\n");
}

TEST(Markdown, LinksOnlyWhatIsOnTheList) {
    EXPECT_EQ(shown("[a](https://example.org/?x=1&y=2 \"title\")"),
              "<p>" + link("https://example.org/?x=1&amp;y=2", "a") + "</p>\n");
    EXPECT_EQ(shown("<ada@example.org>"), "<p>" + link("mailto:ada@example.org", "ada@example.org") + "</p>\n");
    EXPECT_EQ(shown("see https://example.org/a."),
              "<p>see " + link("https://example.org/a", "https://example.org/a") + ".</p>\n");
    EXPECT_EQ(shown("www.example.org"), "<p>" + link("http://www.example.org", "www.example.org") + "</p>\n");
    EXPECT_EQ(shown("ada@example.org"), "<p>ada@example.org</p>\n");
    EXPECT_EQ(shown("[a](HTTPS://example.org/é)"), "<p>" + link("HTTPS://example.org/%C3%A9", "a") + "</p>\n");
    EXPECT_EQ(shown("[a](javascript:alert%281%29)"), "<p>a (javascript:alert%281%29)</p>\n");
    EXPECT_EQ(shown("[a](&#106;avascript:x)"), "<p>a (javascript:x)</p>\n");
    EXPECT_EQ(shown("[a](//example.org)"), "<p>a (//example.org)</p>\n");
    EXPECT_EQ(shown("[a](/groups)"), "<p>a (/groups)</p>\n");
    EXPECT_EQ(shown("[a](data:text/html,x)"), "<p>a (data:text/html,x)</p>\n");
    EXPECT_EQ(shown("<ftp://example.org>"), "<p>ftp://example.org</p>\n");
    EXPECT_EQ(shown("[a](<https://example.org/ b>)"), "<p>a (https://example.org/ b)</p>\n");
}

TEST(Markdown, PicturesBecomeLinks) {
    EXPECT_EQ(shown("![a *b*](https://example.org/x.png)"),
              "<p>" + link("https://example.org/x.png", "a <em>b</em>") + "</p>\n");
    EXPECT_EQ(shown("[![a](https://one.example)](https://two.example)"),
              "<p>" + link("https://two.example", "a") + "</p>\n");
}

TEST(Markdown, ShowsAsTypedWhatWouldGrow) {
    auto const address = "https://example.org/" + std::string(1'500, 'x');
    std::string references = "[a]: " + address + "\n\n";
    for (int i = 0; i < 500; ++i) references += "[a] <b>";
    auto const out = shown(references);
    EXPECT_TRUE(out.starts_with("<p>[a]: https://example.org/xxx"));
    EXPECT_TRUE(out.ends_with("[a] &lt;b&gt;</p>\n"));
    EXPECT_LT(out.size(), 4 * references.size());
    EXPECT_NE(shown("[a]: " + address + "\n\n[a] [a]").find("<a href"), std::string::npos);
}

TEST(Markdown, StaysShallow) {
    auto const out = shown(std::string(5'000, '>') + " deep");
    EXPECT_LE(out.size(), 600u);
    EXPECT_EQ(complaint_about(out), "");
    EXPECT_NE(out.find("deep"), std::string::npos);
}

std::vector<std::string> const members = {"Ada", "Ada Example", "Ben", "Zoë", "Ann-Marie O'Neil", "Ben"};

TEST(Mentions, MarksTheLongestName) {
    MentionNames const names{members};
    auto const with = [&](std::string_view text) { return markdown(text, names).text(); };
    auto const span = [](std::string name) { return "<span class=\"mention\">@" + name + "</span>"; };
    EXPECT_EQ(with("@Ada Example, @ada and @Zoë!"),
              "<p>" + span("Ada Example") + ", " + span("Ada") + " and " + span("Zoë") + "!</p>\n");
    EXPECT_EQ(with("@Ada Exampleton"), "<p>" + span("Ada") + " Exampleton</p>\n");
    EXPECT_EQ(with("@Adam @Be ada@Ben @@Ben"), "<p>@Adam @Be ada@Ben @@Ben</p>\n");
    EXPECT_EQ(with("(@Ben) **@Ann-Marie O'Neil**"),
              "<p>(" + span("Ben") + ") <strong>" + span("Ann-Marie O&#39;Neil") + "</strong></p>\n");
    EXPECT_EQ(with("`@Ben` [@Ben](https://x.example)"),
              "<p><code>@Ben</code> " + link("https://x.example", "@Ben") + "</p>\n");
    EXPECT_EQ(with("> @Ben"), "<blockquote><p>" + span("Ben") + "</p>\n</blockquote>\n");
    EXPECT_EQ(markdown("@Ben").text(), "<p>@Ben</p>\n");
}

TEST(Mentions, AreListedOnceInOrder) {
    MentionNames const names{members};
    using Indices = std::vector<std::size_t>;
    EXPECT_EQ(mentions_in("@Zoë @Ada Example @Zoë", names), (Indices{3, 1}));
    EXPECT_EQ(mentions_in("@ben", names), (Indices{2, 5}));  // two are called so
    EXPECT_EQ(mentions_in("> @Ada\n\n`@Ada`\n\n```\n@Ada\n```\n\n[@Ada](https://x.example)", names), Indices{});
    EXPECT_EQ(mentions_in("> @Ada\n\n@Ben", names), (Indices{2, 5}));
    EXPECT_EQ(mentions_in("nobody", names), Indices{});
    EXPECT_EQ(mentions_in("@Ada", MentionNames{}), Indices{});
}

// Every way of writing that a reader of Markdown knows, thrown together.
TEST(Markdown, NeverLeavesTheList) {
    constexpr std::string_view pieces[] = {"[",
                                           "]",
                                           "(",
                                           ")",
                                           "![",
                                           "](",
                                           "](javascript:alert(1))",
                                           "](https://x.example/\"onclick=1)",
                                           "<",
                                           ">",
                                           "<a href=x>",
                                           "<script>",
                                           "\"",
                                           "'",
                                           "&",
                                           "&#x6a;",
                                           "&quot;",
                                           "&lt;",
                                           "javascript:",
                                           "data:",
                                           "https://",
                                           "www.x.example",
                                           "mailto:",
                                           "*",
                                           "**",
                                           "_",
                                           "~~",
                                           "`",
                                           "```\n",
                                           "\n",
                                           "\n\n",
                                           "> ",
                                           "- ",
                                           "1. ",
                                           "# ",
                                           "|",
                                           "|---|\n",
                                           "---\n",
                                           "\\",
                                           "\t",
                                           "    ",
                                           "a",
                                           "é",
                                           "\xFF",
                                           "@Ada",
                                           "@Ada Example",
                                           "[x]: javascript:y\n",
                                           "[x]: https://x.example 'y'\n",
                                           "[x]",
                                           "<https://x>",
                                           "<javascript:x>",
                                           "<a@b.example>",
                                           "\u202E",
                                           "=",
                                           "==\n"};
    MentionNames const names{members};
    std::mt19937 random{5};
    for (int round = 0; round < 30'000; ++round) {
        std::string text;
        for (auto n = random() % 40; n > 0; --n) text += pieces[random() % std::size(pieces)];
        if (round % 3 == 0)
            for (auto n = random() % 30; n > 0; --n) text += static_cast<char>(random());
        auto const out = markdown(text, names).text();
        ASSERT_EQ(complaint_about(out), "") << text << "\n--\n" << out;
    }
}

std::string times(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
}

std::string table(std::size_t bytes) {
    return times("|a", bytes / 6) + "\n" + times("|---", bytes / 3) + "\n" + times("|\n", bytes / 3);
}
std::string one_long_reference(std::size_t bytes) {
    return "[a]: https://example.org/" + std::string(bytes / 2, 'x') + "\n\n" + times("[a] ", bytes / 2);
}
std::string many_references(std::size_t bytes) {
    std::string text;
    for (int i = 0; text.size() < bytes; ++i) text += "[r" + std::to_string(i) + "]: https://x.example\n";
    return text + "\n[r1] [r2]";
}

struct Pattern {
    char const* name;
    std::string (*make)(std::size_t bytes);
};

constexpr Pattern patterns[] = {
    {"open brackets", [](std::size_t n) { return times("[", n); }},
    {"open links", [](std::size_t n) { return times("[a](", n); }},
    {"open pictures", [](std::size_t n) { return times("![", n); }},
    {"brackets in brackets", [](std::size_t n) { return times("[", n / 2) + times("]", n / 2); }},
    {"emphasis never closed", [](std::size_t n) { return times("*a ", n); }},
    {"emphasis never opened", [](std::size_t n) { return times("a** ", n); }},
    {"emphasis of two kinds", [](std::size_t n) { return times("*a_ ", n); }},
    {"strike", [](std::size_t n) { return times("~a ~~b ", n); }},
    {"ticks of growing length",
     [](std::size_t n) {
         std::string text;
         for (std::size_t i = 1; text.size() < n; ++i) text += std::string(i, '`') + "a";
         return text;
     }},
    {"quotes in quotes", [](std::size_t n) { return times(">", n); }},
    {"lists in lists", [](std::size_t n) { return times("- ", n); }},
    {"entities", [](std::size_t n) { return times("&a", n); }},
    {"backslashes", [](std::size_t n) { return times("\\", n); }},
    {"less than", [](std::size_t n) { return times("<a ", n); }},
    {"open comments", [](std::size_t n) { return times("<!--", n); }},
    {"addresses", [](std::size_t n) { return times("http://a.b", n); }},
    {"www", [](std::size_t n) { return times("www.", n); }},
    {"table of empty cells", table},
    {"one long reference", one_long_reference},
    {"many references", many_references},
    {"mentions", [](std::size_t n) { return times("@Ada Exampl ", n); }},
    {"at signs", [](std::size_t n) { return times(" @", n); }},
};

// Of the processor, so that it does not matter who else is at work on the machine.
double processor_seconds(std::string const& text, MentionNames const& names) {
    auto const now = [] {
        timespec spent{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
        return static_cast<double>(spent.tv_sec) + 1e-9 * static_cast<double>(spent.tv_nsec);
    };
    auto const begin = now();
    auto const markup = markdown(text, names);
    return now() - begin;
}

// Under the address sanitizer memory is slow in large pieces; bin/test runs this test without it too.
#if __has_feature(address_sanitizer)
constexpr double between_line_and_square = 600;
#else
constexpr double between_line_and_square = 120;
#endif

// 32 times the text takes about 32 times the work; the square would be 1,024 times. Below a few milliseconds the clock
// says nothing, and needs not to.
TEST(Markdown, TakesTimeInProportion) {
    constexpr std::size_t bytes = 5'000, larger = 32;
    constexpr double too_short_to_tell = 0.004;
    MentionNames const names{members};
    for (auto const& [name, make] : patterns) {
        auto const small = make(bytes), large = make(larger * bytes);
        double ratio = 0, spent = 0;
        for (int attempt = 0; attempt < 4; ++attempt) {
            spent = processor_seconds(large, names);
            ratio = spent / processor_seconds(small, names);
            if (ratio < between_line_and_square || spent < too_short_to_tell) break;
        }
        EXPECT_TRUE(ratio < between_line_and_square || spent < too_short_to_tell)
            << name << ": " << ratio << " times, " << spent << " s";
        auto const out = markdown(large, names).text();
        EXPECT_LT(out.size(), 40 * large.size()) << name;
        EXPECT_EQ(complaint_about(out), "") << name;
    }
}

}  // namespace
}  // namespace kith::html
