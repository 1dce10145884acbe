#include "ui/start_dialog.h"

#include "ui/outlined_box.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QGuiApplication>
#include <QTimeZone>

namespace frontdesk
{

namespace
{

constexpr std::chrono::minutes KeychainPatience{1}; ///< somebody types the keychain's own password meanwhile

/// A choice of the first page: what it is, and one line about it.
KeyButton* choice(const QString& text, const QString& key, const QString& about, const QString& name, QVBoxLayout* into,
                  QWidget* parent)
{
    auto* button = new KeyButton(text, key, KeyButton::Rank::Plain, parent);
    button->setObjectName(name);
    button->setAccessibleDescription(about);
    button->setShortcut(QKeySequence(key));
    auto* words = new PlainLabel(PlainLabel::Tone::Muted, about, parent);
    words->setWordWrap(true);
    into->addWidget(button);
    into->addWidget(words);
    into->addSpacing(10);
    return button;
}

} // namespace

StartDialog::StartDialog(BookOpener* opener, PasswordStore* passwords, const Settings& settings, QWidget* parent)
    : QDialog(parent),
      m_opener(opener),
      m_passwords(passwords),
      m_settings(settings),
      m_url(settings.file),
      m_pages(new QStackedWidget(this)),
      m_connect(new ConnectPage(passwords, this))
{
    m_choice = choicePage();
    m_business = businessPage();
    m_working = workingPage();
    m_problem = problemPage();
    setObjectName(QStringLiteral("startDialog"));
    setWindowTitle(tr("Frontdesk"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(26, 22, 26, 22);
    layout->setSpacing(12);
    auto* title = new PlainLabel(PlainLabel::Tone::Title, tr("Your appointment book"), this);
    layout->addWidget(title);
    layout->addWidget(m_pages, 1);
    for (QWidget* page : {m_choice, m_business, static_cast<QWidget*>(m_connect), m_working, m_problem})
        m_pages->addWidget(page);
    connect(m_connect, &ConnectPage::back, this, [this] { showPage(m_choice); });
    connect(m_connect, &ConnectPage::connectAsked, this, [this] {
        if (const std::optional<DatabaseUrl> url = m_connect->typed())
            attempt(*url, m_connect->keepsPassword());
    });
    connect(m_opener, &BookOpener::progress, this, [this](int percent) {
        m_bar->setRange(0, 100);
        m_bar->setValue(percent);
    });
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(KeychainPatience);
    connect(&m_keeping, &QTimer::timeout, this, [this] {
        m_keeping.start(); // still the one that waits
        passwordKept(false);
    });
    if (m_settings.server)
        m_connect->setServer(*m_settings.server);
    setStyleSheet(fieldStyle(QGuiApplication::palette()));
    resize(540, 430);
    showPage(m_choice);
}

QWidget* StartDialog::choicePage()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* demo = choice(tr("&Look around in a demo salon"), QStringLiteral("1"),
                        tr("Six people's days, full of appointments; nothing in it is real."), QStringLiteral("demo"),
                        layout, page);
    auto* begin = choice(tr("&Begin a new book"), QStringLiteral("2"),
                         tr("For a business with a single computer; the book is a file on it."),
                         QStringLiteral("newBook"), layout, page);
    auto* server =
        choice(tr("&Connect to PostgreSQL"), QStringLiteral("3"),
               tr("For a business of several desks that share one database."), QStringLiteral("server"), layout, page);
    layout->addStretch(1);
    connect(demo, &QPushButton::clicked, this, &StartDialog::makeDemo);
    connect(begin, &QPushButton::clicked, this, [this] { showPage(m_business); });
    connect(server, &QPushButton::clicked, this, [this] { showPage(m_connect); });
    return page;
}

QWidget* StartDialog::businessPage()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(8);
    const auto field = [&](const QString& name, QWidget* widget, const char* objectName) {
        auto* label = new QLabel(name, page);
        label->setBuddy(widget);
        widget->setObjectName(QLatin1StringView(objectName));
        grid->addWidget(label, grid->rowCount(), 0);
        grid->addWidget(widget, grid->rowCount() - 1, 1);
    };
    m_name = new QLineEdit(page);
    m_name->setMaxLength(400);
    m_staff = new QLineEdit(page);
    m_staff->setPlaceholderText(tr("Ana, Ben, Chloé"));
    m_zone = new Outlined<QComboBox>(page);
    for (const QByteArray& zone : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromLatin1(zone));
    m_zone->setCurrentText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    m_currency = new QLineEdit(QLocale().currencySymbol(QLocale::CurrencyIsoCode), page);
    m_currency->setMaxLength(3);
    if (m_currency->text().size() != 3)
        m_currency->setText(QStringLiteral("EUR"));
    field(tr("&Business"), m_name, "businessName");
    field(tr("&Staff"), m_staff, "staffNames");
    field(tr("&Time zone"), m_zone, "zone");
    field(tr("&Currency"), m_currency, "currency");
    layout->addLayout(grid);
    m_businessProblem = new PlainLabel(PlainLabel::Tone::Error, {}, page);
    m_businessProblem->setObjectName(QStringLiteral("businessProblem"));
    layout->addWidget(m_businessProblem);
    auto* words =
        new PlainLabel(PlainLabel::Tone::Muted,
                       tr("Open Monday to Friday, 9 to 18, at first. Services are added in the menu Manage."), page);
    words->setWordWrap(true);
    layout->addWidget(words);
    layout->addStretch(1);
    auto* buttons = new QHBoxLayout;
    auto* back = new KeyButton(tr("B&ack"), {}, KeyButton::Rank::Plain, page);
    auto* make = new KeyButton(tr("&Make the book"), tr("Enter"), KeyButton::Rank::Primary, page);
    make->setObjectName(QStringLiteral("makeBook"));
    connect(back, &QPushButton::clicked, this, [this] { showPage(m_choice); });
    connect(make, &QPushButton::clicked, this, &StartDialog::makeBusiness);
    for (QLineEdit* line : {m_name, m_staff, m_currency})
        connect(line, &QLineEdit::returnPressed, this, &StartDialog::makeBusiness);
    buttons->addStretch(1);
    buttons->addWidget(back);
    buttons->addWidget(make);
    layout->addLayout(buttons);
    return page;
}

QWidget* StartDialog::workingPage()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    m_words = new PlainLabel(PlainLabel::Tone::Text, {}, page);
    m_words->setObjectName(QStringLiteral("working"));
    m_words->setWordWrap(true);
    m_bar = new QProgressBar(page);
    m_bar->setObjectName(QStringLiteral("progress"));
    layout->addStretch(1);
    layout->addWidget(m_words);
    layout->addWidget(m_bar);
    layout->addStretch(2);
    return page;
}

