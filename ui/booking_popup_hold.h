#pragma once

#include "models/booking/command_bus.h"
#include "models/domain/clock.h"
#include "ui/place.h"

#include <QPointer>
#include <QTimer>

namespace frontdesk
{

/// The hold of one booking popup: takes the place, follows the popup's wish when place, service or length change,
/// renews itself, and lets go. Lives on after the popup until a hold that is still on its way has come and been freed.
class PlaceHold final : public QObject
{
    Q_OBJECT
public:
    struct Wish {
        Place place;
        ServiceId service;
        Seconds length{0};
        friend bool operator==(const Wish&, const Wish&) = default;
    };
    PlaceHold(CommandBus* bus, const Clock* clock);

    /// Takes the place, or changes what is kept; one request at a time, the last wish counts.
    void keep(const Wish& wish);
    /// Frees the place and deletes this object when nothing is on its way any more.
    void release();
    /// The hold went into a booking, which deletes it: nothing is left to free.
    void forget();
    /// While a booking is under way that takes the hold over, it is not renewed.
    void pause(bool paused) { m_paused = paused; }

    [[nodiscard]] std::optional<DeskHoldId> id() const { return m_id; }
    /// A request is under way: the answer decides whether a booking has a hold to take over.
    [[nodiscard]] bool isPending() const { return m_pending; }
    /// The last wish was refused, and nothing is kept.
    [[nodiscard]] bool isRefused() const { return m_refused && !m_id; }
    /// How long the place is still kept; zero when it is not.
    [[nodiscard]] Seconds left() const;

    static constexpr Seconds Lasts{90};
    static constexpr Seconds RenewsWhenLeft{30};

signals:
    void changed();
    /// The last wish was refused; an older hold stays.
    void refused(const frontdesk::Outcome& outcome);

private:
    void send();
    void answered(const Outcome& outcome);

    QPointer<CommandBus> m_bus;
    const Clock* m_clock;
    std::optional<Wish> m_wish;
    Wish m_sent;
    std::optional<DeskHoldId> m_id;
    Instant m_until{};
    Instant m_sentAt{};
    bool m_pending = false;
    bool m_again = false;
    bool m_refused = false;
    bool m_released = false;
    bool m_paused = false;
    QTimer m_tick;
};

} // namespace frontdesk
