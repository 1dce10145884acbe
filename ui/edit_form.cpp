#include "ui/edit_form.h"

#include "models/booking/conflict.h"
#include "models/domain/time_text.h"
#include "ui/booking_popup_service.h"
#include "ui/conflict_words.h"
#include "ui/outlined_box.h"
#include "ui/refusal_text.h"
#include "ui/words.h"

#include <QGridLayout>
#include <QKeyEvent>

namespace frontdesk
{

EditForm::EditForm(const BookAccess& book, const Appointment& opened, QWidget* window)
    : Card(window),
      m_book(book),
      m_catalogue(book.catalogue()),
      m_opened(opened),
      m_openedAt(book.clock->now()),
      m_zone(zoneOf(*m_catalogue, opened.location)),
      m_client(opened.client),
      m_title(new PlainLabel(PlainLabel::Tone::Title, {}, this)),
      m_editing(new PlainLabel(PlainLabel::Tone::Ok, {}, this)),
      m_banner(new Notice(Notice::Kind::Warning, this)),
      m_notice(new Notice(Notice::Kind::Info, this)),
      m_clientText(new QLineEdit(this)),
      m_clients(new QListView(this)),
      m_label(new QLineEdit(this)),
      m_service(new Outlined<QComboBox>(this)),
      m_date(new Outlined<QDateEdit>(this)),
      m_time(new QLineEdit(this)),
      m_hour(new Outlined<QComboBox>(this)),
      m_length(new QLineEdit(this)),
      m_staff(new Outlined<QComboBox>(this)),
      m_others({{{ResourceKind::Room, QStringLiteral("room"), new Outlined<QComboBox>(this)},
                 {ResourceKind::Equipment, QStringLiteral("equipment"), new Outlined<QComboBox>(this)}}}),
      m_price(new QLineEdit(this)),
      m_confirmation(new Outlined<QComboBox>(this)),
      m_note(new QPlainTextEdit(this)),
      m_reason(new QLineEdit(this)),
      m_squeeze(new SqueezeReason(this)),
      m_save(new KeyButton(tr("&Save"), tr("Enter"), KeyButton::Rank::Primary, this))
{
    setObjectName(QStringLiteral("editForm"));
    setAccessibleName(tr("Edit %1").arg(titleOf(opened)));
    setMinimumWidth(620 + 2 * Shadow);
    buildFields();
    buildFooter();
    show(opened);
    connect(m_book.appointments, &QAbstractItemModel::dataChanged, this, &EditForm::rowsChanged);
    connect(m_book.appointments, &QAbstractItemModel::rowsRemoved, this, &EditForm::rowsChanged);
    m_elsewhere.setInterval(500);
    connect(&m_elsewhere, &QTimer::timeout, this, &EditForm::showElsewhere);
    m_elsewhere.start();
    m_book.bus->announceEditing(QStringLiteral("appointment"), opened.id.value());
    showElsewhere();
}

EditForm::~EditForm()
{
    hide(); // a field that loses the focus tells the form, which has to be one still
    if (!m_closed)
        m_book.bus->announceEditing(QStringLiteral("appointment"), 0);
}

void EditForm::buildFields()
{
    auto* heading = new QHBoxLayout;
    m_title->setObjectName(QStringLiteral("title"));
    m_editing->setObjectName(QStringLiteral("editingElsewhere"));
    heading->addWidget(m_title);
    heading->addStretch(1);
    heading->addWidget(m_editing);
    heading->addWidget(new KeyCap(tr("Esc"), this));
    body()->addLayout(heading);
    m_banner->setObjectName(QStringLiteral("banner"));
    body()->addWidget(m_banner);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 2);
    buildWhen(grid);
    buildRest(grid);
    body()->addLayout(grid);
    m_notice->setObjectName(QStringLiteral("notice"));
    body()->addWidget(m_notice);
    buildReasons();
}

void EditForm::addField(QGridLayout* grid, const QString& name, const QString& objectName, QWidget* widget)
{
    const int row = grid->rowCount();
    auto* label = new QLabel(name, this);
    label->setBuddy(widget);
    auto* problem = new PlainLabel(PlainLabel::Tone::Error, {}, this);
    problem->setObjectName(objectName + QStringLiteral("Problem"));
    problem->setWordWrap(true);
    widget->setObjectName(objectName);
    widget->setAccessibleName(QString(name).remove(QLatin1Char('&')));
    grid->addWidget(label, row, 0);
    grid->addWidget(widget, row, 1);
    grid->addWidget(problem, row, 2);
    m_fields.insert(objectName, {widget, problem, label});
}

