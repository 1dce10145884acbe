#include "tests/ui/window_fixture.h"
#include "ui/list_view.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace frontdesk;
using frontdesk::test::DayFixture;
using frontdesk::test::WindowFixture;

/// The list of appointments by keys and mouse, and the model under it.
class TestListView : public WindowFixture
{
    Q_OBJECT
private slots:
    void itListsTheShownDay();
    void aHeadingSorts();
    void theRowAboveFilters();
    void filteredTextGoesOnInTheTable();
    void enterShowsItInItsDay();
    void aDoubleClickShowsItInItsDay();
    void theMarkedLineIsInspected();
    void theMarkedLineStaysOverChanges();
    void columnsAreChosenAndRemembered();
    void aWeekIsAskedFor();
    void daysTurnByKeys();
    void anEmptyListSaysSo();
    void theModelKeepsItsPromises();
    void typedTextIsNeverMarkup();

private:
    void showList()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_4, Qt::AltModifier);
        QVERIFY(table()->hasFocus());
    }
    [[nodiscard]] QTableView* table() { return find<QTableView>("listTable"); }
    [[nodiscard]] QHeaderView* header() { return table()->horizontalHeader(); }
    [[nodiscard]] QString text(int row, AppointmentColumn column)
    {
        return table()->model()->index(row, AppointmentList::sectionOf(column)).data().toString();
    }
    [[nodiscard]] QStringList texts(AppointmentColumn column)
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            all << text(row, column);
        return all;
    }
    [[nodiscard]] int lineOf(const QString& client)
    {
        return int(texts(AppointmentColumn::ClientName).indexOf(client));
    }
    [[nodiscard]] QPoint middleOf(int row)
    {
        const int section = AppointmentList::sectionOf(AppointmentColumn::ClientName);
        return table()->visualRect(table()->model()->index(row, section)).center();
    }
    void clickHeading(AppointmentColumn column)
    {
        const int section = AppointmentList::sectionOf(column);
        QTest::mouseClick(header()->viewport(), Qt::LeftButton, {},
                          QPoint(header()->sectionViewportPosition(section) + 20, header()->height() / 2));
    }
    void choose(const char* box, const QString& entry)
    {
        auto* combo = find<QComboBox>(box);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < combo->count() && combo->currentText() != entry; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(combo->currentText(), entry);
    }
};

void TestListView::itListsTheShownDay()
{
    showList();
    const int lena = lineOf(QStringLiteral("Lena Fischer"));
    QVERIFY(lena > 0);
    using C = AppointmentColumn;
    QCOMPARE(text(lena, C::StartsAt), QStringLiteral("14:15"));
    QCOMPARE(text(lena, C::EndsAt), QStringLiteral("15:45"));
    QCOMPARE(text(lena, C::ClientPhone), QStringLiteral("+49 1512 3456789"));
    QCOMPARE(text(lena, C::ServiceName), QStringLiteral("Colour"));
    QCOMPARE(text(lena, C::StaffName), QString::fromUtf8("Chloé Martin"));
    QCOMPARE(text(lena, C::Status), QStringLiteral("booked"));
    QCOMPARE(text(lena, C::Confirmation), QStringLiteral("confirmed"));
    QStringList times = texts(C::StartsAt);
    QStringList sorted = times;
    std::sort(sorted.begin(), sorted.end());
    QCOMPARE(times, sorted);
    QStringList headings;
    for (int at = 0; at < header()->count(); ++at)
        headings << table()->model()->headerData(header()->logicalIndex(at), Qt::Horizontal).toString();
    QCOMPARE(headings.join(QLatin1Char(' ')),
             QStringLiteral("Time End Client Phone Service Staff Status Confirmation Note"));
    // Other desks' holds are no lines.
    QVERIFY(texts(C::ClientName).filter(QStringLiteral("is booking here")).isEmpty());
    QVERIFY(!header()->isSectionHidden(0));
    QVERIFY2(header()->length() <= table()->viewport()->width(), "all columns are in sight at first");
}

