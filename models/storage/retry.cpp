#include "models/storage/retry.h"

#include <QRandomGenerator>
#include <QThread>

namespace frontdesk
{

namespace
{

StorageError once(Connection& connection, const std::function<StorageError()>& work)
{
    Transaction transaction(connection);
    if (transaction.beginError()) {
        return transaction.beginError();
    }
    const StorageError error = work();
    return error ? error : transaction.commit();
}

} // namespace

StorageError withRetry(Connection& connection, int attempts, const std::function<StorageError()>& work)
{
    for (int attempt = 1;; ++attempt) {
        const StorageError error = once(connection, work);
        if (error.kind != StorageError::Kind::Busy || attempt >= attempts) {
            return error;
        }
        QThread::msleep(QRandomGenerator::global()->bounded(5U, 10U + 10U * unsigned(attempt)));
    }
}

} // namespace frontdesk
