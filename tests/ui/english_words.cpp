#include "tests/ui/english_words.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

namespace frontdesk::test
{

namespace
{

void addTexts(const QWidget* widget, QStringList& texts)
{
    texts << widget->toolTip() << widget->accessibleName();
    if (widget->isWindow())
        texts << widget->windowTitle();
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        texts << label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        texts << button->text();
    if (const auto* line = qobject_cast<const QLineEdit*>(widget))
        texts << line->placeholderText();
    if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
        for (int row = 0; row < box->count(); ++row)
            texts << box->itemText(row);
    }
    if (const auto* header = qobject_cast<const QHeaderView*>(widget);
        header != nullptr && header->model() != nullptr) {
        for (int section = 0; section < header->count(); ++section)
            texts << header->model()->headerData(section, header->orientation()).toString();
    }
}

} // namespace

QString englishIn(const QWidget* root, const QStringList& data)
{
    QStringList texts;
    addTexts(root, texts);
    for (const QWidget* part : root->findChildren<QWidget*>()) {
        if (part->isVisible())
            addTexts(part, texts);
    }
    for (const QAction* action : root->findChildren<QAction*>())
        texts << action->text();

    static const QRegularExpression known(
        QStringLiteral("\\b(Frontdesk|SQLite|PostgreSQL|Esc|Enter|Ctrl|Alt|Del|Page (Up|Down)|English|F\\d+)\\b"));
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{2,}"));
    QStringList names = data;
    std::sort(names.begin(), names.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
    QStringList english;
    for (const QString& text : texts) {
        QString rest = text;
        for (const QString& name : names)
            rest.remove(name);
        rest.remove(known);
        if (rest.contains(word) && !english.contains(text))
            english << text;
    }
    return english.join(QStringLiteral(" | "));
}

} // namespace frontdesk::test
