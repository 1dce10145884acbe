#include "models/storage/statements.h"

#include "models/storage/resources.h"

#include <QDir>
#include <QFile>

#include <functional>

namespace frontdesk
{

namespace
{

constexpr QLatin1StringView postgresqlEnding(".postgresql.sql");
constexpr QLatin1StringView sqliteEnding(".sqlite.sql");
constexpr QLatin1StringView commonEnding(".sql");

QString folder()
{
    return QStringLiteral(":/sql/queries/");
}

bool isNameCharacter(QChar c)
{
    return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber());
}

/// The index after the quoted text that begins at `start`; a doubled quote inside is two quoted texts in a row.
qsizetype afterQuoted(const QString& text, qsizetype start)
{
    const qsizetype end = text.indexOf(text.at(start), start + 1);
    return end < 0 ? text.size() : end + 1;
}

/// SQL without its comments, each placeholder replaced by what is made of its name.
QString rewritten(const QString& text, const std::function<QString(const QString& name)>& placeholder)
{
    QString sql;
    qsizetype i = 0;
    while (i < text.size()) {
        const QChar c = text.at(i);
        const QChar next = i + 1 < text.size() ? text.at(i + 1) : QChar();
        if (c == u'\'' || c == u'"') {
            const qsizetype end = afterQuoted(text, i);
            sql += QStringView(text).mid(i, end - i);
            i = end;
        } else if (c == u'-' && next == u'-') {
            const qsizetype end = text.indexOf(u'\n', i);
            i = end < 0 ? text.size() : end;
        } else if (c == u':' && next == u':') {
            sql += QLatin1StringView("::");
            i += 2;
        } else if (c == u':' && isNameCharacter(next)) {
            qsizetype end = i + 1;
            while (end < text.size() && isNameCharacter(text.at(end))) {
                ++end;
            }
            sql += placeholder(text.mid(i + 1, end - i - 1));
            i = end;
        } else {
            sql += c;
            ++i;
        }
    }
    return sql;
}

} // namespace

Statement readStatement(const QString& text)
{
    Statement statement;
    statement.sql = rewritten(text, [&statement](const QString& name) {
        if (!statement.placeholders.contains(name)) {
            statement.placeholders += name;
        }
        return QString(u':' + name);
    });
    statement.sql = statement.sql.trimmed();
    while (statement.sql.endsWith(u';')) {
        statement.sql.chop(1);
    }
    return statement;
}

QString numbered(const Statement& statement)
{
    return rewritten(statement.sql, [&statement](const QString& name) {
        return QString(u'$' + QString::number(statement.placeholders.indexOf(name) + 1));
    });
}

std::optional<Statement> findStatement(const QString& name, Dialect dialect)
{
    loadSqlResources();
    for (const QLatin1StringView ending :
         {dialect == Dialect::Postgresql ? postgresqlEnding : sqliteEnding, commonEnding}) {
        QFile file(folder() + name + ending);
        if (file.open(QIODevice::ReadOnly)) {
            return readStatement(QString::fromUtf8(file.readAll()));
        }
    }
    return {};
}

QStringList statementNames(Dialect dialect)
{
    loadSqlResources();
    QStringList names;
    const QStringList files = QDir(folder()).entryList(QDir::Files);
    for (const QString& file : files) {
        const bool postgresql = file.endsWith(postgresqlEnding);
        const bool sqlite = file.endsWith(sqliteEnding);
        if ((postgresql && dialect != Dialect::Postgresql) || (sqlite && dialect != Dialect::Sqlite)) {
            continue;
        }
        names += file.chopped(postgresql ? postgresqlEnding.size()
                              : sqlite   ? sqliteEnding.size()
                                         : commonEnding.size());
    }
    names.removeDuplicates();
    names.sort();
    return names;
}

} // namespace frontdesk
