#include "ui/cover.h"

#include <QTextBoundaryFinder>

namespace frontdesk
{

namespace
{

QString firstLetter(const QString& word)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    return word.left(std::max<qsizetype>(finder.toNextBoundary(), 0));
}

bool beginsWithLetter(const QString& word)
{
    const auto code = word.toUcs4();
    return !code.isEmpty() && QChar::isLetter(code.front());
}

} // namespace

QString coveredName(const QString& name)
{
    QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.removeIf([](const QString& word) { return !beginsWithLetter(word); });
    if (words.isEmpty())
        return QStringLiteral("…");
    QString initials = firstLetter(words.constFirst()) + QLatin1Char('.');
    if (words.size() > 1)
        initials += QLatin1Char(' ') + firstLetter(words.constLast()) + QLatin1Char('.');
    return initials;
}

Appointment covered(Appointment row)
{
    if (row.client.isValid())
        row.clientName = coveredName(row.clientName);
    if (!row.isDeskHold)
        row.label.clear();
    row.clientPhone.clear();
    row.clientAlert.clear();
    row.clientAlertStops = false;
    row.note.clear();
    row.statusReason.clear();
    row.squeezeReason.clear();
    row.price = {};
    return row;
}

QString coveredText(QString text, std::span<const Appointment> rows)
{
    for (const Appointment& row : rows) {
        if (row.client.isValid() && !row.clientName.isEmpty())
            text.replace(row.clientName, coveredName(row.clientName));
        if (!row.clientPhone.isEmpty())
            text.replace(row.clientPhone, QStringLiteral("…"));
    }
    return text;
}

} // namespace frontdesk
