#include "app/admin/client_choice.h"

#include "models/booking/phone.h"

#include <QCoreApplication>
#include <QLockFile>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ClientChoice)
};

constexpr int lockMilliseconds = 5000;

/// Names are the same person's when they differ by case, accents, width or spaces alone.
QString folded(const QString& name)
{
    QString letters;
    const QString decomposed = name.normalized(QString::NormalizationForm_KD);
    for (const QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing)
            letters += c;
    }
    return letters.toCaseFolded().simplified();
}

struct ClientRow {
    Nameable shown;
    QString phone; ///< E.164
};

struct ClientRows {
    std::vector<ClientRow> rows;
    StorageError error;
};

ClientRows read(Connection& connection, const QString& statement, const QVariantMap& values)
{
    ClientRows read;
    const auto [query, error] = connection.run(statement, values);
    if (error) {
        read.error = error;
        return read;
    }
    while (query->next())
        read.rows.push_back({{query->value(0).toLongLong(), query->value(1).toString(), query->value(2).toString()},
                             query->value(3).toString()});
    return read;
}

} // namespace

ClientOrProblem chooseClient(Connection& connection, const QString& word, const QString& phone,
                             const QByteArray& country)
{
    const QString name = word.trimmed();
    bool isNumber = false;
    if (const qint64 id = name.toLongLong(&isNumber); isNumber) {
        const ClientRows byId = read(connection, QStringLiteral("admin_client"), {{QStringLiteral("id"), id}});
        if (byId.error)
            return byId.error;
        if (!byId.rows.empty())
            return ClientChoice{ClientId(id), byId.rows.front().shown.name};
        return NameProblem{QStringLiteral("--client"), name, {}, false, {}}; // nobody is called 4711
    }
    const ClientRows all = read(connection, QStringLiteral("admin_clients"), {});
    if (all.error)
        return all.error;
    const QString wantedPhone = readPhone(phone, country).e164;
    const QString wanted = folded(name);
    std::vector<Nameable> same;
    std::vector<Nameable> near;
    for (const ClientRow& row : all.rows) {
        if (row.shown.name == name)
            same.push_back(row.shown);
        else if ((!wantedPhone.isEmpty() && row.phone == wantedPhone) || folded(row.shown.name) == wanted)
            near.push_back(row.shown);
    }
    if (same.size() == 1)
        return ClientChoice{ClientId(same.front().id), same.front().name};
    if (same.size() > 1)
        return NameProblem{QStringLiteral("--client"), name, same, true, {}};
    if (!near.empty())
        return NameProblem{QStringLiteral("--client"), name, near, false,
                           Words::tr("Give the id of the one that is meant, or add --new-client for another person.")};
    return ClientChoice{{}, name};
}

ClientOfKey clientOfKey(Connection& connection, const QString& key)
{
    const auto [query, error] =
        connection.run(QStringLiteral("appointment_by_key"), {{QStringLiteral("booking_key"), key}});
    if (error)
        return {{}, error};
    if (!query->next())
        return {};
    return {ClientId(query->value(QStringLiteral("client_id")).toLongLong()), {}};
}

class ClientNameLock::FileLock
{
public:
    explicit FileLock(const QString& path) : m_lock(path) {}
    [[nodiscard]] bool tryLock() { return m_lock.tryLock(lockMilliseconds); }

private:
    QLockFile m_lock;
};

ClientNameLock::ClientNameLock(Connection& connection, const QString& name)
    : m_connection(connection), m_name(folded(name))
{
    if (connection.dialect() == Dialect::Postgresql) {
        m_error = connection.run(QStringLiteral("lock_client_name"), {{QStringLiteral("name"), m_name}}).error;
        return;
    }
    m_file = std::make_unique<FileLock>(connection.url().path() + QStringLiteral("-clients.lock"));
    if (!m_file->tryLock())
        m_error.kind = StorageError::Kind::Busy;
}

ClientNameLock::~ClientNameLock()
{
    if (!m_file && !m_error)
        static_cast<void>(m_connection.run(QStringLiteral("unlock_client_name"), {{QStringLiteral("name"), m_name}}));
}

} // namespace frontdesk::admin
