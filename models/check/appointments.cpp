#include "models/check/appointments.h"

#include "models/domain/zone.h"

#include <algorithm>

namespace frontdesk::check
{
namespace
{

constexpr qint64 aDay = 86400;
constexpr qsizetype mostTakes = 100;

/// One row of check_appointments, in the order of its columns.
struct Row {
    explicit Row(const QSqlQuery& row)
        : id(row.value(0).toLongLong()),
          version(row.value(1).toLongLong()),
          statusText(row.value(2).toString()),
          status(statusFromCode(statusText)),
          start(row.value(3).toLongLong()),
          end(row.value(4).toLongLong()),
          localStart(row.value(5).toString()),
          zone(row.value(6).toString()),
          location(row.value(7).toLongLong()),
          client(row.value(8).toLongLong()),
          service(row.value(9).toLongLong()),
          staff(row.value(10).toLongLong()),
          bufferBefore(row.value(11).toLongLong()),
          bufferAfter(row.value(12).toLongLong()),
          takes(takesFromJson(row.value(13).toByteArray())),
          statusAt(row.value(14).toLongLong()),
          statusBefore(row.value(15).toString()),
          isHeldUntil(!row.isNull(16)),
          heldUntil(row.value(16).toLongLong()),
          squeezed(row.value(17).toInt() == 1),
          squeezeReason(row.value(18).toString()),
          source(row.value(19).toString()),
          isSeat(!row.isNull(20))
    {
    }

    qint64 id;
    qint64 version;
    QString statusText;
    std::optional<Status> status;
    qint64 start;
    qint64 end;
    QString localStart;
    QString zone;
    qint64 location;
    qint64 client;
    qint64 service;
    qint64 staff;
    qint64 bufferBefore;
    qint64 bufferAfter;
    std::optional<Takes> takes;
    qint64 statusAt;
    QString statusBefore;
    bool isHeldUntil;
    qint64 heldUntil;
    bool squeezed;
    QString squeezeReason;
    QString source;
    bool isSeat;
};

class RowCheck
{
public:
    explicit RowCheck(BookReader& book) : m_book(book) {}

    void check(const Row& row);
    /// The claims that the row asks for, by the schema's words: those of a completed one and of a no-show end when that
    /// was said.
    static void addDue(const Row& row, qint64 now, std::vector<Claim>& due);

private:
    void tell(const Row& row, const char* invariant, const QString& what)
    {
        const QLatin1StringView code(invariant);
        if (m_book.findings().isFull(code))
            m_book.findings().countOne(code);
        else
            m_book.findings().add(code, QStringLiteral("%1: %2").arg(m_book.describe(row.id), what));
    }
    void checkFields(const Row& row);
    void checkTakes(const Row& row);
    void checkPromise(const Row& row);
    const Zone* zone(const QString& id);

