#include "models/storage/storage_error.h"

#include "models/storage/database_url.h"
#include "models/storage/open_problem.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>

namespace frontdesk
{

namespace
{

using Kind = StorageError::Kind;

StorageError withKind(Kind kind, const QString& rule = {})
{
    StorageError error;
    error.kind = kind;
    error.rule = rule;
    return error;
}

/// Our own refusal by its word: "stale", "taken", "gone", "forbidden", "rule".
std::optional<Kind> kindOfOutcome(QStringView outcome)
{
    static constexpr std::array<std::pair<QLatin1StringView, Kind>, 5> kinds{
        {{QLatin1StringView("stale"), Kind::Stale},
         {QLatin1StringView("taken"), Kind::Taken},
         {QLatin1StringView("gone"), Kind::Gone},
         {QLatin1StringView("forbidden"), Kind::Forbidden},
         {QLatin1StringView("rule"), Kind::Rule}}};
    for (const auto& [word, kind] : kinds) {
        if (outcome == word) {
            return kind;
        }
    }
    return {};
}

QString firstLine(const QString& text)
{
    return text.section(u'\n', 0, 0);
}

/// Names in the quotation marks of any language, in their order.
QStringList quotedNames(const QString& line)
{
    // French puts a (no-break) space inside of its marks.
    static const QRegularExpression name(
        QStringLiteral("[\"„“«»‚‘'「『][\\s\u00a0\u202f]?([A-Za-z_][A-Za-z0-9_]*)[\\s\u00a0\u202f]?[\"“”»«‘’'」』]"));
    QStringList names;
    for (auto it = name.globalMatch(line); it.hasNext();) {
        names += it.next().captured(1);
    }
    return names;
}

/// "appointment_booking_key_key" of table appointment → "booking_key": what the constraint is about.
QString ruleOfConstraint(QString constraint, const QString& table)
{
    for (const QLatin1StringView ending : {QLatin1StringView("_key"), QLatin1StringView("_check"),
                                           QLatin1StringView("_fkey"), QLatin1StringView("_pkey")}) {
        if (constraint.endsWith(ending)) {
            constraint.chop(ending.size());
            break;
        }
    }
    const QString prefix = table + u'_';
    return !table.isEmpty() && constraint.startsWith(prefix) ? constraint.mid(prefix.size()) : constraint;
}

StorageError ownRefusalPostgresql(const QString& message)
{
    const qsizetype start = message.indexOf(u'{');
    const QJsonObject facts = QJsonDocument::fromJson(start < 0 ? QByteArray() : message.mid(start).toUtf8()).object();
    StorageError error = withKind(kindOfOutcome(facts[QLatin1StringView("outcome")].toString()).value_or(Kind::Other),
                                  facts[QLatin1StringView("rule")].toString());
    const qint64 hold = facts[QLatin1StringView("hold")].toInteger();
    error.claimedBy = hold != 0 ? -hold : facts[QLatin1StringView("by")].toInteger();
    error.resource = facts[QLatin1StringView("resource")].toInteger();
    error.startsAt = facts[QLatin1StringView("starts_at")].toInteger();
    error.endsAt = facts[QLatin1StringView("ends_at")].toInteger();
    return error;
}

StorageError constraintPostgresql(const QString& state, const QString& message)
{
    const QStringList names = quotedNames(message);
    if (state == QLatin1StringView("23502")) { // null value in column "name" of relation "client" …
        return withKind(Kind::Rule, names.value(0, QStringLiteral("references")));
    }
    if (state == QLatin1StringView("23503")) {
        return withKind(Kind::Rule, QStringLiteral("references"));
    }
    if (state ==
        QLatin1StringView("23514")) { // … for relation "service" violates check constraint "service_price_minor_check"
        return withKind(Kind::Rule, ruleOfConstraint(names.value(names.size() - 1), names.value(0)));
    }
    // 23505 names the constraint alone: the table is the beginning of its name.
    const QString constraint = names.value(names.size() - 1);
    if (constraint.endsWith(QLatin1StringView("_pkey"))) {
        return withKind(Kind::Rule, QStringLiteral("id_taken"));
    }
    return withKind(Kind::Rule, ruleOfConstraint(constraint, constraint.section(u'_', 0, 0)));
}

StorageError classifyPostgresql(const QString& state, const QString& message)
{
    const auto any = [&state](std::initializer_list<const char*> states) {
        return std::any_of(states.begin(), states.end(), [&](const char* s) { return state == QLatin1StringView(s); });
    };
    if (state.isEmpty() || state.startsWith(u"08") || state.startsWith(u"57P") || any({"25P03", "53300"})) {
        return withKind(Kind::Unreachable);
    }
    if (state.startsWith(u"FD0")) {
        return ownRefusalPostgresql(firstLine(message));
    }
    if (any({"40001", "40P01", "55P03", "57014"})) {
        return withKind(Kind::Busy);
    }
    if (any({"42501", "25006"}) || state.startsWith(u"28")) {
        return withKind(Kind::Forbidden);
    }
    if (any({"23P01"})) {
        return withKind(Kind::Taken);
    }
    if (any({"23502", "23503", "23505", "23514"})) {
        return constraintPostgresql(state, firstLine(message));
    }
    if (any({"22021", "22P05"})) {
        return withKind(Kind::Rule, QStringLiteral("text"));
    }
    if (any({"22001", "22003", "22P02", "22P03"})) {
        return withKind(Kind::Rule, QStringLiteral("value"));
    }
    return withKind(Kind::Other);
}

/// SQLite names a check by its text when it has no name: the first column in it is what it is about.
QString ruleOfCheck(const QString& check)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z_][A-Za-z0-9_]*"));
    static const QStringList functions{QStringLiteral("length"),           QStringLiteral("json_valid"),
                                       QStringLiteral("json_type"),        QStringLiteral("typeof"),
                                       QStringLiteral("coalesce"),         QStringLiteral("abs"),
                                       QStringLiteral("json_array_length")};
    for (auto it = word.globalMatch(check); it.hasNext();) {
        const QString name = it.next().captured();
        if (!functions.contains(name.toLower())) {
            return name;
        }
    }
    return check;
}

