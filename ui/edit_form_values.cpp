#include "ui/edit_form.h"

#include "models/booking/conflict.h"
#include "ui/refusal_text.h"
#include "ui/words.h"

#include <QKeyEvent>
#include <QRegularExpression>
#include <QStyle>

namespace frontdesk
{

// From typed text to an edit, and what the keys of the form do.

QTime parseWallTime(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*(上午|下午)?\\s*(\\d{1,2})(?:\\s*(?:[:.h点]?\\s*(\\d{"
                                                           "2})分?|点))?\\s*(?:([ap])(?:\\.?\\s?m\\.?)?)?\\s*$"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(typedPlainly(text));
    if (!match.hasMatch())
        return {};
    const int hour = match.captured(2).toInt();
    const bool after = match.captured(1) == QStringLiteral("下午") || match.captured(4).toLower() == u"p";
    const bool before = match.captured(1) == QStringLiteral("上午") || match.captured(4).toLower() == u"a";
    const int shift = after && hour < 12 ? 12 : before && hour == 12 ? -12 : 0;
    return {hour + shift, match.captured(3).toInt()};
}

std::optional<Seconds> parseLength(const QString& text)
{
    static const QRegularExpression minutes(QStringLiteral("^\\s*(\\d{1,4})\\s*(?:min|m|'|分钟?)?\\s*$"));
    static const QRegularExpression hours(
        QStringLiteral("^\\s*(\\d{1,2})\\s*(?::|h|个?小时)\\s*(?:(\\d{1,2})\\s*(?:min|m|'|分钟?)?)?\\s*$"));
    const QString plain = typedPlainly(text);
    if (const auto match = minutes.match(plain); match.hasMatch())
        return Minutes(match.captured(1).toInt());
    if (const auto match = hours.match(plain); match.hasMatch() && match.captured(2).toInt() < 60)
        return Minutes(match.captured(1).toInt() * 60 + match.captured(2).toInt());
    return {};
}

void EditForm::complain(const QString& field, const QString& text)
{
    const Field& found = m_fields[field];
    found.problem->setText(text);
    found.widget->setProperty("wrong", !text.isEmpty());
    found.widget->style()->unpolish(found.widget);
    found.widget->style()->polish(found.widget);
}

bool EditForm::hasProblem() const
{
    return std::ranges::any_of(m_fields, [](const Field& field) { return !field.problem->text().isEmpty(); });
}

std::optional<EditAppointment> EditForm::typed()
{
    for (const QString& field : m_fields.keys())
        complain(field, {});
    EditAppointment edit;
    edit.id = m_opened.id;
    edit.seen = m_opened.version;
    readTime(edit);
    if (const ResourceId staff(m_staff->currentData().toLongLong()); staff != m_opened.staff)
        edit.staff = staff;
    if (m_note->toPlainText() != m_opened.note)
        edit.note = m_note->toPlainText();
    if (m_note->toPlainText().contains(QChar(QChar::Null)))
        complain(QStringLiteral("note"), tr("has a character that can't be stored"));
    if (m_opened.isBlock()) {
        if (m_label->text() != m_opened.label)
            edit.label = m_label->text();
    } else {
        readPrice(edit);
        if (const ServiceId service(m_service->currentData().toLongLong()); service != m_opened.service)
            edit.service = service;
        readOthers(edit);
        if (m_client != m_opened.client)
            edit.client = m_client;
        const QString chosen =
            m_client == m_opened.client ? m_opened.clientName : m_clientNames.value(m_client.value());
        if (m_clientText->text() != chosen)
            complain(QStringLiteral("client"), tr("choose a client from the list"));
        if (const Confirmation now(Confirmation(m_confirmation->currentData().toInt())); now != m_opened.confirmation)
            edit.confirmation = now;
    }
    edit.passing = passing();
    if (hasProblem())
        return {};
    return edit;
}

void EditForm::readPrice(EditAppointment& edit)
{
    if (m_price->text() == formatMoney(m_opened.price, QLocale()))
        return;
    const std::optional<Money> price = parseMoney(m_price->text(), m_opened.price.currency, QLocale());
    if (!price)
        complain(QStringLiteral("price"), tr("not an amount"));
    else if (*price != m_opened.price)
        edit.price = price;
}

bool EditForm::isUntouched()
{
    const std::optional<EditAppointment> edit = typed();
    return edit && conflictFields(*edit).isEmpty();
}

void EditForm::save()
{
    if (m_saving)
        return;
    m_notice->say({});
    if (m_reason->isVisibleTo(this) && m_reason->text().trimmed().isEmpty()) {
        m_notice->say(tr("Say why it is saved all the same"));
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    const std::optional<EditAppointment> edit = typed();
    placeAgain();
    if (!edit) {
        for (const Field& field : std::as_const(m_fields)) {
            if (!field.problem->text().isEmpty()) {
                field.widget->setFocus(Qt::OtherFocusReason);
                break;
            }
        }
        return;
    }
    if (conflictFields(*edit).isEmpty()) {
        close(); // nothing changed: nothing is sent
        return;
    }
    setSaving(true);
    emit saveAsked(*edit);
}

void EditForm::answered(const Outcome& outcome)
{
    if (std::holds_alternative<Done>(outcome)) {
        close();
        return;
    }
    setSaving(false);
    const QString words = refusalText(outcome, *m_catalogue, m_book.clock->now());
    const auto* broken = std::get_if<RuleBroken>(&outcome);
    m_reason->setVisible(broken && broken->soft);
    if (broken && m_fields.contains(broken->field))
        complain(broken->field, words);
    else if (broken && broken->soft)
        m_notice->say(tr("%1. With a reason it can be saved all the same.").arg(words));
    else
        m_notice->say(words);
    if (broken && broken->soft)
        m_reason->setFocus(Qt::OtherFocusReason);
    placeAgain();
}

void EditForm::serviceChosen()
{
    const Service* service = m_catalogue->service(ServiceId(m_service->currentData().toLongLong()));
    if (!service)
        return;
    m_length->setText(lengthText(totalLength(service->steps)));
    m_price->setText(formatMoney(service->price, QLocale()));
    showOthers();
    placeAgain();
}

void EditForm::searchClient()
{
    const QString text = m_clientText->text().trimmed();
    complain(QStringLiteral("client"), {});
    if (!isSearchable(text)) {
        m_clients->hide();
        placeAgain();
        return;
    }
    m_book.bus->searchClients(text, 6, this, [this, text](const std::vector<ClientHit>& hits) {
        if (text != m_clientText->text().trimmed())
            return;
        m_found.show(text, hits, m_catalogue);
        m_clients->setRowHidden(int(hits.size()), true); // a new client is made in the booking popup
        if (!sharedByMany(text, hits) && !hits.empty())
            m_clients->setCurrentIndex(m_found.index(0));
        m_clients->setFixedHeight(int(hits.size()) * m_clients->sizeHintForRow(0) + 2);
        m_clients->setVisible(!hits.empty());
        if (hits.empty())
            complain(QStringLiteral("client"), tr("nobody of this name or number"));
        placeAgain();
    });
}

void EditForm::takeClient(int row)
{
    if (row < 0 || row >= int(m_found.hits().size()))
        return;
    const ClientHit& hit = m_found.hits()[size_t(row)];
    m_client = hit.id;
    m_clientNames.insert(hit.id.value(), hit.name);
    m_clientText->setText(hit.name);
    m_clients->hide();
    m_banner->say(hit.alert.isEmpty() ? m_banner->text() : QStringLiteral("⚠ %1: %2").arg(hit.name, hit.alert));
    placeAgain();
}

bool EditForm::eventFilter(QObject* object, QEvent* event)
{
    if (object == m_clientText && event->type() == QEvent::KeyPress && m_clients->isVisible()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            const int last = int(m_found.hits().size()) - 1;
            m_clients->setCurrentIndex(m_found.index(std::clamp(m_clients->currentIndex().row() + step, 0, last)));
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            takeClient(m_clients->currentIndex().row());
            return true;
        }
    }
    return Card::eventFilter(object, event);
}

void EditForm::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->isAutoRepeat())
        save();
    else if (event->key() == Qt::Key_Escape || event->matches(QKeySequence::Close))
        leave();
    if (!enter && event->key() != Qt::Key_Escape)
        m_leaveAsked = false;
}

/// Typed text is never thrown away by one key.
void EditForm::leave()
{
    if (m_saving || m_leaveAsked || isUntouched()) {
        close();
        return;
    }
    m_leaveAsked = true;
    m_notice->say(tr("Esc again drops what you typed; Enter saves it"));
    placeAgain();
}

void EditForm::close()
{
    m_closed = true;
    m_book.bus->announceEditing(QStringLiteral("appointment"), 0);
    hide();
    emit closed();
    deleteLater();
}

} // namespace frontdesk
