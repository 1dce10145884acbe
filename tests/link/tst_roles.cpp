#include "models/storage/persons.h"
#include "tests/link/desk.h"

using namespace frontdesk;
using frontdesk::test::aHaircut;
using frontdesk::test::describe;
using frontdesk::test::Desk;
using frontdesk::test::idOf;
using frontdesk::test::onMonday;
using frontdesk::test::TestDatabase;

/// A link under a person's own login on PostgreSQL: everything that a window shows may be read whole, and what a group
/// may not do is Forbidden.
class tst_Roles : public QObject
{
    Q_OBJECT
private slots:
    void aLinkUnderEachGroup_data();
    void aLinkUnderEachGroup();
    void clientsWrittenByHandAreFound_data() { frontdesk::test::onBothDatabases(); }
    void clientsWrittenByHandAreFound();
    void theOwnerIsSignedInOnSqlite();
};

void tst_Roles::aLinkUnderEachGroup_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<bool>("books");
    QTest::addColumn<bool>("manages");
    QTest::newRow("receptionist") << QStringLiteral("receptionist") << true << false;
    QTest::newRow("manager") << QStringLiteral("manager") << true << true;
    QTest::newRow("auditor") << QStringLiteral("auditor") << false << false;
}

void tst_Roles::aLinkUnderEachGroup()
{
    QFETCH(QString, group);
    QFETCH(bool, books);
    QFETCH(bool, manages);
    TestDatabase book(Dialect::Postgresql);
    book.fillSmallSalon();
    const QString login = frontdesk::test::uniqueTestName(QStringLiteral("fd_maya"));
    const CreatedPerson made =
        createPerson(*book.connect(), {QStringLiteral("Maya"), group, login, QStringLiteral("a long enough password")});
    QVERIFY2(!made.error, qPrintable(made.error.text));
    DatabaseUrl url = book.url();
    url.setUser(login);
    url.setPassword(QStringLiteral("a long enough password"));
    {
        Desk desk(url);
        QTRY_VERIFY_WITH_TIMEOUT(desk.firstRead, 10000);
        QCOMPARE(desk.link->person(), made.id);
        QTRY_COMPARE_WITH_TIMEOUT(desk.link->services()->rowCount(), 3, 2000);
        QTRY_COMPARE_WITH_TIMEOUT(desk.link->state().desks, 1, 2000);

        const Outcome booked = desk.ask(aHaircut(1, onMonday(9)));
        QVERIFY2(books ? std::holds_alternative<Done>(booked) : std::holds_alternative<Forbidden>(booked),
                 qPrintable(describe(booked)));
        if (books) {
            QTRY_VERIFY(desk.shown(idOf(booked)));
            QCOMPARE(desk.shown(idOf(booked))->changedByName, QStringLiteral("Maya"));
        }
        std::optional<Outcome> saved;
        desk.link->saveService(1, RowVersion(1), {{QStringLiteral("name"), QStringLiteral("Cut")}}, this,
                               [&](const Outcome& outcome) { saved = outcome; });
        QTRY_VERIFY_WITH_TIMEOUT(saved.has_value(), 5000);
        QVERIFY2(manages ? std::holds_alternative<Done>(*saved) : std::holds_alternative<Forbidden>(*saved),
                 qPrintable(describe(*saved)));
        QVERIFY(desk.isLive());
    }
    (void)book.typed(QStringLiteral("DROP ROLE %1").arg(login));
}

void tst_Roles::clientsWrittenByHandAreFound()
{
    QFETCH(Dialect, dialect);
    TestDatabase book(dialect);
    book.fillSmallSalon();
    const auto typed = book.typed(QStringLiteral("INSERT INTO client (name) VALUES ('Zdenka Horáková')"));
    QVERIFY2(!typed.error, qPrintable(typed.error.text));
    Desk desk(book.url());
    QTRY_VERIFY_WITH_TIMEOUT(desk.firstRead, 10000);
    // Some seconds after the start, and without holding anybody up.
    const auto keys = [&] {
        return book
            .typed(QStringLiteral("SELECT count(*) FROM client_search k JOIN client c ON c.id = k.client_id "
                                  "WHERE c.name LIKE 'Zdenka%'"))
            .value.toInt();
    };
    QTRY_VERIFY_WITH_TIMEOUT(keys() > 0, 10000);
    std::optional<std::vector<ClientHit>> found;
    desk.link->searchClients(QStringLiteral("hora"), 5, this,
                             [&](const std::vector<ClientHit>& hits) { found = hits; });
    QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), 5000);
    QCOMPARE(found->size(), size_t(1));
}

void tst_Roles::theOwnerIsSignedInOnSqlite()
{
    TestDatabase book(Dialect::Sqlite);
    book.fillSmallSalon();
    const CreatedPerson made =
        createPerson(*book.connect(), {QStringLiteral("Maya"), QStringLiteral("receptionist"), {}, {}}, PersonId(1));
    QVERIFY2(!made.error, qPrintable(made.error.text));
    for (const auto& [name, person] : {std::pair(QStringLiteral("Maya"), made.id), std::pair(QString(), PersonId(1)),
                                       std::pair(QStringLiteral("nobody"), PersonId(1))}) {
        DatabaseLink link(book.url(), {QStringLiteral("Desk 1"), name});
        link.start();
        QTRY_COMPARE_WITH_TIMEOUT(link.person(), person, 5000);
    }
}

QTEST_GUILESS_MAIN(tst_Roles)
#include "tst_roles.moc"
