#include "models/storage/create_book.h"
#include "models/storage/persons.h"
#include "models/storage/scram.h"
#include "tests/support/private_cluster.h"
#include "tests/support/test_database.h"

#include <QRegularExpression>
#include <QTest>

using frontdesk::Connection;
using frontdesk::createPerson;
using frontdesk::DatabaseUrl;
using frontdesk::Dialect;
using frontdesk::disablePerson;
using frontdesk::listPersons;
using frontdesk::NewPerson;
using frontdesk::OpenProblem;
using frontdesk::PersonId;
using frontdesk::resetPassword;
using frontdesk::scramVerifier;
using frontdesk::test::PrivateCluster;
using frontdesk::test::TestDatabase;
using Kind = frontdesk::StorageError::Kind;

namespace
{

NewPerson person(const char* login, const char* group, const QString& password = QStringLiteral("a long password"))
{
    return {QStringLiteral("Maya O'Neill 美"), QString::fromLatin1(group), QString::fromLatin1(login), password};
}

} // namespace

class TestPersons : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void verifiersFollowTheStandard();
    void verifiersDiffer();
    void refusesPasswords_data();
    void refusesPasswords();
    void passwordsLogIn_data();
    void passwordsLogIn();
    void aPersonComesAndGoes();
    void onlyManagersMayMakePersons();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void sqliteHasPersonsWithoutLogins();

private:
    [[nodiscard]] DatabaseUrl as(const QString& login, const QString& password) const;

    std::unique_ptr<PrivateCluster> m_cluster;
    DatabaseUrl m_book; ///< as the superuser
};

void TestPersons::initTestCase()
{
    m_cluster = std::make_unique<PrivateCluster>();
    m_book = m_cluster->url();
    m_book.setDatabase(QStringLiteral("salon"));
    const auto created = frontdesk::createBook(m_book, QStringLiteral("Salon"));
    QVERIFY2(created.kind == frontdesk::CreatedBook::Kind::Created, qPrintable(created.detail));
}

DatabaseUrl TestPersons::as(const QString& login, const QString& password) const
{
    DatabaseUrl url = m_book;
    url.setUser(login);
    url.setPassword(password);
    return url;
}

/// RFC 7677's example: from its keys come the proof and the signature that stand there.
void TestPersons::verifiersFollowTheStandard()
{
    const auto verifier =
        scramVerifier(QStringLiteral("pencil"), QByteArray::fromBase64("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096);
    QCOMPARE(*verifier,
             QByteArray("SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:"
                        "wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU="));
}

void TestPersons::verifiersDiffer()
{
    const auto one = scramVerifier(QStringLiteral("pencil"));
    const auto other = scramVerifier(QStringLiteral("pencil"));
    QVERIFY(one && other && *one != *other); // each has a salt of its own
    static const QRegularExpression form(
        QStringLiteral("^SCRAM-SHA-256\\$4096:[A-Za-z0-9+/]{22}==\\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$"));
    QVERIFY(form.match(QString::fromLatin1(*one)).hasMatch());
}

void TestPersons::refusesPasswords_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("empty") << QString();
    QTest::newRow("NUL") << QString(QStringLiteral("abc") + QChar(0));
    QTest::newRow("line feed") << QStringLiteral("abc\n");
    QTest::newRow("a control character beyond ASCII") << QString(QStringLiteral("abc") + QChar(0x85));
    QTest::newRow("half a character") << QString(QStringLiteral("abc") + QChar(0xD83D));
}

void TestPersons::refusesPasswords()
{
    QFETCH(QString, password);
    QVERIFY(!scramVerifier(password));
    const auto connection = Connection::open(m_book).connection;
    QVERIFY(connection);
    const auto made = createPerson(*connection, person("refused", "receptionist", password));
    QCOMPARE(made.error.kind, Kind::Rule);
    QCOMPARE(made.error.rule, QStringLiteral("password"));
    QCOMPARE(resetPassword(*connection, PersonId(1), password).rule, QStringLiteral("password"));
}

void TestPersons::passwordsLogIn_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("plain") << QStringLiteral("correct horse");
    QTest::newRow("quotes and signs") << QStringLiteral("'\"\\;:@/%$ {}");
    QTest::newRow("300 characters") << QString(300, u'x');
    QTest::newRow("umlauts, composed") << QStringLiteral("Zoë Müller");
    QTest::newRow("umlauts, decomposed") << QStringLiteral("Zoe\u0308 Mu\u0308ller");
    QTest::newRow("a ligature and a wide letter") << QStringLiteral("ﬁne Ａ");
    QTest::newRow("spaces of other kinds") << QStringLiteral("a\u00a0b\u3000c");
    QTest::newRow("a soft hyphen") << QStringLiteral("re\u00adset");
    QTest::newRow("Hebrew") << QStringLiteral("שלום");
    QTest::newRow("Hebrew and a digit at the end") << QStringLiteral("שלום1");
    QTest::newRow("Arabic and Latin") << QStringLiteral("abc مرحبا");
    QTest::newRow("Chinese") << QStringLiteral("美玲的密码");
    QTest::newRow("emoji") << QStringLiteral("pass😀word👩‍🦰");
}

