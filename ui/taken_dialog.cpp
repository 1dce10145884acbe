#include "ui/taken_dialog.h"

#include "ui/refusal_text.h"
#include "ui/words.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace frontdesk
{

namespace
{

enum PlaceRole { TimeRole = Qt::UserRole + 1, WhoRole, DistanceRole, SameRole };

/// A dot, the time, who, how far away, and the digit that takes it.
class PlaceDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {300, option.fontMetrics.height() + 16};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tones tones = tonesOf(QGuiApplication::palette());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        if (option.state & QStyle::State_Selected) {
            painter->setBrush(tones.accentFill);
            painter->drawRoundedRect(option.rect, 4, 4);
        }
        painter->setBrush(index.data(SameRole).toBool() ? tones.okText : tones.otherStaff);
        painter->drawEllipse(QPointF(option.rect.left() + 16, option.rect.center().y() + 0.5), 5, 5);
        QFont bold = option.font;
        bold.setBold(true);
        painter->setFont(bold);
        painter->setPen(tones.text);
        QRect line = option.rect.adjusted(36, 0, -12, 0);
        const QString time = index.data(TimeRole).toString();
        painter->drawText(line, Qt::AlignVCenter, time);
        painter->setFont(option.font);
        line.setLeft(line.left() + QFontMetrics(bold).horizontalAdvance(time) + 14);
        painter->drawText(line, Qt::AlignVCenter, index.data(WhoRole).toString());
        const QString digit = QString::number(index.row() + 1);
        const QSize cap = KeyCap::sizeFor(option.font, digit);
        KeyCap::paint(*painter, QRect(QPoint(line.right() - cap.width(), line.center().y() - cap.height() / 2), cap),
                      option.font, digit, tones.outline, tones.muted);
        painter->setPen(tones.muted);
        line.setRight(line.right() - cap.width() - 14);
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight, index.data(DistanceRole).toString());
        painter->restore();
    }
};

} // namespace

TakenDialog::TakenDialog(const SlotTaken& taken, const Wanted& wanted, const Catalogue& catalogue, Instant now,
                         QWidget* window)
    : SheetDialog(window),
      m_list(new QListWidget(this)),
      m_take(new KeyButton({}, tr("Enter"), KeyButton::Rank::Primary, this))
{
    setObjectName(QStringLiteral("takenDialog"));
    const Zone zone = zoneOf(catalogue, wanted.location);
    QStringList by{taken.byWhat.isEmpty() ? tr("taken") : taken.byWhat};
    const bool known = !taken.byPerson.isEmpty() || !taken.byDesk.isEmpty();
    const QString who = whoText(taken.byPerson, taken.byDesk);
    if (taken.since != Instant()) {
        const QString ago = agoText(taken.since, now, zone);
        by.append(known ? tr("booked by %1, %2", "who, how long ago").arg(who, ago)
                        : tr("booked %1", "how long ago").arg(ago));
    } else if (known) {
        by.append(tr("booked by %1").arg(who));
    }
    setHeading(tr("%1 with %2 has just been taken")
                   .arg(timeText(wanted.start, zone),
                        taken.resourceName.isEmpty() ? staffName(catalogue, wanted.staff) : taken.resourceName),
               by.join(QStringLiteral(" · ")));
    m_list->setObjectName(QStringLiteral("places"));
    m_list->setAccessibleName(tr("The nearest free times"));
    m_list->setItemDelegate(new PlaceDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const auto* places : {&taken.nearestSame, &taken.nearestOthers}) {
        for (const FreePlace& free : *places)
            add(free, wanted, catalogue);
    }
    body()->setContentsMargins(14, 4, 14, 12);
    body()->addWidget(m_list);
    const QString hint =
        m_places.empty() ? tr("No free time was found nearby") : tr("A choice fills the form; nothing is booked yet");
    auto* words = new PlainLabel(PlainLabel::Tone::Muted, hint, this);
    words->setWordWrap(true);
    footer()->addWidget(words, 1);
    auto* back = new KeyButton(tr("Back to &editing"), tr("Esc"), KeyButton::Rank::Plain, this);
    back->setObjectName(QStringLiteral("back"));
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, &TakenDialog::backToEditing);
    footer()->addWidget(back);
    m_take->setObjectName(QStringLiteral("take"));
    connect(m_take, &QPushButton::clicked, this, [this] { take(m_list->currentRow()); });
    footer()->addWidget(m_take);
    connect(m_list, &QListWidget::currentRowChanged, this, &TakenDialog::showChoice);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] { take(m_list->currentRow()); });
    m_list->setFixedHeight(std::max(1, m_list->count()) * (fontMetrics().height() + 16) + 4);
    m_list->setCurrentRow(0);
    m_list->installEventFilter(this);
    showChoice();
    m_list->setFocus();
    setMinimumWidth(560);
}

void TakenDialog::add(const FreePlace& free, const Wanted& wanted, const Catalogue& catalogue)
{
    const Zone zone = zoneOf(catalogue, wanted.location);
    const bool same = free.staff == wanted.staff;
    QString distance = distanceText(wanted.start, free.slot.start, zone);
    if (same)
        distance = tr("same person, %1").arg(distance);
    auto* item = new QListWidgetItem(m_list);
    const QString time = timeText(free.slot.start, zone);
    const QString who = staffName(catalogue, free.staff);
    item->setText(QStringLiteral("%1 %2, %3").arg(time, who, distance));
    item->setData(TimeRole, time);
    item->setData(WhoRole, who);
    item->setData(DistanceRole, distance);
    item->setData(SameRole, same);
    m_places.push_back({wanted.location, free.staff, free.slot.start});
    m_starts.append(time);
}

void TakenDialog::showChoice()
{
    const int row = m_list->currentRow();
    m_take->setVisible(!m_places.empty());
    if (row >= 0)
        m_take->setText(tr("Take %1 into the form").arg(m_starts[row]));
}

void TakenDialog::take(int row)
{
    if (row < 0 || row >= int(m_places.size()))
        return;
    const Place place = m_places[size_t(row)];
    disconnect(this, &QDialog::rejected, this, nullptr);
    accept();
    emit placeChosen(place);
}

/// The list would search for digits by itself.
bool TakenDialog::eventFilter(QObject* object, QEvent* event)
{
    if (SheetDialog::eventFilter(object, event))
        return true;
    if (object != m_list || event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const int digit = key->key() - Qt::Key_1;
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->isAutoRepeat() && (enter || digit >= 0))
        return false;
    if (digit >= 0 && digit < int(m_places.size()))
        take(digit);
    else if (enter)
        take(m_list->currentRow());
    else
        return false;
    return true;
}

} // namespace frontdesk
