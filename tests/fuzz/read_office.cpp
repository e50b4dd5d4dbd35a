// What stands inside DOCX and ODT: the markup of one part, in an archive made around it.
#include <zip.h>

#include <array>

#include "checks.hpp"
#include "scan/office.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace kith;
    if (size == 0) return 0;
    constexpr std::array<char const*, 4> names{"word/document.xml", "content.xml", "word/_rels/document.xml.rels",
                                               "docProps/core.xml"};
    auto const* const name = names[data[0] % names.size()];
    // A stored member of an archive, by hand: libzip writes more slowly than all the rest takes.
    auto const bytes = fuzz::bytes_of(data + 1, size - 1);
    zip_error_t error;
    zip_error_init(&error);
    auto* const buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(buffer);
    auto* const made = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    auto const add = [made](char const* file, std::string_view content) {
        auto const at = zip_file_add(made, file, zip_source_buffer(made, content.data(), content.size(), 0), 0);
        if (at >= 0) zip_set_file_compression(made, static_cast<zip_uint64_t>(at), ZIP_CM_STORE, 0);
    };
    add(name, bytes);
    bool const is_docx = name != names[1];
    if (is_docx && name != names[0]) add(names[0], "<d/>");
    if (!is_docx) add("mimetype", "application/vnd.oasis.opendocument.text");
    if (zip_close(made) != 0) std::abort();
    zip_stat_t about;
    zip_source_stat(buffer, &about);
    auto const whole = std::make_shared<std::string>(about.size, '\0');
    zip_source_open(buffer);
    zip_source_read(buffer, whole->data(), whole->size());
    zip_source_close(buffer);
    zip_source_free(buffer);
    zip_error_fini(&error);

    try {
        scan::Archive const archive{std::shared_ptr<std::string const>{whole}};
        auto const kind = scan::office_kind_of(archive);
        fuzz::must(kind.has_value(), "a document is known as one");
        scan::Budget budget{whole->size()};
        scan::read_office(archive, *kind, budget, 64, [](std::string const& text) {
            fuzz::must(!text.empty() && scan::utf8_prefix(text) == text.size(), "text is UTF-8");
        });
    } catch (scan::Unreadable const&) {
    }
    return 0;
}
