#include "models/domain/catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace frontdesk
{
namespace
{

template <class Row, class RowId>
const Row* findById(const std::vector<Row>& rows, RowId id)
{
    const auto row = std::ranges::find(rows, id, &Row::id);
    return row == rows.end() ? nullptr : &*row;
}

/// "09:30", or "24:00" as the invalid QTime that WallSpan::to uses. Nothing for other text.
std::optional<QTime> wallTime(const QString& text, bool mayBeMidnight)
{
    if (mayBeMidnight && text == QLatin1StringView("24:00"))
        return QTime();
    const QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
    if (!time.isValid() || text.size() != 5)
        return {};
    return time;
}

struct DayResult {
    std::vector<WallSpan> spans;
    QString problem;
};

DayResult dayFromJson(const QJsonArray& array)
{
    DayResult result;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonArray pair = array[i].toArray();
        const auto refuse = [&](const char* why) {
            result.problem = QStringLiteral("[%1]: %2").arg(i).arg(QLatin1StringView(why));
            return result;
        };
        if (pair.size() != 2)
            return refuse("must be a pair of times such as [\"09:00\", \"18:00\"]");
        const auto from = wallTime(pair[0].toString(), false);
        const auto to = wallTime(pair[1].toString(), true);
        if (!from || !to)
            return refuse("a time must be written HH:mm");
        if (to->isValid() && *to <= *from)
            return refuse("must end after it starts");
        if (result.spans.empty()) {
            result.spans.push_back({*from, *to});
            continue;
        }
        WallSpan& last = result.spans.back();
        if (!last.to.isValid() || *from < last.to)
            return refuse("must not start before the one before it ends");
        if (*from == last.to)
            last.to = *to;
        else
            result.spans.push_back({*from, *to});
    }
    return result;
}

} // namespace

std::optional<WeeklyHours> weeklyHoursFromJson(const QByteArray& json, QString* problem)
{
    const auto refuse = [problem](const QString& why) -> std::optional<WeeklyHours> {
        if (problem)
            *problem = why;
        return {};
    };
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return refuse(error.error == QJsonParseError::NoError ? QStringLiteral("must be an object of weekdays")
                                                              : error.errorString());
    WeeklyHours hours;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString day = it.key();
        if (day.size() != 1 || day[0] < u'1' || day[0] > u'7')
            return refuse(QStringLiteral("\"%1\": a weekday is 1 (Monday) to 7 (Sunday)").arg(day));
        if (!it.value().isArray())
            return refuse(QStringLiteral("\"%1\": must be an array of pairs of times").arg(day));
        DayResult result = dayFromJson(it.value().toArray());
        if (!result.problem.isEmpty())
            return refuse(QStringLiteral("\"%1\"").arg(day) + result.problem);
        hours[static_cast<size_t>(day[0].unicode() - u'1')] = std::move(result.spans);
    }
    return hours;
}

QByteArray toJson(const WeeklyHours& hours)
{
    const auto text = [](QTime time) {
        return time.isValid() ? time.toString(QStringLiteral("HH:mm")) : QStringLiteral("24:00");
    };
    QJsonObject object;
    for (size_t day = 0; day < hours.size(); ++day) {
        QJsonArray spans;
        for (const WallSpan& span : hours[day])
            spans.append(QJsonArray{text(span.from), text(span.to)});
        if (!spans.isEmpty())
            object.insert(QString::number(day + 1), spans);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

const Location* Catalogue::location(LocationId id) const
{
    return findById(locations, id);
}

const Resource* Catalogue::resource(ResourceId id) const
{
    return findById(resources, id);
}

const Service* Catalogue::service(ServiceId id) const
{
    return findById(services, id);
}

bool Person::mayPass() const
{
    return !retired && (group == QLatin1StringView("receptionist") || group == QLatin1StringView("manager"));
}

const Person* Catalogue::person(PersonId id) const
{
    return findById(persons, id);
}

} // namespace frontdesk
