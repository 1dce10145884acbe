#include "models/changes/change_feed.h"

#include "models/changes/postgres_feed.h"
#include "models/changes/sqlite_feed.h"
#include "models/storage/connection.h"

namespace frontdesk
{

ChangeFeed::ChangeFeed(QObject* parent) : QObject(parent), m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ChangeFeed::tell);
}

const QSet<QString>& ChangeFeed::allTables()
{
    static const QSet<QString> tables{
        QStringLiteral("appointment"), QStringLiteral("desk_hold"), QStringLiteral("client"),
        QStringLiteral("service"),     QStringLiteral("resource"),  QStringLiteral("location"),
        QStringLiteral("person"),      QStringLiteral("business"),  QStringLiteral("closure"),
        QStringLiteral("time_off"),    QStringLiteral("desk")};
    return tables;
}

std::unique_ptr<ChangeFeed> ChangeFeed::make(Connection& connection)
{
    if (connection.dialect() == Dialect::Postgresql) {
        return std::make_unique<PostgresFeed>(connection);
    }
    return std::make_unique<SqliteFeed>(connection);
}

void ChangeFeed::note(const QSet<QString>& tables)
{
    m_noted += tables;
    if (m_noted.isEmpty() || m_timer.isActive()) {
        return;
    }
    const std::chrono::milliseconds since(m_told.isValid() ? m_told.elapsed() : coalescing.count());
    m_timer.start(std::max(coalescing - since, std::chrono::milliseconds(0)));
}

void ChangeFeed::tell()
{
    m_told.start();
    emit changed(std::exchange(m_noted, {}));
}

} // namespace frontdesk
