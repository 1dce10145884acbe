#include "ui/status_line.h"

#include "ui/theme.h"
#include "ui/widgets.h"

#include <QHBoxLayout>
#include <QPainter>

namespace frontdesk
{

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent),
      m_counts(plainLabel({}, this, Ink::Soft)),
      m_said(new ElidedLabel(this)),
      m_undo(new ActionButton(tr("Undo"), tr("Ctrl Z", "key cap"), this)),
      m_anyway(new ActionButton(tr("Undo &anyway"), {}, this)),
      m_link(new ElidedLabel(this))
{
    setObjectName(QStringLiteral("statusLine"));
    setFixedHeight(38);
    m_counts->setObjectName(QStringLiteral("counts"));
    m_said->setObjectName(QStringLiteral("said"));
    m_said->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_undo->setFixedHeight(28);
    m_undo->hide();
    m_anyway->setObjectName(QStringLiteral("undoAnywayButton"));
    m_anyway->setFixedHeight(28);
    m_anyway->hide();
    m_link->setObjectName(QStringLiteral("linkText"));
    m_link->setForegroundRole(QPalette::PlaceholderText);

    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(16, 1, 16, 0);
    line->setSpacing(10);
    line->addWidget(m_counts);
    line->addStretch(1);
    line->addWidget(m_said, 0);
    line->addWidget(m_undo);
    line->addWidget(m_anyway);
    line->addStretch(1);
    line->addWidget(m_link);
    m_forget.setSingleShot(true);
    connect(&m_forget, &QTimer::timeout, this, [this] { say({}, false); });
    connect(m_undo, &QPushButton::clicked, this, &StatusLine::undoClicked);
    connect(m_anyway, &QPushButton::clicked, this, &StatusLine::undoAnywayClicked);
}

void StatusLine::setCounts(const QString& text)
{
    m_counts->setText(text);
}

void StatusLine::setLink(const LinkState& state, const QString& asOf)
{
    m_state = state;
    m_asOf = asOf;
    showLink();
}

void StatusLine::setSaving(bool saving)
{
    m_saving = saving;
    showLink();
}

void StatusLine::showLink()
{
    const LinkState& state = m_state;
    QStringList parts;
    switch (state.kind) {
    case LinkState::Kind::Connecting:
        parts << tr("Connecting to the book…");
        break;
    case LinkState::Kind::Live:
        parts << state.database;
        if (state.desks > 1)
            parts << tr("%1 desks").arg(state.desks);
        parts << (m_saving ? tr("saving …") : tr("all changes saved"));
        break;
    case LinkState::Kind::Lost:
        parts << tr("as of %1: the link is lost, trying again").arg(m_asOf) << state.database;
        break;
    case LinkState::Kind::Refused:
        parts << tr("Not connected") << state.problem;
        break;
    }
    parts.removeAll(QString());
    m_link->setWhole(parts.join(QStringLiteral(" · ")));
}

void StatusLine::say(const QString& text, bool undoable)
{
    m_said->setWhole(text);
    m_undo->setVisible(undoable && !text.isEmpty());
    m_anyway->hide();
    if (!text.isEmpty())
        m_forget.start(undoable ? m_stay : std::chrono::seconds(20));
}

void StatusLine::offerUndoAnyway(const QString& text)
{
    say(text, false);
    m_anyway->show();
    m_forget.start(m_stay);
}

void StatusLine::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.bar);
    painter.fillRect(QRect(0, 0, width(), 1), theme.line);
}

} // namespace frontdesk
