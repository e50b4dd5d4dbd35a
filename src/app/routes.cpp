#include "app/routes.hpp"

#include "domain/admission/endpoints.hpp"
#include "domain/around/around.hpp"
#include "domain/asks/endpoints.hpp"
#include "domain/breaches/endpoints.hpp"
#include "domain/call/gates.hpp"
#include "domain/files/endpoints.hpp"
#include "domain/glass/endpoints.hpp"
#include "domain/groups/endpoints.hpp"
#include "domain/leaving/endpoints.hpp"
#include "domain/listening/endpoints.hpp"
#include "domain/me/endpoints.hpp"
#include "domain/messages/endpoints.hpp"
#include "domain/moderation/endpoints.hpp"
#include "domain/notices/endpoints.hpp"
#include "domain/pens/endpoints.hpp"
#include "domain/place/endpoints.hpp"
#include "domain/polls/endpoints.hpp"
#include "domain/posts/endpoints.hpp"
#include "domain/reach/endpoints.hpp"
#include "domain/recovery/endpoints.hpp"
#include "domain/screening/endpoints.hpp"
#include "domain/search/endpoints.hpp"
#include "domain/sessions/endpoints.hpp"

// The endpoint with its name beside it, for `kith routes` and the documents made from it.
#define KITH_ENDPOINT(function) #function, &function

