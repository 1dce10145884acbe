#pragma once

#include "models/booking/command_bus.h"
#include "ui/services_store.h"

#include <QTimer>

#include <deque>

namespace frontdesk::test
{

/// Services without a database: rows in a mirror, versions checked as the real save does, answers from the event loop.
class FakeServices final : public ServiceStore
{
public:
    explicit FakeServices(CataloguePtr salon) : m_salon(std::move(salon))
    {
        for (const Service& service : m_salon->services) {
            QVariantList able;
            for (ResourceId id : service.able)
                able.append(id.value());
            QStringList ids;
            for (const QVariant& id : std::as_const(able))
                ids.append(id.toString());
            insert({{QStringLiteral("name"), service.name},
                    {QStringLiteral("category"), service.category},
                    {QStringLiteral("price_minor"), service.price.minor},
                    {QStringLiteral("currency"), QString::fromLatin1(service.price.currency)},
                    {QStringLiteral("colour"), service.colour},
                    {QStringLiteral("steps"), QString::fromUtf8(toJson(service.steps))},
                    {QStringLiteral("able"), QStringLiteral("[%1]").arg(ids.join(QStringLiteral(", ")))},
                    {QStringLiteral("buffer_before"), qint64(service.bufferBefore.count())},
                    {QStringLiteral("buffer_after"), qint64(service.bufferAfter.count())},
                    {QStringLiteral("online"), 1}});
        }
        refresh();
    }

    struct Save {
        qint64 id;
        RowVersion seen;
        QVariantMap fields;
    };
    std::vector<Save> saves;
    std::vector<EditingElsewhere> elsewhere;
    qint64 announced = 0;

    TableMirror* rows() const override { return &m_mirror; }
    CataloguePtr catalogue() const override { return m_salon; }
    std::vector<EditingElsewhere> editingElsewhere() const override { return elsewhere; }
    void announceEditing(qint64 id) override { announced = id; }
    QHash<qint64, int> ahead;
    ServiceImpact impact;
    std::vector<Service> asked;
    void readAhead(QObject* context, std::function<void(const QHash<qint64, int>&)> answer) override
    {
        QTimer::singleShot(0, context, [this, answer] { answer(ahead); });
    }
    void readImpact(const Service& edited, QObject* context, std::function<void(const ServiceImpact&)> answer) override
    {
        asked.push_back(edited);
        QTimer::singleShot(0, context, [this, answer] { answer(impact); });
    }
    void save(qint64 id, RowVersion seen, const QVariantMap& fields, QObject* context,
              std::function<void(const Outcome&)> answer) override
    {
        saves.push_back({id, seen, fields});
        Outcome outcome = write(id, seen, fields);
        QTimer::singleShot(0, context, [answer, outcome] { answer(outcome); });
        QTimer::singleShot(0, &m_mirror, [this] { refresh(); });
    }
    /// As another manager at another desk.
    void saveElsewhere(qint64 id, const QVariantMap& fields)
    {
        write(id, version(id), fields);
        m_rows[size_t(id - 1)].insert(QStringLiteral("changed_desk"), QStringLiteral("Desk 2"));
        refresh();
    }
    [[nodiscard]] QVariant value(qint64 id, const char* column) const
    {
        return m_rows[size_t(id - 1)].value(QLatin1StringView(column));
    }
    [[nodiscard]] size_t count() const { return m_rows.size(); }

private:
    static QStringList columns()
    {
        QStringList names;
        for (const char* name :
             {"id", "name", "category", "price_minor", "currency", "colour", "steps", "able", "buffer_before",
              "buffer_after", "seats", "online", "retired_at", "version", "changed_by", "changed_desk", "command_id"})
            names.append(QLatin1StringView(name));
        return names;
    }
    [[nodiscard]] RowVersion version(qint64 id) const
    {
        return RowVersion(m_rows[size_t(id - 1)].value(QStringLiteral("version")).toLongLong());
    }
    void insert(QVariantMap fields)
    {
        fields.insert(QStringLiteral("id"), qint64(m_rows.size() + 1));
        fields.insert(QStringLiteral("version"), 1);
        m_rows.push_back(fields);
    }
    Outcome write(qint64 id, RowVersion seen, const QVariantMap& fields)
    {
        if (id == 0) {
            insert(fields);
            return Done{qint64(m_rows.size()), RowVersion(1)};
        }
        if (version(id) != seen) {
            VersionConflict conflict;
            conflict.current.version = version(id);
            conflict.changedBy = QStringLiteral("Maya");
            conflict.changedDesk = QStringLiteral("Desk 2");
            return conflict;
        }
        m_rows[size_t(id - 1)].insert(fields);
        m_rows[size_t(id - 1)].insert(QStringLiteral("version"), seen.value() + 1);
        return Done{id, RowVersion(seen.value() + 1)};
    }
    void refresh()
    {
        auto snapshot = std::make_shared<TableSnapshot>();
        snapshot->columns = columns();
        for (const QVariantMap& row : m_rows) {
            std::vector<QVariant> values;
            for (const QString& column : snapshot->columns)
                values.push_back(row.value(column));
            snapshot->rows.push_back(std::move(values));
        }
        m_mirror.apply(snapshot);
    }

    CataloguePtr m_salon;
    mutable TableMirror m_mirror;
    std::vector<QVariantMap> m_rows;
};

} // namespace frontdesk::test
