#include "ui/conflict_dialog.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>

namespace frontdesk
{

QString plainText(const ConflictText& text)
{
    QStringList lines;
    for (const auto& line : text) {
        QString joined;
        for (const ConflictRun& run : line)
            joined += run.text;
        lines.append(joined);
    }
    return lines.join(QLatin1Char('\n'));
}

ConflictDialog::ConflictDialog(Conflict conflict, ConflictStory story, QWidget* window)
    : SheetDialog(window),
      m_conflict(std::move(conflict)),
      m_story(std::move(story)),
      m_table(new QWidget(this)),
      m_grid(new QGridLayout(m_table)),
      m_savesAs(new Notice(Notice::Kind::Info, this)),
      m_count(new PlainLabel(PlainLabel::Tone::Muted, {}, this)),
      m_save(new KeyButton(tr("&Save"), {}, KeyButton::Rank::Primary, this))
{
    setObjectName(QStringLiteral("conflictDialog"));
    setHeading(m_story.title, m_story.subtitle);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 3);
    m_grid->setColumnStretch(2, 5);
    m_grid->setColumnStretch(3, 5);
    buildHead();
    buildLines();
    body()->setContentsMargins(0, 0, 0, 12);
    body()->setSpacing(10);
    body()->addWidget(m_table);
    body()->addStretch(1);
    m_savesAs->setObjectName(QStringLiteral("savesAs"));
    auto* margin = new QHBoxLayout;
    margin->setContentsMargins(18, 0, 18, 0);
    margin->addWidget(m_savesAs);
    body()->addLayout(margin);
    buildFooter();
    const auto all = [this](Qt::Key key, Conflict::Side side) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::ALT | key), this);
        connect(shortcut, &QShortcut::activated, this, [this, side] { chooseAll(side); });
    };
    all(Qt::Key_Y, Conflict::Side::Mine);
    all(Qt::Key_T, Conflict::Side::Theirs);
    setMinimumWidth(860);
    refresh();
}

void ConflictDialog::buildHead()
{
    const auto head = [this](int column, const QString& text, const QString& key) {
        auto* holder = new QWidget(m_table);
        auto* line = new QHBoxLayout(holder);
        line->setContentsMargins(column == 0 ? 18 : 10, 8, 10, 8);
        auto* label = new PlainLabel(PlainLabel::Tone::Bold, text, holder);
        label->setWordWrap(key.isEmpty());
        line->addWidget(label);
        if (!key.isEmpty())
            line->addWidget(new KeyCap(key, holder));
        line->addStretch(1);
        m_grid->addWidget(holder, 0, column);
    };
    head(1, tr("As you opened it\n%1").arg(m_story.openedHeading), {});
    head(2, tr("Yours"), m_conflict.hasCollision() ? tr("Alt+Y all") : QString());
    head(3, tr("Theirs · %1").arg(m_story.theirsHeading), m_conflict.hasCollision() ? tr("Alt+T all") : QString());
}

void ConflictDialog::buildLines()
{
    int row = 1;
    bool unchanged = false;
    for (int line = 0; line < int(m_conflict.lines().size()); ++line) {
        const Conflict::Line& each = m_conflict.lines()[size_t(line)];
        if (each.collides)
            buildCollision(line, row++);
        else if (each.mineChanged || each.theirsChanged)
            buildKept(line, row++);
        else
            unchanged = true;
    }
    if (unchanged)
        buildUnchanged(row);
}

