#include "ui/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace frontdesk
{

IdleWatch::IdleWatch(QObject* parent) : QObject(parent)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &IdleWatch::idle);
    QCoreApplication::instance()->installEventFilter(this);
}

IdleWatch::~IdleWatch() = default;

void IdleWatch::setPatience(std::chrono::milliseconds patience)
{
    m_rest.setInterval(patience);
    if (patience.count() > 0)
        m_rest.start();
    else
        m_rest.stop();
}

bool IdleWatch::eventFilter(QObject*, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
        if (m_rest.intervalAsDuration().count() > 0)
            m_rest.start();
        break;
    default:
        break;
    }
    return false;
}

} // namespace frontdesk
