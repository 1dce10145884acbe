#pragma once

#include <QByteArray>
#include <QString>

namespace frontdesk::test
{

/// What the pages of a PDF say, laid out as they are, a form feed behind each; by pdftotext. Ends the test program
/// when that is missing or can't read it.
[[nodiscard]] QString pdfText(const QByteArray& pdf);
/// Of a file; empty when there is none.
[[nodiscard]] QString pdfTextOf(const QString& file);

} // namespace frontdesk::test
