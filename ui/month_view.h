#pragma once

#include "ui/month_day.h"
#include "ui/view_kind.h"

#include <QPushButton>
#include <QWidget>

#include <array>

namespace frontdesk
{

class MonthCell;

/// A month of six weeks, each day with how full it is, how much is booked and how much is free: where there is room,
/// not who comes. Arrow keys walk, Page Up and Down turn the leaf, Home and End go to the ends of the week, Enter or a
/// double click opens the day. Changes nothing and asks nobody: what a key or click wants is a signal.
class MonthView final : public QWidget
{
    Q_OBJECT
public:
    explicit MonthView(QWidget* parent);

    /// Turns to the month of the date and marks it.
    void setDate(QDate date, QDate today);
    /// The days of the leaf; others are ignored.
    void setDays(const std::vector<MonthDay>& days);
    void setLettersEnabled(bool enabled) { m_letters = enabled; }

    [[nodiscard]] QDate date() const { return m_date; }
    [[nodiscard]] QDate firstShown() const;
    /// All days of the leaf have been read.
    [[nodiscard]] bool isRead() const;

signals:
    void dateRequested(QDate date);
    void dayOpened(QDate date);
    void todayRequested();
    void goToDateRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] QDate target(const QKeyEvent* event) const;
    void placeCells();
    void showCells();

    std::array<MonthCell*, LeafDays> m_cells{};
    QDate m_date;
    QDate m_today;
    bool m_letters = true;
    int m_wheel = 0; ///< eighths of a degree that have not turned the leaf yet
};

/// One day of the month, a button to a screen reader. Keys are the month's, which knows its neighbours.
class MonthCell final : public QPushButton
{
    Q_OBJECT
public:
    explicit MonthCell(QWidget* parent);

    void setDay(const MonthDay& day);
    /// How the day stands: on the leaf's month or beside it, today, and marked.
    void setPlace(bool inMonth, QDate today, bool marked);
    [[nodiscard]] const MonthDay& day() const { return m_day; }

signals:
    void opened();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void describeAnew();
    void paintGround(QPainter& painter) const;
    void paintDate(QPainter& painter) const;
    void paintLoad(QPainter& painter) const;
    [[nodiscard]] int margin() const;
    [[nodiscard]] QColor ground() const;

    MonthDay m_day;
    QDate m_today;
    bool m_inMonth = true;
    bool m_marked = false;
};

} // namespace frontdesk
