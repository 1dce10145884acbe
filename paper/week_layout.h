#pragma once

#include "paper/paper_values.h"

#include <QRectF>

namespace frontdesk
{

/// Where a week stands on one lying page: seven columns, downwards the clock on the wall, in points from the paper's
/// upper left corner. Pure. On the night when the clocks go back an hour is written over itself, side by side.
class WeekLayout
{
public:
    WeekLayout(QSizeF paper, const PaperWeek& week);

    [[nodiscard]] const QRectF& head() const { return m_head; }
    [[nodiscard]] const QRectF& body() const { return m_body; } ///< the days' names stand over it
    [[nodiscard]] const QRectF& foot() const { return m_foot; }
    [[nodiscard]] int firstHour() const { return m_firstHour; }
    [[nodiscard]] int lastHour() const { return m_lastHour; } ///< up to 24
    [[nodiscard]] QRectF column(size_t day) const;
    [[nodiscard]] double yOf(Seconds ofDay) const;

    struct Block {
        size_t day = 0;
        size_t visit = 0; ///< of the day's
        QRectF box;
    };
    /// Side by side where they overlap. A short visit is drawn high enough for a line of text.
    [[nodiscard]] std::vector<Block> blocks(const PaperWeek& week) const;

    struct Span {
        Seconds from{0};
        Seconds to{0}; ///< up to 24 hours
    };
    /// What of a slot lies on the date, by the clock on the wall.
    [[nodiscard]] static Span onWall(TimeSlot slot, QDate date, const Zone& zone);

    static constexpr double AxisWidth = 34;
    static constexpr double DayNames = 18;

private:
    QRectF m_head;
    QRectF m_body;
    QRectF m_foot;
    int m_firstHour = 9;
    int m_lastHour = 18;
};

} // namespace frontdesk
