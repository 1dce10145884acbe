#pragma once

#include "models/storage/connection.h"

namespace frontdesk
{

/// All reads until it goes out of scope see the book as it stood at the first of them, while others go on writing.
/// Takes no lock that a booking waits for; long reads are not cut off by the desk's time limits. Not inside a
/// Transaction.
class Snapshot
{
public:
    explicit Snapshot(Connection& connection);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

    [[nodiscard]] const StorageError& beginError() const { return m_beginError; }

private:
    Connection& m_connection;
    StorageError m_beginError;
};

} // namespace frontdesk
