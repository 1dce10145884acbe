#include "ui/calendar_accessible.h"

#include "ui/calendar_view.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QPointer>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CalendarAccessible)
};

/// Where the first row begins on the axis: rows are steps of the wall clock, the same ones for all days.
Seconds firstRow(const DayPlan& plan)
{
    const int day = plan.axis.fullestDay();
    const Instant start = plan.days[size_t(day)].shown.start;
    return plan.shownAxis.from - (start - gridStart(start, plan.grid, plan.zone));
}

/// The axis position of a row's first place that is shown.
Seconds positionOfRow(const DayPlan& plan, int row)
{
    return std::max(firstRow(plan) + plan.grid * row, plan.shownAxis.from);
}

Instant startOfRow(const DayPlan& plan, int row, int column)
{
    return plan.axis.instantAt(positionOfRow(plan, row), plan.columns[size_t(column)].day);
}

int rowAt(const DayPlan& plan, Seconds position)
{
    return int((position - firstRow(plan)) / Seconds(plan.grid));
}

int rowAt(const DayPlan& plan, Instant instant, int column)
{
    return rowAt(plan, plan.axis.positionOf(instant, plan.columns[size_t(column)].day));
}

/// One grid step of one staff member.
class CellAccessible final : public QAccessibleInterface,
                             public QAccessibleTableCellInterface,
                             public QAccessibleActionInterface
{
public:
    CellAccessible(CalendarView* view, int row, int column) : m_view(view), m_row(row), m_column(column) {}

    [[nodiscard]] bool isValid() const override
    {
        return m_view && m_column < int(m_view->plan().columns.size()) &&
               positionOfRow(m_view->plan(), m_row) < m_view->plan().shownAxis.to;
    }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Cell; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || kind != QAccessible::Name)
            return {};
        const DayPlan& plan = m_view->plan();
        const DayColumn& column = plan.columns[size_t(m_column)];
        if (!plan.axis.has(positionOfRow(plan, m_row), column.day))
            return m_view->nameOf(column) + QStringLiteral(": ") + Words::tr("no such time on this day");
        // The time and the column come first: a place is where and what.
        return timeText(place().start, plan.zone) + QLatin1Char(' ') + m_view->nameOf(column) + QStringLiteral(": ") +
               m_view->describe(place());
    }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inView = m_view->rectOf(place());
        return {m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.selected = isSelected();
        state.focused = state.selected && m_view->hasFocus();
        state.offscreen = !m_view->viewport()->rect().intersects(m_view->rectOf(place()));
        state.invalid = !isValid();
        return state;
    }
    [[nodiscard]] void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableCellInterface)
            return static_cast<QAccessibleTableCellInterface*>(this);
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface*>(this);
        return nullptr;
    }

    [[nodiscard]] bool isSelected() const override
    {
        const auto cursor = isValid() ? m_view->cursorPlace() : std::nullopt;
        return cursor && m_view->plan().columnOf(cursor->staff, cursor->start) == m_column &&
               rowAt(m_view->plan(), cursor->start, m_column) == m_row;
    }
    [[nodiscard]] QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
    [[nodiscard]] QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    [[nodiscard]] int columnIndex() const override { return m_column; }
    [[nodiscard]] int rowIndex() const override { return m_row; }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface* table() const override { return parent(); }

    [[nodiscard]] QStringList actionNames() const override { return {setFocusAction(), pressAction()}; }
    void doAction(const QString& action) override
    {
        if (!isValid())
            return;
        m_view->setFocus(Qt::OtherFocusReason);
        m_view->setCursorPlace(place());
        if (action == pressAction())
            m_view->activate();
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    [[nodiscard]] Place place() const
    {
        return {m_view->location(), m_view->plan().columns[size_t(m_column)].staff,
                startOfRow(m_view->plan(), m_row, m_column)};
    }

    QPointer<CalendarView> m_view;
    int m_row;
    int m_column;
};

QAccessibleInterface* make(const QString&, QObject* object)
{
    auto* view = qobject_cast<CalendarView*>(object);
    return view != nullptr ? new CalendarAccessible(view) : nullptr;
}

} // namespace

CalendarAccessible::CalendarAccessible(CalendarView* view) : QAccessibleWidget(view, QAccessible::Table) {}

