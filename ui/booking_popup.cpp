#include "ui/booking_popup.h"

#include "ui/refusal_text.h"
#include "ui/words.h"

#include <QKeyEvent>
#include <QUuid>

namespace frontdesk
{

namespace
{

/// The framed, read-only boxes beside the service.
PlainLabel* factBox(const QString& name, QWidget* parent)
{
    auto* box = new PlainLabel(PlainLabel::Tone::Text, {}, parent);
    box->setObjectName(name);
    box->setProperty("fact", true);
    box->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    return box;
}

} // namespace

BookingPopup::BookingPopup(const BookAccess& book, const Place& place, QWidget* window)
    : Card(window),
      m_book(book),
      m_place(place),
      m_catalogue(book.catalogue()),
      m_hold(new PlaceHold(book.bus, book.clock)),
      m_key(QUuid::createUuid().toString(QUuid::WithoutBraces)),
      m_title(new PlainLabel(PlainLabel::Tone::Title, {}, this)),
      m_text(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_who(new PlainLabel(PlainLabel::Tone::Muted, {}, this)),
      m_newClient(new QWidget(this)),
      m_name(new QLineEdit(m_newClient)),
      m_phone(new QLineEdit(m_newClient)),
      m_alert(new Notice(Notice::Kind::Warning, this)),
      m_notice(new Notice(Notice::Kind::Info, this)),
      m_service(new ServiceBox(this)),
      m_span(factBox(QStringLiteral("span"), this)),
      m_price(factBox(QStringLiteral("price"), this)),
      m_reason(new QLineEdit(this)),
      m_squeeze(new SqueezeReason(this)),
      m_facts(new PlainLabel(PlainLabel::Tone::Muted, {}, this)),
      m_kept(new PlainLabel(PlainLabel::Tone::Muted, {}, this)),
      m_button(new KeyButton(tr("&Book"), tr("Enter"), KeyButton::Rank::Primary, this))
{
    setObjectName(QStringLiteral("bookingPopup"));
    setAccessibleName(tr("Book an appointment"));
    setMinimumWidth(470 + 2 * Shadow);
    setMaximumWidth(540 + 2 * Shadow);
    buildSearch();
    buildNewClient();
    body()->addWidget(m_alert);
    body()->addWidget(m_notice);
    buildService();
    buildFooter();
    connect(m_hold, &PlaceHold::changed, this, [this] {
        showHold();
        resume();
    });
    connect(m_hold, &PlaceHold::refused, this, &BookingPopup::holdRefused);
    m_service->offer(*m_catalogue, m_place);
    showTitle();
    become(Stage::Search);
}

BookingPopup::~BookingPopup()
{
    if (m_hold)
        m_hold->release();
}

void BookingPopup::buildSearch()
{
    auto* heading = new QHBoxLayout;
    m_title->setObjectName(QStringLiteral("title"));
    heading->addWidget(m_title, 1);
    heading->addWidget(new KeyCap(tr("Esc"), this));
    body()->addLayout(heading);
    m_text->setObjectName(QStringLiteral("client"));
    m_text->setAccessibleName(tr("Client: a name or the last digits of a phone"));
    m_text->setPlaceholderText(tr("3 letters of a name, or the last 4 digits of a phone"));
    m_text->setMaxLength(400);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &BookingPopup::typed);
    body()->addWidget(m_text);
    m_list->setObjectName(QStringLiteral("clients"));
    m_list->setAccessibleName(tr("Clients found"));
    m_list->setModel(&m_clients);
    m_list->setItemDelegate(new ClientDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &BookingPopup::preview);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        m_rowPicked = true;
        choose(index.row());
    });
    body()->addWidget(m_list);
    m_who->setObjectName(QStringLiteral("who"));
    body()->addWidget(m_who);
}

