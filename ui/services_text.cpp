#include "ui/services_text.h"

#include "ui/booking_popup_clients.h"
#include "ui/edit_form.h"
#include "ui/words.h"

#include <QColor>
#include <QCoreApplication>
#include <QRegularExpression>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(frontdesk::ServicesText)
};

constexpr auto LongestBuffer = std::chrono::hours(4);

/// A length in minutes with an optional word after it.
struct TypedStep {
    Seconds length;
    QString word;
};

std::optional<TypedStep> stepFromText(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^\\s*(\\d+(?:\\s*(?:[:h]|小时)\\s*\\d*)?)\\s*(?:min|m|'|分钟|分)?\\s*(\\p{L}*)\\s*(?:min|分钟)?\\s*$"));
    const QRegularExpressionMatch match = pattern.match(text);
    const std::optional<Seconds> length = match.hasMatch() ? parseLength(match.captured(1)) : std::nullopt;
    if (!length)
        return {};
    return TypedStep{*length, match.captured(2).toLower()};
}

bool isMinutes(const QString& word)
{
    return word == u"min" || word == u"分钟";
}

void setBusy(std::vector<ResourceKind>& keeps, ResourceKind kind, bool busy)
{
    std::erase(keeps, kind);
    if (busy)
        keeps.insert(keeps.begin(), kind);
}

} // namespace

Typed<Steps> stepsFromText(const QString& text, const Steps& before)
{
    Steps steps;
    const QStringList parts = typedPlainly(text).split(QLatin1Char('+'));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const std::optional<TypedStep> typed = stepFromText(parts[i]);
        if (!typed)
            return CellProblem{Words::tr("not lengths, such as 35 + 40 + 15")};
        if (typed->length <= Seconds(0) || typed->length > std::chrono::hours(24))
            return CellProblem{Words::tr("a step lasts a minute to a day")};
        Step step;
        step.length = typed->length;
        if (before.empty())
            step.keeps = {ResourceKind::Staff};
        else if (i > 0 && i == parts.size() - 1)
            step.keeps = before.back().keeps;
        else
            step.keeps = i < std::ssize(before) ? before[size_t(i)].keeps : before.front().keeps;
        const bool developing =
            typed->word == Words::tr("developing") || typed->word == QLatin1StringView("developing");
        if (developing || typed->word == Words::tr("free"))
            setBusy(step.keeps, ResourceKind::Staff, false);
        else if (typed->word == Words::tr("busy"))
            setBusy(step.keeps, ResourceKind::Staff, true);
        else if (!typed->word.isEmpty() && !isMinutes(typed->word))
            return CellProblem{Words::tr("“%1” is not known here").arg(typed->word)};
        steps.push_back(step);
    }
    if (totalLength(steps) > std::chrono::hours(24))
        return CellProblem{Words::tr("a day at most")};
    return steps;
}

QString buffersLine(const Buffers& buffers)
{
    return Words::tr("%1 · %2 min").arg(buffers.before.count() / 60).arg(buffers.after.count() / 60);
}

Typed<Buffers> buffersFromText(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(\\d+)\\s*(?:min|分钟)?\\s*(?:[·,;/ 、-]\\s*(\\d+)\\s*(?:min|分钟)?)?\\s*$"));
    const QRegularExpressionMatch match = pattern.match(typedPlainly(text));
    if (!match.hasMatch())
        return CellProblem{Words::tr("not minutes, such as 0 · 10")};
    Buffers buffers;
    // One number alone is the buffer after: the usual one.
    const bool two = !match.captured(2).isEmpty();
    buffers.before = two ? Minutes(match.captured(1).toInt()) : Minutes(0);
    buffers.after = Minutes(match.captured(two ? 2 : 1).toInt());
    if (match.captured(1).size() > 4 || match.captured(2).size() > 4 || buffers.before > LongestBuffer ||
        buffers.after > LongestBuffer)
        return CellProblem{Words::tr("4 hours at most")};
    return buffers;
}

Typed<Money> priceFromText(const QString& text, const QByteArray& currency)
{
    static const QRegularExpression code(QStringLiteral("^\\s*([A-Za-z]{3})\\b|\\b([A-Za-z]{3})\\s*$"));
    QByteArray meant = currency;
    if (const auto match = code.match(text); match.hasMatch())
        meant = (match.captured(1) + match.captured(2)).toUpper().toLatin1();
    if (const std::optional<Money> money = parseMoney(text, meant, QLocale()))
        return *money;
    return CellProblem{Words::tr("not an amount")};
}

Typed<QString> nameFromText(const QString& text)
{
    const QString name = text.trimmed();
    if (name.isEmpty())
        return CellProblem{Words::tr("needs a name")};
    if (name.size() > 400)
        return CellProblem{Words::tr("400 characters at most")};
    if (name.contains(QChar(QChar::Null)))
        return CellProblem{Words::tr("has a character that can't be stored")};
    return name;
}

Typed<QString> colourFromText(const QString& text)
{
    QString named = text.trimmed();
    static const QRegularExpression hex(QStringLiteral("^[0-9a-fA-F]{6}$"));
    if (hex.match(named).hasMatch())
        named.prepend(QLatin1Char('#'));
    const QColor colour(named);
    if (!colour.isValid() || colour.alpha() != 255)
        return CellProblem{Words::tr("not a colour, such as #2f6fed or teal")};
    return colour.name();
}

QString resourcesLine(const Catalogue& catalogue, const std::vector<ResourceId>& able, bool staff)
{
    QStringList names;
    for (const Resource& resource : catalogue.resources) {
        const bool listed = std::ranges::find(able, resource.id) != able.end();
        if (listed && (resource.kind == ResourceKind::Staff) == staff)
            names.append(resource.name);
    }
    return names.join(QStringLiteral(", "));
}

Typed<std::vector<ResourceId>> resourcesFromText(const QString& text, const Catalogue& catalogue, bool staff)
{
    std::vector<ResourceId> found;
    static const QRegularExpression comma(QStringLiteral("[,;+、]|\\bor\\b"));
    for (const QString& part : typedPlainly(text).split(comma, Qt::SkipEmptyParts)) {
        const QString wanted = foldedForCompare(part);
        if (wanted.isEmpty())
            continue;
        std::vector<ResourceId> exact;
        std::vector<ResourceId> alike;
        for (const Resource& resource : catalogue.resources) {
            if (resource.retired || (resource.kind == ResourceKind::Staff) != staff)
                continue;
            const QString name = foldedForCompare(resource.name);
            if (name == wanted)
                exact.push_back(resource.id);
            else if (name.startsWith(wanted) || foldedForCompare(resource.initials) == wanted)
                alike.push_back(resource.id);
        }
        const std::vector<ResourceId>& meant = exact.empty() ? alike : exact;
        if (meant.empty())
            return CellProblem{staff ? Words::tr("nobody is called “%1”").arg(part.trimmed())
                                     : Words::tr("nothing is called “%1”").arg(part.trimmed())};
        if (meant.size() > 1)
            return CellProblem{Words::tr("“%1” could be several").arg(part.trimmed())};
        if (std::ranges::find(found, meant.front()) == found.end())
            found.push_back(meant.front());
    }
    return found;
}

} // namespace frontdesk
