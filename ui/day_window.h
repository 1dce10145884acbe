#pragma once

#include "models/link/database_link.h"
#include "ui/booking_conversation.h"
#include "ui/day_summary.h"
#include "ui/language.h"
#include "ui/month_day.h"
#include "ui/theme.h"
#include "ui/view_kind.h"

#include <QSettings>
#include <QTimer>
#include <QWidget>

#include <array>

class QActionGroup;
class QMenu;
class QStackedWidget;

namespace frontdesk
{

class CalendarView;
class GoToDate;
class IdleWatch;
class Inspector;
class ListView;
class MiniMonth;
class MonthView;
class SearchBox;
class StaffFilter;
class StatusLine;
class TopBar;
class WaitingStrip;

/// The desk's window: arranges the views of the book and what stands around them, and decides nothing. Whoever makes it
/// connects its signals to the book and to the conversation.
class DayWindow final : public QWidget
{
    Q_OBJECT
public:
    DayWindow(const BookingConversation::Book& book, QSettings* settings, QWidget* parent = nullptr);
    ~DayWindow() override;

    [[nodiscard]] CalendarView* calendar() const { return m_calendar; }
    [[nodiscard]] QDate date() const { return m_date; }
    void setDate(QDate date);
    [[nodiscard]] ViewKind view() const { return m_kind; }
    /// Whether somebody who looks at the window sees the appointment just now.
    [[nodiscard]] bool isInSight(AppointmentId id) const;
    void setDesk(const QString& desk, const QString& person);
    /// Why the language can't change now; empty: it can. Asked for by languageMenuOpens().
    void holdLanguage(const QString& why);
    /// Writes down in the settings how the window stands, for the next one.
    void remember() const;
    /// Shows what the other window shows: date, cursor, selection, what is typed in the search.
    void standAs(const DayWindow& other);
    void setUndo(const QString& undo, const QString& redo);
    /// Initials for names; no alerts, notes and money, until they are asked for again (F8).
    void setCovered(bool covered);
    /// All that is in sight has been read: the rows of the day or week, the month's loads, what the inspector shows.
    [[nodiscard]] bool isSettled() const;

public slots:
    /// Turns to a view, at the date that is shown.
    void showView(frontdesk::ViewKind kind);
    /// Services, staff, hours have changed, or are there for the first time.
    void bookChanged();
    void setLinkState(const frontdesk::LinkState& state);
    void setLoads(frontdesk::LocationId location, frontdesk::TimeSlot range,
                  const std::optional<frontdesk::DayLoads>& loads);
    /// A save of a row here is under way, or has been answered.
    void setInFlight(frontdesk::AppointmentId id, bool inFlight);
    void setEditingElsewhere(const std::vector<frontdesk::EditingElsewhere>& editing);
    void say(const QString& text, bool undoable);
    void goTo(frontdesk::AppointmentId id, frontdesk::Instant start);
    /// A row that was made or changed here: selected as soon as it is among the rows, if the cursor is still there.
    void selectWhenThere(frontdesk::AppointmentId id);
    /// The undo met somebody else's change; the line offers to do it all the same.
    void offerUndoAnyway(const QString& text);

signals:
    /// What must be in the mirror now: a day or a week.
    void rangeNeeded(frontdesk::LocationId location, frontdesk::TimeSlot range);
    /// What is taken on each day of the month's leaf; answered by setLoads.
    void loadsNeeded(frontdesk::LocationId location, frontdesk::TimeSlot range, frontdesk::Instant now);
    void rereadRequested();
    void undoRequested();
    void redoRequested();
    void undoAnywayRequested();
    void servicesRequested();
    void printRequested();
    void themeChosen(frontdesk::Theme::Kind kind);
    /// The window keeps its words; whoever hears this makes another.
    void languageChosen(frontdesk::Language language);
    void languageMenuOpens();
    /// isSettled() may have become true.
    void settled();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void connectParts();
    void addActions();
    void addMenu();
    void addLanguages(QMenu* look);
    void addLook(QMenu* menu);
    void addCover(QMenu* menu);
    QAction* addPanel(QMenu* menu, const char* name, const QString& text, const QKeySequence& key, QWidget* panel);
    void showUndo();
    [[nodiscard]] QString sayable(const QString& text) const;
    QAction* addKeys(const char* name, const QString& text, const QList<QKeySequence>& keys);
    void restore();
    void save() const;

    void setLocation(LocationId location);
    void planChanged();
    void askLoads();
    void showLoads();
    void arrangeViews();
    void connectViews();
    void addViewActions();
    void chooseView(ViewKind kind);
    [[nodiscard]] bool isGridShown() const;
    void showInGrid(QDate date);
    void leafTurned();
    [[nodiscard]] Period period() const;
    [[nodiscard]] TimeSlot shownRange(const Zone& zone) const;
    void showInspected(const Appointment& row);
    void rowsArrived();
    void pickWanted();
    void openGoTo();
    void findNext(const ClientHit& client);
    void dragOutside(const std::optional<QPoint>& global);
    void goToNextOf(const std::vector<Appointment>& appointments, const QString& name);
    void focusView();
    [[nodiscard]] QDate today() const;
    [[nodiscard]] QString hiddenKey() const;

    BookingConversation::Book m_book;
    QSettings* m_settings;
    LocationId m_location;
    QDate m_date;
    ViewKind m_kind = ViewKind::Day;
    TimeSlot m_asked{};      ///< of the mirror
    TimeSlot m_held{};       ///< what the mirror has brought: what was asked for and its neighbours
    QTimer m_loadsPause;     ///< changes come in bursts, the month's bars can wait
    TimeSlot m_loadsAsked{}; ///< no answer yet; empty: nothing is asked
    bool m_loadsRead = false;
    ReadLoads m_loads;
    Instant m_loadsShown{}; ///< the minute
    QDate m_followed;       ///< the day shown because it was today
    QSet<ResourceId> m_hidden;
    LinkState m_link;
    QDate m_aimed;     ///< the day that a drag is over
    QTimer m_aimRests; ///< a drag that rests on a day turns to it
    QSet<AppointmentId> m_inFlight;
    AppointmentId m_wanted; ///< selected as soon as its row has come

    TopBar* m_top;
    QWidget* m_left;
    MiniMonth* m_month;
    StaffFilter* m_staff;
    WaitingStrip* m_waiting;
    QStackedWidget* m_views;
    CalendarView* m_calendar;
    MonthView* m_monthView;
    ListView* m_list;
    Inspector* m_inspector;
    StatusLine* m_status;
    GoToDate* m_goTo;
    IdleWatch* m_idle;
    bool m_covered = false;
    QAction* m_cover = nullptr;
    QString m_undoText; ///< what they would do
    QString m_redoText;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QActionGroup* m_languages = nullptr;
    QAction* m_languageHeld = nullptr; ///< the line that says why the language can't change
    std::array<QAction*, AllViews.size()> m_viewActions{};
};

} // namespace frontdesk
