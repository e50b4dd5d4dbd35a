// Whoever asks to be let in costs the same work, whether somebody has that address or not: the same statements in the
// same order, the same number of hashes. Counted, not timed: a busy machine changes nothing about it.
#include <gtest/gtest.h>

#include "app/app.hpp"
#include "app/embedded.hpp"
#include "domain/people/store.hpp"
#include "domain/proofs/passkeys.hpp"
#include "platform/crypto/password.hpp"
#include "platform/html/render.hpp"
#include "platform/sql/migrate.hpp"
#include "support/temporary_folder.hpp"

namespace kith::app {
namespace {

using Done = std::vector<std::string>;

// Passes everything on, and writes down what is asked.
class Overheard : public sql::Transaction {
public:
    Overheard(sql::Transaction& inner, Done& done) : inner_{inner}, done_{done} {}
    std::int64_t execute(sql::Statement const& statement, std::span<sql::Value const> values,
                         sql::EachRow const& each) override {
        done_.emplace_back(statement.text());
        return inner_.execute(statement, values, each);
    }
    std::string text_expression(sql::TextQuery const& query) const override { return inner_.text_expression(query); }
    sql::TableAccess& tables() override { return inner_.tables(); }

private:
    sql::Transaction& inner_;
    Done& done_;
};

class OverheardDatabase : public sql::Database {
public:
    OverheardDatabase(sql::Database& inner, Done& done) : inner_{inner}, done_{done} {}
    std::string_view engine() const override { return inner_.engine(); }
    void prepare(sql::Statement const& statement) override { inner_.prepare(statement); }
    void run_script(std::string_view script) override { inner_.run_script(script); }
    std::vector<std::string> check_integrity() override { return inner_.check_integrity(); }

protected:
    void read_with(sql::Body const& body) override {
        done_.emplace_back("a look");
        inner_.read([&](sql::Transaction& transaction) {
            Overheard overheard{transaction, done_};
            static_cast<void>(body(overheard));
        });
    }
    void write_with(sql::Body const& body) override {
        done_.emplace_back("a change");
        static_cast<void>(inner_.write([&](sql::Transaction& transaction) {
            Overheard overheard{transaction, done_};
            return body(overheard);
        }));
    }

private:
    sql::Database& inner_;
    Done& done_;
};

class EqualWork : public testing::Test {
protected:
    static void SetUpTestSuite() {
        crypto::use_light_passwords();
        html::load_templates(embedded::templates());
    }

    void SetUp() override {
        sql::migrate(*database_, embedded::migrations());
        auto const hash = crypto::hash_password("ada likes long walks");
        (void)database_->write([&](sql::Transaction& transaction) -> Result<void> {
            people::add(transaction,
                        {PersonId::random(), "ada@example.org", "Ada Example", Capacity::practitioner, now_}, hash);
            return {};
        });
    }

    struct Cost {
        Done done;
        std::uint64_t hashes = 0;
        int status = 0;
        std::size_t bytes = 0;
    };

    Cost cost_of(std::string path, std::string body) {
        http::Request request;
        request.method = http::Method::post;
        request.path = std::move(path);
        request.scheme = http::Scheme::https;
        request.peer = "192.0.2.7";
        request.headers = {{"host", "kith.example"}, {"content-type", "application/x-www-form-urlencoded"}};
        request.body = std::move(body);
        done_.clear();
        auto const before = crypto::password_hashes_done();
        auto const response = app_.answer(request);
        return {done_, crypto::password_hashes_done() - before, response.status, response.body.size()};
    }

    void expect_equal(Cost const& known, Cost const& unknown) {
        EXPECT_EQ(known.status, unknown.status);
        EXPECT_EQ(known.bytes, unknown.bytes);
        EXPECT_EQ(known.hashes, 1u);
        EXPECT_EQ(unknown.hashes, 1u);
        EXPECT_EQ(known.done, unknown.done);
        EXPECT_GE(known.done.size(), 2u);
    }

    Time now_{1'800'000'000'000};
    test::TemporaryFolder folder_;
    std::unique_ptr<sql::Database> database_ = sql::open_sqlite({folder_.file("kith.db"), std::string(32, 'k'), 2});
    Done done_;
    OverheardDatabase overheard_{*database_, done_};
    std::unique_ptr<live::Hub> hub_ = live::make_local_hub();
    App app_{overheard_, *hub_, [this] { return now_; }, Settings{}};
};

TEST_F(EqualWork, SigningIn) {
    auto const known = cost_of("/session", "email=ada@example.org&password=wrong");
    EXPECT_EQ(known.status, 422);
    expect_equal(known, cost_of("/session", "email=eve@example.org&password=wrong"));
}

TEST_F(EqualWork, AskingToBeLetInAgain) {
    auto const known = cost_of("/recovery", "email=ada@example.org&new_password=kettle+otter+tram");
    EXPECT_EQ(known.status, 201);
    expect_equal(known, cost_of("/recovery", "email=eve@example.org&new_password=kettle+otter+tram"));
    // Also when many have asked already.
    expect_equal(cost_of("/recovery", "email=ada@example.org&new_password=kettle+otter+tram"),
                 cost_of("/recovery", "email=eve@example.org&new_password=kettle+otter+tram"));
}

// One that somebody has, with a wrong answer, and one that nobody has.
TEST_F(EqualWork, ADevice) {
    (void)database_->write([&](sql::Transaction& transaction) -> Result<void> {
        auto const ada = people::find_credentials(transaction, "ada@example.org");
        proofs::add(transaction, {PasskeyId::random(), ada->person, "known", "no key", 0, "My phone", now_, {}});
        return {};
    });
    auto const known = cost_of("/session/passkey", "credential=a25vd24&client_data=e30&signature=AAAA");
    auto const unknown = cost_of("/session/passkey", "credential=b3RoZXI&client_data=e30&signature=AAAA");
    EXPECT_EQ(known.status, 422);
    EXPECT_EQ(unknown.status, 422);
    EXPECT_EQ(known.bytes, unknown.bytes);
    EXPECT_EQ(known.done, unknown.done);
}

}  // namespace
}  // namespace kith::app
