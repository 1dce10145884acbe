#include "models/interchange/business_file.h"

#include "models/interchange/json_fields.h"
#include "models/interchange/week_hours.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace frontdesk
{

namespace
{

constexpr int longestName = 400;
constexpr int longestReason = 2000;
constexpr qint64 longestBufferMinutes = 240;
constexpr qint64 longestStepMinutes = 1440;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BusinessFile)
};

using Notes = JsonFields::Notes;

void readNamed(JsonFields& fields, BusinessFile::Named& named)
{
    named.path = fields.path();
    named.id = fields.whole(QLatin1StringView("id"), 1, qint64(1) << 52);
    named.name = fields.requiredText(QLatin1StringView("name"), longestName);
    named.retired = fields.flag(QLatin1StringView("retired"));
}

std::optional<QByteArray> readCode(JsonFields& fields, QLatin1StringView key, const QString& pattern,
                                   const QString& like)
{
    const std::optional<QString> text = fields.text(key, 100);
    if (!text)
        return {};
    if (!QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(*text).hasMatch()) {
        fields.note(key, Words::tr("must be a code such as \"%1\"").arg(like));
        return {};
    }
    return text->toLatin1();
}

std::optional<QByteArray> readZone(JsonFields& fields)
{
    const QLatin1StringView key("zone");
    const std::optional<QString> text = fields.text(key, 100);
    if (!text)
        return {};
    if (!Zone::fromId(text->toUtf8())) {
        fields.note(key, Words::tr("\"%1\" is no time zone; write an IANA name such as \"Europe/Berlin\"").arg(*text));
        return {};
    }
    return text->toUtf8();
}

std::optional<WeeklyHours> readHours(JsonFields& fields)
{
    const QLatin1StringView key("hours");
    const QJsonValue value = fields.value(key);
    if (value.isUndefined())
        return {};
    return readWeekHours(value, fields.path(key), fields.notes());
}

std::vector<BusinessFile::Span> readSpans(JsonFields& fields, QLatin1StringView key)
{
    std::vector<BusinessFile::Span> spans;
    const QJsonArray list = fields.list(key);
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonFields inner(list.at(i), fields.path(key, i), fields.notes());
        BusinessFile::Span span;
        span.path = inner.path();
        span.from = inner.requiredText(QLatin1StringView("from"), 40);
        span.to = inner.requiredText(QLatin1StringView("to"), 40);
        span.reason = inner.text(QLatin1StringView("reason"), longestReason);
        span.retired = inner.flag(QLatin1StringView("retired")).value_or(false);
        inner.finish();
        spans.push_back(span);
    }
    return spans;
}

BusinessFile::LocationEntry readLocation(JsonFields& fields)
{
    BusinessFile::LocationEntry entry;
    readNamed(fields, entry);
    entry.zone = readZone(fields);
    entry.currency = readCode(fields, QLatin1StringView("currency"), QStringLiteral("[A-Z]{3}"), QStringLiteral("EUR"));
    entry.country = readCode(fields, QLatin1StringView("country"), QStringLiteral("[A-Z]{2}"), QStringLiteral("DE"));
    entry.hours = readHours(fields);
    entry.gridMinutes = fields.whole(QLatin1StringView("grid_minutes"), 1, 240);
    entry.noticeMinutes = fields.whole(QLatin1StringView("notice_minutes"), 0, qint64(366) * 24 * 60);
    entry.closures = readSpans(fields, QLatin1StringView("closures"));
    fields.finish();
    return entry;
}

BusinessFile::ResourceEntry readResource(JsonFields& fields, ResourceKind kind)
{
    BusinessFile::ResourceEntry entry;
    entry.kind = kind;
    readNamed(fields, entry);
    entry.location = fields.text(QLatin1StringView("location"), longestName);
    entry.initials = fields.text(QLatin1StringView("initials"), 8);
    entry.capacity = fields.whole(QLatin1StringView("capacity"), 1, 10000);
    entry.squeezeCapacity = fields.whole(QLatin1StringView("squeeze_capacity"), 1, 10000);
    if (entry.squeezeCapacity && *entry.squeezeCapacity < entry.capacity.value_or(1))
        fields.note(QLatin1StringView("squeeze_capacity"), Words::tr("must not be less than the capacity"));
    entry.hours = readHours(fields);
    entry.timeOff = readSpans(fields, QLatin1StringView("time_off"));
    fields.finish();
    return entry;
}

