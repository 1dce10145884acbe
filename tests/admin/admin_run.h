#pragma once

#include "models/storage/database_url.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace frontdesk::test
{

/// What one run of the real program printed and ended with.
struct AdminRun {
    int exit = -1; ///< -1: it didn't end by itself
    QString out;
    QString err;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(out.toUtf8()).array(); }
    [[nodiscard]] QString text() const; ///< all of it, to be printed when a test fails
};

/// Runs frontdesk-admin of FRONTDESK_BIN to its end, without FRONTDESK_DATABASE in its environment.
[[nodiscard]] AdminRun runAdmin(const QStringList& words, const QByteArray& input = {}, const QString& folder = {});
/// The same on a book: --database is added.
[[nodiscard]] AdminRun runAdmin(const DatabaseUrl& book, const QStringList& words, const QByteArray& input = {});
/// And with --json.
[[nodiscard]] AdminRun runJson(const DatabaseUrl& book, QStringList words);

/// Several at once; in the order of their words.
[[nodiscard]] std::vector<AdminRun> runTogether(const DatabaseUrl& book, const std::vector<QStringList>& all,
                                                const QString& program = QStringLiteral("frontdesk-admin"));

/// With the password, as it is handed to the program.
[[nodiscard]] QString wholeUrl(const DatabaseUrl& book);

/// A Monday at least five weeks ahead, so that nothing asked for lies in the past.
[[nodiscard]] QDate comingMonday();
/// "2027-01-04T10:00" on the given day of the coming Monday's week.
[[nodiscard]] QString at(const char* time, int day = 0);

} // namespace frontdesk::test
