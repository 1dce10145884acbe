#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace frontdesk
{

class CalendarView;

/// The day for screen readers: a table with a column for each staff member and a row for each grid step. A cell says
/// the appointment that keeps the column busy then, "free", "Break" or "closed".
class CalendarAccessible final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit CalendarAccessible(CalendarView* view);
    ~CalendarAccessible() override;

    /// Makes CalendarViews known to QAccessible; once a program.
    static void install();

    [[nodiscard]] void* interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Table; }
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface* child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override;
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface* focusChild() const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;

    [[nodiscard]] QAccessibleInterface* caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* cellAt(int row, int column) const override;
    [[nodiscard]] int selectedCellCount() const override;
    [[nodiscard]] QList<QAccessibleInterface*> selectedCells() const override;
    [[nodiscard]] QString columnDescription(int column) const override;
    [[nodiscard]] QString rowDescription(int row) const override;
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override { return 0; }
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override { return {}; }
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent* event) override;

private:
    [[nodiscard]] CalendarView* view() const;
    /// Row and column of the cursor, or -1.
    [[nodiscard]] std::pair<int, int> cursorCell() const;
    void forgetCells();

    mutable QHash<int, QAccessible::Id> m_cells; ///< by row * columns + column
    mutable int m_cellColumns = 0;
};

} // namespace frontdesk
