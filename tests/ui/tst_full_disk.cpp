#include "tests/support/full_disk.h"
#include "tests/ui/desk_on_book.h"
#include "ui/booking_popup.h"
#include "ui/edit_form.h"

#include <QLineEdit>
#include <QPlainTextEdit>

using namespace frontdesk;
using frontdesk::test::Desk;
using frontdesk::test::FullDisk;
using frontdesk::test::Patience;
using frontdesk::test::TestDatabase;

/// The whole desk while the disk that holds its book is full: it says so, and everything typed is kept until there is
/// space again.
class TestFullDisk : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aBookingWaitsInThePopup();
    void anEditWaitsInTheForm();
    void aMoveIsMarkedOnTheBlock();

private:
    template <class T>
    [[nodiscard]] T* child(const char* name)
    {
        return m_desk->session.window().findChild<T*>(QLatin1StringView(name));
    }

    std::unique_ptr<TestDatabase> m_book;
    std::unique_ptr<Desk> m_desk;
};

void TestFullDisk::init()
{
    m_book = std::make_unique<TestDatabase>(Dialect::Sqlite);
    m_book->fillSmallSalon();
    m_desk = std::make_unique<Desk>(*m_book, QStringLiteral("Desk 1"));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isReady(), Patience);
    m_desk->waitForSearch();
    m_desk->focus();
}

void TestFullDisk::cleanup()
{
    m_desk.reset();
    m_book.reset();
}

void TestFullDisk::aBookingWaitsInThePopup()
{
    m_desk->view()->setCursorPlace({LocationId(1), ResourceId(1), Desk::at(10)});
    m_desk->key(Qt::Key_Return);
    auto* client = child<QLineEdit>("client");
    QTRY_VERIFY(client != nullptr && client->hasFocus());
    QTest::keyClicks(client, QStringLiteral("len"));
    m_desk->key(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(child<QComboBox>("service")->hasFocus(), Patience);
    m_desk->key(Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(child<BookingPopup>("bookingPopup")->hold(), Patience);
    {
        const FullDisk full;
        m_desk->key(Qt::Key_Return);
        auto* popup = child<BookingPopup>("bookingPopup");
        const auto said = [popup] { return popup->findChild<Notice*>(QStringLiteral("notice"))->text(); };
        QTRY_VERIFY_WITH_TIMEOUT(
            popup->isVisible() && said().contains(QStringLiteral("disk that holds the book is full")), Patience);
    }
    QCOMPARE(client->text(), QStringLiteral("Lena Fischer"));
    QTRY_VERIFY(child<QComboBox>("service")->hasFocus());
    m_desk->key(Qt::Key_Return);
    const auto booked = [this] {
        return m_book->typed(QStringLiteral("SELECT count(*) FROM appointment WHERE status = 'booked'")).value.toInt();
    };
    QTRY_COMPARE_WITH_TIMEOUT(booked(), 1, Patience);
}

void TestFullDisk::anEditWaitsInTheForm()
{
    const AppointmentId id = m_desk->book(1, 1, 1, Desk::at(11));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->shown(id).has_value(), Patience);
    m_desk->view()->select(id);
    m_desk->key(Qt::Key_F2);
    QTRY_VERIFY(child<QLineEdit>("time") != nullptr && child<QLineEdit>("time")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("14:00"));
    m_desk->key(Qt::Key_N, Qt::AltModifier);
    QTRY_VERIFY(child<QPlainTextEdit>("note")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("brings a child"));
    m_desk->key(Qt::Key_T, Qt::AltModifier);
    {
        const FullDisk full;
        m_desk->key(Qt::Key_Return);
        auto* form = child<EditForm>("editForm");
        const auto said = [form] { return form->findChild<Notice*>(QStringLiteral("notice"))->text(); };
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(QStringLiteral("disk that holds the book is full")), Patience);
    }
    QCOMPARE(child<QLineEdit>("time")->text(), QStringLiteral("14:00"));
    QCOMPARE(child<QPlainTextEdit>("note")->toPlainText(), QStringLiteral("brings a child"));
    QCOMPARE(m_desk->stored(id).slot.start, Desk::at(11));
    child<QLineEdit>("time")->setFocus();
    m_desk->key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(id).slot.start, Desk::at(14), Patience);
    QCOMPARE(m_desk->stored(id).note, QStringLiteral("brings a child"));
}

void TestFullDisk::aMoveIsMarkedOnTheBlock()
{
    const AppointmentId id = m_desk->book(1, 1, 1, Desk::at(11));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->shown(id).has_value(), Patience);
    QSignalSpy refused(&m_desk->session.conversation(), &BookingConversation::refused);
    m_desk->view()->select(id);
    {
        const FullDisk full;
        m_desk->key(Qt::Key_Down, Qt::AltModifier);
        m_desk->key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, Patience);
    }
    QVERIFY(refused[0][1].toString().contains(QStringLiteral("disk that holds the book is full")));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->shown(id)->slot.start, Desk::at(11), Patience); // it snaps back
}

QTEST_MAIN(TestFullDisk)
#include "tst_full_disk.moc"
