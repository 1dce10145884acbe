#include "models/booking/handling.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace frontdesk
{
namespace
{

/// The field that a hard rule of the schema stands beside in a form.
QString fieldOfRule(const QString& rule)
{
    static constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 16> fields{{
        {QLatin1StringView("service_retired"), QLatin1StringView("service")},
        {QLatin1StringView("resource_retired"), QLatin1StringView("staff")},
        {QLatin1StringView("staff_unable"), QLatin1StringView("staff")},
        {QLatin1StringView("takes_staff"), QLatin1StringView("staff")},
        {QLatin1StringView("client_retired"), QLatin1StringView("client")},
        {QLatin1StringView("client_id"), QLatin1StringView("client")},
        {QLatin1StringView("service_id"), QLatin1StringView("service")},
        {QLatin1StringView("staff_id"), QLatin1StringView("staff")},
        {QLatin1StringView("location_id"), QLatin1StringView("location")},
        {QLatin1StringView("length"), QLatin1StringView("length")},
        {QLatin1StringView("takes_span"), QLatin1StringView("length")},
        {QLatin1StringView("squeeze_reason"), QLatin1StringView("squeeze_reason")},
        {QLatin1StringView("squeeze_online"), QLatin1StringView("squeeze_reason")},
        {QLatin1StringView("squeeze_person"), QLatin1StringView("squeeze_reason")},
        {QLatin1StringView("price_minor"), QLatin1StringView("price")},
        {QLatin1StringView("status_way"), QLatin1StringView("status")},
    }};
    const auto found = std::ranges::find(fields, rule, [](const auto& pair) { return QString(pair.first); });
    return found == fields.end() ? QString() : QString(found->second);
}

} // namespace

Work::Work(const Handling& h, Statements statements) : m_postgresql(h.connection.dialect() == Dialect::Postgresql)
{
    if (!m_postgresql || statements == Statements::Several)
        m_transaction.emplace(h.connection);
}

StorageError Work::beginError() const
{
    return m_transaction ? m_transaction->beginError() : StorageError();
}

StorageError Work::commit()
{
    return m_transaction ? m_transaction->commit() : StorageError();
}

void Work::refused()
{
    if (m_postgresql)
        m_transaction.reset();
}

QVariantMap signedValues(const Handling& h)
{
    return {{QStringLiteral("person"), sqlValue(h.sender.person)},
            {QStringLiteral("desk"), textOrNull(h.sender.desk)},
            {QStringLiteral("command"), textOrNull(h.sender.commandId)},
            {QStringLiteral("now"), sqlValue(h.now)}};
}

QVariant sqlValue(Instant instant)
{
    return QVariant(toUnix(instant));
}

QVariant sqlValue(Seconds seconds)
{
    return QVariant(qint64(seconds.count()));
}

QVariant sqlValue(std::optional<Seconds> seconds)
{
    return seconds ? sqlValue(*seconds) : QVariant();
}

QVariant idsAsJson(std::span<const ResourceId> ids)
{
    QJsonArray array;
    for (const ResourceId id : ids)
        array.append(id.value());
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QVariant textOrNull(const QString& text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

Attempt failed(const StorageError& error)
{
    switch (error.kind) {
    case StorageError::Kind::Busy:
        return Busy{error.text};
    case StorageError::Kind::Gone:
        return Outcome(Gone{});
    case StorageError::Kind::Forbidden:
        return Outcome(Forbidden{});
    case StorageError::Kind::Rule:
        return Outcome(RuleBroken{error.rule, false, fieldOfRule(error.rule)});
    case StorageError::Kind::Stale: // the guard's own answer to a statement that took a wrong version: as a rule
        return Outcome(RuleBroken{QStringLiteral("update_version"), false, {}});
    case StorageError::Kind::Taken:
        return Outcome(SlotTaken{});
    default:
        return Outcome(StorageFailed{error.kind == StorageError::Kind::Unreachable, error.text, error.isDiskFull()});
    }
}

Attempt broken(QLatin1StringView rule, QLatin1StringView field)
{
    return Outcome(RuleBroken{rule, false, field});
}

StoredOrError readStored(const Handling& h, AppointmentId id)
{
    const Connection::Result result =
        h.connection.run(QStringLiteral("appointment_full"), {{QStringLiteral("id"), sqlValue(id)}});
    if (result.error)
        return result.error;
    if (!result.query->next())
        return std::optional<StoredAppointment>();
    StoredAppointment stored;
    stored.row = appointmentFrom(*result.query);
    stored.commandId = result.query->value(QStringLiteral("command_id")).toString();
    stored.statusBefore = statusFromCode(result.query->value(QStringLiteral("status_before")).toString());
    stored.overrideReason = result.query->value(QStringLiteral("override_reason")).toString();
    return std::optional(stored);
}

} // namespace frontdesk
