#include "models/check/history.h"

#include <algorithm>
#include <array>
#include <optional>

namespace frontdesk::check
{
namespace
{

constexpr QLatin1StringView audit("audit");
constexpr QLatin1StringView statusWay("status_way");

using Versions = std::map<QString, std::map<qint64, qint64>>;

/// The audit of one row after the other, in the order of their versions.
class Histories
{
public:
    Histories(BookReader& book, Versions versions, const std::vector<AppointmentFacts>& appointments)
        : m_book(book), m_versions(std::move(versions)), m_appointments(appointments)
    {
        m_isSeen.resize(appointments.size());
    }

    void add(const QSqlQuery& row);
    /// After the last: rows that have no audit at all.
    void finish();

private:
    struct Story {
        QString table;
        qint64 row = 0;
        qint64 version = 0;
        std::optional<Status> status;
        std::optional<Status> before; ///< the status that was cancelled
        std::array<qint64, 3> said{}; ///< when, who and with whom
        bool isWhole = true;          ///< no finding yet
    };
    void tell(const QString& what)
    {
        m_story.isWhole = false;
        tellOf(m_story.table, m_story.row, audit, what);
    }
    void tellOf(const QString& table, qint64 row, QLatin1StringView invariant, const QString& what);
    void follow(const QString& code);
    void compare(const AppointmentFacts& facts);
    void close();
    [[nodiscard]] const AppointmentFacts* appointment(qint64 id) const;

