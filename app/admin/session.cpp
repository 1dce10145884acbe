#include "app/admin/session.h"

#include "app/admin/answer.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace frontdesk::admin
{

namespace
{

constexpr std::chrono::seconds lockPatience{30};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Admin)
};

/// Whether the problem is that the book is out of reach, or that it (or this program) refuses.
QString outcomeOf(OpenProblem problem)
{
    switch (problem) {
    case OpenProblem::WrongPassword:
    case OpenProblem::MissingRole:
    case OpenProblem::MissingRights:
    case OpenProblem::ReadOnly:
        return QStringLiteral("forbidden");
    case OpenProblem::NotUtf8:
    case OpenProblem::UnsafeCommit:
    case OpenProblem::NonStandardStrings:
    case OpenProblem::NetworkFileSystem:
    case OpenProblem::SchemaMissing:
    case OpenProblem::SchemaTooOld:
    case OpenProblem::SchemaTooNew:
        return QStringLiteral("rule");
    default:
        return QStringLiteral("unreachable");
    }
}

/// Which command of this program helps.
QString adviceFor(OpenProblem problem)
{
    switch (problem) {
    case OpenProblem::SchemaMissing:
    case OpenProblem::NoSuchFile:
    case OpenProblem::NoSuchDatabase:
        return Words::tr("A new one is made by: frontdesk-admin init");
    default:
        return {};
    }
}

} // namespace

std::optional<DatabaseUrl> Session::databaseUrl() const
{
    const QString text =
        m_arguments.find(QLatin1StringView("database")).value_or(qEnvironmentVariable("FRONTDESK_DATABASE"));
    if (text.isEmpty()) {
        usage(Words::tr("which book? Add --database sqlite:PATH or --database postgresql://HOST/NAME, or set "
                        "FRONTDESK_DATABASE"));
        return {};
    }
    QString problem;
    std::optional<DatabaseUrl> url = DatabaseUrl::parse(text, &problem);
    if (!url)
        usage(Words::tr("--database: %1").arg(problem));
    return url;
}

Session::Book Session::open(Connection::SchemaCheck check) const
{
    std::optional<DatabaseUrl> url = databaseUrl();
    if (!url)
        return {nullptr, Exit::Usage};
    Connection::Opened opened = Connection::open(*url, check);
    if (askPasswordOf(*url, opened.problem))
        opened = Connection::open(*url, check);
    if (!opened.connection)
        return {nullptr, refuseOpening(opened.problem, *url, opened.detail)};
    return {std::move(opened.connection), Exit::Good};
}

bool Session::askPasswordOf(DatabaseUrl& url, OpenProblem problem) const
{
    if (problem != OpenProblem::WrongPassword || !url.password().isEmpty() || !isInteractive())
        return false;
    url.setPassword(askPassword(Words::tr("Password of %1").arg(url.user()), false).password.value_or(QString()));
    return true;
}

Session::Book Session::openPatiently() const
{
    Book book = open();
    if (!book.connection)
        return book;
    if (const StorageError error = book.connection->setPatience({}, lockPatience))
        return {nullptr, fail(error)};
    return book;
}

Exit Session::refuseOpening(OpenProblem problem, const DatabaseUrl& url, const QString& detail) const
{
    const QString outcome = outcomeOf(problem);
    const QString text = (explain(problem, url) + u' ' + adviceFor(problem)).trimmed();
    if (wantsJson())
        printJson({{QStringLiteral("outcome"), outcome},
                   {QStringLiteral("rule"), codeOf(problem)},
                   {QStringLiteral("text"), text},
                   {QStringLiteral("detail"), detail}});
    else
        printError(detail.isEmpty() ? text : text + u'\n' + detail.trimmed());
    return outcome == QLatin1StringView("unreachable") ? Exit::Unreachable : Exit::Refused;
}

Exit Session::good(const QString& sentence, const QString& outcome, QJsonObject json) const
{
    if (wantsJson()) {
        json.insert(QStringLiteral("outcome"), outcome);
        printJson(json);
    } else {
        printOutput(sentence);
    }
    return Exit::Good;
}

Exit Session::refuse(const QString& sentence, const QString& rule, QJsonObject json) const
{
    if (wantsJson()) {
        json.insert(QStringLiteral("outcome"), QStringLiteral("rule"));
        json.insert(QStringLiteral("rule"), rule);
        json.insert(QStringLiteral("text"), sentence);
        printJson(json);
    } else {
        printError(sentence);
    }
    return Exit::Refused;
}

Exit Session::forbid(const QString& sentence, QJsonObject json) const
{
    if (wantsJson()) {
        json.insert(QStringLiteral("outcome"), QStringLiteral("forbidden"));
        json.insert(QStringLiteral("text"), sentence);
        printJson(json);
    } else {
        printError(sentence);
    }
    return Exit::Refused;
}

Exit Session::fail(const StorageError& error, const QString& sentence) const
{
    return printStorageError(*this, error, sentence);
}

Exit Session::usage(const QString& text) const
{
    printError(QStringLiteral("frontdesk-admin: ") + text);
    return Exit::Usage;
}

void Session::printJson(const QJsonObject& json) const
{
    printOutput(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

void Session::printJson(const QJsonArray& json) const
{
    printOutput(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

} // namespace frontdesk::admin
