#include "models/booking/conflict.h"
#include "models/domain/time_text.h"
#include "ui/booking_popup_service.h"
#include "ui/edit_form.h"
#include "ui/words.h"

#include <QGridLayout>
#include <QRegularExpression>

#include <algorithm>

namespace frontdesk
{

// When and where: the time with the nights in which clocks change, and the room and the equipment.

namespace
{

/// "02:30 CEST (UTC+2)", "UTC+9:30"
QString hourText(Instant instant, const Zone& zone)
{
    const QDateTime wall = zone.toLocal(instant);
    const int minutes = std::abs(wall.offsetFromUtc()) / 60;
    QString offset = QString::number(minutes / 60);
    if (minutes % 60 != 0)
        offset += QStringLiteral(":%1").arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return QStringLiteral("%1 %2 (UTC%3%4)")
        .arg(clockText(wall.time(), QLocale()), wall.timeZoneAbbreviation(),
             wall.offsetFromUtc() < 0 ? QStringLiteral("−") : QStringLiteral("+"), offset);
}

} // namespace

void EditForm::buildPlaces(QGridLayout* grid)
{
    for (const Other& other : m_others) {
        addField(grid, other.kind == ResourceKind::Room ? tr("R&oom") : tr("E&quipment"), other.field, other.box);
        connect(other.box, &QComboBox::activated, this, [this] { complain(QStringLiteral("room"), {}); });
    }
    connect(m_date, &QDateEdit::dateChanged, this, &EditForm::showHours);
    connect(m_time, &QLineEdit::textChanged, this, &EditForm::showHours);
    for (QLineEdit* field : {m_time, m_length})
        connect(field, &QLineEdit::editingFinished, this, &EditForm::showOthers);
    connect(m_date, &QDateEdit::dateChanged, this, &EditForm::showOthers);
}

void EditForm::showField(const QString& field, bool shown)
{
    const Field& found = m_fields[field];
    found.widget->setVisible(shown);
    found.label->setVisible(shown);
    found.problem->setVisible(shown);
}

/// In the night in which an hour comes twice, which of the two is meant is chosen, never guessed.
void EditForm::showHours()
{
    const QTime time = parseWallTime(m_time->text());
    const Zone::Meaning meaning =
        time.isValid() ? m_zone.meaningOf(m_date->date(), time) : Zone::Meaning{Zone::Meaning::Kind::Unique, {}, {}};
    const bool twice = meaning.kind == Zone::Meaning::Kind::Ambiguous;
    if (twice && m_hour->findData(toUnix(meaning.first)) < 0) {
        m_hour->clear();
        for (const Instant each : {meaning.first, meaning.second})
            m_hour->addItem(hourText(each, m_zone), toUnix(each));
        m_hour->setCurrentIndex(m_hour->findData(toUnix(m_opened.slot.start)));
    }
    if (!twice)
        m_hour->clear();
    showField(QStringLiteral("hour"), twice);
    placeAgain();
}

std::optional<Instant> EditForm::typedStart() const
{
    const QTime time = parseWallTime(m_time->text());
    if (!time.isValid())
        return {};
    const QDateTime before = m_zone.toLocal(m_opened.slot.start);
    if (m_hour->count() > 0) {
        const QVariant chosen = m_hour->currentData();
        return chosen.isValid() ? std::optional(instantFromUnix(chosen.toLongLong())) : std::nullopt;
    }
    if (m_date->date() == before.date() && time == QTime(before.time().hour(), before.time().minute()))
        return m_opened.slot.start;
    const Zone::Meaning meaning = m_zone.meaningOf(m_date->date(), time);
    return meaning.kind == Zone::Meaning::Kind::Missing ? std::nullopt : std::optional(meaning.first);
}

TimeSlot EditForm::typedSlot() const
{
    const Instant start = typedStart().value_or(m_opened.slot.start);
    return {start, start + parseLength(m_length->text()).value_or(m_opened.slot.length())};
}

void EditForm::readTime(EditAppointment& edit)
{
    const std::optional<Instant> start = typedStart();
    if (!start && m_hour->count() > 0)
        complain(QStringLiteral("hour"), tr("this time comes twice that night: choose one"));
    else if (!start && parseWallTime(m_time->text()).isValid())
        complain(QStringLiteral("time"), tr("the clocks go forward then: this time doesn't exist"));
    else if (!start)
        complain(QStringLiteral("time"), tr("not a time of day, such as 14:15"));
    if (!start)
        return;
    if (*start != m_opened.slot.start)
        edit.start = *start;
    const std::optional<Seconds> length = readLength(*start);
    if (length && *length != m_opened.slot.length())
        edit.length = *length;
}

/// A length, or "until 15:30" of the same day.
std::optional<Seconds> EditForm::readLength(Instant start)
{
    const QString text = m_length->text().trimmed();
    static const QRegularExpression until(QStringLiteral("^(?:until|till|bis|到|至|-|–)\\s*(.+)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    std::optional<Seconds> length;
    if (const auto match = until.match(text); match.hasMatch()) {
        if (const QTime end = parseWallTime(match.captured(1)); end.isValid()) {
            const Zone::Meaning meaning = m_zone.meaningOf(m_zone.dateOf(start), end);
            length = (meaning.first > start ? meaning.first : meaning.second) - start;
        }
    } else if (text == lengthText(m_opened.slot.length())) {
        length = m_opened.slot.length();
    } else {
        length = parseLength(text);
    }
    const QString field = QStringLiteral("length");
    if (!length)
        complain(field, tr("not a length, such as 45 or 1:30"));
    else if (*length <= Seconds(0))
        complain(field, tr("it ends before it starts"));
    else if (*length > std::chrono::hours(24))
        complain(field, tr("a day at most"));
    else
        return length;
    return {};
}

/// Offers what can do the service, the free ones first; what the row has stays chosen where it can.
void EditForm::showOthers()
{
    const Service* service = m_catalogue->service(ServiceId(m_service->currentData().toLongLong()));
    for (const Other& other : m_others) {
        const bool needed = service != nullptr && std::ranges::any_of(service->steps, [&](const Step& step) {
                                return step.keepsBusy(other.kind);
                            });
        if (needed && !m_opened.isBlock())
            fillOther(other, othersChoice(other));
        else
            other.box->clear();
        showField(other.field, other.box->count() > 0);
    }
    placeAgain();
}

/// What is chosen by now, at first what the row has; invalid: any that is free.
ResourceId EditForm::othersChoice(const Other& other) const
{
    if (other.box->count() > 0)
        return ResourceId(other.box->currentData().toLongLong());
    for (const ResourceId id : otherResources(m_opened)) {
        const Resource* resource = m_catalogue->resource(id);
        if (resource != nullptr && resource->kind == other.kind)
            return id;
    }
    return {};
}

void EditForm::fillOther(const Other& other, ResourceId chosen)
{
    const ServiceId id(m_service->currentData().toLongLong());
    const Service* service = m_catalogue->service(id);
    const TimeSlot slot = typedSlot();
    struct Entry {
        const Resource* resource;
        bool isFree;
    };
    std::vector<Entry> choices;
    for (const Resource& resource : m_catalogue->resources) {
        const bool able = std::ranges::find(service->able, resource.id) != service->able.end();
        const bool kept = resource.id == chosen && id == m_opened.service;
        const bool here = resource.kind == other.kind && resource.location == m_opened.location;
        if (here && ((able && !resource.retired) || kept))
            choices.push_back(
                {&resource, isFree(*m_book.appointments, resource.id, slot, m_book.clock->now(), m_opened.id)});
    }
    std::stable_partition(choices.begin(), choices.end(), [](const Entry& choice) { return choice.isFree; });
    other.box->clear();
    if (id != m_opened.service)
        other.box->addItem(tr("Any that is free"), 0);
    else if (!chosen.isValid())
        other.box->addItem(tr("None"), 0);
    for (const Entry& choice : choices)
        other.box->addItem(choice.isFree ? choice.resource->name : tr("%1 · taken").arg(choice.resource->name),
                           choice.resource->id.value());
    other.box->setCurrentIndex(std::max(other.box->findData(chosen.value()), 0));
}

void EditForm::readOthers(EditAppointment& edit)
{
    const std::vector<ResourceId> before = otherResources(m_opened);
    const auto isOffered = [this](ResourceId id) {
        const Resource* resource = m_catalogue->resource(id);
        return resource != nullptr && std::ranges::any_of(m_others, [&](const Other& other) {
                   return other.kind == resource->kind && other.box->count() > 0;
               });
    };
    std::vector<ResourceId> now;
    std::ranges::copy_if(before, std::back_inserter(now), [&](ResourceId id) { return !isOffered(id); });
    for (const Other& other : m_others) {
        if (const ResourceId id = other.box->count() > 0 ? othersChoice(other) : ResourceId(); id.isValid())
            now.push_back(id);
    }
    std::ranges::sort(now);
    // Another service chooses its rooms by itself unless told otherwise.
    if (now != before)
        edit.others = now;
}

} // namespace frontdesk
