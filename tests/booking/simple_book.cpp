#include "tests/booking/simple_book.h"

#include <algorithm>

namespace frontdesk::test
{
namespace
{

/// Ana, Ben or Chloé for 45 minutes and 5 to sweep up; or at the beginning and the end of a colour, and the room.
Takes takesOf(const SimpleBook::Row& row)
{
    if (!row.colour)
        return {{row.staff, Seconds(0), Minutes(50), 1}};
    return {{row.staff, Seconds(0), Minutes(35), 1},
            {row.staff, Minutes(75), Minutes(100), 1},
            {ResourceId(4), Seconds(0), Minutes(100), 1}};
}

} // namespace

bool SimpleBook::meet(const Row& a, const Row& b)
{
    for (const Take& mine : takesOf(a)) {
        for (const Take& theirs : takesOf(b)) {
            if (mine.resource == theirs.resource && mine.at(a.start).overlaps(theirs.at(b.start)))
                return true;
        }
    }
    return false;
}

bool SimpleBook::isFree(const Row& wanted, std::initializer_list<qint64> except) const
{
    return std::ranges::none_of(rows, [&](const Row& row) {
        return claimsItsTime(row.status) && std::ranges::find(except, row.id) == except.end() && meet(row, wanted);
    });
}

} // namespace frontdesk::test
