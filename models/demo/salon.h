#pragma once

#include "models/demo/demo.h"
#include "models/demo/people.h"
#include "models/demo/texts.h"
#include "models/domain/catalogue.h"

namespace frontdesk::demo
{

/// The salon itself: one location, its staff, rooms and equipment, services, closures and time off. Ids count from 1 in
/// the order of the vectors, until writeSalon sets those of the book.
[[nodiscard]] Catalogue makeSalon(const Options& options, const Zone& zone, const Texts& texts, const People& people);

/// Inserts it row by row and replaces the ids, in the services' lists too. Within the caller's transaction.
[[nodiscard]] StorageError writeSalon(Connection& connection, Catalogue& salon, const QVariant& person);

} // namespace frontdesk::demo
