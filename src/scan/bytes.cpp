#include "scan/bytes.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "scan/decode.hpp"

namespace kith::scan {

namespace {

constexpr std::size_t step_bytes = 64 * 1024;

[[noreturn]] void refuse(int number) {
    switch (number) {
        case ENOENT: throw Unreadable{"is not there"};
        case EACCES:
        case EPERM: throw Unreadable{"you may not read it"};
        case EISDIR: throw Unreadable{"is a folder"};
        case ELOOP: throw Unreadable{"is a link that leads in a circle"};
        default: throw Unreadable{fmt::format("cannot be read: {}", std::generic_category().message(number))};
    }
}

}  // namespace

FileSource::~FileSource() { ::close(descriptor_); }

std::size_t FileSource::read(char* to, std::size_t most) {
    while (true) {
        auto const got = ::read(descriptor_, to, most);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) refuse(errno);
    }
}

int open_file(std::string const& path) {
    // A pipe that nobody writes to would hold us up for ever; what is no regular file is refused below.
    int const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) refuse(errno);
    struct stat about{};
    if (::fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) {
        ::close(descriptor);
        throw Unreadable{"is not a file"};
    }
    return descriptor;
}

std::size_t MemorySource::read(char* to, std::size_t most) {
    auto const now = std::min(most, bytes_.size());
    if (now > 0) std::memcpy(to, bytes_.data(), now);
    bytes_.remove_prefix(now);
    return now;
}

std::size_t JoinedSource::read(char* to, std::size_t most) {
    if (given_ == head_.size()) return rest_.read(to, most);
    auto const now = std::min(most, head_.size() - given_);
    std::memcpy(to, head_.data() + given_, now);
    given_ += now;
    return now;
}

std::size_t Utf16Source::read(char* to, std::size_t most) {
    while (given_ == made_.size() && !ended_) {
        made_.clear();
        given_ = 0;
        std::string bytes(step_bytes, '\0');
        bytes.resize(units_.read(bytes.data(), bytes.size()));
        ended_ = bytes.empty();
        convert(rest_ + bytes, ended_);
    }
    auto const now = std::min(most, made_.size() - given_);
    std::memcpy(to, made_.data() + given_, now);
    given_ += now;
    return now;
}

void Utf16Source::convert(std::string_view bytes, bool last) {
    auto const give_up_high = [this] {
        if (high_ != 0) append_utf8(made_, U'\uFFFD');
        high_ = 0;
    };
    std::size_t at = 0;
    for (; at + 2 <= bytes.size(); at += 2) {
        auto const first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
        char32_t const unit = order_ == Order::little_endian ? first | second << 8U : second | first << 8U;
        bool const is_low = unit >= 0xDC00 && unit <= 0xDFFF;
        if (is_low && high_ != 0) {
            append_utf8(made_, 0x10000 + ((high_ - 0xD800) << 10U) + (unit - 0xDC00));
            high_ = 0;
            continue;
        }
        give_up_high();
        if (unit >= 0xD800 && unit <= 0xDBFF)
            high_ = unit;
        else
            append_utf8(made_, unit);
    }
    rest_ = bytes.substr(at);
    if (last) give_up_high();
}

std::string read_all(ByteSource& source, std::size_t most, std::string const& too_large) {
    std::string all;
    while (true) {
        auto const had = all.size();
        all.resize(had + step_bytes);
        auto const got = source.read(all.data() + had, step_bytes);
        all.resize(had + got);
        if (all.size() > most) throw Unreadable{too_large};
        if (got == 0) return all;
    }
}

std::size_t read_fully(ByteSource& source, char* to, std::size_t most) {
    std::size_t filled = 0;
    while (filled < most) {
        auto const got = source.read(to + filled, most - filled);
        if (got == 0) break;
        filled += got;
    }
    return filled;
}

}  // namespace kith::scan
