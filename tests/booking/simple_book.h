#pragma once

#include "models/domain/status.h"
#include "tests/booking/salon_book.h"

namespace frontdesk::test
{

/// The small salon's book as simply as it can be told: rows in a list, every pair compared. What the real one must
/// answer is computed here, slowly and without locks, versions or indexes.
class SimpleBook
{
public:
    struct Row {
        qint64 id = 0;
        qint64 version = 1;
        Status status = Status::Booked;
        Status before = Status::Booked; ///< of a cancelled one
        Instant start{};
        ResourceId staff;
        bool colour = false;
    };

    [[nodiscard]] bool isFree(const Row& wanted, std::initializer_list<qint64> except = {}) const;
    [[nodiscard]] static bool meet(const Row& a, const Row& b);

    std::vector<Row> rows;
};

} // namespace frontdesk::test
