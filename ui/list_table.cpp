#include "ui/list_view.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace frontdesk
{

namespace
{

/// What is over steps back, so that the eye finds what is still to come.
class LineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state.setFlag(QStyle::State_HasFocus, false); // the line is marked, not the cell
        const Theme& theme = Theme::of(option->palette);
        const auto row = index.data(AppointmentMirror::AppointmentRole).value<Appointment>();
        const bool over = row.status == Status::Completed || row.status == Status::NoShow ||
                          row.status == Status::Cancelled || row.isBlock();
        if (over)
            option->palette.setColor(QPalette::Text, theme.textSoft);
        const bool name = index.column() == AppointmentList::sectionOf(AppointmentColumn::ClientName);
        if (name && !over)
            option->font.setWeight(QFont::DemiBold);
        if (index.column() == AppointmentList::sectionOf(AppointmentColumn::ServiceName))
            option->decorationSize = QSize(10, 10);
    }
};

} // namespace

ListTable::ListTable(QWidget* parent) : QTableView(parent)
{
    setObjectName(QStringLiteral("listTable"));
    setAccessibleName(tr("Appointments"));
    setFrameShape(NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setItemDelegate(new LineDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    QHeaderView* head = horizontalHeader();
    head->setObjectName(QStringLiteral("listHeader"));
    head->setSectionsMovable(true);
    head->setHighlightSections(false);
    head->setStretchLastSection(true);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
}

void ListTable::setEmptyText(const QString& text)
{
    m_empty = text;
    viewport()->update();
}

void ListTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    emit roomChanged();
}

void ListTable::keyPressEvent(QKeyEvent* event)
{
    const bool control = event->modifiers() == Qt::ControlModifier;
    const int along = isRightToLeft() ? -1 : 1;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!event->isAutoRepeat())
            emit openRequested();
    } else if (control && event->key() == Qt::Key_Left) {
        emit stepRequested(-along);
    } else if (control && event->key() == Qt::Key_Right) {
        emit stepRequested(along);
    } else {
        const int before = currentIndex().row();
        QTableView::keyPressEvent(event);
        chosenFrom(before);
    }
}

void ListTable::mousePressEvent(QMouseEvent* event)
{
    const int before = currentIndex().row();
    QTableView::mousePressEvent(event);
    chosenFrom(before);
}

void ListTable::chosenFrom(int line)
{
    if (currentIndex().isValid() && currentIndex().row() != line)
        emit lineChosen();
}

void ListTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && indexAt(event->position().toPoint()).isValid())
        emit openRequested();
}

void ListTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_empty.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(scaled(font(), 1.1));
    painter.setPen(Theme::of(palette()).textSoft);
    painter.drawText(viewport()->rect().adjusted(20, 40, -20, 0), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     m_empty);
}

} // namespace frontdesk
