#include "models/link/link_worker_book.h"

namespace frontdesk
{

namespace
{

using std::chrono_literals::operator""s;

/// A command whose answer was lost is sent again if that can still be quick.
constexpr auto quickRetry = 2s;

bool isUnreachable(const Outcome& outcome)
{
    const auto* failed = std::get_if<StorageFailed>(&outcome);
    return failed && failed->unreachable;
}

} // namespace

Outcome LinkWorker::execute(const Command& command, const QString& commandId)
{
    return whileOpen([&] { return m_book->executor.execute(command, Sender{m_person, m_setup.deskName, commandId}); });
}

Outcome LinkWorker::whileOpen(const std::function<Outcome()>& work)
{
    if (!m_book) {
        return StorageFailed{true, m_state.problem};
    }
    const auto start = LinkPulse::Clock::now();
    Outcome outcome = work();
    noticeLoss();
    // Whether it was stored is unknown. It carries its id, so that sent again it takes effect once.
    if (isUnreachable(outcome) && !m_book && LinkPulse::Clock::now() - start < quickRetry && tryOpen()) {
        outcome = work();
        noticeLoss();
    }
    if (m_book) {
        m_book->feed->committedHere();
    }
    return outcome;
}

Outcome LinkWorker::saveService(qint64 id, RowVersion seen, const QVariantMap& fields, const QString& commandId)
{
    return whileOpen([&] { return saveServiceOnce(id, seen, fields, commandId); });
}

Outcome LinkWorker::saveServiceOnce(qint64 id, RowVersion seen, const QVariantMap& fields, const QString& commandId)
{
    QVariantMap row = fields;
    row.insert(QStringLiteral("changed_by"), sqlValue(m_person));
    row.insert(QStringLiteral("changed_desk"), m_setup.deskName);
    row.insert(QStringLiteral("command_id"), commandId);
    const VersionedTableModel::Saved saved = m_book->services.save(id, seen.value(), row);
    switch (saved.error.kind) {
    case StorageError::Kind::None:
        return Done{saved.id, RowVersion(saved.version)};
    case StorageError::Kind::Stale:
        return serviceConflict(id, saved.version);
    case StorageError::Kind::Gone:
        return Gone{};
    case StorageError::Kind::Forbidden:
        return Forbidden{};
    case StorageError::Kind::Rule:
        return RuleBroken{saved.error.rule, false, saved.error.rule};
    case StorageError::Kind::Unreachable:
        return StorageFailed{true, saved.error.text};
    default:
        return StorageFailed{connection().isLost(), saved.error.text};
    }
}

Outcome LinkWorker::serviceConflict(qint64 id, qint64 version)
{
    VersionConflict conflict;
    conflict.current.service = ServiceId(id);
    conflict.current.version = RowVersion(version);
    const Connection::Result result = connection().run(QStringLiteral("change_of_version"),
                                                       {{QStringLiteral("table_name"), QStringLiteral("service")},
                                                        {QStringLiteral("id"), id},
                                                        {QStringLiteral("version"), version}});
    if (!result.error && result.query->next()) {
        conflict.changedAt = instantFromUnix(result.query->value(0).toLongLong());
        conflict.changedBy = result.query->value(1).toString();
        conflict.changedDesk = result.query->value(2).toString();
    }
    if (m_book->services.select()) {
        const int row = m_book->services.rowOf(id);
        const TableSnapshotPtr rows = m_book->services.snapshot();
        for (int column = 0; row >= 0 && column < rows->columns.size(); ++column) {
            conflict.fields.insert(rows->columns.at(column), rows->rows[size_t(row)][size_t(column)]);
        }
    }
    return conflict;
}

} // namespace frontdesk
