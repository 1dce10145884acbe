#include "models/storage/migrations.h"

#include "models/storage/resources.h"

#include <QDir>
#include <QFile>

namespace frontdesk
{

namespace
{

/// What the folder of a migration can't say. A migration without a line here locks older programs out.
struct Facts {
    int number;
    int oldestProgram;
    std::function<StorageError(Connection&)> step;
};

const std::vector<Facts>& facts()
{
    static const std::vector<Facts> all{{1, 1, {}}};
    return all;
}

QStringList texts(const QString& folder)
{
    QStringList result;
    const QStringList files = QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString& name : files) {
        QFile file(folder + u'/' + name);
        if (file.open(QIODevice::ReadOnly)) {
            result += QString::fromUtf8(file.readAll());
        }
    }
    return result;
}

std::vector<Migration> readMigrations()
{
    loadSqlResources();
    const QString top = QStringLiteral(":/sql/migrations");
    std::vector<Migration> result;
    const QStringList folders = QDir(top).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& folder : folders) {
        Migration migration;
        migration.number = folder.section(u'_', 0, 0).toInt();
        migration.name = folder.section(u'_', 1);
        migration.oldestProgram = migration.number;
        for (const Facts& known : facts()) {
            if (known.number == migration.number) {
                migration.oldestProgram = known.oldestProgram;
                migration.step = known.step;
            }
        }
        migration.postgresql = texts(top + u'/' + folder + QStringLiteral("/postgresql"));
        migration.sqlite = texts(top + u'/' + folder + QStringLiteral("/sqlite"));
        result.push_back(std::move(migration));
    }
    return result;
}

} // namespace

const std::vector<Migration>& programMigrations()
{
    static const std::vector<Migration> migrations = readMigrations();
    return migrations;
}

int programSchema()
{
    return programMigrations().empty() ? 0 : programMigrations().back().number;
}

} // namespace frontdesk
