#pragma once

#include "models/link/database_link.h"
#include "models/link/link_worker.h"
#include "models/link/pending_requests.h"
#include "models/link/unanswered.h"

#include <QThread>

namespace frontdesk
{

/// The link's end on the GUI thread: starts and ends the database thread, asks it by values, takes in what it tells and
/// notices when it waits for too long.
class DatabaseLink::Private final : public QObject
{
public:
    Private(DatabaseLink* link, const DatabaseUrl& url, const Options& options);
    ~Private() override;

    bool event(QEvent* event) override;
    void start();
    [[nodiscard]] bool isDown() const
    {
        return state.kind == LinkState::Kind::Lost || state.kind == LinkState::Kind::Refused;
    }
    /// Runs on the database thread, unless the link is down, when it is dropped.
    void post(CallQueue::Urgency urgency, std::function<void(LinkWorker&)> call);
    template <class T>
    quint64 ask(CallQueue::Urgency urgency, QObject* context, std::function<void(const T&)> answer, T none,
                std::function<T(LinkWorker&)> work);
    template <class T>
    quint64 askBook(QObject* context, std::function<void(const T&)> answer, std::function<T(Connection&)> reader)
    {
        return ask<T>(CallQueue::Urgency::Later, context, std::move(answer), T(),
                      [reader = std::move(reader)](LinkWorker& on) { return on.read<T>(reader); });
    }
    void send(const Unanswered::Sent& sent, QObject* context, std::function<void(const Outcome&)> answer);
    void answered(quint64 id, const PendingRequests::Answer& answer) { pending.answer(id, answer); }
    void drop(quint64 id)
    {
        pending.forget(id);
        m_toWorker->withdraw(id);
    }
    /// Only the latest question of its kind that a context asks is of interest: an earlier one is neither run nor
    /// answered any more.
    void supersede(const QHash<QObject*, quint64>& latest, QObject* context)
    {
        if (const quint64 earlier = latest.value(context))
            drop(earlier);
    }

    DatabaseLink* q;
    Options options;
    QString databaseName;
    AppointmentMirror appointments;
    TableMirror services;
    CataloguePtr catalogue = std::make_shared<Catalogue>();
    PersonId person;
    LinkState state;
    EditedElsewhere editing;
    PendingRequests pending;
    Unanswered unanswered;
    QHash<QObject*, quint64> searches; ///< the latest of each context
    QHash<QObject*, quint64> impacts;

private:
    /// After this long without an answer whoever asked is told that there is none; longer than the server takes to give
    /// up.
    static constexpr std::chrono::seconds patience{9};

    void take(const Report& report);
    void watch();
    void showState();

    LinkState m_told;      ///< as the database thread sees it
    Instant m_heard{};     ///< the last time that it told anything
    bool m_isDead = false; ///< it has been waiting for too long
    bool m_firstRead = true;
    std::shared_ptr<CallQueue> m_toWorker = std::make_shared<CallQueue>();
    std::shared_ptr<CallQueue> m_toGui = std::make_shared<CallQueue>();
    std::shared_ptr<LinkPulse> m_pulse = std::make_shared<LinkPulse>();
    QTimer m_watch;
    std::unique_ptr<QThread> m_thread;
    LinkWorker* m_worker; ///< deleted by its thread
};

template <class T>
quint64 DatabaseLink::Private::ask(CallQueue::Urgency urgency, QObject* context, std::function<void(const T&)> answer,
                                   T none, std::function<T(LinkWorker&)> work)
{
    const quint64 id = pending.add<T>(context, std::move(answer), std::move(none), patience);
    if (isDown()) {
        m_toGui->push(CallQueue::Urgency::Later, id, [this, id] { answered(id, PendingRequests::NoAnswer{}); });
        return id;
    }
    m_toWorker->push(urgency, id, [this, id, worker = m_worker, queue = m_toGui, work = std::move(work)] {
        queue->push(CallQueue::Urgency::Later, id, [this, id, value = work(*worker)] { answered(id, value); });
    });
    return id;
}

} // namespace frontdesk