QWidget* ConflictDialog::cell(const ConflictText& text, PlainLabel::Tone tone)
{
    auto* label = new PlainLabel(tone, plainText(text), m_table);
    label->setWordWrap(true);
    label->setContentsMargins(10, 12, 10, 10);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

ChoiceBox* ConflictDialog::choice(int line, Conflict::Side side, const QString& spoken)
{
    const Conflict::Line& each = m_conflict.lines()[size_t(line)];
    ConflictText text;
    if (side == Conflict::Side::Both) {
        text = {{{tr("Keep both, one under the other"), false}}};
    } else {
        const QVariantMap& row = side == Conflict::Side::Mine ? m_conflict.mine() : m_conflict.theirs();
        text = m_story.words(each.group, row, m_conflict.opened());
    }
    auto* box = new ChoiceBox(text, QStringLiteral("%1, %2: %3").arg(m_story.name(each.group), spoken, plainText(text)),
                              m_table);
    const char* names[] = {"", "mine", "theirs", "both"};
    box->setObjectName(QLatin1StringView(names[int(side)]) + QLatin1Char('_') + each.group.key);
    box->installEventFilter(this);
    connect(box, &QAbstractButton::clicked, this, [this, line, side] { choose(line, side); });
    m_boxes.push_back({line, side, box});
    return box;
}

void ConflictDialog::buildCollision(int line, int row)
{
    const Conflict::Line& each = m_conflict.lines()[size_t(line)];
    m_collisionRows.push_back(row);
    auto* name = new PlainLabel(PlainLabel::Tone::Bold, m_story.name(each.group), m_table);
    name->setWordWrap(true);
    name->setContentsMargins(18, 18, 10, 10);
    name->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    name->setFixedWidth(130);
    m_grid->addWidget(name, row, 0);
    QWidget* opened =
        cell(m_story.words(each.group, m_conflict.opened(), m_conflict.opened()), PlainLabel::Tone::Muted);
    opened->setContentsMargins(10, 18, 10, 10); // level with the text in the boxes
    m_grid->addWidget(opened, row, 1);
    for (const Conflict::Side side : {Conflict::Side::Mine, Conflict::Side::Theirs}) {
        auto* holder = new QWidget(m_table);
        auto* column = new QVBoxLayout(holder);
        column->setContentsMargins(10, 10, 10, 10);
        const bool mine = side == Conflict::Side::Mine;
        column->addWidget(choice(line, side, mine ? tr("yours") : tr("theirs")), 0, Qt::AlignLeft);
        if (mine && each.group.canKeepBoth)
            column->addWidget(choice(line, Conflict::Side::Both, tr("both")), 0, Qt::AlignLeft);
        column->addStretch(1);
        m_grid->addWidget(holder, row, mine ? 2 : 3);
    }
}

void ConflictDialog::buildKept(int line, int row)
{
    const Conflict::Line& each = m_conflict.lines()[size_t(line)];
    auto* name = new PlainLabel(PlainLabel::Tone::Text, m_story.name(each.group), m_table);
    name->setWordWrap(true);
    name->setContentsMargins(18, 12, 10, 10);
    name->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(
        cell(m_story.words(each.group, m_conflict.opened(), m_conflict.opened()), PlainLabel::Tone::Muted), row, 1);
    const auto side = [&](int column, bool changed, const QVariantMap& values, const QString& why) {
        auto* holder = new QWidget(m_table);
        holder->setObjectName(QStringLiteral("kept_%1_%2").arg(each.group.key).arg(column));
        auto* lines = new QVBoxLayout(holder);
        lines->setContentsMargins(10, 12, 10, 10);
        lines->setSpacing(2);
        const ConflictText text = m_story.words(each.group, values, m_conflict.opened());
        auto* words = new PlainLabel(changed ? PlainLabel::Tone::Bold : PlainLabel::Tone::Muted,
                                     changed ? plainText(text) : tr("unchanged"), holder);
        words->setWordWrap(true);
        lines->addWidget(words);
        if (!why.isEmpty()) {
            auto* kept = new PlainLabel(PlainLabel::Tone::Ok, why, holder);
            kept->setWordWrap(true);
            lines->addWidget(kept);
        }
        lines->addStretch(1);
        m_grid->addWidget(holder, row, column);
    };
    const bool both = each.mineChanged && each.theirsChanged;
    side(2, each.mineChanged, m_conflict.mine(),
         both               ? tr("the same on both sides")
         : each.mineChanged ? tr("kept yours: only you changed it")
                            : QString());
    side(3, each.theirsChanged, m_conflict.theirs(),
         both || each.mineChanged ? QString() : tr("kept theirs: only %1 changed it").arg(m_story.theirName));
}

void ConflictDialog::buildUnchanged(int row)
{
    QStringList names;
    for (const Conflict::Line& line : m_conflict.lines()) {
        if (line.mineChanged || line.theirsChanged)
            continue;
        const bool empty = plainText(m_story.words(line.group, m_conflict.opened(), m_conflict.opened())).isEmpty();
        if (!empty)
            names.append(m_story.name(line.group));
    }
    if (names.isEmpty())
        return;
    auto* words = new PlainLabel(PlainLabel::Tone::Muted,
                                 tr("%1: unchanged by both").arg(names.join(QStringLiteral(", "))), m_table);
    words->setContentsMargins(18, 10, 10, 10);
    words->setWordWrap(true);
    m_grid->addWidget(words, row, 0, 1, 4);
}

void ConflictDialog::buildFooter()
{
    m_count->setObjectName(QStringLiteral("count"));
    footer()->addWidget(m_count, 1);
    auto* theirs = new KeyButton(tr("&Keep theirs, drop mine"), {}, KeyButton::Rank::Plain, this);
    theirs->setObjectName(QStringLiteral("keepTheirs"));
    connect(theirs, &QPushButton::clicked, this, [this] {
        accept();
        emit keptTheirs();
    });
    auto* back = new KeyButton(tr("Back to &editing"), {}, KeyButton::Rank::Plain, this);
    back->setObjectName(QStringLiteral("back"));
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, &ConflictDialog::backToEditing);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setAutoDefault(true);
    connect(m_save, &QPushButton::clicked, this, [this] {
        const Conflict decided = m_conflict;
        accept();
        emit saveChosen(decided);
    });
    footer()->addWidget(theirs);
    footer()->addWidget(back);
    footer()->addWidget(m_save);
}

