#include "screen/rules/code.hpp"
#include "screen/rules/nearby.hpp"
#include "screen/rules/rules.hpp"

namespace kith::screen::rules {

namespace {

constexpr std::string_view areas =
    " AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX "
    "FK FY G GL "
    "GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL "
    "OX PA PE "
    "PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR "
    "WS WV YO ZE ";

bool is_area(std::string_view letters) {
    for (auto at = areas.find(letters); at != areas.npos; at = areas.find(letters, at + 1))
        if (at > 0 && areas[at - 1] == ' ' && areas[at + letters.size()] == ' ') return true;
    return false;
}

bool inward(std::string_view text) {
    constexpr std::string_view never = "CIKMOV";
    return never.find(text[1]) == never.npos && never.find(text[2]) == never.npos;
}

constexpr std::size_t postcode_bytes_max = 7;

struct Outward {
    std::string_view mask;
    std::size_t letters;  // of the area
};
constexpr Outward outwards[] = {{"A9", 1}, {"A99", 1}, {"A9A", 1}, {"AA9", 2}, {"AA99", 2}, {"AA9A", 2}};

class PostcodeFinder {
public:
    PostcodeFinder(Reader const& reader, Candidates& found) : reader_(reader), found_(found) {}

    void look_from(std::size_t i) {
        if (reader_.attached(i) && i > 0 && reader_.sign_at(i - 1) == '\0') return;
        auto const code = read_code(reader_, i, postcode_bytes_max);
        for (auto const& [mask, letters] : outwards) {
            auto const size = mask.size() + 3;
            auto const last = code.last_token(size);
            if (last == Code::none) continue;
            auto const front = fit(mask, code.text(mask.size()));
            auto const back = fit("9AA", code.text(size).substr(mask.size()));
            if (!front.fits || !back.fits || !inward({back.plain.data(), 3}) || !is_area({front.plain.data(), letters}))
                continue;
            if (reader_.attached(last + 1) && reader_.sign_at(last + 1) == '\0') continue;
            judge(code, i, last, mask.size(), front.mended + back.mended);
        }
    }

    // "the BD20 area": the first half alone is a place.
    void outward_at(std::size_t i) {
        auto const text = reader_.cased(i);
        if (text.size() < 3 || text.size() > 4 || text[0] < 'A' || text[0] > 'Z' || text[1] < 'A' || text[1] > 'Z')
            return;
        if (reader_.attached(i) || (reader_.attached(i + 1) && reader_.sign_at(i + 1) == '\0')) return;
        bool fits = false;
        for (auto const& [mask, letters] : outwards)
            if (letters == 2 && fit(mask, text).fits && fit(mask, text).mended == 0) fits |= is_area(text.substr(0, 2));
        if (!fits) return;
        bool const place = ((reader_.before(i, 3) | reader_.after(i + 1, 2)) & topic::where) != 0;
        found_.push_back({reader_.at(i).start, reader_.at(i).end, Class::place, place ? 0.65F : 0.35F,
                          "This is the first half of a postcode. It names a small area."});
    }

private:
    void judge(Code const& code, std::size_t first, std::uint32_t last, std::size_t outward_size, unsigned mended) {
        auto const tokens = code.tokens(outward_size + 3);
        bool const usual = tokens == 1 || (tokens == 2 && code.last_token(outward_size) != Code::none);
        bool spread = tokens >= outward_size + 2;
        Nearby const nearby(reader_, first, last);
        bool const named = nearby.about(topic::street | topic::number);
        float confidence = usual ? 0.93F : spread ? 0.75F : named ? 0.7F : 0.45F;
        confidence -= 0.12F * static_cast<float>(mended);
        if (reader_.attached(first) && first > 0 &&
            (reader_.is_sign(first - 1, '@') || reader_.is_sign(first - 1, '#')))
            return;
        // "G24 at 7pm": a word of the sentence.
        if (last > first && !spread && reader_.about(last, topic::common) && reader_.cased(last) == reader_.lower(last))
            return;
        bool const small = reader_.cased(first) == reader_.lower(first);
        bool const small_end = reader_.cased(last).back() == reader_.lower(last).back();
        if (small != small_end && tokens == 1) confidence -= 0.4F;                          // "M94Rx"
        if (small && tokens == 1 && !named) confidence -= code.size() <= 5 ? 0.5F : 0.25F;  // "l00py"
        if (small && mended > 0 && !spread) confidence -= 0.3F;
        if (named) confidence += 0.04F;
        found_.push_back({reader_.at(first).start, reader_.at(last).end, Class::postcode, confidence});
    }

    Reader const& reader_;
    Candidates& found_;
};

constexpr std::string_view states =
    " AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
    "PA RI SC SD "
    "TN TX UT VT VA WA WV WI WY DC PR GU ";

bool is_state(std::string_view letters) {
    if (letters.size() != 2) return false;
    auto const at = states.find(letters);
    return at != states.npos && at > 0 && states[at - 1] == ' ' && states[at + 2] == ' ';
}

// IL 62704, IL 62704-1234, zip 62704.
void zip_at(Reader const& reader, std::size_t i, Candidates& found) {
    if (reader.at(i).shape != Shape::number || reader.at(i).size() != 5 || i == 0) return;
    if (reader.attached(i) && reader.sign_at(i - 1) != '(') return;
    auto state = i - 1;
    if (reader.is_sign(state, ',') && state > 0) --state;
    // In small letters ("dayton, oh 35720") only behind the comma of a town.
    bool behind_state = is_state(reader.cased(state));
    if (!behind_state && state > 0 && reader.is_sign(state - 1, ',') && reader.at(state).size() == 2) {
        char const capitals[] = {static_cast<char>(reader.lower(state)[0] & ~0x20),
                                 static_cast<char>(reader.lower(state)[1] & ~0x20)};
        behind_state = is_state({capitals, 2});
    }
    auto const near = Nearby(reader, i, i);
    bool labelled = false;
    for (std::size_t n = 1; n <= 4 && n <= i; ++n)
        labelled |= reader.lower(i - n) == "zip" || reader.lower(i - n) == "zipcode";
    if (!behind_state && !labelled) return;
    std::size_t last = i;
    if (reader.is_sign(i + 1, '-') && reader.attached(i + 1) && reader.attached(i + 2) && reader.at(i + 2).size() == 4)
        last = i + 2;
    float const confidence = near.about(topic::money) ? 0.4F : labelled ? 0.93F : 0.9F;
    found.push_back({reader.at(i).start, reader.at(last).end, Class::postcode, confidence,
                     "This is a ZIP code. It leads to a part of a town."});
}

constexpr std::size_t letters_before_max = 6;

}  // namespace

void find_postcodes(Reader const& reader, Settings const& settings, Candidates& found) {
    PostcodeFinder finder(reader, found);
    bool const uk = settings.region != Region::us, us = settings.region != Region::uk;
    std::size_t seen = 0;
    for (auto const number : reader.numbers()) {
        if (us) zip_at(reader, number, found);
        if (!uk) continue;
        finder.outward_at(number);
        std::size_t first = number;
        while (first > seen && number - first < letters_before_max && reader.at(first).gap != Gap::line) {
            auto before = first - 1;
            if (is_joint(reader.sign_at(before)) && before > seen) --before;
            if (reader.at(before).shape != Shape::word || reader.at(before).size() > 2) break;
            first = before;
            if (reader.at(first).size() > 1) break;
        }
        for (std::size_t i = first; i <= number; ++i) finder.look_from(i);
        seen = number + 1;
    }
}

}  // namespace kith::screen::rules
