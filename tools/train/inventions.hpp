// Names, streets, institutions and companies by chance, out of the lists.
#pragma once

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string>
#include <vector>

#include "lists.hpp"
#include "random.hpp"

namespace kith::train {

// Draws more often what is more common, though not in proportion: rare names must be learnt too.
class Draw {
public:
    explicit Draw(std::vector<Weighted> const& all) : all_(all) {
        double sum = 0;
        for (auto const& entry : all) sums_.push_back(sum += std::sqrt(std::max(entry.weight, 0.01)));
    }
    std::string const& operator()(Random& random) const {
        // One in four as likely as any other.
        if (random.chance(0.25)) return random.one_of(all_).text;
        auto const at = std::ranges::lower_bound(sums_, random.share() * sums_.back()) - sums_.begin();
        return all_[std::min<std::size_t>(static_cast<std::size_t>(at), all_.size() - 1)].text;
    }

private:
    std::vector<Weighted> const& all_;
    std::vector<double> sums_;
};

std::string pick(Random&, std::initializer_list<char const*> all);

class Inventions {
public:
    Inventions(Lists const& lists, Random& random)
        : lists_(lists),
          random_(random),
          first_(lists.forenames),
          last_(lists.surnames),
          uk_(lists.towns_uk),
          us_(lists.towns_us) {}

    std::string forename() { return first_(random_); }
    std::string british_town() { return uk_(random_); }
    std::string american_town() { return us_(random_); }
    std::string surname() {
        auto name = last_(random_);
        if (random_.chance(0.06)) name += "-" + last_(random_);
        return name;
    }
    std::string town() { return random_.chance(0.6) ? uk_(random_) : us_(random_); }
    std::string digits(std::size_t count) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i) out += static_cast<char>('0' + random_.below(10));
        return out;
    }
    std::string street();
    // `kind` as in a gap: school, nursery, hospital, …
    std::string institution(std::string const& kind);
    std::string company();
    std::string date();

private:
    std::string holder() {
        return random_.chance(0.4) ? town() : random_.chance(0.5) ? "St " + first_(random_) + "'s" : last_(random_);
    }

    Lists const& lists_;
    Random& random_;
    Draw first_, last_, uk_, us_;
};

}  // namespace kith::train
