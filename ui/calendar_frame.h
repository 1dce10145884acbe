#pragma once

#include "ui/text_cache.h"

#include <QDate>
#include <QWidget>

class QPainter;

namespace frontdesk
{

class CalendarView;
struct DayColumn;
struct PlannedDay;
struct Theme;

/// The column headings, which stay while the sheet scrolls. Of a day: initials, name, what is free. Of one staff
/// member's week: the date and what is free. Of everybody's week: the date and the day's load, and under it the
/// initials.
class CalendarHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit CalendarHeader(CalendarView* view);
    static constexpr int Height = 54;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// A column's part of the heading.
    [[nodiscard]] QRect rectOf(int column) const;
    void paintStaff(QPainter& painter, const DayColumn& column, const QRect& rect);
    void paintInitials(QPainter& painter, const DayColumn& column, const QRect& rect);
    void paintDay(QPainter& painter, int day, const QRect& rect);
    void paintLoad(QPainter& painter, double load, const QRect& below);
    [[nodiscard]] QString dateWithin(QDate date, int room);
    [[nodiscard]] QString freeWithin(const DayColumn& column, int room);

    CalendarView* m_view;
    TextCache m_texts;
};

/// The hours at the left, and the flag of the present time.
class TimeAxis final : public QWidget
{
    Q_OBJECT
public:
    explicit TimeAxis(CalendarView* view);
    [[nodiscard]] int neededWidth() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    CalendarView* m_view;
};

} // namespace frontdesk
