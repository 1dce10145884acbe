#include "paper/pdf_file.h"

#include <QPdfWriter>
#include <QSaveFile>

namespace frontdesk
{

PdfWritten writePdf(const QString& file, const QString& title, const PaintPages& paint)
{
    QSaveFile target(file);
    PdfWritten written;
    if (target.open(QIODevice::WriteOnly)) {
        QPdfWriter pdf(&target);
        pdf.setTitle(title);
        pdf.setCreator(QStringLiteral("Frontdesk"));
        written.pages = paint(pdf);
    }
    if (!target.isOpen() || !target.commit())
        written.problem = target.errorString();
    return written;
}

} // namespace frontdesk