/// The server's own client library prepares the password again at each login: both must come to the same.
void TestPersons::passwordsLogIn()
{
    QFETCH(QString, password);
    const auto manager = Connection::open(m_book).connection;
    QVERIFY(manager);
    static int count = 0;
    const QString login = QStringLiteral("login%1").arg(++count);
    const auto made = createPerson(*manager, person(qPrintable(login), "receptionist", password));
    QVERIFY2(!made.error, qPrintable(made.error.text));
    const auto opened = Connection::open(as(login, password));
    QVERIFY2(opened.connection, qPrintable(opened.detail));
    QCOMPARE(Connection::open(as(login, password + u'x')).problem, OpenProblem::WrongPassword);
    QCOMPARE(Connection::open(as(login, {})).problem, OpenProblem::WrongPassword);
}

void TestPersons::aPersonComesAndGoes()
{
    const auto superuser = Connection::open(m_book).connection;
    QVERIFY(superuser);
    const auto boss = createPerson(*superuser, person("boss", "manager"));
    QVERIFY2(!boss.error, qPrintable(boss.error.text));
    const auto manager = Connection::open(as(QStringLiteral("boss"), QStringLiteral("a long password"))).connection;
    QVERIFY(manager);
    const auto made = createPerson(*manager, person("maya", "receptionist"));
    QVERIFY2(!made.error, qPrintable(made.error.text));
    const auto mayaIn = [&](const char* password) {
        return Connection::open(as(QStringLiteral("maya"), QString::fromLatin1(password))).problem;
    };
    QCOMPARE(mayaIn("a long password"), OpenProblem::None);

    const auto list = listPersons(*manager);
    QVERIFY(!list.error);
    const auto found =
        std::find_if(list.persons.begin(), list.persons.end(), [&](const auto& p) { return p.id == made.id; });
    QVERIFY(found != list.persons.end());
    QCOMPARE(found->name, QStringLiteral("Maya O'Neill 美"));
    QCOMPARE(found->login, QStringLiteral("maya"));
    QCOMPARE(found->group, QStringLiteral("receptionist"));
    QVERIFY(!found->retired);

    QVERIFY(!resetPassword(*manager, made.id, QStringLiteral("another")));
    QCOMPARE(mayaIn("a long password"), OpenProblem::WrongPassword);
    QCOMPARE(mayaIn("another"), OpenProblem::None);

    QVERIFY(!disablePerson(*manager, made.id));
    QVERIFY(mayaIn("another") != OpenProblem::None);
    QVERIFY(disablePerson(*manager, made.id));
    QVERIFY(disablePerson(*manager, boss.id)); // nobody locks themselves out
    QVERIFY(resetPassword(*manager, made.id, QStringLiteral("third")));
}

void TestPersons::onlyManagersMayMakePersons()
{
    const auto superuser = Connection::open(m_book).connection;
    QVERIFY(superuser);
    for (const char* group : {"receptionist", "auditor", "online"}) {
        const QByteArray login = QByteArray("plain_") + group;
        const auto made = createPerson(*superuser, person(login.constData(), group));
        QVERIFY2(!made.error, qPrintable(made.error.text));
        const auto connection =
            Connection::open(as(QString::fromLatin1(login), QStringLiteral("a long password"))).connection;
        QVERIFY(connection);
        QCOMPARE(createPerson(*connection, person("sneaked_in", "manager")).error.kind, Kind::Forbidden);
        QCOMPARE(disablePerson(*connection, PersonId(1)).kind, Kind::Forbidden);
        QCOMPARE(resetPassword(*connection, PersonId(1), QStringLiteral("mine now")).kind, Kind::Forbidden);
    }
}

void TestPersons::refusesWhatIsWrong_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("group");
    QTest::newRow("no such group") << "fine"
                                   << "superuser";
    QTest::newRow("no login") << ""
                              << "manager";
    QTest::newRow("the superuser") << "postgres"
                                   << "manager";
    QTest::newRow("a group as a login") << "frontdesk_manager"
                                        << "manager";
    QTest::newRow("quotes in a login") << "x\"; DROP ROLE postgres; --"
                                       << "manager";
    QTest::newRow("capitals") << "Maya"
                              << "manager";
}

void TestPersons::refusesWhatIsWrong()
{
    QFETCH(QString, login);
    QFETCH(QString, group);
    const auto connection = Connection::open(m_book).connection;
    QVERIFY(connection);
    const auto made = createPerson(*connection, person(qPrintable(login), qPrintable(group)));
    QCOMPARE(made.error.kind, Kind::Rule);
    QVERIFY(!made.error.rule.isEmpty());
    QVERIFY(!made.id.isValid());
}

void TestPersons::sqliteHasPersonsWithoutLogins()
{
    const TestDatabase book(Dialect::Sqlite);
    const auto connection = book.connect();
    const auto made = createPerson(*connection, person("", "receptionist", {}), PersonId(1));
    QVERIFY2(!made.error, qPrintable(made.error.text));
    QCOMPARE(listPersons(*connection).persons.size(), size_t(2));
    QCOMPARE(listPersons(*connection).persons.at(1).login, QString());
    QCOMPARE(resetPassword(*connection, made.id, QStringLiteral("x")).kind, Kind::Forbidden);
    QVERIFY(!disablePerson(*connection, made.id, PersonId(1)));
    QVERIFY(listPersons(*connection).persons.at(1).retired);
    QCOMPARE(disablePerson(*connection, made.id, PersonId(1)).kind, Kind::Gone);
    QCOMPARE(createPerson(*connection, person("", "superuser", {}), PersonId(1)).error.kind, Kind::Rule);
}

QTEST_GUILESS_MAIN(TestPersons)
#include "tst_persons.moc"
