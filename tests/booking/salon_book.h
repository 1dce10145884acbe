#pragma once

#include "models/booking/command_executor.h"
#include "models/domain/zone.h"
#include "tests/support/test_database.h"

#include <QTest>

namespace frontdesk::test
{

/// The real time, moved by what a test wants: the database judges by its own clock, so that a test's can't be far off.
class ShiftedClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return SystemClock().now() + shift; }
    Seconds shift{0};
};

/// The words of outcomes that the tests expect.
[[nodiscard]] QString described(const Outcome& outcome);

/// A desk at a book: a connection and an executor of its own.
class TestDesk
{
public:
    explicit TestDesk(const TestDatabase& database, QString name = QStringLiteral("Desk 1"));

    /// With a command id of its own.
    Outcome send(const Command& command);
    Outcome sendAs(const QString& commandId, const Command& command);
    [[nodiscard]] Appointment read(qint64 id);

    ShiftedClock clock;
    QString name;
    PersonId person{1}; ///< who sends
    std::unique_ptr<Connection> connection;
    CommandExecutor executor;
};

/// The small salon (TestDatabase::fillSmallSalon) with one desk.
class SalonBook
{
public:
    explicit SalonBook(Dialect dialect);

    Outcome send(const Command& command) { return desk.send(command); }
    /// An instant of the Monday after next week, in Berlin; nothing lies there.
    [[nodiscard]] static Instant at(int hour, int minute = 0, int daysLater = 0);
    [[nodiscard]] static BookAppointment haircut(Instant start, ResourceId staff = ResourceId(1));
    [[nodiscard]] static BookAppointment colour(Instant start, ResourceId staff = ResourceId(1));
    /// Books it and gives its id; fails the test when it isn't Done.
    qint64 booked(const BookAppointment& command);

    /// An edit of row `id` by somebody who saw that version.
    [[nodiscard]] static EditAppointment edit(qint64 id, qint64 seen = 1);
    /// Colours may take place in room 5 too from now on.
    void addSecondRoom() const;

    /// Resources that hold more than they can at any moment, rows whose claims aren't theirs: 0 in a sound book.
    [[nodiscard]] int violations() const;
    [[nodiscard]] qint64 count(const QString& table, const QString& where = QStringLiteral("1 = 1")) const;
    [[nodiscard]] QVariant value(const QString& sql) const;
    /// Everything that commands write, as text: equal before and after what had no effect.
    [[nodiscard]] QString fingerprint() const;

    TestDatabase database;
    TestDesk desk;
    std::unique_ptr<Connection> reader; ///< of the test's own looks, which no planted failure meets
};

template <class T>
const T* as(const Outcome& outcome)
{
    return std::get_if<T>(&outcome);
}

} // namespace frontdesk::test

/// The outcome is of that type; says what it is when not.
#define VERIFY_OUTCOME(type, expression)                                                                               \
    do {                                                                                                               \
        const frontdesk::Outcome& verified = (expression);                                                             \
        QVERIFY2(std::holds_alternative<frontdesk::type>(verified), qPrintable(frontdesk::test::described(verified))); \
    } while (false)
