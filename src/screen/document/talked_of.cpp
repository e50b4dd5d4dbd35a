#include "screen/document/talked_of.hpp"

#include <algorithm>
#include <iterator>

namespace kith::screen {

namespace {

constexpr std::string_view names[] = {
    // Who led inquiries and reviews. The children of whom those tell are left out: nobody is made a list of here.
    "eileen munro", "munro", "lord laming", "laming", "josh macalister", "macalister", "alexis jay", "isabelle trowler",
    // Writers and theorists
    "bowlby", "john bowlby", "ainsworth", "mary ainsworth", "vygotsky", "lev vygotsky", "erikson", "erik erikson",
    "piaget", "jean piaget", "freud", "sigmund freud", "winnicott", "donald winnicott", "kolb", "david kolb", "gibbs",
    "graham gibbs", "schön", "donald schön", "schon", "donald schon", "maslow", "abraham maslow", "bronfenbrenner",
    "carl rogers", "paulo freire", "freire", "saleebey", "trevithick", "pamela trevithick", "harry ferguson",
    "gillian ruch", "brigid featherstone", "marian brandon", "julie brophy", "brophy", "tony morrison",
    "jane wonnacott", "gabor mate", "gabor maté", "van der kolk", "bessel van der kolk", "bruce perry", "brene brown",
    "brené brown", "jane addams", "octavia hill", "kahneman", "daniel kahneman", "foucault", "michel foucault",
    "bell hooks", "lena dominelli", "malcolm payne", "neil thompson", "siobhan maclean", "howe", "david howe",
    "crittenden", "patricia crittenden", "prochaska", "egan", "finkelhor", "goffman", "bourdieu"};

}  // namespace

bool is_talked_of(std::string_view name) { return std::ranges::find(names, name) != std::end(names); }

}  // namespace kith::screen
