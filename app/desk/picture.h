#pragma once

#include "app/desk/options.h"
#include "models/domain/clock.h"
#include "ui/desk_session.h"

#include <QTemporaryDir>
#include <QTime>

namespace frontdesk
{

/// The system's clock, or for a picture one that stands at a time of day.
class DeskClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_standing ? *m_standing : m_system.now(); }
    [[nodiscard]] Instant holdsNow() const override { return m_system.now(); }
    void stand(Instant now) { m_standing = now; }

private:
    SystemClock m_system;
    std::optional<Instant> m_standing;
};

/// Draws the window into the file once all that is in sight has been read, then ends the program: 0, or 1 with a line
/// that says why.
class PictureTaker final : public QObject
{
    Q_OBJECT
public:
    PictureTaker(DeskSession* session, DeskClock* clock, DeskOptions options);

private:
    void standStill();
    void takeWhenSettled();
    void take();
    void giveUp(const QString& why);

    DeskSession* m_session;
    DeskClock* m_clock;
    DeskOptions m_options;
};

/// A demo salon in a temporary folder, for a picture where there is no book yet, as it is at the picture's time.
/// Nothing when it can't be made.
[[nodiscard]] std::optional<DatabaseUrl> demoBook(const QTemporaryDir& folder, const DeskOptions& options);

} // namespace frontdesk
