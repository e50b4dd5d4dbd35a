#include "domain/files/views.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "domain/files/store.hpp"

namespace kith::files {

namespace {

using html::Seen;
using media::MadeKind;

std::string path_of(std::string const& path, FileId id) { return path + "/files/" + id.text(); }

html::View version_view(std::string const& path, FileVersion const& version) {
    html::View line;
    line.text("version", version.name).text("href", path + "/" + version.name);
    line.number("width", version.width).number("height", version.height);
    return line;
}

// What a browser chooses from, by its width.
std::string srcset_of(std::string const& path, std::vector<FileVersion> const& versions) {
    std::string set;
    for (auto const& version : versions)
        set += fmt::format("{}{}/{} {}w", set.empty() ? "" : ", ", path, version.name, version.width);
    return set;
}

// The middle one: what a browser takes that knows no srcset.
FileVersion const& plain_of(std::vector<FileVersion> const& versions) { return versions[versions.size() / 2]; }

html::View file_view(AttachedFile const& file, std::string const& of) {
    auto const path = path_of(of, file.id);
    bool const picture = file.kind == MadeKind::picture;
    html::View view{16};
    view.text("file", file.id.text())
        .text("kind", std::string{name_of(file.kind)})
        .text("alternative", file.alternative);
    view.number("pages", picture ? 1 : static_cast<std::int64_t>(file.versions.size()));
    view.flag("picture", picture, Seen::by_templates_only);
    view.text("kind_in_words", kind_in_words(file.kind, file.versions.size()), Seen::by_templates_only);
    view.text("file_page", path, Seen::by_templates_only);
    auto const& largest = file.versions.back();
    view.number("width", largest.width).number("height", largest.height);
    view.text("src", path + "/" + plain_of(file.versions).name, Seen::by_templates_only);
    view.text("srcset", picture ? srcset_of(path, file.versions) : std::string{}, Seen::by_templates_only);
    html::View::List versions;
    for (auto const& version : file.versions) versions.push_back(version_view(path, version));
    view.list("versions", std::move(versions));
    return view;
}

AttachedFile const* named_in_path(Call const& call, std::vector<AttachedFile> const& attached) {
    auto const id = call.id<File>("file");
    if (!id) return nullptr;
    auto const found = std::ranges::find(attached, *id, &AttachedFile::id);
    return found == attached.end() || found->versions.empty() ? nullptr : &*found;
}

}  // namespace

std::string kind_in_words(MadeKind kind, std::size_t pages) {
    if (kind == MadeKind::picture) return "Picture";
    return pages == 1 ? std::string{"Document, one page"} : fmt::format("Document, {} pages", pages);
}

std::string path_of_unsaid(FileId id, std::string_view version) {
    return "/files/" + id.text() + "/" + std::string{version};
}

void add_files(html::View& view, std::vector<AttachedFile> const& attached, std::string const& path) {
    html::View::List list;
    for (auto const& file : attached)
        if (!file.versions.empty()) list.push_back(file_view(file, path));
    view.list("files", std::move(list));
}

Result<Answer> show_file(Call& call, std::vector<AttachedFile> const& attached, std::string const& path) {
    auto const* file = named_in_path(call, attached);
    if (!file) return fail(Error::not_found());
    auto view = file_view(*file, path);
    view.text("back", path, Seen::by_templates_only);
    return Page{"file", std::move(view)};
}

Result<Answer> give_version(Call& call, std::vector<AttachedFile> const& attached) {
    auto const* file = named_in_path(call, attached);
    if (!file) return fail(Error::not_found());
    auto bytes = bytes_of(call.transaction(), file->id, call.part("size"));
    if (!bytes) return fail(Error::not_found());
    return Picture{*std::move(bytes)};
}

}  // namespace kith::files
