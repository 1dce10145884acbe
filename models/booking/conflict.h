#pragma once

#include "models/booking/commands.h"

#include <QStringList>
#include <QVariantMap>

#include <vector>

namespace frontdesk
{

/// Fields of a row that make sense only together and are chosen as one.
struct ConflictGroup {
    QString key;
    QStringList fields;
    bool canKeepBoth = false; ///< text that may be kept from both sides, one under the other
    friend bool operator==(const ConflictGroup&, const ConflictGroup&) = default;
};

/// Three-way merge of one row: as it was opened, mine, and theirs, which is saved already. What only one side changed
/// is kept, what both changed alike is no conflict, and a group that both changed differently is undecided until
/// somebody chooses: a collision has no default. A pure value; knows neither database nor screen.
class Conflict
{
public:
    enum class Side { Undecided, Mine, Theirs, Both };
    struct Line {
        ConflictGroup group;
        bool mineChanged = false;
        bool theirsChanged = false;
        bool collides = false; ///< both changed it, to different values
        Side side = Side::Theirs;
    };

    Conflict(const std::vector<ConflictGroup>& groups, QVariantMap opened, QVariantMap mine, QVariantMap theirs);

    [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }
    [[nodiscard]] const QVariantMap& opened() const { return m_opened; }
    [[nodiscard]] const QVariantMap& mine() const { return m_mine; }
    [[nodiscard]] const QVariantMap& theirs() const { return m_theirs; }

    /// Decides a line that collides; other lines stay as they are. Both only where the group allows it.
    void choose(int line, Side side);
    void chooseAll(Side side);
    [[nodiscard]] int undecided() const;
    [[nodiscard]] int firstUndecided() const; ///< -1: none
    [[nodiscard]] bool hasCollision() const;

    /// The whole row as decided; undecided groups hold theirs.
    [[nodiscard]] QVariantMap result() const;
    /// What has to be written upon theirs: the fields of result() that differ from it. Empty: nothing to send.
    [[nodiscard]] QVariantMap changes() const;
    /// A third editor was quicker than the decision: what was decided becomes mine, their version that it was decided
    /// upon becomes the opened one.
    [[nodiscard]] Conflict rebased(const std::vector<ConflictGroup>& groups, const QVariantMap& theirs) const;

private:
    QVariantMap m_opened;
    QVariantMap m_mine;
    QVariantMap m_theirs;
    std::vector<Line> m_lines;
};

/// The fields of an appointment that can be edited: starts_at, length, staff, others, service, price, client, note,
/// label, confirmation. Lengths in seconds, instants in unix seconds, price as [minor, currency].
[[nodiscard]] QVariantMap conflictFields(const Appointment& appointment);
/// Those that an edit sets.
[[nodiscard]] QVariantMap conflictFields(const EditAppointment& edit);
/// The edit that sets these fields.
[[nodiscard]] EditAppointment editFromFields(AppointmentId id, RowVersion seen, const QVariantMap& fields);
/// Rooms and equipment that an appointment takes, staff left out.
[[nodiscard]] std::vector<ResourceId> otherResources(const Appointment& appointment);

/// What is chosen as one: "when" (start, end, staff, room), "service" (service, length, price), "note" and "label"
/// (both may be kept), "client", "confirmation". A length belongs to "when" (somebody resized) unless one side changed
/// the service too, which brings its own length.
[[nodiscard]] std::vector<ConflictGroup> appointmentGroups(const QVariantMap& opened, const QVariantMap& mine,
                                                           const QVariantMap& theirs);
[[nodiscard]] Conflict appointmentConflict(const Appointment& opened, const EditAppointment& mine,
                                           const Appointment& theirs);

} // namespace frontdesk
