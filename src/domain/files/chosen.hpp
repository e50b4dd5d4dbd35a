// The files of a form: those that came with it, and those that were sent before and are named in it.
#pragma once

#include <array>
#include <vector>

#include "domain/call/call.hpp"
#include "domain/call/row.hpp"
#include "domain/files/file.hpp"
#include "platform/html/view.hpp"

namespace kith::files {

// The names of the form's fields that are handed on where a form is shown once more, as often as they come.
inline constexpr std::string_view file_field = "file", id_field = "file_id", alternative_field = "alternative",
                                  undescribed_field = "undescribed";

inline constexpr std::array fields_of_chosen{id_field, alternative_field, undescribed_field};

struct Chosen {
    FileId id;
    std::string alternative;
};
using AllChosen = std::vector<Chosen>;

// Before the transaction: makes the files anew that came with the form, keeps them for their sender, and names them in
// the form, so that one that comes back has them still. What cannot be taken is refused at `file`. `next` is done
// first.
Slow keep_sent(Call&, FilePlace, Slow next);

// All that the form names, in order. Invalid where one is not there (any more), or has no words and its sender has not
// said that it goes without.
Result<AllChosen> chosen_in(Call&, FilePlace const&);
// What is said of them, for the check; and, before they are kept, what will be said of all that a form names or brings.
std::vector<std::string> words_of(AllChosen const&);
std::vector<std::string> words_in(http::Form const&);
// As words that were looked at have them now.
AllChosen with_words(AllChosen, std::vector<std::string> const& words);

void say_with(sql::Transaction&, PostId, AllChosen const&);
void say_with(sql::Transaction&, ConversationId, MessageId, AllChosen const&);

// For the page of one more look: the hidden fields that name the files again, with what is said of them now.
void add_fields(html::View::List&, http::Form const&, std::vector<std::string> const& words);

// For the form: what came back of files, and what to mend.
void add_chooser(Call&, html::View&);

}  // namespace kith::files
