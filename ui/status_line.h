#pragma once

#include "models/link/database_link.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace frontdesk
{

class ElidedLabel;
class ActionButton;

/// The line at the bottom: the day's counts, what was done last with Undo, and how the desk is joined to its database.
class StatusLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent);

    void setCounts(const QString& text);
    void setLink(const LinkState& state, const QString& asOf);
    void setSaving(bool saving);
    /// Stays until something else is said, or for the time given by setStay.
    void say(const QString& text, bool undoable);
    void offerUndoAnyway(const QString& text);
    void setStay(std::chrono::seconds stay) { m_stay = stay; }

signals:
    void undoClicked();
    void undoAnywayClicked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showLink();

    QLabel* m_counts;
    ElidedLabel* m_said;
    ActionButton* m_undo;
    ActionButton* m_anyway;
    ElidedLabel* m_link;
    LinkState m_state;
    QString m_asOf;
    bool m_saving = false;
    QTimer m_forget;
    std::chrono::seconds m_stay{180};
};

} // namespace frontdesk
