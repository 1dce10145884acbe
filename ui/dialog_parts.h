#pragma once

#include <QBoxLayout>
#include <QDialog>
#include <QFrame>
#include <QLabel>
#include <QPushButton>

namespace frontdesk
{

/// Colours of cards and dialogs, light or dark as the palette is; every text of them has a contrast of 4.5:1 on its
/// ground.
struct Tones {
    QColor ground, footer, line, outline, text, muted;
    QColor accent, onAccent, accentFill;
    QColor warningFill, warningLine, warningText;
    QColor infoFill, infoLine, infoText;
    QColor okText, errorText, errorLine;
    QColor undecided; ///< ground of a line that waits for a choice
    QColor field;     ///< ground of a text field
    QColor otherStaff;
};
[[nodiscard]] Tones tonesOf(const QPalette& palette);

/// A label that never guesses rich text and may be cut or wrapped.
class PlainLabel : public QLabel
{
    Q_OBJECT
public:
    enum class Tone { Text, Muted, Title, Bold, Ok, Error };
    explicit PlainLabel(Tone tone, const QString& text = {}, QWidget* parent = nullptr);
    void setTone(Tone tone);

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();
    Tone m_tone;
    bool m_recolouring = false;
};

/// The small frame around a key's name.
class KeyCap final : public QWidget
{
    Q_OBJECT
public:
    explicit KeyCap(const QString& key, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    static QSize sizeFor(const QFont& font, const QString& key);
    static void paint(QPainter& painter, const QRect& rect, const QFont& font, const QString& key, const QColor& line,
                      const QColor& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
};

/// A button that shows the key it answers to.
class KeyButton final : public QPushButton
{
    Q_OBJECT
public:
    enum class Rank { Plain, Primary };
    KeyButton(const QString& text, const QString& key, Rank rank, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
    Rank m_rank;
};

/// A line of news inside a card: a warning, an explanation, an error.
class Notice final : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Warning, Info, Error };
    explicit Notice(Kind kind, QWidget* parent = nullptr);
    /// Plain text; empty hides the notice.
    void say(const QString& text);
    [[nodiscard]] QString text() const { return m_label->text(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind m_kind;
    QLabel* m_label;
};

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
};

/// What text fields, boxes and tables inside cards and dialogs look like.
[[nodiscard]] QString fieldStyle(const QPalette& palette);

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

/// Whether somebody is typing just now: the focus is in a text field of any window of the program.
[[nodiscard]] bool somebodyTypes();

} // namespace frontdesk
