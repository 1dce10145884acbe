#include "app/admin/open_book.h"

#include "models/booking/catalogue_reader.h"

namespace frontdesk::admin
{

OpenBook openBook(const Session& session, Patience patience)
{
    Session::Book book = patience == Patience::Long ? session.openPatiently() : session.open();
    if (!book.connection)
        return {nullptr, nullptr, book.exit};
    const CatalogueOrError read = readCatalogue(*book.connection);
    if (const auto* error = std::get_if<StorageError>(&read))
        return {nullptr, nullptr, session.fail(*error)};
    return {std::move(book.connection), std::get<CataloguePtr>(read), Exit::Good};
}

} // namespace frontdesk::admin
