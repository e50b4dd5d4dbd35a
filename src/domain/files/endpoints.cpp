#include "domain/files/endpoints.hpp"

#include <algorithm>
#include <charconv>

#include "domain/files/refusals.hpp"
#include "domain/files/room.hpp"
#include "domain/files/store.hpp"
#include "domain/files/views.hpp"
#include "platform/media/worker.hpp"

namespace kith::files {

namespace {

std::optional<std::size_t> number_in(std::string_view text) {
    std::size_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

html::View arrival_of(sql::Transaction& transaction, File const& file) {
    bool const ready = file.state == FileState::ready;
    html::View view;
    view.text("id", file.id.text()).text("state", std::string{stored(file.state)});
    view.number("arrived", static_cast<std::int64_t>(file.arrived))
        .number("bytes", static_cast<std::int64_t>(file.bytes));
    view.number("piece_bytes_max", piece_bytes_max);
    view.text("kind", ready ? std::string{name_of(file.kind)} : std::string{});
    html::View::List versions;
    for (auto const& version : versions_of(transaction, file.id)) {
        html::View line;
        line.text("version", version.name).text("href", path_of_unsaid(file.id, version.name));
        line.number("width", version.width).number("height", version.height);
        versions.push_back(std::move(line));
    }
    view.list("versions", std::move(versions));
    return view;
}

Answer told(sql::Transaction& transaction, File const& file) {
    return Fragment{"file_arrival", arrival_of(transaction, file)};
}

Error out_of_order() {
    return Error::conflict("This piece does not begin where the others end. Ask how far the file has come.");
}

// Kept with the others, if it is the next one. Returns the file as it is then.
Result<File> keep_piece(Call& call, FileId id, std::size_t offset, std::string_view piece) {
    return call.services.database.write([&](sql::Transaction& transaction) -> Result<File> {
        auto file = find_unsaid(transaction, id, call.viewer().person);
        if (!file) return fail(Error::not_found());
        bool const next = file->state == FileState::arriving && offset == file->arrived;
        if (!next) return fail(out_of_order());
        if (piece.size() > file->bytes - file->arrived)
            return fail(Error::invalid("piece", "The file is longer than it was said to be."));
        add_piece(transaction, *file, piece);
        file->arrived += piece.size();
        return *file;
    });
}

// The file is whole: made anew, in no transaction. What cannot be taken is gone.
Result<void> make_ready(Call& call, File const& file) {
    auto const bytes =
        call.services.database.read([&](sql::Transaction& transaction) { return pieces_of(transaction, file.id); });
    auto const made = media::make_anew(bytes, file.person.text());
    bool const later = !made && made.error() == media::Refused::busy;
    TRY(call.services.database.write([&](sql::Transaction& transaction) -> Result<void> {
        auto const still = find_unsaid(transaction, file.id, file.person);
        if (later || !still || still->state == FileState::ready) return {};
        if (made)
            keep_made(transaction, file, *made, call.now);
        else
            remove(transaction, file.id);
        return {};
    }));
    if (!made) return fail(refusal(made.error()));
    return {};
}

}  // namespace

Result<Answer> begin_at(Call& call, FilePlace place) {
    auto const bytes = number_in(call.form.value("bytes"));
    if (!bytes || *bytes == 0) return fail(Error::invalid("bytes", "Say how many bytes the file has."));
    if (*bytes > media::file_bytes_max) return fail(refusal(media::Refused::too_large));
    TRY(room_for(call.transaction(), call.viewer().person, static_cast<std::int64_t>(*bytes),
                 call.services.files_bytes_max, call.now));
    File file;
    file.id = FileId::random();
    file.place = place;
    file.person = call.viewer().person;
    file.bytes = *bytes;
    begin(call.transaction(), file, call.now);
    return Done{"/files/" + file.id.text(), file.id.text()};
}

Result<Answer> begin_anywhere(Call& call, SignedIn const&) { return begin_at(call, {}); }

Result<Answer> show_arrival(Call& call, FileSender const& sender) { return told(call.transaction(), *sender); }

Result<Answer> take_piece(Call& call, FileSender const& sender) {
    auto const offset = number_in(call.form.value("offset"));
    auto const& sent = call.form.files();
    auto const piece = std::ranges::find(sent, "piece", &http::SentFile::field);
    if (!offset || piece == sent.end() || piece->bytes.empty() || piece->bytes.size() > piece_bytes_max)
        return fail(Error::invalid("piece", "Send a piece of at most 786,432 bytes, and where it begins."));
    // All is there, but there was no worker free to look at it: the same piece, sent again, asks for one again.
    bool const waits = sender->state == FileState::arriving && sender->arrived == sender->bytes &&
                       *offset + piece->bytes.size() == sender->bytes;
    auto const file = waits ? *sender : TRY(keep_piece(call, sender->id, *offset, piece->bytes));
    if (file.arrived == file.bytes) TRY(make_ready(call, file));
    return call.services.database.read([&](sql::Transaction& transaction) -> Result<Answer> {
        auto const now = find_unsaid(transaction, file.id, file.person);
        if (!now) return fail(Error::not_found());
        return told(transaction, *now);
    });
}

Result<Answer> drop(Call& call, FileSender const& sender) {
    remove(call.transaction(), sender->id);
    return Done{"/"};
}

Result<Answer> preview(Call& call, FileSender const& sender) {
    auto bytes = bytes_of(call.transaction(), sender->id, call.part("size"));
    if (!bytes) return fail(Error::not_found());
    return Picture{*std::move(bytes)};
}

}  // namespace kith::files