QWidget* StartDialog::problemPage()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    m_problemText = new PlainLabel(PlainLabel::Tone::Bold, {}, page);
    m_problemText->setObjectName(QStringLiteral("problem"));
    m_problemText->setWordWrap(true);
    m_problemDetail = new PlainLabel(PlainLabel::Tone::Muted, {}, page);
    m_problemDetail->setObjectName(QStringLiteral("problemDetail"));
    m_problemDetail->setWordWrap(true);
    m_problemDetail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_problemText);
    layout->addWidget(m_problemDetail);
    layout->addStretch(1);
    auto* buttons = new QHBoxLayout;
    auto* other = new KeyButton(tr("&Another book"), {}, KeyButton::Rank::Plain, page);
    other->setObjectName(QStringLiteral("another"));
    m_migrate = new KeyButton(tr("&Bring it up to date"), {}, KeyButton::Rank::Plain, page);
    m_migrate->setObjectName(QStringLiteral("migrate"));
    auto* again = new KeyButton(tr("&Try again"), tr("Enter"), KeyButton::Rank::Primary, page);
    again->setObjectName(QStringLiteral("again"));
    again->setDefault(true);
    connect(other, &QPushButton::clicked, this, [this] { showPage(m_choice); });
    connect(m_migrate, &QPushButton::clicked, this, &StartDialog::migrate);
    connect(again, &QPushButton::clicked, this, [this] {
        if (m_pageBefore == m_business)
            showPage(m_business); // with what was typed: the book was not made yet
        else
            attempt(m_url, false);
    });
    buttons->addStretch(1);
    buttons->addWidget(other);
    buttons->addWidget(m_migrate);
    buttons->addWidget(again);
    layout->addLayout(buttons);
    return page;
}

void StartDialog::showPage(QWidget* page)
{
    m_pages->setCurrentWidget(page);
    if (page == m_business)
        m_name->setFocus();
    else if (page == m_connect)
        m_connect->askForPassword();
}

