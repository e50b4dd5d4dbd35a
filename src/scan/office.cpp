#include "scan/office.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "scan/extract.hpp"

namespace kith::scan {

namespace {

constexpr std::size_t step_bytes = 64 * 1024;
constexpr std::size_t paragraph_pieces_max = 4;  // so many pieces long a paragraph may be, or it is cut
constexpr std::size_t spaces_max = 64;           // that <text:s text:c="…"/> may stand for

std::string_view without_prefix(std::string_view name) {
    auto const colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

template <std::size_t N>
bool is_one_of(std::string_view name, std::array<std::string_view, N> const& names) {
    return std::ranges::find(names, name) != names.end();
}

constexpr std::array<std::string_view, 3> runs_of_text{"t", "delText", "instrText"};
constexpr std::array<std::string_view, 2> paragraphs{"p", "h"};
constexpr std::array<std::string_view, 9> properties{"creator",  "initial-creator", "lastModifiedBy",
                                                     "title",    "subject",         "description",
                                                     "keywords", "keyword",         "Manager"};

// The words of one part of a document (one XML file), as expat walks over it.
class Words {
public:
    explicit Words(OfficeKind kind, std::string& out, std::set<std::string>& people)
        : kind_{kind}, out_{out}, people_{people}, parser_{XML_ParserCreate(nullptr)} {
        if (parser_ == nullptr) throw std::bad_alloc{};
        XML_SetUserData(parser_, this);
        XML_SetElementHandler(parser_, &Words::on_start, &Words::on_end);
        XML_SetCharacterDataHandler(parser_, &Words::on_text);
        XML_SetStartDoctypeDeclHandler(parser_, &Words::on_doctype);
    }
    ~Words() { XML_ParserFree(parser_); }
    Words(Words const&) = delete;
    Words& operator=(Words const&) = delete;

    void feed(std::string_view bytes, bool last) {
        auto const status = XML_Parse(parser_, bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0);
        fed_ += bytes.size();
        if (has_doctype_) throw Unreadable{"declares entities of its own, which documents do not"};
        if (status != XML_STATUS_OK) throw Unreadable{"is damaged: its XML ends or breaks off in the middle"};
        auto const at = XML_GetCurrentByteIndex(parser_);
        if (at >= 0 && fed_ - static_cast<std::uint64_t>(at) > xml_token_bytes_max)
            throw Unreadable{"is damaged: a piece of its XML does not end"};
    }

private:
    static Words& of(void* self) { return *static_cast<Words*>(self); }
    static void XMLCALL on_start(void* self, char const* name, char const** attributes) {
        of(self).start(without_prefix(name), attributes);
    }
    static void XMLCALL on_end(void* self, char const* name) { of(self).end(without_prefix(name)); }
    static void XMLCALL on_text(void* self, char const* text, int size) {
        auto& words = of(self);
        if (words.inside_ > 0) words.out_.append(text, static_cast<std::size_t>(size));
        if (words.in_property_) words.property_.append(text, static_cast<std::size_t>(size));
    }
    static void XMLCALL on_doctype(void* self, char const*, char const*, char const*, int) {
        of(self).has_doctype_ = true;
        XML_StopParser(of(self).parser_, XML_FALSE);
    }

    static std::string_view attribute(char const** attributes, std::string_view wanted) {
        for (; *attributes != nullptr; attributes += 2)
            if (without_prefix(attributes[0]) == wanted) return attributes[1];
        return {};
    }

    void start(std::string_view name, char const** attributes) {
        if (auto const author = attribute(attributes, "author"); !author.empty()) person(author);
        if (name == "Relationship") {
            if (attribute(attributes, "TargetMode") == "External") add_line(attribute(attributes, "Target"));
            return;
        }
        if (inside_ == 0 && is_one_of(name, properties)) {
            in_property_ = true;
            property_.clear();
        }
        if (kind_ == OfficeKind::docx) {
            if (is_one_of(name, runs_of_text)) ++inside_;
            if (name == "tab") out_ += '\t';
            if (name == "br" || name == "cr") out_ += '\n';
            if (name == "noBreakHyphen") out_ += '-';
            return;
        }
        if (is_one_of(name, paragraphs)) {
            if (inside_ > 0 && !out_.ends_with('\n')) out_ += '\n';
            ++inside_;
        }
        if (inside_ == 0) return;
        if (name == "s") out_.append(count_of(attribute(attributes, "c")), ' ');
        if (name == "tab") out_ += '\t';
        if (name == "line-break") out_ += '\n';
        if (name == "a") links_.emplace_back(attribute(attributes, "href"));
    }

    void end(std::string_view name) {
        if (in_property_ && is_one_of(name, properties)) {
            in_property_ = false;
            if (name == "creator" || name == "initial-creator" || name == "lastModifiedBy" || name == "Manager")
                person(property_);
            else
                add_line(property_);
        }
        if (kind_ == OfficeKind::docx) {
            if (is_one_of(name, runs_of_text) && inside_ > 0) --inside_;
            if (name == "p") out_ += '\n';
            return;
        }
        if (inside_ > 0 && (name == "creator" || name == "annotation")) out_ += '\n';
        if (!is_one_of(name, paragraphs) || inside_ == 0) return;
        --inside_;
        out_ += '\n';
        if (inside_ > 0) return;
        for (auto const& link : links_) add_line(link);
        links_.clear();
    }

    static std::size_t count_of(std::string_view digits) {
        std::size_t count = 0;
        for (char const c : digits)
            if (c >= '0' && c <= '9') count = std::min(count * 10 + static_cast<std::size_t>(c - '0'), spaces_max);
        return std::max<std::size_t>(count, 1);
    }

    // Each once: a long document names who changed it on every line.
    void person(std::string_view name) {
        if (people_.size() < 1000 && people_.emplace(name).second) add_line(fmt::format("Author: {}", name));
    }

    void add_line(std::string_view words) {
        if (words.empty()) return;
        // In the middle of a paragraph it would tear that apart.
        if (inside_ > 0 || (!out_.empty() && !out_.ends_with('\n'))) {
            links_.emplace_back(words);
            return;
        }
        out_ += words;
        out_ += '\n';
    }

public:
    // What had to wait for the end of a line.
    void finish() {
        if (!out_.empty() && !out_.ends_with('\n')) out_ += '\n';
        for (auto const& link : links_)
            if (!link.empty()) out_ += link + '\n';
        links_.clear();
    }

private:
    OfficeKind kind_;
    std::string& out_;
    std::set<std::string>& people_;
    XML_Parser parser_;
    std::uint64_t fed_ = 0;
    int inside_ = 0;  // elements whose text is text of the document
    bool in_property_ = false, has_doctype_ = false;
    std::string property_;
    std::vector<std::string> links_;
};

bool is_part(OfficeKind kind, std::string_view name) {
    if (kind == OfficeKind::odf) return name == "content.xml" || name == "styles.xml" || name == "meta.xml";
    if (name == "docProps/core.xml" || name == "docProps/app.xml") return true;
    if (!name.starts_with("word/")) return false;
    name.remove_prefix(5);
    if (name.starts_with("_rels/")) return name.ends_with(".rels");
    constexpr std::array<std::string_view, 6> beginnings{"document", "footnotes", "endnotes",
                                                         "comments", "header",    "footer"};
    return !name.contains('/') && name.ends_with(".xml") &&
           std::ranges::any_of(beginnings, [name](auto each) { return name.starts_with(each); });
}

}  // namespace

std::optional<OfficeKind> office_kind_of(Archive const& archive) {
    if (archive.find("word/document.xml")) return OfficeKind::docx;
    if (archive.find("content.xml") && archive.find("mimetype")) return OfficeKind::odf;
    return std::nullopt;
}

void read_office(Archive const& archive, OfficeKind kind, Budget& budget, std::size_t piece_bytes,
                 std::function<void(std::string text)> const& give) {
    std::string text;
    std::set<std::string> people;
    std::string bytes(step_bytes, '\0');
    // The text itself first, then what stands around it.
    std::vector<Member> parts;
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(archive.count(), archive_members_max); ++i)
        if (auto member = archive.member(i); is_part(kind, member.name)) parts.push_back(std::move(member));
    auto const text_itself = std::ranges::find_if(
        parts, [](auto const& part) { return part.name == "word/document.xml" || part.name == "content.xml"; });
    if (text_itself != parts.end()) std::rotate(parts.begin(), text_itself, text_itself + 1);
    for (auto const& part : parts) {
        if (part.is_encrypted) throw Unreadable{"is encrypted"};
        auto const source = archive.open(part, budget);
        Words words{kind, text, people};
        while (true) {
            auto const got = source->read(bytes.data(), bytes.size());
            words.feed({bytes.data(), got}, got == 0);
            if (got == 0) break;
            if (text.size() < piece_bytes) continue;
            auto const cut =
                cut_of(text, text.size() >= paragraph_pieces_max * piece_bytes ? More::must_cut : More::comes);
            if (cut == 0) continue;
            auto rest = text.substr(cut);
            text.resize(cut);
            give(std::move(text));
            text = std::move(rest);
        }
        words.finish();
    }
    if (!text.empty()) give(std::move(text));
}

}  // namespace kith::scan
