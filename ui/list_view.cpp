#include "ui/list_view.h"

#include "ui/theme.h"
#include "ui/widgets.h"
#include "ui/words.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSettings>

#include <algorithm>
#include <iterator>

namespace frontdesk
{

namespace
{

using C = AppointmentColumn;

constexpr int LongestText = 80;
constexpr int DateLetters = 10;
constexpr int OneRow = 780; ///< pixels

/// As a person reads a line, and how wide that is at first, in letters.
struct Shown {
    AppointmentColumn column;
    int letters;
};
constexpr Shown FirstOrder[] = {{C::StartsAt, 8},     {C::EndsAt, 7},        {C::ClientName, 22},
                                {C::ClientPhone, 21}, {C::ServiceName, 15},  {C::StaffName, 15},
                                {C::Status, 12},      {C::Confirmation, 15}, {C::Note, 15}};

/// A week's times say their day.
int lettersOf(const Shown& shown, Period period)
{
    return shown.letters + (shown.column == C::StartsAt && period == Period::Week ? DateLetters : 0);
}

} // namespace

ListView::ListView(AppointmentMirror* mirror, QSettings* settings, QWidget* parent)
    : QWidget(parent),
      m_list(new AppointmentList(mirror, this)),
      m_settings(settings),
      m_text(new QLineEdit(this)),
      m_status(choice("listStatus", tr("Status"))),
      m_staff(choice("listStaff", tr("Staff"))),
      m_service(choice("listService", tr("Service"))),
      m_length(choice("listLength", tr("How long"))),
      m_count(plainLabel({}, this, Ink::Soft)),
      m_choose(new QPushButton(tr("Columns"), this)),
      m_columns(new QMenu(this)),
      m_table(new ListTable(this))
{
    setObjectName(QStringLiteral("listView"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    buildFilters();
    buildColumns();
    buildTable();
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(arrangeFilters());
    auto* inset = new QHBoxLayout;
    inset->setContentsMargins(10, 0, 0, 0);
    inset->addWidget(m_table);
    all->addLayout(inset, 1);
    connectParts(mirror);
    setFocusProxy(m_table);
    restoreColumns();
    count();
}

QComboBox* ListView::choice(const char* name, const QString& accessibleName)
{
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1StringView(name));
    box->setAccessibleName(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

void ListView::buildFilters()
{
    m_text->setObjectName(QStringLiteral("listText"));
    m_text->setAccessibleName(tr("Filter the list"));
    m_text->setPlaceholderText(tr("Filter: name, phone, note"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaxLength(LongestText);
    m_text->setMinimumWidth(120);
    m_status->addItem(tr("Every status"));
    for (const Status status :
         {Status::Booked, Status::Arrived, Status::InService, Status::Completed, Status::NoShow, Status::Held})
        m_status->addItem(statusText(status), int(status));
    m_staff->addItem(tr("All staff"), 0);
    m_service->addItem(tr("Every service"), 0);
    m_length->addItem(tr("Day"), int(Period::Day));
    m_length->addItem(tr("Week"), int(Period::Week));
    const bool week = m_settings->value(QStringLiteral("list/period")).toString() == QLatin1StringView("week");
    m_period = week ? Period::Week : Period::Day;
    m_length->setCurrentIndex(week ? 1 : 0);
    m_count->setObjectName(QStringLiteral("listCount"));
}

/// One row, or two where the window is narrow.
QLayout* ListView::arrangeFilters()
{
    m_filters = new QHBoxLayout;
    m_filters->setContentsMargins(12, 9, 12, 9);
    m_filters->setSpacing(8);
    auto* words = new QHBoxLayout;
    words->addWidget(m_length);
    words->addWidget(m_text, 1);
    auto* kinds = new QHBoxLayout;
    kinds->addWidget(m_status);
    kinds->addWidget(m_staff);
    kinds->addWidget(m_service);
    kinds->addStretch(1);
    kinds->addWidget(m_count);
    kinds->addWidget(m_choose);
    for (QBoxLayout* part : {words, kinds})
        part->setSpacing(8);
    m_filters->addLayout(words, 2);
    m_filters->addLayout(kinds, 3);
    return m_filters;
}

void ListView::buildColumns()
{
    m_columns->setObjectName(QStringLiteral("listColumns"));
    for (const Shown& shown : FirstOrder) {
        const int section = AppointmentList::sectionOf(shown.column);
        QAction* action = m_columns->addAction(m_list->headerData(section, Qt::Horizontal).toString());
        action->setObjectName(QStringLiteral("listColumn_%1").arg(section));
        action->setCheckable(true);
        action->setData(section);
        connect(action, &QAction::triggered, this, [this, section](bool shownNow) { chooseColumn(section, shownNow); });
    }
    m_choose->setObjectName(QStringLiteral("listColumnsButton"));
    m_choose->setFocusPolicy(Qt::TabFocus);
}

void ListView::buildTable()
{
    m_table->horizontalHeader()->setSortIndicator(AppointmentList::sectionOf(C::StartsAt), Qt::AscendingOrder);
    m_table->setModel(m_list);
    m_table->setSortingEnabled(true);
}

void ListView::connectParts(AppointmentMirror* mirror)
{
    connect(m_text, &QLineEdit::textChanged, this, &ListView::filter);
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        if (m_list->rowCount() == 0)
            return;
        if (!m_table->currentIndex().isValid())
            m_table->selectRow(0);
        m_table->setFocus(Qt::OtherFocusReason);
    });
    for (const QComboBox* box : {m_status, m_staff, m_service})
        connect(box, &QComboBox::currentIndexChanged, this, &ListView::filter);
    connect(m_length, &QComboBox::activated, this, [this](int index) {
        m_period = Period(m_length->itemData(index).toInt());
        save();
        fitColumns();
        emit periodChanged();
    });
    connect(m_choose, &QPushButton::clicked, this,
            [this] { openColumns(m_choose->mapToGlobal(QPoint(0, m_choose->height() + 2))); });
    const QHeaderView* head = m_table->horizontalHeader();
    connect(head, &QWidget::customContextMenuRequested, this,
            [this, head](QPoint point) { openColumns(head->viewport()->mapToGlobal(point)); });
    // The last section is as wide as the others leave it.
    connect(head, &QHeaderView::sectionResized, this, [this, head](int section) {
        m_own = m_own || (!m_fitting && head->visualIndex(section) != head->count() - 1);
    });
    connect(head, &QHeaderView::sectionMoved, this, [this] { m_own = m_own || !m_fitting; });
    connect(m_table, &ListTable::roomChanged, this, &ListView::fitColumns);
    connect(m_list, &QAbstractItemModel::modelReset, this, &ListView::restoreColumns);
    connect(mirror, &TableMirror::refreshed, this, &ListView::count);
    const auto tell = [this](void (ListView::*signal)(const Appointment&)) {
        if (const QModelIndex line = m_table->currentIndex(); line.isValid())
            emit(this->*signal)(m_list->appointmentAt(line.row()));
    };
    connect(m_table, &ListTable::openRequested, this, [tell] { tell(&ListView::opened); });
    connect(m_table, &ListTable::lineChosen, this, [tell] { tell(&ListView::selectionMoved); });
    connect(m_table, &ListTable::stepRequested, this, &ListView::stepRequested);
}

void ListView::setBook(const Catalogue& catalogue, LocationId location)
{
    const auto fill = [](QComboBox* box, const std::vector<std::pair<QString, qint64>>& entries) {
        const QSignalBlocker quiet(box);
        const qint64 chosen = box->currentData().toLongLong();
        while (box->count() > 1)
            box->removeItem(1);
        for (const auto& [name, id] : entries)
            box->addItem(name, id);
        box->setCurrentIndex(std::max(box->findData(chosen), 0));
    };
    std::vector<std::pair<QString, qint64>> staff;
    for (const Resource& resource : catalogue.resources) {
        if (resource.kind == ResourceKind::Staff && resource.location == location && !resource.retired)
            staff.emplace_back(resource.name, resource.id.value());
    }
    std::vector<std::pair<QString, qint64>> services;
    for (const Service& service : catalogue.services) {
        if (!service.retired)
            services.emplace_back(service.name, service.id.value());
    }
    fill(m_staff, staff);
    fill(m_service, services);
    filter();
}

void ListView::setRange(TimeSlot range, const Zone& zone)
{
    m_list->setRange(range, zone, m_period == Period::Week);
    count();
}

void ListView::setReading(bool reading)
{
    m_reading = reading;
    count();
}

void ListView::filter()
{
    AppointmentList::Filter wanted;
    wanted.text = m_text->text();
    if (const QVariant status = m_status->currentData(); status.isValid())
        wanted.status = Status(status.toInt());
    wanted.staff = ResourceId(m_staff->currentData().toLongLong());
    wanted.service = ServiceId(m_service->currentData().toLongLong());
    m_list->setFilter(wanted);
    count();
}

void ListView::count()
{
    const int all = m_list->rowsInRange();
    const int shown = m_list->rowCount();
    m_count->setText(shown == all ? tr("%1 lines", "of the list").arg(all) : tr("%1 of %2").arg(shown).arg(all));
    if (shown > 0)
        m_table->setEmptyText({});
    else if (m_reading)
        m_table->setEmptyText(tr("Reading…"));
    else
        m_table->setEmptyText(all > 0 ? tr("Nothing fits the filter") : tr("No appointments"));
}

void ListView::select(AppointmentId id)
{
    if (const int row = m_list->rowOf(id); row >= 0)
        m_table->selectRow(row);
}

/// The columns come with the first rows.
void ListView::restoreColumns()
{
    QHeaderView* head = m_table->horizontalHeader();
    if (head->count() == 0)
        return;
    {
        const QScopedValueRollback byItself(m_fitting, true);
        m_own = head->restoreState(m_settings->value(QStringLiteral("list/columns")).toByteArray());
        for (int at = 0; !m_own && at < int(std::size(FirstOrder)); ++at)
            head->moveSection(head->visualIndex(AppointmentList::sectionOf(FirstOrder[at].column)), at);
    }
    fitColumns();
    sortColumns();
    showColumns();
}

/// The columns share the room until somebody wants them otherwise; where it is too narrow for words they scroll.
void ListView::fitColumns()
{
    QHeaderView* head = m_table->horizontalHeader();
    if (m_own || m_fitting || head->count() == 0)
        return;
    const QScopedValueRollback byItself(m_fitting, true);
    int letters = 0;
    for (const Shown& shown : FirstOrder)
        letters += lettersOf(shown, m_period);
    const int room = std::max(m_table->viewport()->width(), letters * fontMetrics().averageCharWidth() * 3 / 4);
    for (const Shown& shown : FirstOrder)
        head->resizeSection(AppointmentList::sectionOf(shown.column), room * lettersOf(shown, m_period) / letters);
}

void ListView::sortColumns()
{
    const int section = m_settings->value(QStringLiteral("list/sort")).toInt();
    const bool down = m_settings->value(QStringLiteral("list/descending")).toBool();
    m_table->sortByColumn(std::clamp(section, 0, int(AppointmentList::Columns.size()) - 1),
                          down ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ListView::save() const
{
    m_settings->setValue(QStringLiteral("list/period"),
                         m_period == Period::Week ? QStringLiteral("week") : QStringLiteral("day"));
    const QHeaderView* head = m_table->horizontalHeader();
    if (head->count() == 0)
        return; // nothing has been restored yet that could be kept
    m_settings->setValue(QStringLiteral("list/sort"), head->sortIndicatorSection());
    m_settings->setValue(QStringLiteral("list/descending"), head->sortIndicatorOrder() == Qt::DescendingOrder);
    if (m_own)
        m_settings->setValue(QStringLiteral("list/columns"), head->saveState());
}

void ListView::showColumns()
{
    const QHeaderView* head = m_table->horizontalHeader();
    const int shown = head->count() - head->hiddenSectionCount();
    for (QAction* action : m_columns->actions()) {
        const bool visible = !head->isSectionHidden(action->data().toInt());
        action->setChecked(visible);
        action->setEnabled(!visible || shown > 1); // a list without columns couldn't be asked for one
    }
}

void ListView::openColumns(QPoint global)
{
    showColumns();
    m_columns->popup(global);
}

void ListView::chooseColumn(int section, bool shown)
{
    m_own = true;
    m_table->horizontalHeader()->setSectionHidden(section, !shown);
    save();
}

void ListView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
}

void ListView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_filters->setDirection(width() < OneRow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace frontdesk
