#include "talk_fixture.h"

#include "ui/conflict_dialog.h"
#include "ui/edit_form.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QPlainTextEdit>

namespace frontdesk::test
{

void TalkFixture::init()
{
    m_bus = std::make_unique<FakeBus>();
    m_bus->clients = fiveClients();
    m_rows = std::make_unique<AppointmentMirror>();
    show(m_begin);
    m_window = std::make_unique<QWidget>();
    m_window->resize(1200, 800);
    m_window->setFocusPolicy(Qt::StrongFocus);
    m_elsewhere = new QLineEdit(m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->setFocus();
    BookAccess book;
    book.bus = m_bus.get();
    book.appointments = m_rows.get();
    book.catalogue = [salon = smallSalon()] { return salon; };
    book.clock = &m_clock;
    m_talk = std::make_unique<BookingConversation>(book, m_window.get());
}

void TalkFixture::cleanup()
{
    m_talk.reset();
    m_window.reset();
    m_bus.reset();
    m_rows.reset();
    m_clock = {};
}

void TalkFixture::press(Qt::Key key, Qt::KeyboardModifiers with)
{
    QVERIFY(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), key, with);
}

void PopupFixture::openAt(int hour, int minute, qint64 staff)
{
    m_talk->book({LocationId(1), ResourceId(staff), berlin(hour, minute)},
                 QRect(m_window->mapToGlobal(QPoint(300, 300)), QSize(150, 40)));
    QVERIFY(popup());
    QVERIFY(child<QLineEdit>("client")->hasFocus());
    new QAbstractItemModelTester(child<QListView>("clients")->model(),
                                 QAbstractItemModelTester::FailureReportingMode::Fatal, popup());
}

void PopupFixture::waitForRows(int rows)
{
    QTRY_COMPARE(child<QListView>("clients")->model()->rowCount(), rows);
}

QString PopupFixture::notice() const
{
    auto* shown = child<Notice>("notice");
    return shown->isVisible() ? shown->text() : QString();
}

void FormFixture::openForm()
{
    m_talk->edit(AppointmentId(7));
    QVERIFY(child<EditForm>("editForm"));
    QVERIFY(child<QLineEdit>("time")->hasFocus());
}

Appointment FormFixture::lena(qint64 version)
{
    Appointment row = appointmentAt(7, 14, 15, 3, QStringLiteral("Lena Fischer"));
    row.client = ClientId(1);
    row.version = RowVersion(version);
    row.note = QStringLiteral("quiet chair");
    return row;
}

Outcome FormFixture::conflictWith(Appointment theirs) const
{
    return VersionConflict{theirs, QStringLiteral("Maya"), QStringLiteral("Desk 2"), m_clock.now()};
}

ConflictDialog* FormFixture::openConflict(const Appointment& theirs)
{
    m_bus->answer(conflictWith(theirs));
    ConflictDialog* dialog = nullptr;
    for (auto* each : m_window->findChildren<ConflictDialog*>())
        dialog = each->isVisible() ? each : dialog;
    return dialog;
}

ConflictDialog* FormFixture::meetConflict(const QString& myNote, const QString& theirNote)
{
    openForm();
    setTime(QStringLiteral("15:00"));
    if (!myNote.isEmpty())
        child<QPlainTextEdit>("note")->setPlainText(myNote);
    press(Qt::Key_Return);
    Appointment theirs = lena(2);
    theirs.slot = theirs.slot.movedTo(berlin(14, 45));
    if (!theirNote.isEmpty())
        theirs.note = theirNote;
    return openConflict(theirs);
}

} // namespace frontdesk::test
