#pragma once

#include "models/storage/database_url.h"

#include <QTemporaryDir>

namespace frontdesk::test
{

/// A PostgreSQL cluster of this test's own in a temporary folder (packaging/cluster), for what the shared one can't
/// bear: logins by password, and being killed. Everybody but the superuser logs in with a password.
class PrivateCluster
{
public:
    PrivateCluster();
    ~PrivateCluster();
    PrivateCluster(const PrivateCluster&) = delete;
    PrivateCluster& operator=(const PrivateCluster&) = delete;

    [[nodiscard]] const DatabaseUrl& url() const { return m_url; } ///< of the superuser
    /// Ends every process of the server by SIGKILL.
    void kill();
    /// Starts it again after kill(), on another port: url() changes.
    void start();

private:
    [[nodiscard]] QString folder() const;

    QTemporaryDir m_folder;
    DatabaseUrl m_url;
};

} // namespace frontdesk::test
