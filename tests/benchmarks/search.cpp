#include "models/booking/client_index.h"
#include "models/booking/client_keys.h"
#include "models/booking/client_search.h"
#include "models/domain/clock.h"
#include "models/storage/connection.h"
#include "tests/benchmarks/bench_book.h"
#include "tests/benchmarks/figure.h"

#include <QElapsedTimer>

#include <random>

namespace frontdesk::bench
{

namespace
{

constexpr int hitsWanted = 10; ///< as many as the desk asks for

QString anyOf(const QStringList& words, std::mt19937& random)
{
    return words.at(int(random() % uint(words.size())));
}

/// Names of a town: sixty common first names, some thousand family names of syllables, and Chinese ones.
QString anyName(std::mt19937& random)
{
    static const QStringList first =
        QStringLiteral("Lena Anna Ana Omar Till Jürgen Emma Hugo Paul Mia Ben Zoë Karl Ida Max Ruth "
                       "Nina Carlos Sofia Jack Yuki Elif Marta Piotr Ivan Olga Hélène Noor Amir Leo")
            .split(u' ');
    static const QStringList syllables =
        QStringLiteral("ka ber mann sto li schu mei wag ner hof ro sen berg ling dor fe ta no vi gra fi sc")
            .split(u' ');
    static const QString han = QStringLiteral("王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗芳伟娜静秀英敏美玲浩然");
    if (random() % 20 == 0)
        return QString(han.at(int(random() % 20))) + han.at(20 + int(random() % uint(han.size() - 20)));
    QString family = anyOf(syllables, random) + anyOf(syllables, random) + anyOf(syllables, random);
    family[0] = family.at(0).toUpper();
    return anyOf(first, random) + u' ' + family;
}

void fillClients(Connection& connection, int count)
{
    constexpr int atOnce = 500;
    std::mt19937 random(1); // the same names in each run
    for (int made = 0; made < count; made += atOnce) {
        QStringList rows;
        for (int i = 0; i < atOnce; ++i) {
            const QString phone = QStringLiteral("+49151%1").arg(made + i, 8, 10, QLatin1Char('0'));
            rows << QStringLiteral("('%1', '%2', '%2', '%3', 1)").arg(anyName(random), phone, phone.right(4));
        }
        const StorageError error = connection.execute(
            QStringLiteral("INSERT INTO client (name, phone, phone_e164, phone_last4, changed_by) VALUES ") +
            rows.join(QStringLiteral(", ")));
        if (error)
            qFatal("%s", qPrintable(error.text));
    }
    const ClientKeys keys;
    if (const Reindexed done = reindexClients(connection, keys, false); done.error || done.clients < count)
        qFatal("%d clients have keys: %s", done.clients, qPrintable(done.error.text));
}

double milliseconds(const std::function<void()>& what)
{
    std::vector<double> times;
    for (int i = 0; i < 9; ++i) {
        QElapsedTimer timer;
        timer.start();
        what();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return median(times);
}

/// The slowest of what is typed while somebody looks for a client, letter by letter.
double slowestSearch(Connection& connection, const ClientKeys& keys)
{
    double slowest = 0;
    for (const char* typed : {"l", "len", "lena", "lena f", "lena fisc", "fi le", "schu", "schu zz", "mann lena",
                              "an sc", "ka x", "jürgen wag", "4711", "+49151", "王", "wang", "wf", "王芳"}) {
        const QString text = QString::fromUtf8(typed);
        slowest = std::max(slowest, milliseconds([&] {
                               const ClientsOrError found =
                                   findClients(connection, keys, text, hitsWanted, SystemClock().now());
                               if (std::holds_alternative<StorageError>(found))
                                   qFatal("the search for %s failed", typed);
                           }));
    }
    return slowest;
}

} // namespace

std::vector<Figure> clientSearch(const Settings& settings)
{
    const int many = settings.quick ? 20'000 : 200'000;
    std::vector<Figure> figures;
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::Postgresql}) {
        const test::TestDatabase book(dialect);
        const auto connection = book.connect();
        fillClients(*connection, many);
        if (dialect == Dialect::Postgresql && connection->execute(QStringLiteral("ANALYZE")))
            qFatal("no ANALYZE");
        const ClientKeys keys;
        (void)slowestSearch(*connection, keys); // ICU's tables and the database's pages are read
        const Pair pair = interleaved(
            [&] {
                return milliseconds([&] {
                    if (std::holds_alternative<StorageError>(
                            readClientHit(*connection, ClientId(many / 2), SystemClock().now())))
                        qFatal("reading a client failed");
                });
            },
            [&] { return slowestSearch(*connection, keys); });
        figures.push_back(
            {QStringLiteral("search_%1_%2")
                 .arg(dialect == Dialect::Sqlite ? QStringLiteral("sqlite") : QStringLiteral("postgresql"))
                 .arg(many),
             pair.ours, QStringLiteral("ms, the slowest of 18 texts"), 30, Figure::Side::AtMost, pair.floor,
             QStringLiteral("ms, one client by its id")});
    }
    return figures;
}

} // namespace frontdesk::bench
