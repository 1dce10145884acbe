#pragma once

#include <QByteArray>
#include <QLocale>
#include <QString>

#include <optional>

namespace frontdesk
{

/// An amount in minor units of an ISO 4217 currency (cents of EUR, yen of JPY).
struct Money {
    qint64 minor = 0;
    QByteArray currency;

    friend bool operator==(const Money&, const Money&) = default;
};

/// Digits after the decimal point of a currency: 2 for EUR, 0 for JPY, 3 for KWD.
[[nodiscard]] int currencyDigits(const QByteArray& currency);
[[nodiscard]] QString formatMoney(const Money& money, const QLocale& locale);
/// Reads "42", "42.00", "€ 42,00", "EUR 42" in the locale or with a point; nothing for anything else, for a negative
/// amount and for more digits than the currency has.
[[nodiscard]] std::optional<Money> parseMoney(QStringView text, const QByteArray& currency, const QLocale& locale);

} // namespace frontdesk