void BookingPopup::buildNewClient()
{
    auto* line = new QHBoxLayout(m_newClient);
    line->setContentsMargins(0, 0, 0, 0);
    m_name->setObjectName(QStringLiteral("newName"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setAccessibleName(tr("Name of the new client"));
    m_name->setMaxLength(400);
    m_phone->setObjectName(QStringLiteral("newPhone"));
    m_phone->setPlaceholderText(tr("Phone"));
    m_phone->setAccessibleName(tr("Phone of the new client"));
    m_phone->setMaxLength(100);
    line->addWidget(m_name, 3);
    line->addWidget(m_phone, 2);
    for (QLineEdit* field : {m_name, m_phone}) {
        connect(field, &QLineEdit::textChanged, this, [this] {
            m_enterWaits = false;
            say({});
        });
    }
    m_newClient->hide();
    body()->addWidget(m_newClient);
    m_alert->setObjectName(QStringLiteral("alert"));
    m_notice->setObjectName(QStringLiteral("notice"));
}

void BookingPopup::buildService()
{
    auto* line = new QHBoxLayout;
    m_service->setObjectName(QStringLiteral("service"));
    connect(m_service, &QComboBox::activated, this, [this] { m_serviceTouched = true; });
    connect(m_service, &QComboBox::currentIndexChanged, this, &BookingPopup::serviceChanged);
    m_service->installEventFilter(this);
    line->addWidget(m_service, 1);
    line->addWidget(m_span);
    line->addWidget(m_price);
    body()->addLayout(line);
    m_reason->setObjectName(QStringLiteral("overrideReason"));
    m_reason->setPlaceholderText(tr("Why is it booked all the same?"));
    m_reason->setAccessibleName(tr("Reason to book against the rule"));
    m_reason->hide();
    body()->addWidget(m_reason);
    connect(m_squeeze, &QLineEdit::textChanged, this, &BookingPopup::showButton);
    body()->addWidget(m_squeeze);
    m_facts->setObjectName(QStringLiteral("facts"));
    m_facts->setWordWrap(true);
    body()->addWidget(m_facts);
}

void BookingPopup::buildFooter()
{
    m_kept->setObjectName(QStringLiteral("kept"));
    m_button->setObjectName(QStringLiteral("book"));
    connect(m_button, &QPushButton::clicked, this, &BookingPopup::enter);
    footer()->addWidget(m_kept, 1);
    footer()->addWidget(m_button);
}

void BookingPopup::open(const QRect& anchor)
{
    placeBeside(anchor);
    m_text->setFocus(Qt::PopupFocusReason);
}

void BookingPopup::showTitle()
{
    const Zone zone = zoneOf(*m_catalogue, m_place.location);
    m_title->setText(QStringLiteral("%1 · %2 · %3")
                         .arg(shortDateText(zone.dateOf(m_place.start)), timeText(m_place.start, zone),
                              staffName(*m_catalogue, m_place.staff)));
}

void BookingPopup::takePlace(const Place& place)
{
    m_place = place;
    m_notFree.clear();
    m_doubt.visitsKnown = false;
    m_doubt.visitsOf = {};
    m_reason->hide();
    m_reason->clear();
    m_squeeze->withdraw();
    const ServiceId before = m_service->chosen();
    m_service->offer(*m_catalogue, place);
    if (m_service->chosen() != before)
        say(tr("%1 doesn't do this service: choose another").arg(staffName(*m_catalogue, place.staff)));
    else
        say({});
    showTitle();
    serviceChanged();
    lookForVisits();
}

void BookingPopup::fill(const ClientHit& client, const BookAppointment& wish)
{
    m_wish = wish;
    m_chosen = client;
    m_serviceTouched = true;
    {
        const QSignalBlocker quiet(m_service);
        m_service->choose(wish.service);
    }
    become(Stage::Ready);
    keepPlace();
}

void BookingPopup::comeBack()
{
    m_asking = false;
    placeBeside({mapToGlobal(QPoint(Shadow, Shadow + 8)), QSize(0, 0)});
    QWidget* focus = m_service;
    if (m_stage == Stage::Search)
        focus = m_text;
    else if (m_reason->isVisibleTo(this))
        focus = m_reason;
    else if (m_squeeze->isVisibleTo(this))
        focus = m_squeeze;
    focus->setFocus(Qt::PopupFocusReason);
}

const ClientHit* BookingPopup::current() const
{
    if (m_stage == Stage::Ready)
        return m_chosen ? &*m_chosen : nullptr;
    const int row = m_list->currentIndex().row();
    if (m_stage == Stage::Search && row >= 0 && row < int(m_clients.hits().size()))
        return &m_clients.hits()[size_t(row)];
    return nullptr;
}

const Service* BookingPopup::service() const
{
    return m_catalogue->service(m_service->chosen());
}

TimeSlot BookingPopup::slot() const
{
    const Service* chosen = service();
    const Location* location = m_catalogue->location(m_place.location);
    const Seconds length = m_wish.length ? *m_wish.length
                           : chosen      ? totalLength(chosen->steps)
                           : location    ? Seconds(location->grid)
                                         : Seconds(Minutes(15));
    return {m_place.start, m_place.start + length};
}

QString BookingPopup::clientName() const
{
    if (m_stage == Stage::NewClient)
        return m_name->text().trimmed().isEmpty() ? m_phone->text().trimmed() : m_name->text().trimmed();
    const ClientHit* client = current();
    return client ? client->name : QString();
}

/// What the marked or chosen client brings along: the alert, and the last service unless another was chosen by hand.
void BookingPopup::preview()
{
    const ClientHit* client = current();
    if (!client || client->alert.isEmpty())
        m_alert->say({});
    else
        m_alert->say(QStringLiteral("⚠ %1: %2").arg(client->name, client->alert));
    if (!m_serviceTouched)
        m_service->choose(client ? client->lastService : ServiceId());
    showService();
    lookForVisits();
    placeAgain();
}

void BookingPopup::serviceChanged()
{
    m_notFree.clear();
    if (m_service->chosen() != m_wish.service) {
        m_wish.length.reset();
        m_wish.price.reset();
    }
    m_reason->hide();
    m_squeeze->withdraw();
    showService();
    if (m_stage != Stage::Search || m_hold->id())
        keepPlace();
    lookForVisits();
}

void BookingPopup::showService()
{
    const Zone zone = zoneOf(*m_catalogue, m_place.location);
    const Service* chosen = service();
    m_span->setText(chosen ? timeText(slot(), zone) : timeText(m_place.start, zone));
    m_price->setText(chosen ? formatMoney(m_wish.price.value_or(chosen->price), QLocale()) : QString());
    m_price->setVisible(chosen);
    m_facts->setText(chosen ? placeLine(*m_catalogue, *m_book.appointments, m_place, *chosen, m_book.clock->now())
                            : QString());
    m_facts->setVisible(!m_facts->text().isEmpty());
}

void BookingPopup::showHold()
{
    if (!m_hold)
        return;
    const qint64 left = m_hold->left().count();
    if (left > 0)
        m_kept->setText(
            tr("● kept for you %1:%2 · other desks see it").arg(left / 60).arg(left % 60, 2, 10, QLatin1Char('0')));
    else if (m_hold->isPending())
        m_kept->setText(tr("keeping the place …"));
    else
        m_kept->setText(m_hold->isRefused() ? tr("not kept") : tr("kept from the first key on"));
}

void BookingPopup::become(Stage stage)
{
    m_stage = stage;
    m_list->setVisible(stage == Stage::Search && m_clients.rowCount() > 0);
    m_newClient->setVisible(stage == Stage::NewClient);
    m_text->setVisible(stage != Stage::NewClient);
    m_who->setVisible(stage == Stage::Ready);
    if (stage == Stage::Ready && m_chosen) {
        const QSignalBlocker quiet(m_text);
        m_text->setText(m_chosen->name);
        QStringList known{m_chosen->phone};
        if (m_chosen->visits > 0)
            known.append(tr("%n visits", nullptr, m_chosen->visits));
        if (m_chosen->noShows > 0)
            known.append(tr("%n no-shows", nullptr, m_chosen->noShows));
        known.removeAll({});
        m_who->setText(known.join(QStringLiteral(" · ")));
        m_who->setVisible(!known.isEmpty());
    }
    showHold();
    preview();
}

/// Shows the field for the reason when that is what the answer leaves open.
void BookingPopup::offerSqueeze(const Outcome& outcome)
{
    if (m_squeeze->offer(m_book, outcome) == SqueezeReason::Offer::Exhausted)
        say(tr("%1. Nobody more can be squeezed in there.")
                .arg(refusalText(outcome, *m_catalogue, m_book.clock->now())));
    placeAgain();
}

void BookingPopup::showButton()
{
    m_button->setText(m_squeeze->reason().isEmpty() ? tr("&Book") : tr("S&queeze in"));
    m_button->updateGeometry();
}

void BookingPopup::say(const QString& text)
{
    m_notice->say(text);
    placeAgain();
}

} // namespace frontdesk
