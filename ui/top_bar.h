#pragma once

#include "models/link/database_link.h"
#include "ui/view_kind.h"

#include <QDate>
#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace frontdesk
{

class LinkLight;
class SearchBox;
class ViewSwitch;

/// Today, back and forth, the date, the view, the search box, the link's state, who sits here, and the menu.
class TopBar final : public QWidget
{
    Q_OBJECT
public:
    TopBar(CommandBus* bus, QWidget* parent);

    /// What the window shows: the period that the date lies in.
    void setDate(Period period, QDate date, QDate today);
    void setLink(const LinkState& state, const QString& asOf);
    void setDesk(const QString& desk, const QString& person);
    void setLocations(const std::vector<Location>& locations, LocationId current);

    [[nodiscard]] ViewSwitch* views() const { return m_views; }
    [[nodiscard]] SearchBox* search() const { return m_search; }
    [[nodiscard]] QMenu* menu() const { return m_menu; }
    void openMenu();

signals:
    void todayClicked();
    void previousClicked();
    void nextClicked();
    void dateClicked();
    void locationChosen(frontdesk::LocationId location);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildDates();
    void buildMenu();
    void arrange();
    void fitDate();
    void nameArrows();

    QPushButton* m_today;
    QPushButton* m_previous;
    QPushButton* m_next;
    QToolButton* m_date;
    ViewSwitch* m_views;
    QComboBox* m_location;
    SearchBox* m_search;
    LinkLight* m_link;
    QLabel* m_desk;
    QToolButton* m_more;
    QMenu* m_menu;
    Period m_period = Period::Day;
    QDate m_shown;
};

/// A dot and a word: "Live", "as of 10:42".
class LinkLight final : public QWidget
{
    Q_OBJECT
public:
    explicit LinkLight(QWidget* parent);
    void setState(const QString& text, const QColor& dot);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QColor m_dot;
};

} // namespace frontdesk