void TestListView::aHeadingSorts()
{
    showList();
    clickHeading(AppointmentColumn::ClientName);
    const QStringList up = texts(AppointmentColumn::ClientName);
    QStringList sorted = up;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const QString& a, const QString& b) { return a.localeAwareCompare(b) < 0; });
    QCOMPARE(up, sorted);
    clickHeading(AppointmentColumn::ClientName);
    QStringList down = texts(AppointmentColumn::ClientName);
    std::reverse(down.begin(), down.end());
    QCOMPARE(down.size(), up.size());
    QVERIFY(down.first().localeAwareCompare(down.last()) < 0);
    m_window->close();
    m_window.reset();
    BookAccess book{m_bus.get(), m_mirror.get(), [this] { return m_day->catalogue; }, m_clock.get(), {}, {}, {}};
    m_window = std::make_unique<DayWindow>(book, m_settings.get());
    QCOMPARE(header()->sortIndicatorSection(), AppointmentList::sectionOf(AppointmentColumn::ClientName));
    QCOMPARE(header()->sortIndicatorOrder(), Qt::DescendingOrder);
}

void TestListView::theRowAboveFilters()
{
    showList();
    const int all = table()->model()->rowCount();
    auto* words = find<QLineEdit>("listText");
    words->setFocus();
    QTest::keyClicks(words, QStringLiteral("fisch col"));
    QCOMPARE(texts(AppointmentColumn::ClientName), QStringList{QStringLiteral("Lena Fischer")});
    QCOMPARE(find<QLabel>("listCount")->text(), QStringLiteral("1 of %1").arg(all));
    words->clear();
    QTest::keyClicks(words, QStringLiteral("512345")); // digits are found across the spaces of a number
    QVERIFY(table()->model()->rowCount() > 1);
    words->clear();
    choose("listStatus", QStringLiteral("no-show"));
    QCOMPARE(texts(AppointmentColumn::Status), QStringList{QStringLiteral("no-show")});
    choose("listStatus", QStringLiteral("Every status"));
    choose("listStaff", QStringLiteral("Ben Okafor"));
    QStringList staff = texts(AppointmentColumn::StaffName);
    staff.removeDuplicates();
    QCOMPARE(staff, QStringList{QStringLiteral("Ben Okafor")});
    choose("listService", QStringLiteral("Beard trim"));
    for (const QString& service : texts(AppointmentColumn::ServiceName))
        QCOMPARE(service, QStringLiteral("Beard trim"));
    // A catalogue that is read again leaves the choice.
    m_window->bookChanged();
    QCOMPARE(find<QComboBox>("listStaff")->currentText(), QStringLiteral("Ben Okafor"));
    choose("listStaff", QStringLiteral("All staff"));
    choose("listService", QStringLiteral("Every service"));
    QCOMPARE(table()->model()->rowCount(), all);
}

void TestListView::filteredTextGoesOnInTheTable()
{
    showList();
    auto* words = find<QLineEdit>("listText");
    words->setFocus();
    QTest::keyClicks(words, QStringLiteral("lena"));
    QTest::keyClick(words, Qt::Key_Return);
    QVERIFY(table()->hasFocus());
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(m_window->view(), ViewKind::Day);
    QCOMPARE(view()->selected(), id("Lena Fischer"));
}

void TestListView::enterShowsItInItsDay()
{
    showList();
    table()->selectRow(lineOf(QStringLiteral("Karl Ost")));
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(m_window->view(), ViewKind::Day);
    QTRY_COMPARE(view()->selected(), id("Karl Ost"));
    QVERIFY(view()->hasFocus());
    // And back: the line of what is selected there.
    QTest::keyClick(view(), Qt::Key_4, Qt::AltModifier);
    QCOMPARE(table()->currentIndex().row(), lineOf(QStringLiteral("Karl Ost")));
}

void TestListView::aDoubleClickShowsItInItsDay()
{
    showList();
    QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, middleOf(lineOf(QStringLiteral("Greta Lund"))));
    QCOMPARE(m_window->view(), ViewKind::Day);
    QTRY_COMPARE(view()->selected(), id("Greta Lund"));
}

void TestListView::theMarkedLineIsInspected()
{
    showList();
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, middleOf(lineOf(QStringLiteral("Greta Lund"))));
    QTRY_COMPARE(find<QLabel>("inspectorTitle")->text(), QStringLiteral("Greta Lund"));
    QTest::keyClick(table(), Qt::Key_Down);
    QTRY_VERIFY(find<QLabel>("inspectorTitle")->text() != QStringLiteral("Greta Lund"));
    QCOMPARE(m_window->view(), ViewKind::List);
    QVERIFY(table()->hasFocus());
}

