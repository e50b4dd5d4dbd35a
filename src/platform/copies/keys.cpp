#include "platform/copies/keys.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace kith::copies {

namespace {

constexpr std::string_view writing_word = "kith-backup-writing-1 ";
constexpr std::string_view reading_word = "kith-backup-reading-1 ";
constexpr std::size_t line_bytes_max = 256;
constexpr std::size_t key_bytes = crypto::box_key_bytes + crypto::digest_bytes;

std::string line_of(std::string_view word, crypto::BoxKey const& key, crypto::Digest const& naming) {
    std::array<std::uint8_t, key_bytes> both;
    std::ranges::copy(naming, std::ranges::copy(key, both.begin()).out);
    return fmt::format("{}{}\n", word, crypto::base64url(both));
}

std::string read_private_file(std::string const& file) {
    struct stat status{};
    if (stat(file.c_str(), &status) != 0)
        throw std::runtime_error{fmt::format("The key of backups {} is not there.", file)};
    if ((status.st_mode & 077) != 0)
        throw std::runtime_error{
            fmt::format("Others can read the key of backups {0}. Take that away first: chmod 600 {0}", file)};
    std::string line(line_bytes_max, '\0');
    int const descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    auto const bytes = descriptor < 0 ? -1 : ::read(descriptor, line.data(), line.size());
    if (descriptor >= 0) ::close(descriptor);
    line.resize(static_cast<std::size_t>(std::max<ssize_t>(bytes, 0)));
    while (line.ends_with('\n') || line.ends_with('\r')) line.pop_back();
    return line;
}

std::pair<crypto::BoxKey, crypto::Digest> read_line(std::string const& file, std::string_view word,
                                                    std::string_view kind) {
    auto const line = read_private_file(file);
    auto const bytes =
        line.starts_with(word) ? crypto::from_base64url(std::string_view{line}.substr(word.size())) : std::nullopt;
    if (!bytes || bytes->size() != key_bytes)
        throw std::runtime_error{fmt::format("The file {} does not hold a {} key of backups.", file, kind)};
    crypto::BoxKey key;
    crypto::Digest naming;
    std::copy_n(bytes->begin(), key.size(), key.begin());
    std::copy_n(bytes->begin() + static_cast<std::ptrdiff_t>(key.size()), naming.size(), naming.begin());
    return {key, naming};
}

}  // namespace

std::string WritingKey::id() const {
    return crypto::base64url(crypto::keyed_digest(
        naming,
        fmt::format("which keys {}", std::string_view{reinterpret_cast<char const*>(seal.data()), seal.size()})));
}

ReadingKey make_keys() {
    ReadingKey key{crypto::make_box_pair().open, {}};
    crypto::random_bytes(key.naming);
    return key;
}

std::string as_line(WritingKey const& key) { return line_of(writing_word, key.seal, key.naming); }
std::string as_line(ReadingKey const& key) { return line_of(reading_word, key.open, key.naming); }

void write_key_file(std::string const& file, std::string const& line) {
    int const descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        throw std::runtime_error{
            fmt::format("The file {} cannot be made. Is there one already? Is its folder there, and yours?", file)};
    bool const written =
        ::write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!written) throw std::runtime_error{fmt::format("The file {} cannot be written.", file)};
}

WritingKey read_writing_key(std::string const& file) {
    auto const [seal, naming] = read_line(file, writing_word, "writing");
    return {seal, naming};
}

ReadingKey read_reading_key(std::string const& file) {
    auto const [open, naming] = read_line(file, reading_word, "reading");
    return {open, naming};
}

}  // namespace kith::copies