void EditForm::buildWhen(QGridLayout* grid)
{
    if (m_opened.isBlock()) {
        m_label->setMaxLength(400);
        addField(grid, tr("&Label"), QStringLiteral("label"), m_label);
        m_clientText->hide();
        m_service->hide();
    } else {
        m_label->hide();
        addField(grid, tr("&Client"), QStringLiteral("client"), m_clientText);
        m_clientText->setMaxLength(400);
        m_clientText->installEventFilter(this);
        connect(m_clientText, &QLineEdit::textEdited, this, &EditForm::searchClient);
        grid->addWidget(m_clients, grid->rowCount(), 1, 1, 2);
        addField(grid, tr("Se&rvice"), QStringLiteral("service"), m_service);
        connect(m_service, &QComboBox::activated, this, &EditForm::serviceChosen);
    }
    m_clients->setModel(&m_found);
    m_clients->setItemDelegate(new ClientDelegate(m_clients));
    m_clients->setObjectName(QStringLiteral("clients"));
    m_clients->setFrameShape(QFrame::NoFrame);
    m_clients->setFocusPolicy(Qt::NoFocus);
    m_clients->hide();
    connect(m_clients, &QListView::clicked, this, [this](const QModelIndex& index) { takeClient(index.row()); });
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(tr("ddd d MMM yyyy", "date format"));
    m_date->setDateRange(QDate(1970, 1, 2), QDate(9999, 12, 30));
    addField(grid, tr("&Date"), QStringLiteral("date"), m_date);
    addField(grid, tr("&Time"), QStringLiteral("time"), m_time);
    addField(grid, tr("Whic&h one"), QStringLiteral("hour"), m_hour);
    addField(grid, tr("L&ength"), QStringLiteral("length"), m_length);
    m_length->setPlaceholderText(tr("45, 1:30, or until 15:30"));
    addField(grid, tr("&With"), QStringLiteral("staff"), m_staff);
    buildPlaces(grid);
}

void EditForm::buildRest(QGridLayout* grid)
{
    if (m_opened.isBlock()) {
        m_price->hide();
        m_confirmation->hide();
    } else {
        addField(grid, tr("&Price"), QStringLiteral("price"), m_price);
        for (const Confirmation each : {Confirmation::NotAsked, Confirmation::Asked, Confirmation::MessageLeft,
                                        Confirmation::Confirmed, Confirmation::RunningLate})
            m_confirmation->addItem(confirmationText(each), int(each));
        addField(grid, tr("Con&firmation"), QStringLiteral("confirmation"), m_confirmation);
    }
    m_note->setTabChangesFocus(true);
    m_note->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // its lines wrap
    m_note->setFixedHeight(m_note->fontMetrics().height() * 3 + 16);
    addField(grid, tr("&Note"), QStringLiteral("note"), m_note);
}

void EditForm::buildFooter()
{
    auto* back = new KeyButton(tr("C&ancel"), {}, KeyButton::Rank::Plain, this);
    back->setText(tr("Leave &it as it was"));
    back->setObjectName(QStringLiteral("leave"));
    connect(back, &QPushButton::clicked, this, &EditForm::close);
    m_save->setObjectName(QStringLiteral("save"));
    connect(m_save, &QPushButton::clicked, this, &EditForm::save);
    footer()->addStretch(1);
    footer()->addWidget(back);
    footer()->addWidget(m_save);
}

/// The row's values into the fields; services and staff that are retired stay choosable where the row has them.
void EditForm::show(const Appointment& row)
{
    m_title->setText(QStringLiteral("%1 · %2").arg(titleOf(row), shortDateText(m_zone.dateOf(row.slot.start))));
    m_clientText->setText(row.clientName);
    m_clientText->setCursorPosition(0); // a long name shows its beginning
    m_label->setText(row.label);
    for (const Service& service : m_catalogue->services) {
        if (!service.retired || service.id == row.service)
            m_service->addItem(QStringLiteral("%1 · %2").arg(service.name, stepsLine(service.steps)),
                               service.id.value());
    }
    m_service->setCurrentIndex(m_service->findData(row.service.value()));
    for (const Resource& resource : m_catalogue->resources) {
        const bool here = resource.location == row.location && resource.kind == ResourceKind::Staff;
        if ((here && !resource.retired) || resource.id == row.staff)
            m_staff->addItem(resource.name, resource.id.value());
    }
    m_staff->setCurrentIndex(m_staff->findData(row.staff.value()));
    const QDateTime start = m_zone.toLocal(row.slot.start);
    m_date->setDate(start.date());
    m_time->setText(clockText(start.time(), QLocale()));
    m_length->setText(lengthText(row.slot.length()));
    m_price->setText(formatMoney(row.price, QLocale()));
    m_confirmation->setCurrentIndex(m_confirmation->findData(int(row.confirmation)));
    m_note->setPlainText(row.note);
    showHours();
    showOthers();
}