void TestListView::theMarkedLineStaysOverChanges()
{
    showList();
    const int before = lineOf(QStringLiteral("Lena Fischer"));
    table()->selectRow(before);
    m_day->add("Ben", "09:00", QStringLiteral("New"), "Beard trim");
    m_day->row(QStringLiteral("Karl Ost")).status = Status::Arrived;
    m_day->row(QStringLiteral("Karl Ost")).version = RowVersion(2);
    m_mirror->apply(m_day->snapshot());
    QCOMPARE(lineOf(QStringLiteral("Lena Fischer")), before + 1);
    QCOMPARE(table()->currentIndex().row(), before + 1);
    QVERIFY(table()->selectionModel()->isRowSelected(before + 1));
    QCOMPARE(text(lineOf(QStringLiteral("Karl Ost")), AppointmentColumn::Status), QStringLiteral("arrived"));
    QCOMPARE(find<QLabel>("listCount")->text(), QStringLiteral("%1 lines").arg(table()->model()->rowCount()));
}

void TestListView::columnsAreChosenAndRemembered()
{
    showList();
    const int note = AppointmentList::sectionOf(AppointmentColumn::Note);
    auto* menu = find<QMenu>("listColumns");
    emit header()->customContextMenuRequested(QPoint(30, 10));
    QTRY_VERIFY(menu->isVisible());
    auto* action = find<QAction>(qPrintable(QStringLiteral("listColumn_%1").arg(note)));
    QVERIFY(action->isChecked());
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    QVERIFY(header()->isSectionHidden(note));
    // The button beside the filters opens the same, for the keyboard.
    auto* button = find<QPushButton>("listColumnsButton");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY(menu->isVisible());
    QVERIFY(!action->isChecked());
    QTest::keyClick(menu, Qt::Key_Escape);
    header()->moveSection(header()->visualIndex(AppointmentList::sectionOf(AppointmentColumn::StaffName)), 0);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
    m_window->close();
    m_window.reset();
    open();
    showList();
    QVERIFY(header()->isSectionHidden(note));
    QCOMPARE(header()->visualIndex(AppointmentList::sectionOf(AppointmentColumn::StaffName)), 0);
    // The last one stays.
    for (QAction* each : find<QMenu>("listColumns")->actions()) {
        if (each->isChecked() && each->isEnabled())
            each->trigger();
        emit header()->customContextMenuRequested(QPoint(30, 10));
        find<QMenu>("listColumns")->close();
    }
    QCOMPARE(header()->hiddenSectionCount(), header()->count() - 1);
}

void TestListView::aWeekIsAskedFor()
{
    showList();
    Appointment& friday = m_day->add("Ben", "12:15", QStringLiteral("Friday's"), "Beard trim");
    friday.slot = friday.slot.movedTo(friday.slot.start + std::chrono::days(4));
    m_mirror->apply(m_day->snapshot());
    QCOMPARE(lineOf(QStringLiteral("Friday's")), -1);
    QSignalSpy ranges(m_window.get(), &DayWindow::rangeNeeded);
    choose("listLength", QStringLiteral("Week"));
    QCOMPARE(ranges.last()[1].value<TimeSlot>(),
             (TimeSlot{m_day->zone.day(QDate(2026, 11, 23)).start, m_day->zone.day(QDate(2026, 11, 29)).end}));
    const int line = lineOf(QStringLiteral("Friday's"));
    QVERIFY(line > 0);
    QCOMPARE(text(line, AppointmentColumn::StartsAt), QStringLiteral("Fri 27 Nov  12:15"));
    QVERIFY(!m_window->isSettled());
    // A line of another day takes the window to its day, and stays marked in its week.
    table()->scrollTo(table()->model()->index(line, 0));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, middleOf(line));
    QCOMPARE(m_window->date(), QDate(2026, 11, 27));
    QCOMPARE(table()->currentIndex().row(), line);
    QTest::mouseClick(find<QAbstractButton>("nextButton"), Qt::LeftButton);
    QCOMPARE(m_window->date(), QDate(2026, 12, 4)); // whatever the mark did when its line went
}

