#include "models/link/client_indexer.h"

#include "models/booking/client_index.h"
#include "models/booking/client_keys.h"
#include "models/storage/connection.h"

namespace frontdesk
{

ClientIndexer::~ClientIndexer()
{
    m_stop = true;
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void ClientIndexer::start(const DatabaseUrl& url)
{
    if (m_thread.joinable()) {
        return;
    }
    m_thread = std::thread([this, url] {
        const Connection::Opened opened = Connection::open(url);
        if (!opened.connection) {
            return;
        }
        const Reindexed done =
            reindexClients(*opened.connection, ClientKeys(), false, {}, [this] { return m_stop.load(); });
        // Who may not write keys leaves it to somebody who may.
        if (done.error && done.error.kind != StorageError::Kind::Forbidden) {
            qWarning("search keys: %s", qPrintable(done.error.text));
        } else if (done.clients > 0) {
            qInfo("search keys of %d clients written", done.clients);
        }
    });
}

} // namespace frontdesk
