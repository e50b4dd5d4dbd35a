#include "platform/html/render.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

#include "platform/html/assets.hpp"
#include "platform/html/markdown.hpp"

namespace kith::html {
namespace {

std::string shown(std::string_view text, View const& view, std::vector<TemplateFile> others = {}) {
    others.push_back({"page", text});
    load_templates(others);
    return render("page", view);
}

void expect_refused(std::string_view text) {
    TemplateFile const files[] = {{"page", text}};
    EXPECT_THROW(load_templates(files), std::runtime_error) << text;
}

View::List names(std::initializer_list<char const*> all) {
    View::List list;
    for (auto const* name : all) list.emplace_back().text("name", name);
    return list;
}

TEST(Render, EscapesForWhereAValueStands) {
    View view;
    view.text("x", "<b>\"'&")
        .text("url", "javascript:alert(1)")
        .text("good", "/posts/a?b=c&d")
        .text("web", "https://example.org/");
    EXPECT_EQ(shown("<p>{{x}}</p>", view), "<p>&lt;b&gt;&quot;&#39;&amp;</p>");
    EXPECT_EQ(shown("<p title=\"{{x}}\">", view), "<p title=\"&lt;b&gt;&quot;&#39;&amp;\">");
    EXPECT_EQ(shown("<a href=\"{{url}}\">", view), "<a href=\"#\">");
    EXPECT_EQ(shown("<a href=\"{{good}}\">", view), "<a href=\"/posts/a?b=c&amp;d\">");
    EXPECT_EQ(shown("<a href=\"{{web}}\">", view), "<a href=\"https://example.org/\">");
    EXPECT_EQ(shown("<textarea>{{x}}</textarea>", view), "<textarea>&lt;b&gt;&quot;&#39;&amp;</textarea>");
}

TEST(Render, KeepsLinesInATextarea) {
    View view;
    view.text("x", "<b>\n\tfirst\n\nsecond");
    EXPECT_EQ(shown("<textarea>{{x}}</textarea>", view), "<textarea>&lt;b&gt;\n\tfirst\n\nsecond</textarea>");
}

TEST(Render, MarkupStandsAsItIs) {
    View view;
    view.markup("body_html", markdown("*a* < b"));
    EXPECT_EQ(shown("<div>{{body_html:none}}</div>", view), "<div><p><em>a</em> &lt; b</p>\n</div>");
}

TEST(Render, RefusesToSwitchEscapingOff) {
    expect_refused("{{body:none}}");
    expect_refused("{{body:h:none}}");
    expect_refused("{{body_html}}");
    expect_refused("{{body_html:h}}");
    expect_refused("<p title=\"{{body_html:none}}\">");
    expect_refused("<p {{>attributes}}>");
    expect_refused("{{=<% %>=}}<%body%>");
    expect_refused("{{%AUTOESCAPE context=\"JAVASCRIPT\"}}");
    expect_refused("{{>nowhere}}");
    expect_refused("{{#open}} never closed");
    expect_refused("{{name");
    expect_refused("{{icon:log-out}}");  // put in before, or not at all
}

TEST(Render, ARefusalLeavesTheOldTemplates) {
    View view;
    view.text("x", "1");
    EXPECT_EQ(shown("a{{x}}", view), "a1");
    expect_refused("{{body:none}}");
    EXPECT_EQ(render("page", view), "a1");
    EXPECT_THROW(render("nowhere", view), std::logic_error);
}

TEST(Render, SectionsShowWhatThereIs) {
    View view;
    view.flag("yes", true)
        .flag("no", false)
        .null("nothing")
        .text("empty", "")
        .text("word", "w")
        .number("zero", 0)
        .number("two", 2);
    view.child("child", View{}).list("many", names({"a", "b"})).list("none", {});
    for (std::string name : {"yes", "word", "two", "child"}) {
        EXPECT_EQ(shown("{{#" + name + "}}+{{/" + name + "}}", view), "+") << name;
        EXPECT_EQ(shown("{{#not_" + name + "}}+{{/not_" + name + "}}", view), "") << name;
        EXPECT_EQ(shown("{{#any_" + name + "}}+{{/any_" + name + "}}", view), "+") << name;
    }
    for (std::string name : {"no", "nothing", "empty", "zero", "none"}) {
        EXPECT_EQ(shown("{{#" + name + "}}+{{/" + name + "}}", view), "") << name;
        EXPECT_EQ(shown("{{#not_" + name + "}}+{{/not_" + name + "}}", view), "+") << name;
        EXPECT_EQ(shown("{{#no_" + name + "}}+{{/no_" + name + "}}", view), "+") << name;
        EXPECT_EQ(shown("{{#any_" + name + "}}+{{/any_" + name + "}}", view), "") << name;
    }
    EXPECT_EQ(shown("{{#many}}[{{name}}{{word}}]{{/many}}{{#any_many}}!{{/any_many}}", view), "[aw][bw]!");
}

TEST(Render, ANameThatIsSetGoesBeforeWhatItsBeginningSays) {
    View view;
    view.flag("no_reply", true).flag("reply", true);
    EXPECT_EQ(shown("{{#no_reply}}+{{/no_reply}}", view), "+");
}

TEST(Render, InnerNamesHideOuterOnes) {
    View inner;
    inner.text("name", "inner");
    View view;
    view.text("name", "outer").text("other", "o").child("child", std::move(inner));
    EXPECT_EQ(shown("{{name}}{{#child}}{{name}}{{other}}{{/child}}{{name}}", view), "outerinneroouter");
}

TEST(Render, IncludesForEachOrWithTheViewAtHand) {
    View view;
    view.text("group", "g").list("person", names({"a", "b"})).list("people", names({"c", "d"}));
    TemplateFile const person{"person", "<i>{{name}}{{group}}</i>"}, row{"row", "<b>{{name}}{{group}}</b>"};
    EXPECT_EQ(shown("{{>person}}", view, {person}), "<i>ag</i><i>bg</i>");
    EXPECT_EQ(shown("{{#people}}{{>row}}{{/people}}", view, {row}), "<b>cg</b><b>dg</b>");
    View lone;
    lone.list("person", {}).text("name", "n").text("group", "g");
    EXPECT_EQ(shown("[{{>person}}]", lone, {person}), "[]");
    EXPECT_EQ(shown("[{{>row}}]", lone, {row}), "[<b>ng</b>]");
}

TEST(Render, NumbersShowAsDigits) {
    View view;
    view.number("a", -12).number("b", 9'000'000'000);
    EXPECT_EQ(shown("{{a}} {{b}}", view), "-12 9000000000");
}

TEST(Render, TightensWithoutGluingWords) {
    View view;
    view.flag("yes", true).text("x", "1");
    EXPECT_EQ(shown("<p>\n    one\n\n    two\n</p>\n", view), "<p>\none\ntwo\n</p>");
    EXPECT_EQ(shown("one\n{{#yes}}\n  two\n{{/yes}}\nthree\n", view), "one\ntwo\nthree");
    EXPECT_EQ(shown("{{! why\n so }}\n{{x}}\n{{x}}\n", view), "1\n1");
    EXPECT_EQ(shown("{{%AUTOESCAPE context=\"HTML\"}}\n<b>{{x}}</b>", view), "<b>1</b>");
    EXPECT_EQ(shown("<input\n  name=\"a\"\n  {{#yes}}\n  checked\n  {{/yes}}\n>", view),
              "<input\nname=\"a\"\nchecked\n>");
}

TEST(Render, TellsOfMarkersThatNoViewSets) {
    std::vector<std::string> missing;
    note_missing_markers([&](std::string_view note) { missing.emplace_back(note); });
    View view;
    view.text("x", "1").list("people", names({"a"})).null("gone");
    auto const out = shown(
        "{{x}}{{y}}{{#z}}z{{/z}}{{#not_z}}-{{/not_z}}{{gone}}{{#people}}{{>person}}{{/people}}{{stylesheet_path}}",
        view, {{"person", "{{name}}{{age}}"}});
    note_missing_markers(nullptr);
    EXPECT_EQ(missing, (std::vector<std::string>{"page:y", "page:z", "page:not_z", "person:age"}));
    EXPECT_EQ(out, "1-a" + std::string{assets::path_of("main.css")});
}

TEST(Render, GlobalsStandBehindTheView) {
    set_global("place_name", "Staff room");
    View view;
    EXPECT_EQ(shown("{{place_name}}", view), "Staff room");
    view.text("place_name", "Here");
    EXPECT_EQ(shown("{{place_name}}", view), "Here");
}

TEST(Render, ManyThreadsAtOnce) {
    View view;
    view.list("person", names({"a", "b", "c"})).number("n", 7);
    auto const expected = shown("{{n}}{{>person}}", view, {{"person", "<i>{{name}}</i>"}});
    std::vector<std::thread> threads;
    std::atomic<int> same = 0;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 500; ++i) same += render("page", view) == expected;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(same, 2000);
}

}  // namespace
}  // namespace kith::html
