#include "platform/media/heads.hpp"

#include <algorithm>
#include <array>

namespace kith::media {

namespace {

constexpr std::size_t boxes_looked_at_max = 4'096;  // of a HEIC
constexpr int boxes_deep_max = 4;

std::uint32_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

std::uint32_t big16(std::string_view bytes, std::size_t at) { return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1); }
std::uint32_t big32(std::string_view bytes, std::size_t at) { return big16(bytes, at) << 16 | big16(bytes, at + 2); }
std::uint32_t little16(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8;
}
std::uint32_t little24(std::string_view bytes, std::size_t at) {
    return little16(bytes, at) | byte_at(bytes, at + 2) << 16;
}
std::uint32_t little32(std::string_view bytes, std::size_t at) {
    return little16(bytes, at) | little16(bytes, at + 2) << 16;
}

using namespace std::string_view_literals;

// ISO/IEC 10918-1 B.1: segments until the one that begins a frame.
std::optional<Extent> extent_of_jpeg(std::string_view bytes) {
    std::size_t at = 2;
    while (at + 4 <= bytes.size()) {
        if (byte_at(bytes, at) != 0xff) return std::nullopt;
        auto const marker = byte_at(bytes, at + 1);
        if (marker == 0xff) {  // a byte to fill up
            ++at;
            continue;
        }
        bool const alone = marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
        if (alone) {
            at += 2;
            continue;
        }
        auto const length = big16(bytes, at + 2);
        bool const frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame && at + 9 <= bytes.size()) return Extent{big16(bytes, at + 7), big16(bytes, at + 5)};
        if (frame || length < 2 || marker == 0xda || marker == 0xd9) return std::nullopt;
        at += 2 + length;
    }
    return std::nullopt;
}

// The first chunk is IHDR, always.
std::optional<Extent> extent_of_png(std::string_view bytes) {
    if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") return std::nullopt;
    return Extent{big32(bytes, 16), big32(bytes, 20)};
}

// RFC 9649: lossy, lossless, or extended with its canvas first.
std::optional<Extent> extent_of_webp(std::string_view bytes) {
    if (bytes.size() < 30) return std::nullopt;
    auto const chunk = bytes.substr(12, 4);
    if (chunk == "VP8 " && bytes.substr(23, 3) == "\x9d\x01\x2a"sv)
        return Extent{little16(bytes, 26) & 0x3fff, little16(bytes, 28) & 0x3fff};
    if (chunk == "VP8L" && byte_at(bytes, 20) == 0x2f) {
        auto const packed = little32(bytes, 21);
        return Extent{(packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1};
    }
    if (chunk == "VP8X") return Extent{little24(bytes, 24) + 1, little24(bytes, 27) + 1};
    return std::nullopt;
}

// ISO/IEC 14496-12: boxes in boxes. The largest `ispe` of all that the file describes is what decoding could cost.
class Boxes {
public:
    void look_into(std::string_view bytes, int deep) {
        while (bytes.size() >= 8 && looked_++ < boxes_looked_at_max) {
            std::uint64_t size = big32(bytes, 0);
            auto const type = bytes.substr(4, 4);
            std::size_t head = 8;
            if (size == 1) {
                if (bytes.size() < 16) return;
                size = std::uint64_t{big32(bytes, 8)} << 32 | big32(bytes, 12);
                head = 16;
            } else if (size == 0) {
                size = bytes.size();
            }
            if (size < head || size > bytes.size()) return;
            look_at(type, bytes.substr(head, size - head), deep);
            bytes.remove_prefix(size);
        }
    }
    std::optional<Extent> const& largest() const { return largest_; }

private:
    void look_at(std::string_view type, std::string_view inside, int deep) {
        if (type == "ispe" && inside.size() >= 12) {
            Extent const extent{big32(inside, 4), big32(inside, 8)};
            if (!largest_ || extent.pixels() > largest_->pixels()) largest_ = extent;
        }
        if (deep == boxes_deep_max) return;
        if (type == "meta" && inside.size() >= 4) look_into(inside.substr(4), deep + 1);  // version and flags
        if (type == "iprp" || type == "ipco") look_into(inside, deep + 1);
    }

    std::size_t looked_ = 0;
    std::optional<Extent> largest_;
};

std::optional<Extent> extent_of_heic(std::string_view bytes) {
    Boxes boxes;
    boxes.look_into(bytes, 0);
    return boxes.largest();
}

bool is_heic(std::string_view bytes) {
    constexpr std::array brands{"heic"sv, "heix"sv, "heim"sv, "heis"sv, "mif1"sv};
    return bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp" &&
           std::ranges::find(brands, bytes.substr(8, 4)) != brands.end();
}

}  // namespace

