#pragma once

#include <QString>

#include <functional>
#include <optional>

namespace frontdesk::admin
{

/// To standard output and standard error, as UTF-8; a text without a line end gets one.
void printOutput(const QString& text);
void printError(const QString& text);

/// Whether a person sits at standard input.
[[nodiscard]] bool isInteractive();

/// A bar on standard error that is redrawn in place, ten times a second at most; silent where standard error is no
/// terminal.
class ProgressBar
{
public:
    explicit ProgressBar(QString what);
    ~ProgressBar(); ///< clears the line
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(int done, int total);
    /// Work of unknown length: only says what is looked at.
    void show(const QString& what);

private:
    void draw(const QString& line);

    QString m_what;
    bool m_isTerminal;
    bool m_isDrawn = false;
    qint64 m_lastDrawn = 0; ///< milliseconds of the steady clock
};

/// Asks for a password on the terminal without showing it, a new one twice; reads one line from standard input where
/// that is no terminal. Nothing when the input ends, or the two differ.
struct PasswordAnswer {
    std::optional<QString> password;
    QString problem;
};
[[nodiscard]] PasswordAnswer askPassword(const QString& prompt, bool twice);

} // namespace frontdesk::admin
