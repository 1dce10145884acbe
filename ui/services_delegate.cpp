#include "ui/services_delegate.h"

#include "ui/dialog_parts.h"
#include "ui/services_model.h"

#include <QGuiApplication>
#include <QLineEdit>
#include <QPainter>
#include <QRegularExpression>

namespace frontdesk
{

namespace
{

constexpr int Padding = 8;

bool isText(int column)
{
    return column != ServicesModel::Online && column != ServicesModel::Active && column != ServicesModel::State &&
           column != ServicesModel::Ahead;
}

/// "35 + 40 + 15": the words left out, so that it fits beside the editor.
QString shortWas(const QString& was)
{
    QString lengths = was;
    static const QRegularExpression words(QStringLiteral("(?<=\\d) [\\p{L}.]+"));
    return lengths.contains(QLatin1Char('+')) ? lengths.remove(words) : lengths;
}

QString wasLine(const QString& was)
{
    return ServicesDelegate::tr("was %1").arg(shortWas(was));
}

int editorWidth(const QStyleOptionViewItem& option, const QString& text)
{
    const int fits = std::max(90, option.fontMetrics.horizontalAdvance(text) + 30);
    const int beside = text.isEmpty() ? option.rect.width()
                                      : option.rect.width() - option.fontMetrics.horizontalAdvance(wasLine(text)) - 20;
    return std::min({option.rect.width() - 4, fits, std::max(120, beside)});
}

} // namespace

ServicesDelegate::ServicesDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

QSize ServicesDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    int width = option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * Padding + 4;
    if (index.column() == ServicesModel::Colour)
        width = 34;
    const QString problem = index.data(ServicesModel::ProblemRole).toString();
    if (!problem.isEmpty())
        width += option.fontMetrics.horizontalAdvance(problem) + 24;
    return {width, option.fontMetrics.height() + 18};
}

void ServicesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tones tones = tonesOf(QGuiApplication::palette());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool current = option.state & (QStyle::State_Selected | QStyle::State_HasFocus);
    painter->fillRect(option.rect, current ? tones.accentFill : tones.ground);
    painter->setPen(tones.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (index.column() == ServicesModel::Colour) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(index.data(ServicesModel::ColourRole).value<QColor>());
        painter->drawEllipse(QPointF(option.rect.center()) + QPointF(0.5, 0.5), 5.5, 5.5);
    } else if (const QVariant state = index.data(Qt::CheckStateRole); state.isValid()) {
        painter->setPen(tones.text);
        painter->drawText(option.rect, Qt::AlignCenter,
                          state.toInt() == Qt::Checked ? QStringLiteral("✓") : QStringLiteral("–"));
    } else if (const QString badge = index.data(ServicesModel::BadgeRole).toString(); !badge.isEmpty()) {
        paintBadge(painter, option, badge, index.data(ServicesModel::WarningRole).toBool());
    } else {
        paintValue(painter, option, index);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(tones.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -2), 4, 4);
    }
    painter->restore();
}

void ServicesDelegate::paintBadge(QPainter* painter, const QStyleOptionViewItem& option, const QString& text,
                                  bool warning) const
{
    const Tones tones = tonesOf(QGuiApplication::palette());
    const QRect area = option.rect.adjusted(Padding, 6, -Padding, -7);
    const QString shown = option.fontMetrics.elidedText(text, Qt::ElideRight, area.width() - 16);
    const QRect badge(area.topLeft(), QSize(option.fontMetrics.horizontalAdvance(shown) + 16, area.height()));
    painter->setPen(warning ? tones.warningLine : tones.infoLine);
    painter->setBrush(warning ? tones.warningFill : tones.infoFill);
    painter->drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->setPen(warning ? tones.warningText : tones.infoText);
    painter->drawText(badge, Qt::AlignCenter, shown);
}

void ServicesDelegate::paintValue(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tones tones = tonesOf(QGuiApplication::palette());
    QRect area = option.rect.adjusted(Padding, 0, -Padding, 0);
    if (m_edited == index) { // beside the open editor
        if (m_was.isEmpty())
            return;
        area.setLeft(option.rect.left() + editorWidth(option, m_was) + 6);
        painter->setPen(tones.muted);
        painter->drawText(area, Qt::AlignVCenter,
                          option.fontMetrics.elidedText(wasLine(m_was), Qt::ElideRight, area.width()));
        return;
    }
    const QString text = index.data().toString();
    const QString problem = index.data(ServicesModel::ProblemRole).toString();
    QFont font = option.font;
    font.setBold(index.column() == ServicesModel::Name);
    painter->setFont(font);
    const QFontMetrics metrics(font);
    if (!problem.isEmpty()) {
        const int width = std::min(area.width() / 2, metrics.horizontalAdvance(text) + 16);
        const QRect box(option.rect.left() + 3, option.rect.top() + 4, width, option.rect.height() - 9);
        painter->setPen(QPen(tones.errorLine, 1.5));
        painter->setBrush(tones.field);
        painter->drawRoundedRect(QRectF(box), 5, 5);
        painter->setPen(tones.text);
        painter->drawText(box.adjusted(7, 0, -7, 0), Qt::AlignVCenter,
                          metrics.elidedText(text, Qt::ElideRight, box.width() - 14));
        painter->setPen(tones.errorText);
        painter->setFont(option.font);
        area.setLeft(box.right() + 6);
        painter->drawText(area, Qt::AlignVCenter, option.fontMetrics.elidedText(problem, Qt::ElideRight, area.width()));
        return;
    }
    painter->setPen(index.data(ServicesModel::RetiredRole).toBool() ? tones.muted : tones.text);
    const bool number = index.column() == ServicesModel::Ahead;
    painter->drawText(area, Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft),
                      metrics.elidedText(text, Qt::ElideRight, area.width()));
}

QWidget* ServicesDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    if (!isText(index.column()))
        return nullptr;
    auto* editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("cellEditor"));
    editor->setMaxLength(1000);
    m_edited = index;
    m_was = index.data(Qt::EditRole).toString();
    connect(editor, &QObject::destroyed, this, [this] { m_edited = QPersistentModelIndex(); });
    emit editorOpened(index);
    connect(editor, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (m_edited.isValid())
            emit editorTyped(m_edited, text);
    });
    return editor;
}

void ServicesDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (editor->property("loaded").toBool())
        return;
    editor->setProperty("loaded", true);
    static_cast<QLineEdit*>(editor)->setText(index.data(Qt::EditRole).toString());
}

void ServicesDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                            const QModelIndex& index) const
{
    QRect place = option.rect.adjusted(2, 2, -2, -3);
    place.setWidth(index.column() == ServicesModel::Colour ? 100 : editorWidth(option, m_was));
    editor->setGeometry(place);
}

} // namespace frontdesk
