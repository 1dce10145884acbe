#pragma once

#include <QBasicTimer>
#include <QDate>
#include <QHash>
#include <QWidget>

namespace frontdesk
{

/// A month at a glance, with weekday names and a bar under each day for how full it is. Arrow keys walk, Enter goes.
class MiniMonth final : public QWidget
{
    Q_OBJECT
public:
    explicit MiniMonth(QWidget* parent);

    void setToday(QDate today);
    void setDate(QDate date);              ///< the day that the window shows; turns the leaf to its month
    void setLoad(QDate date, double load); ///< 0 to 1
    void clearLoads();
    /// A drag from elsewhere is over this point: its day, marked; invalid beside all days. Resting on an arrow turns
    /// the leaf.
    QDate dragOver(QPoint point);
    void dragLeft();

    [[nodiscard]] QDate date() const { return m_date; }
    [[nodiscard]] QDate firstShown() const;               ///< the first day on the leaf, of the month before mostly
    [[nodiscard]] QDate month() const { return m_month; } ///< its first day
    [[nodiscard]] QDate cursor() const { return m_cursor; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void chosen(QDate date);
    void leafTurned();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    [[nodiscard]] QRect cell(int index) const;
    [[nodiscard]] QDate dateAt(QPoint point) const;
    [[nodiscard]] QRect turnButton(bool next) const;
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] int rowHeight() const;
    void turnTo(QDate month);
    void moveCursor(QDate date);

    QDate m_today;
    QDate m_date;
    QDate m_month; ///< first of the month on the leaf
    QDate m_cursor;
    QDate m_hovered;
    QHash<QDate, double> m_loads;
    QBasicTimer m_turn; ///< a drag rests on an arrow
    bool m_turnNext = false;
};

} // namespace frontdesk
