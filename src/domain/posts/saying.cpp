#include "domain/posts/saying.hpp"

#include "domain/pens/signing.hpp"
#include "domain/posts/choices.hpp"

namespace kith::posts {

Result<Draft> draft_from(Call& call, Of of, GroupId group, std::string_view words) {
    auto const& form = call.form;
    Draft draft;
    draft.written_as = TRY(pens::read_written_as(form));
    draft.manner = TRY(read_manner(form, of, draft.written_as == WrittenAs::own_name ? call.now : as_told(call.now)));
    draft.files = TRY(files::chosen_in(call, {.group = group}));
    if (auto const topic = TopicId::parse(form.value("topic"))) draft.topic = *topic;
    if (auto const quoted = PostId::parse(form.value("quoted"))) draft.quoted = *quoted;
    draft.asks = form.has("asks");
    if (of == Of::head && gives_choices(form)) draft.under = TRY(call.services.under_head.read_form(call, words));
    return draft;
}

screening::Where where_of(Speaker const& speaker) { return {speaker->group.id}; }
screening::Where where_of(PostAnswerer const& answerer) { return {answerer->post.group}; }
screening::Where where_of(PostEditor const& editor) { return {editor->post.group, editor->post.id}; }

}  // namespace kith::posts
