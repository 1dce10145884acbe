#include "tests/storage/conformance_suite.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace frontdesk::test
{

namespace
{

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s can't be read", qPrintable(path));
    }
    return file.readAll();
}

QString folder()
{
    return QStringLiteral(FRONTDESK_SOURCE "/tests/storage/conformance");
}

/// {10:30} is that time of the 1st of January 2100, UTC: the cases' day, whenever they run.
QString withTimes(QString text)
{
    static const QRegularExpression time(QStringLiteral("\\{(\\d\\d):(\\d\\d)\\}"));
    constexpr qint64 day = 4102444800;
    for (auto match = time.match(text); match.hasMatch(); match = time.match(text)) {
        const qint64 instant = day + match.captured(1).toInt() * 3600 + match.captured(2).toInt() * 60;
        text.replace(match.capturedStart(), match.capturedLength(), QString::number(instant));
    }
    return text;
}

QString sqlOf(const QJsonValue& value)
{
    if (value.isNull()) {
        return QStringLiteral("NULL");
    }
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QString take(const QString& resource, int from, int to)
{
    return QStringLiteral(R"({"resource": %1, "from": %2, "to": %3, "units": 1})").arg(resource).arg(from).arg(to);
}

/// What a shorthand stands for when nothing else is said.
struct Shorthand {
    QJsonObject columns;
    int length = 0; ///< seconds
};

Shorthand shorthand(const QString& kind, const QString& staff)
{
    QJsonObject c{{QStringLiteral("location_id"), 1}, {QStringLiteral("starts_at"), QStringLiteral("{10:00}")}};
    const auto set = [&c](const char* column, const QJsonValue& value) { c[QString::fromLatin1(column)] = value; };
    const auto setTakes = [&set](const QStringList& takes) {
        set("takes", QString(u'[' + takes.join(QStringLiteral(", ")) + u']'));
    };
    const auto keep = [&staff](int from, int to) { return take(staff, from, to); };
    set("staff_id", staff);
    if (kind == QLatin1StringView("hold")) {
        set("desk", QStringLiteral("'Desk 1'"));
        set("held_until", QStringLiteral("unixepoch() + 90"));
        setTakes({keep(0, 2700)});
        return {c, 2700};
    }
    set("local_start", QStringLiteral("'2100-01-01T11:00:00'"));
    set("zone", QStringLiteral("'Europe/Berlin'"));
    set("currency", QStringLiteral("'EUR'"));
    set("status", QStringLiteral("'booked'"));
    if (kind == QLatin1StringView("book")) {
        set("client_id", 1);
        set("service_id", 1);
        set("buffer_after", 300);
        set("price_minor", 4200);
        setTakes({keep(0, 3000)});
        return {c, 2700};
    }
    if (kind == QLatin1StringView("colour")) {
        set("client_id", 2);
        set("service_id", 2);
        set("buffer_after", 600);
        set("price_minor", 9000);
        setTakes({keep(0, 2100), keep(4500, 6000), take(QStringLiteral("4"), 0, 6000)});
        return {c, 5400};
    }
    if (kind == QLatin1StringView("session")) {
        set("service_id", 4);
        set("seats", 3);
        set("staff_id", 2);
        setTakes({take(QStringLiteral("2"), 0, 3600), take(QStringLiteral("4"), 0, 3600)});
        return {c, 3600};
    }
    set("staff_id", QJsonValue());
    if (kind == QLatin1StringView("seat")) {
        set("client_id", 1);
        set("service_id", 4);
        set("session_id", 900);
        setTakes({});
        return {c, 3600};
    }
    if (kind != QLatin1StringView("block")) {
        qFatal("no shorthand %s", qPrintable(kind));
    }
    set("label", QStringLiteral("'Lunch'"));
    setTakes({take(QStringLiteral("1"), 0, 3600)});
    return {c, 3600};
}

QString insertOf(const QString& kind, QJsonObject given)
{
    const QJsonValue staff = given.take(QStringLiteral("staff"));
    Shorthand row = shorthand(kind, staff.isUndefined() ? QStringLiteral("1") : sqlOf(staff));
    for (auto it = given.constBegin(); it != given.constEnd(); ++it) {
        row.columns[it.key()] = it.value();
    }
    if (!row.columns.contains(QStringLiteral("ends_at"))) {
        row.columns[QStringLiteral("ends_at")] =
            QStringLiteral("%1 + %2").arg(sqlOf(row.columns[QStringLiteral("starts_at")])).arg(row.length);
    }
    QStringList values;
    for (auto it = row.columns.constBegin(); it != row.columns.constEnd(); ++it) {
        const QString text = sqlOf(it.value());
        values += it.key() == QLatin1StringView("takes") ? QString(u'\'' + text + u'\'') : text;
    }
    return QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
        .arg(kind == QLatin1StringView("hold") ? QStringLiteral("desk_hold") : QStringLiteral("appointment"),
             row.columns.keys().join(QStringLiteral(", ")), values.join(QStringLiteral(", ")));
}

/// The text for one database of a statement or value: itself, {"sqlite": …, "postgresql": …}, or a shorthand.
QString textOf(const QJsonValue& value, Dialect dialect)
{
    const QJsonObject object = value.toObject();
    if (object.isEmpty()) {
        return withTimes(sqlOf(value));
    }
    if (object.contains(QStringLiteral("sqlite"))) {
        const QString which = dialect == Dialect::Sqlite ? QStringLiteral("sqlite") : QStringLiteral("postgresql");
        return withTimes(object[which].toString());
    }
    const QString kind = object.keys().constFirst();
    return withTimes(insertOf(kind, object[kind].toObject()));
}

QStringList textsOf(const QJsonArray& values, Dialect dialect)
{
    QStringList texts;
    for (const QJsonValue& value : values) {
        texts += textOf(value, dialect);
    }
    return texts;
}

ConformanceCase caseOf(const QString& file, const QJsonObject& object, const QStringList& before, Dialect dialect)
{
    ConformanceCase result;
    result.file = file;
    result.name = object[QStringLiteral("name")].toString();
    result.setup = before + textsOf(object[QStringLiteral("setup")].toArray(), dialect);
    result.statement = textOf(object[QStringLiteral("do")], dialect);
    result.outcome = textOf(object[QStringLiteral("outcome")], dialect);
    result.group = object[QStringLiteral("as")].toString();
    result.isolation = object[QStringLiteral("isolation")].toString();
    for (const QJsonValue& follow : object[QStringLiteral("then")].toArray()) {
        result.then.push_back(
            {textOf(follow[QStringLiteral("sql")], dialect), textOf(follow[QStringLiteral("is")], dialect)});
    }
    return result;
}

/// Every pair of states, from {"held": ["booked", …], …}: those listed are allowed, the others refused.
std::vector<ConformanceCase> wayCases(const QString& file, const QJsonObject& ways)
{
    std::vector<ConformanceCase> cases;
    const QStringList states = ways.keys();
    for (const QString& from : states) {
        // An insert can't be expired: that comes from a hold.
        const QString first = from == QLatin1StringView("expired") ? QStringLiteral("held") : from;
        const QString insert = withTimes(insertOf(
            QStringLiteral("book"),
            {{QStringLiteral("id"), 900},
             {QStringLiteral("starts_at"), QStringLiteral("unixepoch() - 7200")},
             {QStringLiteral("status"), QString(u'\'' + first + u'\'')},
             {QStringLiteral("held_until"),
              first == QLatin1StringView("held") ? QJsonValue(QStringLiteral("unixepoch() + 90")) : QJsonValue()}}));
        for (const QString& to : states) {
            if (from == to) {
                continue;
            }
            ConformanceCase one;
            one.file = file;
            one.name = QStringLiteral("%1 to %2").arg(from, to);
            one.setup = {insert};
            if (first != from) {
                one.setup += QStringLiteral("UPDATE appointment SET status = 'expired', held_until = NULL, version = "
                                            "version + 1 WHERE id = 900");
            }
            one.statement =
                QStringLiteral("UPDATE appointment SET status = '%1', status_at = unixepoch(), held_until = %2, "
                               "status_before = %3, version = version + 1 WHERE id = 900")
                    .arg(to,
                         to == QLatin1StringView("held") ? QStringLiteral("unixepoch() + 90") : QStringLiteral("NULL"),
                         to == QLatin1StringView("cancelled") ? QString(u'\'' + from + u'\'') : QStringLiteral("NULL"));
            one.outcome = ways[from].toArray().contains(to) ? QStringLiteral("ok") : QStringLiteral("rule:status_way");
            cases.push_back(one);
        }
    }
    return cases;
}

/// The cases of "each", once for each table that it names.
QJsonArray casesOfEach(const QJsonObject& each)
{
    QJsonArray cases;
    for (const QJsonValue& table : each[QStringLiteral("table")].toArray()) {
        QByteArray text = QJsonDocument(each[QStringLiteral("cases")].toArray()).toJson();
        text.replace("{table}", table.toString().toUtf8());
        for (const QJsonValue& value : QJsonDocument::fromJson(text).array()) {
            QJsonObject object = value.toObject();
            object[QStringLiteral("setup")] = each[QStringLiteral("setup")];
            cases.append(object);
        }
    }
    return cases;
}

} // namespace

