#include "tests/support/pdf_text.h"

#include <QFile>
#include <QProcess>

namespace frontdesk::test
{

QString pdfText(const QByteArray& pdf)
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), QStringLiteral("-"), QStringLiteral("-")});
    if (!reader.waitForStarted())
        qFatal("pdftotext is missing: the package poppler-utils");
    reader.write(pdf);
    reader.closeWriteChannel();
    if (!reader.waitForFinished() || reader.exitCode() != 0)
        qFatal("pdftotext: %s", reader.readAllStandardError().constData());
    return QString::fromUtf8(reader.readAllStandardOutput());
}

QString pdfTextOf(const QString& file)
{
    QFile pdf(file);
    return pdf.open(QIODevice::ReadOnly) ? pdfText(pdf.readAll()) : QString();
}

} // namespace frontdesk::test
