#pragma once

#include "models/booking/command_executor.h"
#include "models/changes/change_feed.h"
#include "models/link/link_worker.h"
#include "models/tables/appointment_table_model.h"

#include <QSocketNotifier>

namespace frontdesk
{

/// The connection and everything that lives on it, in the order in which it has to go.
class LinkWorker::Book
{
public:
    Book(std::unique_ptr<Connection> opened, const Clock& clock)
        : connection(std::move(opened)),
          executor(*connection, clock),
          appointments(*connection),
          services(*connection, QStringLiteral("service")),
          feed(ChangeFeed::make(*connection))
    {
    }

    std::unique_ptr<Connection> connection;
    CommandExecutor executor;
    AppointmentTableModel appointments;
    VersionedTableModel services;
    std::unique_ptr<ChangeFeed> feed;
    std::unique_ptr<QSocketNotifier> closing;
};

} // namespace frontdesk
