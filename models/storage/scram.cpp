#include "models/storage/scram.h"

#include "models/storage/text.h"

#include <QCryptographicHash>
#include <QList>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

namespace frontdesk
{

namespace
{

QByteArray hmac(const QByteArray& key, const QByteArray& text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

/// Hi() of RFC 5802: PBKDF2 with HMAC and one block.
QByteArray hi(const QByteArray& password, const QByteArray& salt, int iterations)
{
    QByteArray round = hmac(password, salt + QByteArray("\0\0\0\1", 4));
    QByteArray result = round;
    for (int i = 1; i < iterations; ++i) {
        round = hmac(password, round);
        for (qsizetype at = 0; at < result.size(); ++at) {
            result[at] = char(result.at(at) ^ round.at(at));
        }
    }
    return result;
}

/// RFC 3454 B.1, commonly mapped to nothing.
bool isMappedToNothing(char32_t c)
{
    return c == 0x00AD || c == 0x034F || c == 0x1806 || (c >= 0x180B && c <= 0x180D) || (c >= 0x200B && c <= 0x200D) ||
           c == 0x2060 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

/// Written from right to left (RFC 3454 D.1), or from left to right (D.2).
bool isRightToLeft(char32_t c)
{
    const auto direction = QChar::direction(c);
    return direction == QChar::DirR || direction == QChar::DirAL;
}

/// RFC 3454 6: a text with a letter from right to left has none from left to right, and begins and ends with one.
bool hasMixedDirections(const QList<uint>& text)
{
    const bool right = std::any_of(text.begin(), text.end(), isRightToLeft);
    const bool left = std::any_of(text.begin(), text.end(), [](uint c) { return QChar::direction(c) == QChar::DirL; });
    return right && (left || !isRightToLeft(text.first()) || !isRightToLeft(text.last()));
}

/// SASLprep (RFC 4013) as libpq does it, which takes the password as it is where the rules forbid it. ASCII stays.
QByteArray prepared(const QString& password)
{
    QString mapped;
    const QList<uint> given = password.toUcs4();
    for (const uint c : given) {
        if (QChar::unicodeVersion(c) > QChar::Unicode_3_2 || QChar::category(c) == QChar::Other_PrivateUse) {
            return password.toUtf8();
        }
        if (!isMappedToNothing(c)) {
            mapped += QChar::fromUcs4(QChar::category(c) == QChar::Separator_Space ? U' ' : char32_t(c));
        }
    }
    const QString normal = mapped.normalized(QString::NormalizationForm_KC, QChar::Unicode_3_2);
    return normal.isEmpty() || hasMixedDirections(normal.toUcs4()) ? password.toUtf8() : normal.toUtf8();
}

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

} // namespace

std::optional<QByteArray> scramVerifier(const QString& password)
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    return scramVerifier(password, QByteArray(reinterpret_cast<const char*>(random.data()), sizeof(random)), 4096);
}

std::optional<QByteArray> scramVerifier(const QString& password, const QByteArray& salt, int iterations)
{
    if (password.isEmpty() || !isStorableText(password) || std::any_of(password.begin(), password.end(), isControl)) {
        return {};
    }
    const QByteArray salted = hi(prepared(password), salt, iterations);
    const QByteArray storedKey = QCryptographicHash::hash(hmac(salted, "Client Key"), QCryptographicHash::Sha256);
    const QByteArray serverKey = hmac(salted, "Server Key");
    return "SCRAM-SHA-256$" + QByteArray::number(iterations) + ':' + salt.toBase64() + '$' + storedKey.toBase64() +
           ':' + serverKey.toBase64();
}

} // namespace frontdesk
