// A picture or a document: sent by a member, made anew by the worker, and then said with a post or a message.
//
// Until it is said it is there for its sender alone, and goes after a day. From then on it has no owner and no address
// of its own: it is reached through the post or the message, by whoever may read that, and goes when the words go.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "domain/call/granted.hpp"
#include "domain/ids.hpp"
#include "platform/media/made.hpp"

namespace kith {

inline constexpr std::size_t piece_bytes_max = 768 * 1024;      // of a file that comes in pieces
inline constexpr std::size_t alternative_characters_max = 500;  // what can be seen, in words
inline constexpr std::size_t unsaid_files_of_person_max = 40;   // beyond it the oldest go
inline constexpr std::chrono::hours unsaid_file_kept{24};
inline constexpr std::chrono::days files_of_draft_kept{7};  // of held words that became a draft

enum class FileState { arriving, ready };

std::string_view stored(FileState);
FileState file_state_from(std::string_view);

// Where a file is about to be said: in a group, in a conversation, or in one that begins with it.
struct FilePlace {
    std::optional<GroupId> group{};
    std::optional<ConversationId> conversation{};

    bool operator==(FilePlace const&) const = default;
};

struct File {
    FileId id;
    FilePlace place;
    PersonId person;  // who sends it
    FileState state = FileState::arriving;
    media::MadeKind kind = media::MadeKind::picture;
    std::size_t bytes = 0, arrived = 0;
};

// One size of a picture, or one page of a document.
struct FileVersion {
    std::string name;
    int width = 0, height = 0;
};

// As a post or a message has it.
struct AttachedFile {
    FileId id;
    media::MadeKind kind = media::MadeKind::picture;
    std::string alternative;
    std::vector<FileVersion> versions;
};

namespace files {
struct Policy;
}

struct SendFile {
    using Policy = files::Policy;
};  // who sends it, until it is said

using FileSender = Granted<SendFile, File>;

}  // namespace kith
