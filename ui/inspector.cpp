#include "ui/inspector.h"

#include "ui/calendar_view.h"
#include "ui/cover.h"
#include "ui/theme.h"
#include "ui/widgets.h"
#include "ui/words.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace frontdesk
{

namespace
{

enum Line { When, Lasts, Phone, Confirmed, Visits, Price, Note, Reasons, LineCount };

constexpr const char* LineNames[] = {"when", "lasts", "phone", "confirmed", "visits", "price", "note", "reasons"};

} // namespace

AlertBox::AlertBox(QWidget* parent) : QWidget(parent), m_text(plainLabel({}, this))
{
    setObjectName(QStringLiteral("alertBox"));
    m_text->setObjectName(QStringLiteral("alertText"));
    m_text->setWordWrap(true);
    m_text->setFont(scaled(parent->font(), 1, QFont::DemiBold));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(32, 9, 12, 9);
    box->addWidget(m_text);
    hide();
}

void AlertBox::setAlert(const QString& text)
{
    m_text->setText(text);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::of(parentWidget()->palette()).alertText);
    m_text->setPalette(colours);
    setVisible(!text.isEmpty());
}

void AlertBox::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme.alertFill);
    painter.setPen(QPen(theme.alertEdge, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    paintMark(painter, Mark::Alert, QRectF(12, 11, 14, 14), theme.alertText);
}

StoryEntry::StoryEntry(const StoryLine& line, QWidget* parent) : QWidget(parent)
{
    auto* what = plainLabel(line.what, this);
    what->setWordWrap(true);
    auto* who = scaledLabel(line.who, this, 0.93, QFont::Normal, Ink::Soft);
    who->setWordWrap(true);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(12, 1, 0, 3);
    box->setSpacing(0);
    box->addWidget(what);
    box->addWidget(who);
}

void StoryEntry::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 2, 3, height() - 6), Theme::of(palette()).line);
}

