#include "domain/screening/views.hpp"

#include <fmt/format.h>

#include "domain/screening/replacing.hpp"

namespace kith::screening {

namespace {

using html::Seen;

std::string in_words(Asked const& asked) {
    auto const things = asked.looked.look.things();
    if (things == 0 && !asked.besides.empty())
        return "One thing to know before you send this. Nobody has seen it, and nothing was kept.";
    if (things == 0 && asked.pause) return "A moment, before this goes. Nobody has seen it yet.";
    if (things == 0) return "Nothing more to look at. Nobody has seen it yet.";
    auto const count = things == 1 ? std::string{"One thing"} : fmt::format("{} things", things);
    return asked.looked.look.may_send
               ? count + " to look at before you send this. Nobody has seen it, and nothing was kept."
               : count +
                     " to change before this can be sent. This group has agreed that names, numbers and "
                     "addresses stay out. Nobody has seen it, and nothing was kept.";
}

html::View finding_view(Asked const& asked, screen::Finding const& finding) {
    auto const words = std::string_view{asked.text}.substr(finding.start, finding.end - finding.start);
    html::View view;
    view.number("start", static_cast<std::int64_t>(finding.start))
        .number("end", static_cast<std::int64_t>(finding.end));
    view.text("class", std::string{screen::name_of(finding.what)});
    view.text("kind", std::string{screen::name_of(finding.kind)});
    view.text("reason", finding.reason).text("words", std::string{words}, Seen::by_templates_only);
    html::View::List broader;
    for (auto const& wording : finding.broader) {
        html::View line;
        line.text("wording", wording);
        line.text("replacement", replacement(finding.start, words, wording), Seen::by_templates_only);
        broader.push_back(std::move(line));
    }
    view.list("broader", std::move(broader));
    return view;
}

}  // namespace

void add_look(html::View& view, Asked const& asked) {
    auto const& [report, look] = asked.looked;
    view.text("says", in_words(asked)).number("things", static_cast<std::int64_t>(look.things()));
    view.text("besides", asked.besides);
    view.text("looked", look.may_send && look.things() > 0 ? looked_at(asked.text) : "");
    html::View::List findings;
    for (auto const place : look.findings) findings.push_back(finding_view(asked, report.findings[place]));
    view.list("findings", std::move(findings));
    if (look.jigsaw) {
        html::View jigsaw;
        jigsaw.text("danger", std::string{screen::name_of(report.jigsaw.danger)});
        jigsaw.number("people", std::max<std::int64_t>(1, static_cast<std::int64_t>(report.jigsaw.people)));
        jigsaw.text("jigsaw_reason", report.jigsaw.reason);
        view.child("jigsaw", std::move(jigsaw));
    } else {
        view.null("jigsaw");
    }
    if (look.tone) {
        auto const& found = report.tone;
        html::View tone;
        tone.text("danger", std::string{screen::name_of(found.danger)});
        tone.number("start", static_cast<std::int64_t>(found.start))
            .number("end", static_cast<std::int64_t>(found.end));
        tone.text("tone_words", asked.text.substr(found.start, found.end - found.start), Seen::by_templates_only);
        tone.text("tone_reason", found.reason);
        view.child("tone", std::move(tone));
    } else {
        view.null("tone");
    }
    view.flag("me_test", asked.pause || look.tone || look.jigsaw, Seen::by_templates_only);
    if (asked.pause) {
        html::View pause;
        pause.text("pause_reason", asked.pause->in_words());
        view.child("pause", std::move(pause));
    } else {
        view.null("pause");
    }
    view.text("body", asked.words, Seen::by_templates_only);
}

}  // namespace kith::screening
