#include <algorithm>

#include "lists.hpp"
#include "posts.hpp"

namespace kith::bench {

namespace {

struct Post {
    bool harmless;
    train::Document document;  // marks of people alone
};

// "{person:Jay} is {age:14}" becomes its words, with a mark where a person stands.
train::Document document_of(std::string const& written) {
    train::Document document;
    for (std::size_t at = 0; at < written.size(); ++at) {
        auto const colon = written[at] == '{' ? written.find(':', at) : std::string::npos;
        auto const end = colon == std::string::npos ? colon : written.find('}', colon);
        if (end == std::string::npos) {
            document.text += written[at];
            continue;
        }
        auto const start = document.text.size();
        document.text += written.substr(colon + 1, end - colon - 1);
        if (written.compare(at + 1, 6, "person") == 0)
            document.marks.push_back({start, document.text.size(), train::only(train::Label::person)});
        at = end;
    }
    return document;
}

std::vector<Post> posts_of(std::filesystem::path const& folder) {
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator{folder}) files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<Post> posts;
    for (auto const& file : files) {
        std::string text;
        bool harmless = false, open = false;
        auto const finish = [&] {
            if (open) posts.push_back({harmless, document_of(text)});
            text.clear();
        };
        for (auto const& line : train::lines_of(train::read_file(file))) {
            if (line.starts_with("## ")) {
                finish();
                open = true;
                harmless = line.find("harmless") != std::string::npos;
            } else if (open) {
                text += line + "\n";
            }
        }
        finish();
    }
    return posts;
}

}  // namespace

AuthoredFigures measure_authored(std::filesystem::path const& folder, Finder const& find, screen::Level level) {
    AuthoredFigures figures;
    std::vector<std::string> harmless;
    train::Documents marked;
    for (auto& post : posts_of(folder)) {
        if (post.harmless) {
            harmless.push_back(post.document.text);
            continue;
        }
        ++figures.marked_posts;
        for (auto const& found : find(post.document.text, level))
            figures.wrong_people += found.what == screen::Class::person &&
                                    std::ranges::none_of(post.document.marks, [&](train::Mark const& mark) {
                                        return mark.start < found.end && found.start < mark.end;
                                    });
        marked.push_back(std::move(post.document));
    }
    auto const names = measure_names(marked, find, Case::written, level, false);
    figures.person_words = names.person;
    figures.person_whole = names.person_whole;
    figures.harmless = measure_harmless(harmless, find, level, false);
    return figures;
}

}  // namespace kith::bench