void TestListView::daysTurnByKeys()
{
    showList();
    QTest::keyClick(table(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(m_window->date(), QDate(2026, 11, 24));
    QCOMPARE(table()->model()->rowCount(), 0);
    QTest::keyClick(table(), Qt::Key_Left, Qt::ControlModifier);
    QTest::keyClick(table(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(m_window->date(), QDate(2026, 11, 22));
    QVERIFY(table()->hasFocus());
}

void TestListView::anEmptyListSaysSo()
{
    showList();
    const auto picture = [this] { return table()->viewport()->grab().toImage(); };
    m_window->setDate(QDate(2026, 11, 24));
    QCOMPARE(find<QLabel>("listCount")->text(), QStringLiteral("0 lines"));
    const QImage empty = picture();
    m_window->setDate(QDate(2026, 11, 23));
    auto* words = find<QLineEdit>("listText");
    words->setFocus();
    QTest::keyClicks(words, QStringLiteral("nobody"));
    QCOMPARE(table()->model()->rowCount(), 0);
    QVERIFY(picture() != empty); // other words
}

void TestListView::theModelKeepsItsPromises()
{
    DayFixture book;
    AppointmentMirror mirror;
    AppointmentList list(&mirror);
    const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(list.rowCount(), 0);
    list.setRange(book.zone.day(book.date), book.zone, false);
    mirror.apply(book.snapshot());
    QCOMPARE(list.rowCount(), 0);
    book.fillDay();
    mirror.apply(book.snapshot());
    const int all = list.rowCount();
    QVERIFY(all > 20);
    QCOMPARE(all, list.rowsInRange());
    QCOMPARE(list.columnCount(), int(AppointmentList::Columns.size()));
    QVERIFY(!(list.flags(list.index(0, 0)) & Qt::ItemIsEditable));
    QVERIFY(!list.setData(list.index(0, 0), QStringLiteral("x")));
    for (const AppointmentColumn column : AppointmentList::Columns) {
        list.sort(AppointmentList::sectionOf(column), Qt::DescendingOrder);
        QCOMPARE(list.rowCount(), all);
    }
    list.sort(AppointmentList::sectionOf(AppointmentColumn::StartsAt));

    // A move in time moves the line, with no more signals than that takes.
    Appointment& lena = book.row(QStringLiteral("Lena Fischer"));
    const AppointmentId id = lena.id;
    lena.slot = lena.slot.movedTo(book.at("09:05"));
    lena.version = RowVersion(2);
    QSignalSpy inserted(&list, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&list, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&list, &QAbstractItemModel::modelReset);
    mirror.apply(book.snapshot());
    QCOMPARE(list.appointmentAt(list.rowOf(id)).slot.start, book.at("09:05"));
    QCOMPARE(list.index(list.rowOf(id), 0).data().toString(), QStringLiteral("09:05"));
    QVERIFY(inserted.isEmpty() && removed.isEmpty() && reset.isEmpty());

    AppointmentList::Filter filter;
    filter.status = Status::Completed;
    list.setFilter(filter);
    const int done = list.rowCount();
    QVERIFY(done > 0 && done < all);
    book.row(QStringLiteral("Karl Ost")).status = Status::Completed;
    book.row(QStringLiteral("Karl Ost")).version = RowVersion(2);
    mirror.apply(book.snapshot());
    QCOMPARE(list.rowCount(), done + 1);
    list.setRange(book.zone.day(book.date.addDays(1)), book.zone, true);
    QCOMPARE(list.rowCount(), 0);
    list.setFilter({});
    list.setRange(book.zone.day(book.date), book.zone, true);
    QCOMPARE(list.rowCount(), all);
    std::erase_if(book.rows, [](const Appointment& row) { return row.staff == ResourceId(2); });
    mirror.apply(book.snapshot());
    QVERIFY(list.rowCount() < all);
}

void TestListView::typedTextIsNeverMarkup()
{
    m_day->row(QStringLiteral("Lena Fischer")).note = QStringLiteral("<b>bold</b>\nsecond line");
    m_day->row(QStringLiteral("Lena Fischer")).version = RowVersion(2);
    m_mirror->apply(m_day->snapshot());
    showList();
    const int line = lineOf(QStringLiteral("Lena Fischer"));
    QCOMPARE(text(line, AppointmentColumn::Note), QStringLiteral("<b>bold</b> second line"));
    const QModelIndex note = table()->model()->index(line, AppointmentList::sectionOf(AppointmentColumn::Note));
    QVERIFY(!note.data(Qt::ToolTipRole).toString().contains(QLatin1Char('<')));
}

QTEST_MAIN(TestListView)
#include "tst_list_view.moc"
