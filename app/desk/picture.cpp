#include "app/desk/picture.h"

#include "models/demo/demo.h"
#include "models/storage/create_book.h"
#include "ui/calendar_view.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

namespace frontdesk
{

namespace
{

constexpr std::chrono::seconds Patience{30};

} // namespace

PictureTaker::PictureTaker(DeskSession* session, DeskClock* clock, DeskOptions options)
    : m_session(session), m_clock(clock), m_options(std::move(options))
{
    DatabaseLink* link = &m_session->link();
    connect(link, &DatabaseLink::catalogueChanged, this, &PictureTaker::standStill);
    connect(link, &DatabaseLink::stateChanged, this, [this, link] {
        if (link->state().kind == LinkState::Kind::Refused)
            giveUp(m_session->problemText());
    });
    connect(m_session, &DeskSession::drawn, this, &PictureTaker::takeWhenSettled);
    connect(&m_session->window(), &DayWindow::settled, this, &PictureTaker::takeWhenSettled);
    QTimer::singleShot(Patience, this, [this] { giveUp(tr("The book was not read in time.")); });
}

void PictureTaker::standStill()
{
    const QTime time = QTime::fromString(m_options.nowText, QStringLiteral("HH:mm"));
    const CataloguePtr catalogue = m_session->link().catalogue();
    const Location* location = catalogue->location(m_session->window().calendar()->location());
    if (!time.isValid() || location == nullptr)
        return;
    const QDate date = m_options.date.isValid() ? m_options.date : location->zone.dateOf(SystemClock().now());
    m_clock->stand(location->zone.meaningOf(date, time).first);
    m_session->window().bookChanged();
}

void PictureTaker::takeWhenSettled()
{
    // In the next turn: what has been read is planned and laid out then, and may have asked for more.
    QTimer::singleShot(0, this, [this] {
        if (m_session->isDrawn() && m_session->window().isSettled())
            take();
    });
}

void PictureTaker::take()
{
    const QPixmap picture = m_session->window().grab();
    if (!picture.save(m_options.screenshot)) {
        giveUp(tr("The picture can't be written to %1.").arg(m_options.screenshot));
        return;
    }
    QApplication::exit(0);
}

void PictureTaker::giveUp(const QString& why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    QApplication::exit(1);
}

std::optional<DatabaseUrl> demoBook(const QTemporaryDir& folder, const DeskOptions& options)
{
    const DatabaseUrl url = DatabaseUrl::sqliteFile(folder.filePath(QStringLiteral("demo.db")));
    if (createBook(url, QCoreApplication::translate("Desk", "Demo salon")).kind != CreatedBook::Kind::Created)
        return {};
    const Connection::Opened opened = Connection::open(url);
    if (!opened.connection)
        return {};
    demo::Options salon;
    salon.around = options.date.isValid() ? options.date : QDate::currentDate();
    salon.now = SystemClock().now();
    const std::optional<Zone> zone = Zone::fromId(salon.zone);
    const QTime time = QTime::fromString(options.nowText, QStringLiteral("HH:mm"));
    if (zone && time.isValid())
        salon.now = zone->meaningOf(salon.around, time).first;
    return demo::fill(*opened.connection, salon).isGood() ? std::optional(url) : std::nullopt;
}

} // namespace frontdesk
