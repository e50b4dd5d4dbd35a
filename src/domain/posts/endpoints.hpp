// The rows of the route table that lead to posts.
#pragma once

#include "domain/call/gates.hpp"
#include "domain/groups/policy.hpp"
#include "domain/posts/held.hpp"
#include "domain/posts/policy.hpp"

namespace kith::posts {

// reading.cpp
Result<Answer> show_group(Call&, Reader const&);        // GET /groups/{group}
Result<Answer> show_thread(Call&, PostReader const&);   // GET /posts/{post}
Result<Answer> show_history(Call&, PostReader const&);  // GET /posts/{post}/history
Result<Answer> show_file(Call&, PostReader const&);     // GET /posts/{post}/files/{file}
Result<Answer> give_picture(Call&, PostReader const&);  // GET /posts/{post}/files/{file}/{size}

// endpoints.cpp
Result<Answer> publish(Call&, Speaker const&);                    // POST /groups/{group}/posts
Result<Answer> comment(Call&, PostAnswerer const&);               // POST /posts/{post}/comments
Result<Answer> support(Call&, PostAnswerer const&);               // POST /posts/{post}/reactions
Result<Answer> show_edit(Call&, PostEditor const&);               // GET /posts/{post}/edit
Result<Answer> edit(Call&, PostEditor const&);                    // POST /posts/{post}
Result<Answer> show_withdraw(Call&, PostWithdrawer const&);       // GET /posts/{post}/withdraw
Result<Answer> confirm_withdrawal(Call&, PostWithdrawer const&);  // POST /posts/{post}/withdraw
Result<Answer> begin_file(Call&, Speaker const&);                 // POST /groups/{group}/files
Result<Answer> keep_words(Call&, SignedIn const&);                // POST /drafts
Result<Answer> show_drafts(Call&, SignedIn const&);               // GET /drafts
Result<Answer> throw_away_draft(Call&, SignedIn const&);          // POST /drafts/end
Result<Answer> say_held(Call&, HeldOwner const&);                 // POST /held/{held}/say
Slow look_ahead(Call&, HeldOwner const&);
Result<Answer> take_back_held(Call&, HeldOwner const&);  // POST /held/{held}/back
Result<Answer> show_presence(Call&, Reader const&);      // POST /groups/{group}/presence

// The check of the words, before the transaction that writes them.
Slow look_ahead(Call&, Speaker const&);
Slow look_ahead(Call&, PostAnswerer const&);
Slow look_ahead(Call&, PostEditor const&);

}  // namespace kith::posts
