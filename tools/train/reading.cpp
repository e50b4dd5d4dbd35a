#include "reading.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "random.hpp"
#include "templates.hpp"
#include "variants.hpp"

namespace kith::train {

namespace fs = std::filesystem;

namespace {

void add(Documents& all, Documents more, float weight = 1) {
    for (auto& document : more) {
        document.weight *= weight;
        all.push_back(std::move(document));
    }
}

// Every text as it is; all again in lower case; some shouted; some with slips.
Documents with_variants(Documents const& plain, Random& random) {
    Documents all;
    auto const lower_weight = static_cast<float>(setting("LOWER", 1));
    for (auto const& document : plain) {
        all.push_back(document);
        all.push_back(in_lower(document));
        all.back().weight *= lower_weight;
        if (random.chance(0.08)) {
            all.push_back(in_upper(document));
            all.back().weight *= 0.5F;
        }
        if (document.text.size() < 1000 && random.chance(0.15)) all.push_back(with_slips(document, random));
    }
    return all;
}

}  // namespace

double setting(char const* name, double usual) {
    char const* const value = std::getenv(name);
    return value != nullptr ? std::atof(value) : usual;
}

Documents read_all(fs::path const& data, fs::path const& sentences, Lists const& lists, Random& random) {
    Documents plain;
    add(plain, read_judgments(data / "train/tab/train.json"), static_cast<float>(setting("TAB", 1)));
    for (auto const* file :
         {"train/wnut17/wnut17train.conll", "train/btc/btc.train", "train/wikigold/wikigold.conll.txt"}) {
        add(plain, read_columns(data / file, Spacing::natural));
        add(plain, read_columns(data / file, Spacing::everywhere), 0.5F);
    }
    auto const labelled = plain.size();
    auto const renamed = static_cast<float>(setting("RENAMED", 0.7));
    auto const namings = static_cast<int>(setting("NAMINGS", 2));
    for (int naming = 0; naming < namings; ++naming)
        for (std::size_t i = 0; i < labelled; ++i) {
            if (plain[i].marks.empty()) continue;
            auto copy = with_other_names(plain[i], lists, random);
            copy.weight *= renamed;
            plain.push_back(std::move(copy));
        }
    auto const copies = [](char const* name, double usual) { return static_cast<std::size_t>(setting(name, usual)); };
    add(plain, fill_templates(sentences / "social_care", lists, copies("CARE", 12), random));
    add(plain, fill_templates(sentences / "business", lists, copies("BUSINESS", 8), random));
    add(plain, fill_templates(sentences / "harmless", lists, copies("HARMLESS", 6), random));
    return with_variants(plain, random);
}

void write_file(fs::path const& path, std::string const& bytes) {
    std::ofstream out{path, std::ios::binary};
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out) {
        std::fprintf(stderr, "%s cannot be written.\n", path.c_str());
        std::exit(1);
    }
}

}  // namespace kith::train
