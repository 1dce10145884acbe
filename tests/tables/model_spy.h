#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace frontdesk::test
{

/// Writes down the signals of a model as words: "insert 0-2", "remove 1-1", "move 3-3 to 0", "change 1-1 columns 2-3",
/// "reset", "layout".
class ModelSpy : public QObject
{
public:
    explicit ModelSpy(QAbstractItemModel* model)
    {
        const auto note = [this](const QString& word) { m_heard << word; };
        connect(model, &QAbstractItemModel::rowsInserted, this, [=](const QModelIndex&, int first, int last) {
            note(QStringLiteral("insert %1-%2").arg(first).arg(last));
        });
        connect(model, &QAbstractItemModel::rowsRemoved, this, [=](const QModelIndex&, int first, int last) {
            note(QStringLiteral("remove %1-%2").arg(first).arg(last));
        });
        connect(model, &QAbstractItemModel::rowsMoved, this,
                [=](const QModelIndex&, int first, int last, const QModelIndex&, int to) {
                    note(QStringLiteral("move %1-%2 to %3").arg(first).arg(last).arg(to));
                });
        connect(model, &QAbstractItemModel::dataChanged, this,
                [=](const QModelIndex& topLeft, const QModelIndex& bottomRight) {
                    note(QStringLiteral("change %1-%2 columns %3-%4")
                             .arg(topLeft.row())
                             .arg(bottomRight.row())
                             .arg(topLeft.column())
                             .arg(bottomRight.column()));
                });
        connect(model, &QAbstractItemModel::modelReset, this, [=] { note(QStringLiteral("reset")); });
        connect(model, &QAbstractItemModel::layoutChanged, this, [=] { note(QStringLiteral("layout")); });
    }

    /// What has been heard since the last time.
    [[nodiscard]] QStringList take() { return std::exchange(m_heard, {}); }

private:
    QStringList m_heard;
};

} // namespace frontdesk::test
