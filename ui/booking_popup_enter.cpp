#include "ui/booking_popup.h"

#include "ui/refusal_text.h"
#include "ui/words.h"

#include <QKeyEvent>
#include <QUuid>

namespace frontdesk
{

namespace
{

constexpr int MostClients = 6;
constexpr int NearClients = 40;

} // namespace

// What the keys of the popup do, from the first letter to the booking.

bool BookingPopup::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && object == m_text && m_stage == Stage::Search) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0 && key->modifiers() == Qt::NoModifier && m_clients.rowCount() > 0) {
            const int row = std::clamp(m_list->currentIndex().row() + step, 0, m_clients.rowCount() - 1);
            m_rowPicked = true;
            m_list->setCurrentIndex(m_clients.index(row));
            say({});
            return true;
        }
    }
    // Wheel and arrows of a box act at once and don't count as "activated".
    if (object == m_service && (event->type() == QEvent::KeyPress || event->type() == QEvent::Wheel))
        m_serviceTouched = m_serviceTouched || m_stage != Stage::Search || m_service->hasFocus();
    return Card::eventFilter(object, event);
}

void BookingPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape || (event->matches(QKeySequence::Close) && !event->isAutoRepeat())) {
        leave();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!event->isAutoRepeat())
            enter();
    } else {
        // Nothing that is typed in the popup reaches the grid below it.
        event->accept();
    }
}

void BookingPopup::typed()
{
    m_enterWaits = false;
    m_rowPicked = false;
    m_doubt = {};
    m_chosen.reset();
    if (m_stage != Stage::Search)
        become(Stage::Search);
    say(m_notFree);
    if (!m_text->text().isEmpty())
        keepPlace();
    search();
}

void BookingPopup::search()
{
    const QString text = m_text->text().trimmed();
    if (!isSearchable(text)) {
        m_answeredText = text;
        m_clients.clear();
        become(Stage::Search);
        return;
    }
    m_book.bus->searchClients(text, MostClients, this,
                              [this, text](const std::vector<ClientHit>& hits) { found(text, hits); });
}

void BookingPopup::found(const QString& text, const std::vector<ClientHit>& hits)
{
    if (m_stage != Stage::Search || text != m_text->text().trimmed())
        return;
    const ClientHit* marked = m_rowPicked ? current() : nullptr;
    const ClientId before = marked ? marked->id : ClientId();
    m_answeredText = text;
    m_clients.show(text, hits, m_catalogue);
    int row = before.isValid() ? m_clients.rowOf(before) : -1;
    m_rowPicked = row >= 0;
    if (row < 0 && !sharedByMany(text, hits))
        row = 0;
    m_list->setCurrentIndex(m_clients.index(row));
    const int rows = m_clients.rowCount();
    m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 2);
    become(Stage::Search);
    resume();
}

void BookingPopup::enter()
{
    if (m_asking)
        return;
    if (m_stage != Stage::Search) {
        book();
        return;
    }
    const QString text = m_text->text().trimmed();
    if (!isSearchable(text)) {
        say(tr("Type 3 letters of a name, or the last 4 digits of a phone"));
    } else if (m_answeredText != text) {
        m_enterWaits = true;
    } else if (!m_list->currentIndex().isValid()) {
        say(tr("%n clients share “%1”: choose with ↑ ↓", nullptr, int(m_clients.hits().size())).arg(text));
    } else {
        choose(m_list->currentIndex().row());
    }
}

void BookingPopup::resume()
{
    if (!m_enterWaits)
        return;
    m_enterWaits = false;
    enter();
}

void BookingPopup::choose(int row)
{
    if (m_clients.isNewRow(row)) {
        startNewClient();
        return;
    }
    m_chosen = m_clients.hits()[size_t(row)];
    become(Stage::Ready);
    keepPlace();
    m_service->setFocus(Qt::OtherFocusReason);
    const Service* last = m_catalogue->service(m_chosen->lastService);
    if (!service() && last)
        say(tr("%1 doesn't do %2, the last service: choose another")
                .arg(staffName(*m_catalogue, m_place.staff), last->name));
    else if (!service())
        say(m_service->hint());
}

