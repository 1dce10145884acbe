#include "models/booking/conflict.h"

#include <algorithm>

namespace frontdesk
{

namespace
{

bool differ(const QStringList& fields, const QVariantMap& a, const QVariantMap& b)
{
    return std::ranges::any_of(fields, [&](const QString& field) { return a.value(field) != b.value(field); });
}

QString joined(const QString& theirs, const QString& mine)
{
    if (mine.contains(theirs))
        return mine;
    if (theirs.contains(mine))
        return theirs;
    return theirs + QLatin1Char('\n') + mine;
}

QVariantList resourceList(const std::vector<ResourceId>& resources)
{
    QVariantList list;
    for (ResourceId id : resources)
        list.append(id.value());
    return list;
}

QVariantList moneyList(const Money& money)
{
    return {money.minor, QString::fromLatin1(money.currency)};
}

const QString startsAt = QStringLiteral("starts_at");
const QString length = QStringLiteral("length");
const QString staff = QStringLiteral("staff");
const QString others = QStringLiteral("others");
const QString service = QStringLiteral("service");
const QString price = QStringLiteral("price");
const QString client = QStringLiteral("client");
const QString note = QStringLiteral("note");
const QString label = QStringLiteral("label");
const QString confirmation = QStringLiteral("confirmation");

} // namespace

Conflict::Conflict(const std::vector<ConflictGroup>& groups, QVariantMap opened, QVariantMap mine, QVariantMap theirs)
    : m_opened(std::move(opened)), m_mine(std::move(mine)), m_theirs(std::move(theirs))
{
    for (const ConflictGroup& group : groups) {
        Line line;
        line.group = group;
        line.mineChanged = differ(group.fields, m_opened, m_mine);
        line.theirsChanged = differ(group.fields, m_opened, m_theirs);
        line.collides = line.mineChanged && line.theirsChanged && differ(group.fields, m_mine, m_theirs);
        if (line.collides)
            line.side = Side::Undecided;
        else
            line.side = line.mineChanged ? Side::Mine : Side::Theirs;
        m_lines.push_back(std::move(line));
    }
}

void Conflict::choose(int index, Side side)
{
    if (index < 0 || index >= int(m_lines.size()))
        return;
    Line& line = m_lines[size_t(index)];
    if (line.collides && (side != Side::Both || line.group.canKeepBoth))
        line.side = side;
}

void Conflict::chooseAll(Side side)
{
    for (int i = 0; i < int(m_lines.size()); ++i)
        choose(i, side);
}

int Conflict::undecided() const
{
    return int(std::ranges::count(m_lines, Side::Undecided, &Line::side));
}

int Conflict::firstUndecided() const
{
    const auto found = std::ranges::find(m_lines, Side::Undecided, &Line::side);
    return found == m_lines.end() ? -1 : int(found - m_lines.begin());
}

bool Conflict::hasCollision() const
{
    return std::ranges::any_of(m_lines, &Line::collides);
}

QVariantMap Conflict::result() const
{
    QVariantMap row = m_theirs;
    for (const Line& line : m_lines) {
        for (const QString& field : line.group.fields) {
            if (line.side == Side::Mine)
                row.insert(field, m_mine.value(field));
            else if (line.side == Side::Both)
                row.insert(field, joined(m_theirs.value(field).toString(), m_mine.value(field).toString()));
        }
    }
    return row;
}

QVariantMap Conflict::changes() const
{
    const QVariantMap decided = result();
    QVariantMap changed;
    for (auto field = decided.begin(); field != decided.end(); ++field) {
        if (field.value() != m_theirs.value(field.key()))
            changed.insert(field.key(), field.value());
    }
    return changed;
}

Conflict Conflict::rebased(const std::vector<ConflictGroup>& groups, const QVariantMap& theirs) const
{
    return {groups, m_theirs, result(), theirs};
}

std::vector<ResourceId> otherResources(const Appointment& appointment)
{
    std::vector<ResourceId> resources;
    for (const Take& take : appointment.takes) {
        if (take.resource != appointment.staff && std::ranges::find(resources, take.resource) == resources.end())
            resources.push_back(take.resource);
    }
    std::ranges::sort(resources);
    return resources;
}

QVariantMap conflictFields(const Appointment& appointment)
{
    return {{startsAt, toUnix(appointment.slot.start)},
            {length, qint64(appointment.slot.length().count())},
            {staff, appointment.staff.value()},
            {others, resourceList(otherResources(appointment))},
            {service, appointment.service.value()},
            {price, moneyList(appointment.price)},
            {client, appointment.client.value()},
            {note, appointment.note},
            {label, appointment.label},
            {confirmation, int(appointment.confirmation)}};
}

QVariantMap conflictFields(const EditAppointment& edit)
{
    QVariantMap fields;
    if (edit.start)
        fields.insert(startsAt, toUnix(*edit.start));
    if (edit.length)
        fields.insert(length, qint64(edit.length->count()));
    if (edit.staff)
        fields.insert(staff, edit.staff->value());
    if (edit.others) {
        std::vector<ResourceId> sorted = *edit.others;
        std::ranges::sort(sorted);
        fields.insert(others, resourceList(sorted));
    }
    if (edit.service)
        fields.insert(service, edit.service->value());
    if (edit.price)
        fields.insert(price, moneyList(*edit.price));
    if (edit.client)
        fields.insert(client, edit.client->value());
    if (edit.note)
        fields.insert(note, *edit.note);
    if (edit.label)
        fields.insert(label, *edit.label);
    if (edit.confirmation)
        fields.insert(confirmation, int(*edit.confirmation));
    return fields;
}

EditAppointment editFromFields(AppointmentId id, RowVersion seen, const QVariantMap& fields)
{
    EditAppointment edit;
    edit.id = id;
    edit.seen = seen;
    if (fields.contains(startsAt))
        edit.start = instantFromUnix(fields.value(startsAt).toLongLong());
    if (fields.contains(length))
        edit.length = Seconds(fields.value(length).toLongLong());
    if (fields.contains(staff))
        edit.staff = ResourceId(fields.value(staff).toLongLong());
    if (fields.contains(others)) {
        std::vector<ResourceId> resources;
        for (const QVariant& resource : fields.value(others).toList())
            resources.push_back(ResourceId(resource.toLongLong()));
        edit.others = resources;
    }
    if (fields.contains(service))
        edit.service = ServiceId(fields.value(service).toLongLong());
    if (fields.contains(price)) {
        const QVariantList money = fields.value(price).toList();
        edit.price = Money{money.value(0).toLongLong(), money.value(1).toString().toLatin1()};
    }
    if (fields.contains(client))
        edit.client = ClientId(fields.value(client).toLongLong());
    if (fields.contains(note))
        edit.note = fields.value(note).toString();
    if (fields.contains(label))
        edit.label = fields.value(label).toString();
    if (fields.contains(confirmation))
        edit.confirmation = Confirmation(fields.value(confirmation).toInt());
    return edit;
}

std::vector<ConflictGroup> appointmentGroups(const QVariantMap& opened, const QVariantMap& mine,
                                             const QVariantMap& theirs)
{
    const bool lengthOfService = differ({service}, opened, mine) || differ({service}, opened, theirs);
    ConflictGroup when{QStringLiteral("when"), {startsAt, staff, others}, false};
    ConflictGroup what{QStringLiteral("service"), {service, price}, false};
    (lengthOfService ? what : when).fields.append(length);
    return {when,
            what,
            {QStringLiteral("client"), {client}, false},
            {QStringLiteral("note"), {note}, true},
            {QStringLiteral("label"), {label}, true},
            {QStringLiteral("confirmation"), {confirmation}, false}};
}

Conflict appointmentConflict(const Appointment& opened, const EditAppointment& mine, const Appointment& theirs)
{
    const QVariantMap before = conflictFields(opened);
    QVariantMap wanted = before;
    wanted.insert(conflictFields(mine));
    const QVariantMap now = conflictFields(theirs);
    return {appointmentGroups(before, wanted, now), before, wanted, now};
}

} // namespace frontdesk
