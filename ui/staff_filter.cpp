#include "ui/staff_filter.h"

#include "ui/theme.h"
#include "ui/words.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace frontdesk
{

namespace
{

constexpr int CheckWidth = 22;

/// Tick, initials, name and, at the right, what is free.
class StaffDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {100, option.fontMetrics.height() + 9};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::of(option.palette);
        const QFont small = scaled(option.font, 0.9);
        const QFontMetrics smallMetrics(small);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_HasFocus) || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(option.state.testFlag(QStyle::State_HasFocus) ? QPen(theme.accent, 1.3) : QPen(Qt::NoPen));
            painter->setBrush(option.state.testFlag(QStyle::State_MouseOver) ? theme.accentSoft
                                                                             : QColor(Qt::transparent));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
        const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        QStyleOptionViewItem check(option);
        check.rect = QRect(option.rect.left() + 3, option.rect.top(), CheckWidth - 4, option.rect.height());
        check.state.setFlag(QStyle::State_On, on);
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, option.widget);

        int x = option.rect.left() + CheckWidth + 2;
        const QRect line = option.rect.adjusted(0, 0, -4, 0);
        const QColor soft = theme.textSoft;
        painter->setFont(small);
        painter->setPen(soft);
        const int initials = smallMetrics.horizontalAdvance(QStringLiteral("WW")) + 3;
        painter->drawText(QRect(x, line.top(), initials, line.height()), Qt::AlignVCenter,
                          index.data(StaffFilter::InitialsRole).toString());
        x += initials;
        const QString free = index.data(StaffFilter::FreeRole).toString();
        const int freeWidth = smallMetrics.horizontalAdvance(free);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, free);
        painter->setFont(option.font);
        painter->setPen(on ? theme.text : soft);
        const int room = line.right() - freeWidth - 6 - x;
        painter->drawText(QRect(x, line.top(), room, line.height()), Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room));
        painter->restore();
    }
};

} // namespace

StaffFilter::StaffFilter(QWidget* parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("staffFilter"));
    setAccessibleName(tr("Staff shown"));
    setFrameShape(NoFrame);
    setSelectionMode(NoSelection);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setItemDelegate(new StaffDelegate(this));
    viewport()->setAutoFillBackground(false);
    connect(this, &QListWidget::itemChanged, this, &StaffFilter::tell);
}

void StaffFilter::setStaff(const std::vector<DayColumn>& staff, const QSet<ResourceId>& hidden)
{
    const QSignalBlocker quiet(this);
    bool same = count() == int(staff.size());
    for (int row = 0; same && row < count(); ++row)
        same = item(row)->data(StaffRole).toLongLong() == staff[size_t(row)].staff.value();
    if (!same) {
        clear();
        for (size_t i = 0; i < staff.size(); ++i)
            new QListWidgetItem(this);
    }
    for (int row = 0; row < count(); ++row) {
        const DayColumn& column = staff[size_t(row)];
        QListWidgetItem* line = item(row);
        line->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        line->setText(column.name);
        line->setData(StaffRole, column.staff.value());
        line->setData(InitialsRole, column.initials.isEmpty() ? initialsOf(column.name) : column.initials);
        line->setData(FreeRole, shortFreeText(column));
        line->setData(Qt::AccessibleDescriptionRole, freeText(column));
        line->setCheckState(hidden.contains(column.staff) ? Qt::Unchecked : Qt::Checked);
    }
    if (!same)
        updateGeometry();
    viewport()->update();
}

void StaffFilter::tell()
{
    QSet<ResourceId> hidden;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->checkState() == Qt::Unchecked)
            hidden.insert(ResourceId(item(row)->data(StaffRole).toLongLong()));
    }
    emit hiddenChanged(hidden);
}

void StaffFilter::mouseReleaseEvent(QMouseEvent* event)
{
    // The whole line ticks, not the small square alone.
    if (QListWidgetItem* line = itemAt(event->position().toPoint());
        line != nullptr && event->button() == Qt::LeftButton)
        line->setCheckState(line->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
}

QSize StaffFilter::sizeHint() const
{
    return {200, std::max(count(), 1) * (fontMetrics().height() + 9) + 2};
}

QSize StaffFilter::minimumSizeHint() const
{
    return {120, std::min(std::max(count(), 1), 4) * (fontMetrics().height() + 9) + 2};
}

} // namespace frontdesk
