#pragma once

#include "fake_bus.h"

#include "ui/booking_conversation.h"
#include "ui/booking_popup.h"

#include <QApplication>
#include <QLineEdit>
#include <QtTest>

namespace frontdesk
{
class ConflictDialog;
}

namespace frontdesk::test
{

/// A conversation over a window with nothing but a line to type in; its bus has no database behind it. A person acts by
/// real keys, and what is shown is found by objectName. Every test function begins with a new one.
class TalkFixture : public QObject
{
    Q_OBJECT
protected slots:
    void init();
    void cleanup();

protected:
    /// Begins with these rows in sight.
    explicit TalkFixture(std::vector<Appointment> rows) : m_begin(std::move(rows)) {}

    template <class T>
    [[nodiscard]] T* child(const char* name) const
    {
        return m_window->findChild<T*>(QLatin1StringView(name));
    }
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier);
    void show(const std::vector<Appointment>& rows) { m_rows->apply(snapshotOf(rows)); }

    std::unique_ptr<FakeBus> m_bus;
    std::unique_ptr<AppointmentMirror> m_rows;
    SetClock m_clock;
    std::unique_ptr<QWidget> m_window;
    QLineEdit* m_elsewhere = nullptr;
    std::unique_ptr<BookingConversation> m_talk;

private:
    std::vector<Appointment> m_begin;
};

/// The popup in which a booking is typed.
class PopupFixture : public TalkFixture
{
    Q_OBJECT
protected:
    PopupFixture() : TalkFixture({omar()}) {}

    [[nodiscard]] BookingPopup* popup() const { return m_window->findChild<BookingPopup*>(); }
    void openAt(int hour, int minute, qint64 staff = 1);
    /// Of the list of clients.
    void waitForRows(int rows);
    [[nodiscard]] QString notice() const;

    [[nodiscard]] static Appointment omar() { return appointmentAt(12, 17, 15, 1, QStringLiteral("Omar Haddad")); }
};

/// The form in which an appointment is edited, and the dialogs that answers bring: rows 7 (Lena, 14:15, Chloé) and 12.
class FormFixture : public TalkFixture
{
    Q_OBJECT
protected:
    FormFixture() : TalkFixture({lena(), appointmentAt(12, 17, 15, 1, QStringLiteral("Omar Haddad"))}) {}

    void openForm();
    void setTime(const QString& time) { child<QLineEdit>("time")->setText(time); }
    [[nodiscard]] static Appointment lena(qint64 version = 1);
    [[nodiscard]] Outcome conflictWith(Appointment theirs) const;
    /// The dialog that a conflict with this row opens; null when it waits.
    [[nodiscard]] ConflictDialog* openConflict(const Appointment& theirs);
    /// The dialog after 15:00 was typed and sent, and a note where one is given, while somebody moved it to 14:45.
    [[nodiscard]] ConflictDialog* meetConflict(const QString& myNote = {}, const QString& theirNote = {});
};

} // namespace frontdesk::test
