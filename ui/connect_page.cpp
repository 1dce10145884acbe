#include "ui/connect_page.h"

#include "ui/outlined_box.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QUrl>

namespace frontdesk
{

ConnectPage::ConnectPage(PasswordStore* passwords, QWidget* parent)
    : QWidget(parent),
      m_passwords(passwords),
      m_host(new QLineEdit(QStringLiteral("localhost"), this)),
      m_port(new Outlined<QSpinBox>(this)),
      m_database(new QLineEdit(QStringLiteral("frontdesk"), this)),
      m_user(new QLineEdit(this)),
      m_password(new QLineEdit(this)),
      m_keep(new QCheckBox(tr("&Keep the password in this computer's keychain"), this)),
      m_whyNot(new PlainLabel(PlainLabel::Tone::Muted, {}, this)),
      m_problem(new PlainLabel(PlainLabel::Tone::Error, {}, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* words = new PlainLabel(PlainLabel::Tone::Muted,
                                 tr("A manager gives you these; every person has a login of their own."), this);
    words->setWordWrap(true);
    layout->addWidget(words);
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(8);
    m_port->setRange(1, 65535);
    m_port->setValue(5432);
    m_port->setGroupSeparatorShown(false);
    m_password->setEchoMode(QLineEdit::Password);
    addField(grid, tr("&Server"), m_host, QStringLiteral("host"));
    addField(grid, tr("&Port"), m_port, QStringLiteral("port"));
    addField(grid, tr("&Database"), m_database, QStringLiteral("database"));
    addField(grid, tr("&User"), m_user, QStringLiteral("user"));
    addField(grid, tr("Pass&word"), m_password, QStringLiteral("password"));
    layout->addLayout(grid);
    m_keep->setObjectName(QStringLiteral("keepPassword"));
    layout->addWidget(m_keep);
    m_whyNot->setObjectName(QStringLiteral("whyNotKept"));
    m_whyNot->setWordWrap(true);
    m_whyNot->hide();
    layout->addWidget(m_whyNot);
    m_problem->setObjectName(QStringLiteral("connectProblem"));
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    auto* buttons = new QHBoxLayout;
    auto* leave = new KeyButton(tr("&Back"), {}, KeyButton::Rank::Plain, this);
    leave->setObjectName(QStringLiteral("connectBack"));
    auto* connectButton = new KeyButton(tr("&Connect"), tr("Enter"), KeyButton::Rank::Primary, this);
    connectButton->setObjectName(QStringLiteral("connect"));
    connect(leave, &QPushButton::clicked, this, &ConnectPage::back);
    connect(connectButton, &QPushButton::clicked, this, &ConnectPage::connectAsked);
    for (QLineEdit* field : {m_host, m_database, m_user, m_password})
        connect(field, &QLineEdit::returnPressed, this, &ConnectPage::connectAsked);
    buttons->addStretch(1);
    buttons->addWidget(leave);
    buttons->addWidget(connectButton);
    layout->addLayout(buttons);
}

void ConnectPage::addField(QGridLayout* grid, const QString& name, QWidget* field, const QString& objectName)
{
    const int row = grid->rowCount();
    auto* label = new QLabel(name, this);
    label->setBuddy(field);
    field->setObjectName(objectName);
    field->setAccessibleName(QString(name).remove(QLatin1Char('&')));
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row, 1);
}

void ConnectPage::setServer(const DatabaseUrl& url)
{
    m_host->setText(url.host());
    m_port->setValue(url.port());
    m_database->setText(url.database());
    m_user->setText(url.user());
    m_passwords->read(url, this, [this](const QString& password) {
        if (m_password->text().isEmpty() && !password.isEmpty()) {
            m_password->setText(password);
            m_keep->setChecked(true);
        }
    });
}

void ConnectPage::askForPassword()
{
    m_password->selectAll();
    m_password->setFocus(Qt::OtherFocusReason);
    if (m_looked)
        return;
    m_looked = true;
    m_passwords->look(this, [this](bool there) {
        if (!there)
            refuseKeeping(tr("There is no keychain on this computer: the password is asked for at each start."));
    });
}

void ConnectPage::refuseKeeping(const QString& why)
{
    m_keep->setChecked(false);
    m_keep->setEnabled(false);
    m_keep->setAccessibleDescription(why);
    m_whyNot->setText(why);
    m_whyNot->show();
}

std::optional<DatabaseUrl> ConnectPage::typed()
{
    QUrl address;
    address.setScheme(QStringLiteral("postgresql"));
    address.setHost(m_host->text().trimmed());
    address.setPort(m_port->value());
    address.setUserName(m_user->text().trimmed());
    address.setPath(QLatin1Char('/') + m_database->text().trimmed(), QUrl::DecodedMode);
    std::optional<DatabaseUrl> url;
    if (m_host->text().trimmed().isEmpty() || !address.isValid())
        m_problem->setText(tr("The server needs a name, such as “localhost” or “db.example.org”."));
    else if (m_database->text().trimmed().isEmpty() || m_user->text().trimmed().isEmpty())
        m_problem->setText(tr("Which database, and which user?"));
    else
        url = DatabaseUrl::parse(address.toString(QUrl::FullyEncoded));
    if (!url)
        return {};
    m_problem->clear();
    url->setPassword(m_password->text());
    return url;
}

} // namespace frontdesk
