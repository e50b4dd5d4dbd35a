// refused: no viable conversion
// Words are written only after they were looked at: a text is none that was screened.
#include "domain/groups/policy.hpp"
#include "domain/posts/actions.hpp"

namespace kith {

Result<Answer> write(Call& call, GroupId group) {
    auto const speaker = TRY(groups::Policy::speak(call, group));
    std::string const text = "hello";
#ifdef ALLOWED
    auto const looked = screening::look(call, {group}, text);
    auto const* words = std::get_if<screening::Screened>(&looked);
    if (!words) return fail(Error::not_found());
    auto const post = TRY(posts::publish(call, speaker, *words, {}));
#else
    auto const post = TRY(posts::publish(call, speaker, text, {}));
#endif
    return Done{post.id.text()};
}

}  // namespace kith
