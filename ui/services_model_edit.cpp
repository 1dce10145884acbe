#include "ui/services_model.h"

#include "models/booking/command_bus.h"
#include "ui/booking_popup_service.h"
#include "ui/refusal_text.h"

namespace frontdesk
{

// What typing does to a service: read, kept with its problem, or sent.

namespace
{

/// Needing a room or a device for the first time keeps it for the whole service; needing none lets it go.
Steps keepingNeeds(Steps steps, const Catalogue& catalogue, const std::vector<ResourceId>& needs)
{
    for (const ResourceKind kind : {ResourceKind::Room, ResourceKind::Equipment}) {
        const bool needed = std::ranges::any_of(needs, [&](ResourceId id) {
            const Resource* resource = catalogue.resource(id);
            return resource && resource->kind == kind;
        });
        const bool kept = std::ranges::any_of(steps, [&](const Step& step) { return step.keepsBusy(kind); });
        for (Step& step : steps) {
            if (needed && !kept)
                step.keeps.push_back(kind);
            else if (!needed)
                std::erase(step.keeps, kind);
        }
    }
    return steps;
}

} // namespace

std::variant<QVariantMap, CellProblem> ServicesModel::read(int column, const QString& text,
                                                           const QVariantMap& fields) const
{
    const auto read = [](const auto& typed, const auto& toFields) -> std::variant<QVariantMap, CellProblem> {
        if (const auto* problem = std::get_if<CellProblem>(&typed))
            return *problem;
        return toFields(std::get<0>(typed));
    };
    const auto oneField = [](const char* name, const QString& value) {
        return QVariantMap{{QLatin1StringView(name), value}};
    };
    const Steps steps = stepsFromJson(fields.value(QStringLiteral("steps")).toString().toUtf8()).value_or(Steps{});
    std::vector<ResourceId> able;
    for (const QVariant& id : fields.value(QStringLiteral("able")).toList())
        able.push_back(ResourceId(id.toLongLong()));
    switch (column) {
    case Colour:
        return read(colourFromText(text), [&](const QString& value) { return oneField("colour", value); });
    case Name:
        return read(nameFromText(text), [&](const QString& value) { return oneField("name", value); });
    case Category:
        if (text.contains(QChar(QChar::Null)))
            return CellProblem{tr("has a character that can't be stored")};
        return oneField("category", text.trimmed());
    case Duration:
        return read(stepsFromText(text, steps),
                    [&](const Steps& value) { return oneField("steps", QString::fromUtf8(toJson(value))); });
    case Buffer:
        return read(buffersFromText(text), [](const Buffers& value) {
            return QVariantMap{{QStringLiteral("buffer_before"), qint64(value.before.count())},
                               {QStringLiteral("buffer_after"), qint64(value.after.count())}};
        });
    case Price:
        return read(priceFromText(text, fields.value(QStringLiteral("currency")).toString().toLatin1()),
                    [](const Money& value) {
                        return QVariantMap{{QStringLiteral("price_minor"), value.minor},
                                           {QStringLiteral("currency"), QString::fromLatin1(value.currency)}};
                    });
    case Staff:
    case Needs: {
        const bool staff = column == Staff;
        return read(resourcesFromText(text, *m_catalogue, staff), [&](const std::vector<ResourceId>& named) {
            std::vector<ResourceId> all = named;
            for (ResourceId id : able) {
                const Resource* resource = m_catalogue->resource(id);
                if (resource && (resource->kind == ResourceKind::Staff) != staff)
                    all.push_back(id);
            }
            std::ranges::sort(all);
            QVariantList list;
            for (ResourceId id : all)
                list.append(id.value());
            QVariantMap changed{{QStringLiteral("able"), list}};
            if (!staff)
                changed.insert(QStringLiteral("steps"),
                               QString::fromUtf8(toJson(keepingNeeds(steps, *m_catalogue, named))));
            return changed;
        });
    }
    default:
        return CellProblem{};
    }
}

void ServicesModel::beginEdit(const QModelIndex& index)
{
    m_opened = {idOf(index.row()), versionOf(index.row()), fieldsOf(index.row())};
    m_store->announceEditing(std::max<qint64>(0, m_opened.id));
    clearImpact();
}

void ServicesModel::endEdit()
{
    if (m_saving.value(m_opened.id) == 0)
        clearImpact();
    m_opened = {};
    m_store->announceEditing(0);
}

bool ServicesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const int row = index.row();
    const qint64 id = idOf(row);
    const bool opened = m_opened.id == id;
    const QVariantMap fields = opened ? m_opened.fields : fieldsOf(row);
    const RowVersion seen = opened ? m_opened.version : versionOf(row);
    QVariantMap changed;
    if (role == Qt::CheckStateRole && index.column() == Online) {
        changed.insert(QStringLiteral("online"), value.toInt() == Qt::Checked ? qint64(1) : qint64(0));
    } else if (role == Qt::CheckStateRole && index.column() == Active) {
        setRetired(row, value.toInt() != Qt::Checked);
        return true;
    } else if (role == Qt::EditRole) {
        const Wrong key{id, index.column()};
        const QString text = value.toString();
        const auto typed = text == shown(fields, index.column()) ? QVariantMap{} : read(index.column(), text, fields);
        if (const auto* problem = std::get_if<CellProblem>(&typed)) {
            m_wrong.insert(key, {text, problem->text});
            emit dataChanged(index, index);
            return false;
        }
        m_wrong.remove(key);
        changed = std::get<QVariantMap>(typed);
        emit dataChanged(index, index);
    } else {
        return false;
    }
    if (isDraft(row)) {
        m_drafts[draftAt(row)].fields.insert(changed);
        emit dataChanged(this->index(row, 0), this->index(row, ColumnCount - 1));
        return true;
    }
    QVariantMap differs;
    for (auto field = changed.begin(); field != changed.end(); ++field) {
        if (field.value() != fields.value(field.key()))
            differs.insert(field.key(), field.value());
    }
    if (!differs.isEmpty())
        send(id, seen, fields, differs, true);
    return true;
}

