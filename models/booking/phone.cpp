#include "models/booking/phone.h"

#include <QList>

#include <phonenumbers/phonenumberutil.h>
#include <unicode/uchar.h>

namespace frontdesk
{

QString digitsOf(QStringView text)
{
    QString digits;
    for (const char32_t c : text.toUcs4()) {
        const int digit = u_charDigitValue(UChar32(c));
        if (digit >= 0)
            digits.append(QChar(u'0' + digit));
    }
    return digits;
}

PhoneNumber readPhone(const QString& typed, const QByteArray& country)
{
    using i18n::phonenumbers::PhoneNumberUtil;
    PhoneNumber read;
    read.typed = typed.trimmed();
    QString digits = digitsOf(read.typed);
    const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
    i18n::phonenumbers::PhoneNumber number;
    if (util.Parse(read.typed.toStdString(), country.toStdString(), &number) == PhoneNumberUtil::NO_PARSING_ERROR &&
        util.IsPossibleNumberWithReason(number) == PhoneNumberUtil::IS_POSSIBLE) {
        std::string text;
        util.Format(number, PhoneNumberUtil::E164, &text); // has no extension
        read.e164 = QString::fromStdString(text);
        i18n::phonenumbers::PhoneNumber withoutExtension;
        util.Parse(text, "ZZ", &withoutExtension);
        util.Format(withoutExtension, PhoneNumberUtil::NATIONAL, &text);
        read.national = digitsOf(QString::fromStdString(text));
        digits = read.e164.mid(1);
    }
    if (digits.size() >= 4)
        read.last4 = digits.right(4);
    return read;
}

} // namespace frontdesk
