#include "salon.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

using namespace frontdesk::test;
using frontdesk::AppointmentId;
using frontdesk::BusyTime;
using frontdesk::Catalogue;
using frontdesk::FreePlace;
using frontdesk::Instant;
using frontdesk::Minutes;
using frontdesk::Request;
using frontdesk::ResourceId;
using frontdesk::Seconds;
using frontdesk::TimeSlot;

namespace
{

constexpr int steps = 2 * 24 * 12; // of five minutes, in the two days that are looked at

/// The same question answered the slow way: every five minutes of two days, one by one.
class SlowBook
{
public:
    SlowBook(const Catalogue& book, const std::vector<BusyTime>& busy, Instant begin) : m_book(book), m_begin(begin)
    {
        for (const BusyTime& time : busy) {
            for (int i = 0; i < steps; ++i) {
                if (time.slot.contains(begin + Minutes(5 * i)))
                    m_units[time.resource][static_cast<size_t>(i)] += time.units;
            }
        }
    }

    [[nodiscard]] bool isFree(const frontdesk::Service& service, ResourceId staff, int step) const
    {
        bool room = !needs(service, frontdesk::ResourceKind::Room);
        for (const ResourceId id : {room4, room5, sauna})
            room = room || (able(service, id) && fits(service, id, frontdesk::ResourceKind::Room, step));
        const bool person = !needs(service, frontdesk::ResourceKind::Staff) ||
                            (able(service, staff) && fits(service, staff, frontdesk::ResourceKind::Staff, step));
        return room && person && isOpen(m_book.locations[0].hours, step, length(service));
    }

private:
    static int length(const frontdesk::Service& service)
    {
        return static_cast<int>(frontdesk::totalLength(service.steps).count() / 300);
    }
    static bool needs(const frontdesk::Service& service, frontdesk::ResourceKind kind)
    {
        return std::ranges::any_of(service.steps, [kind](const auto& s) { return s.keepsBusy(kind); });
    }
    static bool able(const frontdesk::Service& service, ResourceId id)
    {
        return std::ranges::find(service.able, id) != service.able.end();
    }

    [[nodiscard]] bool isOpen(const frontdesk::WeeklyHours& hours, int step, int count) const
    {
        for (int i = step; i < step + count; ++i) {
            const QDateTime wall = m_book.locations[0].zone.toLocal(m_begin + Minutes(5 * i));
            const auto& day = hours[static_cast<size_t>(wall.date().dayOfWeek() - 1)];
            if (std::ranges::none_of(day, [&](const auto& span) {
                    return span.from <= wall.time() && (!span.to.isValid() || wall.time() < span.to);
                }))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool fits(const frontdesk::Service& service, ResourceId id, frontdesk::ResourceKind kind,
                            int step) const
    {
        const frontdesk::Resource& resource = *m_book.resource(id);
        const bool ownHours = std::ranges::any_of(resource.hours, [](const auto& day) { return !day.empty(); });
        int at = step;
        for (size_t i = 0; i < service.steps.size(); ++i) {
            const int count = static_cast<int>(service.steps[i].length.count() / 300);
            const int before = i == 0 ? static_cast<int>(service.bufferBefore.count() / 300) : 0;
            const int after = i + 1 == service.steps.size() ? static_cast<int>(service.bufferAfter.count() / 300) : 0;
            if (service.steps[i].keepsBusy(kind)) {
                if (ownHours && !isOpen(resource.hours, at, count))
                    return false;
                for (int k = std::max(0, at - before); k < std::min(steps, at + count + after); ++k) {
                    const auto units = m_units.find(id);
                    if (units != m_units.end() && units->second[static_cast<size_t>(k)] >= resource.capacity)
                        return false;
                }
            }
            at += count;
        }
        return true;
    }

    const Catalogue& m_book;
    const Instant m_begin;
    std::map<ResourceId, std::array<int, steps>> m_units;
};

std::vector<BusyTime> randomBusyTimes(Instant begin)
{
    const int count = *rc::gen::inRange(0, 40);
    std::vector<BusyTime> busy;
    for (int i = 0; i < count; ++i) {
        const ResourceId resource(*rc::gen::inRange(1, 7));
        const Instant start = begin + Minutes(5 * *rc::gen::inRange(0, steps - 24));
        const Minutes length(5 * *rc::gen::inRange(1, 24));
        busy.push_back({resource, {start, start + length}, *rc::gen::inRange(1, 3), AppointmentId(i + 1)});
    }
    return busy;
}

} // namespace

/// Random busy days: what nearestFree offers has no reason against it, and it is exactly what counting in steps of five
/// minutes finds. RapidCheck prints its seed.
class RandomDaysTest : public QObject
{
    Q_OBJECT

private slots:
    void offeredPlacesAreExactlyTheFreeOnes_data()
    {
        QTest::addColumn<QDate>("date");
        QTest::newRow("ordinary days") << QDate(2026, 11, 23);
        QTest::newRow("the night of 23 hours") << QDate(2026, 3, 28);
        QTest::newRow("the night of 25 hours") << QDate(2026, 10, 24);
    }

    void offeredPlacesAreExactlyTheFreeOnes()
    {
        QFETCH(QDate, date);
        Catalogue book = salon();
        for (size_t day : {5, 6})
            book.locations[0].hours[day] = {{QTime(0, 0), QTime()}};
        book.resources[0].hours[5] = {{QTime(9, 0), QTime()}};
        book.resources[0].hours[6] = {{QTime(0, 0), QTime(3, 0)}, {QTime(4, 0), QTime(12, 0)}};
        book.resources[3].capacity = 2;
        const Instant begin = book.locations[0].zone.day(date).start;
        const TimeSlot within{begin, begin + Minutes(5 * steps)};
        const Instant now = begin - Minutes(600);

        const bool holds = rc::check("offered places are the free ones", [&] {
            const std::vector<BusyTime> busy = randomBusyTimes(begin);
            Request request;
            request.location = here;
            request.service = frontdesk::ServiceId(*rc::gen::inRange(1, 5));
            request.staff = ResourceId(*rc::gen::inRange(1, 4));
            request.start = begin + Minutes(5 * *rc::gen::inRange(0, steps));
            const frontdesk::Service& service = *book.service(request.service);
            const Seconds length = frontdesk::totalLength(service.steps);

            std::set<Instant> offered;
            Seconds last{0};
            for (const FreePlace& place : nearestFree(book, busy, request, within, now, steps)) {
                Request again = request;
                again.start = place.slot.start;
                RC_ASSERT(reasonsAgainst(book, busy, again, now).empty());
                RC_ASSERT(std::chrono::abs(place.slot.start - request.start) >= last);
                last = std::chrono::abs(place.slot.start - request.start);
                RC_ASSERT(offered.insert(place.slot.start).second);
            }

            const SlowBook slow(book, busy, begin);
            std::set<Instant> expected;
            for (int i = 0; begin + Minutes(5 * i) + length <= within.end; i += 3) {
                if (slow.isFree(service, request.staff, i))
                    expected.insert(begin + Minutes(5 * i));
            }
            RC_ASSERT(offered == expected);
        });
        QVERIFY(holds);
    }
};

QTEST_APPLESS_MAIN(RandomDaysTest)
#include "tst_random_days.moc"
