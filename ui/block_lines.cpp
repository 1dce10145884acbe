#include "ui/block_lines.h"

#include "ui/words.h"

#include <QCoreApplication>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BlockPainter)
};

/// Between a block's edges and its words.
struct Pads {
    int left = 10;
    int right = 6;
};
constexpr Pads NarrowPads{7, 1};
constexpr int NarrowBlock = 44; ///< pixels: letters say more than distances

Pads padsOf(const QRect& block)
{
    return block.width() < NarrowBlock ? NarrowPads : Pads{};
}

constexpr int SignGap = 4;
constexpr int BadgePad = 12;
constexpr int DotBadge = 8; ///< a badge without room for its minutes

using Face = TextCache::Face;

bool isStatusDot(Mark mark)
{
    return mark == Mark::Booked || mark == Mark::Asked || mark == Mark::Confirmed;
}

/// Puts signs at the right end of one line after the other.
class Layout
{
public:
    Layout(const BlockPlaces& places, const BlockWords& words, TextCache& texts)
        : m_rect(places.rect),
          m_words(words),
          m_texts(texts),
          m_left(places.rect.left() + padsOf(m_rect).left),
          m_width(places.rect.width() - padsOf(m_rect).left - padsOf(m_rect).right),
          m_marks(words.signs.marks)
    {
        m_solid = places.gaps.empty() ? m_rect.height() : places.gaps.front().top() - m_rect.top();
        m_solid = std::min(m_solid, m_rect.height());
        m_room = m_width;
        const bool fits = width(Face::Name, words.name) <= m_width || words.shortName.isEmpty();
        m_name = (fits ? words.name : words.shortName).simplified();
    }

    BlockLines arrange();

private:
    void oneLine();
    void twoLines();
    void placeName(int top, int lines);
    void detail(int top);
    bool putBadge(int top, int lineHeight, int keeps);
    void putMinutes(int top, int lineHeight, int keeps);
    void putMarks(int top, int lineHeight, int keeps);
    void putMark(int top, int lineHeight);
    void alertAlone();
    void newLine() { m_room = m_width; }
    void add(Face face, const QString& text, int top, int width, bool soft, int shift = 0)
    {
        if (width > 0 && !text.isEmpty())
            m_out.texts.push_back({face, text, {m_left + shift, top}, width, soft});
    }
    [[nodiscard]] int width(Face face, const QString& text) { return m_texts.widthOf(face, text); }
    [[nodiscard]] int badgeWidth(const QString& text) { return width(Face::Badge, text) + BadgePad; }

    QRect m_rect;
    QString m_name;
    const BlockWords& m_words;
    TextCache& m_texts;
    int m_left;
    int m_width;
    int m_solid;               ///< from the top to where it develops
    int m_room;                ///< of the present line, what its signs leave
    std::vector<Mark> m_marks; ///< still to be placed
    bool m_badgePlaced = false;
    bool m_minutesPlaced = false;
    BlockLines m_out;
};

BlockLines Layout::arrange()
{
    if (m_rect.height() < m_texts.lineHeight(Face::Small) - 4 || m_width < 4)
        return m_out;
    const int both = m_texts.lineHeight(Face::Name) + m_texts.lineHeight(Face::Detail);
    if (m_rect.height() >= both - 2)
        twoLines();
    else
        oneLine();
    return m_out;
}

