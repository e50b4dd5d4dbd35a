#include "scan/archive.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>

namespace kith::scan {

namespace {

zip_t* as_zip(void* zip) { return static_cast<zip_t*>(zip); }

std::string words_of(int code) {
    switch (code) {
        case ZIP_ER_NOZIP:
        case ZIP_ER_INCONS: return "is a damaged ZIP";
        case ZIP_ER_NOENT: return "is not there";
        case ZIP_ER_ENCRNOTSUPP:
        case ZIP_ER_NOPASSWD:
        case ZIP_ER_WRONGPASSWD: return "is encrypted";
        case ZIP_ER_COMPNOTSUPP: return "is packed in a way that is not known here";
        case ZIP_ER_MEMORY: return "needs more memory than there is";
        default: return "is a damaged ZIP";
    }
}

class MemberSource : public ByteSource {
public:
    MemberSource(zip_file_t* file, Member member, Budget& budget)
        : file_{file}, member_{std::move(member)}, budget_{budget} {}
    ~MemberSource() override { zip_fclose(file_); }
    MemberSource(MemberSource const&) = delete;
    MemberSource& operator=(MemberSource const&) = delete;

    std::size_t read(char* to, std::size_t most) override {
        auto const got = zip_fread(file_, to, most);
        if (got < 0) {
            auto const code = zip_error_code_zip(zip_file_get_error(file_));
            throw Unreadable{code == ZIP_ER_CRC ? "is damaged: its checksum is another" : words_of(code)};
        }
        unpacked_ += static_cast<std::uint64_t>(got);
        budget_.spend(static_cast<std::uint64_t>(got));
        if (unpacked_ > unpacked_bytes_free && unpacked_ / unpacked_ratio_max > member_.packed)
            throw Unreadable{
                fmt::format("unpacks to more than {} times its size, as a ZIP bomb does; the rest of it is "
                            "left alone",
                            unpacked_ratio_max)};
        return static_cast<std::size_t>(got);
    }

private:
    zip_file_t* file_;
    Member member_;
    Budget& budget_;
    std::uint64_t unpacked_ = 0;
};

}  // namespace

void Budget::spend(std::uint64_t bytes) {
    if (bytes <= left_) {
        left_ -= bytes;
        return;
    }
    left_ = 0;
    throw Unreadable{
        fmt::format("the archive unpacks to more than {} times its size, as a ZIP bomb does; the rest of it "
                    "is left alone",
                    unpacked_ratio_max)};
}

Archive::Archive(std::string const& path) {
    int code = 0;
    zip_ = zip_open(path.c_str(), ZIP_RDONLY, &code);
    if (zip_ == nullptr) throw Unreadable{words_of(code)};
}

Archive::Archive(std::shared_ptr<std::string const> bytes) : bytes_{std::move(bytes)} {
    zip_error_t error;
    zip_error_init(&error);
    auto* const source = zip_source_buffer_create(bytes_->data(), bytes_->size(), 0, &error);
    zip_ = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (zip_ == nullptr) {
        if (source != nullptr) zip_source_free(source);
        auto const words = words_of(zip_error_code_zip(&error));
        zip_error_fini(&error);
        throw Unreadable{words};
    }
    zip_error_fini(&error);
}

Archive::~Archive() { zip_discard(as_zip(zip_)); }

std::uint64_t Archive::count() const {
    auto const entries = zip_get_num_entries(as_zip(zip_), 0);
    return entries < 0 ? 0 : static_cast<std::uint64_t>(entries);
}

Member Archive::member(std::uint64_t index) const {
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_stat_index(as_zip(zip_), index, 0, &about) != 0 || (about.valid & ZIP_STAT_NAME) == 0)
        throw Unreadable{"is a damaged ZIP"};
    std::string name{about.name};
    bool const is_folder = name.ends_with('/');
    bool const is_encrypted = (about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE;
    return {index, std::move(name), about.size, about.comp_size, is_folder, is_encrypted};
}

std::optional<Member> Archive::find(std::string const& name) const {
    auto const index = zip_name_locate(as_zip(zip_), name.c_str(), 0);
    if (index < 0) return std::nullopt;
    return member(static_cast<std::uint64_t>(index));
}

std::unique_ptr<ByteSource> Archive::open(Member const& member, Budget& budget) const {
    if (member.is_encrypted) throw Unreadable{"is encrypted"};
    auto* const file = zip_fopen_index(as_zip(zip_), member.index, 0);
    if (file == nullptr) throw Unreadable{words_of(zip_error_code_zip(zip_get_error(as_zip(zip_))))};
    return std::make_unique<MemberSource>(file, member, budget);
}

}  // namespace kith::scan
