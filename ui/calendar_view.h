#pragma once

#include "models/availability/availability.h"
#include "models/domain/clock.h"
#include "models/tables/appointment_mirror.h"
#include "ui/block_painter.h"
#include "ui/day_geometry.h"
#include "ui/day_plan.h"
#include "ui/place.h"

#include <QAbstractItemView>
#include <QBasicTimer>
#include <QHash>

namespace frontdesk
{

class CalendarHeader;
class TimeAxis;

/// A day with a column for each staff member, or a week with a column for each day of one, or of all. Binds to an
/// AppointmentMirror and to nothing else; changes nothing itself: gestures become the signals below. Live updates move
/// neither selection nor scroll nor a drag.
class CalendarView final : public QAbstractItemView
{
    Q_OBJECT
public:
    explicit CalendarView(const Clock& clock, QWidget* parent = nullptr);
    ~CalendarView() override;

    void setModel(QAbstractItemModel* model) override; ///< an AppointmentMirror
    void setBook(const CataloguePtr& catalogue, LocationId location);
    void setDate(QDate date);
    /// 1, or 7: the week that holds the date, from the locale's first day of the week on. If the cursor stands on
    /// another day than the date, that one is asked for by dateRequested and is the date from now on.
    void setDays(int days);
    /// Whose week is shown; invalid, or nobody of this location: that of all who aren't hidden, in narrow columns.
    void setWeekStaff(ResourceId staff);
    void setHiddenStaff(const QSet<ResourceId>& hidden);
    void setLettersEnabled(bool enabled) { m_letters = enabled; }
    void setNotice(const QString& text); ///< stands where the day would, while there is none
    void setZoom(double zoom);           ///< 1: the open hours fit the height
    void setDeskName(const QString& name) { m_deskName = name; }
    void setCovered(bool covered); ///< initials for names, no alerts and notes (cover.h)

    [[nodiscard]] QDate date() const { return m_request.date; }
    [[nodiscard]] int days() const { return m_request.days; }
    [[nodiscard]] ResourceId weekStaff() const { return m_weekStaff; }
    /// The time that must be in the mirror for what is shown: from the first day's midnight to the last one's end.
    [[nodiscard]] TimeSlot visibleRange() const;
    [[nodiscard]] LocationId location() const { return m_request.location; }
    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] bool lettersEnabled() const { return m_letters; }
    [[nodiscard]] const DayPlan& plan() const;
    [[nodiscard]] const DayGeometry& geometryOfDay() const;
    /// How full a day of the plan is, 0 to 1; nothing when nobody works.
    [[nodiscard]] std::optional<double> loadOfDay(int day) const;
    [[nodiscard]] Instant now() const { return m_clock.now(); }
    [[nodiscard]] const CataloguePtr& catalogue() const { return m_request.catalogue; }
    [[nodiscard]] const std::vector<Appointment>& rows() const;
    [[nodiscard]] bool isReading() const { return m_reading; }

    /// The selected appointment; invalid when the cursor stands on a free place.
    [[nodiscard]] AppointmentId selected() const;
    void select(AppointmentId id);
    [[nodiscard]] std::optional<Place> cursorPlace() const;
    void setCursorPlace(const Place& place);
    [[nodiscard]] AppointmentId cutAppointment() const { return m_cut ? m_cut->id : AppointmentId(); }
    [[nodiscard]] bool isMoving() const { return m_move && m_move->active; }

    /// In viewport coordinates; empty when it isn't shown.
    [[nodiscard]] QRect rectOf(AppointmentId id) const;
    [[nodiscard]] QRect rectOf(const Place& place) const;
    [[nodiscard]] QRect statusDotOf(AppointmentId id) const;
    /// What a place is, for a screen reader and for tool tips: "free", "Break", "closed", or the appointment.
    [[nodiscard]] QString describe(const Place& place) const;
    [[nodiscard]] QString describe(const Appointment& row) const;
    /// Whose column it is; over a week with its day: "Wed 25 Nov Ana Ruiz".
    [[nodiscard]] QString nameOf(const DayColumn& column) const;
    [[nodiscard]] QString nameOf(const Appointment& row) const;
    /// The block that keeps a column busy at an instant; null where it develops or is free.
    [[nodiscard]] const DayBlock* solidAt(int column, Instant instant) const;

    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint& point) const override;

    [[nodiscard]] int horizontalOffset() const override;
    [[nodiscard]] int verticalOffset() const override;

