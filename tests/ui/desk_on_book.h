#pragma once

#include "tests/support/test_database.h"
#include "ui/calendar_view.h"
#include "ui/desk_session.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

namespace frontdesk::test
{

inline constexpr int Patience = 15000; // milliseconds, for a busy machine; a good one needs tens

/// A desk with its window on the small salon, on a Monday to come.
struct Desk {
    Desk(const TestDatabase& book, const QString& name)
        : settings(folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat),
          session(book.url(), {name, QStringLiteral("Owner")}, clock, &settings)
    {
        session.window().resize(1366, 768);
        session.window().setDate(monday());
        session.window().show();
        session.start();
    }

    static QDate monday()
    {
        const QDate today = QDate::currentDate();
        return today.addDays(8 - today.dayOfWeek()).addDays(7);
    }
    static Instant at(int hour, int minute = 0)
    {
        return Zone::fromId("Europe/Berlin")->meaningOf(monday(), QTime(hour, minute)).first;
    }

    [[nodiscard]] CalendarView* view() { return session.window().calendar(); }
    [[nodiscard]] bool isReady() { return session.isDrawn() && view()->plan().columns.size() == 3; }
    /// Clients that were written by hand get their search keys a little after the start.
    void waitForSearch()
    {
        const auto found = [this] {
            std::optional<size_t> hits;
            session.link().searchClients(QStringLiteral("5003"), 5, &session,
                                         [&hits](const std::vector<ClientHit>& clients) { hits = clients.size(); });
            return QTest::qWaitFor([&hits] { return hits.has_value(); }, Patience) && *hits == 1;
        };
        QVERIFY(QTest::qWaitFor(found, Patience));
    }
    void focus()
    {
        session.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&session.window()));
        view()->setFocus();
        QTRY_VERIFY(view()->hasFocus());
    }
    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), pressed, modifiers);
    }
    /// The row as this desk shows it.
    [[nodiscard]] std::optional<Appointment> shown(AppointmentId id)
    {
        const DayBlock* block = view()->plan().block(id);
        return block != nullptr ? std::optional(block->row) : std::nullopt;
    }
    [[nodiscard]] std::optional<Appointment> saved(AppointmentId id)
    {
        return session.link().appointments()->appointment(id);
    }
    /// The row as the book has it, read now.
    [[nodiscard]] Appointment stored(AppointmentId id)
    {
        std::optional<std::optional<Appointment>> read;
        session.link().readAppointment(id, &session, [&read](std::optional<Appointment> row) { read = row; });
        return QTest::qWaitFor([&read] { return read.has_value(); }, Patience) && *read ? **read : Appointment();
    }
    /// Sends a command without the window and waits for its answer.
    [[nodiscard]] Outcome send(const Command& command)
    {
        std::optional<Outcome> answer;
        session.link().submit(command, &session, [&answer](const Outcome& outcome) { answer = outcome; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, Patience))
            return StorageFailed{false, QStringLiteral("never answered")};
        return *answer;
    }
    /// Books by a command, without the window.
    AppointmentId book(qint64 client, qint64 service, qint64 staff, Instant start)
    {
        BookAppointment wanted;
        wanted.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
        wanted.location = LocationId(1);
        wanted.client = ClientId(client);
        wanted.service = ServiceId(service);
        wanted.staff = ResourceId(staff);
        wanted.start = start;
        const Outcome answer = send(wanted);
        const auto* done = std::get_if<Done>(&answer);
        return done != nullptr ? AppointmentId(done->id) : AppointmentId();
    }

    QTemporaryDir folder;
    QSettings settings;
    SystemClock clock;
    DeskSession session;
};

} // namespace frontdesk::test
