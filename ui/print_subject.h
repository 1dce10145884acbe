#pragma once

#include "models/domain/appointment.h"
#include "models/domain/catalogue.h"
#include "paper/pdf_file.h"

#include <QDate>

namespace frontdesk
{

enum class PrintKind { DayOfAll, DayOfOne, WeekOfOne, Card };

/// What the window shows, and so what can be printed of it. Pure value.
struct PrintSubject {
    CataloguePtr catalogue;
    LocationId location;
    QDate date;
    std::optional<std::vector<Appointment>> rows; ///< of the date; nothing: they are still on their way
    ResourceId staff;                             ///< in whose column the cursor stands
    std::optional<Appointment> selected;
    Instant now{};

    /// Staff members of the location, those who left aside.
    [[nodiscard]] std::vector<Resource> staffHere() const;
    [[nodiscard]] Zone zone() const;
    /// The time whose rows a kind needs.
    [[nodiscard]] TimeSlot range(PrintKind kind) const;
};

/// A print of the subject: what it is called and how it is painted.
struct Print {
    QString title;    ///< "Day sheet, Monday 23 November 2026"
    QString fileName; ///< "day-2026-11-23.pdf"
    QPageLayout::Orientation orientation = QPageLayout::Portrait;
    PaintPages paint;
};
/// Of the rows in the kind's range.
[[nodiscard]] Print printOf(const PrintSubject& subject, PrintKind kind, ResourceId staff, PaperSize size,
                            const QString& phone, const std::vector<Appointment>& rows);

} // namespace frontdesk
