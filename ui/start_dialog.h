#pragma once

#include "models/link/book_opener.h"
#include "ui/connect_page.h"
#include "ui/connect_password.h"
#include "ui/dialog_parts.h"

#include <QComboBox>
#include <QDialog>
#include <QProgressBar>
#include <QStackedWidget>
#include <QTimer>

namespace frontdesk
{

/// The first start, and every start on which the book can't be opened: look around in a demo salon, begin a new book,
/// or connect to a database of several desks; and what is wrong with a book, with what to do about it.
class StartDialog final : public QDialog
{
    Q_OBJECT
public:
    struct Settings {
        DatabaseUrl file;                  ///< where a book of this computer alone lies
        std::optional<DatabaseUrl> server; ///< the last one, without its password
    };
    StartDialog(BookOpener* opener, PasswordStore* passwords, const Settings& settings, QWidget* parent = nullptr);

    /// Opens on this book: accepted at once when all is well, else the page that fits what is wrong.
    void tryFirst(const DatabaseUrl& url);
    /// The book that was chosen, with its password in memory; once accepted.
    [[nodiscard]] const DatabaseUrl& url() const { return m_url; }

private:
    QWidget* choicePage();
    QWidget* businessPage();
    QWidget* workingPage();
    QWidget* problemPage();
    void showPage(QWidget* page);
    void attempt(const DatabaseUrl& url, bool keepPassword);
    void attempted(const BookAnswer& answer, bool keepPassword);
    void work(const QString& words);
    void makeDemo();
    void makeBusiness();
    void migrate();
    void showProblem(const BookAnswer& answer);
    void finish(bool keepPassword);
    void passwordKept(bool kept);

    BookOpener* m_opener;
    PasswordStore* m_passwords;
    Settings m_settings;
    DatabaseUrl m_url;
    QStackedWidget* m_pages;
    ConnectPage* m_connect;
    QWidget* m_choice = nullptr;
    QWidget* m_business = nullptr;
    QWidget* m_working = nullptr;
    QWidget* m_problem = nullptr;
    QWidget* m_pageBefore = nullptr;
    QTimer m_keeping; ///< runs while the keychain is waited for

    QLineEdit* m_name = nullptr;
    QLineEdit* m_staff = nullptr;
    QComboBox* m_zone = nullptr;
    QLineEdit* m_currency = nullptr;
    PlainLabel* m_businessProblem = nullptr;
    PlainLabel* m_words = nullptr;
    QProgressBar* m_bar = nullptr;
    PlainLabel* m_problemText = nullptr;
    PlainLabel* m_problemDetail = nullptr;
    QPushButton* m_migrate = nullptr;
};

} // namespace frontdesk
