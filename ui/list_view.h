#pragma once

#include "models/domain/catalogue.h"
#include "ui/appointment_list.h"
#include "ui/view_kind.h"

#include <QTableView>
#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSettings;

namespace frontdesk
{

class ListTable;

/// The appointments of the shown day or week as lines: sorted by a click on a heading, filtered by the row above them,
/// with the columns that somebody chose. Enter or a double click asks to see one in its day. Sees what the mirror
/// holds, and changes nothing.
class ListView final : public QWidget
{
    Q_OBJECT
public:
    /// The settings keep columns, order and the length of the range.
    ListView(AppointmentMirror* mirror, QSettings* settings, QWidget* parent);

    void setBook(const Catalogue& catalogue, LocationId location);
    void setRange(TimeSlot range, const Zone& zone);
    /// Rows of the range are still on their way: an empty list says nothing yet.
    void setReading(bool reading);
    /// Day or week.
    [[nodiscard]] Period period() const { return m_period; }
    void select(AppointmentId id);
    [[nodiscard]] bool shows(AppointmentId id) const { return m_list->rowOf(id) >= 0; }
    void setCovered(bool covered) { m_list->setCovered(covered); }
    void save() const;

signals:
    void periodChanged();
    /// By a person; a line that goes takes the mark along in silence.
    void selectionMoved(const frontdesk::Appointment& row);
    void opened(const frontdesk::Appointment& row);
    void stepRequested(int steps);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildFilters();
    void buildTable();
    void buildColumns();
    [[nodiscard]] QLayout* arrangeFilters();
    void connectParts(AppointmentMirror* mirror);
    QComboBox* choice(const char* name, const QString& accessibleName);
    void filter();
    void restoreColumns();
    void fitColumns();
    void sortColumns();
    void showColumns();
    void openColumns(QPoint global);
    void chooseColumn(int section, bool shown);
    void count();

    AppointmentList* m_list;
    QSettings* m_settings;
    QBoxLayout* m_filters = nullptr;
    QLineEdit* m_text;
    QComboBox* m_status;
    QComboBox* m_staff;
    QComboBox* m_service;
    QComboBox* m_length;
    QLabel* m_count;
    QPushButton* m_choose;
    QMenu* m_columns;
    ListTable* m_table;
    Period m_period = Period::Day;
    bool m_reading = false;
    bool m_own = false;     ///< somebody has set widths or order; until then the columns share the room
    bool m_fitting = false; ///< what the columns do just now is not somebody's wish
};

/// The table itself: Enter opens, Ctrl+arrows turn the day, and without lines it says so.
class ListTable final : public QTableView
{
    Q_OBJECT
public:
    explicit ListTable(QWidget* parent);
    void setEmptyText(const QString& text);

signals:
    void openRequested();
    void lineChosen();
    void stepRequested(int steps);
    void roomChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void chosenFrom(int line);

    QString m_empty;
};

} // namespace frontdesk
