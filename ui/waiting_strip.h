#pragma once

#include "ui/day_summary.h"

#include <QAbstractButton>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace frontdesk
{

class ElidedLabel;

/// Who waits or is late, over the grid: a click goes to the appointment.
class WaitingStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit WaitingStrip(QWidget* parent);
    void setSummary(const DaySummary& summary);

signals:
    void chosen(frontdesk::AppointmentId id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();

    QLabel* m_title;
    QLabel* m_more; ///< "+2": who has no room
    ElidedLabel* m_next;
    std::vector<QAbstractButton*> m_people;
    std::vector<DaySummary::Waiting> m_shown;
};

/// One person of the strip.
class WaitingPerson final : public QAbstractButton
{
    Q_OBJECT
public:
    WaitingPerson(const DaySummary::Waiting& waiting, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    DaySummary::Waiting m_waiting;
};

} // namespace frontdesk
