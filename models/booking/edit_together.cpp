#include "models/booking/edited.h"
#include "models/booking/refusal.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>

namespace frontdesk
{
namespace
{

/// One of the edits on its way: the version it stands at grows with each of its statements.
struct Saving {
    Edited edit;
    RowVersion version;
    bool parked = false;
};

QVariant asJson(const std::set<qint64>& ids)
{
    QJsonArray array;
    for (const qint64 id : ids)
        array.append(id);
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

/// Row locks come before the resources' locks, both in the order of their ids: as in every single statement, whose
/// trigger locks resources while the statement already has its row.
StorageError lockRows(const Handling& h, const EditTogether& c)
{
    if (h.connection.dialect() == Dialect::Sqlite)
        return {};
    std::set<qint64> ids;
    for (const EditAppointment& edit : c.edits)
        ids.insert(edit.id.value());
    return h.connection.run(QStringLiteral("lock_appointments"), {{QStringLiteral("ids"), asJson(ids)}}).error;
}

StorageError lockResources(const Handling& h, const std::vector<Saving>& steps)
{
    if (h.connection.dialect() == Dialect::Sqlite)
        return {};
    std::set<qint64> ids;
    for (const Saving& step : steps) {
        const Appointment& row = step.edit.before.row;
        if (row.service.isValid() && !row.client.isValid())
            ids.insert(-row.id.value()); // a group session, which takes its seats along
        for (const Take& take : row.takes)
            ids.insert(take.resource.value());
        for (const Take& take : step.edit.after.row.takes)
            ids.insert(take.resource.value());
    }
    return h.connection.run(QStringLiteral("lock_resources"), {{QStringLiteral("ids"), asJson(ids)}}).error;
}

/// The whole batch was saved by an earlier attempt: the versions that it wrote.
Attempt savedAlready(const Handling& h, const EditTogether& c, const Done& first)
{
    Done done = first;
    for (size_t i = 1; i < c.edits.size(); ++i) {
        const VersionOrError written = writtenAlready(h, QLatin1StringView("appointment"), c.edits[i].id.value());
        if (const auto* error = std::get_if<StorageError>(&written))
            return failed(*error);
        const auto& version = std::get<std::optional<RowVersion>>(written);
        done.others.push_back({c.edits[i].id.value(), version.value_or(c.edits[i].seen)});
    }
    return Outcome(done);
}

std::variant<std::vector<Saving>, Attempt> readAll(const Handling& h, const EditTogether& c)
{
    std::vector<Saving> steps;
    for (const EditAppointment& edit : c.edits) {
        const StoredOrError read = readStored(h, edit.id);
        if (const auto* error = std::get_if<StorageError>(&read))
            return failed(*error);
        const auto& stored = std::get<std::optional<StoredAppointment>>(read);
        if (!stored || stored->row.version != edit.seen) {
            const Attempt why = whyNotSaved(h, edit.id, edit.seen);
            const auto* outcome = std::get_if<Outcome>(&why);
            const auto* done = outcome ? std::get_if<Done>(outcome) : nullptr;
            return done && edit.id == c.edits.front().id ? savedAlready(h, c, *done) : why;
        }
        auto change = edited(h, *stored, edit);
        if (const auto* answer = std::get_if<Attempt>(&change))
            return *answer;
        steps.push_back({std::get<Edited>(std::move(change)), edit.seen, false});
    }
    return steps;
}

/// Runs a statement that answers with the row's new version.
std::optional<StorageError> advance(const Handling& h, const QString& statement, const QVariantMap& values,
                                    Saving& step)
{
    const Connection::Result result = h.connection.run(statement, values);
    if (result.error)
        return result.error;
    if (!result.query->next()) {
        StorageError forbidden; // the version is ours: the row is locked
        forbidden.kind = StorageError::Kind::Forbidden;
        return forbidden;
    }
    step.version = RowVersion(result.query->value(0).toLongLong());
    return {};
}

/// Gives up the time of what will lie elsewhere, so that the order of the edits doesn't matter.
std::optional<StorageError> parkAll(const Handling& h, std::vector<Saving>& steps)
{
    if (std::ranges::count_if(steps, [](const Saving& step) { return step.edit.placeChanged; }) < 2)
        return {};
    for (Saving& step : steps) {
        if (!step.edit.placeChanged || step.edit.before.row.status != Status::Booked)
            continue;
        QVariantMap values = signedValues(h);
        values.insert({{QStringLiteral("id"), sqlValue(step.edit.before.row.id)},
                       {QStringLiteral("seen"), sqlValue(step.version)}});
        if (auto error = advance(h, QStringLiteral("park_appointment"), values, step))
            return error;
        step.parked = true;
    }
    return {};
}

struct NotPlaced {
    StorageError error;
    const Saving* step;
};

std::optional<NotPlaced> placeAll(const Handling& h, std::vector<Saving>& steps)
{
    for (const bool parked : {false, true}) { // what could not be parked moves first, into what is free now
        for (Saving& step : steps) {
            if (step.parked != parked || step.edit.changesNothing())
                continue;
            QVariantMap values = valuesOf(h, step.edit, step.version);
            if (step.parked)
                values.insert(QStringLiteral("status"), QString(toCode(Status::Booked)));
            if (auto error = advance(h, QStringLiteral("edit_appointment"), values, step))
                return NotPlaced{*error, &step};
        }
    }
    return {};
}

Done doneOf(const std::vector<Saving>& steps)
{
    Done done{steps.front().edit.before.row.id.value(), steps.front().version};
    for (const Saving& step : std::span(steps).subspan(1))
        done.others.push_back({step.edit.before.row.id.value(), step.version});
    return done;
}

std::optional<Attempt> checkAll(EditTogether& c)
{
    std::set<qint64> ids;
    for (EditAppointment& edit : c.edits) {
        if (!ids.insert(edit.id.value()).second)
            return broken(QLatin1StringView("edited_twice"));
        if (const auto problem = checkEdit(edit))
            return Attempt(Outcome(*problem));
    }
    return c.edits.empty() ? std::optional(broken(QLatin1StringView("edits"))) : std::nullopt;
}

} // namespace

Attempt handle(const Handling& h, const EditTogether& given)
{
    EditTogether c = given;
    if (const auto problem = checkAll(c))
        return *problem;
    Work work(h, Work::Statements::Several);
    if (const StorageError error = work.beginError())
        return failed(error);
    if (const StorageError error = lockRows(h, c))
        return failed(error);
    auto read = readAll(h, c);
    if (const auto* answer = std::get_if<Attempt>(&read))
        return *answer;
    auto& steps = std::get<std::vector<Saving>>(read);
    if (const StorageError error = lockResources(h, steps))
        return failed(error);
    if (const auto error = parkAll(h, steps))
        return failed(*error);
    if (const auto refused = placeAll(h, steps)) {
        work.refused();
        return refused->error.kind == StorageError::Kind::Taken
                   ? Attempt(Outcome(slotTaken(h, wantedPlace(refused->step->edit), refused->error)))
                   : failed(refused->error);
    }
    if (const StorageError error = work.commit())
        return failed(error);
    return Outcome(doneOf(steps));
}

} // namespace frontdesk
