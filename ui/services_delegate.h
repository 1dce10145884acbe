#pragma once

#include <QStyledItemDelegate>

namespace frontdesk
{

class ServicesModel;

/// Edits a cell of the services table in a field inside it, with what it was before beside the field, and shows what
/// is wrong beside the value. The text in an open editor is never replaced by a change from elsewhere.
class ServicesDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ServicesDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

signals:
    void editorOpened(const QModelIndex& index) const;
    void editorTyped(const QModelIndex& index, const QString& text) const;

private:
    void paintValue(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintBadge(QPainter* painter, const QStyleOptionViewItem& option, const QString& text, bool warning) const;
    mutable QPersistentModelIndex m_edited;
    mutable QString m_was;
};

} // namespace frontdesk