public slots:
    /// A save of this row is under way, or has been answered.
    void setInFlight(frontdesk::AppointmentId id, bool inFlight);
    /// The answer waits on the block until it is looked at.
    void setRefused(frontdesk::AppointmentId id, const QString& reason);
    /// Time has passed: badges, countdowns and the now-line.
    void refreshNow();
    void perform(frontdesk::Status status); ///< on the selected appointment
    void toggleRunningLate();
    void editSelected();
    void cancelSelected();
    void blockAtCursor();
    void bookAtCursor();
    void squeezeAtCursor(); ///< books where it is taken, if the staff member's squeeze-in capacity has room
    void activate();        ///< opens what is at the cursor: the appointment, or the booking of a free place
    /// The drag under way aims at that day, at the time that its appointment has; invalid: at a place of the grid.
    void aimAtDate(QDate date);
    /// Rows of this day are still on their way: nothing may look free yet.
    void setReading(bool reading);

signals:
    void bookRequested(const frontdesk::Place& place, const QRect& globalAnchor);
    void blockRequested(const frontdesk::Place& place, const QRect& globalAnchor);
    void editRequested(frontdesk::AppointmentId id);
    /// `row` is the appointment as the person saw it: a save of somebody else meanwhile is judged against it.
    void moveRequested(frontdesk::AppointmentId id, frontdesk::RowVersion seen, frontdesk::Instant start,
                       frontdesk::ResourceId staff, const frontdesk::Appointment& row);
    void statusRequested(frontdesk::AppointmentId id, frontdesk::RowVersion seen, frontdesk::Status to);
    void confirmationRequested(frontdesk::AppointmentId id, frontdesk::RowVersion seen, frontdesk::Confirmation to);
    /// Moved and made longer or shorter in one gesture.
    void reshapeRequested(frontdesk::AppointmentId id, frontdesk::RowVersion seen, frontdesk::Instant start,
                          frontdesk::ResourceId staff, frontdesk::Seconds length, const frontdesk::Appointment& row);
    void cancelRequested(frontdesk::AppointmentId id, frontdesk::RowVersion seen, const QRect& globalAnchor);
    void selectionMoved(frontdesk::AppointmentId id);
    void cursorMoved();
    void dateRequested(QDate date);
    void todayRequested();
    void goToDateRequested();
    void zoomChanged(double zoom);
    /// A drag is outside of the grid, over this point of the screen; empty: it is back, or over.
    void draggedOutside(std::optional<QPoint> global);
    /// Rows, catalogue or time have changed what is drawn.
    void planChanged();
    /// A line for the status bar.
    void said(const QString& text);

protected:
    bool viewportEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;

    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex& index) const override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection& selection) const override;

