#pragma once

#include "models/booking/conflict.h"
#include "ui/sheet_dialog.h"

#include <QAbstractButton>
#include <QGridLayout>

#include <functional>
#include <map>

namespace frontdesk
{

/// A stretch of text; what differs from the opened version is marked.
struct ConflictRun {
    QString text;
    bool changed = false;
};
using ConflictText = std::vector<std::vector<ConflictRun>>; ///< lines of runs
[[nodiscard]] QString plainText(const ConflictText& text);

/// What the dialog says about a conflict; the conflict itself knows only fields.
struct ConflictStory {
    QString title;
    QString subtitle;
    QString openedHeading; ///< "version 7, 10:41"
    QString theirsHeading; ///< "Maya, 10:43"
    QString theirName;     ///< "Maya": "kept theirs: only Maya changed it"
    std::function<QString(const ConflictGroup&)> name;
    /// How a version of the row looks in one group.
    std::function<ConflictText(const ConflictGroup&, const QVariantMap& row, const QVariantMap& opened)> words;
    /// What would be saved now, in one line.
    std::function<QString(const Conflict&)> savesAs;
};

/// One side of a choice: a box with a mark, chosen by click, Space or Enter.
class ChoiceBox final : public QAbstractButton
{
    Q_OBJECT
public:
    ChoiceBox(const ConflictText& text, const QString& spoken, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ConflictText m_text;
};

/// As you opened it, yours, theirs: a line for each thing that can be chosen. Save is possible once every collision is
/// decided; the first focus is on the first that isn't.
class ConflictDialog final : public SheetDialog
{
    Q_OBJECT
public:
    ConflictDialog(Conflict conflict, ConflictStory story, QWidget* window);
    [[nodiscard]] const Conflict& conflict() const { return m_conflict; }

signals:
    void saveChosen(const frontdesk::Conflict& conflict);
    void keptTheirs();
    void backToEditing();

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildHead();
    void buildLines();
    void buildCollision(int line, int row);
    void buildKept(int line, int row);
    void buildUnchanged(int row);
    void buildFooter();
    QWidget* cell(const ConflictText& text, PlainLabel::Tone tone);
    ChoiceBox* choice(int line, Conflict::Side side, const QString& spoken);
    void choose(int line, Conflict::Side side);
    void chooseAll(Conflict::Side side);
    void refresh();
    void focusNext();
    bool step(QWidget* from, int across, int down);

    struct Box {
        int line;
        Conflict::Side side;
        ChoiceBox* button;
    };

    Conflict m_conflict;
    ConflictStory m_story;
    QWidget* m_table;
    QGridLayout* m_grid;
    std::vector<Box> m_boxes;
    std::vector<int> m_collisionRows; ///< grid rows, for their ground
    Notice* m_savesAs;
    PlainLabel* m_count;
    KeyButton* m_save;
};

} // namespace frontdesk