Inspector::Inspector(CommandBus* bus, CalendarView* calendar, QWidget* parent)
    : QScrollArea(parent), m_bus(bus), m_calendar(calendar), m_sheet(new QWidget)
{
    setObjectName(QStringLiteral("inspector"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_sheet->setFont(font());
    buildHeading();
    QLayout* actions = buildActions();
    buildFacts();
    arrange(actions, buildStory());
    setWidget(m_sheet);
    refresh();
}

void Inspector::buildHeading()
{
    m_title = scaledLabel({}, m_sheet, 1.45, QFont::DemiBold);
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_title->setWordWrap(true);
    m_subtitle = plainLabel({}, m_sheet, Ink::Soft);
    m_subtitle->setObjectName(QStringLiteral("inspectorSubtitle"));
    m_subtitle->setWordWrap(true);
    m_alert = new AlertBox(m_sheet);
    m_editing = plainLabel({}, m_sheet);
    m_editing->setObjectName(QStringLiteral("editingElsewhere"));
    m_editing->setWordWrap(true);
    m_editing->hide();
}

ActionButton* Inspector::button(const QString& text, const QString& key, const char* name)
{
    auto* made = new ActionButton(text, key, m_sheet);
    made->setObjectName(QLatin1StringView(name));
    return made;
}

/// What can be done with the selection, or at the free place.
QLayout* Inspector::buildActions()
{
    m_status = button(tr("Arrived"), tr("A", "key cap"), "statusButton");
    m_status->setPrimary(true);
    m_edit = button(tr("Edit"), tr("F2", "key cap"), "editButton");
    m_cancel = button(tr("Cancel"), tr("Del", "key cap"), "cancelButton");
    m_book = button(tr("Book"), tr("Enter", "key cap"), "bookButton");
    m_book->setPrimary(true);
    m_block = button(tr("Block"), tr("B", "key cap"), "blockButton");
    auto* actions = new QHBoxLayout;
    actions->setSpacing(4);
    for (ActionButton* each : {m_status, m_edit, m_cancel, m_book, m_block})
        actions->addWidget(each);
    actions->addStretch(1);
    connect(m_status, &QPushButton::clicked, this, [this] { m_calendar->perform(m_next); });
    connect(m_edit, &QPushButton::clicked, m_calendar, &CalendarView::editSelected);
    connect(m_cancel, &QPushButton::clicked, m_calendar, &CalendarView::cancelSelected);
    connect(m_block, &QPushButton::clicked, m_calendar, &CalendarView::blockAtCursor);
    connect(m_book, &QPushButton::clicked, this, &Inspector::bookClicked);
    return actions;
}

void Inspector::buildFacts()
{
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(10);
    m_facts->setVerticalSpacing(7);
    m_facts->setColumnStretch(1, 1);
    m_facts->setColumnMinimumWidth(0, 66);
    for (int line = 0; line < LineCount; ++line) {
        QLabel* title = plainLabel({}, m_sheet, Ink::Soft);
        QLabel* text = plainLabel({}, m_sheet);
        text->setObjectName(QStringLiteral("fact_") + QLatin1StringView(LineNames[line]));
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_facts->addWidget(title, line, 0, Qt::AlignTop);
        m_facts->addWidget(text, line, 1, Qt::AlignTop);
        m_lines.emplace_back(title, text);
    }
    for (const int line : {int(When), int(Phone)})
        m_lines[size_t(line)].second->setFont(scaled(font(), 1, QFont::DemiBold));
    m_price = button(tr("Show"), {}, "showPriceButton");
    m_price->setFont(scaled(font(), 0.93));
    m_price->setFixedHeight(fontMetrics().height() + 4);
    m_facts->addWidget(m_price, Price, 1, Qt::AlignLeft | Qt::AlignTop);
    connect(m_price, &QPushButton::clicked, this, [this] {
        if (m_shown)
            setFact(Price, tr("Price"), formatMoney(m_shown->price, QLocale()));
        m_price->hide();
    });
}

QWidget* Inspector::buildStory()
{
    m_storyTitle = sectionLabel(tr("Timeline"), m_sheet);
    auto* storyBox = new QWidget(m_sheet);
    storyBox->setObjectName(QStringLiteral("timeline"));
    m_story = new QVBoxLayout(storyBox);
    m_story->setContentsMargins(0, 0, 0, 0);
    m_story->setSpacing(7);
    return storyBox;
}

/// From top to bottom: what must be known first, then what can be done, then the facts, then the story.
void Inspector::arrange(QLayout* actions, QWidget* story)
{
    auto* sheet = new QVBoxLayout(m_sheet);
    sheet->setContentsMargins(16, 16, 14, 16);
    sheet->setSpacing(0);
    sheet->addWidget(m_title);
    sheet->addSpacing(1);
    sheet->addWidget(m_subtitle);
    sheet->addSpacing(10);
    sheet->addWidget(m_alert);
    sheet->addWidget(m_editing);
    sheet->addSpacing(11);
    sheet->addLayout(actions);
    sheet->addSpacing(16);
    sheet->addLayout(m_facts);
    sheet->addSpacing(20);
    sheet->addWidget(m_storyTitle);
    sheet->addSpacing(8);
    sheet->addWidget(story);
    sheet->addStretch(1);
}

void Inspector::setFact(int line, const QString& title, const QString& text)
{
    const auto& [left, right] = m_lines[size_t(line)];
    left->setText(title);
    right->setText(text);
    left->setVisible(!text.isEmpty());
    right->setVisible(!text.isEmpty());
}

void Inspector::refresh()
{
    const DayBlock* block = m_calendar->plan().block(m_calendar->selected());
    if (block == nullptr) {
        m_shown.reset();
        showPlace();
        return;
    }
    const Appointment row = block->row;
    const bool another = !m_shown || m_shown->id != row.id;
    const bool changed = another || !(*m_shown == row);
    if (!changed)
        return;
    if (another) {
        m_client.reset();
        showStory({});
    }
    const bool newVersion = another || m_shown->version != row.version || m_shown->clientName != row.clientName;
    m_shown = row;
    showRow(m_covered ? covered(row) : row);
    if (newVersion && !m_covered)
        readMore(row);
}

void Inspector::setCovered(bool covered)
{
    if (covered == m_covered)
        return;
    m_covered = covered;
    m_shown.reset(); // all of it is shown anew
    refresh();
}

void Inspector::showPlace()
{
    const auto place = m_calendar->cursorPlace();
    m_alert->setAlert({});
    m_editing->hide();
    for (ActionButton* each : {m_status, m_edit, m_cancel, m_price})
        each->hide();
    m_book->setVisible(place.has_value());
    m_block->setVisible(place.has_value());
    for (int line = 0; line < LineCount; ++line)
        setFact(line, {}, {});
    showStory({});
    if (!place) {
        m_title->setText(tr("Nothing selected"));
        m_subtitle->setText(tr("Choose an appointment or a free place."));
        return;
    }
    const DayPlan& plan = m_calendar->plan();
    const DayColumn& column = plan.columns[size_t(plan.columnOf(place->staff, place->start))];
    m_title->setText(timeText(place->start, plan.zone) + QStringLiteral(" · ") + column.name);
    m_subtitle->setText(
        tr("%1: %2", "a date: free, break or closed").arg(shortDateText(column.date), m_calendar->describe(*place)));
    setFact(Lasts, tr("Still free"), column.free > 0 ? shortFreeText(column) : QString());
}

void Inspector::showActions(const Appointment& row)
{
    m_book->hide();
    m_block->hide();
    const bool person = row.client.isValid() && !row.isDeskHold;
    struct Way {
        Status from;
        Status to;
    };
    static constexpr Way Forward[] = {{Status::Booked, Status::Arrived},
                                      {Status::Arrived, Status::InService},
                                      {Status::InService, Status::Completed},
                                      {Status::NoShow, Status::Arrived}};
    const auto step =
        std::find_if(std::begin(Forward), std::end(Forward), [&](const Way& s) { return s.from == row.status; });
    m_status->setVisible(person && step != std::end(Forward));
    if (step != std::end(Forward)) {
        m_next = step->to;
        m_status->setText(m_next == Status::Arrived     ? tr("Arrived")
                          : m_next == Status::InService ? tr("Start")
                                                        : tr("Complete"));
        m_status->setKey(m_next == Status::Arrived     ? tr("A", "key cap")
                         : m_next == Status::InService ? tr("S", "key cap")
                                                       : tr("C", "key cap"));
    }
    m_edit->setVisible(!row.isDeskHold);
    m_cancel->setVisible(!row.isDeskHold && row.status != Status::Completed);
}

void Inspector::showFacts(const Appointment& row)
{
    const DayPlan& plan = m_calendar->plan();
    const QString day = dayWord(plan.zone.dateOf(row.slot.start), plan.zone.dateOf(m_calendar->now()));
    setFact(When, tr("When"), day + QLatin1Char(' ') + timeText(row.slot, plan.zone));
    setFact(Lasts, tr("Length"), stepsText(row));
    setFact(Phone, tr("Phone"), row.clientPhone);
    setFact(Confirmed, tr("Confirmed"),
            row.client.isValid() && row.status == Status::Booked ? confirmationText(row.confirmation) : QString());
    setFact(Visits, {}, {});
    setFact(Price, {}, {});
    m_lines[Price].first->setText(tr("Price"));
    const bool hasPrice = row.service.isValid() && !row.isDeskHold && !m_covered;
    m_lines[Price].first->setVisible(hasPrice);
    m_price->setVisible(hasPrice);
    setFact(Note, tr("Note"), row.note);
    QStringList reasons{row.statusReason, row.squeezed ? tr("squeezed in: %1").arg(row.squeezeReason) : QString()};
    reasons.removeAll(QString());
    setFact(Reasons, tr("Reason"), reasons.join(QLatin1Char('\n')));
}

void Inspector::showRow(const Appointment& row)
{
    m_title->setText(titleOf(row));
    QString with = row.serviceName;
    if (!row.staffName.isEmpty())
        with = with.isEmpty() ? tr("with %1").arg(row.staffName)
                              : tr("%1 with %2", "service, staff member").arg(row.serviceName, row.staffName);
    QStringList parts{with, row.otherResources};
    if (row.status != Status::Booked && !row.isDeskHold)
        parts << statusText(row.status);
    parts.removeAll(QString());
    m_subtitle->setText(parts.join(QStringLiteral(" · ")));
    m_alert->setAlert(row.clientAlert);
    showActions(row);
    showFacts(row);
    if (m_client)
        showClient(*m_client);
    setEditing(m_others);
}

void Inspector::setEditing(const std::vector<EditingElsewhere>& editing)
{
    m_others = editing;
    const auto here = std::find_if(editing.begin(), editing.end(), [this](const EditingElsewhere& e) {
        return m_shown && e.table == QLatin1StringView("appointment") && e.id == m_shown->id.value();
    });
    m_editing->setVisible(here != editing.end());
    if (here != editing.end())
        m_editing->setText(tr("%1 is editing this").arg(here->person.isEmpty() ? here->desk : here->person));
}

void Inspector::readMore(const Appointment& row)
{
    if (row.isDeskHold)
        return;
    const AppointmentId id = row.id;
    ++m_asked;
    m_bus->timeline(id, this, [this, id](const std::vector<TimelineEntry>& entries) {
        if (m_shown && m_shown->id == id && !m_covered)
            showStory(storyOf(entries, *m_calendar->catalogue(), m_calendar->plan().zone, m_calendar->now()));
        answered();
    });
    if (!row.client.isValid())
        return;
    ++m_asked;
    m_bus->readClient(row.client, this, [this, id](std::optional<ClientHit> client) {
        if (m_shown && m_shown->id == id && client && !m_covered) {
            m_client = std::move(client);
            showClient(*m_client);
        }
        answered();
    });
}

void Inspector::answered()
{
    if (--m_asked == 0)
        emit settled();
}

void Inspector::showClient(const ClientHit& client)
{
    QString visits = client.visits == 0 ? tr("first visit") : QString::number(client.visits);
    if (client.noShows > 0)
        visits = tr("%1 · no-shows %2", "visits").arg(visits).arg(client.noShows);
    setFact(Visits, tr("Visits"), visits);
    if (m_shown && m_shown->note.isEmpty())
        setFact(Note, tr("Note"), client.note);
}

void Inspector::showStory(const std::vector<StoryLine>& lines)
{
    while (QLayoutItem* item = m_story->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const StoryLine& line : lines)
        m_story->addWidget(new StoryEntry(line, m_sheet));
    m_storyTitle->setVisible(!lines.empty());
}

} // namespace frontdesk
