#pragma once

#include "models/domain/time_slot.h"
#include "models/domain/zone.h"

#include <QDate>
#include <QString>

#include <vector>

namespace frontdesk
{

/// What goes on paper, as plain values: no ids, no money, no widget. Texts are as the book has them.

/// An appointment, a group session, a seat in one, or a block.
struct PaperVisit {
    TimeSlot slot;
    QString name; ///< the client, a block's label, or the service of a group session
    QString phone;
    QString service;
    QString rooms; ///< and equipment, comma separated
    QString note;
    bool alert = false; ///< there is one to read on the screen; its words stay off paper that lies about
    bool noShow = false;
    bool held = false;

    friend bool operator==(const PaperVisit&, const PaperVisit&) = default;
};

/// One staff member on one day. Slots are sorted and apart from each other, the visits sorted by start.
struct PaperStaff {
    QString name; ///< empty: what is booked without a staff member
    std::vector<TimeSlot> open;
    std::vector<TimeSlot> breaks;
    std::vector<TimeSlot> busy; ///< buffers counted in; while a colour develops the staff member is free
    std::vector<PaperVisit> visits;

    friend bool operator==(const PaperStaff&, const PaperStaff&) = default;
};

/// Where and when a page was made; stands at its head and foot.
struct PaperPlace {
    QString business;
    QString location;
    Zone zone = Zone::utc();
    Instant printedAt{};
};

struct PaperDay {
    PaperPlace place;
    QDate date;
    bool oneStaff = false; ///< asked for one staff member: larger
    std::vector<PaperStaff> staff;
};

struct PaperWeek {
    struct Day {
        QDate date;
        PaperStaff staff;
    };
    PaperPlace place;
    QString staff;
    std::vector<Day> days; ///< seven, from Monday on
};

struct PaperCard {
    PaperPlace place;
    QString businessPhone; ///< empty: not known, its line is left out
    QString client;
    QString service;
    QString staff;
    TimeSlot slot;
};

} // namespace frontdesk
