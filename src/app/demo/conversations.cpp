#include "app/demo/conversations.hpp"

#include <span>

#include "domain/messages/seats.hpp"
#include "domain/messages/store.hpp"

namespace kith::app::demo {

namespace {

using std::chrono::minutes;

struct Line {
    std::string_view who;
    int minutes_before_the_end;
    std::string_view words;
};

constexpr Line of_two[] = {
    {"tobias", 1'530, "Have you ten minutes today? Nothing burning. I would like to hear myself think."},
    {"marigold", 1'522, "Always. After four, when the corridor is quiet?"},
    {"tobias", 1'519, "After four. I bring the biscuits that nobody likes."},
    {"marigold", 95, "That did me good too. How did it go with the form in the end?"},
    {"tobias", 88, "I sent it **back**, with a kind note. You were right about the kind note."},
};

constexpr Line of_three[] = {
    {"beatrix", 610, "Shall we three prepare Tuesday? I can write the first draft of the questions."},
    {"gideon", 604, "Yes please. I keep the time."},
    {"marigold", 580, "And I make the tea. We agree that this stays here for a week, and then it is gone."},
};

class Talking {
public:
    Talking(sql::Transaction& transaction, Community const& community, Random& random)
        : transaction_{transaction}, community_{community}, random_{random} {}

    ConversationId begin(ConversationKind kind, std::span<std::string_view const> people, Retention retention) {
        Conversation conversation{random_.id<Conversation>(), kind, 0, retention};
        auto const begun = community_.ends - minutes{1'540};
        messages::add(transaction_, conversation, begun);
        for (auto const who : people)
            messages::seat(transaction_, conversation.id, community_.members.at(who), 0, begun);
        return conversation.id;
    }

    void say(ConversationId conversation, std::span<Line const> lines) {
        for (auto const& line : lines) {
            auto const at = community_.ends - minutes{line.minutes_before_the_end};
            auto const author = community_.members.at(line.who);
            Message message;
            message.id = random_.id<Message>(at);
            message.conversation = conversation;
            message.author = author;
            message.body = line.words;
            message.written_at = at;
            message.sequence = messages::next_sequence(transaction_, conversation);
            messages::add(transaction_, message);
            messages::note_move(transaction_, conversation, message.sequence, author, messages::News::yes);
            messages::note_seen(transaction_, conversation, author, message.sequence, at);
        }
    }

private:
    sql::Transaction& transaction_;
    Community const& community_;
    Random& random_;
};

}  // namespace

void add_conversations(sql::Transaction& transaction, Community const& community, Random& random) {
    Talking talking{transaction, community, random};
    std::string_view const three[] = {"marigold", "beatrix", "gideon"};
    talking.say(talking.begin(ConversationKind::several, three, Retention::days_7), of_three);
    std::string_view const two[] = {"marigold", "tobias"};
    talking.say(talking.begin(ConversationKind::two, two, Retention::keep), of_two);
}

}  // namespace kith::app::demo
