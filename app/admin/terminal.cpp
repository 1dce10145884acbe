#include "app/admin/terminal.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <chrono>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Admin)
};

constexpr int barCells = 30;
constexpr qint64 redrawMilliseconds = 100;
constexpr qsizetype longestPassword = 1024; // bytes

void print(FILE* stream, const QString& text)
{
    QByteArray bytes = text.toUtf8();
    if (!bytes.endsWith('\n'))
        bytes += '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

qint64 steadyMilliseconds()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Switches the terminal's echo off for its own lifetime.
class SilentTerminal
{
public:
    SilentTerminal()
    {
        m_isTerminal = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_isTerminal)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        silent.c_lflag |= ECHONL;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        if (m_isTerminal)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

private:
    termios m_before{};
    bool m_isTerminal = false;
};

/// One line without its end, byte by byte, so that nothing behind it is swallowed. Nothing at the end of the input, for
/// a line that is too long, and for one that isn't UTF-8.
std::optional<QString> readLine()
{
    QByteArray line;
    char byte = 0;
    ssize_t got = 0;
    while ((got = ::read(STDIN_FILENO, &byte, 1)) == 1 && byte != '\n' && line.size() <= longestPassword)
        line += byte;
    if ((got != 1 && line.isEmpty()) || line.size() > longestPassword)
        return {};
    if (line.endsWith('\r'))
        line.chop(1);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(line);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

} // namespace

void printOutput(const QString& text)
{
    print(stdout, text);
}

void printError(const QString& text)
{
    print(stderr, text);
}

bool isInteractive()
{
    return isatty(STDIN_FILENO) == 1;
}

ProgressBar::ProgressBar(QString what) : m_what(std::move(what)), m_isTerminal(isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar()
{
    if (m_isDrawn)
        std::fputs("\r\033[K", stderr);
}

void ProgressBar::show(int done, int total)
{
    const int cells = total > 0 ? int(qint64(done) * barCells / total) : 0;
    draw(QStringLiteral("%1 [%2%3] %4 / %5")
             .arg(m_what, QString(cells, u'#'), QString(barCells - cells, u'.'))
             .arg(done)
             .arg(total));
}

void ProgressBar::show(const QString& what)
{
    draw(QStringLiteral("%1: %2").arg(m_what, what));
}

void ProgressBar::draw(const QString& line)
{
    const qint64 now = steadyMilliseconds();
    if (!m_isTerminal || (m_isDrawn && now - m_lastDrawn < redrawMilliseconds))
        return;
    m_lastDrawn = now;
    m_isDrawn = true;
    std::fputs(("\r\033[K" + line.toUtf8()).constData(), stderr);
    std::fflush(stderr);
}

PasswordAnswer askPassword(const QString& prompt, bool twice)
{
    const bool isTerminal = isInteractive();
    const SilentTerminal silence;
    const auto ask = [isTerminal](const QString& what) {
        if (isTerminal) {
            std::fputs((what.toUtf8() + ": ").constData(), stderr);
            std::fflush(stderr);
        }
        return readLine();
    };
    const std::optional<QString> first = ask(prompt);
    if (!first || first->isEmpty())
        return {{}, Words::tr("no password was given")};
    if (isTerminal && twice && ask(Words::tr("Once more")) != first)
        return {{}, Words::tr("the two passwords differ")};
    return {first, {}};
}

} // namespace frontdesk::admin
