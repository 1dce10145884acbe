#include "models/storage/database_url.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace frontdesk
{

namespace
{

constexpr const char* wrongEncoding = "a part of the URL is not percent-encoded rightly (% is written %25)";

/// Percent-decoded; nothing for a % without two digits, bytes that are not UTF-8, and control characters.
std::optional<QString> decoded(QStringView part)
{
    for (qsizetype i = part.indexOf(u'%'); i >= 0; i = part.indexOf(u'%', i + 1)) {
        const auto digit = [&](qsizetype at) {
            return at < part.size() && QStringView(u"0123456789abcdefABCDEF").contains(part.at(at));
        };
        if (!digit(i + 1) || !digit(i + 2)) {
            return {};
        }
    }
    const QString text = QUrl::fromPercentEncoding(part.toUtf8());
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter) {
            return {};
        }
    }
    return text;
}

QString encoded(const QString& part, const QByteArray& keep = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part, keep));
}

bool readPort(QStringView text, int& port)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    if (!ok || number < 1 || number > 65535 || !text.at(0).isDigit()) {
        return false;
    }
    port = number;
    return true;
}

/// The parts of "user:password@host:port", still percent-encoded.
struct Authority {
    QStringView user;
    QStringView password;
    QStringView host;
    QStringView port;
    bool hasPort = false;
    bool broken = false;
};

Authority splitAuthority(QStringView text)
{
    Authority a;
    QStringView place = text;
    if (const qsizetype at = text.lastIndexOf(u'@'); at >= 0) {
        const QStringView person = text.left(at);
        place = text.mid(at + 1);
        const qsizetype colon = person.indexOf(u':');
        a.user = colon < 0 ? person : person.left(colon);
        a.password = colon < 0 ? QStringView() : person.mid(colon + 1);
    }
    qsizetype colon = -1;
    if (place.startsWith(u'[')) {
        const qsizetype bracket = place.indexOf(u']');
        if (bracket < 0) {
            a.broken = true;
            return a;
        }
        a.host = place.mid(1, bracket - 1);
        if (bracket + 1 < place.size()) {
            colon = bracket + 1;
            a.broken = place.at(colon) != u':';
        }
    } else {
        colon = place.indexOf(u':');
        a.host = colon < 0 ? place : place.left(colon);
        a.broken = place.count(u':') > 1;
    }
    a.hasPort = colon >= 0;
    a.port = a.hasPort ? place.mid(colon + 1) : QStringView();
    return a;
}

std::optional<DatabaseUrl> fail(QString* problem, const QString& text)
{
    if (problem) {
        *problem = text;
    }
    return {};
}

std::optional<DatabaseUrl> parseSqlite(const QString& path, QString* problem)
{
    if (path.isEmpty()) {
        return fail(problem, QStringLiteral("sqlite: names no file"));
    }
    if (path.contains(QChar::Null)) {
        return fail(problem, QStringLiteral("the file's name holds a NUL character"));
    }
    if (path == QLatin1StringView(":memory:")) {
        return fail(problem, QStringLiteral("a book needs a file, :memory: is none"));
    }
    if (path.startsWith(u"//") && !path.startsWith(u"///")) {
        return fail(problem, QStringLiteral("sqlite: takes a path, sqlite:/folder/book.db or sqlite:book.db"));
    }
    if (path.endsWith(u'/')) {
        return fail(problem, QStringLiteral("sqlite: names a folder, not a file"));
    }
    return DatabaseUrl::sqliteFile(path);
}

} // namespace

DatabaseUrl DatabaseUrl::sqliteFile(const QString& path)
{
    DatabaseUrl url;
    url.m_dialect = Dialect::Sqlite;
    url.m_path = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    return url;
}

