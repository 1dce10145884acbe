#pragma once

#include "ui/day_plan.h"

#include <QListWidget>
#include <QSet>

namespace frontdesk
{

/// The staff of the location, each with a tick for its column and what is free. Space or a click ticks.
class StaffFilter final : public QListWidget
{
    Q_OBJECT
public:
    enum Role { StaffRole = Qt::UserRole, InitialsRole, FreeRole };

    explicit StaffFilter(QWidget* parent);
    void setStaff(const std::vector<DayColumn>& staff, const QSet<ResourceId>& hidden);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void hiddenChanged(const QSet<frontdesk::ResourceId>& hidden);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void tell();
};

} // namespace frontdesk
