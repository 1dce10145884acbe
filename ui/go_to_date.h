#pragma once

#include <QDate>
#include <QFrame>

class QLabel;
class QLineEdit;

namespace frontdesk
{

/// The small box behind G: a date is typed, what it means stands beside it, Enter goes, Esc leaves.
class GoToDate final : public QFrame
{
    Q_OBJECT
public:
    explicit GoToDate(QWidget* parent);
    void open(QPoint corner, QDate today);

signals:
    void chosen(QDate date);
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void read();

    QLineEdit* m_text;
    QLabel* m_meaning;
    QDate m_today;
    QDate m_date;
};

} // namespace frontdesk