CalendarAccessible::~CalendarAccessible()
{
    forgetCells();
}

void CalendarAccessible::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(installed)
}

CalendarView* CalendarAccessible::view() const
{
    return static_cast<CalendarView*>(object());
}

void* CalendarAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
}

int CalendarAccessible::columnCount() const
{
    return int(view()->plan().columns.size());
}

int CalendarAccessible::rowCount() const
{
    const DayPlan& plan = view()->plan();
    return plan.columns.empty() ? 0 : rowAt(plan, plan.shownAxis.to - Seconds(1)) + 1;
}

int CalendarAccessible::childCount() const
{
    return rowCount() * columnCount();
}

QAccessibleInterface* CalendarAccessible::child(int index) const
{
    const int columns = columnCount();
    return columns > 0 && index >= 0 ? cellAt(index / columns, index % columns) : nullptr;
}

QAccessibleInterface* CalendarAccessible::cellAt(int row, int column) const
{
    if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
        return nullptr;
    if (m_cellColumns != columnCount()) {
        const_cast<CalendarAccessible*>(this)->forgetCells();
        m_cellColumns = columnCount();
    }
    const int index = row * m_cellColumns + column;
    if (const auto known = m_cells.constFind(index); known != m_cells.constEnd())
        return QAccessible::accessibleInterface(*known);
    auto* cell = new CellAccessible(view(), row, column);
    m_cells.insert(index, QAccessible::registerAccessibleInterface(cell));
    return cell;
}

int CalendarAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    auto* cell = const_cast<QAccessibleInterface*>(child)->tableCellInterface();
    return cell != nullptr ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
}

QAccessibleInterface* CalendarAccessible::childAt(int x, int y) const
{
    const QPoint point =
        view()->viewport()->mapFromGlobal(QPoint(x, y)) + QPoint(view()->horizontalOffset(), view()->verticalOffset());
    const DayGeometry& geometry = view()->geometryOfDay();
    const int column = geometry.columnAt(point.x());
    if (column < 0 || point.y() < 0 || point.y() >= geometry.height())
        return nullptr;
    return cellAt(rowAt(view()->plan(), geometry.positionAt(point.y())), column);
}

std::pair<int, int> CalendarAccessible::cursorCell() const
{
    const auto place = view()->cursorPlace();
    if (!place)
        return {-1, -1};
    const int column = view()->plan().columnOf(place->staff, place->start);
    return {rowAt(view()->plan(), place->start, column), column};
}

QAccessibleInterface* CalendarAccessible::focusChild() const
{
    const auto [row, column] = cursorCell();
    return view()->hasFocus() ? cellAt(row, column) : nullptr;
}

QString CalendarAccessible::text(QAccessible::Text kind) const
{
    const DayPlan& plan = view()->plan();
    if (kind == QAccessible::Name && plan.days.size() > 1)
        return Words::tr("%1 to %2", "a week").arg(dateText(plan.days.front().date), dateText(plan.days.back().date));
    if (kind == QAccessible::Name)
        return dateText(view()->date());
    return QAccessibleWidget::text(kind);
}

int CalendarAccessible::selectedCellCount() const
{
    return view()->cursorPlace() ? 1 : 0;
}

QList<QAccessibleInterface*> CalendarAccessible::selectedCells() const
{
    const auto [row, column] = cursorCell();
    QAccessibleInterface* cell = cellAt(row, column);
    return cell != nullptr ? QList<QAccessibleInterface*>{cell} : QList<QAccessibleInterface*>{};
}

QString CalendarAccessible::columnDescription(int column) const
{
    const DayPlan& plan = view()->plan();
    if (column < 0 || column >= int(plan.columns.size()))
        return {};
    const DayColumn& here = plan.columns[size_t(column)];
    return view()->nameOf(here) + QStringLiteral(", ") + freeText(here);
}

QString CalendarAccessible::rowDescription(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const DayPlan& plan = view()->plan();
    return timeText(startOfRow(plan, row, plan.days[size_t(plan.axis.fullestDay())].first), plan.zone);
}

void CalendarAccessible::modelChange(QAccessibleTableModelChangeEvent*)
{
    forgetCells();
}

void CalendarAccessible::forgetCells()
{
    for (const QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
    m_cells.clear();
}

} // namespace frontdesk