void ServicesModel::duplicate(int row)
{
    QVariantMap fields = fieldsOf(row);
    fields.insert(QStringLiteral("name"), tr("%1 (copy)").arg(fields.value(QStringLiteral("name")).toString()));
    fields.insert(QStringLiteral("retired_at"), QVariant());
    send(0, {}, {}, fields, true);
}

void ServicesModel::setRetired(int row, bool retired)
{
    if (isDraft(row)) {
        (void)takeDraft(row);
        return;
    }
    const QVariantMap fields = fieldsOf(row);
    if (fields.value(QStringLiteral("retired_at")).isNull() == !retired)
        return;
    const QVariant at = retired ? QVariant(QDateTime::currentSecsSinceEpoch()) : QVariant();
    send(idOf(row), versionOf(row), fields, {{QStringLiteral("retired_at"), at}}, true);
}

void ServicesModel::send(qint64 id, RowVersion seen, const QVariantMap& opened, const QVariantMap& changed,
                         bool remember)
{
    m_refused.remove(id);
    ++m_saving[id];
    rowLooks(id);
    m_store->save(id, seen, toColumns(changed), this, [this, id, opened, changed, remember](const Outcome& outcome) {
        --m_saving[id];
        answered(id, opened, changed, remember, outcome);
        rowLooks(id);
    });
}

void ServicesModel::answered(qint64 id, const QVariantMap& opened, const QVariantMap& changed, bool remember,
                             const Outcome& outcome)
{
    if (const auto* done = std::get_if<Done>(&outcome)) {
        if (remember) {
            m_done.push_back({done->id ? done->id : id, opened, changed});
            m_undone.clear();
        }
        if (id == 0)
            followDraft(done->id);
        emit undoChanged();
        return;
    }
    if (const auto* theirs = std::get_if<VersionConflict>(&outcome)) {
        whenMirrored(id, theirs->current.version, [this, id, opened, changed, theirs = *theirs] {
            QVariantMap mine = opened;
            mine.insert(changed);
            VersionConflict named = theirs;
            named.current.version = versionOf(rowOf(id));
            const Conflict met(groups(), opened, mine, fieldsOf(rowOf(id)));
            if (met.hasCollision()) {
                emit conflictMet(id, met, named);
            } else {
                emit said(tr("%1 changed it too; both are kept").arg(whoText(theirs.changedBy, theirs.changedDesk)));
                saveDecided(id, named.current.version, met);
            }
        });
        return;
    }
    if (id == 0) { // what was typed into the new service stays
        appendDraft(changed);
        id = m_lastDraft;
    }
    const QString words = refusalText(outcome, *m_catalogue, {});
    m_refused.insert(id, words);
    rowLooks(id);
    emit said(words);
}

