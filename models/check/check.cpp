#include "models/check/check.h"

#include "models/check/appointments.h"
#include "models/check/catalogue_rows.h"
#include "models/check/guard.h"
#include "models/check/history.h"
#include "models/check/logins.h"
#include "models/check/personal.h"
#include "models/check/search_keys.h"
#include "models/storage/snapshot.h"

namespace frontdesk
{

Checked checkBook(Connection& connection, Instant now, const std::function<void(const QString& what)>& progress)
{
    check::Findings findings;
    check::BookReader book(connection, now, findings);
    check::AppointmentsRead read;
    const Snapshot snapshot(connection);
    StorageError error = snapshot.beginError();
    const auto part = [&](const char* what, const auto& look) {
        if (error)
            return;
        if (progress)
            progress(QString::fromLatin1(what));
        error = look();
    };
    part("resources", [&] { return book.readBasics(); });
    part("appointments", [&] { return check::checkAppointments(book, read); });
    part("claims", [&] { return check::checkClaims(book, std::move(read.due)); });
    part("audit", [&] { return check::checkHistory(book, read.facts); });
    part("personal values", [&] { return check::checkPersonalValues(book); });
    part("services", [&] { return check::checkServices(book); });
    part("places", [&] { return check::checkPlaces(book); });
    part("clients", [&] { return check::checkSearchKeys(book); });
    part("outbox", [&] { return check::checkOutbox(book); });
    part("references", [&] { return check::checkReferences(book); });
    part("triggers", [&] { return check::checkGuard(book); });
    QStringList warnings;
    part("logins", [&] { return check::readPowerfulLogins(book, warnings); });
    return {findings.take(), warnings, error};
}

} // namespace frontdesk
