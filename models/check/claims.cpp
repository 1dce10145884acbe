#include "models/check/claims.h"

#include <QDateTime>

#include <algorithm>
#include <limits>
#include <tuple>

namespace frontdesk::check
{
namespace
{

constexpr QLatin1StringView claims("claims");
constexpr QLatin1StringView capacity("capacity");

QString utcText(qint64 instant)
{
    return QDateTime::fromSecsSinceEpoch(instant, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

/// "Ana Ruiz 2026-11-23 09:00–09:45 UTC".
QString timeText(const BookReader& book, const Claim& claim)
{
    return QStringLiteral("%1 %2–%3 UTC")
        .arg(book.resourceName(claim.resource), utcText(claim.start), utcText(claim.end).right(5));
}

void tellMissing(BookReader& book, const Claim& due)
{
    if (book.findings().isFull(claims))
        return book.findings().countOne(claims);
    book.findings().add(
        claims,
        QStringLiteral("%1 has no claim on %2 as its takes say").arg(book.describe(due.owner), timeText(book, due)));
}

void tellUncalledFor(BookReader& book, const Claim& row)
{
    if (book.findings().isFull(claims))
        return book.findings().countOne(claims);
    book.findings().add(claims, QStringLiteral("a claim of %1 stands on %2 although its takes don't say so")
                                    .arg(book.describe(row.owner), timeText(book, row)));
}

bool byOwner(const Claim& a, const Claim& b)
{
    return std::tie(a.owner, a.takeNo, a.resource, a.start, a.end) <
           std::tie(b.owner, b.takeNo, b.resource, b.start, b.end);
}

/// Both sorted by owner. Rows of holds that ran out may stand until somebody needs the place.
void compare(BookReader& book, const std::vector<Claim>& due, std::vector<Claim>& rows)
{
    const auto tellRow = [&](const Claim& row) {
        if (row.heldUntil == 0 || row.heldUntil > book.now())
            tellUncalledFor(book, row);
    };
    auto d = due.begin();
    auto r = rows.begin();
    while (d != due.end() || r != rows.end()) {
        if (r == rows.end() || (d != due.end() && byOwner(*d, *r))) {
            tellMissing(book, *d++);
        } else if (d == due.end() || byOwner(*r, *d)) {
            tellRow(*r++);
        } else {
            r->squeezed = d->squeezed;
            const auto resource = book.resources().find(r->resource);
            const bool mayBeSole = resource != book.resources().end() && resource->second.capacity == 1 && !d->squeezed;
            // What is over keeps what it was written with when the capacity changes.
            if (!r->sameTime(*d) || (r->sole != mayBeSole && r->end > book.now()))
                tellUncalledFor(book, *r);
            ++d;
            ++r;
        }
    }
}

StorageError readRows(BookReader& book, std::vector<Claim>& rows)
{
    // In pages by resource, start and id.
    qint64 after = std::numeric_limits<qint64>::min();
    Claim last;
    last.resource = last.start = after;
    const auto onRow = [&](const QSqlQuery& row) {
        Claim claim;
        after = row.value(0).toLongLong();
        claim.owner = row.isNull(1) ? -row.value(2).toLongLong() : row.value(1).toLongLong();
        claim.takeNo = row.value(3).toLongLong();
        claim.resource = row.value(4).toLongLong();
        claim.start = row.value(5).toLongLong();
        claim.end = row.value(6).toLongLong();
        claim.units = row.value(7).toLongLong();
        claim.sole = row.value(8).toBool();
        claim.heldUntil = row.value(9).toLongLong();
        rows.push_back(claim);
        last = claim;
    };
    for (size_t read = BookReader::pageSize; read == BookReader::pageSize;) {
        const size_t before = rows.size();
        if (StorageError error = book.each(QStringLiteral("check_claims"), onRow,
                                           {{QStringLiteral("resource"), last.resource},
                                            {QStringLiteral("starts_at"), last.start},
                                            {QStringLiteral("after"), after},
                                            {QStringLiteral("count"), BookReader::pageSize}}))
            return error;
        read = rows.size() - before;
    }
    return {};
}

/// The claims of one resource that are in force at the moment that the sweep has reached.
class InForce
{
public:
    void advanceTo(qint64 moment)
    {
        std::erase_if(m_claims, [moment](const Claim* claim) { return claim->end <= moment; });
    }
    void clear() { m_claims.clear(); }
    void add(const Claim* claim) { m_claims.push_back(claim); }

    [[nodiscard]] qint64 units() const
    {
        qint64 sum = 0;
        for (const Claim* claim : m_claims)
            sum += claim->units;
        return sum;
    }
    [[nodiscard]] bool anySqueezed() const
    {
        return std::ranges::any_of(m_claims, [](const Claim* claim) { return claim->squeezed; });
    }
    /// The one that was there first, of another owner where there is one.
    [[nodiscard]] const Claim& other(const Claim& than) const
    {
        const auto found =
            std::ranges::find_if(m_claims, [&](const Claim* claim) { return claim->owner != than.owner; });
        return found == m_claims.end() ? than : **found;
    }

private:
    std::vector<const Claim*> m_claims;
};

qint64 roomAt(const ResourceFacts& facts, bool squeezed, bool isPast)
{
    if (squeezed)
        return isPast ? facts.mostSqueezeCapacity : facts.squeezeCapacity;
    return isPast ? facts.mostCapacity : facts.capacity;
}

} // namespace

void sweep(BookReader& book, std::vector<Claim>& all)
{
    std::erase_if(all, [&](const Claim& claim) { return claim.heldUntil != 0 && claim.heldUntil <= book.now(); });
    std::ranges::sort(all, [](const Claim& a, const Claim& b) {
        return std::tie(a.resource, a.start, a.squeezed, a.owner) < std::tie(b.resource, b.start, b.squeezed, b.owner);
    });
    InForce inForce;
    qint64 resource = 0;
    for (const Claim& claim : all) {
        if (claim.resource != resource)
            inForce.clear();
        resource = claim.resource;
        inForce.advanceTo(claim.start);
        inForce.add(&claim);
        const auto facts = book.resources().find(resource);
        if (facts == book.resources().end())
            continue; // told as a reference
        const qint64 room = roomAt(facts->second, inForce.anySqueezed(), claim.start < book.now());
        if (inForce.units() <= room)
            continue;
        if (book.findings().isFull(capacity)) {
            book.findings().countOne(capacity);
            continue;
        }
        const Claim& other = inForce.other(claim);
        book.findings().add(capacity,
                            QStringLiteral("%1 is taken by %2 and by %3 at %4 UTC, more than %5")
                                .arg(book.resourceName(resource), book.describe(other.owner),
                                     book.describe(claim.owner), utcText(claim.start), QString::number(room)));
    }
}

StorageError checkClaims(BookReader& book, std::vector<Claim> due)
{
    std::vector<Claim> rows;
    rows.reserve(due.size());
    if (StorageError error = readRows(book, rows))
        return error;
    std::ranges::sort(due, byOwner);
    std::ranges::sort(rows, byOwner);
    compare(book, due, rows);
    sweep(book, due);
    sweep(book, rows);
    return {};
}

} // namespace frontdesk::check
