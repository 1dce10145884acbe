#pragma once

#include "models/check/check.h"
#include "tests/support/test_database.h"

namespace frontdesk::test
{

/// A demo book whose triggers and walls are taken down, so that a test can break it as somebody with the database's
/// own tools could. Made once, copied for each break.
class BrokenBook
{
public:
    explicit BrokenBook(Dialect dialect);
    ~BrokenBook();
    BrokenBook(const BrokenBook&) = delete;
    BrokenBook& operator=(const BrokenBook&) = delete;

    [[nodiscard]] std::unique_ptr<BrokenBook> copy() const;

    /// Statements typed by hand; ends the program when one is refused.
    void type(const QString& sql) const;
    [[nodiscard]] qint64 number(const QString& sql) const;
    [[nodiscard]] std::unique_ptr<Connection> connect() const;

private:
    class Private;
    explicit BrokenBook(std::unique_ptr<Private> p);
    void takeDownWalls() const;

    std::unique_ptr<Private> d;
};

/// A line each.
[[nodiscard]] QString textOf(const Checked& checked);

/// The moment at which the book was made and is checked, Monday 2026-11-23T09:00:00Z: what its demo holds depends on
/// it.
[[nodiscard]] inline Instant brokenNow()
{
    return instantFromUnix(1795424400);
}

/// A booked appointment of a service that lies ahead of brokenNow() and isn't squeezed.
inline constexpr const char* someBooked =
    "(SELECT min(id) FROM appointment WHERE status = 'booked' AND service_id IS NOT NULL AND "
    "squeezed = 0 AND starts_at > 1795500000)";

} // namespace frontdesk::test
