// Result<T>: a T or an Error. Dropping one does not compile.
//
// TRY(expression) yields the value, or returns the error from the function it
// stands in. It is a statement expression, which clang supports.
#pragma once

#include <expected>
#include <utility>

#include "base/error.hpp"

namespace kith {

template <class T>
class [[nodiscard]] Result : public std::expected<T, Error> {
public:
    using std::expected<T, Error>::expected;
};

inline std::unexpected<Error> fail(Error error) { return std::unexpected<Error>(std::move(error)); }

}  // namespace kith

#define TRY(expression)                                          \
    ({                                                           \
        auto&& try_result_ = (expression);                       \
        if (!try_result_.has_value()) [[unlikely]]               \
            return ::kith::fail(std::move(try_result_).error()); \
        *std::move(try_result_);                                 \
    })
