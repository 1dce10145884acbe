#include "ui/search_box.h"

#include "ui/theme.h"
#include "ui/widgets.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace frontdesk
{

namespace
{

constexpr int MostResults = 8;
constexpr int Pause = 60; ///< milliseconds without a key before a search is sent
enum Role { PhoneRole = Qt::UserRole, AsideRole };

QString visitsText(const ClientHit& client)
{
    if (client.visits == 0)
        return SearchBox::tr("no visit yet");
    return client.visits == 1 ? SearchBox::tr("1 visit") : SearchBox::tr("%1 visits").arg(client.visits);
}

/// Name, phone, and at the right what is known of the client.
class ResultDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {100, option.fontMetrics.height() + 14};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::of(option.palette);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->fillRect(option.rect, current ? theme.accentSoft : theme.surface);
        const QRect line = option.rect.adjusted(12, 0, -12, 0);
        const QString aside = index.data(AsideRole).toString();
        const QColor soft = current ? readableOn(theme.textSoft, theme.accentSoft) : theme.textSoft;
        painter->setPen(soft);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, aside);
        const int room = line.width() - option.fontMetrics.horizontalAdvance(aside) - 12;
        const QFont bold = scaled(option.font, 1, QFont::DemiBold);
        const QFontMetrics metrics(bold);
        const QString name = metrics.elidedText(index.data().toString(), Qt::ElideRight, room);
        painter->setFont(bold);
        painter->setPen(theme.text);
        painter->drawText(line, Qt::AlignVCenter, name);
        const int used = metrics.horizontalAdvance(name) + 12;
        painter->setFont(option.font);
        painter->setPen(soft);
        if (room - used > 60)
            painter->drawText(
                line.adjusted(used, 0, 0, 0), Qt::AlignVCenter,
                option.fontMetrics.elidedText(index.data(PhoneRole).toString(), Qt::ElideRight, room - used));
        painter->restore();
    }
};

} // namespace

SearchBox::SearchBox(CommandBus* bus, QWidget* parent)
    : QLineEdit(parent), m_bus(bus), m_results(new QListWidget(parent))
{
    setObjectName(QStringLiteral("searchBox"));
    setAccessibleName(tr("Find a client"));
    setPlaceholderText(tr("Find a client: name or last digits of the phone"));
    setMaxLength(400);
    setTextMargins(4, 0, 56, 0);
    m_results->setObjectName(QStringLiteral("searchResults"));
    m_results->setFocusPolicy(Qt::NoFocus);
    m_results->setItemDelegate(new ResultDelegate(m_results));
    m_results->setFrameShape(QFrame::Box);
    m_results->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_results->hide();
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, &SearchBox::search);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_enterWaits = false;
        m_pause.start();
    });
    connect(m_results, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { choose(m_results->row(item)); });
}

void SearchBox::setStage(QWidget* stage)
{
    m_results->setParent(stage);
    m_results->hide();
}

void SearchBox::search()
{
    const QString wanted = text().trimmed();
    if (wanted.size() < 2) {
        hideResults();
        return;
    }
    m_bus->searchClients(wanted, MostResults, this, [this, wanted](const std::vector<ClientHit>& clients) {
        if (wanted == text().trimmed())
            show(wanted, clients);
    });
}

void SearchBox::show(const QString& wanted, const std::vector<ClientHit>& clients)
{
    m_answered = wanted;
    m_clients = clients;
    m_results->clear();
    for (const ClientHit& client : clients) {
        auto* item = new QListWidgetItem(client.name.isEmpty() ? client.phone : client.name.simplified(), m_results);
        item->setData(PhoneRole, client.phone);
        item->setData(AsideRole, visitsText(client));
    }
    if (clients.empty())
        new QListWidgetItem(tr("Nobody is called that"), m_results);
    m_results->setCurrentRow(clients.empty() ? -1 : 0);
    placeResults();
    if (m_enterWaits)
        choose(0);
}

void SearchBox::placeResults()
{
    if (!hasFocus())
        return;
    QWidget* stage = m_results->parentWidget();
    const QPoint corner = mapTo(stage, QPoint(0, height() + 3));
    const int lines = std::max(m_results->count(), 1);
    m_results->setGeometry(corner.x(), corner.y(), width(), lines * (fontMetrics().height() + 14) + 4);
    m_results->raise();
    m_results->setVisible(true);
}

void SearchBox::hideResults()
{
    m_results->hide();
    m_enterWaits = false;
    m_answered.clear();
    m_clients.clear();
}

void SearchBox::choose(int row)
{
    if (row < 0 || row >= int(m_clients.size())) {
        m_enterWaits = false;
        return;
    }
    const ClientHit client = m_clients[size_t(row)];
    clear();
    hideResults();
    emit clientChosen(client);
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    const int row = m_results->currentRow();
    switch (event->key()) {
    case Qt::Key_Down:
        m_results->setCurrentRow(std::min(row + 1, int(m_clients.size()) - 1));
        return;
    case Qt::Key_Up:
        m_results->setCurrentRow(std::max(row - 1, 0));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_answered == text().trimmed() && !m_answered.isEmpty()) {
            choose(row);
        } else if (text().trimmed().size() >= 2) {
            m_enterWaits = true;
            m_pause.stop();
            search();
        }
        return;
    case Qt::Key_Escape:
        clear();
        m_pause.stop();
        hideResults();
        emit left();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        hideResults();
}

void SearchBox::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    const QString key = tr("Ctrl F", "key cap");
    QPainter painter(this);
    paintKeyCap(painter, {width() - keyCapWidth(font(), key) - 8, height() / 2}, font(), key, palette());
}

} // namespace frontdesk
