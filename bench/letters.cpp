// A thousand letters from the queue to the mail server's yes, beside a trivial client that says the same to it.
//   bench_letters PORT COUNT
// Both speak without TLS to 127.0.0.1, over one connection; the answer is a line of JSON. `kith` reads each person's
// address, writes the letter, sends it, and takes it from the queue of an encrypted database on disk. `bare` has the
// letters written in advance and keeps nothing.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "app/embedded.hpp"
#include "domain/people/store.hpp"
#include "domain/reach/addresses.hpp"
#include "domain/reach/jobs.hpp"
#include "domain/reach/letters.hpp"
#include "platform/crypto/token.hpp"
#include "platform/sql/migrate.hpp"

namespace {

using namespace kith;
using Clock_ = std::chrono::steady_clock;

double seconds_of(auto const& work) {
    auto const start = Clock_::now();
    work();
    return std::chrono::duration<double>(Clock_::now() - start).count();
}

std::string address(int number) { return fmt::format("person{}@example.org", number); }

// People who wish to hear, each with one letter that waits.
void fill(sql::Database& database, int count, Time now) {
    QuietSettings never_quiet;
    never_quiet.from_minute = never_quiet.until_minute = 0;
    (void)database.write([&](sql::Transaction& transaction) -> Result<void> {
        for (int i = 0; i < count; ++i) {
            auto const person = PersonId::random();
            auto const secret = crypto::random_token();
            people::add(transaction, {person, address(i), "Ada Example", Capacity::practitioner, now, false}, "");
            people::set_quiet_settings(transaction, person, never_quiet);
            reach::set_address(transaction, person, address(i), secret, crypto::random_token(), now);
            (void)reach::confirm(transaction, secret, now);
            reach::Counts counts;
            counts[reach::Sort::answers] = 2;
            jobs::add(transaction, reach::mail_job, person.bytes, reach::MailTask{HowSoon::at_once, counts}.stored(),
                      now, now);
        }
        return {};
    });
}

double send_queued(int port, int count) {
    auto const folder = std::filesystem::temp_directory_path() / ("kith-bench-letters-" + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    auto database = sql::open_sqlite({(folder / "kith.db").string(), std::string(32, 'k'), 2});
    sql::migrate(*database, embedded::migrations());
    fill(*database, count, system_now());
    mail::PostOffice office{
        {fmt::format("smtp://127.0.0.1:{}", port), outgoing::MailTls::none, {}, {}, {}, "kith.example"},
        *mail::Address::parse("kith@place.example"),
        *mail::Origin::parse("https://kith.example")};
    jobs::Shift shift{*database,
                      system_now,
                      {{std::string{reach::mail_job},
                        reach::send_mail(*database, office, system_now,
                                         [](std::string const& words) { fmt::print(stderr, "{}\n", words); })}},
                      {}};
    auto const seconds = seconds_of([&] {
        while (shift.do_what_is_due() > 0) {
        }
    });
    auto const left = database->read([](sql::Transaction& transaction) { return jobs::waiting(transaction); });
    database.reset();
    std::filesystem::remove_all(folder);
    if (left != 0) throw std::runtime_error{fmt::format("{} letters did not leave", left)};
    return seconds;
}

class BareLine {
public:
    explicit BareLine(int port) : socket_{::socket(AF_INET, SOCK_STREAM, 0)} {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(port));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) throw std::runtime_error{"no server"};
        hear();
        say("EHLO bare.example\r\n");
    }
    ~BareLine() { ::close(socket_); }

    void say(std::string const& words) {
        if (::send(socket_, words.data(), words.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(words.size()))
            throw std::runtime_error{"the line broke"};
        hear();
    }

private:
    // Up to the last line of an answer: a code and a space.
    void hear() {
        std::string heard;
        for (;;) {
            char bytes[512];
            auto const count = ::recv(socket_, bytes, sizeof bytes, 0);
            if (count <= 0) throw std::runtime_error{"the line broke"};
            heard.append(bytes, static_cast<std::size_t>(count));
            auto const last = heard.size() < 2 ? 0 : heard.rfind('\n', heard.size() - 2);
            auto const line = last == heard.npos ? 0 : last + 1;
            if (heard.ends_with('\n') && heard.size() > line + 3 && heard[line + 3] == ' ') return;
        }
    }
    int socket_;
};

double send_bare(int port, int count) {
    auto const origin = *mail::Origin::parse("https://kith.example");
    auto const from = *mail::Address::parse("kith@place.example");
    reach::Counts counts;
    counts[reach::Sort::answers] = 2;
    std::vector<std::string> letters;
    for (int i = 0; i < count; ++i) {
        auto const letter =
            reach::news_letter(HowSoon::at_once, counts, origin, *mail::Secret::parse(crypto::random_token()));
        letters.push_back(
            mail::written_out(letter, from, *mail::Address::parse(address(i)), Id<void>::random().bytes, system_now()));
    }
    return seconds_of([&] {
        BareLine line{port};
        for (int i = 0; i < count; ++i) {
            line.say("MAIL FROM:<kith@place.example>\r\n");
            line.say("RCPT TO:<" + address(i) + ">\r\n");
            line.say("DATA\r\n");
            line.say(letters[static_cast<std::size_t>(i)] + ".\r\n");
        }
        line.say("QUIT\r\n");
    });
}

}  // namespace

int main(int words, char** word) {
    if (words != 3) return 2;
    int const port = std::atoi(word[1]), count = std::atoi(word[2]);
    try {
        auto const kith = send_queued(port, count);
        auto const bare = send_bare(port, count);
        fmt::print("{{\"count\":{},\"kith_s\":{:.3f},\"bare_s\":{:.3f}}}\n", count, kith, bare);
    } catch (std::exception const& failure) {
        fmt::print(stderr, "{}\n", failure.what());
        return 1;
    }
    return 0;
}
