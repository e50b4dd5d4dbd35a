// A handle of libcurl, and what every line to the outside has in common: no redirects, no proxy from the
// environment, certificates always checked, deadlines. Nothing else in Kith opens a connection to anywhere.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>

namespace kith::outgoing {

inline constexpr long connect_seconds_max = 10;
inline constexpr long exchange_seconds_max = 40;  // all of it; below jobs::handler_seconds_max
inline constexpr long post_seconds_max = 10;      // of a POST: a few hundred bytes to a service that many use

struct EndsHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, EndsHandle>;
using List = std::unique_ptr<curl_slist, EndsHandle>;

// `trusted_certificates_file` (PEM): instead of the system's; empty: the system's.
// Throws std::runtime_error when there is no memory for it.
Handle make_handle(std::string const& trusted_certificates_file);

}  // namespace kith::outgoing
