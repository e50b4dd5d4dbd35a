// Devices that a person lets Kith notify.
#include "domain/reach/devices.hpp"
#include "domain/reach/endpoints.hpp"
#include "domain/reach/plan.hpp"
#include "domain/sessions/actions.hpp"
#include "platform/crypto/token.hpp"
#include "platform/push/sender.hpp"

namespace kith::reach {

namespace {

constexpr char const* try_again = "This browser did not say how it is reached. Try it once more.";

}  // namespace

// What the browser said of itself (PushSubscription): where it is reached, and what its messages are sealed with.
Result<Answer> add_device(Call& call, SignedIn const&) {
    auto const& outside = call.services.outside;
    if (outside.push_key.empty()) return fail(Error::conflict("This place sends no notifications."));
    auto const endpoint = call.form.value("endpoint");
    auto const key = crypto::from_base64url(call.form.value("public_key"));
    auto const secret = crypto::from_base64url(call.form.value("secret"));
    auto const loopback = outside.push_to_loopback ? push::Loopback::allowed : push::Loopback::refused;
    if (!outgoing::is_public_https(endpoint, loopback)) return fail(Error::invalid("endpoint", try_again));
    if (!key || key->size() != push::public_key_bytes) return fail(Error::invalid("public_key", try_again));
    if (!secret || secret->size() != push::subscriber_secret_bytes) return fail(Error::invalid("secret", try_again));
    auto const person = call.viewer().person;
    Device const device{
        DeviceId::random(), person, std::string{endpoint}, *key, *secret, sessions::label_of(call.request), call.now};
    add_device(call.transaction(), device);
    set_times(call.transaction(), person, call.now);
    return Done{"/me/reach"};
}

Result<Answer> end_device(Call& call, SignedIn const&) {
    auto const id = TRY(call.id<Device>("device"));
    if (!remove_device(call.transaction(), call.viewer().person, id)) return fail(Error::not_found());
    return Done{"/me/reach"};
}

}  // namespace kith::reach
