#include "app/admin/people.h"
#include "app/admin/session.h"

#include "models/demo/demo.h"
#include "models/interchange/business_loader.h"

#include <QCoreApplication>
#include <QFile>
#include <QUuid>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ContentCommands)
};

constexpr qint64 largestFile = qint64(16) * 1024 * 1024; // bytes

QString tableWord(BusinessTable table)
{
    switch (table) {
    case BusinessTable::Business:
        return QStringLiteral("business");
    case BusinessTable::Location:
        return QStringLiteral("location");
    case BusinessTable::Resource:
        return QStringLiteral("resource");
    case BusinessTable::Service:
        return QStringLiteral("service");
    case BusinessTable::Closure:
        return QStringLiteral("closure");
    case BusinessTable::TimeOff:
        break;
    }
    return QStringLiteral("time_off");
}

Exit refuseMistakes(const Session& session, const QString& file, const Mistakes& mistakes)
{
    QStringList lines;
    QJsonArray array;
    for (const Mistake& mistake : mistakes) {
        lines += QStringLiteral("%1: %2").arg(file, mistake.toString());
        array.append(QJsonObject{{QStringLiteral("line"), mistake.line},
                                 {QStringLiteral("column"), mistake.column},
                                 {QStringLiteral("path"), mistake.path},
                                 {QStringLiteral("text"), mistake.text}});
    }
    lines += Words::tr("Mistakes: %1. Nothing was changed.").arg(mistakes.size());
    return session.refuse(lines.join(u'\n'), QStringLiteral("file"), {{QStringLiteral("mistakes"), array}});
}

Exit printLoaded(const Session& session, const BusinessLoaded& loaded, bool isDryRun)
{
    QStringList lines;
    QJsonArray array;
    for (const BusinessLoaded::Change& change : loaded.changes) {
        const QString word = tableWord(change.table);
        lines += change.isNew ? Words::tr("new      %1  %2").arg(word.leftJustified(9), change.name)
                              : Words::tr("changed  %1  %2 (%3)")
                                    .arg(word.leftJustified(9), change.name, change.columns.join(QStringLiteral(", ")));
        array.append(QJsonObject{{QStringLiteral("table"), word},
                                 {QStringLiteral("id"), change.id},
                                 {QStringLiteral("name"), change.name},
                                 {QStringLiteral("new"), change.isNew},
                                 {QStringLiteral("columns"), QJsonArray::fromStringList(change.columns)}});
    }
    if (loaded.changes.empty())
        lines += Words::tr("The book says all of it already; nothing was changed.");
    else if (isDryRun)
        lines += Words::tr("Nothing was changed: this is what would be.");
    return session.good(lines.join(u'\n'), QStringLiteral("changed"), {{QStringLiteral("changes"), array}});
}

Exit runBusiness(Session& session)
{
    const QString path = session.arguments().positional(0);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return session.refuse(Words::tr("%1 can't be read: %2").arg(path, file.errorString()), QStringLiteral("file"));
    if (file.size() > largestFile)
        return session.refuse(Words::tr("%1 is too large to be a business file").arg(path), QStringLiteral("file"));
    const auto read = parseBusinessFile(file.readAll());
    if (const auto* mistakes = std::get_if<Mistakes>(&read))
        return refuseMistakes(session, path, *mistakes);
    const Session::Book book = session.openPatiently();
    if (!book.connection)
        return book.exit;
    const bool isDryRun = session.arguments().has(QLatin1StringView("dry-run"));
    const BusinessFile& business = std::get<BusinessFile>(read);
    BusinessLoaded loaded;
    if (isDryRun) {
        loaded = previewBusiness(*book.connection, business, session.now());
    } else {
        const PersonFound person = findPerson(session, *book.connection);
        if (!person.isGood)
            return person.exit;
        loaded = loadBusiness(*book.connection, business, senderOf(person, newCommandId()), session.now());
    }
    if (!loaded.mistakes.empty())
        return refuseMistakes(session, path, loaded.mistakes);
    if (loaded.error)
        return session.fail(loaded.error, loaded.refused.path.isEmpty()
                                              ? QString()
                                              : QStringLiteral("%1: %2").arg(path, loaded.refused.toString()));
    return printLoaded(session, loaded, isDryRun);
}

