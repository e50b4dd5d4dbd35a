#include "domain/notices/policy.hpp"

#include "domain/notices/store.hpp"

namespace kith::notices {

Result<NoticeReader> Policy::open(Call& call, NoticeId id) {
    auto notice = find(call.transaction(), call.viewer().person, id);
    if (!notice) return fail(Error::not_found());
    return NoticeReader{std::move(*notice)};
}

Gate<NoticeReader> const may_open{Opens::to_person, [](Call& call) -> Result<NoticeReader> {
                                      return Policy::open(call, TRY(call.id<Notice>("notice")));
                                  }};

}  // namespace kith::notices