void ConflictDialog::choose(int line, Conflict::Side side)
{
    m_conflict.choose(line, side);
    refresh();
    focusNext();
}

void ConflictDialog::chooseAll(Conflict::Side side)
{
    m_conflict.chooseAll(side);
    refresh();
    focusNext();
}

void ConflictDialog::refresh()
{
    for (const Box& box : m_boxes)
        box.button->setChecked(m_conflict.lines()[size_t(box.line)].side == box.side);
    const int left = m_conflict.undecided();
    m_save->setEnabled(left == 0);
    m_count->setText(left == 0   ? tr("Everything is decided")
                     : left == 1 ? tr("1 choice is yours to make: ← →, then Enter")
                                 : tr("%n choices are yours to make: ← →, then Enter", nullptr, left));
    m_savesAs->say(tr("Saves as: %1").arg(m_story.savesAs(m_conflict)));
    update();
}

/// On to the next line without a choice, or to Save when there is none.
void ConflictDialog::focusNext()
{
    const int line = m_conflict.firstUndecided();
    if (line < 0) {
        m_save->setFocus(Qt::OtherFocusReason);
        return;
    }
    for (const Box& box : m_boxes) {
        if (box.line == line) {
            box.button->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void ConflictDialog::showEvent(QShowEvent* event)
{
    SheetDialog::showEvent(event);
    focusNext();
}

/// Arrows go across the sides of a line and down to the next; Enter chooses.
bool ConflictDialog::eventFilter(QObject* object, QEvent* event)
{
    if (SheetDialog::eventFilter(object, event))
        return true;
    auto* box = qobject_cast<ChoiceBox*>(object);
    if (!box || event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Left:
        return step(box, -1, 0);
    case Qt::Key_Right:
        return step(box, 1, 0);
    case Qt::Key_Up:
        return step(box, 0, -1);
    case Qt::Key_Down:
        return step(box, 0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!key->isAutoRepeat())
            box->click();
        return true;
    default:
        return false;
    }
}

bool ConflictDialog::step(QWidget* from, int across, int down)
{
    const auto found = std::ranges::find(m_boxes, from, [](const Box& box) -> QWidget* { return box.button; });
    if (found == m_boxes.end())
        return false;
    if (across != 0) {
        const auto index = found - m_boxes.begin() + across;
        if (index >= 0 && index < std::ssize(m_boxes) && m_boxes[size_t(index)].line == found->line)
            m_boxes[size_t(index)].button->setFocus(Qt::TabFocusReason);
        return true;
    }
    const Box* best = nullptr;
    for (const Box& box : m_boxes) {
        const bool beyond = down > 0 ? box.line > found->line : box.line < found->line;
        const bool nearer = !best || (down > 0 ? box.line < best->line : box.line > best->line);
        if (beyond && (nearer || (box.line == best->line && box.side == found->side)))
            best = &box;
    }
    if (best)
        best->button->setFocus(Qt::TabFocusReason);
    else if (down > 0 && m_save->isEnabled())
        m_save->setFocus(Qt::TabFocusReason);
    return true;
}

void ConflictDialog::paintEvent(QPaintEvent* event)
{
    SheetDialog::paintEvent(event);
    const Tones tones = tonesOf(QGuiApplication::palette());
    QPainter painter(this);
    int lowest = 0;
    for (int row = 0; row < m_grid->rowCount(); ++row) {
        QRect inside;
        for (int column = 0; column < m_grid->columnCount(); ++column) {
            if (const QLayoutItem* item = m_grid->itemAtPosition(row, column))
                inside = inside.united(item->geometry());
        }
        if (inside.isEmpty())
            continue;
        const QRect line(m_table->mapTo(this, QPoint(0, inside.top())), QSize(m_table->width(), inside.height()));
        if (std::ranges::find(m_collisionRows, row) != m_collisionRows.end())
            painter.fillRect(line, tones.undecided);
        painter.setPen(tones.line);
        painter.drawLine(line.topLeft(), line.topRight());
        lowest = std::max(lowest, line.bottom());
    }
    painter.drawLine(0, lowest, width(), lowest);
}

} // namespace frontdesk