std::vector<ConformanceCase> conformanceCases(Dialect dialect)
{
    const QString own = dialect == Dialect::Sqlite ? QStringLiteral("sqlite") : QStringLiteral("postgresql");
    std::vector<ConformanceCase> result;
    for (const QString& name : QDir(folder()).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QJsonParseError problem;
        const QJsonObject suite = QJsonDocument::fromJson(contentsOf(folder() + u'/' + name), &problem).object();
        if (problem.error != QJsonParseError::NoError) {
            qFatal("%s at byte %d: %s", qPrintable(name), problem.offset, qPrintable(problem.errorString()));
        }
        const QString file = name.chopped(5);
        const QStringList before = textsOf(suite[QStringLiteral("before")].toArray(), dialect);
        QJsonArray cases = suite[QStringLiteral("cases")].toArray();
        for (const QJsonValue& value : casesOfEach(suite[QStringLiteral("each")].toObject())) {
            cases.append(value);
        }
        for (const QJsonValue& value : cases) {
            const QJsonObject object = value.toObject();
            if (object[QStringLiteral("only")].toString(own) == own) {
                result.push_back(caseOf(file, object, before, dialect));
            }
        }
        for (ConformanceCase& one : wayCases(file, suite[QStringLiteral("ways")].toObject())) {
            result.push_back(std::move(one));
        }
    }
    return result;
}

QString conformanceSalon()
{
    return QString::fromUtf8(contentsOf(folder() + QStringLiteral("/salon.sql")));
}

QStringList documentedRules()
{
    const QString text = QString::fromUtf8(contentsOf(QStringLiteral(FRONTDESK_SOURCE "/resources/sql/README.md")));
    static const QRegularExpression line(QStringLiteral("^\\| `rule:([a-z_0-9]+)` \\|"),
                                         QRegularExpression::MultilineOption);
    QStringList rules;
    for (auto it = line.globalMatch(text); it.hasNext();) {
        rules += it.next().captured(1);
    }
    return rules;
}

} // namespace frontdesk::test