std::optional<FileKind> kind_of(std::string_view bytes) {
    if (bytes.starts_with("\xff\xd8\xff")) return FileKind::jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return FileKind::png;
    if (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return FileKind::webp;
    if (bytes.starts_with("%PDF-")) return FileKind::pdf;
    if (is_heic(bytes)) return FileKind::heic;
    return std::nullopt;
}

std::optional<Extent> extent_of(FileKind kind, std::string_view bytes) {
    switch (kind) {
        case FileKind::jpeg: return extent_of_jpeg(bytes);
        case FileKind::png: return extent_of_png(bytes);
        case FileKind::webp: return extent_of_webp(bytes);
        case FileKind::heic: return extent_of_heic(bytes);
        case FileKind::pdf: return std::nullopt;
    }
    return std::nullopt;
}

bool fits(Extent extent) {
    return extent.width > 0 && extent.height > 0 && extent.width <= picture_side_max &&
           extent.height <= picture_side_max && extent.pixels() <= picture_pixels_max;
}

namespace {

// Calls `each` with the type and all the bytes of a chunk, padding included. False where they do not fit the file.
template <class Each>
bool each_chunk(std::string_view webp, Each each) {
    if (kind_of(webp) != FileKind::webp || std::uint64_t{little32(webp, 4)} + 8 != webp.size()) return false;
    webp.remove_prefix(12);
    while (!webp.empty()) {
        if (webp.size() < 8) return false;
        auto const size = 8 + std::uint64_t{little32(webp, 4)};
        auto const padded = size + size % 2;
        if (padded > webp.size() || !each(webp.substr(0, 4), webp.substr(0, padded))) return false;
        webp.remove_prefix(padded);
    }
    return true;
}

constexpr std::size_t flags_at = 8;                   // in the chunk VP8X
constexpr std::size_t canvas_chunk_bytes = 18;        // of VP8X, all of it
constexpr std::uint32_t flag_of_transparency = 0x10;  // all others speak of what is no pixel
constexpr std::size_t lossy_head_bytes = 18;          // of the chunk VP8, with what begins its frame
constexpr std::size_t lossless_head_bytes = 13;       // of VP8L likewise

// The chunks of one still picture, in the order in which RFC 9649 has them, each once and nothing beside them: either
// the pixels alone, or a canvas of their size, transparency where it is told of, and the pixels.
class StillPicture {
public:
    bool takes(std::string_view type, std::string_view chunk) {
        bool const padded = little32(chunk, 4) % 2 == 1;
        if (pixels_ || (padded && byte_at(chunk, chunk.size() - 1) != 0)) return false;
        if (type == "VP8X") return takes_canvas(chunk);
        if (type == "ALPH") return takes_transparency(chunk);
        if (type == "VP8 ") return takes_pixels(lossy_extent(chunk));
        if (type == "VP8L") return !alpha_ && takes_pixels(lossless_extent(chunk));
        return false;
    }
    bool whole() const { return pixels_; }

private:
    bool takes_canvas(std::string_view chunk) {
        if (canvas_ || chunk.size() != canvas_chunk_bytes) return false;
        auto const flags = little32(chunk, flags_at);  // with 24 bits that are reserved
        transparent_ = flags == flag_of_transparency;
        canvas_ = Extent{little24(chunk, 12) + 1, little24(chunk, 15) + 1};
        return flags == 0 || transparent_;
    }
    bool takes_transparency(std::string_view chunk) {
        if (!transparent_ || alpha_ || chunk.size() <= 8) return false;
        return alpha_ = true;
    }
    bool takes_pixels(std::optional<Extent> extent) {
        if (!extent) return false;
        if (canvas_ && (canvas_->width != extent->width || canvas_->height != extent->height)) return false;
        return pixels_ = true;
    }
    // A frame that stands alone: its first bit says so.
    static std::optional<Extent> lossy_extent(std::string_view chunk) {
        if (chunk.size() < lossy_head_bytes || (byte_at(chunk, 8) & 1) != 0) return std::nullopt;
        if (chunk.substr(11, 3) != "\x9d\x01\x2a"sv) return std::nullopt;
        return Extent{little16(chunk, 14) & 0x3fff, little16(chunk, 16) & 0x3fff};
    }
    static std::optional<Extent> lossless_extent(std::string_view chunk) {
        if (chunk.size() < lossless_head_bytes || byte_at(chunk, 8) != 0x2f) return std::nullopt;
        auto const packed = little32(chunk, 9);
        if (packed >> 29 != 0) return std::nullopt;  // another version of the format
        return Extent{(packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1};
    }

    std::optional<Extent> canvas_;
    bool transparent_ = false, alpha_ = false, pixels_ = false;
};

}  // namespace

bool holds_only_pixels(std::string_view webp) {
    StillPicture picture;
    bool const fits =
        each_chunk(webp, [&](std::string_view type, std::string_view chunk) { return picture.takes(type, chunk); });
    return fits && picture.whole();
}

std::string only_pixels_of(std::string_view webp) {
    std::string pixels{webp.substr(0, 12)};
    bool const whole = each_chunk(webp, [&](std::string_view type, std::string_view chunk) {
        auto const at = pixels.size();
        if (type == "VP8 " || type == "VP8L" || type == "ALPH" || type == "VP8X") pixels += chunk;
        if (type == "VP8X" && chunk.size() > flags_at)
            pixels[at + flags_at] = static_cast<char>(byte_at(chunk, flags_at) & flag_of_transparency);
        return true;
    });
    if (!whole) return {};
    auto size = pixels.size() - 8;
    for (std::size_t at = 4; at < 8; ++at, size >>= 8) pixels[at] = static_cast<char>(size & 0xff);
    return pixels;
}

}  // namespace kith::media
