#pragma once

#include "app/admin/session.h"

#include "models/domain/catalogue.h"

#include <variant>

namespace frontdesk::admin
{

/// A row as it can be chosen on the command line.
struct Nameable {
    qint64 id = 0;
    QString name;
    QString detail; ///< tells rows of one name apart: "Mitte", "+49 …"
};

/// Why a word on the command line means no single row.
struct NameProblem {
    QString option; ///< "--service", or "NAME" where it is no option
    QString word;
    std::vector<Nameable> candidates; ///< several: the name is not unique; none or near ones: it is unknown
    bool isAmbiguous = false;
    QString advice; ///< what else can be done; may be empty
};

/// The row that a word means: the one with this id, else the only one with this name (case doesn't matter where no
/// other row differs by case alone). `near` rows are told when none is found.
[[nodiscard]] std::variant<qint64, NameProblem> findByName(const QString& option, const QString& word,
                                                           const std::vector<Nameable>& rows);

[[nodiscard]] std::vector<Nameable> nameables(const std::vector<Service>& services);
[[nodiscard]] std::vector<Nameable> nameables(const std::vector<Location>& locations);
/// Of one kind.
[[nodiscard]] std::vector<Nameable> nameables(const Catalogue& catalogue, ResourceKind kind);

Exit refuse(const Session& session, const NameProblem& problem);

} // namespace frontdesk::admin
