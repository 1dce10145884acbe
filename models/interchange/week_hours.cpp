#include "models/interchange/week_hours.h"

#include <QCoreApplication>

#include <array>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WeekHours)
};

int dayIndex(QStringView name)
{
    static constexpr std::array<QLatin1StringView, 7> names{
        QLatin1StringView("mon"), QLatin1StringView("tue"), QLatin1StringView("wed"), QLatin1StringView("thu"),
        QLatin1StringView("fri"), QLatin1StringView("sat"), QLatin1StringView("sun")};
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? -1 : int(found - names.begin());
}

/// "tue" or "mon-fri" as the days from..to; nothing for anything else.
std::optional<std::pair<int, int>> daysOf(const QString& key)
{
    const qsizetype dash = key.indexOf(u'-');
    const int from = dayIndex(QStringView(key).first(dash < 0 ? key.size() : dash));
    const int to = dash < 0 ? from : dayIndex(QStringView(key).sliced(dash + 1));
    if (from < 0 || to < from)
        return {};
    return std::pair(from, to);
}

/// Minutes since midnight, 24:00 allowed for an end; -1 for what is no time.
int minutesOf(const QJsonValue& value, bool isEnd)
{
    const QString text = value.toString();
    if (isEnd && text == QLatin1StringView("24:00"))
        return 24 * 60;
    const QTime time = text.size() == 5 ? QTime::fromString(text, QStringLiteral("HH:mm")) : QTime();
    return time.isValid() ? time.msecsSinceStartOfDay() / 60000 : -1;
}

QTime timeAt(int minutes)
{
    return minutes == 24 * 60 ? QTime() : QTime::fromMSecsSinceStartOfDay(minutes * 60000);
}

std::optional<std::vector<WallSpan>> readSpans(const QJsonValue& value, const QString& path,
                                               const JsonFields::Notes& notes)
{
    if (!value.isArray()) {
        notes.add(path, Words::tr("must be a list of spans such as [[\"09:00\", \"18:00\"]]"));
        return {};
    }
    std::vector<WallSpan> spans;
    const size_t known = notes.mistakes.size();
    int last = -1;
    const QJsonArray list = value.toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString at = QStringLiteral("%1[%2]").arg(path).arg(i);
        const QJsonArray pair = list.at(i).toArray();
        const int from = minutesOf(pair.at(0), false);
        const int to = minutesOf(pair.at(1), true);
        if (pair.size() != 2 || from < 0 || to < 0)
            notes.add(at, Words::tr("must be two times such as [\"09:00\", \"18:00\"]"));
        else if (to <= from)
            notes.add(at, Words::tr("must end after it begins"));
        else if (from < last)
            notes.add(at, Words::tr("must not begin before the span before it has ended"));
        else if (from == last && !spans.empty())
            spans.back().to = timeAt(to);
        else
            spans.push_back({timeAt(from), timeAt(to)});
        last = std::max(last, to);
    }
    if (notes.mistakes.size() > known)
        return {};
    return spans;
}

} // namespace

std::optional<WeeklyHours> readWeekHours(const QJsonValue& value, const QString& path, const JsonFields::Notes& notes)
{
    if (!value.isObject()) {
        notes.add(path, Words::tr("must be an object of days such as {\"mon-fri\": [[\"09:00\", \"18:00\"]]}"));
        return {};
    }
    WeeklyHours hours;
    std::array<bool, 7> given{};
    bool good = true;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString at = path + u'.' + it.key();
        const auto days = daysOf(it.key());
        if (!days) {
            notes.add(at, Words::tr("is no day; write mon, tue, wed, thu, fri, sat, sun or a range such as mon-fri"));
            good = false;
            continue;
        }
        const auto spans = readSpans(it.value(), at, notes);
        good = good && spans;
        for (int day = days->first; day <= days->second; ++day) {
            if (given[size_t(day)]) {
                notes.add(at, Words::tr("names a day that another key names too"));
                good = false;
            }
            given[size_t(day)] = true;
            hours[size_t(day)] = spans.value_or(std::vector<WallSpan>());
        }
    }
    return good ? std::optional(hours) : std::nullopt;
}

} // namespace frontdesk
