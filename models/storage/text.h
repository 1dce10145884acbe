#pragma once

#include <QByteArray>
#include <QStringView>

namespace frontdesk
{

/// Text that both databases keep as it is: no U+0000 (it breaks a PostgreSQL statement and ends a C string) and no
/// surrogate without its partner (no UTF-8 exists for it). Connection::run refuses other text with the rule "text".
[[nodiscard]] bool isStorableText(QStringView text);

/// The same for JSON text, whose escapes \u0000 and \ud800 hide what jsonb refuses; invalid UTF-8 is refused too.
[[nodiscard]] bool isStorableJson(const QByteArray& json);

} // namespace frontdesk
