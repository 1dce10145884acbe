#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

#include <chrono>
#include <memory>

namespace frontdesk
{

class Connection;

/// Tells that somebody, this program included, has committed changes. A hint: whoever hears it reads again. Lives on
/// the thread of its connection, which must outlive it.
class ChangeFeed : public QObject
{
    Q_OBJECT
public:
    explicit ChangeFeed(QObject* parent = nullptr);

    /// Starts to listen; what was committed before is told to nobody, so read everything after it. False: the
    /// connection is lost.
    [[nodiscard]] virtual bool open() = 0;
    /// To be called after every own commit; what was rolled back does no harm.
    virtual void committedHere() = 0;

    /// The tables that a feed tells apart, in the words of the notifications.
    [[nodiscard]] static const QSet<QString>& allTables();
    [[nodiscard]] static std::unique_ptr<ChangeFeed> make(Connection& connection);

signals:
    /// Tables with changes since the last time, at least one.
    void changed(const QSet<QString>& tables);
    /// The connection does not answer any more.
    void lost();

protected:
    /// Tells it soon: at once after a quiet time, else together with what else comes until `coalescing` has passed
    /// since the last time.
    void note(const QSet<QString>& tables);

private:
    void tell();

    static constexpr std::chrono::milliseconds coalescing{50};
    QSet<QString> m_noted;
    QTimer m_timer;
    QElapsedTimer m_told;
};

} // namespace frontdesk