/// Reads a whole number option within bounds; the problem is printed as one of usage.
std::optional<qint64> numberOption(const Session& session, QLatin1StringView name, qint64 standard, qint64 least,
                                   qint64 most)
{
    const auto text = session.arguments().find(name);
    if (!text)
        return standard;
    bool good = false;
    const qint64 number = text->toLongLong(&good);
    if (good && number >= least && number <= most)
        return number;
    session.usage(Words::tr("--%1 must be a whole number from %2 to %3").arg(name).arg(least).arg(most));
    return {};
}

std::optional<demo::Options> demoOptions(const Session& session)
{
    demo::Options options;
    const auto staff = numberOption(session, QLatin1StringView("staff"), options.staff, 1, 200);
    const auto appointments =
        numberOption(session, QLatin1StringView("appointments"), options.appointments, 0, 5'000'000);
    const auto seed =
        numberOption(session, QLatin1StringView("seed"), qint64(options.seed), 0, std::numeric_limits<qint64>::max());
    if (!staff || !appointments || !seed)
        return {};
    options.staff = int(*staff);
    options.appointments = int(*appointments);
    options.seed = quint64(*seed);
    options.now = session.now();
    options.around = QDateTime::currentDateTime().date();
    if (const auto around = session.arguments().find(QLatin1StringView("around"))) {
        options.around = around->size() == 10 ? QDate::fromString(*around, Qt::ISODate) : QDate();
        if (!options.around.isValid()) {
            session.usage(Words::tr("--around must be a date such as 2026-11-23"));
            return {};
        }
    }
    return options;
}

Exit runDemo(Session& session)
{
    const std::optional<demo::Options> options = demoOptions(session);
    if (!options)
        return Exit::Usage;
    const Session::Book book = session.openPatiently();
    if (!book.connection)
        return book.exit;
    demo::Filled filled;
    {
        ProgressBar bar(Words::tr("Appointments"));
        filled = demo::fill(*book.connection, *options, [&bar](int done, int total) { bar.show(done, total); });
    }
    if (filled.notEmpty)
        return session.refuse(
            Words::tr("The book isn't empty, so no demo was added. Make a new one: frontdesk-admin init."),
            QStringLiteral("not_empty"));
    if (filled.badOptions)
        return session.usage(Words::tr("the demo can't be made of these numbers"));
    if (filled.error)
        return session.fail(filled.error, Words::tr("The demo could not be finished"));
    return session.good(
        Words::tr("Made a demo salon with %1 appointments of %2 clients around %3.")
            .arg(filled.appointments)
            .arg(filled.clients)
            .arg(options->around.toString(Qt::ISODate)),
        QStringLiteral("changed"),
        {{QStringLiteral("appointments"), filled.appointments}, {QStringLiteral("clients"), filled.clients}});
}

} // namespace

std::vector<Command> contentCommands()
{
    return {
        {QStringLiteral("business"),
         Words::tr("Loads or updates locations, staff, rooms, services and hours from a file"),
         {{QStringLiteral("FILE"), Words::tr("JSON as docs/business.md describes it")}},
         {{QStringLiteral("dry-run"), {}, Words::tr("only say what would be changed")}},
         runBusiness,
         Words::tr("All of the file, or, after a mistake in it, nothing. The same file again changes nothing.")},
        {QStringLiteral("demo"),
         Words::tr("Fills an empty book with a believable salon"),
         {},
         {{QStringLiteral("staff"), QStringLiteral("N"), Words::tr("staff members, 1 to 200 (6)")},
          {QStringLiteral("appointments"), QStringLiteral("N"), Words::tr("appointments, up to 5,000,000 (2000)")},
          {QStringLiteral("seed"), QStringLiteral("N"), Words::tr("the same seed makes the same salon (1)")},
          {QStringLiteral("around"), QStringLiteral("DATE"), Words::tr("the day that is fullest of life (today)")}},
         runDemo,
         {}},
    };
}

} // namespace frontdesk::admin
