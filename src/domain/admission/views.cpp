#include "domain/admission/views.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::admission {

namespace {

constexpr std::array<ToConsider, 12> to_consider{{
    {"Am I starting this, or was I asked?", "Joining because I want to is different from not wanting to say no."},
    {"Who asked me, and how well do I know them?", "Someone here has given their word that they know me."},
    {"What am I hoping for?", "To be heard, ideas, company, to give something back?"},
    {"What could I give, and have I the time for it?", "Reading along quietly is a part too."},
    {"Is this the right place for what I carry?",
     "Some things belong in supervision, with my manager, or with a doctor."},
    {"Whom should I speak to first?", "A supervisor, a manager, someone at home, my association."},
    {"What do my employer and my regulator say about groups like this?", "I can read it before I accept anything."},
    {"Whose views would I bring?", "My own, my team's, an organisation's? I can say which."},
    {"Who else may be there?", "Someone I manage, someone who manages me, a former colleague, a neighbour?"},
    {"What must never be written here?", "Could someone see themselves, or their family, in what I tell?"},
    {"How would I feel if my words were read by others than I meant?",
     "People can copy what they see, whatever is agreed."},
    {"When would I stop?", "I can leave quietly at any time, and take my words with me."},
}};

}  // namespace

std::span<ToConsider const> questions_to_consider() { return to_consider; }

std::string vouches_in_words(int there, int needed) { return fmt::format("{} of {}", std::min(there, needed), needed); }

html::View newcomer_line(Admission const& admission, Group const& group) {
    html::View line;
    line.text("id", admission.id.text())
        .text("name", admission.name)
        .text("capacity", std::string{in_words(admission.capacity)})
        .text("invited_by", admission.inviter_name.empty() ? "a former member" : admission.inviter_name)
        .text("since", iso(*admission.submitted_at))
        .text("since_in_words", in_words(*admission.submitted_at))
        .text("vouches", vouches_in_words(admission.vouches, group.vouches_needed))
        .flag("enough", admission.vouches >= group.vouches_needed);
    return line;
}

}  // namespace kith::admission
