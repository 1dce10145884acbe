#pragma once

#include "models/booking/client_keys.h"
#include "models/booking/command_bus.h"
#include "models/domain/catalogue.h"
#include "models/domain/clock.h"
#include "models/link/back_off.h"
#include "models/link/call_queue.h"
#include "models/link/client_indexer.h"
#include "models/link/link_pulse.h"
#include "models/link/link_state.h"
#include "models/link/presence.h"
#include "models/storage/connection.h"
#include "models/tables/table_mirror.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <set>

namespace frontdesk
{

/// What the database thread tells the GUI thread.
struct SignedIn {
    PersonId person;
};
struct AppointmentsRead {
    TableSnapshotPtr rows;
};
struct ServicesRead {
    TableSnapshotPtr rows;
};
using EditedElsewhere = std::vector<EditingElsewhere>;
using Report = std::variant<LinkState, CataloguePtr, SignedIn, AppointmentsRead, ServicesRead, EditedElsewhere>;

/// The database thread's object: owns the connection and everything on it, takes calls from the queue one at a time,
/// commands first, and reads again what has changed when no call waits. Keeps the connection: probes it, opens it anew
/// with a back-off, listens before it reads. Every method is called on its own thread.
class LinkWorker final : public QObject
{
    Q_OBJECT
public:
    struct Setup {
        DatabaseUrl url;
        QString deskName;
        QString personName;
        std::shared_ptr<const Clock> clock;
        quint32 seed = 0; ///< scatters the tries to connect
        std::shared_ptr<CallQueue> calls;
        std::shared_ptr<LinkPulse> pulse;
        std::function<void(Report)> tell;
    };
    explicit LinkWorker(Setup setup);
    ~LinkWorker() override;

    void open();
    /// Leaves the list of desks and closes.
    void close();

    void showRange(LocationId location, TimeSlot range);
    void rereadAll();
    void announceEditing(const QString& table, qint64 id);

    [[nodiscard]] Outcome execute(const Command& command, const QString& commandId);
    [[nodiscard]] Outcome saveService(qint64 id, RowVersion seen, const QVariantMap& fields, const QString& commandId);
    [[nodiscard]] std::vector<ClientHit> searchClients(const QString& text, int limit);
    [[nodiscard]] std::optional<ClientHit> readClient(ClientId id);
    /// Runs a read on the connection; nothing when there is none, or when it has just been lost.
    template <class T>
    [[nodiscard]] T read(const std::function<T(Connection&)>& reader)
    {
        T value = m_book ? reader(connection()) : T();
        noticeLoss();
        return value;
    }

    bool event(QEvent* event) override;

private:
    class Book;
    enum class Part { Appointments, Catalogue, Services, Desks }; ///< the most urgent first

    [[nodiscard]] Connection& connection() const;
    void takeCall();
    [[nodiscard]] bool tryOpen();
    void fillBook();
    void lose(const QString& text);
    void closeBook();
    void noticeLoss();
    void refuse(OpenProblem problem, const QString& detail);
    void probe();
    void beat();
    void sayHere();
    void sweep();
    void hear(const QSet<QString>& tables);
    void mark(std::initializer_list<Part> parts);
    void readNext();
    [[nodiscard]] StorageError readPart(Part part);
    [[nodiscard]] StorageError readWholeCatalogue();
    [[nodiscard]] StorageError readAppointments();
    [[nodiscard]] StorageError readServices();
    [[nodiscard]] StorageError readDesks();
    [[nodiscard]] StorageError readPerson();
    void indexBeforeSearch(Connection& on);
    [[nodiscard]] Outcome whileOpen(const std::function<Outcome()>& work);
    [[nodiscard]] Outcome saveServiceOnce(qint64 id, RowVersion seen, const QVariantMap& fields,
                                          const QString& commandId);
    [[nodiscard]] Outcome serviceConflict(qint64 id, qint64 version);
    void tellState(LinkState::Kind kind, const QString& problem = {});

    Setup m_setup;
    std::unique_ptr<Book> m_book; ///< null while there is no connection
    ClientKeys m_keys;
    bool m_indexed = false; ///< the first search has seen to the keys
    ClientIndexer m_indexer;
    Presence m_presence;
    PersonId m_person;
    LinkState m_state;
    BackOff m_backOff;
    bool m_wasLive = false;
    Instant m_heard{}; ///< the last time that the database answered
    std::set<Part> m_stale;
    CataloguePtr m_catalogue;
    TableSnapshotPtr m_appointmentRows;
    EditedElsewhere m_editing;
    LocationId m_location;
    TimeSlot m_range{};
    QTimer m_next;      ///< the next call or read, after the event loop has had its turn
    QTimer m_retry;     ///< the next try to connect
    QTimer m_probe;     ///< a silent connection is asked whether it lives
    QTimer m_beat;      ///< says that this desk is there, sweeps
    QTimer m_holdEnd;   ///< when the clock changes what is shown
    QTimer m_index;     ///< a while after the start
    QTimer m_desksSoon; ///< others' presence changes often and isn't urgent
};

} // namespace frontdesk
