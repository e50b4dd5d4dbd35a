// What in a text identifies a person: the public face of the screening engine.
//
// `screen` reads a text and says where something stands that identifies somebody
// directly (a phone number, a name) or together with other things (an exact age, a
// school); how many people all of it together fits (jigsaw); and whether its tone
// would hurt. It decides nothing: what to do about it is for whoever asks.
//
// The text may be any bytes; broken UTF-8 is read around. Offsets are bytes of the
// text as given, always on character boundaries, findings in order and without overlap.
// Time and memory grow in proportion to the text; nothing backtracks. Nothing is
// kept between calls but in a WordMemory that the caller gives, nothing is written, so any
// number of threads may call, each with a memory of its own.
// The standard library only: the same sources build to WebAssembly. Nothing throws
// but running out of memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::screen {

// Longer texts are for the caller to cut at ends of lines: offsets inside are 32 bits wide.
inline constexpr std::size_t text_bytes_max = std::size_t{1} << 30;

enum class Class : std::uint8_t {
    // Identify on their own.
    person,
    address,
    postcode,
    phone,
    email,
    url,
    handle,
    nhs_number,
    nino,
    upn,
    uln,
    case_number,
    court_case,
    registration,
    vehicle,
    dob,
    ssn,
    mrn,
    medicaid,
    docket,
    license,
    other_id,
    // Identify together.
    place,
    institution,
    date,
    age,
    family,
    ethnicity,
    religion,
    health,
    occupation,
    event,
    immigration,
    relationship,
    organisation,
    quantity,
};
inline constexpr std::size_t class_count = static_cast<std::size_t>(Class::quantity) + 1;

enum class Kind : std::uint8_t { direct, quasi };

std::string_view name_of(Class);
std::string_view name_of(Kind);
constexpr Kind kind_of(Class c) { return c < Class::place ? Kind::direct : Kind::quasi; }

struct Finding {
    std::size_t start, end;  // bytes of the text; end is one past the last
    Class what;
    Kind kind;
    float confidence;                  // 0 to 1
    std::string reason;                // a sentence for the person who wrote the text
    std::vector<std::string> broader;  // what could stand there instead, the nearest first; may be empty
};

enum class Level : std::uint8_t {
    direct,  // what identifies on its own
    all,     // and what identifies together; and both without any words around that make it likely
};

enum class Region : std::uint8_t { uk = 1, us = 2, both = 3 };

// A day for "last spring". Year 0: unknown, then a date's own year and season are named.
struct Today {
    int year = 0, month = 0;
    bool operator==(Today const&) const = default;
};

// What readers may know besides: then fewer pieces are enough.
enum class Nearness : std::uint8_t { none = 0, same_area = 1, same_employer = 2, both = 3 };

// How much cause for a second look.
enum class Danger : std::uint8_t { none, amber, red };
std::string_view name_of(Danger);

// One thing told about a person, kept from an author's earlier posts: never their words, only
// what the estimate needs. Made by `screen`, given back to it with the author's next text.
struct Piece {
    Class what;
    std::uint32_t key;  // the same for the same thing told ("Nantwich"), whatever the words around
    float log_share;    // natural logarithm of the share of people whom it fits; for a place, of its population
    bool operator==(Piece const&) const = default;
};

class Model;       // model.hpp: what the engine has learnt
class Patterns;    // patterns/patterns.hpp: a group's own
class WordMemory;  // tagger/word_memory.hpp: what words have come before

struct Settings {
    Level level = Level::all;
    Region region = Region::both;
    Today today;
    Nearness nearness = Nearness::none;
    std::span<Piece const> known;        // from the author's earlier posts in this group
    Patterns const* patterns = nullptr;  // a group's own words and forms
    WordMemory* memory = nullptr;        // makes it quicker, changes nothing
};

struct Jigsaw {
    double people = 0;  // whom all pieces together fit, at a guess; meaningless without pieces
    Danger danger = Danger::none;
    std::vector<std::uint32_t> pieces;  // findings that count, by their place in Report::findings
    std::vector<Piece> told;            // the same, to be kept for the author's next text
    std::optional<std::uint32_t> broaden_first;
    std::string reason;  // a sentence for the writer; empty when there is no danger
};

struct Tone {
    Danger danger = Danger::none;
    std::size_t start = 0, end = 0;  // bytes of the text: what was meant
    std::string reason;
};

struct Report {
    std::vector<Finding> findings;
    Jigsaw jigsaw;
    Tone tone;
};

// Findings under this confidence are left out.
inline constexpr float confidence_min_direct = 0.5F;  // at Level::direct, and for what a writer is shown
inline constexpr float confidence_min_all = 0.3F;     // at Level::all, of every kind

// An empty model knows no names, places or tones; the rules work without.
Report screen(std::string_view text, Model const&, Settings const& = {});

// How much was looked at, in steps, for tests that time grows in proportion.
struct Work {
    std::uint64_t steps = 0;
};
Report screen(std::string_view text, Model const&, Settings const&, Work&);

}  // namespace kith::screen
