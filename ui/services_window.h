#pragma once

#include "models/booking/conflict.h"
#include "models/domain/clock.h"
#include "ui/dialog_parts.h"
#include "ui/services_store.h"

#include <QDialog>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTimer>

class QCheckBox;
class QVBoxLayout;

namespace frontdesk
{

class ServicesModel;
struct ConflictStory;

/// Manage → Services: a table edited in place. Changes from other desks appear at once and leave an open editor alone.
/// Closed it is only hidden: what could not be saved stands there when it is opened again. Opens no dialog itself: a
/// conflict is asked of whoever opened the window.
class ServicesWindow final : public QDialog
{
    Q_OBJECT
public:
    /// Asks a person about a conflict; the answer, when it comes, is what they decided, or nothing.
    using Ask = std::function<void(const Conflict&, const ConflictStory&, std::function<void(const Conflict&)>)>;
    ServicesWindow(ServiceStore* store, const Clock* clock, Ask ask, QWidget* parent = nullptr);
    /// Saves the cell that is being edited.
    ~ServicesWindow() override;

signals:
    /// One of the bookings that an edit would break, to look at. The editor stays open, and this window in front.
    void bookingChosen(frontdesk::AppointmentId id, frontdesk::Instant start);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildTable();
    void buildButtons(QVBoxLayout* layout);
    void fitColumns();
    void add();
    void goOnIn(qint64 id);
    void refreshButtons();
    void restyle();
    [[nodiscard]] int currentRow() const; ///< of the model, -1: none
    void offerBroken();
    void showBroken();
    void askAbout(qint64 id, const Conflict& conflict, const VersionConflict& theirs);

    ServicesModel* m_model;
    const Clock* m_clock;
    Ask m_ask;
    QSortFilterProxyModel* m_shown;
    QTableView* m_table;
    QPushButton* m_duplicate;
    QPushButton* m_retire;
    QPushButton* m_undo;
    QPushButton* m_broken; ///< goes to what breaks
    QCheckBox* m_showRetired;
    PlainLabel* m_words;
    QTimer m_elsewhere;
    QTimer m_ahead;  ///< bookings come and go
    int m_goOn = -1; ///< the column in which to go on when a draft has become a service
    bool m_restyling = false;
};

} // namespace frontdesk
