#pragma once

#include "ui/view_kind.h"

#include <QPushButton>
#include <QWidget>

class QButtonGroup;

namespace frontdesk
{

/// Day | Week | Month | List, side by side. With the keyboard on it the arrows choose; a click leaves the keyboard
/// where it is.
class ViewSwitch final : public QWidget
{
    Q_OBJECT
public:
    explicit ViewSwitch(QWidget* parent);
    void setKind(ViewKind kind);
    [[nodiscard]] ViewKind kind() const;
    /// Less room beside the words, for a narrow window.
    void setTight(bool tight);

signals:
    void chosen(frontdesk::ViewKind kind);

private:
    QButtonGroup* m_group;
};

/// One part of a switch: joined to its neighbours, rounded at the ends alone.
class SwitchSegment final : public QPushButton
{
    Q_OBJECT
public:
    enum class Place { First, Middle, Last };
    SwitchSegment(const QString& text, Place place, QWidget* parent);
    void setTight(bool tight);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Place m_place;
    bool m_tight = false;
};

} // namespace frontdesk
