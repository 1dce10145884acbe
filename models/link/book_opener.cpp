#include "models/link/book_opener.h"

#include "models/demo/demo.h"
#include "models/domain/clock.h"
#include "models/interchange/business_loader.h"
#include "models/storage/create_book.h"
#include "models/storage/migrator.h"

#include <QPointer>

namespace frontdesk
{

namespace
{

BookAnswer problemAnswer(OpenProblem problem, const QString& detail, const DatabaseUrl& url)
{
    BookAnswer answer;
    answer.problem = problem;
    answer.text = explain(problem, url);
    answer.detail = detail;
    return answer;
}

BookAnswer failed(const StorageError& error, const DatabaseUrl& url)
{
    if (error.isDiskFull())
        return problemAnswer(OpenProblem::DiskFull, error.text, url);
    BookAnswer answer;
    answer.problem = OpenProblem::Other;
    answer.text = BookOpener::tr("The database could not do it.");
    answer.detail = error.text;
    return answer;
}

BookAnswer tryBook(const DatabaseUrl& url, const FileSystemProbe& probe)
{
    const Connection::Opened opened = Connection::open(url, Connection::SchemaCheck::Required, probe);
    if (opened.connection) {
        BookAnswer answer;
        const BusinessRowsRead rows = readBusinessRows(*opened.connection);
        if (rows.error)
            return failed(rows.error, url);
        answer.isEmpty = rows.rows.locations.empty();
        return answer;
    }
    BookAnswer answer = problemAnswer(opened.problem, opened.detail, url);
    if (opened.problem != OpenProblem::SchemaTooOld)
        return answer;
    const Connection::Opened any = Connection::open(url, Connection::SchemaCheck::Any);
    if (any.connection)
        answer.migrations = Migrator().plan(*any.connection).names;
    return answer;
}

/// Makes the book where there is none; nothing is wrong with one that stands there already.
std::optional<BookAnswer> made(const DatabaseUrl& url, const QString& name, const FileSystemProbe& probe)
{
    const CreatedBook created = createBook(url, name, probe);
    switch (created.kind) {
    case CreatedBook::Kind::Created:
    case CreatedBook::Kind::Exists:
        return {};
    case CreatedBook::Kind::Foreign:
        return problemAnswer(OpenProblem::NotADatabase, created.detail, url);
    case CreatedBook::Kind::NotOpened:
        return problemAnswer(created.problem, created.detail, url);
    case CreatedBook::Kind::Failed:
        break;
    }
    return failed(created.error, url);
}

WeeklyHours weekdays()
{
    WeeklyHours hours;
    for (size_t day = 0; day < 5; ++day)
        hours[day] = {{QTime(9, 0), QTime(18, 0)}};
    return hours;
}

BusinessFile fileOf(const NewBusiness& business)
{
    BusinessFile file;
    file.businessName = business.name;
    BusinessFile::LocationEntry location;
    location.path = QStringLiteral("locations[0]");
    location.name = business.name;
    location.zone = business.zone;
    location.currency = business.currency;
    location.country = business.country;
    location.hours = weekdays();
    file.locations.push_back(location);
    for (const QString& name : business.staff) {
        BusinessFile::ResourceEntry staff;
        staff.path = QStringLiteral("staff[%1]").arg(file.resources.size());
        staff.name = name;
        staff.kind = ResourceKind::Staff;
        staff.location = business.name;
        staff.hours = weekdays();
        file.resources.push_back(staff);
    }
    return file;
}

BookAnswer createBusiness(const DatabaseUrl& url, const NewBusiness& business, const FileSystemProbe& probe)
{
    if (const std::optional<BookAnswer> problem = made(url, business.name, probe))
        return *problem;
    const Connection::Opened opened = Connection::open(url);
    if (!opened.connection)
        return problemAnswer(opened.problem, opened.detail, url);
    const BusinessLoaded loaded = loadBusiness(*opened.connection, fileOf(business), {}, SystemClock().now());
    if (loaded.error)
        return failed(loaded.error, url);
    BookAnswer answer;
    if (!loaded.mistakes.empty()) {
        answer.problem = OpenProblem::Other;
        answer.text = loaded.mistakes.front().text;
    }
    return answer;
}

} // namespace

BookOpener::BookOpener(QObject* parent, FileSystemProbe probe) : QObject(parent), m_probe(std::move(probe))
{
    m_pool.setMaxThreadCount(1);
}

BookOpener::~BookOpener()
{
    m_pool.waitForDone();
}

void BookOpener::run(QObject* context, std::function<BookAnswer()> job, Answer answer)
{
    const QPointer<QObject> asker = context;
    m_pool.start([this, asker, job = std::move(job), answer = std::move(answer)] {
        const BookAnswer done = job();
        QMetaObject::invokeMethod(
            this,
            [asker, answer, done] {
                if (asker)
                    answer(done);
            },
            Qt::QueuedConnection);
    });
}

void BookOpener::attempt(const DatabaseUrl& url, QObject* context, Answer answer)
{
    run(
        context, [url, probe = m_probe] { return tryBook(url, probe); }, std::move(answer));
}

void BookOpener::create(const DatabaseUrl& url, const NewBusiness& business, QObject* context, Answer answer)
{
    run(
        context, [url, business, probe = m_probe] { return createBusiness(url, business, probe); }, std::move(answer));
}

void BookOpener::createDemo(const DatabaseUrl& url, QDate around, QObject* context, Answer answer)
{
    run(
        context,
        [this, url, around, probe = m_probe]() -> BookAnswer {
            if (const std::optional<BookAnswer> problem = made(url, tr("Demo salon"), probe))
                return *problem;
            const Connection::Opened opened = Connection::open(url);
            if (!opened.connection)
                return problemAnswer(opened.problem, opened.detail, url);
            demo::Options options;
            options.around = around;
            options.now = SystemClock().now();
            const demo::Filled filled = demo::fill(*opened.connection, options, [this](int done, int total) {
                emit progress(total > 0 ? int(qint64(done) * 100 / total) : 100);
            });
            if (filled.error)
                return failed(filled.error, url);
            return {}; // a book with a location is opened as it is
        },
        std::move(answer));
}

void BookOpener::migrate(const DatabaseUrl& url, QObject* context, Answer answer)
{
    run(
        context,
        [url, probe = m_probe]() -> BookAnswer {
            const Connection::Opened opened = Connection::open(url, Connection::SchemaCheck::Any, probe);
            if (!opened.connection)
                return problemAnswer(opened.problem, opened.detail, url);
            const Migrator::Done done = Migrator().migrate(*opened.connection);
            if (done.tooNew)
                return problemAnswer(OpenProblem::SchemaTooNew, {}, url);
            if (!done.missingRights.isEmpty())
                return problemAnswer(OpenProblem::MissingRights, done.missingRights, url);
            if (!done.error)
                return tryBook(url, probe);
            if (done.error.kind != StorageError::Kind::Forbidden)
                return failed(done.error, url);
            BookAnswer refused = problemAnswer(OpenProblem::SchemaTooOld, done.error.text, url);
            refused.text =
                tr("Your login may not bring the book up to date. Ask a manager to run frontdesk-admin migrate.");
            return refused;
        },
        std::move(answer));
}

} // namespace frontdesk
