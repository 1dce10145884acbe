#pragma once

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

/// What text fields, boxes and tables inside cards and dialogs look like.
[[nodiscard]] QString fieldStyle(const QPalette& palette);

/// Whether somebody is typing just now: the focus is in a text field of any window of the program.
[[nodiscard]] bool somebodyTypes();

} // namespace frontdesk
