#include "ui/booking_popup_clients.h"

#include "ui/dialog_parts.h"
#include "ui/words.h"

#include <QGuiApplication>
#include <QPainter>

namespace frontdesk
{

void ClientListModel::show(const QString& typed, std::vector<ClientHit> hits, const CataloguePtr& catalogue)
{
    beginResetModel();
    m_typed = typed;
    m_hits = std::move(hits);
    m_catalogue = catalogue;
    endResetModel();
}

void ClientListModel::clear()
{
    show({}, {}, {});
}

int ClientListModel::rowOf(ClientId id) const
{
    const auto found = std::ranges::find(m_hits, id, &ClientHit::id);
    return found == m_hits.end() ? -1 : int(found - m_hits.begin());
}

int ClientListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_typed.isEmpty() ? 0 : int(m_hits.size()) + 1;
}

QVariant ClientListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isNew = isNewRow(index.row());
    if (role == IsNewRole)
        return isNew;
    if (isNew) {
        if (role == Qt::DisplayRole || role == NameRole)
            return tr("New client “%1”").arg(m_typed);
        return {};
    }
    const ClientHit& hit = m_hits[size_t(index.row())];
    QString history = tr("new");
    if (hit.lastVisit) {
        const Service* service = m_catalogue ? m_catalogue->service(hit.lastService) : nullptr;
        const QString date = QLocale().toString(QDateTime::fromSecsSinceEpoch(toUnix(*hit.lastVisit)).date(),
                                                tr("d MMM", "date format"));
        history = service ? tr("last: %1, %2").arg(service->name, date) : tr("last: %1").arg(date);
    }
    switch (role) {
    case NameRole:
        return hit.name;
    case PhoneRole:
        return hit.phone;
    case HistoryRole:
        return history;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(hit.name, hit.phone, history);
    default:
        return {};
    }
}

QString foldedForCompare(const QString& text)
{
    QString folded;
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar c : apart) {
        if (c.isLetterOrNumber() || c.isHighSurrogate() || c.isLowSurrogate())
            folded += c;
        else if (!c.isMark() && !folded.endsWith(QLatin1Char(' ')))
            folded += QLatin1Char(' ');
    }
    return folded.trimmed();
}

QString digitsOf(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += QString::number(c.digitValue());
    }
    return digits;
}

bool looksLikePhone(const QString& text)
{
    if (digitsOf(text).isEmpty())
        return false;
    return std::ranges::none_of(text, [](QChar c) { return c.isLetter() || c.isSurrogate(); });
}

bool isSearchable(const QString& text)
{
    if (looksLikePhone(text))
        return digitsOf(text).size() >= 3;
    const QString folded = foldedForCompare(text);
    const bool alphabet = std::ranges::all_of(folded, [](QChar c) { return c.unicode() < 0x2e80; });
    return folded.size() >= (alphabet ? 2 : 1);
}

bool sharedByMany(const QString& typed, const std::vector<ClientHit>& hits)
{
    if (hits.size() < 2)
        return false;
    if (looksLikePhone(typed))
        return true;
    if (foldedForCompare(hits[0].name) == foldedForCompare(hits[1].name))
        return true;
    const QStringList wanted = foldedForCompare(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto carries = [&](const ClientHit& hit) {
        const QStringList parts = foldedForCompare(hit.name).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        return std::ranges::all_of(wanted, [&](const QString& part) { return parts.contains(part); });
    };
    return std::ranges::count_if(hits, carries) > 1;
}

namespace
{

int editDistance(const QString& a, const QString& b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i);
        for (size_t j = 1; j < row.size(); ++j) {
            const int above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[qsizetype(j) - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

} // namespace

bool isNear(const QString& name, const QString& phone, const ClientHit& hit)
{
    const QString mine = digitsOf(phone).right(8);
    if (mine.size() >= 6 && digitsOf(hit.phone).endsWith(mine))
        return true;
    const QString wanted = foldedForCompare(name);
    const QString other = foldedForCompare(hit.name);
    if (wanted.isEmpty() || other.isEmpty())
        return false;
    QStringList parts = wanted.split(QLatin1Char(' '));
    std::ranges::reverse(parts);
    const int allowed = wanted.size() <= 5 ? 1 : 2;
    return editDistance(wanted, other) <= allowed || editDistance(parts.join(QLatin1Char(' ')), other) <= allowed;
}

QSize ClientDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {200, option.fontMetrics.height() + 14};
}

namespace
{

/// Where typed parts begin a word of the name: half-open ranges.
std::vector<std::pair<int, int>> matches(const QString& name, const QString& typed)
{
    std::vector<std::pair<int, int>> found;
    for (const QString& part : typed.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString wanted = foldedForCompare(part);
        for (int from = 0; from < int(name.size()); ++from) {
            if (from > 0 && name[from - 1].isLetter())
                continue;
            int to = from;
            while (to < int(name.size()) && foldedForCompare(name.mid(from, to - from)).size() < wanted.size())
                ++to;
            if (!wanted.isEmpty() && foldedForCompare(name.mid(from, to - from)) == wanted)
                found.emplace_back(from, to);
        }
    }
    return found;
}

} // namespace

void ClientDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tones tones = tonesOf(QGuiApplication::palette());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tones.accentFill);
        painter->drawRoundedRect(option.rect, 4, 4);
    }
    const QRect line = option.rect.adjusted(12, 0, -12, 0);
    const QString name = index.data(ClientListModel::NameRole).toString();
    if (index.data(ClientListModel::IsNewRole).toBool()) {
        painter->setPen(tones.muted);
        painter->drawText(line, Qt::AlignVCenter,
                          option.fontMetrics.elidedText(QStringLiteral("＋ ") + name, Qt::ElideRight, line.width()));
        painter->restore();
        return;
    }
    QFont bold = option.font;
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const QString history = index.data(ClientListModel::HistoryRole).toString();
    const int historyWidth = option.fontMetrics.horizontalAdvance(history);
    const QString shown = metrics.elidedText(name, Qt::ElideRight, line.width() - historyWidth - 24);
    painter->setFont(bold);
    painter->setPen(tones.text);
    painter->drawText(line, Qt::AlignVCenter, shown);
    const QString typed = static_cast<const ClientListModel*>(index.model())->typed();
    if (shown == name) {
        const int base = line.center().y() + metrics.ascent() / 2 + 2;
        for (const auto& [from, to] : matches(name, typed)) {
            const int left = line.left() + metrics.horizontalAdvance(name.left(from));
            painter->drawLine(left, base, left + metrics.horizontalAdvance(name.mid(from, to - from)), base);
        }
    }
    painter->setFont(option.font);
    painter->setPen(tones.muted);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight, history);
    const int left = metrics.horizontalAdvance(shown) + 10;
    const QRect rest = line.adjusted(left, 0, -historyWidth - 12, 0);
    const QString phone = index.data(ClientListModel::PhoneRole).toString();
    if (rest.width() > 40)
        painter->drawText(rest, Qt::AlignVCenter, option.fontMetrics.elidedText(phone, Qt::ElideLeft, rest.width()));
    painter->restore();
}

} // namespace frontdesk