namespace kith::app {

namespace {

// clang-format off
std::vector<Row> const& table() {
    static std::vector<Row> const rows{
        // The place
        get      ("/",                              anyone,           KITH_ENDPOINT(place::home)),
        get      ("/host/{secret}",                 anyone,           KITH_ENDPOINT(place::show_opening)),
        slow_post("/host/{secret}",                 anyone,           KITH_ENDPOINT(place::open), "/host/{secret}"),
        get      ("/help",                          anyone,           KITH_ENDPOINT(place::help)),
        get      ("/exit",                          anyone,           KITH_ENDPOINT(place::leave_quickly)),
        get      ("/log",                           person,           KITH_ENDPOINT(moderation::show_log_of_place)),
        get      ("/glass",                         host,             KITH_ENDPOINT(glass::show_glass)),
        post     ("/glass",                         host,             KITH_ENDPOINT(glass::ask_for_glass), "/glass"),
        get      ("/glass/{glass}",                 glass::may_read,  KITH_ENDPOINT(glass::read_group)),
        get      ("/glass/{glass}/posts/{post}",    glass::may_read,  KITH_ENDPOINT(glass::read_thread)),
        post     ("/glass/{glass}/agree",           glass::may_agree, KITH_ENDPOINT(glass::agree_to_glass), "/glass"),
        post     ("/glass/{glass}/end",             glass::may_read,  KITH_ENDPOINT(glass::end_glass), "/glass"),
        get      ("/health",                        anyone,           KITH_ENDPOINT(place::health)),

        // Signing in
        get      ("/session",                       anyone,           KITH_ENDPOINT(sessions::show_sign_in)),
        slow_post("/session",                       anyone,           KITH_ENDPOINT(sessions::sign_in), "/session"),
        get      ("/session/code",                  anyone,           KITH_ENDPOINT(sessions::show_code)),
        slow_post("/session/code",                  anyone,           KITH_ENDPOINT(sessions::sign_in_by_code), "/session/code"),
        post     ("/session/passkey/begin",         anyone,           KITH_ENDPOINT(sessions::begin_passkey), "/session"),
        slow_post("/session/passkey",               anyone,           KITH_ENDPOINT(sessions::sign_in_by_passkey), "/session"),
        get      ("/session/confirm",               person,           KITH_ENDPOINT(sessions::show_confirming)),
        slow_post("/session/confirm",               person,           KITH_ENDPOINT(sessions::confirm_by_password), "/session/confirm"),
        slow_post("/session/confirm/passkey",       person,           KITH_ENDPOINT(sessions::confirm_by_passkey), "/session/confirm"),
        get      ("/recovery",                      anyone,           KITH_ENDPOINT(recovery::show_asking)),
        slow_post("/recovery",                      anyone,           KITH_ENDPOINT(recovery::ask_to_come_in), "/recovery"),
        get      ("/recovery/vouch",                person,           KITH_ENDPOINT(recovery::show_vouching)),
        post     ("/recovery/vouch",                confirmed,        KITH_ENDPOINT(recovery::speak_for), "/recovery/vouch"),
        post     ("/me/recoveries/{recovery}/stop", person,           KITH_ENDPOINT(recovery::stop_recovery), "/me/getting-in"),
        get      ("/session/device",                person,           KITH_ENDPOINT(sessions::show_device)),
        post     ("/session/end",                   person,           KITH_ENDPOINT(sessions::sign_out), ""),

        // Groups
        get      ("/groups",                        person,           KITH_ENDPOINT(groups::list)),
        get      ("/groups/new",                    person,           KITH_ENDPOINT(groups::show_founding_page)),
        post     ("/groups",                        person,           KITH_ENDPOINT(groups::create), "/groups/new"),
        get      ("/groups/{group}/members",        groups::may_read, KITH_ENDPOINT(groups::show_members)),
        post     ("/groups/{group}/facilitators",   groups::may_facilitate, KITH_ENDPOINT(groups::name_facilitator), "/groups/{group}/members"),
        post     ("/groups/{group}/facilitators/step-down", groups::may_facilitate, KITH_ENDPOINT(groups::stop_facilitating), "/groups/{group}/members"),
        get      ("/groups/{group}/agreement",      groups::may_read, KITH_ENDPOINT(groups::show_agreement)),
        post     ("/groups/{group}/agreement",      groups::may_facilitate, KITH_ENDPOINT(groups::rewrite), "/groups/{group}/agreement/edit"),
        post     ("/groups/{group}/agreement/acceptances", groups::may_read, KITH_ENDPOINT(groups::accept), "/groups/{group}/agreement"),
        get      ("/groups/{group}/agreement/edit", groups::may_facilitate, KITH_ENDPOINT(groups::show_rewriting)),
        get      ("/groups/{group}/agreement/{version}", groups::may_read, KITH_ENDPOINT(groups::show_version)),
        get      ("/groups/{group}/care",           groups::may_facilitate, KITH_ENDPOINT(groups::show_care)),
        post     ("/groups/{group}/care",           groups::may_facilitate, KITH_ENDPOINT(groups::change_settings), "/groups/{group}/care"),
        post     ("/groups/{group}/topics",         groups::may_facilitate, KITH_ENDPOINT(groups::new_topic), "/groups/{group}/care"),
        get      ("/groups/{group}/check",          groups::may_facilitate, KITH_ENDPOINT(screening::show_settings)),
        post     ("/groups/{group}/check",          groups::may_facilitate, KITH_ENDPOINT(screening::change_settings), "/groups/{group}/check"),
        get      ("/groups/{group}/leave",          groups::may_read, KITH_ENDPOINT(leaving::show_leaving)),
        post     ("/groups/{group}/leave",          groups::may_read, KITH_ENDPOINT(leaving::leave), "/groups/{group}/leave"),

        // Coming in
        get      ("/invitation",                    anyone,           KITH_ENDPOINT(admission::show_landing)),
        post     ("/invitation",                    anyone,           KITH_ENDPOINT(admission::open_invitation), "/invitation"),
        get      ("/invitation/sign-up",            anyone,           KITH_ENDPOINT(admission::show_sign_up)),
        slow_post("/invitation/sign-up",            anyone,           KITH_ENDPOINT(admission::sign_up), "/invitation/sign-up"),
        get      ("/invitation/sign-in",            anyone,           KITH_ENDPOINT(admission::show_known)),
        slow_post("/invitation/sign-in",            anyone,           KITH_ENDPOINT(admission::sign_in), "/invitation/sign-in"),
        get      ("/invitation/join",               person,           KITH_ENDPOINT(admission::show_joining)),
        post     ("/invitation/join",               person,           KITH_ENDPOINT(admission::join), "/invitation/join"),
        get      ("/admissions/{admission}",        admission::may_come_in, KITH_ENDPOINT(admission::show_way_in)),
        post     ("/admissions/{admission}",        admission::may_come_in, KITH_ENDPOINT(admission::submit), "/admissions/{admission}"),
        post     ("/admissions/{admission}/withdraw", admission::may_come_in, KITH_ENDPOINT(admission::end_request), "/admissions/{admission}"),
        get      ("/groups/{group}/invitations",    groups::may_read, KITH_ENDPOINT(admission::show_invitations)),
        post     ("/groups/{group}/invitations",    groups::may_read, KITH_ENDPOINT(admission::invite), "/groups/{group}/invitations"),
        post     ("/groups/{group}/invitations/{invitation}/end", groups::may_read, KITH_ENDPOINT(admission::take_back), "/groups/{group}/invitations"),
        get      ("/groups/{group}/newcomers",      groups::may_read, KITH_ENDPOINT(admission::list_newcomers)),
        get      ("/newcomers/{admission}",         admission::may_meet, KITH_ENDPOINT(admission::show_newcomer)),
        post     ("/newcomers/{admission}/vouches", admission::may_meet, KITH_ENDPOINT(admission::vouch), "/newcomers/{admission}"),
        post     ("/newcomers/{admission}/admit",   admission::may_decide, KITH_ENDPOINT(admission::let_in), "/newcomers/{admission}"),
        post     ("/newcomers/{admission}/refuse",  admission::may_decide, KITH_ENDPOINT(admission::refuse), "/newcomers/{admission}"),

        // Talk
        get      ("/groups/{group}",                groups::may_read,  KITH_ENDPOINT(posts::show_group)),
        with_files(spoken_post("/groups/{group}/posts", posts::may_publish, KITH_ENDPOINT(posts::publish), "/groups/{group}", posts::look_ahead)),
        post     ("/groups/{group}/files",          groups::may_speak, KITH_ENDPOINT(posts::begin_file), "/groups/{group}"),
        post     ("/groups/{group}/presence",       groups::may_read,  KITH_ENDPOINT(posts::show_presence), "/groups/{group}"),
        get      ("/posts/{post}",                  posts::may_read,   KITH_ENDPOINT(posts::show_thread)),
        spoken_post("/posts/{post}",                posts::may_edit,   KITH_ENDPOINT(posts::edit), "/posts/{post}/edit", posts::look_ahead),
        get      ("/posts/{post}/edit",             posts::may_edit,   KITH_ENDPOINT(posts::show_edit)),
        get      ("/posts/{post}/history",          posts::may_read,   KITH_ENDPOINT(posts::show_history)),
        get      ("/posts/{post}/withdraw",         posts::may_withdraw, KITH_ENDPOINT(posts::show_withdraw)),
        post     ("/posts/{post}/withdraw",         posts::may_withdraw, KITH_ENDPOINT(posts::confirm_withdrawal), "/posts/{post}/withdraw"),
        with_files(spoken_post("/posts/{post}/comments", posts::may_answer, KITH_ENDPOINT(posts::comment), "/posts/{post}", posts::look_ahead)),
        get      ("/posts/{post}/files/{file}",     posts::may_read,   KITH_ENDPOINT(posts::show_file)),
        get      ("/posts/{post}/files/{file}/{size}", posts::may_read, KITH_ENDPOINT(posts::give_picture)),
        post     ("/posts/{post}/reactions",        posts::may_support, KITH_ENDPOINT(posts::support), "/posts/{post}"),
        spoken_post("/held/{held}/say",             posts::may_decide, KITH_ENDPOINT(posts::say_held), "", posts::look_ahead),
        post     ("/held/{held}/back",              posts::may_decide, KITH_ENDPOINT(posts::take_back_held), ""),
        get      ("/drafts",                        person,            KITH_ENDPOINT(posts::show_drafts)),
        with_files(post("/drafts",                  person,            KITH_ENDPOINT(posts::keep_words), "")),
        post     ("/drafts/end",                    person,            KITH_ENDPOINT(posts::throw_away_draft), "/drafts"),
        get      ("/files/{file}",                  files::may_send,   KITH_ENDPOINT(files::show_arrival)),
        with_files(slow_post("/files/{file}",       files::may_send,   KITH_ENDPOINT(files::take_piece), "")),
        post     ("/files/{file}/end",              files::may_send,   KITH_ENDPOINT(files::drop), ""),
        get      ("/files/{file}/{size}",        files::may_send,   KITH_ENDPOINT(files::preview)),
        get      ("/live",                          person,            KITH_ENDPOINT(listening::listen)),

        // Messages
        get      ("/messages",                      person,            KITH_ENDPOINT(messages::show_conversations)),
        get      ("/messages/new",                  person,            KITH_ENDPOINT(messages::show_start)),
        with_files(spoken_post("/messages",         person,            KITH_ENDPOINT(messages::start), "/messages/new", messages::look_ahead)),
        post     ("/messages/files",                person,            KITH_ENDPOINT(files::begin_anywhere), "/messages/new"),
        get      ("/messages/settings",             person,            KITH_ENDPOINT(messages::show_wishes)),
        post     ("/messages/settings",             person,            KITH_ENDPOINT(messages::keep_wishes), "/messages/settings"),
        post     ("/messages/blocks",               person,            KITH_ENDPOINT(messages::block), "/messages/settings"),
        get      ("/messages/{conversation}",       messages::may_read, KITH_ENDPOINT(messages::show_conversation)),
        with_files(spoken_post("/messages/{conversation}", messages::may_write, KITH_ENDPOINT(messages::say), "/messages/{conversation}", messages::look_ahead)),
        post     ("/messages/{conversation}/files", messages::may_write, KITH_ENDPOINT(messages::begin_file), "/messages/{conversation}"),
        post     ("/messages/{conversation}/seen",  messages::may_be_in, KITH_ENDPOINT(messages::note_reading), ""),
        post     ("/messages/{conversation}/typing", messages::may_be_in, KITH_ENDPOINT(messages::note_typing), ""),
        get      ("/messages/{conversation}/about", messages::may_read, KITH_ENDPOINT(messages::show_about)),
        post     ("/messages/{conversation}/people", messages::may_write, KITH_ENDPOINT(messages::add_person), "/messages/{conversation}/about"),
        post     ("/messages/{conversation}/retention", messages::may_write, KITH_ENDPOINT(messages::choose_retention), "/messages/{conversation}/about"),
        post     ("/messages/{conversation}/muting", messages::may_be_in, KITH_ENDPOINT(messages::choose_muting), "/messages/{conversation}/about"),
        get      ("/messages/{conversation}/leave", messages::may_read, KITH_ENDPOINT(messages::show_leaving)),
        post     ("/messages/{conversation}/leave", messages::may_read, KITH_ENDPOINT(messages::leave), "/messages/{conversation}/leave"),
        get      ("/messages/{conversation}/{message}", messages::may_read_message, KITH_ENDPOINT(messages::show_message)),
        get      ("/messages/{conversation}/{message}/files/{file}", messages::may_read_message, KITH_ENDPOINT(messages::show_file)),
        get      ("/messages/{conversation}/{message}/files/{file}/{size}", messages::may_read_message, KITH_ENDPOINT(messages::give_picture)),
        post     ("/messages/{conversation}/{message}/take-back", messages::may_take_back, KITH_ENDPOINT(messages::confirm_taking_back), "/messages/{conversation}/{message}"),

        // Polls
        get      ("/groups/{group}/polls",          groups::may_facilitate, KITH_ENDPOINT(polls::show_settings)),
        post     ("/groups/{group}/polls",          groups::may_facilitate, KITH_ENDPOINT(polls::change_settings), "/groups/{group}/polls"),
        post     ("/posts/{post}/votes",            polls::may_vote,   KITH_ENDPOINT(polls::vote), "/posts/{post}"),
        get      ("/posts/{post}/poll/close",       polls::may_close,  KITH_ENDPOINT(polls::show_closing)),
        post     ("/posts/{post}/poll/close",       polls::may_close,  KITH_ENDPOINT(polls::close_poll), "/posts/{post}/poll/close"),

        // Search
        get      ("/search",                        person,            KITH_ENDPOINT(search::show_form)),
        question ("/search",                        person,            KITH_ENDPOINT(search::ask), "/search"),
        get      ("/search/{sealed}",               person,            KITH_ENDPOINT(search::show_found)),
        get      ("/groups/{group}/search",         groups::may_read,  KITH_ENDPOINT(search::show_form_of_group)),

        // Asks, the listening rota, around now
        get      ("/asks",                          person,            KITH_ENDPOINT(asks::list)),
        get      ("/asks/live",                     person,            KITH_ENDPOINT(asks::listen)),
        get      ("/asks/{ask}",                    asks::may_see,     KITH_ENDPOINT(asks::show)),
        spoken_post("/asks/{ask}/offer",              asks::may_offer,   KITH_ENDPOINT(asks::offer_help), "/asks/{ask}", asks::look_ahead),
        post     ("/asks/{ask}/offer/end",          asks::may_answer,  KITH_ENDPOINT(asks::end_offer), "/asks/{ask}"),
        post     ("/asks/{ask}/pass",               asks::may_answer,  KITH_ENDPOINT(asks::pass_by), "/asks/{ask}"),
        post     ("/asks/{ask}/close",              asks::may_end,     KITH_ENDPOINT(asks::close_ask), "/asks/{ask}"),
        post     ("/asks/{ask}/withdraw",           asks::may_end,     KITH_ENDPOINT(asks::withdraw), "/asks/{ask}"),
        get      ("/groups/{group}/asks",           groups::may_read,  KITH_ENDPOINT(asks::list_in_group)),
        spoken_post("/groups/{group}/asks",           asks::may_ask,     KITH_ENDPOINT(asks::send), "/groups/{group}/asks/new", asks::look_ahead),
        get      ("/groups/{group}/asks/new",       groups::may_read,  KITH_ENDPOINT(asks::show_asking)),
        get      ("/groups/{group}/asks/pace",      groups::may_read,  KITH_ENDPOINT(asks::show_pace)),
        get      ("/groups/{group}/asks/promise",   groups::may_facilitate, KITH_ENDPOINT(asks::show_promise)),
        post     ("/groups/{group}/asks/promise",   groups::may_facilitate, KITH_ENDPOINT(asks::change_promise), "/groups/{group}/asks/promise"),
        get      ("/groups/{group}/rota",           groups::may_read,  KITH_ENDPOINT(rota::show)),
        post     ("/groups/{group}/rota",           groups::may_speak, KITH_ENDPOINT(rota::take_turns), "/groups/{group}/rota"),
        post     ("/groups/{group}/rota/{turn}/end", rota::may_hold,   KITH_ENDPOINT(rota::give_up), "/groups/{group}/rota"),
        post     ("/groups/{group}/rota/{turn}/swap", rota::may_hold,  KITH_ENDPOINT(rota::offer_swap), "/groups/{group}/rota"),
        post     ("/groups/{group}/rota/{turn}/take", rota::may_take,  KITH_ENDPOINT(rota::take_swap), "/groups/{group}/rota"),
        post     ("/around",                        person,            KITH_ENDPOINT(around::begin), "/asks"),
        post     ("/around/end",                    person,            KITH_ENDPOINT(around::stop), "/asks"),

        // Looking after a group
        get      ("/posts/{post}/report",           posts::may_read,   KITH_ENDPOINT(moderation::show_report_form)),
        post     ("/posts/{post}/report",           posts::may_read,   KITH_ENDPOINT(moderation::report_post), "/posts/{post}/report"),
        get      ("/posts/{post}/hide",             posts::may_hide,   KITH_ENDPOINT(moderation::show_hiding_form)),
        post     ("/posts/{post}/hide",             posts::may_hide,   KITH_ENDPOINT(moderation::hide_post), "/posts/{post}/hide"),
        post     ("/posts/{post}/show",             posts::may_hide,   KITH_ENDPOINT(moderation::show_post), "/posts/{post}/hide"),
        get      ("/posts/{post}/quarantine",       breaches::may_begin, KITH_ENDPOINT(breaches::show_quarantine)),
        post     ("/posts/{post}/quarantine",       breaches::may_begin, KITH_ENDPOINT(breaches::quarantine), "/posts/{post}/quarantine"),
        get      ("/groups/{group}/breaches",       groups::may_facilitate, KITH_ENDPOINT(breaches::list)),
        get      ("/breaches/{breach}",             breaches::may_handle, KITH_ENDPOINT(breaches::show)),
        post     ("/breaches/{breach}",             breaches::may_handle, KITH_ENDPOINT(breaches::record), "/breaches/{breach}"),
        post     ("/breaches/{breach}/steps",       breaches::may_handle, KITH_ENDPOINT(breaches::do_step), "/breaches/{breach}"),
        post     ("/breaches/{breach}/end",         breaches::may_handle, KITH_ENDPOINT(breaches::close), "/breaches/{breach}"),
        get      ("/groups/{group}/reports",        groups::may_facilitate, KITH_ENDPOINT(moderation::list_reports)),
        post     ("/groups/{group}/reports/{report}/close", moderation::may_close, KITH_ENDPOINT(moderation::close_report), "/groups/{group}/reports"),
        get      ("/groups/{group}/log",            groups::may_read,  KITH_ENDPOINT(moderation::show_log)),

        // Pens
        get      ("/groups/{group}/pen-names",      groups::may_facilitate, KITH_ENDPOINT(pens::show_settings)),
        post     ("/groups/{group}/pen-names",      groups::may_facilitate, KITH_ENDPOINT(pens::change_settings), "/groups/{group}/pen-names"),
        get      ("/groups/{group}/pen-name",       groups::may_read,  KITH_ENDPOINT(pens::show_pen_name)),
        post     ("/groups/{group}/pen-name",       groups::may_speak, KITH_ENDPOINT(pens::keep_pen_name), "/groups/{group}/pen-name"),
        get      ("/posts/{post}/opening",          pens::may_open,    KITH_ENDPOINT(pens::show_opening)),
        post     ("/posts/{post}/opening",          pens::may_open_surely, KITH_ENDPOINT(pens::ask_opening), "/posts/{post}/opening"),
        post     ("/posts/{post}/opening/agree",    pens::may_open_surely, KITH_ENDPOINT(pens::agree_opening), "/posts/{post}/opening"),

        // Notices
        get      ("/notices",                       person,            KITH_ENDPOINT(notices::list)),
        post     ("/notices/read",                  person,            KITH_ENDPOINT(notices::mark_everything_read), "/notices"),
        get      ("/notices/{notice}",              notices::may_open, KITH_ENDPOINT(notices::follow)),
        post     ("/notices/{notice}",              notices::may_open, KITH_ENDPOINT(notices::mark_one_read), "/notices"),

        // Being reached
        get      ("/me/reach",                      person,            KITH_ENDPOINT(reach::show_reaching)),
        post     ("/me/reach",                      person,            KITH_ENDPOINT(reach::save_choices), "/me/reach"),
        post     ("/me/reach/address",              person,            KITH_ENDPOINT(reach::give_address), "/me/reach"),
        post     ("/me/reach/address/stop",         person,            KITH_ENDPOINT(reach::stop_letters), "/me/reach"),
        post     ("/me/reach/address/again",        person,            KITH_ENDPOINT(reach::letters_again), "/me/reach"),
        post     ("/me/reach/devices",              person,            KITH_ENDPOINT(reach::add_device), "/me/reach"),
        post     ("/me/reach/devices/{device}/end", person,            KITH_ENDPOINT(reach::end_device), "/me/reach"),
        get      ("/digest/day",                    person,            KITH_ENDPOINT(reach::show_day)),
        get      ("/digest/week",                   person,            KITH_ENDPOINT(reach::show_week)),
        get      ("/reach/confirm/{secret}",        anyone,            KITH_ENDPOINT(reach::show_confirming)),
        post     ("/reach/confirm/{secret}",        anyone,            KITH_ENDPOINT(reach::confirm_address), "/reach/confirm/{secret}"),
        get      ("/reach/stop/{secret}",           anyone,            KITH_ENDPOINT(reach::show_stopping)),
        post     ("/reach/stop/{secret}",           anyone,            KITH_ENDPOINT(reach::stop_by_link), "/reach/stop/{secret}"),

        // Me
        get      ("/me",                            person,            KITH_ENDPOINT(me::show_profile)),
        post     ("/me",                            person,            KITH_ENDPOINT(me::save_profile), "/me"),
        get      ("/me/quiet",                      person,            KITH_ENDPOINT(me::show_quiet)),
        post     ("/me/quiet",                      person,            KITH_ENDPOINT(me::save_quiet), "/me/quiet"),
        get      ("/me/sessions",                   person,            KITH_ENDPOINT(me::show_sessions)),
        post     ("/me/sessions/end-others",        person,            KITH_ENDPOINT(me::end_others), "/me/sessions"),
        post     ("/me/sessions/{session}/end",     person,            KITH_ENDPOINT(me::end_session), "/me/sessions"),
        get      ("/me/tokens",                     person,            KITH_ENDPOINT(me::show_tokens)),
        post     ("/me/tokens",                     confirmed,            KITH_ENDPOINT(me::make_token), "/me/tokens"),
        get      ("/me/getting-in",                 person,           KITH_ENDPOINT(me::show_getting_in)),
        post     ("/me/passkeys/begin",             confirmed,        KITH_ENDPOINT(me::begin_passkey), "/me/getting-in"),
        post     ("/me/passkeys",                   confirmed,        KITH_ENDPOINT(me::make_passkey), "/me/getting-in"),
        post     ("/me/passkeys/{passkey}/end",     confirmed,        KITH_ENDPOINT(me::end_passkey), "/me/getting-in"),
        get      ("/me/getting-in/codes",           confirmed,        KITH_ENDPOINT(me::show_codes)),
        post     ("/me/getting-in/codes",           confirmed,        KITH_ENDPOINT(me::confirm_codes), "/me/getting-in/codes"),
        post     ("/me/getting-in/codes/begin",     confirmed,        KITH_ENDPOINT(me::begin_codes), "/me/getting-in"),
        post     ("/me/getting-in/codes/end",       confirmed,        KITH_ENDPOINT(me::end_codes), "/me/getting-in"),
        post     ("/me/getting-in/recovery-codes",  confirmed,        KITH_ENDPOINT(me::new_recovery_codes), "/me/getting-in"),
        get      ("/me/password",                   person,            KITH_ENDPOINT(me::show_password)),
        slow_post("/me/password",                   person,            KITH_ENDPOINT(me::change_password), "/me/password"),
        get      ("/me/data",                       person,            KITH_ENDPOINT(me::show_data)),
        get      ("/me/files",                      person,            KITH_ENDPOINT(me::show_files)),
        get      ("/me/files/{file}/{size}",        person,            KITH_ENDPOINT(me::give_file)),
        get      ("/me/data.json",                  confirmed_or_token, KITH_ENDPOINT(me::take_json)),
        get      ("/me/data.html",                  confirmed_or_token, KITH_ENDPOINT(me::take_html)),
        get      ("/me/delete",                     person,            KITH_ENDPOINT(me::show_deletion)),
        slow_post("/me/delete",                     person,            KITH_ENDPOINT(me::delete_account), "/me/delete"),
    };
    return rows;
}
// clang-format on

}  // namespace

std::span<Row const> routes() { return table(); }

}  // namespace kith::app