std::optional<Step> readStep(const QJsonValue& value, const QString& path, const Notes& notes)
{
    JsonFields fields(value, path, notes);
    Step step;
    if (!fields.has(QLatin1StringView("minutes")))
        fields.note(QLatin1StringView("minutes"), Words::tr("is missing"));
    const auto minutes = fields.whole(QLatin1StringView("minutes"), 1, longestStepMinutes);
    const QJsonArray keeps = fields.list(QLatin1StringView("keeps"));
    for (qsizetype i = 0; i < keeps.size(); ++i) {
        const auto kind = resourceKindFromCode(keeps.at(i).toString());
        if (!kind)
            notes.add(fields.path(QLatin1StringView("keeps"), i), Words::tr("must be staff, room or equipment"));
        else if (step.keepsBusy(*kind))
            notes.add(fields.path(QLatin1StringView("keeps"), i), Words::tr("is given twice"));
        else
            step.keeps.push_back(*kind);
    }
    fields.finish();
    if (!minutes)
        return {};
    step.length = Minutes(*minutes);
    return step;
}

std::optional<Steps> readSteps(JsonFields& fields)
{
    const QLatin1StringView key("steps");
    if (!fields.has(key)) {
        static_cast<void>(fields.value(key));
        return {};
    }
    const QJsonArray list = fields.list(key);
    if (fields.value(key).isArray() && list.isEmpty())
        fields.note(key, Words::tr("must have at least one step"));
    Steps steps;
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (const auto step = readStep(list.at(i), fields.path(key, i), fields.notes()))
            steps.push_back(*step);
    }
    if (totalLength(steps) > Minutes(longestStepMinutes))
        fields.note(key, Words::tr("together must not be longer than a day"));
    return steps;
}

BusinessFile::ResourceRef readRef(const QJsonValue& value, const QString& path, const Notes& notes)
{
    BusinessFile::ResourceRef ref;
    ref.path = path;
    if (value.isObject()) {
        JsonFields fields(value, path, notes);
        ref.location = fields.requiredText(QLatin1StringView("location"), longestName);
        ref.name = fields.requiredText(QLatin1StringView("name"), longestName);
        fields.finish();
    } else if (value.isDouble()) {
        ref.id = wholeNumber(value, path, 1, qint64(1) << 52, notes);
    } else if (value.isString() && !value.toString().trimmed().isEmpty()) {
        ref.name = value.toString().trimmed();
    } else {
        notes.add(path, Words::tr("must be the name of a staff member, room or equipment"));
    }
    return ref;
}

std::optional<std::vector<BusinessFile::ResourceRef>> readAble(JsonFields& fields)
{
    const QLatin1StringView key("able");
    if (!fields.has(key)) {
        static_cast<void>(fields.value(key));
        return {};
    }
    std::vector<BusinessFile::ResourceRef> able;
    const QJsonArray list = fields.list(key);
    for (qsizetype i = 0; i < list.size(); ++i)
        able.push_back(readRef(list.at(i), fields.path(key, i), fields.notes()));
    return able;
}

/// A price is best written in quotes ("42.00"); a number is taken too, by its shortest decimal form.
std::optional<QString> readPrice(JsonFields& fields)
{
    const QLatin1StringView key("price");
    const QJsonValue value = fields.value(key);
    if (value.isDouble())
        return QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest);
    return fields.text(key, 40);
}

std::optional<Seconds> readMinutes(JsonFields& fields, QLatin1StringView key)
{
    const auto minutes = fields.whole(key, 0, longestBufferMinutes);
    return minutes ? std::optional<Seconds>(Minutes(*minutes)) : std::nullopt;
}

