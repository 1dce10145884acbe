#pragma once

#include "models/storage/database_url.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace frontdesk::test
{

/// One line of the conformance suite in the texts of one database: statements before, the statement that is judged, and
/// what must come of it. conformance/README.md says how the files are written.
struct ConformanceCase {
    QString file; ///< without ".json"
    QString name;
    QStringList setup;
    QString statement;
    QString outcome; ///< "ok", "taken", "forbidden", "gone", "rule:CODE"
    QString group;   ///< PostgreSQL: the statement runs as a person of this group
    QString isolation;
    struct Follow {
        QString query;
        QString expected;
    };
    std::vector<Follow> then;
};

/// All cases of a database, the files in the order of their names. The texts still hold {me}, {login} and {verifier}. A
/// file that can't be read ends the program.
[[nodiscard]] std::vector<ConformanceCase> conformanceCases(Dialect dialect);
/// The small business that every case starts from.
[[nodiscard]] QString conformanceSalon();
/// What the suite says of the refusals in resources/sql/README.md.
[[nodiscard]] QStringList documentedRules();

} // namespace frontdesk::test
