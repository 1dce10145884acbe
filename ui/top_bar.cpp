#include "ui/top_bar.h"

#include "ui/search_box.h"
#include "ui/theme.h"
#include "ui/view_switch.h"
#include "ui/widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace frontdesk
{

namespace
{

constexpr int Height = 54;
constexpr int WideEnough = 1400; ///< for whole names in the date
constexpr int Narrow = 1200;     ///< from here on down the parts give way
constexpr int NarrowSearch = 130;
constexpr int WideSearch = 220;

QPushButton* barButton(const QString& text, const char* name, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QLatin1StringView(name));
    button->setFocusPolicy(Qt::TabFocus);
    button->setFont(scaled(parent->font(), 1, QFont::DemiBold));
    return button;
}

} // namespace

LinkLight::LinkLight(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("linkLight"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void LinkLight::setState(const QString& text, const QColor& dot)
{
    m_text = text;
    m_dot = dot;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize LinkLight::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 20, fontMetrics().height() + 4};
}

void LinkLight::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_dot);
    painter.drawEllipse(QPointF(6, height() / 2.0), 5, 5);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect().adjusted(16, 0, 0, 0), Qt::AlignVCenter, m_text);
}

TopBar::TopBar(CommandBus* bus, QWidget* parent)
    : QWidget(parent),
      m_today(barButton(tr("Today"), "todayButton", this)),
      m_previous(barButton(QString(QChar(0x2039)), "previousButton", this)),
      m_next(barButton(QString(QChar(0x203a)), "nextButton", this)),
      m_date(new QToolButton(this)),
      m_views(new ViewSwitch(this)),
      m_location(new QComboBox(this)),
      m_search(new SearchBox(bus, this)),
      m_link(new LinkLight(this)),
      m_desk(plainLabel({}, this)),
      m_more(new QToolButton(this)),
      m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("topBar"));
    setFixedHeight(Height);
    buildDates();
    buildMenu();
    m_location->setObjectName(QStringLiteral("locationBox"));
    m_location->setAccessibleName(tr("Location"));
    m_location->hide();
    connect(m_location, &QComboBox::activated, this,
            [this](int row) { emit locationChosen(LocationId(m_location->itemData(row).toLongLong())); });
    m_search->setMaximumWidth(620);
    m_search->setFixedHeight(m_today->sizeHint().height() + 2);
    m_desk->setObjectName(QStringLiteral("deskLabel"));
    m_desk->setFont(scaled(font(), 1, QFont::DemiBold));
    arrange();
}

void TopBar::buildDates()
{
    nameArrows();
    m_today->setToolTip(tr("Today (T)"));
    for (QPushButton* arrow : {m_previous, m_next}) {
        arrow->setFont(scaled(font(), 1.3, QFont::DemiBold));
        arrow->setFixedWidth(34);
        arrow->setFixedHeight(m_today->sizeHint().height());
    }
    m_date->setObjectName(QStringLiteral("dateLabel"));
    m_date->setAutoRaise(true);
    m_date->setFocusPolicy(Qt::NoFocus);
    m_date->setFont(scaled(font(), 1.38, QFont::DemiBold));
    m_date->setToolTip(tr("Go to a date (G)"));
    connect(m_today, &QPushButton::clicked, this, &TopBar::todayClicked);
    connect(m_previous, &QPushButton::clicked, this, &TopBar::previousClicked);
    connect(m_next, &QPushButton::clicked, this, &TopBar::nextClicked);
    connect(m_date, &QToolButton::clicked, this, &TopBar::dateClicked);
}

/// The arrows turn by what is shown.
void TopBar::nameArrows()
{
    const auto name = [](QPushButton* arrow, const QString& text, const QString& hint) {
        arrow->setAccessibleName(text);
        arrow->setToolTip(hint.arg(text));
    };
    const QString left = tr("%1 (Ctrl+Left)", "what the key does");
    const QString right = tr("%1 (Ctrl+Right)", "what the key does");
    switch (m_period) {
    case Period::Day:
        name(m_previous, tr("Previous day"), left);
        name(m_next, tr("Next day"), right);
        break;
    case Period::Week:
        name(m_previous, tr("Previous week"), left);
        name(m_next, tr("Next week"), right);
        break;
    case Period::Month:
        name(m_previous, tr("Previous month"), left);
        name(m_next, tr("Next month"), right);
        break;
    }
}

void TopBar::buildMenu()
{
    m_more->setObjectName(QStringLiteral("moreButton"));
    m_more->setText(QString(QChar(0x22ef)));
    m_more->setAccessibleName(tr("Menu"));
    m_more->setFont(scaled(font(), 1.2, QFont::Bold));
    m_more->setFixedSize(38, m_today->sizeHint().height());
    m_menu->setObjectName(QStringLiteral("mainMenu"));
    connect(m_more, &QToolButton::clicked, this, &TopBar::openMenu);
}

void TopBar::arrange()
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(14, 0, 14, 1);
    line->setSpacing(7);
    line->addWidget(m_today);
    line->addSpacing(2);
    line->addWidget(m_previous);
    line->addWidget(m_next);
    line->addSpacing(8);
    line->addWidget(m_date);
    line->addWidget(m_location);
    line->addSpacing(6);
    line->addWidget(m_views);
    line->addSpacing(6);
    line->addWidget(m_search, 12);
    line->addStretch(1);
    line->addWidget(m_link);
    line->addSpacing(10);
    line->addWidget(m_desk);
    line->addSpacing(6);
    line->addWidget(m_more);
}

void TopBar::openMenu()
{
    m_menu->popup(m_more->mapToGlobal(QPoint(m_more->width() - m_menu->sizeHint().width(), m_more->height() + 2)));
    m_menu->setFocus(Qt::PopupFocusReason);
}

void TopBar::setDate(Period period, QDate date, QDate today)
{
    m_shown = date;
    if (m_period != period) {
        m_period = period;
        nameArrows();
    }
    m_today->setEnabled(date != today);
    fitDate();
}

void TopBar::fitDate()
{
    m_date->setText(periodText(m_period, m_shown, width() < WideEnough));
    m_views->setTight(width() < Narrow);
    m_search->setMinimumWidth(width() < Narrow ? NarrowSearch : WideSearch);
}

void TopBar::setLink(const LinkState& state, const QString& asOf)
{
    const Theme& theme = Theme::of(palette());
    switch (state.kind) {
    case LinkState::Kind::Connecting:
        m_link->setState(tr("Connecting…"), theme.doneEdge);
        break;
    case LinkState::Kind::Live:
        m_link->setState(tr("Live"), theme.dark ? theme.greenText : theme.green);
        break;
    case LinkState::Kind::Lost:
        m_link->setState(tr("as of %1").arg(asOf), theme.alertEdge);
        break;
    case LinkState::Kind::Refused:
        m_link->setState(tr("Not connected"), theme.now);
        break;
    }
    m_link->setToolTip(state.problem.toHtmlEscaped());
}

void TopBar::setDesk(const QString& desk, const QString& person)
{
    QStringList parts{desk, person};
    parts.removeAll(QString());
    m_desk->setText(fontMetrics().elidedText(parts.join(QStringLiteral(" · ")), Qt::ElideRight, 220));
}

void TopBar::setLocations(const std::vector<Location>& locations, LocationId current)
{
    m_location->clear();
    for (const Location& location : locations) {
        if (location.retired)
            continue;
        m_location->addItem(location.name, location.id.value());
        if (location.id == current)
            m_location->setCurrentIndex(m_location->count() - 1);
    }
    m_location->setVisible(m_location->count() > 1);
}

void TopBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitDate();
}

} // namespace frontdesk
