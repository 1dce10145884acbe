#pragma once

#include "models/booking/command_bus.h"
#include "models/storage/storage_error.h"

#include <QString>

#include <vector>

namespace frontdesk
{

class Connection;

/// This desk's row in the table desk, and what the others' rows say. Database thread.
class Presence
{
public:
    explicit Presence(QString deskName) : m_deskName(std::move(deskName)) {}

    void setPerson(PersonId person) { m_person = person; }
    /// What stands open in a form here; id 0: nothing.
    void setEditing(const QString& table, qint64 id);

    /// Says that this desk is there; a role that may not write it is nobody's problem.
    [[nodiscard]] StorageError sayHere(Connection& connection) const;
    void leave(Connection& connection) const;

    struct Others {
        StorageError error;
        int desks = 0; ///< seen within 30 seconds by the database's clock, this one included
        std::vector<EditingElsewhere> editing;
    };
    [[nodiscard]] Others readOthers(Connection& connection) const;

private:
    QString m_deskName;
    PersonId m_person;
    QString m_table;
    qint64 m_id = 0;
};

} // namespace frontdesk
