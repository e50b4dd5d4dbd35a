#include "platform/http/multipart.hpp"

#include <gtest/gtest.h>

#include "platform/http/form.hpp"

namespace kith::http {
namespace {

constexpr std::size_t parts_max = 10;

std::string part(std::string const& head, std::string const& content) {
    return "--b\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
}

auto read(std::string const& body) { return read_multipart(body, "b", parts_max); }

TEST(Multipart, finds_the_boundary) {
    EXPECT_EQ(boundary_of("multipart/form-data; boundary=abc"), "abc");
    EXPECT_EQ(boundary_of("Multipart/Form-Data; charset=utf-8; boundary=\"a b\""), std::nullopt);
    EXPECT_EQ(boundary_of("multipart/form-data; boundary=\"a-b\""), "a-b");
    EXPECT_EQ(boundary_of("multipart/form-data"), std::nullopt);
    EXPECT_EQ(boundary_of("multipart/form-data; boundary="), std::nullopt);
    EXPECT_EQ(boundary_of("multipart/form-data; boundary=a; boundary=b"), std::nullopt);
    EXPECT_EQ(boundary_of("multipart/form-data; boundary=" + std::string(71, 'a')), std::nullopt);
    EXPECT_EQ(boundary_of("multipart/mixed; boundary=abc"), std::nullopt);
}

TEST(Multipart, reads_fields_and_files) {
    auto const body = part("name=\"body\"", "two\r\nlines") +
                      part("name=\"file\"; filename=\"a b.jpg\"", "\xff\xd8--b") + part("name=\"empty\"", "") +
                      "--b--\r\n";
    auto const parts = read(body);
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts->size(), 3U);
    EXPECT_EQ((*parts)[0].content, "two\r\nlines");
    EXPECT_FALSE((*parts)[0].is_file);
    EXPECT_EQ((*parts)[1].content, "\xff\xd8--b");
    EXPECT_TRUE((*parts)[1].is_file);
    EXPECT_EQ((*parts)[2].content, "");
}

TEST(Multipart, leaves_out_a_file_that_was_not_chosen) {
    auto const parts = read(part("name=\"file\"; filename=\"\"", "") + "--b--");
    ASSERT_TRUE(parts);
    EXPECT_TRUE(parts->empty());
}

TEST(Multipart, reads_names_as_browsers_write_them) {
    auto const parts = read(part("name=\"a%22b%0D%0A\"", "x") + "--b--");
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->front().name, "a\"b\r\n");
}

TEST(Multipart, refuses_what_is_not_whole) {
    auto const good = part("name=\"body\"", "words") + "--b--\r\n";
    ASSERT_TRUE(read(good));
    for (std::size_t bytes = 0; bytes < good.size() - 2; ++bytes)
        EXPECT_FALSE(read(good.substr(0, bytes))) << good.substr(0, bytes);
    EXPECT_FALSE(read("before\r\n" + good));
    EXPECT_FALSE(read(good + "after"));
    EXPECT_FALSE(read("--b--\r\n" + good));
}

TEST(Multipart, refuses_what_no_form_sends) {
    EXPECT_FALSE(read("--b\r\n\r\nwords\r\n--b--"));
    EXPECT_FALSE(read("--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--b--"));
    EXPECT_FALSE(read(part("name=\"a\"; name=\"b\"", "x") + "--b--"));
    EXPECT_FALSE(read(part("name=\"a\"; size=3", "x") + "--b--"));
    EXPECT_FALSE(read(part("name=\"a\"\r\nContent-Transfer-Encoding: base64", "x") + "--b--"));
    EXPECT_FALSE(read(part("name=\"a\"\r\nContent-Type: multipart/mixed; boundary=c", "x") + "--b--"));
    EXPECT_FALSE(read(part("name=\"a\"\r\n folded: yes", "x") + "--b--"));
    EXPECT_FALSE(read(part("name=\"" + std::string(part_head_bytes_max, 'a') + "\"", "x") + "--b--"));
    EXPECT_FALSE(read(part("name=\"\xff\"", "x") + "--b--"));
}

TEST(Multipart, bounds_parts_and_files) {
    std::string fields, files;
    for (std::size_t i = 0; i <= parts_max; ++i) fields += part("name=\"a\"", "x");
    EXPECT_FALSE(read(fields + "--b--"));
    for (std::size_t i = 0; i <= files_of_form_max; ++i) files += part("name=\"file\"; filename=\"f\"", "x");
    EXPECT_FALSE(read(files + "--b--"));
}

Request sent(std::string body) {
    Request request;
    request.headers = {{"content-type", "multipart/form-data; boundary=b"}};
    request.body = std::move(body);
    return request;
}

TEST(Multipart, becomes_a_form) {
    auto const request = sent(part("name=\"body\"", "words") + part("name=\"file\"; filename=\"f\"", "\xff") + "--b--");
    auto const form = Form::read(request);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->value("body"), "words");
    ASSERT_EQ(form->files().size(), 1U);
    EXPECT_EQ(form->files().front().bytes, "\xff");
    EXPECT_FALSE(Form::read(sent(part("name=\"body\"", "\xff") + "--b--")));
    // Only a file may be as long as the body.
    EXPECT_FALSE(Form::read(sent(part("name=\"body\"", std::string(body_bytes_max + 1, 'a')) + "--b--")));
}

}  // namespace
}  // namespace kith::http
