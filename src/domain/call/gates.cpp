#include "domain/call/gates.hpp"

namespace kith {

Result<void> ask_confirmed(Call const& call) {
    if (!call.who || !call.who->is_confirmed(call.now)) return fail(Error::unconfirmed());
    return {};
}

struct Doors {
    static Result<Anyone> let_anyone(Call&) { return Anyone{Nothing{}}; }
    static Result<SignedIn> let_person(Call& call) {
        if (!call.who) return fail(Error::not_found());
        return SignedIn{Nothing{}};
    }
    static Result<Confirmed> let_confirmed(Call& call) {
        if (!call.who) return fail(Error::not_found());
        TRY(ask_confirmed(call));
        return Confirmed{Nothing{}};
    }
    static Result<Confirmed> let_confirmed_or_token(Call& call) {
        if (call.who && call.who->session_kind == SessionKind::token) return Confirmed{Nothing{}};
        return let_confirmed(call);
    }
    // For everybody else a host's page is not there.
    static Result<AsHost> let_host(Call& call) {
        if (!call.who || !call.who->is_host) return fail(Error::not_found());
        return AsHost{Nothing{}};
    }
};

Gate<Anyone> const anyone{Opens::to_anyone, &Doors::let_anyone};
Gate<SignedIn> const person{Opens::to_person, &Doors::let_person};
Gate<Confirmed> const confirmed{Opens::to_confirmed, &Doors::let_confirmed};
Gate<Confirmed> const confirmed_or_token{Opens::to_confirmed, &Doors::let_confirmed_or_token};
Gate<AsHost> const host{Opens::to_host, &Doors::let_host};

std::string_view name_of(Opens opens) {
    switch (opens) {
        case Opens::to_anyone: return "anyone";
        case Opens::to_person: return "person";
        case Opens::to_confirmed: return "confirmed";
        case Opens::to_host: return "host";
        case Opens::to_member: return "member";
        case Opens::to_facilitator: return "facilitator";
        case Opens::to_author: return "author";
        case Opens::to_newcomer: return "newcomer";
        case Opens::to_sender: return "the sender";
        case Opens::to_seat: return "in the conversation";
    }
    return "";
}

}  // namespace kith
