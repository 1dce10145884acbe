#include "models/storage/text.h"

#include <QStringDecoder>

namespace frontdesk
{

namespace
{

/// Takes one UTF-16 unit after the other and says when one may not stand there.
class UnitCheck
{
public:
    [[nodiscard]] bool accept(char16_t unit)
    {
        if (m_high) {
            m_high = false;
            return QChar::isLowSurrogate(unit);
        }
        m_high = QChar::isHighSurrogate(unit);
        return unit != 0 && !QChar::isLowSurrogate(unit);
    }
    [[nodiscard]] bool atEnd() const { return !m_high; }

private:
    bool m_high = false;
};

} // namespace

bool isStorableText(QStringView text)
{
    UnitCheck check;
    return std::all_of(text.utf16(), text.utf16() + text.size(), [&](char16_t unit) { return check.accept(unit); }) &&
           check.atEnd();
}

bool isStorableJson(const QByteArray& json)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(json);
    if (decoder.hasError()) {
        return false;
    }
    UnitCheck check;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char16_t unit = text.at(i).unicode();
        if (unit == u'\\' && i + 1 < text.size()) {
            ++i;
            bool ok = false;
            const uint escaped = text.at(i) == u'u' ? QStringView(text).mid(i + 1, 4).toUInt(&ok, 16) : 0;
            unit = ok ? char16_t(escaped) : u'\\';
            i += ok ? 4 : 0;
        }
        if (!check.accept(unit)) {
            return false;
        }
    }
    return check.atEnd();
}

} // namespace frontdesk