BusinessFile::ServiceEntry readService(JsonFields& fields)
{
    BusinessFile::ServiceEntry entry;
    readNamed(fields, entry);
    entry.category = fields.text(QLatin1StringView("category"), longestName);
    entry.price = readPrice(fields);
    entry.currency = readCode(fields, QLatin1StringView("currency"), QStringLiteral("[A-Z]{3}"), QStringLiteral("EUR"));
    entry.colour = fields.text(QLatin1StringView("colour"), 7);
    static const QRegularExpression colour(QStringLiteral("^#[0-9a-fA-F]{6}$"));
    if (entry.colour && !colour.match(*entry.colour).hasMatch())
        fields.note(QLatin1StringView("colour"), Words::tr("must be a colour such as \"#2f6fed\""));
    entry.steps = readSteps(fields);
    entry.able = readAble(fields);
    entry.bufferBefore = readMinutes(fields, QLatin1StringView("buffer_before_minutes"));
    entry.bufferAfter = readMinutes(fields, QLatin1StringView("buffer_after_minutes"));
    entry.seats = fields.whole(QLatin1StringView("seats"), 1, 10000);
    entry.online = fields.flag(QLatin1StringView("online"));
    fields.finish();
    return entry;
}

/// Two rows of one name (of one location, for resources) would make the second an edit of the first.
template <class Entry, class Key>
void noteTwins(const std::vector<Entry>& entries, const Notes& notes, Key key)
{
    QHash<QString, QString> seen;
    for (const Entry& entry : entries) {
        const QString name = key(entry);
        if (!entry.name.isEmpty() && seen.contains(name))
            notes.add(entry.path + QStringLiteral(".name"),
                      Words::tr("is the same as that of %1").arg(seen.value(name)));
        seen.insert(name, entry.path);
    }
}

void readResources(JsonFields& root, QLatin1StringView key, ResourceKind kind, BusinessFile& file)
{
    const QJsonArray list = root.list(key);
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonFields fields(list.at(i), root.path(key, i), root.notes());
        file.resources.push_back(readResource(fields, kind));
    }
}

void readRoot(JsonFields& root, BusinessFile& file)
{
    if (const QLatin1StringView key("business"); root.has(key)) {
        JsonFields fields(root.value(key), root.path(key), root.notes());
        file.businessName = fields.text(QLatin1StringView("name"), longestName);
        file.undoSeconds = fields.whole(QLatin1StringView("undo_seconds"), 0, 86400);
        fields.finish();
    }
    const QJsonArray locations = root.list(QLatin1StringView("locations"));
    for (qsizetype i = 0; i < locations.size(); ++i) {
        JsonFields fields(locations.at(i), root.path(QLatin1StringView("locations"), i), root.notes());
        file.locations.push_back(readLocation(fields));
    }
    readResources(root, QLatin1StringView("staff"), ResourceKind::Staff, file);
    readResources(root, QLatin1StringView("rooms"), ResourceKind::Room, file);
    readResources(root, QLatin1StringView("equipment"), ResourceKind::Equipment, file);
    const QJsonArray services = root.list(QLatin1StringView("services"));
    for (qsizetype i = 0; i < services.size(); ++i) {
        JsonFields fields(services.at(i), root.path(QLatin1StringView("services"), i), root.notes());
        file.services.push_back(readService(fields));
    }
    static_cast<void>(root.value(QLatin1StringView("business")));
    root.finish();
    noteTwins(file.locations, root.notes(), [](const auto& entry) { return entry.name; });
    noteTwins(file.services, root.notes(), [](const auto& entry) { return entry.name; });
    noteTwins(file.resources, root.notes(),
              [](const auto& entry) { return entry.location.value_or(QString()) + QChar::LineFeed + entry.name; });
}

} // namespace

std::variant<BusinessFile, Mistakes> parseBusinessFile(const QByteArray& text)
{
    Mistakes mistakes;
    std::optional<JsonText> json = JsonText::parse(text, &mistakes);
    if (!json)
        return mistakes;
    if (!json->document().isObject())
        return Mistakes{{1, 0, {}, Words::tr("the file must hold one object in braces")}};
    BusinessFile file;
    file.source = *json;
    const Notes notes{*json, mistakes};
    JsonFields root(json->document().object(), QString(), notes);
    readRoot(root, file);
    if (!mistakes.empty())
        return mistakes;
    return file;
}

} // namespace frontdesk
