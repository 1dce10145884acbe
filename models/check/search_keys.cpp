#include "models/check/search_keys.h"

#include "models/booking/client_keys.h"

#include <algorithm>
#include <optional>

namespace frontdesk::check
{
namespace
{

constexpr QLatin1StringView invariant("search_keys");
constexpr size_t clientsAPage = 2000;

struct Client {
    qint64 id = 0;
    qint64 version = 0;
    QString name;
    PhoneNumber phone; ///< as the row has it
};

/// Compares clients with the keys that stand for them, a page at a time.
class KeyCheck
{
public:
    explicit KeyCheck(BookReader& book) : m_book(book) {}

    [[nodiscard]] StorageError readCountries()
    {
        return m_book.each(QStringLiteral("check_countries"),
                           [this](const QSqlQuery& row) { m_countries.push_back(row.value(0).toByteArray()); });
    }
    void add(const QSqlQuery& row);
    [[nodiscard]] bool isFull() const { return m_clients.size() >= clientsAPage; }
    [[nodiscard]] StorageError compare();

private:
    struct Standing {
        QStringList keys;
        std::optional<qint64> version; ///< when it is another one than the client's
    };
    [[nodiscard]] QStringList keysOf(const Client& client, const PhoneNumber& phone) const
    {
        QStringList keys = m_keys.keysOf(client.name, phone);
        keys.sort();
        return keys;
    }
    [[nodiscard]] bool areRight(const Client& client, const QStringList& keys) const;

    BookReader& m_book;
    const ClientKeys m_keys;
    std::vector<QByteArray> m_countries;
    std::vector<Client> m_clients;
    qint64 m_after = 0;
};

void KeyCheck::add(const QSqlQuery& row)
{
    Client client{row.value(0).toLongLong(), row.value(1).toLongLong(), row.value(2).toString(), {}};
    client.phone.typed = row.value(3).toString().trimmed();
    client.phone.e164 = row.value(4).toString();
    client.phone.last4 = row.value(5).toString();
    if (!client.phone.e164.isEmpty())
        client.phone.national = readPhone(client.phone.e164, "ZZ").national;
    m_clients.push_back(std::move(client));
}

bool KeyCheck::areRight(const Client& client, const QStringList& keys) const
{
    if (keys == keysOf(client, client.phone))
        return true;
    // A row typed by hand has no e164; what reindex reads from the phone as it was typed depends on the country.
    return std::ranges::any_of(m_countries, [&](const QByteArray& country) {
        return keys == keysOf(client, readPhone(client.phone.typed, country));
    });
}

StorageError KeyCheck::compare()
{
    if (m_clients.empty())
        return {};
    QHash<qint64, qint64> versions;
    for (const Client& client : m_clients)
        versions.insert(client.id, client.version);
    QHash<qint64, Standing> standing;
    const qint64 last = m_clients.back().id;
    StorageError error = m_book.each(QStringLiteral("check_client_keys"),
                                     [&](const QSqlQuery& row) {
                                         const qint64 client = row.value(0).toLongLong();
                                         Standing& of = standing[client];
                                         of.keys += row.value(2).toString();
                                         if (row.value(1).toLongLong() != versions.value(client))
                                             of.version = row.value(1).toLongLong();
                                     },
                                     {{QStringLiteral("after"), m_after}, {QStringLiteral("last"), last}});
    if (error)
        return error;
    for (const Client& client : m_clients) {
        Standing of = standing.value(client.id);
        of.keys.sort();
        const QString name = QStringLiteral("client %1").arg(client.id);
        if (of.version) {
            m_book.findings().add(invariant, QStringLiteral("%1 has search keys of version %2, but stands at %3")
                                                 .arg(name)
                                                 .arg(*of.version)
                                                 .arg(client.version));
        } else if (!areRight(client, of.keys)) {
            m_book.findings().add(invariant, QStringLiteral("%1 has other search keys than name and phone give; "
                                                            "frontdesk-admin reindex writes them anew")
                                                 .arg(name));
        }
    }
    m_clients.clear();
    m_after = last;
    return {};
}

} // namespace

StorageError checkSearchKeys(BookReader& book)
{
    KeyCheck check(book);
    StorageError error = check.readCountries();
    StorageError ofKeys;
    if (!error) {
        error = book.eachById(QStringLiteral("check_clients"), [&](const QSqlQuery& row) {
            check.add(row);
            if (check.isFull() && !ofKeys)
                ofKeys = check.compare();
        });
    }
    if (!error && !ofKeys)
        ofKeys = check.compare();
    return error ? error : ofKeys;
}

} // namespace frontdesk::check
