#include "models/booking/command_executor.h"

#include "models/booking/catalogue_reader.h"
#include "models/booking/handling.h"

#include <algorithm>
#include <array>

namespace frontdesk
{
namespace
{

constexpr int mostAttempts = 4;
constexpr Seconds patience{5};
constexpr std::chrono::milliseconds longestUntold{50}; ///< desks gather hints for about as long before they read again

/// The catalogue that the command was judged by is older than the book.
bool isOutdated(const Attempt& attempt)
{
    const auto* outcome = std::get_if<Outcome>(&attempt);
    const auto* broken = outcome ? std::get_if<RuleBroken>(outcome) : nullptr;
    constexpr std::array<QLatin1StringView, 5> byCatalogue{
        QLatin1StringView("location_zone"), QLatin1StringView("location"), QLatin1StringView("service"),
        QLatin1StringView("squeeze_person"), QLatin1StringView("override_person")};
    return broken && std::ranges::find(byCatalogue, broken->rule) != byCatalogue.end();
}

} // namespace

class CommandExecutor::Private
{
public:
    Connection& connection;
    const Clock& clock;
    ClientKeys keys{};
    CataloguePtr catalogue{};
    bool hintsItself = false; ///< PostgreSQL: the other desks are told after the commit, not by it

    std::optional<std::chrono::steady_clock::time_point> untoldSince{}; ///< the oldest stored command not told of

    [[nodiscard]] std::optional<StorageError> readCatalogueIfNeeded()
    {
        if (catalogue)
            return {};
        CatalogueOrError read = readCatalogue(connection);
        if (auto* error = std::get_if<StorageError>(&read))
            return *error;
        catalogue = std::get<CataloguePtr>(read);
        return {};
    }

    [[nodiscard]] Attempt attempt(const Command& command, const Sender& sender)
    {
        if (const auto error = readCatalogueIfNeeded())
            return failed(*error);
        const Handling handling{connection, *catalogue, keys, sender, clock.now()};
        return std::visit([&](const auto& c) { return handle(handling, c); }, command);
    }
};

CommandExecutor::CommandExecutor(Connection& connection, const Clock& clock) : d(new Private{connection, clock})
{
    if (connection.dialect() == Dialect::Postgresql)
        d->hintsItself = !connection.run(QStringLiteral("hints_after_commit")).error;
}

CommandExecutor::~CommandExecutor()
{
    tellOthers();
}

void CommandExecutor::tellOthers()
{
    if (!d->untoldSince)
        return;
    d->untoldSince.reset();
    // The commands are stored; that their hint was lost with the connection costs no more than the next re-read.
    if (!d->connection.isLost())
        (void)d->connection.run(QStringLiteral("hint"));
}

void CommandExecutor::setCatalogue(CataloguePtr catalogue)
{
    d->catalogue = std::move(catalogue);
}

Outcome CommandExecutor::execute(const Command& command, const Sender& sender)
{
    const auto begin = std::chrono::steady_clock::now();
    bool catalogueIsFresh = !d->catalogue;
    for (int number = 1;; ++number) {
        const Attempt attempt = d->attempt(command, sender);
        if (isOutdated(attempt) && !catalogueIsFresh) {
            catalogueIsFresh = true;
            d->catalogue.reset();
            continue;
        }
        if (const auto* outcome = std::get_if<Outcome>(&attempt)) {
            if (d->hintsItself && std::holds_alternative<Done>(*outcome)) {
                const auto now = std::chrono::steady_clock::now();
                if (!d->untoldSince)
                    d->untoldSince = now;
                else if (now - *d->untoldSince >= longestUntold)
                    tellOthers();
            }
            return *outcome;
        }
        if (number >= mostAttempts || std::chrono::steady_clock::now() - begin > patience)
            return StorageFailed{false, std::get<Busy>(attempt).text};
    }
}

} // namespace frontdesk
