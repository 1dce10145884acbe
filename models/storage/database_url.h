#pragma once

#include <QMap>
#include <QString>

#include <optional>

namespace frontdesk
{

enum class Dialect { Sqlite, Postgresql };

/// "sqlite:PATH" or "postgresql://[user[:password]@][host][:port]/database[?host=/socket/folder&sslmode=…]". The
/// password never appears in text(). Parts of a postgresql URL are percent-encoded; a SQLite path is taken as it
/// stands, and a relative one is made absolute against the working folder at once.
class DatabaseUrl
{
public:
    /// Nothing, with the problem in English, for what is neither. The problem never quotes the text: it may hold a
    /// password.
    [[nodiscard]] static std::optional<DatabaseUrl> parse(const QString& text, QString* problem = nullptr);
    [[nodiscard]] static DatabaseUrl sqliteFile(const QString& path);

    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    [[nodiscard]] const QString& path() const { return m_path; } ///< of the SQLite file, absolute
    [[nodiscard]] const QString& host() const { return m_host; } ///< a name, an address, or a socket's folder; or empty
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] const QString& database() const { return m_database; }
    [[nodiscard]] const QString& user() const { return m_user; }
    [[nodiscard]] const QString& password() const { return m_password; }
    /// sslmode, sslrootcert, sslcert, sslkey: handed to the server's client library as they are.
    [[nodiscard]] const QMap<QString, QString>& options() const { return m_options; }
    void setUser(const QString& user) { m_user = user; }
    void setPassword(const QString& password) { m_password = password; }
    void setDatabase(const QString& database) { m_database = database; }
    [[nodiscard]] QString text() const; ///< without the password; parse() reads it back

    friend bool operator==(const DatabaseUrl&, const DatabaseUrl&) = default;

private:
    /// Null, or what is wrong.
    [[nodiscard]] const char* readParameters(QStringView query);

    Dialect m_dialect = Dialect::Sqlite;
    QString m_path;
    QString m_host;
    int m_port = 5432;
    QString m_database;
    QString m_user;
    QString m_password;
    QMap<QString, QString> m_options;
};

} // namespace frontdesk
