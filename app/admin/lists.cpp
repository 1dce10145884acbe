#include "app/admin/lists.h"

namespace frontdesk::admin
{

void List::add(const QStringList& row, const QJsonObject& json)
{
    m_rows.push_back(row);
    m_json.append(json);
}

Exit List::print(const Session& session, const QString& none) const
{
    if (session.wantsJson())
        session.printJson(m_json);
    else
        printOutput(m_json.isEmpty() ? none : aligned());
    return Exit::Good;
}

QString List::aligned() const
{
    std::vector<qsizetype> widths(size_t(m_rows.front().size()));
    for (const QStringList& row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[size_t(i)] = std::max(widths[size_t(i)], row[i].size());
    }
    QString text;
    for (const QStringList& row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row[i].leftJustified(widths[size_t(i)] + 2);
        text += line.trimmed() + u'\n';
    }
    return text;
}

} // namespace frontdesk::admin
