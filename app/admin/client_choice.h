#pragma once

#include "app/admin/names.h"

#include "models/domain/ids.h"

namespace frontdesk::admin
{

/// Whom --client means.
struct ClientChoice {
    ClientId id;  ///< invalid: nobody yet, a new client of this name
    QString name; ///< as the book has it, or as typed
};
using ClientOrProblem = std::variant<ClientChoice, NameProblem, StorageError>;

/// The client with this id (a number is always one) or exactly this name; several are a problem, and so are names that
/// differ by case, accents or width alone and a client with the same phone, for a second person would be made of one.
/// Otherwise nobody yet.
[[nodiscard]] ClientOrProblem chooseClient(Connection& connection, const QString& word, const QString& phone,
                                           const QByteArray& country);

/// The client of the booking that a key made; nothing when there is none.
struct ClientOfKey {
    ClientId id;
    StorageError error;
};
[[nodiscard]] ClientOfKey clientOfKey(Connection& connection, const QString& key);

/// While it lives no other frontdesk-admin makes a client of this name: two scripts that book the same new client at
/// once make one.
class ClientNameLock
{
public:
    ClientNameLock(Connection& connection, const QString& name);
    ~ClientNameLock();
    ClientNameLock(const ClientNameLock&) = delete;
    ClientNameLock& operator=(const ClientNameLock&) = delete;

    [[nodiscard]] const StorageError& error() const { return m_error; }

private:
    class FileLock;
    Connection& m_connection;
    QString m_name;
    std::unique_ptr<FileLock> m_file; ///< SQLite: beside the book's file
    StorageError m_error;
};

} // namespace frontdesk::admin
