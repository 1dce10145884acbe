#pragma once

#include "ui/dialog_parts.h"

#include <QBoxLayout>
#include <QDialog>

namespace frontdesk
{

/// A dialog over the window, in the look of a card. Keys in its first half second do nothing: they were meant for what
/// had the focus before.
class SheetDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SheetDialog(QWidget* window);
    [[nodiscard]] bool acceptsKeys() const { return m_acceptsKeys; }
    static constexpr int DeafMilliseconds = 500;

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    [[nodiscard]] QHBoxLayout* footer() const { return m_footer; }
    void setHeading(const QString& title, const QString& subtitle);

private:
    PlainLabel* m_title;
    PlainLabel* m_subtitle;
    QVBoxLayout* m_body;
    QHBoxLayout* m_footer;
    QWidget* m_footerArea;
    bool m_acceptsKeys = false;
    bool m_styling = false;
};

} // namespace frontdesk
