#include "app/admin/answer.h"

#include <QCoreApplication>

namespace frontdesk::admin
{

namespace
{

struct RuleSentence {
    const char* rule;
    const char* sentence;
};

/// Codes that a person at the command line can meet; the others are bugs or writes by hand, and are told by their code.
constexpr RuleSentence sentences[] = {
    // Soft rules.
    {"closed", QT_TRANSLATE_NOOP("Rule", "The location is closed then.")},
    {"hours", QT_TRANSLATE_NOOP("Rule", "That is outside the working hours.")},
    {"break", QT_TRANSLATE_NOOP("Rule", "That runs into a break.")},
    {"closure", QT_TRANSLATE_NOOP("Rule", "The location has a closure then.")},
    {"time_off", QT_TRANSLATE_NOOP("Rule", "The staff member has time off then.")},
    {"notice", QT_TRANSLATE_NOOP("Rule", "That is too soon: the location asks for more notice.")},
    {"grid", QT_TRANSLATE_NOOP("Rule", "That start is off the location's grid of minutes.")},
    {"past", QT_TRANSLATE_NOOP("Rule", "That time has passed.")},
    // Hard rules.
    {"status_way",
     QT_TRANSLATE_NOOP("Rule", "The appointment's status can't become that from what it is; see show ID.")},
    {"no_show_before_start", QT_TRANSLATE_NOOP("Rule", "Nobody is a no-show before the appointment has begun.")},
    {"service_retired", QT_TRANSLATE_NOOP("Rule", "The service is retired.")},
    {"resource_retired", QT_TRANSLATE_NOOP("Rule", "A staff member or room of it is retired.")},
    {"client_retired", QT_TRANSLATE_NOOP("Rule", "The client was merged with another or erased.")},
    {"staff_unable", QT_TRANSLATE_NOOP("Rule", "The staff member (or room) isn't among those able to do the service.")},
    {"seats_full", QT_TRANSLATE_NOOP("Rule", "All seats of the session are taken.")},
    {"squeeze_reason", QT_TRANSLATE_NOOP("Rule", "Squeezing somebody in needs a reason: --squeeze REASON.")},
    {"squeeze_person",
     QT_TRANSLATE_NOOP("Rule", "Only a receptionist or a manager may squeeze somebody in, and has to be named: "
                               "--person NAME.")},
    {"squeeze_online", QT_TRANSLATE_NOOP("Rule", "Nobody is squeezed in online.")},
    {"override_person", QT_TRANSLATE_NOOP("Rule", "Only a receptionist or a manager may pass the rule.")},
    {"booking_key", QT_TRANSLATE_NOOP("Rule", "The --key was used for another booking; take a new one.")},
    {"key_taken", QT_TRANSLATE_NOOP("Rule", "The --key was used for another booking; take a new one.")},
    {"key_reused", QT_TRANSLATE_NOOP("Rule", "The --key was used for another booking; take a new one.")},
    {"location_zone",
     QT_TRANSLATE_NOOP("Rule",
                       "The location has future appointments, so its zone can't just change: use frontdesk-admin "
                       "rezone --location NAME --zone ZONE.")},
    {"capacity", QT_TRANSLATE_NOOP("Rule", "More is booked at one moment than the new capacity allows.")},
    {"length", QT_TRANSLATE_NOOP("Rule", "An appointment ends after it starts and lasts a day at most.")},
    {"no_room", QT_TRANSLATE_NOOP("Rule", "No room or equipment that the service needs is able to host it.")},
    {"unable", QT_TRANSLATE_NOOP("Rule", "The staff member isn't among those able to do the service.")},
    {"text", QT_TRANSLATE_NOOP("Rule", "The text holds a character that can't be stored.")},
    {"text_characters", QT_TRANSLATE_NOOP("Rule", "The text holds a character that can't be stored.")},
    {"text_length", QT_TRANSLATE_NOOP("Rule", "The text is too long.")},
    {"text_empty", QT_TRANSLATE_NOOP("Rule", "The text must not be empty.")},
    {"login",
     QT_TRANSLATE_NOOP("Rule", "The login can't be that: lower-case letters, digits and _, at least two, none that "
                               "the server has already; and one that frontdesk-admin made.")},
    {"own_login", QT_TRANSLATE_NOOP("Rule", "Nobody disables the login that they are signed in with.")},
    {"password", QT_TRANSLATE_NOOP("Rule", "The password must not be empty or hold control characters.")},
    {"person_group", QT_TRANSLATE_NOOP("Rule", "The group must be receptionist, manager, auditor or online.")},
    {"forbidden", QT_TRANSLATE_NOOP("Rule", "This person may not do that. A manager can.")},
    {"steps", QT_TRANSLATE_NOOP("Rule", "The service's steps aren't what the book can store.")},
    {"able", QT_TRANSLATE_NOOP("Rule", "The list of who is able names somebody unknown.")},
};

} // namespace

QString sentenceOfRule(const QString& rule)
{
    for (const RuleSentence& entry : sentences) {
        if (rule == QLatin1StringView(entry.rule))
            return QCoreApplication::translate("Rule", entry.sentence);
    }
    return QCoreApplication::translate("Rule", "The book's rule \"%1\" refuses it.").arg(rule);
}

} // namespace frontdesk::admin