void Layout::oneLine()
{
    const int name = m_texts.lineHeight(Face::Name);
    const bool small = m_rect.height() < name - 3;
    const Face face = small ? Face::Small : Face::Name;
    const Face after = small ? Face::Small : Face::Detail;
    const int high = std::min(m_texts.lineHeight(face), m_rect.height());
    const int top = m_rect.top() + (m_rect.height() - m_texts.lineHeight(face)) / 2;
    const int signsTop = m_rect.top() + (m_rect.height() - high) / 2;
    const int title = width(face, m_name);
    putBadge(signsTop, high, title);
    putMinutes(signsTop, high, title);
    putMarks(signsTop, high, title);
    // One sign is worth a few letters: an alert before all others.
    if (m_out.signs.empty() && m_out.badge.isEmpty() && !m_marks.empty() &&
        m_room - MarkSize - SignGap >= m_width * 3 / 5) {
        alertAlone();
        putMark(signsTop, high);
    }
    add(face, m_name, top, m_room, false);
    m_out.bottom = top + high;
    const int left = m_room - title - 6;
    const int drop = small ? 0 : (name - m_texts.lineHeight(Face::Detail) + 1) / 2;
    const bool brief = width(after, m_words.brief) <= left + width(after, QStringLiteral("xx"));
    if (width(after, brief ? QString() : m_words.time) <= left)
        add(after, brief ? m_words.brief : m_words.time, top + drop, left, true, m_room - left);
}

void Layout::twoLines()
{
    const int name = m_texts.lineHeight(Face::Name);
    const int line = m_texts.lineHeight(Face::Detail);
    const int title = width(Face::Name, m_name);
    // Where no time has room, a name may take its line.
    const bool timeless = width(Face::Detail, m_words.time) > m_width && !m_words.signs.badge;
    const int third = timeless ? 0 : line;
    const bool wraps = title > m_width && m_solid >= 2 * name + third - 2 && m_name.contains(QLatin1Char(' '));
    const int all = (wraps ? 2 : 1) * name + (wraps ? third : line);
    const int top = m_rect.top() + std::clamp((m_solid - all) / 2, 0, 4);
    if (!wraps) {
        if (putBadge(top, name, title)) {
            putMinutes(top, name, title);
            putMarks(top, name, title);
        }
    }
    placeName(top, wraps ? 2 : 1);
    if (wraps && timeless && m_solid < 2 * name + line - 2) {
        m_out.bottom = top + 2 * name;
        return;
    }
    // Where developing starts early the lines stand closer, above its dashes.
    const int down = (wraps ? name : 0) + std::clamp(m_solid - (top - m_rect.top()) - line, name - 4, name);
    detail(top + down);
    m_out.bottom = top + down + line;
}

void Layout::placeName(int top, int lines)
{
    const QString& name = m_name;
    if (lines == 1) {
        add(Face::Name, name, top, m_room, false);
        return;
    }
    qsizetype cut = name.indexOf(QLatin1Char(' '));
    for (qsizetype next = cut; next > 0 && width(Face::Name, name.left(next)) <= m_width;
         next = name.indexOf(QLatin1Char(' '), next + 1))
        cut = next;
    add(Face::Name, name.left(cut), top, m_width, false);
    add(Face::Name, name.mid(cut + 1), top + m_texts.lineHeight(Face::Name), m_width, false);
}

void Layout::detail(int top)
{
    newLine();
    const int line = m_texts.lineHeight(Face::Detail);
    const int time = width(Face::Detail, m_words.time);
    const int keeps = time <= m_width ? time : 0;
    putBadge(top, line, keeps);
    putMinutes(top, line, keeps);
    if (keeps == 0 && m_room < 2 * (MarkSize + SignGap))
        alertAlone();
    putMarks(top, line, keeps);
    const QString text = width(Face::Detail, m_words.whole) <= m_room ? m_words.whole : m_words.brief;
    const bool fits =
        width(Face::Detail, text) <= m_room || m_room >= time + width(Face::Detail, QStringLiteral(" xxxx…"));
    if (fits || time <= m_room) // the beginning of a time would be another time
        add(Face::Detail, fits ? text : m_words.time, top, m_room, true);
}

