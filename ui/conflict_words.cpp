#include "ui/conflict_words.h"

#include "ui/booking_popup_service.h"
#include "ui/refusal_text.h"
#include "ui/words.h"

#include <QCoreApplication>

namespace frontdesk
{

namespace
{

/// The words of one conflict; copied into the story's functions.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(frontdesk::ConflictWords)

public:
    Appointment opened;
    Appointment theirs;
    BookAccess book;
    CataloguePtr catalogue;
    Zone zone;
    QHash<qint64, QString> clientNames;

    [[nodiscard]] static qint64 number(const QVariantMap& row, const char* field)
    {
        return row.value(QLatin1StringView(field)).toLongLong();
    }
    [[nodiscard]] static TimeSlot slot(const QVariantMap& row)
    {
        const Instant start = instantFromUnix(number(row, "starts_at"));
        return {start, start + Seconds(number(row, "length"))};
    }
    [[nodiscard]] QString resource(qint64 id) const
    {
        const QString name = staffName(*catalogue, ResourceId(id));
        return name.isEmpty() ? tr("nobody") : name;
    }
    [[nodiscard]] QString others(const QVariantMap& row) const
    {
        QStringList names;
        for (const QVariant& id : row.value(QStringLiteral("others")).toList())
            names.append(resource(id.toLongLong()));
        return names.join(QStringLiteral(", "));
    }
    [[nodiscard]] ConflictText when(const QVariantMap& row, const QVariantMap& before) const
    {
        const TimeSlot now = slot(row);
        const TimeSlot then = slot(before);
        std::vector<ConflictRun> time;
        if (zone.dateOf(now.start) != zone.dateOf(then.start))
            time.push_back({shortDateText(zone.dateOf(now.start)) + QStringLiteral(", "), true});
        time.push_back({timeText(now.start, zone), now.start != then.start});
        time.push_back({QStringLiteral("–") + timeText(now.end, zone), now.length() != then.length()});
        std::vector<ConflictRun> who{{resource(number(row, "staff")), number(row, "staff") != number(before, "staff")}};
        if (const QString rooms = others(row); !rooms.isEmpty())
            who.push_back({QStringLiteral(", ") + rooms, rooms != others(before)});
        return {time, who};
    }
    [[nodiscard]] ConflictText service(const QVariantMap& row, const QVariantMap& before) const
    {
        const Service* found = catalogue->service(ServiceId(number(row, "service")));
        QString name = found ? found->name : QString();
        if (!found && number(row, "service") == opened.service.value())
            name = opened.serviceName;
        if (name.isEmpty())
            return {};
        const QVariantList price = row.value(QStringLiteral("price")).toList();
        const Money money{price.value(0).toLongLong(), price.value(1).toString().toLatin1()};
        return {{{name, number(row, "service") != number(before, "service")},
                 {QStringLiteral(", ") + lengthText(slot(row).length()),
                  number(row, "length") != number(before, "length")}},
                {{formatMoney(money, QLocale()),
                  row.value(QStringLiteral("price")) != before.value(QStringLiteral("price"))}}};
    }
    [[nodiscard]] QString client(qint64 id) const
    {
        if (id == theirs.client.value())
            return theirs.clientName;
        if (id == opened.client.value())
            return opened.clientName;
        return clientNames.value(id);
    }
    [[nodiscard]] ConflictText operator()(const ConflictGroup& group, const QVariantMap& row,
                                          const QVariantMap& before) const
    {
        if (group.key == QLatin1StringView("when"))
            return when(row, before);
        if (group.key == QLatin1StringView("service"))
            return service(row, before);
        const QString field = group.fields.first();
        QString text = row.value(field).toString();
        if (group.key == QLatin1StringView("client"))
            text = client(row.value(field).toLongLong());
        else if (group.key == QLatin1StringView("confirmation"))
            text = confirmationText(Confirmation(row.value(field).toInt()));
        else if (text.isEmpty() && !before.value(field).toString().isEmpty())
            text = tr("(emptied)");
        if (text.isEmpty())
            return {};
        return {{{text, row.value(field) != before.value(field)}}};
    }
    [[nodiscard]] static QString name(const ConflictGroup& group)
    {
        if (group.key == QLatin1StringView("when"))
            return tr("When and with whom");
        if (group.key == QLatin1StringView("service"))
            return tr("Service and price");
        if (group.key == QLatin1StringView("client"))
            return tr("Client");
        if (group.key == QLatin1StringView("confirmation"))
            return tr("Confirmation");
        return group.key == QLatin1StringView("label") ? tr("Label") : tr("Note");
    }
    [[nodiscard]] bool isFreeFor(const QVariantMap& row) const
    {
        const Instant now = book.clock->now();
        const TimeSlot wanted = slot(row);
        bool free = isFree(*book.appointments, ResourceId(number(row, "staff")), wanted, now, opened.id);
        for (const QVariant& id : row.value(QStringLiteral("others")).toList())
            free = free && isFree(*book.appointments, ResourceId(id.toLongLong()), wanted, now, opened.id);
        return free;
    }
    [[nodiscard]] QString savesAs(const Conflict& conflict) const
    {
        QStringList missing;
        bool when = false;
        for (const Conflict::Line& line : conflict.lines()) {
            if (line.side == Conflict::Side::Undecided) {
                missing.append(name(line.group).toLower());
                when = when || line.group.key == QLatin1StringView("when");
            }
        }
        if (!missing.isEmpty()) {
            QString text = tr("choose %1").arg(missing.join(tr(" and ")));
            if (!when)
                return text;
            const bool mine = isFreeFor(conflict.mine());
            const bool other = isFreeFor(conflict.theirs());
            return text + (mine && other ? tr(" — both are free right now")
                           : mine        ? tr(" — only yours is free right now")
                           : other       ? tr(" — yours is not free right now")
                                         : tr(" — neither is free right now"));
        }
        const QVariantMap row = conflict.result();
        if (conflict.changes().isEmpty())
            return tr("theirs as it stands; nothing of yours is left to save");
        const TimeSlot at = slot(row);
        const QString place =
            QStringLiteral("%1 %2, %3%4")
                .arg(shortDateText(zone.dateOf(at.start)), timeText(at, zone), resource(number(row, "staff")),
                     isFreeFor(row) ? QString() : tr(" — not free right now"));
        QStringList parts{place};
        for (const Conflict::Line& line : conflict.lines()) {
            if (line.group.key != QLatin1StringView("when") && (line.mineChanged || line.theirsChanged))
                parts.append(inOneLine((*this)(line.group, row, conflict.opened())));
        }
        parts.removeAll({});
        return parts.join(QStringLiteral(" · "));
    }
    /// Long notes are cut: what is saved is told, not shown in full.
    [[nodiscard]] static QString inOneLine(const ConflictText& text)
    {
        constexpr qsizetype most = 80;
        QString line = plainText(text);
        line.replace(QLatin1Char('\n'), QStringLiteral(" / "));
        return line.size() <= most ? line : line.left(most) + QStringLiteral("…");
    }
};

} // namespace

