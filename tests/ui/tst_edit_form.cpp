#include "fake_bus.h"
#include "ui/edit_form.h"

#include <QtTest>

namespace frontdesk
{

using namespace test; // NOLINT(google-build-using-namespace): the tests' own folder

/// The form of one appointment: the nights in which clocks change, and the room.
class TestEditForm : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void anHourThatComesTwiceIsChosen();
    void theHourThatTheRowHasStaysChosen();
    void anHourThatIsMissingIsRefused();
    void theFreeRoomsStandFirst();
    void anotherRoomIsAnEdit();
    void anotherServiceFindsItsRoom();

private:
    void open(const Appointment& row);
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return m_form->findChild<T*>(QLatin1StringView(name));
    }
    void setWhen(QDate date, const QString& time)
    {
        find<QDateEdit>("date")->setDate(date);
        find<QLineEdit>("time")->setText(time);
    }
    [[nodiscard]] Appointment colourInRoom4() const;

    std::unique_ptr<FakeBus> m_bus;
    std::unique_ptr<AppointmentMirror> m_rows;
    CataloguePtr m_salon;
    SetClock m_clock;
    std::unique_ptr<QWidget> m_window;
    EditForm* m_form = nullptr;
};

void TestEditForm::init()
{
    m_bus = std::make_unique<FakeBus>();
    m_rows = std::make_unique<AppointmentMirror>();
    // A second room that can host the colour.
    Catalogue salon = *smallSalon();
    Resource room = *salon.resource(ResourceId(4));
    room.id = ResourceId(5);
    room.name = QStringLiteral("Room 5");
    salon.resources.push_back(room);
    for (Service& service : salon.services) {
        if (service.id == ServiceId(2))
            service.able.push_back(room.id);
    }
    m_salon = std::make_shared<const Catalogue>(salon);
    m_window = std::make_unique<QWidget>();
    m_window->resize(1000, 800);
    m_window->show();
}

void TestEditForm::cleanup()
{
    m_window.reset();
    m_rows.reset();
    m_bus.reset();
}

void TestEditForm::open(const Appointment& row)
{
    BookAccess book;
    book.bus = m_bus.get();
    book.appointments = m_rows.get();
    book.catalogue = [this] { return m_salon; };
    book.clock = &m_clock;
    m_form = new EditForm(book, row, m_window.get());
    m_form->open();
}

Appointment TestEditForm::colourInRoom4() const
{
    Appointment row = appointmentAt(1, 10, 0, 1, QStringLiteral("Lena Fischer"));
    const Service& colour = *m_salon->service(ServiceId(2));
    row.service = colour.id;
    row.slot.end = row.slot.start + totalLength(colour.steps);
    row.takes =
        takesFor(colour.steps, Seconds(0), Seconds(0),
                 std::vector<Choice>{{ResourceKind::Staff, ResourceId(1)}, {ResourceKind::Room, ResourceId(4)}});
    return row;
}

void TestEditForm::anHourThatComesTwiceIsChosen()
{
    open(appointmentAt(1, 10, 0, 1, QStringLiteral("Lena Fischer")));
    auto* hour = find<QComboBox>("hour");
    QVERIFY(!hour->isVisible());
    setWhen(QDate(2026, 10, 25), QStringLiteral("2:30"));
    QVERIFY(hour->isVisible());
    QCOMPARE(hour->count(), 2);
    QVERIFY2(hour->itemText(0).contains(QStringLiteral("CEST")) && hour->itemText(0).contains(QStringLiteral("UTC+2")),
             qPrintable(hour->itemText(0)));
    QVERIFY2(hour->itemText(1).contains(QStringLiteral("CET")) && hour->itemText(1).contains(QStringLiteral("UTC+1")),
             qPrintable(hour->itemText(1)));
    QCOMPARE(hour->currentIndex(), -1); // never guessed
    QVERIFY(!m_form->typed());
    QVERIFY(!find<QLabel>("hourProblem")->text().isEmpty());
    const Zone::Meaning meaning = m_salon->locations.front().zone.meaningOf(QDate(2026, 10, 25), QTime(2, 30));
    for (const int each : {0, 1}) {
        hour->setCurrentIndex(each);
        QVERIFY(m_form->typed());
        QCOMPARE(m_form->typed()->start, std::optional(each == 0 ? meaning.first : meaning.second));
    }
    setWhen(QDate(2026, 10, 26), QStringLiteral("2:30"));
    QVERIFY(!hour->isVisible());
    QVERIFY(m_form->typed());
}

