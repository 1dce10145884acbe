#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

namespace
{

/// What each folder may include besides itself and Qt: the one direction of ARCHITECTURE.md.
const QHash<QString, QStringList>& allowedBelow()
{
    static const QStringList storage = {QStringLiteral("models/domain"), QStringLiteral("models/storage")};
    static const QStringList everyModel = {QStringLiteral("models/")};
    static const QHash<QString, QStringList> rules = {
        {QStringLiteral("models/domain"), {}},
        {QStringLiteral("models/availability"), {QStringLiteral("models/domain")}},
        {QStringLiteral("models/storage"), {QStringLiteral("models/domain")}},
        {QStringLiteral("models/booking"), storage + QStringList{QStringLiteral("models/availability")}},
        {QStringLiteral("models/tables"), storage},
        {QStringLiteral("models/changes"), storage},
        {QStringLiteral("models/interchange"), storage + QStringList{QStringLiteral("models/booking")}},
        {QStringLiteral("models/check"), storage + QStringList{QStringLiteral("models/booking")}},
        {QStringLiteral("models/demo"),
         storage + QStringList{QStringLiteral("models/availability"), QStringLiteral("models/booking")}},
        {QStringLiteral("models/link"), everyModel},
        {QStringLiteral("paper"), {QStringLiteral("models/domain"), QStringLiteral("models/availability")}},
        {QStringLiteral("ui"), everyModel + QStringList{QStringLiteral("paper/")}},
        {QStringLiteral("app/admin"), everyModel + QStringList{QStringLiteral("paper/")}},
        {QStringLiteral("app/desk"), {QStringLiteral("models/"), QStringLiteral("ui/")}},
    };
    return rules;
}

/// What is wrong with a source file by its path from the top and its text; empty when nothing is.
QStringList violations(const QString& path, const QString& text)
{
    QStringList found;
    QString folder = path.section(QLatin1Char('/'), 0, -2);
    while (!folder.isEmpty() && !allowedBelow().contains(folder))
        folder = folder.section(QLatin1Char('/'), 0, -2);
    if (folder.isEmpty())
        return {QStringLiteral("%1 lies in no folder of the house; tests/house knows them").arg(path)};

    static const QRegularExpression include(QStringLiteral("^\\s*#include [<\"]([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    static const QRegularExpression widget(QStringLiteral(
        "^(QtWidgets/.*|QWidget|QDialog|QMessageBox|QApplication|QPushButton|QLabel|QMenu|QAbstractItemView)$"));
    static const QRegularExpression sqlType(QStringLiteral("^(QtSql/.*|QSql\\w*)$"));
    for (auto match = include.globalMatch(text); match.hasNext();) {
        const QString header = match.next().captured(1);
        const bool isPaper = folder == QLatin1String("paper");
        if ((isPaper || folder.startsWith(QLatin1String("models/"))) && widget.match(header).hasMatch())
            found << QStringLiteral("%1 includes %2: no widget in models and paper").arg(path, header);
        if ((isPaper || folder == QLatin1String("ui")) && sqlType.match(header).hasMatch())
            found << QStringLiteral("%1 includes %2: no database type in ui and paper").arg(path, header);
        static const QRegularExpression ours(QStringLiteral("^(models|paper|ui|app)/"));
        if (!ours.match(header).hasMatch() || header.startsWith(folder + QLatin1Char('/')))
            continue;
        const QStringList allowed = allowedBelow().value(folder);
        const bool fine = std::any_of(allowed.cbegin(), allowed.cend(),
                                      [&](const QString& prefix) { return header.startsWith(prefix); });
        if (!fine)
            found << QStringLiteral("%1 includes %2: against the one direction").arg(path, header);
    }

    static const QRegularExpression sqlText(
        QStringLiteral("\"\\s*(SELECT\\s|INSERT\\s+INTO\\s|UPDATE\\s+\\w+\\s+SET|DELETE\\s+FROM\\s)"));
    if (folder != QLatin1String("models/storage") && sqlText.match(text).hasMatch())
        found << QStringLiteral("%1 holds SQL text: it belongs into resources/sql").arg(path);
    return found;
}

} // namespace

class TestLayering : public QObject
{
    Q_OBJECT
private slots:
    void everyFileKeepsTheOneDirection()
    {
        const QDir top(QStringLiteral(FRONTDESK_SOURCE));
        QStringList found;
        int files = 0;
        for (const char* root : {"models", "paper", "ui", "app"}) {
            QDirIterator it(top.filePath(QLatin1String(root)), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                            QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                found << violations(top.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
                ++files;
            }
        }
        QVERIFY(files > 20);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void aViolationIsSeen_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("bad");
        const auto row = [](const char* name, const char* path, const char* text, bool bad) {
            QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(text) << bad;
        };
        row("a widget in models", "models/domain/x.h", "#include <QWidget>", true);
        row("a database type in ui", "ui/x.cpp", "#include <QSqlQuery>", true);
        row("SQL text in ui", "ui/x.cpp", "auto q = \"SELECT 1\";", true);
        row("SQL text in storage", "models/storage/x.cpp", "auto q = \"SELECT 1\";", false);
        row("tables know booking", "models/tables/x.h", "#include \"models/booking/outcome.h\"", true);
        row("booking knows availability", "models/booking/x.h", "#include \"models/availability/availability.h\"",
            false);
        row("models know ui", "models/link/x.h", "#include \"ui/place.h\"", true);
        row("a widget on paper", "paper/x.cpp", "#include <QWidget>", true);
        row("a database type on paper", "paper/x.cpp", "#include <QSqlQuery>", true);
        row("paper knows ui", "paper/x.h", "#include \"ui/place.h\"", true);
        row("paper knows storage", "paper/x.h", "#include \"models/storage/connection.h\"", true);
        row("ui knows paper", "ui/x.cpp", "#include \"paper/day_sheet.h\"", false);
        row("models know paper", "models/tables/x.h", "#include \"paper/day_sheet.h\"", true);
        row("ui knows app", "ui/x.h", "#include \"app/desk/x.h\"", true);
        row("the desk knows ui", "app/desk/x.cpp", "#include \"ui/day_window.h\"", false);
    }
    void aViolationIsSeen()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(bool, bad);
        QCOMPARE(!violations(path, text).isEmpty(), bad);
    }
};

QTEST_APPLESS_MAIN(TestLayering)
#include "tst_layering.moc"
