#pragma once

#include <QLabel>
#include <QPushButton>

namespace frontdesk
{

/// Small pieces that the parts of the window share. Labels show plain text only: what people typed is never read as
/// HTML.

enum class Ink { Text, Soft };
[[nodiscard]] QLabel* plainLabel(const QString& text, QWidget* parent, Ink ink = Ink::Text);
/// A label in a scaled font that follows the window's font.
[[nodiscard]] QLabel* scaledLabel(const QString& text, QWidget* parent, double factor, QFont::Weight weight,
                                  Ink ink = Ink::Text);
/// The small spaced capitals over a section.
[[nodiscard]] QLabel* sectionLabel(const QString& text, QWidget* parent);

[[nodiscard]] int keyCapWidth(const QFont& font, const QString& key);
/// A key as it is printed on a keyboard, in the middle of the given height.
void paintKeyCap(QPainter& painter, QPoint leftMiddle, const QFont& font, const QString& key, const QPalette& palette,
                 bool onAccent = false);

/// A button that names its key beside its text. It takes no focus by a click, so that the grid keeps the keyboard.
class ActionButton final : public QPushButton
{
    Q_OBJECT
public:
    ActionButton(const QString& text, const QString& key, QWidget* parent);
    void setKey(const QString& key);
    void setPrimary(bool primary);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
};

/// A label that breaks its line at the width it has and shows at most some lines of what was typed, the rest as a tool
/// tip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent) : QLabel(parent) { setTextFormat(Qt::PlainText); }
    void setWhole(const QString& text);
    [[nodiscard]] const QString& whole() const { return m_whole; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {20, QLabel::sizeHint().height()}; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void elide();
    QString m_whole;
};

} // namespace frontdesk
