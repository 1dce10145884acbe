#pragma once

#include "models/booking/commands.h"

#include <QVariantMap>

#include <deque>

namespace frontdesk
{

/// The save of a row of services.
struct SaveService {
    ServiceId id; ///< invalid: a new one
    RowVersion seen;
    QVariantMap fields;
    friend bool operator==(const SaveService&, const SaveService&) = default;
};

/// Commands that were sent and got no answer, with their ids. Sent again, such a command may have taken effect already;
/// with the same id it takes effect once. GUI thread.
class Unanswered
{
public:
    using Sent = std::variant<Command, SaveService>;

    /// The id of the same command that got no answer before, else a new UUID.
    [[nodiscard]] QString idFor(const Sent& sent);
    void remember(const Sent& sent, const QString& id);

private:
    struct Entry {
        Sent sent;
        QString id;
    };
    std::deque<Entry> m_entries; ///< the latest few: a person retries what is before their eyes
};

} // namespace frontdesk