void EditForm::open()
{
    placeBeside({});
    QWidget* first = m_opened.isBlock() ? static_cast<QWidget*>(m_label) : m_time;
    first->setFocus(Qt::PopupFocusReason);
    if (auto* line = qobject_cast<QLineEdit*>(first))
        line->selectAll();
}

void EditForm::comeBack()
{
    setSaving(false);
    placeBeside({});
    (m_squeeze->isVisibleTo(this) ? m_squeeze : m_time)->setFocus(Qt::PopupFocusReason);
}

void EditForm::fill(const EditAppointment& edit)
{
    if (edit.start) {
        const QDateTime start = m_zone.toLocal(*edit.start);
        m_date->setDate(start.date());
        m_time->setText(clockText(start.time(), QLocale()));
        m_hour->setCurrentIndex(m_hour->findData(toUnix(*edit.start)));
    }
    if (edit.service)
        m_service->setCurrentIndex(m_service->findData(edit.service->value()));
    if (edit.length)
        m_length->setText(lengthText(*edit.length));
    if (edit.staff)
        m_staff->setCurrentIndex(m_staff->findData(edit.staff->value()));
    if (edit.price)
        m_price->setText(formatMoney(*edit.price, QLocale()));
    if (edit.note)
        m_note->setPlainText(*edit.note);
    if (edit.label)
        m_label->setText(*edit.label);
    if (edit.confirmation)
        m_confirmation->setCurrentIndex(m_confirmation->findData(int(*edit.confirmation)));
    showOthers();
    for (const ResourceId id : edit.others.value_or(std::vector<ResourceId>())) {
        for (const Other& other : m_others) {
            if (const int row = other.box->findData(id.value()); row >= 0)
                other.box->setCurrentIndex(row);
        }
    }
}

void EditForm::setSaving(bool saving)
{
    m_saving = saving;
    if (saving)
        setFocus(Qt::OtherFocusReason); // before the field is disabled: its focus must not jump into another text field
    for (const Field& field : std::as_const(m_fields))
        field.widget->setEnabled(!saving);
    m_save->setEnabled(!saving);
    m_save->setText(saving ? tr("Saving …") : tr("&Save"));
}

/// The row as the other desks have it by now.
void EditForm::rowsChanged()
{
    const std::optional<Appointment> now = m_book.appointments->appointment(m_opened.id);
    if (!now || now->version == m_opened.version)
        return;
    const QString who = whoText(now->changedByName, now->changedDesk);
    if (now->status == Status::Cancelled && m_opened.status != Status::Cancelled) {
        m_banner->say(tr("%1 cancelled this just now").arg(who));
    } else {
        const Conflict difference = appointmentConflict(m_opened, {}, *now);
        VersionConflict theirs{*now, now->changedByName, now->changedDesk, m_book.clock->now()};
        const ConflictStory story = appointmentStory(m_opened, m_openedAt, theirs, m_book, m_clientNames);
        QStringList changes;
        for (const Conflict::Line& line : difference.lines()) {
            if (line.theirsChanged)
                changes.append(plainText(story.words(line.group, difference.theirs(), difference.opened()))
                                   .replace(QLatin1Char('\n'), QLatin1Char(' ')));
        }
        if (now->status != m_opened.status)
            changes.append(statusText(now->status));
        changes.removeAll({});
        m_banner->say(tr("%1 changed this while you edit: %2").arg(who, changes.join(QStringLiteral(" · "))));
    }
    placeAgain();
}

void EditForm::showElsewhere()
{
    QStringList names;
    if (m_book.editingElsewhere) {
        for (const EditingElsewhere& other : m_book.editingElsewhere()) {
            if (other.table == QLatin1StringView("appointment") && other.id == m_opened.id.value())
                names.append(other.person.isEmpty() ? other.desk : other.person);
        }
    }
    m_editing->setText(names.isEmpty() ? QString() : tr("%1 is editing this").arg(names.join(QStringLiteral(", "))));
}

} // namespace frontdesk
