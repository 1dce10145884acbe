#include "app/admin/answer.h"

#include <QCoreApplication>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Answer)
};

QJsonObject placeJson(const FreePlace& place, const Catalogue& catalogue)
{
    const Resource* staff = catalogue.resource(place.staff);
    const Location* location = staff ? catalogue.location(staff->location) : nullptr;
    const QByteArray zone = location ? location->zone.id() : QByteArray();
    return {{QStringLiteral("staff_id"), place.staff.value()},
            {QStringLiteral("staff"), staff ? staff->name : QString()},
            {QStringLiteral("starts_at"), isoTime(place.slot.start, zone)},
            {QStringLiteral("ends_at"), isoTime(place.slot.end, zone)}};
}

QString placeText(const FreePlace& place, const Catalogue& catalogue)
{
    const Resource* staff = catalogue.resource(place.staff);
    const Location* location = staff ? catalogue.location(staff->location) : nullptr;
    return QStringLiteral("%1 %2").arg(shortTime(place.slot.start, location ? location->zone.id() : QByteArray()),
                                       staff ? staff->name : QString());
}

/// Each kind of outcome as the object of --json and as text.
class AnswerPrinter
{
public:
    AnswerPrinter(const Session& session, const AnswerWords& words, const Catalogue& catalogue)
        : m_session(session), m_words(words), m_catalogue(catalogue)
    {
    }

    Exit operator()(const Done& done) const
    {
        QJsonObject json = m_words.more;
        json.insert(QStringLiteral("id"), done.id);
        json.insert(QStringLiteral("version"), done.version.value());
        return m_session.good(m_words.sentence(done), m_words.outcome, json);
    }
    Exit operator()(const VersionConflict& conflict) const
    {
        const Appointment& current = conflict.current;
        QString by = QStringList{conflict.changedBy, conflict.changedDesk}.join(u' ').trimmed();
        if (by.isEmpty())
            by = Words::tr("somebody");
        if (conflict.changedAt != Instant{})
            by += Words::tr(" at %1").arg(shortTime(conflict.changedAt, current.zone));
        QJsonObject json{
            {QStringLiteral("outcome"), QStringLiteral("stale")},   {QStringLiteral("id"), current.id.value()},
            {QStringLiteral("version"), current.version.value()},   {QStringLiteral("changed_by"), conflict.changedBy},
            {QStringLiteral("changed_desk"), conflict.changedDesk}, {QStringLiteral("current"), toJson(current)}};
        if (conflict.changedAt != Instant{})
            json.insert(QStringLiteral("changed_at"), isoTime(conflict.changedAt, current.zone));
        return print(
            Words::tr("Stale: appointment %1 is at version %2 now, changed by %3. Look at it (show %1) and send the "
                      "command again with --if-version %2.")
                .arg(QString::number(current.id.value()), QString::number(current.version.value()), by),
            json);
    }
    Exit operator()(const Gone&) const
    {
        return print(Words::tr("Gone: there is no such row in the book."),
                     {{QStringLiteral("outcome"), QStringLiteral("gone")}});
    }
    Exit operator()(const SlotTaken& taken) const
    {
        QJsonObject json{{QStringLiteral("outcome"), QStringLiteral("taken")},
                         {QStringLiteral("resource_id"), taken.resource.value()},
                         {QStringLiteral("resource"), taken.resourceName},
                         {QStringLiteral("by_what"), taken.byWhat},
                         {QStringLiteral("by_person"), taken.byPerson},
                         {QStringLiteral("by_desk"), taken.byDesk}};
        if (taken.by.value() < 0)
            json.insert(QStringLiteral("hold"), -taken.by.value());
        else if (taken.by.isValid())
            json.insert(QStringLiteral("by"), taken.by.value());
        if (taken.since != Instant{})
            json.insert(QStringLiteral("since"), isoTime(taken.since, {}));
        QJsonArray nearest;
        QStringList offers;
        for (const auto* places : {&taken.nearestSame, &taken.nearestOthers}) {
            for (const FreePlace& place : *places) {
                nearest.append(placeJson(place, m_catalogue));
                offers += placeText(place, m_catalogue);
            }
        }
        json.insert(QStringLiteral("nearest"), nearest);
        return print(takenText(taken, offers), json);
    }
    Exit operator()(const RuleBroken& broken) const
    {
        QString text = sentenceOfRule(broken.rule);
        if (broken.soft)
            text += u' ' + Words::tr("Add --override REASON to pass it.");
        QJsonObject json{{QStringLiteral("outcome"), QStringLiteral("rule")},
                         {QStringLiteral("rule"), broken.rule},
                         {QStringLiteral("soft"), broken.soft},
                         {QStringLiteral("text"), text}};
        if (!broken.field.isEmpty())
            json.insert(QStringLiteral("field"), broken.field);
        return print(text, json);
    }
    Exit operator()(const Forbidden&) const
    {
        return print(Words::tr("Forbidden: this person may not do that. A manager can."),
                     {{QStringLiteral("outcome"), QStringLiteral("forbidden")}});
    }
    Exit operator()(const StorageFailed& failed) const
    {
        const QString text = failed.unreachable
                                 ? Words::tr("The database can't be reached; whether this took effect is unknown. Send "
                                             "it again with the same --key, or look with show.")
                                 : Words::tr("The database failed; nothing was changed. Try again.");
        print(failed.text.isEmpty() ? text : text + u'\n' + failed.text.trimmed(),
              {{QStringLiteral("outcome"), QStringLiteral("unreachable")},
               {QStringLiteral("text"), text},
               {QStringLiteral("detail"), failed.text}});
        return Exit::Unreachable;
    }

private:
    Exit print(const QString& text, const QJsonObject& json) const
    {
        if (m_session.wantsJson())
            m_session.printJson(json);
        else
            printError(text);
        return Exit::Refused;
    }
    static QString takenText(const SlotTaken& taken, const QStringList& offers)
    {
        QString text = Words::tr("Taken: %1 is busy with %2")
                           .arg(taken.resourceName.isEmpty() ? Words::tr("the resource") : taken.resourceName,
                                taken.byWhat.isEmpty() ? Words::tr("something else") : taken.byWhat);
        if (taken.by.value() > 0)
            text += Words::tr(" (appointment %1)").arg(taken.by.value());
        if (!taken.byPerson.isEmpty() || !taken.byDesk.isEmpty())
            text += Words::tr(", saved by %1").arg(QStringList{taken.byPerson, taken.byDesk}.join(u' ').trimmed());
        text += u'.';
        if (!offers.isEmpty())
            text += u'\n' + Words::tr("Free: %1").arg(offers.join(QStringLiteral("; ")));
        return text;
    }

