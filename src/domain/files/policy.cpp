#include "domain/files/policy.hpp"

#include "domain/files/store.hpp"

namespace kith::files {

Result<FileSender> Policy::send(Call& call, FileId id) {
    auto file = find_unsaid(call.transaction(), id, call.viewer().person);
    if (!file) return fail(Error::not_found());
    return FileSender{*std::move(file)};
}

Gate<FileSender> const may_send{
    Opens::to_sender, [](Call& call) -> Result<FileSender> { return Policy::send(call, TRY(call.id<File>("file"))); }};

}  // namespace kith::files
