#pragma once

#include <QString>

#include <optional>

namespace frontdesk
{

enum class Dialect { Sqlite, Postgresql };

/// "sqlite:PATH" or "postgresql://[user[:password]@]host[:port]/database". The password never appears in text().
class DatabaseUrl
{
public:
    /// Nothing, with the problem in English, for what is neither.
    [[nodiscard]] static std::optional<DatabaseUrl> parse(const QString& text, QString* problem = nullptr);
    [[nodiscard]] static DatabaseUrl sqliteFile(const QString& path);

    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    [[nodiscard]] const QString& path() const { return m_path; } ///< of the SQLite file
    [[nodiscard]] const QString& host() const { return m_host; }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] const QString& database() const { return m_database; }
    [[nodiscard]] const QString& user() const { return m_user; }
    [[nodiscard]] const QString& password() const { return m_password; }
    void setPassword(const QString& password) { m_password = password; }
    [[nodiscard]] QString text() const; ///< without the password

private:
    Dialect m_dialect = Dialect::Sqlite;
    QString m_path;
    QString m_host;
    int m_port = 5432;
    QString m_database;
    QString m_user;
    QString m_password;
};

} // namespace frontdesk
