#pragma once

#include "models/booking/command_bus.h"
#include "models/domain/catalogue.h"
#include "models/domain/clock.h"
#include "ui/story.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace frontdesk
{

class AlertBox;
class CalendarView;
class ActionButton;

/// The selected appointment: alerts first, what can be done with it, when, phone, price on request, note, its story
/// from the audit. Without a selection: the place where the cursor stands.
class Inspector final : public QScrollArea
{
    Q_OBJECT
public:
    Inspector(CommandBus* bus, CalendarView* calendar, QWidget* parent);

    /// Shows what is selected now; reads anew what the database knows of it when the row has changed.
    void refresh();
    void setEditing(const std::vector<EditingElsewhere>& editing);
    /// Initials for the name; no phone, alert, note, money or story (cover.h).
    void setCovered(bool covered);
    /// Nothing that it asked of the database is still on its way.
    [[nodiscard]] bool isSettled() const { return m_asked == 0; }

signals:
    void bookClicked();
    void settled();

private:
    void buildHeading();
    [[nodiscard]] QLayout* buildActions();
    void buildFacts();
    [[nodiscard]] QWidget* buildStory();
    void arrange(QLayout* actions, QWidget* story);
    [[nodiscard]] ActionButton* button(const QString& text, const QString& key, const char* name);
    void showRow(const Appointment& row);
    void showPlace();
    void showActions(const Appointment& row);
    void showFacts(const Appointment& row);
    void showClient(const ClientHit& client);
    void showStory(const std::vector<StoryLine>& lines);
    void readMore(const Appointment& row);
    void answered();
    void setFact(int line, const QString& title, const QString& text);

    CommandBus* m_bus;
    CalendarView* m_calendar;
    QWidget* m_sheet;
    QLabel* m_title;
    QLabel* m_subtitle;
    AlertBox* m_alert;
    QLabel* m_editing;
    ActionButton* m_status;
    ActionButton* m_edit;
    ActionButton* m_cancel;
    ActionButton* m_book;
    ActionButton* m_block;
    QGridLayout* m_facts;
    std::vector<std::pair<QLabel*, QLabel*>> m_lines;
    ActionButton* m_price;
    QLabel* m_storyTitle;
    QVBoxLayout* m_story;
    Status m_next = Status::Arrived;
    std::optional<Appointment> m_shown;
    bool m_covered = false;
    std::optional<ClientHit> m_client;
    std::vector<EditingElsewhere> m_others;
    int m_asked = 0; ///< questions without an answer yet
};

/// What must be known before anything is done.
class AlertBox final : public QWidget
{
    Q_OBJECT
public:
    explicit AlertBox(QWidget* parent);
    void setAlert(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
};

/// One line of the story, with a bar at its left.
class StoryEntry final : public QWidget
{
    Q_OBJECT
public:
    StoryEntry(const StoryLine& line, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace frontdesk
