#pragma once

#include "models/booking/phone.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace frontdesk
{

/// One part of what was typed into a search; a client matches it when one of their keys begins with one of these.
struct SearchPart {
    QStringList prefixes;
    friend bool operator==(const SearchPart&, const SearchPart&) = default;
};

/// Folds names and phone numbers into the keys of client_search, and what is typed into prefixes of them. Case,
/// accents, punctuation and the order of name parts don't matter; names of other scripts are found as they are written
/// and by Latin letters, Chinese ones by pinyin and its initials too. Keys of phones begin with '#'.
///
/// ICU's tables are loaded when a name first needs them (those for Chinese take a tenth of a second): keep it. One
/// thread at a time.
class ClientKeys
{
public:
    ClientKeys();
    ~ClientKeys();
    ClientKeys(const ClientKeys&) = delete;
    ClientKeys& operator=(const ClientKeys&) = delete;

    /// Sorted, without doubles; at most 48 keys of at most 64 characters.
    [[nodiscard]] QStringList keysOf(const QString& name, const PhoneNumber& phone) const;
    /// At most eight parts; empty for a text without letters and digits.
    [[nodiscard]] std::vector<SearchPart> partsOf(const QString& typed) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The first text that sorts behind everything that begins with the prefix, in the order of code points.
[[nodiscard]] QString endOfPrefix(const QString& prefix);

} // namespace frontdesk
