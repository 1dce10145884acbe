#pragma once

#include <QByteArray>
#include <QString>

namespace frontdesk
{

/// A phone number as a person typed it, and what could be read from it. What was typed is always kept.
struct PhoneNumber {
    QString typed;
    QString e164;     ///< "+4930231250", empty when it can't be a whole number
    QString national; ///< digits as dialled within its country, "030231250"; empty without e164
    QString last4;    ///< empty with fewer than four digits

    friend bool operator==(const PhoneNumber&, const PhoneNumber&) = default;
};

/// Reads a number in any style; without "+" or "00" it is one of the country (ISO 3166).
[[nodiscard]] PhoneNumber readPhone(const QString& typed, const QByteArray& country);

/// The decimal digits of a text as ASCII, those of other scripts included.
[[nodiscard]] QString digitsOf(QStringView text);

} // namespace frontdesk
