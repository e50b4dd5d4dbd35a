// What a database of Kith holds behind its key, byte for byte, with its free pages: a copy that is not encrypted, for a
// trial that looks for what should not be there any more.
//   plain DATABASE KEY PLAIN
// Of the log beside the database what it says now is read, not what it said before.
#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

std::string read_file(char const* path) {
    std::ifstream stream{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}};
}

// Each page as the program reads it, also those that are in no table any more.
bool write_plain(std::string const& copy, std::string const& key, char const* to) {
    sqlite3* database = nullptr;
    if (sqlite3_open(copy.c_str(), &database) != SQLITE_OK) return false;
    auto const given = "raw:" + key;
    sqlite3_int64 size = 0;
    unsigned char* pages = nullptr;
    if (sqlite3_key(database, given.data(), static_cast<int>(given.size())) == SQLITE_OK &&
        sqlite3_exec(database, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr) == SQLITE_OK)
        pages = sqlite3_serialize(database, "main", &size, 0);
    if (pages) std::ofstream{to, std::ios::binary}.write(reinterpret_cast<char const*>(pages), size);
    sqlite3_free(pages);
    sqlite3_close(database);
    return pages != nullptr;
}

}  // namespace

int main(int count, char** words) {
    if (count != 4) return 2;
    std::string const from = words[1], copy = std::string{words[3]} + ".copy";
    for (char const* ending : {"", "-wal"})
        if (std::filesystem::exists(from + ending))
            std::filesystem::copy_file(from + ending, copy + ending, std::filesystem::copy_options::overwrite_existing);
    bool const written = write_plain(copy, read_file(words[2]), words[3]);
    if (!written) fmt::print(stderr, "the database does not open with this key\n");
    for (char const* ending : {"", "-wal", "-shm"}) std::filesystem::remove(copy + ending);
    return written ? 0 : 1;
}
