#include "domain/files/chosen.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "domain/files/changing.hpp"
#include "domain/files/refusals.hpp"
#include "domain/files/room.hpp"
#include "domain/files/store.hpp"
#include "domain/files/views.hpp"
#include "platform/http/multipart.hpp"
#include "platform/media/worker.hpp"

namespace kith::files {

namespace {

using html::Seen;

Error gone() {
    return Error::invalid(std::string{file_field},
                          "A file is not here any more: what was sent and not said goes after a day. Choose it again.");
}

Error say_what_is_seen() {
    return Error::invalid(std::string{alternative_field},
                          "Say in a sentence what can be seen, for those who cannot see it. Or tick the box below it.");
}

std::string in_a_row(std::string fault, std::size_t place, std::size_t count) {
    return count > 1 ? fmt::format("File {}: {}", place + 1, fault) : fault;
}

// Files beyond the sentences belong to the last of them: one sentence says what all of them show.
std::string words_at(std::vector<std::string_view> const& words, std::size_t place) {
    return place < words.size() ? text::one_line(words[place]) : std::string{};
}

// One file, from its bytes to a row of its sender's.
Result<FileId> keep_one(Call const& call, FilePlace const& place, std::string_view bytes) {
    TRY(call.services.database.read([&](sql::Transaction& transaction) {
        return room_for(transaction, call.viewer().person, static_cast<std::int64_t>(bytes.size()),
                        call.services.files_bytes_max, call.now);
    }));
    auto const made = media::make_anew(bytes, call.viewer().person.text());
    if (!made) return fail(refusal(made.error()));
    File file;
    file.id = FileId::random();
    file.place = place;
    file.person = call.viewer().person;
    file.bytes = bytes.size();
    return call.services.database.write([&](sql::Transaction& transaction) -> Result<FileId> {
        begin(transaction, file, call.now);
        keep_made(transaction, file, *made, call.now);
        return file.id;
    });
}

Result<void> keep_all(Call& call, FilePlace const& place) {
    std::vector<std::string_view> sent;
    for (auto const& file : call.form.files())
        if (file.field == file_field) sent.push_back(file.bytes);
    if (call.form.values(id_field).size() + sent.size() > http::files_of_form_max)
        return fail(Error::invalid(std::string{file_field}, "Send at most four files at once."));
    std::optional<Error> first;
    for (std::size_t i = 0; i < sent.size(); ++i) {
        auto kept = keep_one(call, place, sent[i]);
        if (kept) {
            call.form.set(std::string{id_field}, kept->text());
            continue;
        }
        // No worker was free, or this person has one at work: the others would be told the same.
        bool const is_busy = kept.error().faults.empty();
        for (auto& fault : kept.error().faults) fault.message = in_a_row(fault.message, i, sent.size());
        if (!first) first = std::move(kept).error();
        if (is_busy) break;
    }
    if (first) return fail(*std::move(first));
    return {};
}

}  // namespace

Slow keep_sent(Call& call, FilePlace place, Slow next) {
    if (call.form.files().empty()) return next;
    return [&call, place, next = std::move(next)]() -> Result<void> {
        if (next) TRY(next());
        return keep_all(call, place);
    };
}

Result<AllChosen> chosen_in(Call& call, FilePlace const& place) {
    AllChosen all;
    auto const ids = call.form.values(id_field);
    auto const words = call.form.values(alternative_field);
    if (ids.size() > http::files_of_form_max)
        return fail(Error::invalid(std::string{file_field}, "Send at most four files at once."));
    bool undescribed = false;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto const id = FileId::parse(ids[i]);
        auto const file = id ? find_unsaid(call.transaction(), *id, call.viewer().person) : std::nullopt;
        // One that was sent before its conversation began has no place yet.
        bool const fits = file && (file->place == place || (!place.group && file->place == FilePlace{}));
        bool const twice = std::ranges::any_of(all, [&](Chosen const& other) { return other.id == id; });
        if (!fits || file->state != FileState::ready || twice) return fail(gone());
        auto alternative = words_at(words, i);
        if (text::characters(alternative) > alternative_characters_max)
            return fail(Error::invalid(std::string{alternative_field}, "Say it in at most 500 characters."));
        undescribed = undescribed || (alternative.empty() && (i == 0 || i < words.size()));
        all.push_back({*id, std::move(alternative)});
    }
    if (undescribed && !call.form.has(undescribed_field)) return fail(say_what_is_seen());
    return all;
}

