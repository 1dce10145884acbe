#include "models/tables/appointment_table_model.h"
#include "tests/benchmarks/bench_book.h"
#include "tests/benchmarks/figure.h"

#include <QElapsedTimer>

namespace frontdesk::bench
{

namespace
{

/// Milliseconds of one re-read of the measured week by the very model that the desk uses, the median of 15.
double rereadMilliseconds(AppointmentTableModel& model)
{
    std::vector<double> times;
    for (int i = 0; i < 15; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!model.select())
            qFatal("re-reading the week failed");
        if (model.snapshot()->rows.size() != 7 * 24)
            qFatal("the week has %zu rows", model.snapshot()->rows.size());
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return median(times);
}

} // namespace

std::vector<Figure> rereadWeek(const Settings& settings)
{
    const int many = settings.quick ? 200'000 : 1'000'000;
    std::vector<Figure> figures;
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::Postgresql}) {
        const test::TestDatabase small(dialect);
        const test::TestDatabase large(dialect);
        fillForReading(small, 10'000);
        fillForReading(large, many);
        const auto smallConnection = small.connect();
        const auto largeConnection = large.connect();
        AppointmentTableModel smallModel(*smallConnection);
        AppointmentTableModel largeModel(*largeConnection);
        smallModel.setRange(LocationId(1), measuredWeek());
        largeModel.setRange(LocationId(1), measuredWeek());
        const Pair pair =
            interleaved([&] { return rereadMilliseconds(smallModel); }, [&] { return rereadMilliseconds(largeModel); });

        const QString name = dialect == Dialect::Sqlite ? QStringLiteral("sqlite") : QStringLiteral("postgresql");
        const QString floorUnit = QStringLiteral("ms with 10,000");
        figures.push_back({QStringLiteral("reread_week_%1_%2").arg(name).arg(many), pair.ours, QStringLiteral("ms"), 50,
                           Figure::Side::AtMost, pair.floor, floorUnit});
        figures.push_back({QStringLiteral("reread_week_%1_growth").arg(name), pair.ours / pair.floor,
                           QStringLiteral("times that with 10,000"), 1.3, Figure::Side::AtMost, pair.floor, floorUnit});
    }
    return figures;
}

} // namespace frontdesk::bench
