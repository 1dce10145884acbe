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
    /// Whether another language would lose something that is open, being saved or not yet looked at.
    [[nodiscard]] bool canSpeakAnew() const { return !m_conversation->isAtWork(); }
    /// Makes the window again, in the language that is spoken now, as it stands: its place, date, selection, and what
    /// can be undone. The link to the book stays. Not from a slot of the window, which is gone then.
    void speakAnew();

    /// Until the language changes.
    [[nodiscard]] DayWindow& window() { return *m_window; }
    [[nodiscard]] DatabaseLink& link() { return *m_link; }
    [[nodiscard]] BookingConversation& conversation() { return *m_conversation; }
    /// The day that the window shows has been read and is painted as it stands.
    [[nodiscard]] bool isDrawn() const { return m_drawn; }
    /// Why the link was refused and what to do about it; empty otherwise.
    [[nodiscard]] QString problemText() const;

signals:
    void drawn();
    void themeChosen(frontdesk::Theme::Kind kind);
    /// A person chose it in the menu; the settings have it already.
    void languageChosen(frontdesk::Language language);

private:
    void makeWindow();
    void joinLink();
    void joinWindow();
    void joinConversation();
    void showState();
    void openPrint();

    std::unique_ptr<DatabaseUrl> m_url; ///< without the password
    std::unique_ptr<DatabaseLink> m_link;
    const Clock& m_clock;
    QSettings* m_settings;
    std::unique_ptr<ServiceStore> m_services;
    std::unique_ptr<DayWindow> m_window;
    std::unique_ptr<BookingConversation> m_conversation;
    bool m_drawn = false;
};

} // namespace frontdesk
