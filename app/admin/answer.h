#pragma once

#include "app/admin/session.h"

#include "models/booking/outcome.h"
#include "models/domain/catalogue.h"

namespace frontdesk::admin
{

/// The one place where a command's outcome becomes text, JSON and exit code.
struct AnswerWords {
    QString outcome;                              ///< of the good end: "booked", "changed"
    std::function<QString(const Done&)> sentence; ///< of the good end, for people
    QJsonObject more;                             ///< added to the JSON of the good end
};
[[nodiscard]] Exit answer(const Session& session, const Outcome& outcome, const AnswerWords& words,
                          const Catalogue& catalogue);

[[nodiscard]] Exit printStorageError(const Session& session, const StorageError& error, const QString& sentence);

/// What a rule's code means and what can be done, as one sentence; the code itself where there is no better one.
[[nodiscard]] QString sentenceOfRule(const QString& rule);

/// An appointment as `show` prints it.
[[nodiscard]] QJsonObject toJson(const Appointment& appointment);
[[nodiscard]] QString toText(const Appointment& appointment);

/// "2026-11-23T10:00:00+01:00" in the zone; as UTC where the zone isn't known.
[[nodiscard]] QString isoTime(Instant instant, const QByteArray& zone);
/// "Mon 2026-11-23 10:00"
[[nodiscard]] QString shortTime(Instant instant, const QByteArray& zone);

} // namespace frontdesk::admin
