#pragma once

#include "models/booking/commands.h"
#include "tests/support/test_database.h"

namespace frontdesk::bench
{

constexpr int staffCount = 30;

/// The small salon with thirty staff who all do Haircut, open around the clock, so that writers need not meet.
void fillWideSalon(const test::TestDatabase& book);

/// The n-th booking of a writer: a free place that no other writer asks for.
[[nodiscard]] BookAppointment nthBooking(int writer, int n);

/// Puts `count` appointments with their claims into the years around, none into the measured week of 2026-11-23, which
/// gets the same 300 whatever the count. Triggers are passed by: only reading is measured.
void fillForReading(const test::TestDatabase& book, int count);
[[nodiscard]] TimeSlot measuredWeek();

} // namespace frontdesk::bench