ConflictStory appointmentStory(const Appointment& opened, Instant openedAt, const VersionConflict& theirs,
                               const BookAccess& book, const QHash<qint64, QString>& clientNames)
{
    const CataloguePtr catalogue = book.catalogue();
    const Zone zone = zoneOf(*catalogue, opened.location);
    const Words words{opened, theirs.current, book, catalogue, zone, clientNames};
    ConflictStory story;
    story.title = opened.isBlock() ? Words::tr("Somebody else changed this block")
                                   : Words::tr("Somebody else changed this appointment");
    QStringList about{titleOf(opened)};
    if (!opened.serviceName.isEmpty())
        about.append(Words::tr("%1 with %2").arg(opened.serviceName, opened.staffName));
    about.append(shortDateText(zone.dateOf(opened.slot.start)));
    about.append(
        Words::tr("%1 saved it %2, while you were editing")
            .arg(whoText(theirs.changedBy, theirs.changedDesk), agoText(theirs.changedAt, book.clock->now(), zone)));
    story.subtitle = about.join(QStringLiteral(" · "));
    story.openedHeading = Words::tr("version %1, %2").arg(opened.version.value()).arg(timeText(openedAt, zone));
    story.theirName = theirs.changedBy.isEmpty() ? whoText({}, theirs.changedDesk) : theirs.changedBy;
    story.theirsHeading = QStringLiteral("%1, %2").arg(story.theirName, timeText(theirs.changedAt, zone));
    story.name = &Words::name;
    story.words = words;
    story.savesAs = [words](const Conflict& conflict) { return words.savesAs(conflict); };
    return story;
}

} // namespace frontdesk
