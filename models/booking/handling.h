#pragma once

#include "models/booking/appointment_reader.h"
#include "models/booking/client_keys.h"
#include "models/booking/commands.h"
#include "models/booking/outcome.h"
#include "models/domain/catalogue.h"
#include "models/storage/connection.h"

#include <QVariantMap>

#include <variant>

namespace frontdesk
{

/// What a handler works with during one attempt at a command. Used inside models/booking alone.
struct Handling {
    Connection& connection;
    const Catalogue& catalogue;
    const ClientKeys& keys;
    const Sender& sender;
    Instant now;
};

/// A lock was not had in time: nothing was written, the whole command may be tried again.
struct Busy {
    QString text;
};
using Attempt = std::variant<Outcome, Busy>;

[[nodiscard]] Attempt handle(const Handling& h, const BookAppointment& command);
[[nodiscard]] Attempt handle(const Handling& h, const BookBlock& command);
[[nodiscard]] Attempt handle(const Handling& h, const EditAppointment& command);
[[nodiscard]] Attempt handle(const Handling& h, const ChangeStatus& command);
[[nodiscard]] Attempt handle(const Handling& h, const EditTogether& command);
[[nodiscard]] Attempt handle(const Handling& h, const CreateClient& command);
[[nodiscard]] Attempt handle(const Handling& h, const EditClient& command);
[[nodiscard]] Attempt handle(const Handling& h, const EraseClient& command);
[[nodiscard]] Attempt handle(const Handling& h, const HoldPlace& command);
[[nodiscard]] Attempt handle(const Handling& h, const ReleaseHold& command);

/// A transaction where the handler needs one: always on SQLite, where it has to begin with the write lock and what is
/// in the way is asked for inside of it; on PostgreSQL only for several statements, because a lone statement is one
/// round trip and keeps its locks no longer than that.
class Work
{
public:
    enum class Statements { One, Several };
    Work(const Handling& h, Statements statements);
    [[nodiscard]] StorageError beginError() const;
    [[nodiscard]] StorageError commit();
    /// After a refusal: on PostgreSQL nothing more can be asked inside of the transaction, so it is rolled back; on
    /// SQLite it goes on.
    void refused();

private:
    const bool m_postgresql;
    std::optional<Transaction> m_transaction;
};

/// changed_by, changed_desk and command_id of a row, and now.
[[nodiscard]] QVariantMap signedValues(const Handling& h);
[[nodiscard]] QVariant sqlValue(Instant instant);
[[nodiscard]] QVariant sqlValue(Seconds seconds);
[[nodiscard]] QVariant sqlValue(std::optional<Seconds> seconds);
[[nodiscard]] QVariant idsAsJson(std::span<const ResourceId> ids);
/// Null instead of an empty text.
[[nodiscard]] QVariant textOrNull(const QString& text);

/// The answer to an error that is told without looking at rows.
[[nodiscard]] Attempt failed(const StorageError& error);
[[nodiscard]] Attempt broken(QLatin1StringView rule, QLatin1StringView field = {});

/// The row, nothing when there is none.
using StoredOrError = std::variant<std::optional<StoredAppointment>, StorageError>;
[[nodiscard]] StoredOrError readStored(const Handling& h, AppointmentId id);

} // namespace frontdesk
