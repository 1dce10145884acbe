#include "models/domain/money.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace frontdesk
{
namespace
{

constexpr qsizetype longestAmount = 15; // digits, so that an amount stays exact in a double too

/// What stands for the currency in the locale: its own sign where there is no doubt, else the ISO code.
QString symbolOf(const QByteArray& currency, const QLocale& locale)
{
    if (locale.currencySymbol(QLocale::CurrencyIsoCode).toLatin1() == currency)
        return locale.currencySymbol();
    if (currency == "EUR")
        return QStringLiteral("€");
    if (currency == "GBP")
        return QStringLiteral("£");
    return QString::fromLatin1(currency);
}

bool removeFromEnds(QStringView& text, QStringView what)
{
    if (what.isEmpty())
        return false;
    if (text.startsWith(what, Qt::CaseInsensitive)) {
        text = text.sliced(what.size()).trimmed();
        return true;
    }
    if (text.endsWith(what, Qt::CaseInsensitive)) {
        text = text.chopped(what.size()).trimmed();
        return true;
    }
    return false;
}

/// The digits of a whole number whose groups, if any, are well formed; empty for anything else.
QString wholeDigits(QStringView text, QStringView group)
{
    QString digits;
    qsizetype sinceGroup = 0;
    bool grouped = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].digitValue() >= 0) {
            digits += QChar(u'0' + text[i].digitValue());
            ++sinceGroup;
            continue;
        }
        const bool spaces = !group.isEmpty() && group[0].isSpace() && text[i].isSpace();
        const bool separator = !group.isEmpty() && (text.sliced(i).startsWith(group) || spaces);
        if (!separator || digits.isEmpty() || sinceGroup > (grouped ? 3 : 4) || (grouped && sinceGroup < 2))
            return {};
        grouped = true;
        sinceGroup = 0;
    }
    return grouped && sinceGroup != 3 ? QString() : digits;
}

std::optional<qint64> readAmount(QStringView text, QStringView decimal, QStringView group, int decimals)
{
    const qsizetype at = text.lastIndexOf(decimal);
    const QString whole = wholeDigits(at < 0 ? text : text.first(at), group);
    QString fraction;
    if (at >= 0) {
        fraction = wholeDigits(text.sliced(at + decimal.size()), {});
        if (fraction.isEmpty() || fraction.size() > decimals)
            return {};
    }
    if (whole.isEmpty())
        return {};
    const QString digits = whole + fraction.leftJustified(decimals, u'0');
    if (digits.size() > longestAmount)
        return {};
    return digits.toLongLong();
}

} // namespace

int currencyDigits(const QByteArray& currency)
{
    // ISO 4217, table A.1: those whose minor unit is not a hundredth.
    constexpr std::array<std::string_view, 17> none = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
                                                       "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"};
    constexpr std::array<std::string_view, 7> three = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
    const std::string_view code(currency.constData(), static_cast<size_t>(currency.size()));
    if (std::ranges::find(none, code) != none.end())
        return 0;
    if (std::ranges::find(three, code) != three.end())
        return 3;
    return code == "CLF" || code == "UYW" ? 4 : 2;
}

QString formatMoney(const Money& money, const QLocale& locale)
{
    const int digits = currencyDigits(money.currency);
    const QString symbol = symbolOf(money.currency, locale);
    const double amount = static_cast<double>(money.minor) / std::pow(10, digits);
    QString text = locale.toCurrencyString(amount, symbol, digits);
    const qsizetype after = text.indexOf(symbol) + symbol.size();
    if (!symbol.isEmpty() && symbol.back().isLetter() && after < text.size() && text[after].isDigit())
        text.insert(after, QChar::Nbsp);
    return text;
}

std::optional<Money> parseMoney(QStringView text, const QByteArray& currency, const QLocale& locale)
{
    text = text.trimmed();
    if (!removeFromEnds(text, symbolOf(currency, locale)))
        removeFromEnds(text, QString::fromLatin1(currency));
    const int digits = currencyDigits(currency);
    std::optional<qint64> minor = readAmount(text, locale.decimalPoint(), locale.groupSeparator(), digits);
    if (!minor)
        minor = readAmount(text, u".", {}, digits);
    if (!minor)
        return {};
    return Money{*minor, currency};
}

} // namespace frontdesk