    const Session& m_session;
    const AnswerWords& m_words;
    const Catalogue& m_catalogue;
};

} // namespace

Exit answer(const Session& session, const Outcome& outcome, const AnswerWords& words, const Catalogue& catalogue)
{
    return std::visit(AnswerPrinter(session, words, catalogue), outcome);
}

Exit printStorageError(const Session& session, const StorageError& error, const QString& sentence)
{
    using Kind = StorageError::Kind;
    QString text;
    QString outcome = QStringLiteral("unreachable");
    Exit exit = Exit::Refused;
    switch (error.kind) {
    case Kind::Stale:
        outcome = QStringLiteral("stale");
        text = Words::tr("Somebody changed it meanwhile; nothing was written. Run the command again.");
        break;
    case Kind::Gone:
        outcome = QStringLiteral("gone");
        text = Words::tr("Gone: there is no such row in the book.");
        break;
    case Kind::Forbidden:
        outcome = QStringLiteral("forbidden");
        text = Words::tr("Forbidden: this person may not do that. A manager can.");
        break;
    case Kind::Taken:
        outcome = QStringLiteral("taken");
        text = Words::tr("Taken: an appointment (%1) is in the way.").arg(error.claimedBy);
        break;
    case Kind::Rule:
        outcome = QStringLiteral("rule");
        text = sentenceOfRule(error.rule);
        break;
    case Kind::Busy:
        exit = Exit::Unreachable;
        text = Words::tr("Another program keeps the book busy; nothing was written. Try again in a moment.");
        break;
    default:
        exit = Exit::Unreachable;
        text = Words::tr("The database failed: %1").arg(error.text.trimmed());
    }
    if (!sentence.isEmpty())
        text = sentence + QStringLiteral(": ") + text;
    if (session.wantsJson()) {
        QJsonObject json{{QStringLiteral("outcome"), outcome}, {QStringLiteral("text"), text}};
        if (error.kind == Kind::Rule)
            json.insert(QStringLiteral("rule"), error.rule);
        if (error.kind == Kind::Taken)
            json.insert(error.claimedBy < 0 ? QStringLiteral("hold") : QStringLiteral("by"), std::abs(error.claimedBy));
        session.printJson(json);
    } else {
        printError(text);
    }
    return exit;
}

} // namespace frontdesk::admin
