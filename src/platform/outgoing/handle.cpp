#include "platform/outgoing/handle.hpp"

#include <stdexcept>

namespace kith::outgoing {

Handle make_handle(std::string const& trusted_certificates_file) {
    static bool const ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    Handle handle{ready ? curl_easy_init() : nullptr};
    if (!handle) throw std::runtime_error{"libcurl cannot be started."};
    auto* const curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);  // threads
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 1L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds_max);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, exchange_seconds_max);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!trusted_certificates_file.empty()) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, trusted_certificates_file.c_str());
        curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
    }
    return handle;
}

}  // namespace kith::outgoing
