#pragma once

#include <QStringList>

class QWidget;

namespace frontdesk::test
{

/// What stands in English on the widget and what is visible in it, on labels, buttons, actions, fields, boxes and table
/// headings: each text with two Latin letters or more beside each other. Names of keys, of products and of the data
/// given are no English. Empty: none.
[[nodiscard]] QString englishIn(const QWidget* root, const QStringList& data);

} // namespace frontdesk::test
