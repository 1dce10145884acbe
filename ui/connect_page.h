#pragma once

#include "models/storage/database_url.h"
#include "ui/connect_password.h"
#include "ui/dialog_parts.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSpinBox>

class QGridLayout;

namespace frontdesk
{

/// Where the PostgreSQL server is and who signs in. The password goes to the keychain or nowhere.
class ConnectPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectPage(PasswordStore* passwords, QWidget* parent = nullptr);

    /// The last server; its password is asked of the keychain.
    void setServer(const DatabaseUrl& url);
    /// Nothing while a field can't be used; the reason stands beside it.
    [[nodiscard]] std::optional<DatabaseUrl> typed();
    [[nodiscard]] bool keepsPassword() const { return m_keep->isChecked(); }
    /// The page is shown: the password has the focus, and whether it can be kept is found out.
    void askForPassword();
    /// The keychain can't keep it: the choice is off, with the reason.
    void refuseKeeping(const QString& why);
    void setProblem(const QString& text) { m_problem->setText(text); }

signals:
    void connectAsked();
    void back();

private:
    void addField(QGridLayout* grid, const QString& name, QWidget* field, const QString& objectName);

    PasswordStore* m_passwords;
    QLineEdit* m_host;
    QSpinBox* m_port;
    QLineEdit* m_database;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QCheckBox* m_keep;
    PlainLabel* m_whyNot; ///< can it not be kept
    bool m_looked = false;
    PlainLabel* m_problem;
};

} // namespace frontdesk
