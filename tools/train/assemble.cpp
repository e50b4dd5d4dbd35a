// Puts section files together into the model:
//   assemble VERSION OUT NAME.section…
// Sections are named as their files and stand in the order given.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "lists.hpp"
#include "screen/model.hpp"

int main(int count, char** arguments) {
    if (count < 4) {
        std::fprintf(stderr, "Usage: assemble VERSION OUT NAME.section…\n");
        return 2;
    }
    std::vector<std::string> names, contents;
    for (int i = 3; i < count; ++i) {
        names.push_back(std::filesystem::path{arguments[i]}.stem().string());
        contents.push_back(kith::train::read_file(arguments[i]));
    }
    std::vector<kith::screen::NamedSection> sections;
    for (std::size_t i = 0; i < names.size(); ++i) sections.push_back({names[i], contents[i]});
    auto const file = kith::screen::write_model(static_cast<std::uint32_t>(std::atoi(arguments[1])), sections);
    std::ofstream out{arguments[2], std::ios::binary};
    out.write(file.data(), static_cast<std::streamsize>(file.size()));
    if (!out) {
        std::fprintf(stderr, "%s cannot be written.\n", arguments[2]);
        return 1;
    }
    auto const model = kith::screen::Model::read(file);
    if (!model) return 1;
    std::printf("%s: %zu bytes, checksum %016llx\n", arguments[2], file.size(),
                static_cast<unsigned long long>(model->checksum()));
}
