// The floor of the start figures: the smallest Qt Widgets program that paints a window. Prints the same line as
// frontdesk --measure-start.
#include <QApplication>
#include <QFile>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <cstdio>

namespace
{

class Window : public QWidget
{
protected:
    void paintEvent(QPaintEvent*) override
    {
        QTimer::singleShot(0, this, [] {
            const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
                std::chrono::system_clock::now().time_since_epoch());
            QFile rollup(QStringLiteral("/proc/self/smaps_rollup"));
            long kilobytes = 0;
            if (rollup.open(QIODevice::ReadOnly))
                for (QByteArray line = rollup.readLine(); !line.isEmpty(); line = rollup.readLine())
                    if (line.startsWith("Pss:"))
                        kilobytes = line.mid(4).simplified().split(' ').value(0).toLong();
            std::printf("{\"painted_at_ms\": %lld, \"pss_kb\": %ld}\n", static_cast<long long>(now.count()), kilobytes);
            QCoreApplication::quit();
        });
    }
};

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    Window window;
    window.resize(1600, 1000);
    window.show();
    return app.exec();
}
