#include "ui/connect_password.h"

#include "models/storage/database_url.h"

#include <qt6keychain/keychain.h>

namespace frontdesk
{

namespace
{

const QString service = QStringLiteral("frontdesk");

/// The URL's text has no password.
QString keyOf(const DatabaseUrl& url)
{
    return url.text();
}

template <class Job>
Job* newJob(const QString& key)
{
    auto* job = new Job(service);
    job->setKey(key);
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    return job;
}

} // namespace

/// Nothing is kept under this key: a keychain that answers says so, and asks nobody to unlock it.
void KeychainPasswords::look(QObject* context, std::function<void(bool)> answer)
{
    auto* job = newJob<QKeychain::ReadPasswordJob>(QStringLiteral("is there a keychain"));
    QObject::connect(job, &QKeychain::Job::finished, context, [job, answer](QKeychain::Job*) {
        answer(job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound);
    });
    job->start();
}

void KeychainPasswords::read(const DatabaseUrl& url, QObject* context, std::function<void(const QString&)> answer)
{
    auto* job = newJob<QKeychain::ReadPasswordJob>(keyOf(url));
    QObject::connect(job, &QKeychain::Job::finished, context, [job, answer](QKeychain::Job*) {
        answer(job->error() == QKeychain::NoError ? job->textData() : QString());
    });
    job->start();
}

void KeychainPasswords::write(const DatabaseUrl& url, QObject* context, std::function<void(bool)> answer)
{
    auto* job = newJob<QKeychain::WritePasswordJob>(keyOf(url));
    job->setTextData(url.password());
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [answer](QKeychain::Job* done) { answer(done->error() == QKeychain::NoError); });
    job->start();
}

void KeychainPasswords::forget(const DatabaseUrl& url)
{
    newJob<QKeychain::DeletePasswordJob>(keyOf(url))->start();
}

} // namespace frontdesk
