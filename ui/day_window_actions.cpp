#include "ui/calendar_view.h"
#include "ui/day_window.h"
#include "ui/month_view.h"
#include "ui/search_box.h"
#include "ui/top_bar.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace frontdesk
{

QAction* DayWindow::addKeys(const char* name, const QString& text, const QList<QKeySequence>& keys)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1StringView(name));
    action->setShortcuts(keys);
    addAction(action);
    return action;
}

void DayWindow::addActions()
{
    QAction* find =
        addKeys("findAction", tr("Find"), {QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::CTRL | Qt::Key_K)});
    connect(find, &QAction::triggered, this, [this] {
        m_top->search()->setFocus(Qt::ShortcutFocusReason);
        m_top->search()->selectAll();
    });
    QAction* reread =
        addKeys("rereadAction", tr("Read again"), {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)});
    connect(reread, &QAction::triggered, this, &DayWindow::rereadRequested);
    connect(addKeys("menuAction", tr("Menu"), {QKeySequence(Qt::Key_F10)}), &QAction::triggered, m_top,
            &TopBar::openMenu);
    m_undo = addKeys("undoAction", tr("Undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z)});
    connect(m_undo, &QAction::triggered, this, &DayWindow::undoRequested);
    m_redo = addKeys("redoAction", tr("Redo"),
                     {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    connect(m_redo, &QAction::triggered, this, &DayWindow::redoRequested);
    connect(addKeys("printAction", tr("&Print…"), {QKeySequence(Qt::CTRL | Qt::Key_P)}), &QAction::triggered, this,
            &DayWindow::printRequested);
}

void DayWindow::addMenu()
{
    QMenu* menu = m_top->menu();
    menu->addAction(m_undo);
    menu->addAction(m_redo);
    menu->addAction(findChild<QAction*>(QStringLiteral("printAction")));
    menu->addSeparator();
    QMenu* views = menu->addMenu(tr("&View"));
    views->setObjectName(QStringLiteral("viewMenu"));
    for (QAction* action : m_viewActions)
        views->addAction(action);
    QMenu* manage = menu->addMenu(tr("&Manage"));
    manage->setObjectName(QStringLiteral("manageMenu"));
    QAction* services = manage->addAction(tr("&Services…"), this, &DayWindow::servicesRequested);
    services->setObjectName(QStringLiteral("servicesAction"));

    QMenu* look = menu->addMenu(tr("&Appearance"));
    look->setObjectName(QStringLiteral("appearanceMenu"));
    auto* kinds = new QActionGroup(look);
    const int chosen = m_settings->value(QStringLiteral("look/theme"), 0).toInt();
    const std::pair<Theme::Kind, QString> themes[] = {{Theme::Kind::System, tr("As the &system")},
                                                      {Theme::Kind::Light, tr("&Light")},
                                                      {Theme::Kind::Dark, tr("&Dark")}};
    for (const auto& [kind, text] : themes) {
        QAction* action = look->addAction(text);
        action->setCheckable(true);
        action->setChecked(int(kind) == chosen);
        kinds->addAction(action);
        connect(action, &QAction::triggered, this, [this, kind = kind] {
            m_settings->setValue(QStringLiteral("look/theme"), int(kind));
            emit themeChosen(kind);
        });
    }
    addLanguages(look);
    addLook(menu);
    addCover(menu);
    QAction* letters = menu->addAction(tr("&Letters act on the grid (A, S, C, B, T, G)"));
    letters->setObjectName(QStringLiteral("lettersAction"));
    letters->setCheckable(true);
    letters->setChecked(m_settings->value(QStringLiteral("grid/letters"), true).toBool());
    m_calendar->setLettersEnabled(letters->isChecked());
    m_monthView->setLettersEnabled(letters->isChecked());
    connect(letters, &QAction::toggled, this, [this](bool on) {
        m_calendar->setLettersEnabled(on);
        m_monthView->setLettersEnabled(on);
        m_settings->setValue(QStringLiteral("grid/letters"), on);
    });
    QAction* fit = menu->addAction(tr("&Fit the day to the window"), this, [this] { m_calendar->setZoom(1); });
    fit->setObjectName(QStringLiteral("fitAction"));
}

/// The names of the languages stand in their own words, so that whoever can't read the rest finds theirs.
void DayWindow::addLanguages(QMenu* look)
{
    look->addSeparator();
    QMenu* menu = look->addMenu(tr("L&anguage", "of the program"));
    menu->setObjectName(QStringLiteral("languageMenu"));
    m_languageHeld = menu->addAction(QString());
    m_languageHeld->setObjectName(QStringLiteral("languageHeld"));
    m_languageHeld->setEnabled(false);
    m_languages = new QActionGroup(menu);
    const auto chosen = languageFromCode(m_settings->value(QStringLiteral("look/language")).toString());
    const std::tuple<Language, const char*, QString> languages[] = {
        {Language::System, "languageSystem", tr("As the &system")},
        {Language::English, "languageEnglish", QStringLiteral("&English")},
        {Language::Chinese, "languageChinese", QStringLiteral("简体中文(&C)")}};
    for (const auto& [language, name, text] : languages) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QLatin1StringView(name));
        action->setCheckable(true);
        action->setChecked(language == chosen.value_or(Language::System));
        m_languages->addAction(action);
        connect(action, &QAction::triggered, this, [this, language = language] {
            m_settings->setValue(QStringLiteral("look/language"), codeOf(language));
            emit languageChosen(language);
        });
    }
    holdLanguage({});
    connect(menu, &QMenu::aboutToShow, this, &DayWindow::languageMenuOpens);
}

void DayWindow::holdLanguage(const QString& why)
{
    m_languages->setEnabled(why.isEmpty());
    m_languageHeld->setText(why);
    m_languageHeld->setVisible(!why.isEmpty());
}

} // namespace frontdesk
