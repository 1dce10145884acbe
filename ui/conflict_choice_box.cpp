#include "ui/conflict_dialog.h"

#include <QGuiApplication>
#include <QPainter>

namespace frontdesk
{

namespace
{

constexpr int MarkWidth = 18;
constexpr int MostWidth = 300;

/// The text cut into lines that fit: words of a run stay together with their weight.
struct Piece {
    QString text;
    bool bold;
    QPoint at; ///< left end of the base line
};

struct Layout {
    std::vector<Piece> pieces;
    QSize size;
};

Layout layOut(const ConflictText& text, const QFont& font)
{
    QFont bold = font;
    bold.setBold(true);
    const QFontMetrics plain(font);
    const QFontMetrics strong(bold);
    const int height = std::max(plain.height(), strong.height()) + 2;
    Layout layout;
    int y = plain.ascent();
    int widest = 0;
    for (const auto& line : text) {
        int x = 0;
        for (const ConflictRun& run : line) {
            const QFontMetrics& metrics = run.changed ? strong : plain;
            const QStringList lines = run.text.split(QLatin1Char('\n'));
            for (qsizetype part = 0; part < lines.size(); ++part) {
                if (part > 0) {
                    x = 0;
                    y += height;
                }
                for (const QString& word : lines[part].split(QLatin1Char(' '))) {
                    const QString shown = metrics.elidedText(word + QLatin1Char(' '), Qt::ElideRight, MostWidth);
                    const int width = metrics.horizontalAdvance(shown);
                    if (x > 0 && x + metrics.horizontalAdvance(word) > MostWidth) {
                        x = 0;
                        y += height;
                    }
                    layout.pieces.push_back({shown, run.changed, QPoint(x, y)});
                    x += width;
                    widest = std::max(widest, x);
                }
                x -= metrics.horizontalAdvance(QLatin1Char(' '));
            }
        }
        y += height;
    }
    layout.size = QSize(widest, std::max(height, y - plain.ascent()));
    return layout;
}

} // namespace

ChoiceBox::ChoiceBox(const ConflictText& text, const QString& spoken, QWidget* parent)
    : QAbstractButton(parent), m_text(text)
{
    setCheckable(true);
    setAutoExclusive(false);
    setAccessibleName(spoken);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize ChoiceBox::sizeHint() const
{
    return layOut(m_text, font()).size + QSize(MarkWidth + 22, 16);
}

void ChoiceBox::paintEvent(QPaintEvent*)
{
    const Tones tones = tonesOf(QGuiApplication::palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isChecked() || hasFocus() ? QPen(tones.accent, 2) : QPen(tones.outline));
    painter.setBrush(isChecked() ? tones.accentFill : underMouse() ? tones.footer : tones.ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    const QRectF mark(11, 8 + (fontMetrics().height() - 11) / 2.0, 11, 11);
    painter.setPen(QPen(isChecked() ? tones.accent : tones.muted, 1.2));
    painter.setBrush(isChecked() ? QBrush(tones.accent) : QBrush(Qt::NoBrush));
    painter.drawEllipse(mark);
    QFont bold = font();
    bold.setBold(true);
    painter.setPen(tones.text);
    const Layout layout = layOut(m_text, font());
    for (const Piece& piece : layout.pieces) {
        painter.setFont(piece.bold ? bold : font());
        painter.drawText(piece.at + QPoint(11 + MarkWidth, 8), piece.text);
    }
    if (hasFocus() && isChecked()) {
        painter.setPen(QPen(tones.text, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(4, 4, -4, -4), 4, 4);
    }
}

} // namespace frontdesk
