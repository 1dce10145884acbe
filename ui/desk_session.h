#pragma once

#include "models/link/database_link.h"
#include "ui/booking_conversation.h"
#include "ui/day_window.h"
#include "ui/services_store.h"

#include <memory>

namespace frontdesk
{

/// One desk at work: joins the database's link, the window and the conversation to each other. GUI thread.
class DeskSession final : public QObject
{
    Q_OBJECT
public:
    DeskSession(const DatabaseUrl& url, const DatabaseLink::Options& options, const Clock& clock, QSettings* settings);
    ~DeskSession() override;

    /// Connects; the window may be shown before or after.
    void start();

    [[nodiscard]] DayWindow& window() { return *m_window; }
    [[nodiscard]] DatabaseLink& link() { return *m_link; }
    [[nodiscard]] BookingConversation& conversation() { return *m_conversation; }
    /// The day that the window shows has been read and is painted as it stands.
    [[nodiscard]] bool isDrawn() const { return m_drawn; }
    /// Why the link was refused and what to do about it; empty otherwise.
    [[nodiscard]] QString problemText() const;

signals:
    void drawn();

private:
    void joinLink();
    void joinConversation();
    void showState();
    void openPrint();

    std::unique_ptr<DatabaseUrl> m_url; ///< without the password
    std::unique_ptr<DatabaseLink> m_link;
    QSettings* m_settings;
    std::unique_ptr<ServiceStore> m_services;
    std::unique_ptr<DayWindow> m_window;
    std::unique_ptr<BookingConversation> m_conversation;
    bool m_drawn = false;
};

} // namespace frontdesk