const char* DatabaseUrl::readParameters(QStringView query)
{
    static const QStringList passedOn{QStringLiteral("sslmode"), QStringLiteral("sslrootcert"),
                                      QStringLiteral("sslcert"), QStringLiteral("sslkey")};
    const QList<QStringView> pairs = query.split(u'&', Qt::SkipEmptyParts);
    for (const QStringView pair : pairs) {
        const qsizetype equals = pair.indexOf(u'=');
        const auto name = decoded(equals < 0 ? pair : pair.left(equals));
        const auto value = decoded(equals < 0 ? QStringView() : pair.mid(equals + 1));
        if (!name || !value) {
            return wrongEncoding;
        }
        if (*name == QLatin1StringView("host")) {
            m_host = *value;
        } else if (*name == QLatin1StringView("user")) {
            m_user = *value;
        } else if (*name == QLatin1StringView("password")) {
            m_password = *value;
        } else if (*name == QLatin1StringView("port")) {
            if (value->isEmpty() || !readPort(*value, m_port)) {
                return "the port of the URL is no number from 1 to 65535";
            }
        } else if (passedOn.contains(*name)) {
            m_options.insert(*name, *value);
        } else {
            return "the URL has a parameter that is not known: host, port, user, sslmode, sslrootcert, sslcert and "
                   "sslkey are";
        }
    }
    return nullptr;
}

std::optional<DatabaseUrl> DatabaseUrl::parse(const QString& text, QString* problem)
{
    if (text.startsWith(u"sqlite:")) {
        return parseSqlite(text.mid(7), problem);
    }
    qsizetype start = 0;
    for (const QLatin1StringView scheme : {QLatin1StringView("postgresql://"), QLatin1StringView("postgres://")}) {
        if (text.startsWith(scheme)) {
            start = scheme.size();
        }
    }
    if (start == 0) {
        return fail(problem, QStringLiteral("a database is sqlite:PATH or postgresql://user@host/database"));
    }
    const QStringView rest = QStringView(text).mid(start);
    const qsizetype question = rest.indexOf(u'?');
    const QStringView query = question < 0 ? QStringView() : rest.mid(question + 1);
    const QStringView main = question < 0 ? rest : rest.left(question);
    const qsizetype slash = main.indexOf(u'/');
    const Authority authority = splitAuthority(slash < 0 ? main : main.left(slash));

    DatabaseUrl url;
    url.m_dialect = Dialect::Postgresql;
    if (authority.broken ||
        (authority.hasPort && (authority.port.isEmpty() || !readPort(authority.port, url.m_port)))) {
        return fail(problem,
                    QStringLiteral("the host and port of the URL can't be read: host, host:port or [IPv6]:port"));
    }
    const auto user = decoded(authority.user);
    const auto password = decoded(authority.password);
    const auto host = decoded(authority.host);
    const auto database = decoded(slash < 0 ? QStringView() : main.mid(slash + 1));
    if (!user || !password || !host || !database) {
        return fail(problem, QString::fromLatin1(wrongEncoding));
    }
    url.m_user = *user;
    url.m_password = *password;
    url.m_host = *host;
    url.m_database = *database;
    if (url.m_host.contains(u',')) {
        return fail(problem, QStringLiteral("the URL must name one host"));
    }
    if (const char* const wrong = url.readParameters(query)) {
        return fail(problem, QString::fromLatin1(wrong));
    }
    if (url.m_database.isEmpty()) {
        return fail(problem, QStringLiteral("the URL names no database: postgresql://user@host/database"));
    }
    return url;
}

QString DatabaseUrl::text() const
{
    if (m_dialect == Dialect::Sqlite) {
        return QStringLiteral("sqlite:") + m_path;
    }
    QString text = QStringLiteral("postgresql://");
    if (!m_user.isEmpty()) {
        text += encoded(m_user) + u'@';
    }
    QStringList query;
    if (m_host.contains(u'/')) {
        query += QStringLiteral("host=") + encoded(m_host, "/");
    } else if (m_host.contains(u':')) {
        text += u'[' + encoded(m_host, ":") + u']';
    } else {
        text += encoded(m_host);
    }
    if (m_port != 5432) {
        text += u':' + QString::number(m_port);
    }
    text += u'/' + encoded(m_database);
    for (auto option = m_options.begin(); option != m_options.end(); ++option) {
        query += option.key() + u'=' + encoded(option.value(), "/");
    }
    return query.isEmpty() ? text : text + u'?' + query.join(u'&');
}

} // namespace frontdesk