StorageError constraintSqlite(int code, const QString& message)
{
    const qsizetype colon = message.indexOf(QLatin1StringView(": "));
    const QString what = colon < 0 ? QString() : message.mid(colon + 2);
    const QString column = what.section(QStringLiteral(", "), 0, 0).section(u'.', -1);
    switch (code) {
    case 787: // SQLITE_CONSTRAINT_FOREIGNKEY
        return withKind(Kind::Rule, QStringLiteral("references"));
    case 275: // SQLITE_CONSTRAINT_CHECK
        return withKind(Kind::Rule, ruleOfCheck(what));
    case 1555: // SQLITE_CONSTRAINT_PRIMARYKEY
    case 2579: // SQLITE_CONSTRAINT_ROWID
        return withKind(Kind::Rule, QStringLiteral("id_taken"));
    case 3091: // SQLITE_CONSTRAINT_DATATYPE: a value of another type in a STRICT table
        return withKind(Kind::Rule, QStringLiteral("value"));
    default:
        return withKind(Kind::Rule, column);
    }
}

StorageError classifySqlite(int code, const QString& message)
{
    if (const qsizetype at = message.indexOf(QLatin1StringView("frontdesk:")); at >= 0) {
        const QStringList parts = message.mid(at).section(u' ', 0, 0).split(u':');
        if (const auto kind = kindOfOutcome(parts.value(1))) {
            return withKind(*kind, parts.value(2));
        }
    }
    switch (code & 0xff) {
    case 5:  // SQLITE_BUSY
    case 6:  // SQLITE_LOCKED
    case 15: // SQLITE_PROTOCOL: the WAL's locks were not had
        return withKind(Kind::Busy);
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
        return withKind(Kind::Forbidden);
    case 14: // SQLITE_CANTOPEN
        return withKind(Kind::Unreachable);
    case 19: // SQLITE_CONSTRAINT
        return constraintSqlite(code, message);
    default:
        return withKind(Kind::Other);
    }
}

} // namespace

bool StorageError::isDiskFull() const
{
    return code == QLatin1StringView("13") || code == QLatin1StringView("53100");
}

StorageError classify(const QSqlError& error, Dialect dialect)
{
    const QString code = error.nativeErrorCode();
    const QString message = error.databaseText();
    StorageError result;
    if (dialect == Dialect::Postgresql) {
        // A mistake in the use of the driver (a statement that doesn't prepare has a state) is no lost connection.
        const bool driverMistake = code.isEmpty() && message.isEmpty() && !error.driverText().isEmpty() &&
                                   error.type() == QSqlError::StatementError;
        result = driverMistake ? withKind(Kind::Other) : classifyPostgresql(code, message);
    } else {
        result = classifySqlite(code.toInt(), message);
    }
    result.code = code;
    // What to do about it can be said of this one failure, wherever it shows.
    result.text =
        result.isDiskFull() ? explain(OpenProblem::DiskFull, DatabaseUrl::sqliteFile({})) : error.text().trimmed();
    return result;
}

} // namespace frontdesk