std::vector<std::string> words_of(AllChosen const& all) {
    std::vector<std::string> words;
    for (auto const& chosen : all) words.push_back(chosen.alternative);
    return words;
}

std::vector<std::string> words_in(http::Form const& form) {
    auto const brought = std::ranges::count(form.files(), file_field, &http::SentFile::field);
    auto const count =
        std::min(form.values(id_field).size() + static_cast<std::size_t>(brought), http::files_of_form_max);
    auto const said = form.values(alternative_field);
    std::vector<std::string> words;
    for (std::size_t place = 0; place < count; ++place) words.push_back(words_at(said, place));
    return words;
}

AllChosen with_words(AllChosen all, std::vector<std::string> const& words) {
    for (std::size_t i = 0; i < all.size() && i < words.size(); ++i) all[i].alternative = words[i];
    return all;
}

void say_with(sql::Transaction& transaction, PostId post, AllChosen const& all) {
    for (std::size_t place = 0; place < all.size(); ++place)
        say_with(transaction, post, all[place].id, place, all[place].alternative);
}

void say_with(sql::Transaction& transaction, ConversationId conversation, MessageId message, AllChosen const& all) {
    for (std::size_t place = 0; place < all.size(); ++place)
        say_with(transaction, conversation, message, all[place].id, place, all[place].alternative);
}

void add_fields(html::View::List& fields, http::Form const& form, std::vector<std::string> const& words) {
    auto const add = [&](std::string_view name, std::string_view value) {
        html::View field;
        field.text("field_name", std::string{name}).text("field_value", std::string{value});
        fields.push_back(std::move(field));
    };
    for (auto const id : form.values(id_field)) add(id_field, id);
    for (auto const& line : words) add(alternative_field, line);
    if (form.has(undescribed_field)) add(undescribed_field, form.value(undescribed_field));
    for (auto const id : form.values(take_away_field)) add(take_away_field, id);
}

void add_chooser(Call& call, html::View& view) {
    html::View chooser;
    html::View::List kept;
    auto const* form = call.filled();
    auto const ids = form ? form->values(id_field) : std::vector<std::string_view>{};
    auto const words = form ? form->values(alternative_field) : std::vector<std::string_view>{};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto const id = FileId::parse(ids[i]);
        auto const file = id ? find_unsaid(call.transaction(), *id, call.viewer().person) : std::nullopt;
        if (!file || file->state != FileState::ready) continue;
        auto const versions = versions_of(call.transaction(), *id);
        html::View line;
        line.text("kept_id", id->text()).text("kept_alternative", std::string{i < words.size() ? words[i] : ""});
        line.text("kept_words", kind_in_words(file->kind, versions.size()));
        line.text("kept_src", path_of_unsaid(*id, versions.front().name));
        line.number("kept_place", static_cast<std::int64_t>(i + 1));
        kept.push_back(std::move(line));
    }
    bool const asked = !call.fault(alternative_field).empty() || (form && form->has(undescribed_field));
    chooser.flag("files_open", !kept.empty() || !call.fault(file_field).empty() || asked);
    chooser.list("kept", std::move(kept));
    chooser.text("new_alternative", std::string{words.size() > ids.size() ? words.back() : ""});
    chooser.text("file_fault", call.fault(file_field)).text("alternative_fault", call.fault(alternative_field));
    chooser.flag("undescribed_asked", asked).flag("undescribed", form && form->has(undescribed_field));
    view.child("chooser", std::move(chooser), Seen::by_templates_only);
}

}  // namespace kith::files