    BookReader& m_book;
    QHash<QString, std::optional<Zone>> m_zones;
};

void RowCheck::check(const Row& row)
{
    checkFields(row);
    if (!row.takes)
        tell(row, "takes", QStringLiteral("its takes can't be read"));
    else
        checkTakes(row);
    checkPromise(row);
}

void RowCheck::checkFields(const Row& row)
{
    if (!row.status)
        tell(row, "status", QStringLiteral("\"%1\" is no status").arg(row.statusText));
    if (row.end <= row.start || row.end - row.start > aDay)
        tell(row, "length", QStringLiteral("it ends before it starts, or lasts longer than a day"));
    if ((row.status == Status::Held) != row.isHeldUntil)
        tell(row, "held_until", QStringLiteral("held_until belongs to a held row and to no other"));
    if (row.squeezed && row.squeezeReason.isEmpty())
        tell(row, "squeeze_reason", QStringLiteral("it is squeezed in without a reason"));
    if (row.squeezed && row.source == QLatin1StringView("online"))
        tell(row, "squeeze_online", QStringLiteral("it is squeezed in, and was booked online"));
    if (!row.statusBefore.isEmpty()) {
        const auto before = statusFromCode(row.statusBefore);
        if (row.status != Status::Cancelled || !before || !canFollow(*before, Status::Cancelled))
            tell(row, "status_before", QStringLiteral("it can't have been %1 before").arg(row.statusBefore));
    }
}

void RowCheck::checkTakes(const Row& row)
{
    if (row.takes->size() > mostTakes)
        tell(row, "takes", QStringLiteral("it takes more than a hundred resources"));
    qint64 lowest = 0;
    qint64 highest = 0;
    bool takesStaff = row.takes->empty();
    for (size_t i = 0; i < row.takes->size(); ++i) {
        const Take& take = (*row.takes)[i];
        const qint64 resource = take.resource.value();
        lowest = i == 0 ? take.from.count() : std::min<qint64>(lowest, take.from.count());
        highest = i == 0 ? take.to.count() : std::max<qint64>(highest, take.to.count());
        takesStaff = takesStaff || resource == row.staff;
        if (take.from.count() < -aDay || take.from.count() > aDay || (take.to - take.from).count() > aDay)
            tell(row, "takes", QStringLiteral("a take is longer than a day or a day away"));
        const auto facts = m_book.resources().find(resource);
        if (facts == m_book.resources().end())
            tell(row, "references", QStringLiteral("it takes resource %1, which isn't there").arg(resource));
        else if (facts->second.location != row.location)
            tell(row, "takes", QStringLiteral("it takes %1 of another location").arg(facts->second.name));
        if (row.service != 0 && !m_book.wasAble(row.service, resource)) {
            tell(row, "staff_unable",
                 QStringLiteral("%1 was never able to do its service").arg(m_book.resourceName(resource)));
        }
    }
    if (row.staff != 0 && !takesStaff)
        tell(row, "takes_staff",
             QStringLiteral("it is drawn at %1, whom it doesn't take").arg(m_book.resourceName(row.staff)));
    const bool spans = lowest == -row.bufferBefore && highest == row.end - row.start + row.bufferAfter;
    if (row.service != 0 && !row.isSeat && (row.takes->empty() || !spans))
        tell(row, "takes_span", QStringLiteral("its takes don't span it with its buffers"));
}

const Zone* RowCheck::zone(const QString& id)
{
    auto found = m_zones.find(id);
    if (found == m_zones.end())
        found = m_zones.insert(id, Zone::fromId(id.toLatin1()));
    return *found ? &**found : nullptr;
}

void RowCheck::checkPromise(const Row& row)
{
    const Zone* promised = zone(row.zone);
    if (!promised)
        return tell(row, "promised_time", QStringLiteral("its zone %1 is unknown").arg(row.zone));
    const QString wall = promised->wallText(instantFromUnix(row.start));
    if (wall != row.localStart) {
        tell(row, "promised_time",
             QStringLiteral("%1 %2 was promised, but it stands at %3").arg(row.localStart, row.zone, wall));
    }
}

void RowCheck::addDue(const Row& row, qint64 now, std::vector<Claim>& due)
{
    if (!row.takes || !row.status || row.isSeat)
        return;
    const bool isCut = row.status == Status::Completed || row.status == Status::NoShow;
    if (!isCut && !claimsItsTime(*row.status))
        return;
    if (row.isHeldUntil && row.heldUntil <= now)
        return;
    for (size_t i = 0; i < row.takes->size(); ++i) {
        const Take& take = (*row.takes)[i];
        const TimeSlot slot = take.at(instantFromUnix(row.start));
        const qint64 end = isCut ? std::min(toUnix(slot.end), row.statusAt) : toUnix(slot.end);
        if (end > toUnix(slot.start))
            due.push_back({row.id, static_cast<qint64>(i), take.resource.value(), toUnix(slot.start), end, take.units,
                           row.heldUntil, row.squeezed, false});
    }
}

StorageError checkDeskHolds(BookReader& book, std::vector<Claim>& due)
{
    return book.eachById(QStringLiteral("check_desk_holds"), [&](const QSqlQuery& row) {
        const qint64 id = row.value(0).toLongLong();
        const qint64 start = row.value(1).toLongLong();
        const qint64 heldUntil = row.value(4).toLongLong();
        const auto takes = takesFromJson(row.value(3).toByteArray());
        if (!takes || row.value(2).toLongLong() <= start) {
            book.findings().add(QLatin1StringView("desk_hold"),
                                QStringLiteral("a popup's hold %1 has no sound takes or times").arg(id));
            return;
        }
        if (heldUntil <= book.now())
            return;
        for (size_t i = 0; i < takes->size(); ++i) {
            const TimeSlot slot = (*takes)[i].at(instantFromUnix(start));
            due.push_back({-id, static_cast<qint64>(i), (*takes)[i].resource.value(), toUnix(slot.start),
                           toUnix(slot.end), (*takes)[i].units, heldUntil, false, false});
        }
    });
}

/// Seats lie in a session of their own service, place and time, and don't outnumber it.
StorageError checkSeats(BookReader& book)
{
    struct Session {
        qint64 room = 0;
        qint64 taken = 0;
    };
    std::map<qint64, Session> sessions;
    StorageError error = book.each(QStringLiteral("check_seats"), [&](const QSqlQuery& row) {
        const qint64 seat = row.value(0).toLongLong();
        const auto status = statusFromCode(row.value(2).toString());
        const bool isSession = !row.isNull(8) && row.isNull(9) && row.isNull(10) && !row.isNull(11);
        const bool fits =
            row.value(4) == row.value(11) && row.value(5) == row.value(12) && row.value(6) == row.value(13);
        if (!isSession || !fits || row.isNull(7)) {
            book.findings().add(
                QLatin1StringView("session"),
                QStringLiteral("%1 is no seat of a session of its service, place and time").arg(book.describe(seat)));
            return;
        }
        const bool holds = status == Status::Held && row.value(3).toLongLong() > book.now();
        Session& session = sessions[row.value(8).toLongLong()];
        session.room = row.value(14).toLongLong();
        if (holds || status == Status::Booked || status == Status::Arrived || status == Status::InService ||
            status == Status::Completed)
            session.taken += row.value(1).toLongLong();
    });
    for (const auto& [id, session] : sessions) {
        if (session.taken > session.room) {
            book.findings().add(QLatin1StringView("seats_full"),
                                QStringLiteral("%1 has %2 seats, of which %3 are taken")
                                    .arg(book.describe(id))
                                    .arg(session.room)
                                    .arg(session.taken));
        }
    }
    return error;
}

} // namespace

StorageError checkAppointments(BookReader& book, AppointmentsRead& read)
{
    RowCheck check(book);
    StorageError error = book.eachById(QStringLiteral("check_appointments"), [&](const QSqlQuery& query) {
        const Row row(query);
        check.check(row);
        RowCheck::addDue(row, book.now(), read.due);
        read.facts.push_back(
            {row.id, row.version, row.status.value_or(Status::Booked), row.start, row.client, row.staff});
    });
    if (!error)
        error = checkDeskHolds(book, read.due);
    if (!error)
        error = checkSeats(book);
    if (error)
        return error;
    return book.each(QStringLiteral("check_booking_keys"), [&](const QSqlQuery& row) {
        book.findings().add(QLatin1StringView("booking_key"),
                            QStringLiteral("%1 and %2 have the same booking key %3")
                                .arg(book.describe(row.value(1).toLongLong()), book.describe(row.value(2).toLongLong()),
                                     row.value(0).toString()));
    });
}

} // namespace frontdesk::check
