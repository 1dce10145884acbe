#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace frontdesk::bench
{

/// One line of the report. A limit is kept when value stands on its right side of it.
struct Figure {
    enum class Side { AtLeast, AtMost };
    QString name;
    double value = 0;
    QString unit;
    double limit = 0;
    Side side = Side::AtMost;
    double floor = 0; ///< what the bare thing beside it reached in the same run, in floorUnit
    QString floorUnit;

    [[nodiscard]] bool kept() const { return side == Side::AtLeast ? value >= limit : value <= limit; }
};

struct Settings {
    bool quick = false;
    QString programs; ///< folder of frontdesk and frontdesk-empty-window
    [[nodiscard]] double secondsALeg() const { return quick ? 1.0 : 3.0; }
};

/// A group of figures that are measured together; `name` is what --only selects.
struct Group {
    QString name;
    std::function<std::vector<Figure>(const Settings&)> measure;
};

std::vector<Figure> bookingOnPostgresql(const Settings& settings);
std::vector<Figure> bookingOnSqlite(const Settings& settings);
std::vector<Figure> rereadWeek(const Settings& settings);
std::vector<Figure> startAndMemory(const Settings& settings);
std::vector<Figure> live(const Settings& settings);
std::vector<Figure> clientSearch(const Settings& settings);

/// The process roles of bookingOnSqlite: prints how many rows it wrote until the deadline.
int sqliteWorker(const QStringList& arguments);

[[nodiscard]] double median(std::vector<double> values);
/// Runs floor and ours in turn, three times, and gives both medians.
struct Pair {
    double floor;
    double ours;
};
[[nodiscard]] Pair interleaved(const std::function<double()>& floor, const std::function<double()>& ours);

} // namespace frontdesk::bench
