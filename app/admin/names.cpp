#include "app/admin/names.h"

#include <QCoreApplication>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Names)
};

constexpr size_t mostNear = 5;

std::vector<Nameable> matching(const std::vector<Nameable>& rows, const QString& word, Qt::CaseSensitivity sensitivity)
{
    std::vector<Nameable> found;
    for (const Nameable& row : rows) {
        if (row.name.compare(word, sensitivity) == 0)
            found.push_back(row);
    }
    return found;
}

/// Rows that a person may have meant: those that contain the word, or all when there are few.
std::vector<Nameable> near(const std::vector<Nameable>& rows, const QString& word)
{
    if (rows.size() <= mostNear)
        return rows;
    std::vector<Nameable> found;
    for (const Nameable& row : rows) {
        if (found.size() < mostNear && row.name.contains(word, Qt::CaseInsensitive))
            found.push_back(row);
    }
    return found;
}

} // namespace

std::variant<qint64, NameProblem> findByName(const QString& option, const QString& word,
                                             const std::vector<Nameable>& rows)
{
    bool isNumber = false;
    const qint64 id = word.toLongLong(&isNumber);
    if (isNumber && std::ranges::find(rows, id, &Nameable::id) != rows.end())
        return id;
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        const std::vector<Nameable> found = matching(rows, word.trimmed(), sensitivity);
        if (found.size() == 1)
            return found.front().id;
        if (found.size() > 1)
            return NameProblem{option, word, found, true, {}};
    }
    return NameProblem{option, word, near(rows, word.trimmed()), false, {}};
}

std::vector<Nameable> nameables(const std::vector<Service>& services)
{
    std::vector<Nameable> rows;
    for (const Service& service : services) {
        if (!service.retired)
            rows.push_back({service.id.value(), service.name, service.category});
    }
    return rows;
}

std::vector<Nameable> nameables(const std::vector<Location>& locations)
{
    std::vector<Nameable> rows;
    for (const Location& location : locations) {
        if (!location.retired)
            rows.push_back({location.id.value(), location.name, QString::fromLatin1(location.zone.id())});
    }
    return rows;
}

std::vector<Nameable> nameables(const Catalogue& catalogue, ResourceKind kind)
{
    std::vector<Nameable> rows;
    for (const Resource& resource : catalogue.resources) {
        const Location* location = catalogue.location(resource.location);
        if (!resource.retired && resource.kind == kind)
            rows.push_back({resource.id.value(), resource.name, location ? location->name : QString()});
    }
    return rows;
}

Exit refuse(const Session& session, const NameProblem& problem)
{
    QJsonArray array;
    QStringList lines;
    for (const Nameable& row : problem.candidates) {
        array.append(QJsonObject{{QStringLiteral("id"), row.id},
                                 {QStringLiteral("name"), row.name},
                                 {QStringLiteral("detail"), row.detail}});
        lines += QStringLiteral("  %1  %2%3")
                     .arg(row.id, 6)
                     .arg(row.name, row.detail.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(row.detail));
    }
    QString text;
    if (problem.isAmbiguous)
        text = Words::tr("%1: several are named \"%2\"; give the id of the one that is meant:")
                   .arg(problem.option, problem.word);
    else if (lines.isEmpty())
        text = Words::tr("%1: nothing is named \"%2\", nor has this id.").arg(problem.option, problem.word);
    else
        text = Words::tr("%1: nothing is named \"%2\", nor has this id. There is:").arg(problem.option, problem.word);
    lines.prepend(text);
    if (!problem.advice.isEmpty())
        lines += problem.advice;
    return session.refuse(
        lines.join(u'\n'), problem.isAmbiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("unknown_name"),
        {{QStringLiteral("field"), problem.option.toLower().remove(u'-')}, {QStringLiteral("candidates"), array}});
}

} // namespace frontdesk::admin