/// False: it doesn't fit beside what the line keeps, and goes on the next one.
bool Layout::putBadge(int top, int lineHeight, int keeps)
{
    if (!m_words.signs.badge || m_badgePlaced)
        return true;
    const bool lastLine =
        m_rect.height() < m_texts.lineHeight(Face::Name) + m_texts.lineHeight(Face::Detail) - 2 || !m_out.texts.empty();
    QString text = m_words.signs.badge->text;
    const auto fits = [&] { return badgeWidth(text) + SignGap + keeps <= m_width; };
    if (!fits() && !lastLine)
        return false;
    if (!fits())
        text = text.section(QLatin1Char(' '), 0, 0);
    if (badgeWidth(text) > m_width)
        text.clear();
    const int wide = text.isEmpty() ? DotBadge : badgeWidth(text);
    const int high = text.isEmpty() ? DotBadge : std::min(m_texts.lineHeight(Face::Badge) + 1, m_rect.height() - 2);
    const int middle = top + lineHeight / 2 + 1;
    m_out.badge = QRect(m_left + m_width - wide + 2, middle - high / 2, wide, high);
    m_out.badgeText = text;
    m_out.badgeTone = m_words.signs.badge->tone;
    m_out.dot = m_out.badge;
    m_room -= wide - 2 + SignGap;
    m_badgePlaced = true;
    return true;
}

void Layout::putMinutes(int top, int lineHeight, int keeps)
{
    const QString& minutes = m_words.signs.minutes;
    const int wide = width(Face::Detail, minutes);
    const int mark = m_marks.empty() ? 0 : MarkSize + SignGap; // the sign that they belong to stands beside them
    if (minutes.isEmpty() || m_minutesPlaced || m_room - wide - SignGap - mark < keeps)
        return;
    m_room -= wide + SignGap;
    const int down = (lineHeight - m_texts.lineHeight(Face::Detail)) / 2 + 1;
    m_out.texts.push_back({Face::Detail, minutes, {m_left + m_room + SignGap, top + down}, wide, false});
    m_minutesPlaced = true;
}

void Layout::putMarks(int top, int lineHeight, int keeps)
{
    while (!m_marks.empty() && m_room - MarkSize - SignGap >= keeps)
        putMark(top, lineHeight);
}

/// Where one sign has room it is the alert, if there is one.
void Layout::alertAlone()
{
    if (std::ranges::find(m_marks, Mark::Alert) != m_marks.end())
        m_marks = {Mark::Alert};
}

void Layout::putMark(int top, int lineHeight)
{
    const int size = std::min(MarkSize, m_rect.height());
    const Mark mark = m_marks.back();
    m_marks.pop_back();
    const QRect box(m_left + m_room - size, top + lineHeight / 2 + 1 - size / 2, size, size);
    m_out.signs.push_back({mark, box, isStatusDot(mark)});
    if (isStatusDot(mark))
        m_out.dot = box.adjusted(-4, -4, 5, 4);
    m_room -= size + SignGap;
}

} // namespace

BlockWords wordsOf(const Appointment& row, const Zone& zone, Instant now, Instant holdsNow)
{
    BlockWords words;
    words.name = row.isDeskHold ? Words::tr("%1 is booking").arg(row.label) : titleOf(row);
    words.shortName = row.isDeskHold ? row.label : QString();
    words.signs = signsOf(row, now);
    if (row.heldUntil && (row.isDeskHold || row.status == Status::Held)) {
        words.time = countdownText(*row.heldUntil, holdsNow);
        words.whole = row.serviceName.isEmpty() ? words.time : row.serviceName + QStringLiteral(" · ") + words.time;
        words.brief = words.whole;
        return words;
    }
    const QString service =
        row.client.isValid() && !row.serviceName.isEmpty() ? QLatin1Char(' ') + row.serviceName : QString();
    words.time = timeText(row.slot.start, zone);
    words.whole = timeText(row.slot, zone) + service;
    words.brief = words.time + service;
    return words;
}

BlockLines linesOf(const BlockPlaces& places, const BlockWords& words, TextCache& texts)
{
    return Layout(places, words, texts).arrange();
}

} // namespace frontdesk
