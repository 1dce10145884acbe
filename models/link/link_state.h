#pragma once

#include "models/domain/time_slot.h"

#include <QString>

namespace frontdesk
{

/// How the desk is joined to its database.
struct LinkState {
    enum class Kind { Connecting, Live, Lost, Refused };
    Kind kind = Kind::Connecting;
    Instant since{};  ///< Lost: the book is as of this instant
    QString problem;  ///< Refused: the code of what is wrong ("wrong_password", "schema_too_old", …); Lost: what the
                      ///< driver said
    QString database; ///< "PostgreSQL" or "SQLite"
    int desks = 0;    ///< connected, this one included
    friend bool operator==(const LinkState&, const LinkState&) = default;
};

} // namespace frontdesk
