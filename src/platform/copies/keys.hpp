// The two keys of backups. The writing key stays on the server: with it backups are made, named and forgotten, and
// none can be read. The reading key is kept elsewhere: with it they are read. Whoever takes the server with its
// writing key cannot read in old backups what has been deleted since.
//
// Each is a file of one line, readable by its owner alone.
#pragma once

#include <string>
#include <string_view>

#include "platform/crypto/box.hpp"
#include "platform/crypto/token.hpp"

namespace kith::copies {

struct WritingKey {
    crypto::BoxKey seal;
    // What objects are named and marked with, so that their names tell nothing and nobody without a key can add any.
    crypto::Digest naming;

    // Which pair of keys this is, without either.
    std::string id() const;
};

struct ReadingKey {
    crypto::BoxKey open;
    crypto::Digest naming;
    WritingKey writing() const { return {crypto::seal_key_of(open), naming}; }
};

ReadingKey make_keys();

std::string as_line(WritingKey const&);
std::string as_line(ReadingKey const&);

// Neither is there yet when they are written. Throws std::runtime_error in plain words.
void write_key_file(std::string const& file, std::string const& line);
WritingKey read_writing_key(std::string const& file);
ReadingKey read_reading_key(std::string const& file);

}  // namespace kith::copies
