#pragma once

#include <QString>

#include <optional>
#include <variant>

namespace frontdesk
{

/// What may be typed into a field.
struct TextRule {
    int longest = 400;      ///< characters (code points), as the database counts
    bool manyLines = false; ///< line breaks and tabs are kept
    bool mayBeEmpty = true;
};

/// The text as it is stored: trimmed, line breaks as "\n"; or the code of the rule that it breaks: "text_characters"
/// (U+0000, half a surrogate pair, control characters), "text_length", "text_empty". Nothing is cut or replaced
/// silently.
[[nodiscard]] std::variant<QString, QLatin1StringView> checkedText(const QString& typed, TextRule rule);

/// Number of code points.
[[nodiscard]] int characterCount(QStringView text);

} // namespace frontdesk
