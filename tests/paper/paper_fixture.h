#pragma once

#include "paper/paper_ink.h"
#include "paper/paper_values.h"

#include <functional>

namespace frontdesk::test
{

/// Days and weeks as the book would give them, in Berlin.
[[nodiscard]] Zone berlin();
[[nodiscard]] Instant wall(QDate date, const char* time);
[[nodiscard]] PaperPlace place();
/// At work 09–13 and 13:30–18, with nothing booked.
[[nodiscard]] PaperStaff atWork(const QString& name, QDate date);
/// Adds a visit and keeps the staff member busy with it.
PaperVisit& visit(PaperStaff& staff, QDate date, const char* from, const char* to, const QString& name);

/// What a page says, as pdftotext reads it out of the PDF that was painted; ends the test when it can't.
struct Printed {
    QString text;
    int pages = 0;
};
[[nodiscard]] Printed printed(const std::function<int(QPagedPaintDevice&)>& paint);

} // namespace frontdesk::test
