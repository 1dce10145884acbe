#pragma once

#include "models/storage/database_url.h"

#include <QByteArray>

#include <atomic>
#include <thread>

namespace frontdesk::test
{

/// Speaks just enough of PostgreSQL's protocol to refuse every login with a SQLSTATE and a message, on a free port of
/// the loopback; with an empty SQLSTATE it hangs up without a word.
class RefusingServer
{
public:
    RefusingServer(QByteArray sqlState, QByteArray message);
    ~RefusingServer();
    RefusingServer(const RefusingServer&) = delete;
    RefusingServer& operator=(const RefusingServer&) = delete;

    [[nodiscard]] DatabaseUrl url(const QString& password = {}) const;

private:
    void serve();
    void answer(int client) const;

    QByteArray m_sqlState;
    QByteArray m_message;
    int m_socket = -1;
    int m_port = 0;
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};

} // namespace frontdesk::test