    BookReader& m_book;
    Versions m_versions; ///< of every table but appointment; what was seen is taken out
    const std::vector<AppointmentFacts>& m_appointments;
    std::vector<bool> m_isSeen;
    Story m_story;
};

void Histories::tellOf(const QString& table, qint64 row, QLatin1StringView invariant, const QString& what)
{
    if (m_book.findings().isFull(invariant))
        return m_book.findings().countOne(invariant);
    const QString name =
        table == QLatin1StringView("appointment") ? m_book.describe(row) : QStringLiteral("%1 %2").arg(table).arg(row);
    m_book.findings().add(invariant, QStringLiteral("%1: %2").arg(name, what));
}

const AppointmentFacts* Histories::appointment(qint64 id) const
{
    const auto found = std::ranges::lower_bound(m_appointments, id, {}, &AppointmentFacts::id);
    return found != m_appointments.end() && found->id == id ? &*found : nullptr;
}

void Histories::follow(const QString& code)
{
    const std::optional<Status> next = statusFromCode(code);
    if (!next || next == m_story.status)
        return;
    // A row may begin as cancelled, by an import: what it was before isn't in the audit then.
    const bool fromImport =
        m_story.status == Status::Cancelled && !m_story.before && canFollow(*next, Status::Cancelled);
    if (m_story.status && !fromImport && !canFollow(*m_story.status, *next, m_story.before)) {
        tellOf(m_story.table, m_story.row, statusWay,
               QStringLiteral("version %1 went from %2 to %3")
                   .arg(m_story.version)
                   .arg(QString(toCode(*m_story.status)), code));
    }
    if (!m_story.status && next == Status::Expired)
        tellOf(m_story.table, m_story.row, statusWay, QStringLiteral("it began as expired"));
    m_story.before = next == Status::Cancelled ? m_story.status : std::optional<Status>();
    m_story.status = next;
}

/// The new value of a change, told as "[old, new]"; 0 for null.
qint64 newValue(const QString& change)
{
    return change.mid(change.lastIndexOf(u',') + 1).chopped(1).trimmed().toLongLong();
}

/// What the row says now is what its history said last.
void Histories::compare(const AppointmentFacts& facts)
{
    constexpr std::array names{"start", "client", "staff member"};
    const std::array stands{facts.start, facts.client, facts.staff};
    for (size_t i = 0; i < names.size(); ++i) {
        if (m_story.said[i] != stands[i])
            tell(QStringLiteral("its %1 isn't the one that its audit ends with").arg(QLatin1StringView(names[i])));
    }
}

void Histories::add(const QSqlQuery& row)
{
    const QString table = row.value(0).toString();
    const qint64 id = row.value(1).toLongLong();
    if (table != m_story.table || id != m_story.row) {
        close();
        m_story = {table, id, 0, {}, {}, {}, true};
    }
    const qint64 version = row.value(2).toLongLong();
    if (version != m_story.version + 1)
        tell(QStringLiteral("its audit goes from version %1 to %2").arg(m_story.version).arg(version));
    m_story.version = version;
    const bool isInsert = row.value(3).toString() == QLatin1StringView("insert");
    if (isInsert != (version == 1))
        tell(QStringLiteral("its audit calls version %1 an %2").arg(version).arg(row.value(3).toString()));
    if (table != QLatin1StringView("appointment"))
        return;
    follow(row.value(5).toString());
    for (size_t i = 0; i < m_story.said.size(); ++i) {
        if (!row.isNull(6 + int(i)))
            m_story.said[i] = newValue(row.value(6 + int(i)).toString());
    }
}

void Histories::close()
{
    if (m_story.row == 0)
        return;
    qint64 version = 0;
    if (m_story.table == QLatin1StringView("appointment")) {
        const AppointmentFacts* facts = appointment(m_story.row);
        if (facts) {
            m_isSeen[static_cast<size_t>(facts - m_appointments.data())] = true;
            version = facts->version;
            if (m_story.isWhole && version == m_story.version && m_story.status && m_story.status != facts->status)
                tell(QStringLiteral("it is %1, but its audit ends with %2")
                         .arg(QString(toCode(facts->status)), QString(toCode(*m_story.status))));
            if (m_story.isWhole && version == m_story.version)
                compare(*facts);
        }
    } else {
        auto& rows = m_versions[m_story.table];
        const auto found = rows.find(m_story.row);
        if (found != rows.end()) {
            version = found->second;
            rows.erase(found);
        }
    }
    if (version == 0)
        tell(QStringLiteral("it has an audit, but the row is gone"));
    else if (version != m_story.version)
        tell(QStringLiteral("it stands at version %1, but its audit ends with %2").arg(version).arg(m_story.version));
}

void Histories::finish()
{
    close();
    const QString none = QStringLiteral("it has no audit");
    for (size_t i = 0; i < m_appointments.size(); ++i) {
        if (!m_isSeen[i])
            tellOf(QStringLiteral("appointment"), m_appointments[i].id, audit, none);
    }
    for (const auto& [table, rows] : m_versions) {
        for (const auto& [id, version] : rows)
            tellOf(table, id, audit, none);
    }
}

StorageError eachAuditRow(BookReader& book, const BookReader::OnRow& onRow)
{
    QVariantMap from = {{QStringLiteral("table"), QStringLiteral("")},
                        {QStringLiteral("row"), 0},
                        {QStringLiteral("version"), 0},
                        {QStringLiteral("count"), BookReader::pageSize}};
    int read = BookReader::pageSize;
    while (read == BookReader::pageSize) {
        read = 0;
        StorageError error = book.each(
            QStringLiteral("check_audit"),
            [&](const QSqlQuery& row) {
                ++read;
                from[QStringLiteral("table")] = row.value(0).toString();
                from[QStringLiteral("row")] = row.value(1).toLongLong();
                from[QStringLiteral("version")] = row.value(2).toLongLong();
                onRow(row);
            },
            from);
        if (error)
            return error;
    }
    return {};
}

} // namespace

StorageError checkHistory(BookReader& book, const std::vector<AppointmentFacts>& appointments)
{
    Versions versions;
    StorageError error = book.each(QStringLiteral("check_versions"), [&](const QSqlQuery& row) {
        versions[row.value(0).toString()][row.value(1).toLongLong()] = row.value(2).toLongLong();
    });
    if (error)
        return error;
    Histories histories(book, std::move(versions), appointments);
    error = eachAuditRow(book, [&](const QSqlQuery& row) { histories.add(row); });
    if (!error)
        histories.finish();
    return error;
}

} // namespace frontdesk::check
