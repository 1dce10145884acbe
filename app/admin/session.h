#pragma once

#include "app/admin/command.h"
#include "app/admin/terminal.h"

#include "models/domain/clock.h"
#include "models/storage/connection.h"

#include <QJsonArray>
#include <QJsonObject>

#include <memory>

namespace frontdesk::admin
{

/// What a command works with: its arguments, the clock, the way to the database, and the way to print.
class Session
{
public:
    explicit Session(const Arguments& arguments) : m_arguments(arguments) {}

    [[nodiscard]] const Arguments& arguments() const { return m_arguments; }
    [[nodiscard]] bool wantsJson() const { return m_arguments.has(QLatin1StringView("json")); }
    [[nodiscard]] Instant now() const { return m_clock.now(); }
    [[nodiscard]] const Clock& clock() const { return m_clock; }

    /// Of --database or FRONTDESK_DATABASE; without one the problem is printed.
    [[nodiscard]] std::optional<DatabaseUrl> databaseUrl() const;

    /// The open book, or, printed already, how the program has to end.
    struct Book {
        std::unique_ptr<Connection> connection;
        Exit exit = Exit::Good;
    };
    [[nodiscard]] Book open(Connection::SchemaCheck check = Connection::SchemaCheck::Required) const;
    /// For long work without a person waiting: statements take what they need, locks are waited for.
    [[nodiscard]] Book openPatiently() const;
    /// Asks on the terminal for the password that the URL lacks; false when there is none to ask for.
    [[nodiscard]] bool askPasswordOf(DatabaseUrl& url, OpenProblem problem) const;
    [[nodiscard]] Exit refuseOpening(OpenProblem problem, const DatabaseUrl& url, const QString& detail) const;

    /// What a command prints when it went well: the sentence, or with --json the object with the outcome in it.
    Exit good(const QString& sentence, const QString& outcome, QJsonObject json) const;
    /// A refusal by a rule of the program's own: the sentence on standard error, or the object.
    Exit refuse(const QString& sentence, const QString& rule, QJsonObject json = {}) const;
    /// The same where the login's rights are what is missing.
    Exit forbid(const QString& sentence, QJsonObject json = {}) const;
    /// What the database said when it didn't do what it was asked.
    Exit fail(const StorageError& error, const QString& sentence = {}) const;
    Exit usage(const QString& text) const;

    void printJson(const QJsonObject& json) const;
    void printJson(const QJsonArray& json) const;

private:
    const Arguments& m_arguments;
    SystemClock m_clock;
};

} // namespace frontdesk::admin
