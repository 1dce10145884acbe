#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

/// The documents name files and folders of the house; every one of them must be there.
class TestDocuments : public QObject
{
    Q_OBJECT
private slots:
    void everyPathThatIsNamedExists_data()
    {
        QTest::addColumn<QString>("document");
        for (const char* document : {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "resources/sql/README.md"})
            QTest::newRow(document) << QString::fromLatin1(document);
    }
    void everyPathThatIsNamedExists()
    {
        QFETCH(QString, document);
        const QDir top(QStringLiteral(FRONTDESK_SOURCE));
        QFile file(top.filePath(document));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(document));
        const QString text = QString::fromUtf8(file.readAll());
        static const QRegularExpression path(QStringLiteral(
            R"((?:`|\]\()((?:app|ui|models|resources|tests|packaging|docs|\.ci)/[\w./-]+|[A-Z]+\.md)(?=[`)\s*]))"));
        int named = 0;
        QStringList missing;
        for (auto match = path.globalMatch(text); match.hasNext(); ++named) {
            const QString name = match.next().captured(1);
            const bool wildcard = name.endsWith(QLatin1String(".")); // `ui/block_painter.*`
            const QFileInfo info(top.filePath(name));
            const bool there =
                wildcard ? !info.dir().entryList({info.fileName() + QLatin1Char('*')}).isEmpty() : info.exists();
            if (!there)
                missing << name;
        }
        QVERIFY(named > 0);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char(' '))));
    }
};

QTEST_APPLESS_MAIN(TestDocuments)
#include "tst_documents.moc"
