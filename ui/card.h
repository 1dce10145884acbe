#pragma once

#include <QBoxLayout>
#include <QFrame>
#include <QPointer>

namespace frontdesk
{

/// A floating sheet over the window: rounded, with a shadow, a body and a footer. It is a child of the window, so that
/// it needs no window manager and never leaves the screen that the book is on.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget* window);
    /// Beside the anchor (global coordinates), inside the window; without anchor in its middle.
    void placeBeside(const QRect& anchor);

    static constexpr int Shadow = 18;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    [[nodiscard]] QHBoxLayout* footer() const { return m_footer; }
    /// To be called when rows came or went: takes the new size, at the same anchor.
    void placeAgain();

private:
    void settle();
    QVBoxLayout* m_body;
    QHBoxLayout* m_footer;
    QWidget* m_footerArea;
    QRect m_anchor;
    QPointer<QWidget> m_before; ///< what had the focus when the card opened, and gets it back
};

} // namespace frontdesk
