#pragma once

#include "models/domain/appointment.h"
#include "models/domain/zone.h"
#include "ui/card.h"
#include "ui/dialog_parts.h"

namespace frontdesk
{

/// Del, then a digit: why an appointment is cancelled, or that nobody came, which is offered only after its start.
class CancelPopup final : public Card
{
    Q_OBJECT
public:
    CancelPopup(const Appointment& row, Instant now, const Zone& zone, QWidget* window);

signals:
    void chosen(frontdesk::Status to, const QString& reason);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Line {
        Status to;
        QString reason;
        QPushButton* button;
    };
    void add(Status to, const QString& text, int digit);
    void take(size_t line);
    void leave();

    std::vector<Line> m_lines;
};

} // namespace frontdesk
