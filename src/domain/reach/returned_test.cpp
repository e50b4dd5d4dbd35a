#include "domain/reach/returned.hpp"

#include <gtest/gtest.h>

namespace kith::reach {
namespace {

std::string const secret(43, 'x');

// As a mail server of an invented place writes it.
std::string report(std::string const& action, std::string const& status, std::string const& way_out) {
    return "From: MAILER-DAEMON@mail.example\r\n"
           "Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"b\"\r\n"
           "\r\n"
           "--b\r\nContent-Type: text/plain\r\n\r\nThis is the mail system.\r\n\r\n"
           "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
           "Reporting-MTA: dns; mail.example\r\n\r\n"
           "Final-Recipient: rfc822; nobody@example.org\r\nAction: " +
           action + "\r\nStatus: " + status +
           "\r\n\r\n"
           "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: Kith\r\n" +
           way_out + "\r\n--b--\r\n";
}

std::string const way_out = "List-Unsubscribe: <https://kith.example/reach/stop/" + secret + ">";

TEST(Returned, AnAddressThatIsNotThereIsKnownByItsWayOut) {
    EXPECT_EQ(way_out_of_returned(report("failed", "5.1.1", way_out)), secret);
    EXPECT_EQ(way_out_of_returned(report("Failed", "5.2.1 (closed)", way_out)), secret);
    EXPECT_EQ(way_out_of_returned(
                  report("failed", "5.1.10", "List-Unsubscribe:\r\n <https://kith.example/reach/stop/" + secret + ">")),
              secret);
}

TEST(Returned, WhatMayArriveLaterOrIsNoReportChangesNothing) {
    EXPECT_FALSE(way_out_of_returned(report("delayed", "4.4.1", way_out)));
    EXPECT_FALSE(way_out_of_returned(report("failed", "5.2.2", way_out)));  // full
    EXPECT_FALSE(way_out_of_returned(report("failed", "5.7.1", way_out)));  // its server does not like ours
    EXPECT_FALSE(way_out_of_returned(report("failed", "5.1.8", way_out)));  // our own domain is not there
    EXPECT_FALSE(way_out_of_returned(report("failed", "5.1.1", "Subject: none")));
    EXPECT_FALSE(
        way_out_of_returned(report("failed", "5.1.1", "List-Unsubscribe: <https://kith.example/reach/stop/x>")));
    EXPECT_FALSE(way_out_of_returned("Subject: I am away\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n" + way_out));
    EXPECT_FALSE(way_out_of_returned(""));
}

// A letter that quotes ours, sent on by somebody: its words are not the report's fields.
TEST(Returned, TheWayOutInTheWordsOfALetterIsNone) {
    EXPECT_FALSE(way_out_of_returned(report("failed", "5.1.1", "Subject: https://kith.example/reach/stop/" + secret)));
}

}  // namespace
}  // namespace kith::reach
