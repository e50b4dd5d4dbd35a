// Whose a notice is. For anyone else there is none.
#pragma once

#include "domain/call/row.hpp"
#include "domain/notices/notice.hpp"

namespace kith::notices {

struct Policy {
    static Result<NoticeReader> open(Call&, NoticeId);
};

// For rows whose path holds {notice}.
extern Gate<NoticeReader> const may_open;

}  // namespace kith::notices