void StartDialog::work(const QString& words)
{
    m_pageBefore = m_pages->currentWidget();
    m_words->setText(words);
    m_bar->setRange(0, 0);
    showPage(m_working);
}

void StartDialog::tryFirst(const DatabaseUrl& url)
{
    attempt(url, false);
}

void StartDialog::attempt(const DatabaseUrl& url, bool keepPassword)
{
    m_url = url;
    work(tr("Opening %1 …").arg(url.text()));
    m_opener->attempt(url, this, [this, keepPassword](const BookAnswer& answer) { attempted(answer, keepPassword); });
}

void StartDialog::attempted(const BookAnswer& answer, bool keepPassword)
{
    const bool file = m_url.dialect() == Dialect::Sqlite;
    if (answer.isGood() && !(answer.isEmpty && file))
        finish(keepPassword);
    else if (answer.isGood() || (file && answer.problem == OpenProblem::NoSuchFile))
        showPage(m_choice); // nothing is in it yet
    else
        showProblem(answer);
}

void StartDialog::finish(bool keepPassword)
{
    if (m_url.dialect() != Dialect::Postgresql || !keepPassword) {
        accept();
        return;
    }
    // The keychain may ask to be unlocked, or have gone away.
    work(tr("Keeping the password in the keychain …"));
    m_keeping.start();
    m_passwords->write(m_url, this, [this](bool kept) { passwordKept(kept); });
}

void StartDialog::passwordKept(bool kept)
{
    if (!m_keeping.isActive())
        return; // answered for already
    m_keeping.stop();
    if (kept) {
        accept();
        return;
    }
    m_connect->refuseKeeping(
        tr("The keychain did not take the password: it is asked for at each start. Connect goes on without."));
    showPage(m_connect);
}

void StartDialog::showProblem(const BookAnswer& answer)
{
    // Without a keychain every start asks; nothing was refused then.
    const bool isAsked = answer.problem == OpenProblem::WrongPassword && m_url.password().isEmpty();
    const QString text =
        isAsked ? tr("Type the password of %1; this computer does not keep it.").arg(m_url.user()) : answer.text;
    m_problemText->setText(text);
    QString detail = answer.detail;
    if (!answer.migrations.isEmpty())
        detail = tr("To be done: %1. A backup first is a good idea (frontdesk-admin backup).")
                     .arg(answer.migrations.join(QStringLiteral(", ")));
    m_problemDetail->setText(detail);
    m_migrate->setVisible(!answer.migrations.isEmpty());
    const bool fromForm = m_pageBefore == m_connect || answer.problem == OpenProblem::WrongPassword;
    if (answer.problem == OpenProblem::WrongPassword)
        m_passwords->forget(m_url);
    if (fromForm && m_url.dialect() == Dialect::Postgresql) {
        m_connect->setProblem(text);
        if (answer.migrations.isEmpty()) {
            showPage(m_connect);
            return;
        }
    }
    showPage(m_problem);
}

void StartDialog::makeDemo()
{
    m_url = m_settings.file;
    work(tr("Filling a demo salon …"));
    m_opener->createDemo(m_url, QDate::currentDate(), this,
                         [this](const BookAnswer& answer) { attempted(answer, false); });
}

void StartDialog::makeBusiness()
{
    NewBusiness business;
    business.name = m_name->text().trimmed();
    business.zone = m_zone->currentText().toLatin1();
    business.currency = m_currency->text().trimmed().toUpper().toLatin1();
    for (const QString& name : m_staff->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!name.trimmed().isEmpty())
            business.staff.append(name.trimmed());
    }
    if (business.name.isEmpty())
        m_businessProblem->setText(tr("The business needs a name."));
    else if (business.staff.isEmpty())
        m_businessProblem->setText(tr("Who works there? At least one name."));
    else if (business.currency.size() != 3)
        m_businessProblem->setText(tr("A currency's code has three letters, such as EUR."));
    else
        m_businessProblem->clear();
    if (!m_businessProblem->text().isEmpty())
        return;
    m_url = m_settings.file;
    work(tr("Making the book …"));
    m_opener->create(m_url, business, this, [this](const BookAnswer& answer) { attempted(answer, false); });
}

void StartDialog::migrate()
{
    work(tr("Bringing the book up to date …"));
    m_opener->migrate(m_url, this, [this](const BookAnswer& answer) { attempted(answer, false); });
}

} // namespace frontdesk
