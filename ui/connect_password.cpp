#include "ui/connect_password.h"

#include "models/storage/database_url.h"

#include <qt6keychain/keychain.h>

namespace frontdesk
{

namespace
{

const QString service = QStringLiteral("frontdesk");

/// The URL's text has no password.
template <class Job>
Job* newJob(const DatabaseUrl& url)
{
    auto* job = new Job(service);
    job->setKey(url.text());
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    return job;
}

} // namespace

void KeychainPasswords::read(const DatabaseUrl& url, QObject* context, std::function<void(const QString&)> answer)
{
    auto* job = newJob<QKeychain::ReadPasswordJob>(url);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, answer](QKeychain::Job*) {
        answer(job->error() == QKeychain::NoError ? job->textData() : QString());
    });
    job->start();
}

void KeychainPasswords::write(const DatabaseUrl& url, QObject* context, std::function<void(bool)> answer)
{
    auto* job = newJob<QKeychain::WritePasswordJob>(url);
    job->setTextData(url.password());
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [answer](QKeychain::Job* done) { answer(done->error() == QKeychain::NoError); });
    job->start();
}

void KeychainPasswords::forget(const DatabaseUrl& url)
{
    newJob<QKeychain::DeletePasswordJob>(url)->start();
}

} // namespace frontdesk