/// Their version may still be on its way to the mirror.
void ServicesModel::whenMirrored(qint64 id, RowVersion version, std::function<void()> run)
{
    const auto here = [this, id, version] {
        const int row = rowOf(id);
        return row >= 0 && versionOf(row).value() >= version.value();
    };
    if (here()) {
        run();
        return;
    }
    auto* once = new QObject(this);
    connect(m_mirror, &TableMirror::refreshed, once, [once, here, run = std::move(run)] {
        if (here()) {
            once->deleteLater();
            run();
        }
    });
}

void ServicesModel::saveDecided(qint64 id, RowVersion theirs, const Conflict& decided)
{
    const QVariantMap changes = decided.changes();
    if (!changes.isEmpty())
        send(id, theirs, decided.theirs(), changes, true);
}

void ServicesModel::rowLooks(qint64 id)
{
    if (const int row = rowOf(id); row >= 0 && row < rowCount())
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

namespace
{

QVariantMap backTo(const QVariantMap& before, const QVariantMap& after)
{
    QVariantMap fields;
    for (const QString& field : after.keys())
        fields.insert(field, before.value(field));
    return fields;
}

} // namespace

/// The other way round of a save. Where somebody changed the same fields since, both stand beside each other.
void ServicesModel::turnBack(const Change& change, const QVariantMap& from, const QVariantMap& to)
{
    const int row = rowOf(change.id);
    const QVariantMap now = fieldsOf(row);
    QVariantMap as = now;
    as.insert(from);
    QVariantMap mine = as;
    mine.insert(to);
    const Conflict conflict(groups(), as, mine, now);
    if (conflict.hasCollision())
        emit conflictMet(change.id, conflict, theirsOf(row));
    else
        send(change.id, versionOf(row), now, to, false);
}

VersionConflict ServicesModel::theirsOf(int row) const
{
    VersionConflict theirs;
    theirs.current.version = versionOf(row);
    const Person* person = m_catalogue->person(PersonId(m_mirror->value(row, u"changed_by").toLongLong()));
    theirs.changedBy = person ? person->name : QString();
    theirs.changedDesk = m_mirror->value(row, u"changed_desk").toString();
    return theirs;
}

void ServicesModel::undo()
{
    if (m_done.empty())
        return;
    const Change last = m_done.back();
    m_done.pop_back();
    if (rowOf(last.id) >= 0) {
        m_undone.push_back(last);
        // A service that was added is taken back by retiring it: rows are never deleted.
        const QString retired = QStringLiteral("retired_at");
        if (last.before.isEmpty())
            turnBack(last, {{retired, QVariant()}}, {{retired, QVariant(QDateTime::currentSecsSinceEpoch())}});
        else
            turnBack(last, last.after, backTo(last.before, last.after));
    }
    emit undoChanged();
}

void ServicesModel::redo()
{
    if (m_undone.empty())
        return;
    const Change last = m_undone.back();
    m_undone.pop_back();
    if (rowOf(last.id) >= 0) {
        m_done.push_back(last);
        const QString retired = QStringLiteral("retired_at");
        if (last.before.isEmpty())
            turnBack(last, {{retired, fieldsOf(rowOf(last.id)).value(retired)}}, {{retired, QVariant()}});
        else
            turnBack(last, backTo(last.before, last.after), last.after);
    }
    emit undoChanged();
}

} // namespace frontdesk
