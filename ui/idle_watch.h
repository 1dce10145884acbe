#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace frontdesk
{

/// Tells when nobody has touched the keyboard or moved the mouse in any of the program's windows for a while. GUI
/// thread.
class IdleWatch final : public QObject
{
    Q_OBJECT
public:
    explicit IdleWatch(QObject* parent = nullptr);
    ~IdleWatch() override;

    /// Zero: never.
    void setPatience(std::chrono::milliseconds patience);

signals:
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTimer m_rest;
};

} // namespace frontdesk