void TestEditForm::theHourThatTheRowHasStaysChosen()
{
    Appointment row = appointmentAt(1, 10, 0, 1, QStringLiteral("Lena Fischer"));
    const Zone::Meaning meaning = m_salon->locations.front().zone.meaningOf(QDate(2026, 10, 25), QTime(2, 15));
    row.slot = row.slot.movedTo(meaning.second);
    open(row);
    QVERIFY(find<QComboBox>("hour")->isVisible());
    QCOMPARE(find<QComboBox>("hour")->currentIndex(), 1);
    QVERIFY(m_form->typed());
    QVERIFY(!m_form->typed()->start);
    find<QComboBox>("hour")->setCurrentIndex(0);
    QCOMPARE(m_form->typed()->start, std::optional(meaning.first)); // an hour earlier, the same wall time
}

void TestEditForm::anHourThatIsMissingIsRefused()
{
    open(appointmentAt(1, 10, 0, 1, QStringLiteral("Lena Fischer")));
    setWhen(QDate(2026, 3, 29), QStringLiteral("02:30"));
    QVERIFY(!m_form->typed());
    QVERIFY(find<QLabel>("timeProblem")->text().contains(QStringLiteral("doesn't exist")));
    setWhen(QDate(2026, 3, 29), QStringLiteral("03:30"));
    QVERIFY(m_form->typed());
}

void TestEditForm::theFreeRoomsStandFirst()
{
    Appointment other = colourInRoom4();
    other.id = AppointmentId(2);
    Appointment mine = colourInRoom4();
    for (Take& take : mine.takes) {
        if (take.resource == ResourceId(4))
            take.resource = ResourceId(5);
    }
    m_rows->apply(snapshotOf({mine, other}));
    open(mine);
    auto* room = find<QComboBox>("room");
    QVERIFY(room->isVisible());
    QVERIFY(!find<QComboBox>("equipment")->isVisible());
    QCOMPARE(room->count(), 2);
    QCOMPARE(room->itemText(0), QStringLiteral("Room 5"));
    QVERIFY2(room->itemText(1).contains(QStringLiteral("taken")), qPrintable(room->itemText(1)));
    QCOMPARE(room->currentIndex(), 0);
    QVERIFY(m_form->typed());
    QVERIFY(!m_form->typed()->others); // untouched
}

void TestEditForm::anotherRoomIsAnEdit()
{
    open(colourInRoom4());
    auto* room = find<QComboBox>("room");
    QCOMPARE(room->currentData().toLongLong(), 4);
    room->setCurrentIndex(room->findData(5));
    QVERIFY(m_form->typed());
    QCOMPARE(m_form->typed()->others, std::optional(std::vector<ResourceId>{ResourceId(5)}));
    EditAppointment back;
    back.others = std::vector<ResourceId>{ResourceId(4)};
    m_form->fill(back);
    QCOMPARE(room->currentData().toLongLong(), 4);
}

void TestEditForm::anotherServiceFindsItsRoom()
{
    open(appointmentAt(1, 10, 0, 1, QStringLiteral("Lena Fischer")));
    auto* service = find<QComboBox>("service");
    QVERIFY(!find<QComboBox>("room")->isVisible()); // a haircut needs none
    service->setCurrentIndex(service->findData(2));
    emit service->activated(service->currentIndex());
    auto* room = find<QComboBox>("room");
    QVERIFY(room->isVisible());
    QCOMPARE(room->currentData().toLongLong(), 0); // any that is free
    QVERIFY(m_form->typed());
    QVERIFY(!m_form->typed()->others);
}

} // namespace frontdesk

QTEST_MAIN(frontdesk::TestEditForm)
#include "tst_edit_form.moc"