void BookingPopup::startNewClient()
{
    const QString text = m_text->text().trimmed();
    const bool phone = looksLikePhone(text);
    m_name->setText(phone ? QString() : text);
    m_phone->setText(phone ? text : QString());
    become(Stage::NewClient);
    keepPlace();
    (phone ? m_name : m_phone)->setFocus(Qt::OtherFocusReason);
}

QString BookingPopup::newClientKey() const
{
    return m_name->text().trimmed() + QLatin1Char('\n') + m_phone->text().trimmed();
}

void BookingPopup::book()
{
    if (!service()) {
        say(m_service->hint());
        m_service->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_stage == Stage::NewClient && clientName().isEmpty()) {
        say(tr("A client needs a name or a phone number"));
        return;
    }
    if (m_reason->isVisibleTo(this) && m_reason->text().trimmed().isEmpty()) {
        say(tr("%1 Say why it is booked all the same").arg(m_notice->text()));
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (waitsOrDoubts())
        return;
    if (m_stage == Stage::Ready)
        askFor(m_chosen->id);
    else if (m_created.isValid() && m_createdAs == newClientKey())
        askFor(m_created);
    else
        createClient();
}

/// Answers that are still on their way are waited for; what speaks against the booking is said once and takes one more
/// Enter.
bool BookingPopup::waitsOrDoubts()
{
    if (m_stage == Stage::Ready && !m_doubt.visitsKnown) {
        m_enterWaits = true;
        lookForVisits();
        return true;
    }
    if (m_stage == Stage::Ready && m_chosen->alertStops && !m_doubt.alertSeen) {
        m_doubt.alertSeen = true;
        say(tr("Read the alert; Enter again books"));
        return true;
    }
    if (m_stage == Stage::NewClient && (!m_doubt.nearKnown || m_doubt.nearAskedFor != newClientKey())) {
        m_enterWaits = true;
        lookForNear();
        return true;
    }
    if (m_stage == Stage::NewClient && m_doubt.nearClient && !m_doubt.nearSeen) {
        m_doubt.nearSeen = true;
        say(tr("%1 %2 is a client already. Esc leaves; Enter again makes a new client all the same")
                .arg(m_doubt.nearClient->name, m_doubt.nearClient->phone));
        return true;
    }
    if (m_hold->isPending()) {
        m_enterWaits = true;
        return true;
    }
    return false;
}

/// Two searches, one after the other: who has the same last digits, then who begins alike.
void BookingPopup::lookForNear()
{
    const QString key = newClientKey();
    if (m_doubt.nearAskedFor == key && !m_doubt.nearKnown)
        return;
    m_doubt.nearAskedFor = key;
    m_doubt.nearKnown = false;
    m_doubt.nearSeen = false;
    m_doubt.nearClient.reset();
    const QString digits = digitsOf(m_phone->text()).right(4);
    const QString name = foldedForCompare(m_name->text());
    const auto byName = [this, key, name](std::vector<ClientHit> hits) {
        if (name.isEmpty()) {
            nearFound(hits);
            return;
        }
        m_book.bus->searchClients(name.left(2), NearClients, &m_nearSearch,
                                  [this, key, hits](const std::vector<ClientHit>& more) mutable {
                                      if (m_doubt.nearAskedFor != key)
                                          return;
                                      hits.insert(hits.end(), more.begin(), more.end());
                                      nearFound(hits);
                                  });
    };
    if (digits.size() < 4) {
        byName({});
        return;
    }
    m_book.bus->searchClients(digits, NearClients, &m_nearSearch,
                              [this, key, byName](const std::vector<ClientHit>& hits) {
                                  if (m_doubt.nearAskedFor == key)
                                      byName(hits);
                              });
}

void BookingPopup::nearFound(const std::vector<ClientHit>& hits)
{
    m_doubt.nearKnown = true;
    for (const ClientHit& hit : hits) {
        if (hit.id != m_created && isNear(m_name->text(), m_phone->text(), hit)) {
            m_doubt.nearClient = hit;
            break;
        }
    }
    resume();
}

void BookingPopup::createClient()
{
    m_asking = true;
    const QString key = newClientKey();
    CreateClient client{m_name->text().trimmed(), m_phone->text().trimmed(), m_place.location};
    m_book.bus->submit(client, this, [this, key](const Outcome& outcome) {
        m_asking = false;
        if (const auto* done = std::get_if<Done>(&outcome)) {
            m_created = ClientId(done->id);
            m_createdAs = key;
            if (newClientKey() == key)
                askFor(m_created);
            return;
        }
        const auto* broken = std::get_if<RuleBroken>(&outcome);
        const bool unreachable = std::holds_alternative<StorageFailed>(outcome);
        if (unreachable)
            m_doubt.nearKnown = false; // it may be stored all the same: look before it is made again
        say(refusalText(outcome, *m_catalogue, m_book.clock->now()));
        if (broken && broken->field == QLatin1StringView("phone"))
            m_phone->setFocus(Qt::OtherFocusReason);
        else if (broken)
            m_name->setFocus(Qt::OtherFocusReason);
    });
}

void BookingPopup::askFor(ClientId client)
{
    BookAppointment command = m_wish;
    command.key = m_key;
    command.location = m_place.location;
    command.service = m_service->chosen();
    command.staff = m_place.staff;
    command.client = client;
    command.start = m_place.start;
    command.fromHold = m_hold->id();
    if (m_reason->isVisibleTo(this))
        command.passing.overrideReason = m_reason->text().trimmed();
    m_squeeze->putInto(command.passing);
    m_asking = true;
    m_hold->pause(true);
    const Zone zone = zoneOf(*m_catalogue, m_place.location);
    const QString words = QStringLiteral("%1 · %2 %3").arg(clientName(), service()->name, timeText(slot(), zone));
    hide();
    emit bookingAsked(command, words);
}

void BookingPopup::answered(const Outcome& outcome)
{
    m_asking = false;
    if (std::holds_alternative<Done>(outcome)) {
        m_hold->forget();
        m_hold = nullptr;
        emit closed();
        deleteLater();
        return;
    }
    m_hold->pause(false);
    const QString words = refusalText(outcome, *m_catalogue, m_book.clock->now());
    const auto* broken = std::get_if<RuleBroken>(&outcome);
    m_reason->setVisible(broken && broken->soft);
    if (broken && broken->soft) {
        say(tr("%1. With a reason it can be booked all the same.").arg(words));
    } else {
        say(words);
    }
    offerSqueeze(outcome);
    if (broken && (broken->rule == QLatin1StringView("booking_key") || broken->rule == QLatin1StringView("key_taken")))
        m_key = QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void BookingPopup::lookForVisits()
{
    const ClientHit* client = current();
    if (!client || (m_doubt.visitsOf == client->id && m_doubt.visitsAt == slot()))
        return;
    m_doubt.visitsOf = client->id;
    m_doubt.visitsAt = slot();
    m_doubt.visitsKnown = false;
    const QString name = client->name;
    m_book.bus->clientAppointments(
        client->id, slot(), &m_visits,
        [this, name, id = client->id, at = slot()](const std::vector<Appointment>& appointments) {
            if (m_doubt.visitsOf != id || m_doubt.visitsAt != at)
                return;
            m_doubt.visitsKnown = true;
            const QString busy = clientBusyLine(appointments, name, at, zoneOf(*m_catalogue, m_place.location));
            if (!busy.isEmpty()) {
                say(busy);
                m_enterWaits = false; // said before it is booked: the Enter that waited has not seen it
            }
            resume();
        });
}

void BookingPopup::keepPlace()
{
    if (!m_hold)
        return;
    // While a client is still looked for the first grid step alone is kept: the service isn't known yet.
    const bool searching = m_stage == Stage::Search;
    const Location* location = m_catalogue->location(m_place.location);
    const Seconds step = location ? Seconds(location->grid) : Seconds(Minutes(15));
    m_hold->keep({m_place, searching ? ServiceId() : m_service->chosen(), searching ? step : slot().length()});
    showHold();
}

void BookingPopup::holdRefused(const Outcome& outcome)
{
    const bool taken = std::holds_alternative<SlotTaken>(outcome);
    const QString words = refusalText(outcome, *m_catalogue, m_book.clock->now());
    m_notFree = taken ? words : QString();
    if (taken || std::holds_alternative<StorageFailed>(outcome))
        say(words);
    if (m_squeeze->text().isEmpty())
        offerSqueeze(outcome);
}

void BookingPopup::leave()
{
    if (m_hold)
        m_hold->release();
    m_hold = nullptr;
    emit closed();
    deleteLater();
    hide();
}

} // namespace frontdesk
