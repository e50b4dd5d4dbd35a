#include "domain/groups/questions.hpp"

namespace kith::groups {

static sql::Statement const select_questions{
    "SELECT question FROM group_questions WHERE group_id = $1 ORDER BY position"};

std::vector<std::string> questions(sql::Transaction& transaction, GroupId group) {
    return transaction.all(select_questions, [](sql::Row const& row) { return row.string(0); }, group);
}

static sql::Statement const delete_questions{"DELETE FROM group_questions WHERE group_id = $1"};
static sql::Statement const insert_question{
    "INSERT INTO group_questions (group_id, position, question) VALUES ($1, $2, $3)"};

void set_questions(sql::Transaction& transaction, GroupId group, std::vector<std::string> const& asked) {
    transaction.run(delete_questions, group);
    int position = 0;
    for (auto const& question : asked) transaction.run(insert_question, group, ++position, question);
}

}  // namespace kith::groups