private:
    /// A move under way, by the mouse or by Alt+arrows.
    struct Move {
        Appointment row; ///< as it was when the gesture began: its version is the one the person saw
        QPoint press;
        Seconds grabbed{0}; ///< between the block's start and the pointer
        bool active = false;
        bool byKeys = false;
        Instant start{};
        ResourceId staff;
        Seconds length{0};
        std::vector<Reason> reasons;
        QDate from;         ///< the day shown when it began
        bool aimed = false; ///< at a day, by aimAtDate
    };
    /// Where a block is drawn until the answer to its move has come.
    struct Waiting {
        RowVersion seen;
        Instant start{};
        ResourceId staff;
        bool saving = true;
    };

    [[nodiscard]] QDate firstDate() const;
    void ensurePlan() const;
    void layOutSheet() const;
    void revealCursor();
    void invalidate();
    void replan();
    void forgetAnswered();
    void repaintDifferences(const DayPlan& before);
    void settleOnRows();
    [[nodiscard]] QPoint origin() const;
    [[nodiscard]] BlockDrawing drawing(const DayBlock& block) const;
    [[nodiscard]] DayHit hit(QPoint point) const;
    [[nodiscard]] QRect globalRect(const QRect& rect) const;
    [[nodiscard]] Instant toGrid(Instant instant) const;
    void scrollToRect(const QRect& rect);
    void setCursorAt(int column, Instant instant);
    void announceFocus();

    void paintGround(QPainter& painter, const QRect& clip);
    void paintColumn(QPainter& painter, int column);
    void paintVoids(QPainter& painter);
    void paintCursor(QPainter& painter);
    void paintNow(QPainter& painter, bool overShaded);
    void paintMove(QPainter& painter);
    void paintRefusals(QPainter& painter);

    [[nodiscard]] bool handleKey(QKeyEvent* event);
    [[nodiscard]] bool handleControlKey(int key);
    [[nodiscard]] bool handleCursorKey(int key);
    [[nodiscard]] bool handleActionKey(QKeyEvent* event);
    [[nodiscard]] bool handleLetter(int key);
    [[nodiscard]] bool handleMoveKey(QKeyEvent* event);
    void moveByKey(int key);
    void moveCursorVertically(int direction);
    void moveCursorSideways(int direction);
    void placeCursorFirst();
    void turnPage(int direction);
    void cut();
    void paste();

    [[nodiscard]] bool mayMove(const Appointment& row, QString* why) const;
    void beginMove(const DayBlock& block, QPoint press, bool byKeys);
    void updateMove(Instant start, int column, Seconds length);
    void dragTo(QPoint point);
    void takeMoveAlong();
    void finishMove();
    void cancelMove();
    void request(const Appointment& row, Instant start, ResourceId staff);
    [[nodiscard]] std::vector<Reason> reasonsAgainstMove(const Appointment& row, Instant start, ResourceId staff,
                                                         Seconds length) const;
    [[nodiscard]] QString textOf(const std::vector<Reason>& reasons, const Appointment& row, Instant start,
                                 ResourceId staff) const;

    const Clock& m_clock;
    AppointmentMirror* m_mirror = nullptr;
    DayRequest m_request; ///< its date is the one asked for, and lies within the week that is planned
    ResourceId m_weekStaff;
    QString m_deskName;
    bool m_covered = false;
    QString m_notice;
    bool m_letters = true;
    bool m_reading = false;
    double m_zoom = 1;

    mutable bool m_dirty = true;
    mutable std::vector<Appointment> m_rows; ///< of the days shown and their neighbours, moves under way counted in
    mutable DayPlan m_plan;
    mutable DayGeometry m_geometry;
    mutable std::vector<std::optional<double>> m_loads; ///< by the plan's days
    mutable BlockPainter m_painter;
    bool m_replanQueued = false;

    AppointmentId m_selected;
    std::optional<Place> m_cursor;
    bool m_cursorByItself = true; ///< placed by the program, no key or click has moved it yet
    std::optional<Appointment> m_cut;
    std::optional<Move> m_move;
    std::optional<DayHit> m_pressed; ///< only its column and instant are read after the press
    AppointmentId m_pressedBlock;
    QPoint m_pressPoint;
    AppointmentId m_dotPressed;
    AppointmentId m_dotHovered;
    std::optional<Place> m_hovered;
    QHash<AppointmentId, Waiting> m_waiting;
    QSet<AppointmentId> m_inFlight;
    QHash<AppointmentId, QString> m_refused;

    QBasicTimer m_second;
    qint64 m_minute = 0;
    CalendarHeader* m_header;
    TimeAxis* m_axis;
    QBrush m_hatch;
};

} // namespace frontdesk
