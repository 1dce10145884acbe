// One desk without a window that books as fast as it can and says line by line what it was told:
//   try KEY            the command is sent now
//   done KEY ID        it is booked, says the answer
//   refused KEY        it is not
//   lost KEY           there was no answer: the same command is sent again when a connection stands
// The URL stands in a file, which is read again for each connection; when there is none, the desk waits for another
// file in its place. An empty file ends the desk.
//   acknowledging_desk URLFILE DESK SEED
#include "models/booking/command_executor.h"
#include "models/domain/clock.h"
#include "models/storage/connection.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QRandomGenerator>
#include <QUuid>

#include <cstdio>

using namespace frontdesk;

namespace
{

constexpr qint64 monday = 2142547200 + 7 * 86400; // 2037-11-30T00:00:00Z

void say(const char* word, const QString& key, qint64 id = 0)
{
    std::printf("%s %s %lld\n", word, qPrintable(key), static_cast<long long>(id));
    std::fflush(stdout); // what was said before the kill must be heard
}

QString urlIn(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

/// Places on three staff members that other desks want too; enough of them that most are free.
BookAppointment anyBooking(QRandomGenerator& random)
{
    BookAppointment command;
    command.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    command.location = LocationId(1);
    command.service = ServiceId(1);
    command.staff = ResourceId(1 + random.bounded(3));
    command.client = ClientId(1 + random.bounded(5));
    command.start = instantFromUnix(monday + random.bounded(365) * 86400 + 8 * 3600 + random.bounded(9) * 3600);
    command.passing.overrideReason = QStringLiteral("load");
    return command;
}

/// Until it is known what became of the command; false when the desk shall end.
class Desk
{
public:
    Desk(QString file, QString name) : m_file(std::move(file)), m_name(std::move(name)) {}

    [[nodiscard]] bool book(const BookAppointment& command)
    {
        const Sender sender{PersonId(), m_name, command.key};
        say("try", command.key);
        while (connected()) {
            const Outcome outcome = m_executor->execute(command, sender);
            if (const auto* done = std::get_if<Done>(&outcome)) {
                say("done", command.key, done->id);
                return true;
            }
            if (!std::holds_alternative<StorageFailed>(outcome)) {
                say("refused", command.key);
                return true;
            }
            say("lost", command.key);
            m_executor.reset();
            m_connection.reset();
        }
        return false;
    }

private:
    bool connected()
    {
        while (!m_connection) {
            // Before the file is read: no change of it goes unseen.
            const QFileSystemWatcher moved({QFileInfo(m_file).path()});
            const auto url = DatabaseUrl::parse(urlIn(m_file));
            if (!url) {
                return false;
            }
            m_connection = Connection::open(*url).connection;
            if (m_connection) {
                m_executor = std::make_unique<CommandExecutor>(*m_connection, m_clock);
            } else {
                QEventLoop until;
                QObject::connect(&moved, &QFileSystemWatcher::directoryChanged, &until, &QEventLoop::quit);
                until.exec();
            }
        }
        return !urlIn(m_file).isEmpty();
    }

    QString m_file;
    QString m_name;
    SystemClock m_clock;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<CommandExecutor> m_executor;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        return 2;
    }
    QRandomGenerator random(arguments.at(3).toUInt());
    Desk desk(arguments.at(1), arguments.at(2));
    while (desk.book(anyBooking(random))) {
    }
    return 0;
}
