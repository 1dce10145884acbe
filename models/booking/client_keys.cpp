#include "models/booking/client_keys.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace frontdesk
{
namespace
{

constexpr int longestKey = 64;
constexpr qsizetype mostKeys = 48;
constexpr int mostParts = 8;
constexpr int longestHanName = 8; ///< characters of a Chinese name part that get keys of their own endings

icu::UnicodeString toIcu(QStringView text)
{
    return icu::UnicodeString(reinterpret_cast<const char16_t*>(text.utf16()), int32_t(text.size()));
}

QString fromIcu(const icu::UnicodeString& text)
{
    return QString(reinterpret_cast<const QChar*>(text.getBuffer()), text.length());
}

/// At most `longestKey` characters, never half of a surrogate pair.
QString shortened(const QString& key)
{
    if (key.size() <= longestKey)
        return key;
    return key.left(key.at(longestKey - 1).isHighSurrogate() ? longestKey - 1 : longestKey);
}

bool isHan(const QString& word)
{
    UErrorCode error = U_ZERO_ERROR;
    return std::ranges::all_of(word.toUcs4(),
                               [&](uint c) { return uscript_getScript(UChar32(c), &error) == USCRIPT_HAN; });
}

/// Splits at everything that is neither letter, digit nor a mark on one.
QStringList splitAt(const QString& text, bool (*isPart)(UChar32))
{
    QStringList parts;
    QString part;
    for (const char32_t c : text.toUcs4()) {
        if (isPart(UChar32(c))) {
            part.append(QChar::fromUcs4(c));
        } else if (!part.isEmpty()) {
            parts.append(part);
            part.clear();
        }
    }
    if (!part.isEmpty())
        parts.append(part);
    return parts;
}

bool isLetterOrDigit(UChar32 c)
{
    return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK);
}

bool isAscii(const QString& text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

bool hasLetterOutsideLatin(const QString& text)
{
    UErrorCode error = U_ZERO_ERROR;
    return std::ranges::any_of(text.toUcs4(), [&](uint c) {
        const UScriptCode script = uscript_getScript(UChar32(c), &error);
        return script != USCRIPT_LATIN && script != USCRIPT_COMMON && script != USCRIPT_INHERITED;
    });
}

bool isNoSpace(UChar32 c)
{
    return !u_isUWhiteSpace(c);
}

QString joined(const QStringList& parts)
{
    return parts.join(QString());
}

QString initials(const QStringList& syllables)
{
    QString letters;
    for (const QString& syllable : syllables)
        letters.append(syllable.at(0));
    return letters;
}

/// "+49 30 2312", "(030) 23-12", "0301": a phone number or the beginning or end of one, and nothing else.
bool looksLikePhone(const QString& typed)
{
    const QString digits = digitsOf(typed);
    if (digits.size() < 2)
        return false;
    return std::ranges::all_of(typed.toUcs4(), [](uint c) {
        return u_charDigitValue(UChar32(c)) >= 0 || u_isUWhiteSpace(UChar32(c)) ||
               QStringLiteral("+-()/.").contains(QChar::fromUcs4(c));
    });
}

/// The digits that keys hold: without the international prefix and without the "(0)" of "+49 (0)30".
QString phonePrefix(const QString& typed)
{
    QString text = typed.trimmed();
    if (text.startsWith(u'+') || text.startsWith(QStringLiteral("00")))
        text.remove(QStringLiteral("(0)"));
    const QString digits = digitsOf(text);
    return digits.startsWith(QStringLiteral("00")) ? digits.mid(2) : digits;
}

/// The parts of a name as they are written, and each joined word ("O'Brien": O, Brien, OBrien).
QStringList wordsOf(const QString& name)
{
    QStringList words;
    for (const QString& word : splitAt(name, isNoSpace)) {
        const QStringList parts = splitAt(word, isLetterOrDigit);
        words += parts;
        if (parts.size() > 1)
            words += joined(parts);
    }
    return words;
}

/// Rules of ICU, loaded when they are first needed: those for the names of China alone take a tenth of a second.
class Rules
{
public:
    explicit Rules(const char* id) : m_id(id) {}

    [[nodiscard]] QString apply(const QString& text) const
    {
        if (!m_made)
            m_made = made();
        icu::UnicodeString changed = toIcu(text);
        m_made->transliterate(changed);
        return fromIcu(changed);
    }

private:
    [[nodiscard]] std::unique_ptr<icu::Transliterator> made() const
    {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> rules(
            icu::Transliterator::createInstance(icu::UnicodeString(m_id, -1, US_INV), UTRANS_FORWARD, error));
        if (U_FAILURE(error) || !rules)
            qFatal("ICU has no transliterator %s: %s", m_id, u_errorName(error));
        return rules;
    }

    const char* m_id;
    mutable std::unique_ptr<icu::Transliterator> m_made;
};

} // namespace

class ClientKeys::Private
{
public:
    /// Every way in which a word is written or typed: folded, "ue" for "ü", in Latin letters.
    [[nodiscard]] QStringList spellings(const QString& word) const
    {
        QStringList found{fold(word)};
        if (isAscii(word))
            return found;
        found += fold(m_german.apply(word));
        if (hasLetterOutsideLatin(found.constFirst())) {
            found += joined(splitAt(fold(m_latin.apply(found.constFirst())), isLetterOrDigit));
            found += joined(splitAt(fold(m_english.apply(found.constFirst())), isLetterOrDigit));
        }
        return found;
    }

    /// A Chinese name: every ending of it as written, in pinyin, and as the initials of its pinyin.
    [[nodiscard]] QStringList chinese(const QString& word) const
    {
        QString pinyin = m_pinyin.apply(word);
        QString typedWithV = pinyin;
        for (const QChar u : QStringLiteral("\u01d6\u01d8\u01da\u01dc\u00fc"))
            typedWithV.replace(u, u'v');
        QStringList found;
        for (const QString& text : {pinyin, typedWithV}) {
            const QStringList syllables = splitAt(fold(text), isLetterOrDigit);
            for (qsizetype i = 0; i < std::min<qsizetype>(syllables.size(), longestHanName); ++i)
                found << joined(syllables.mid(i)) << initials(syllables.mid(i));
        }
        const std::u32string characters = fold(word).toStdU32String();
        for (size_t i = 0; i < std::min<size_t>(characters.size(), longestHanName); ++i)
            found << QString::fromStdU32String(characters.substr(i));
        return found;
    }

    [[nodiscard]] QString fold(const QString& text) const
    {
        return isAscii(text) ? text.toLower() : m_fold.apply(fromIcu(toIcu(text).foldCase(U_FOLD_CASE_DEFAULT)));
    }

private:
    // Hangul stays taken apart into its letters: so the beginning of a syllable that is still being typed finds.
    Rules m_fold{"NFKD; [:Nonspacing Mark:] Remove; Latin-ASCII; NFKD"};
    Rules m_german{"de-ASCII"};
    Rules m_latin{"NFC; Any-Latin"};
    Rules m_english{"NFC; Russian-Latin/BGN"};
    Rules m_pinyin{"Han-Latin/Names"};
};

ClientKeys::ClientKeys() : d(std::make_unique<Private>()) {}
ClientKeys::~ClientKeys() = default;

QStringList ClientKeys::keysOf(const QString& name, const PhoneNumber& phone) const
{
    QStringList keys;
    for (const QString& number : {phone.e164.mid(1), phone.national, phonePrefix(phone.typed), phone.last4}) {
        if (number.size() >= 2)
            keys.append(u'#' + number);
    }
    for (const QString& word : wordsOf(name)) {
        keys += d->spellings(word);
        if (isHan(word))
            keys += d->chinese(word);
        if (keys.size() > 4 * mostKeys)
            break;
    }
    for (QString& key : keys)
        key = shortened(key);
    keys.removeAll(QString());
    keys.removeDuplicates();
    keys = keys.mid(0, mostKeys);
    keys.sort();
    return keys;
}

std::vector<SearchPart> ClientKeys::partsOf(const QString& typed) const
{
    if (looksLikePhone(typed)) {
        const QString prefix = phonePrefix(typed);
        return prefix.isEmpty() ? std::vector<SearchPart>() : std::vector<SearchPart>{{{shortened(u'#' + prefix)}}};
    }
    std::vector<SearchPart> parts;
    for (const QString& word : splitAt(typed, isLetterOrDigit)) {
        SearchPart part{{shortened(d->fold(word))}};
        if (!isAscii(word)) // "Müller" finds who is written Mueller
            part.prefixes.append(shortened(d->spellings(word).value(1)));
        const QString digits = digitsOf(word);
        if (digits.size() >= 2 && digits.size() == word.toUcs4().size())
            part.prefixes.append(shortened(u'#' + digits));
        part.prefixes.removeAll(QString());
        part.prefixes.removeDuplicates();
        if (!part.prefixes.isEmpty() && parts.size() < mostParts)
            parts.push_back(std::move(part));
    }
    return parts;
}

QString endOfPrefix(const QString& prefix)
{
    return prefix + QString::fromUcs4(U"\U0010FFFF", 1);
}

} // namespace frontdesk
