// The things of Kith by name, and their ids.
#pragma once

#include "base/id.hpp"

namespace kith {

struct Person;
struct Session;
struct Group;
struct Topic;
struct Post;
struct Held;
struct Invitation;
struct Admission;
struct Notice;
struct Report;
struct Conversation;
struct Message;
struct Device;
struct Ask;
struct Turn;
struct File;
struct Pen;
struct Passkey;
struct AccountDeed;
struct Recovery;

using PersonId = Id<Person>;
using SessionId = Id<Session>;
using GroupId = Id<Group>;
using TopicId = Id<Topic>;
using PostId = Id<Post>;
using HeldId = Id<Held>;
using InvitationId = Id<Invitation>;
using AdmissionId = Id<Admission>;
using NoticeId = Id<Notice>;
using ReportId = Id<Report>;
using ConversationId = Id<Conversation>;
using MessageId = Id<Message>;
using DeviceId = Id<Device>;
using AskId = Id<Ask>;
using TurnId = Id<Turn>;
using FileId = Id<File>;
using PenId = Id<Pen>;
using PasskeyId = Id<Passkey>;
using AccountDeedId = Id<AccountDeed>;
using RecoveryId = Id<Recovery>;

}  // namespace kith
