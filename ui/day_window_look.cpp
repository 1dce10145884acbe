#include "ui/calendar_view.h"
#include "ui/cover.h"
#include "ui/day_window.h"
#include "ui/idle_watch.h"
#include "ui/inspector.h"
#include "ui/list_view.h"
#include "ui/status_line.h"
#include "ui/top_bar.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace frontdesk
{

namespace
{

constexpr int CoverAfter = 5; ///< minutes, until somebody chooses

QString coverKey()
{
    return QStringLiteral("look/cover_after_minutes");
}

} // namespace

/// A panel that folds away and stays so.
QAction* DayWindow::addPanel(QMenu* menu, const char* name, const QString& text, const QKeySequence& key,
                             QWidget* panel)
{
    QAction* action = addKeys(name, text, {key});
    const QString kept = QStringLiteral("look/") + QLatin1StringView(name);
    action->setCheckable(true);
    action->setChecked(m_settings->value(kept, true).toBool());
    panel->setVisible(action->isChecked());
    connect(action, &QAction::toggled, this, [this, kept, panel](bool shown) {
        if (!shown && panel->isAncestorOf(focusWidget()))
            focusView();
        panel->setVisible(shown);
        m_settings->setValue(kept, shown);
    });
    menu->addAction(action);
    return action;
}

void DayWindow::addLook(QMenu* menu)
{
    addPanel(menu, "leftPanelAction", tr("Panel at the &left"), QKeySequence(Qt::Key_F9), m_left);
    addPanel(menu, "rightPanelAction", tr("Panel at the &right"), QKeySequence(Qt::SHIFT | Qt::Key_F9),
             m_inspector->parentWidget());
    QAction* full = addKeys("fullScreenAction", tr("F&ull screen"), {QKeySequence(Qt::Key_F11)});
    full->setCheckable(true);
    connect(full, &QAction::toggled, this,
            [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    menu->addAction(full);
}

/// For who stands at the counter and can read the screen.
void DayWindow::addCover(QMenu* menu)
{
    m_cover = addKeys("coverAction", tr("&Cover names"), {QKeySequence(Qt::Key_F8)});
    m_cover->setCheckable(true);
    connect(m_cover, &QAction::toggled, this, &DayWindow::setCovered);
    menu->addAction(m_cover);

    QMenu* after = menu->addMenu(tr("Cover names &by itself"));
    after->setObjectName(QStringLiteral("coverAfterMenu"));
    auto* group = new QActionGroup(after);
    const int chosen = m_settings->value(coverKey(), CoverAfter).toInt();
    for (const int minutes : {0, 2, 5, 15}) {
        QAction* action = after->addAction(minutes == 0 ? tr("Never") : tr("After %n idle minutes", nullptr, minutes));
        action->setObjectName(QStringLiteral("coverAfter%1").arg(minutes));
        action->setCheckable(true);
        action->setChecked(minutes == chosen);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, minutes] {
            m_settings->setValue(coverKey(), minutes);
            m_idle->setPatience(std::chrono::minutes(minutes));
        });
    }
    m_idle->setPatience(std::chrono::minutes(chosen));
    connect(m_idle, &IdleWatch::idle, m_cover, [this] { m_cover->setChecked(true); });
}

void DayWindow::setCovered(bool covered)
{
    m_covered = covered;
    m_cover->setChecked(covered);
    m_calendar->setCovered(covered);
    m_inspector->setCovered(covered);
    m_list->setCovered(covered);
    showUndo();
    if (covered)
        m_status->say(tr("Names are covered: F8 shows them"), false);
    else
        m_status->say({}, false);
    planChanged();
}

void DayWindow::setUndo(const QString& undo, const QString& redo)
{
    m_undoText = undo;
    m_redoText = redo;
    showUndo();
}

void DayWindow::showUndo()
{
    m_undo->setEnabled(!m_undoText.isEmpty());
    m_undo->setText(m_undoText.isEmpty() || m_covered ? tr("Undo") : tr("Undo: %1").arg(m_undoText));
    m_redo->setEnabled(!m_redoText.isEmpty());
    m_redo->setText(m_redoText.isEmpty() || m_covered ? tr("Redo") : tr("Redo: %1").arg(m_redoText));
}

QString DayWindow::sayable(const QString& text) const
{
    return m_covered ? coveredText(text, m_calendar->rows()) : text;
}

void DayWindow::say(const QString& text, bool undoable)
{
    m_status->say(sayable(text), undoable);
}

void DayWindow::offerUndoAnyway(const QString& text)
{
    m_status->offerUndoAnyway(sayable(text));
}

} // namespace frontdesk
