#pragma once

#include "models/storage/database_url.h"
#include "models/storage/file_system.h"
#include "models/storage/open_problem.h"

#include <QDate>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <functional>

namespace frontdesk
{

/// What trying, making, migrating or filling a book came to.
struct BookAnswer {
    OpenProblem problem = OpenProblem::None;
    QString text;           ///< what is wrong and what to do; empty when all is well
    QString detail;         ///< what the database said, without the password
    bool isEmpty = false;   ///< the book has no location yet: it can be filled
    QStringList migrations; ///< that would bring a schema that is too old up to date

    [[nodiscard]] bool isGood() const { return problem == OpenProblem::None && text.isEmpty(); }
};

/// What a new business says of itself at first; the rest is edited later.
struct NewBusiness {
    QString name;
    QByteArray zone; ///< IANA name
    QByteArray currency = "EUR";
    QByteArray country = "DE";
    QStringList staff;
};

/// Tries, makes, migrates and fills books, each in a thread of its own with a connection of its own, so that no click
/// waits. Answers on the thread of this object; not at all once the context is destroyed. Its destruction waits for
/// what is under way.
class BookOpener : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(const BookAnswer&)>;
    /// `probe` tells the kind of file system that a SQLite file lies on.
    explicit BookOpener(QObject* parent = nullptr, FileSystemProbe probe = probeFileSystem);
    ~BookOpener() override;

    /// Opens and closes.
    void attempt(const DatabaseUrl& url, QObject* context, Answer answer);
    /// Makes the book where there is none and writes the business into it.
    void create(const DatabaseUrl& url, const NewBusiness& business, QObject* context, Answer answer);
    /// Makes the book where there is none and fills it with the demo salon; a book with a location is left alone.
    void createDemo(const DatabaseUrl& url, QDate around, QObject* context, Answer answer);
    void migrate(const DatabaseUrl& url, QObject* context, Answer answer);

signals:
    /// Of a demo that is being filled: how much of it is there, 0 to 100.
    void progress(int percent);

private:
    void run(QObject* context, std::function<BookAnswer()> job, Answer answer);

    FileSystemProbe m_probe;
    QThreadPool m_pool;
};

} // namespace frontdesk
