#pragma once

#include <QWidget>

namespace frontdesk
{

class CalendarView;

/// The column headings, which stay while the day scrolls: initials, name, what is free.
class CalendarHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit CalendarHeader(CalendarView* view);
    static constexpr int Height = 54;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    CalendarView* m_view;
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
