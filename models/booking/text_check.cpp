#include "models/booking/text_check.h"

#include <algorithm>

namespace frontdesk
{
namespace
{

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

} // namespace

int characterCount(QStringView text)
{
    return int(std::ranges::count_if(text, [](QChar c) { return !c.isLowSurrogate(); }));
}

std::variant<QString, QLatin1StringView> checkedText(const QString& typed, TextRule rule)
{
    QString text = typed;
    if (rule.manyLines) {
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        text.replace(u'\r', u'\n');
    }
    // U+0000 is looked for before trimming: it is no space, but a trimmed text must not hide where it was.
    const bool bad = !text.isValidUtf16() || std::ranges::any_of(text, [&](QChar c) {
        return isControl(c) && !(rule.manyLines && (c == u'\n' || c == u'\t'));
    });
    if (bad)
        return QLatin1StringView("text_characters");
    while (text.startsWith(QChar::ByteOrderMark)) // Qt drops it when it reads the text back
        text.remove(0, 1);
    text = text.trimmed();
    if (characterCount(text) > rule.longest)
        return QLatin1StringView("text_length");
    if (text.isEmpty() && !rule.mayBeEmpty)
        return QLatin1StringView("text_empty");
    return text;
}

} // namespace frontdesk
