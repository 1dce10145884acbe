#pragma once

#include "ui/block_look.h"
#include "ui/block_places.h"
#include "ui/text_cache.h"

namespace frontdesk
{

/// Which words and signs a block has room for, and where. The order in which they give way: the service, the end, marks
/// from the left, the time; the name and the badge of one who waits stay. A name that is too long for its line takes a
/// second one, then is cut at its end; signs that would cut it stand on the line below.
struct BlockLines {
    struct Text {
        TextCache::Face face = TextCache::Face::Name;
        QString text;
        QPoint at;
        int width = 0;
        bool soft = false;
    };
    struct Sign {
        Mark mark = Mark::Booked;
        QRect box;
        bool isDot = false; ///< a click on it means "arrived"
    };
    std::vector<Text> texts;
    std::vector<Sign> signs;
    QRect badge; ///< empty: none
    QString badgeText;
    Badge::Tone badgeTone = Badge::Tone::Green;
    QRect dot; ///< where a click means "arrived"
    int bottom = 0;
};

/// What is to be said of a block, apart from its room.
struct BlockWords {
    QString name;
    QString shortName; ///< where the name has no room; empty: it is cut
    QString whole;     ///< "14:15–15:45 Colour"
    QString brief;     ///< "14:15 Colour"
    QString time;      ///< "14:15"
    BlockSigns signs;
};
[[nodiscard]] BlockWords wordsOf(const Appointment& row, const Zone& zone, Instant now, Instant holdsNow);

[[nodiscard]] BlockLines linesOf(const BlockPlaces& places, const BlockWords& words, TextCache& texts);

} // namespace frontdesk
