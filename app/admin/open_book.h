#pragma once

#include "app/admin/session.h"

#include "models/domain/catalogue.h"

namespace frontdesk::admin
{

/// The open book with what it offers; without a connection the reason is printed already.
struct OpenBook {
    std::unique_ptr<Connection> connection;
    CataloguePtr catalogue;
    Exit exit = Exit::Good;
};
enum class Patience { Desk, Long };
[[nodiscard]] OpenBook openBook(const Session& session, Patience patience = Patience::Desk);

} // namespace frontdesk::admin
