#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace frontdesk
{

class DatabaseUrl;

/// Where passwords are kept between starts. Never a plain file: where the keychain doesn't answer, nothing is kept and
/// the password is asked for each time.
class PasswordStore
{
public:
    virtual ~PasswordStore() = default;
    /// Whether there is a keychain that answers. The callback is dropped with its context.
    virtual void look(QObject* context, std::function<void(bool)> answer) = 0;
    /// Nothing when there is none or the keychain doesn't answer. The callback is dropped with its context.
    virtual void read(const DatabaseUrl& url, QObject* context, std::function<void(const QString&)> answer) = 0;
    /// Whether it is kept now.
    virtual void write(const DatabaseUrl& url, QObject* context, std::function<void(bool)> answer) = 0;
    virtual void forget(const DatabaseUrl& url) = 0;
};

/// The desktop's keychain, through QtKeychain.
class KeychainPasswords final : public PasswordStore
{
public:
    void look(QObject* context, std::function<void(bool)> answer) override;
    void read(const DatabaseUrl& url, QObject* context, std::function<void(const QString&)> answer) override;
    void write(const DatabaseUrl& url, QObject* context, std::function<void(bool)> answer) override;
    void forget(const DatabaseUrl& url) override;
};

} // namespace frontdesk
