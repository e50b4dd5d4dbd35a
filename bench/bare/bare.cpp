#include "bare/bare.hpp"

#include <stdexcept>
#include <vector>

namespace kith::bench {

namespace {

sql::Statement const select_threads{
    "SELECT posts.id, people.name, posts.written_at, posts.body, posts.comment_count FROM posts "
    "LEFT JOIN people ON people.id = posts.author_id WHERE posts.group_id = $1 AND posts.thread_id IS NULL "
    "ORDER BY posts.active_sequence DESC LIMIT 20"};
sql::Statement const select_head{
    "SELECT posts.id, people.name, posts.written_at, posts.body, posts.comment_count FROM posts "
    "LEFT JOIN people ON people.id = posts.author_id WHERE posts.id = $1"};
sql::Statement const select_comments{
    "SELECT posts.id, people.name, posts.written_at, posts.body, posts.comment_count FROM posts "
    "LEFT JOIN people ON people.id = posts.author_id WHERE posts.thread_id = $1 "
    "ORDER BY posts.sequence DESC LIMIT 50"};

void append_escaped(std::string& out, std::string_view text) {
    for (char const c : text) {
        switch (c) {
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '&': out += "&amp;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
}

void append_row(std::string& out, sql::Row const& row, std::string_view furniture) {
    auto const id = row.id<Post>(0).text();
    out.append("<li class=\"post\" id=\"post-")
        .append(id)
        .append("\"><header class=\"post-head\"><span class=\"post-author\">");
    append_escaped(out, row.text(1));
    out.append("</span> <time>")
        .append(std::to_string(row.integer(2)))
        .append("</time></header><div class=\"reading\"><p>");
    append_escaped(out, row.text(3));
    out.append("</p></div><footer class=\"post-foot\"><a href=\"/posts/").append(id).append("\">Read and answer</a> ");
    out.append(std::to_string(row.integer(4))).append(" answers</footer>").append(furniture).append("</li>\n");
}

// Everything up to the list of posts, and everything after it.
constexpr std::string_view rows_begin = "<main";
constexpr std::string_view rows_end = "</main>";

}  // namespace

BarePage::BarePage(What what, sql::Database& database, IdBytes of, std::string_view real)
    : what_{what}, database_{database}, of_{of} {
    auto const begin = real.find(rows_begin);
    auto const end = real.find(rows_end);
    if (begin == real.npos || end == real.npos) throw std::runtime_error{"the real page has no <main>"};
    auto const inside = real.find('>', begin) + 1;
    head_ = real.substr(0, inside);
    foot_ = real.substr(end);
    auto const plain = make().size();
    std::size_t const count = what == What::group ? 20 : 51;
    if (real.size() > plain) furniture_ = real.substr(inside, (real.size() - plain) / count);
}

std::string BarePage::make() const {
    std::string out;
    out.reserve(head_.size() + foot_.size() + 64 * 1024);
    out.append(head_);
    database_.read([&](sql::Transaction& transaction) {
        auto const append = [&](sql::Row const& row) {
            append_row(out, row, furniture_);
            return true;
        };
        sql::Value const values[] = {of_};
        if (what_ == What::thread) transaction.execute(select_head, values, append);
        transaction.execute(what_ == What::thread ? select_comments : select_threads, values, append);
        return 0;
    });
    out.append(foot_);
    return out;
}

namespace {

sql::Statement const select_thread{"SELECT group_id, author_id FROM posts WHERE id = $1"};
sql::Statement const insert_comment{
    "INSERT INTO posts (id, group_id, thread_id, author_id, body, asks, written_at, version, sequence, "
    "active_sequence, changed_sequence, comment_count, answered) VALUES ($1, $2, $3, $4, $5, 0, $6, 1, $6, $6, $6, 0, "
    "0)"};

}  // namespace

BareInsert::BareInsert(sql::Database& database, IdBytes thread) : database_{database}, thread_{thread} {
    database.read([&](sql::Transaction& transaction) {
        return transaction.one(
            select_thread,
            [&](sql::Row const& row) {
                group_ = row.id<Group>(0);
                author_ = row.id<Person>(1);
                return 0;
            },
            thread_);
    });
}

void BareInsert::insert(std::string_view body) const {
    auto const now = system_now();
    static_cast<void>(database_.write([&](sql::Transaction& transaction) -> Result<void> {
        transaction.run(insert_comment, Id<Post>::ordered(now), group_, thread_, author_, body, now);
        return {};
    }));
}

}  // namespace kith::bench
