#pragma once

#include "models/storage/database_url.h"

#include <atomic>
#include <thread>

namespace frontdesk
{

/// Gives clients that were written by hand their search keys, once, at the start of a program: on a thread and a
/// connection of its own, so that no click waits for it.
class ClientIndexer
{
public:
    ClientIndexer() = default;
    /// Stops after the present batch.
    ~ClientIndexer();
    ClientIndexer(const ClientIndexer&) = delete;
    ClientIndexer& operator=(const ClientIndexer&) = delete;

    /// The first call starts it; later ones do nothing.
    void start(const DatabaseUrl& url);

private:
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};

} // namespace frontdesk
