#include "ui/booking_popup_hold.h"

namespace frontdesk
{

PlaceHold::PlaceHold(CommandBus* bus, const Clock* clock) : QObject(bus), m_bus(bus), m_clock(clock)
{
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (m_id && left() <= RenewsWhenLeft && !m_pending && !m_paused)
            send();
        emit changed();
    });
}

void PlaceHold::keep(const Wish& wish)
{
    if (m_released || (m_wish && *m_wish == wish))
        return;
    m_wish = wish;
    if (m_pending)
        m_again = true;
    else
        send();
}

void PlaceHold::send()
{
    if (!m_bus || !m_wish)
        return;
    m_pending = true;
    m_again = false;
    m_sent = *m_wish;
    m_sentAt = m_clock->now();
    HoldPlace hold;
    hold.existing = m_id;
    hold.location = m_sent.place.location;
    hold.staff = m_sent.place.staff;
    hold.service = m_sent.service;
    hold.slot = {m_sent.place.start, m_sent.place.start + m_sent.length};
    hold.lasts = Lasts;
    m_bus->submit(hold, this, [this](const Outcome& outcome) { answered(outcome); });
}

void PlaceHold::answered(const Outcome& outcome)
{
    m_pending = false;
    m_refused = !std::holds_alternative<Done>(outcome);
    if (const auto* done = std::get_if<Done>(&outcome)) {
        m_id = DeskHoldId(done->id);
        m_until = m_sentAt + Lasts;
        m_tick.start();
    } else if (std::holds_alternative<Gone>(outcome) && m_id) {
        m_id.reset(); // it ran out while the link was lost: take the place anew
        m_again = true;
    }
    if (m_released) {
        m_released = false;
        release();
        return;
    }
    if (m_again)
        send();
    else if (!std::holds_alternative<Done>(outcome))
        emit refused(outcome);
    emit changed();
}

Seconds PlaceHold::left() const
{
    return m_id ? std::max(Seconds(0), m_until - m_clock->now()) : Seconds(0);
}

void PlaceHold::release()
{
    if (m_released)
        return;
    m_released = true;
    m_tick.stop();
    if (m_pending)
        return;
    if (m_id && m_bus)
        m_bus->submit(ReleaseHold{*m_id}, m_bus, [](const Outcome&) {});
    deleteLater();
}

void PlaceHold::forget()
{
    m_id.reset();
    release();
}

} // namespace frontdesk
