#pragma once

#include "models/storage/database_url.h"

#include <QSettings>

#include <optional>

namespace frontdesk
{

class DatabaseLink;

/// How the program's event loop ends when the book can't be used as it is: the start dialog comes again.
inline constexpr int chooseAgain = 1000;

/// The book of the last start: a server's address from the settings with its password from the keychain, else the file.
[[nodiscard]] DatabaseUrl lastBook(const DatabaseUrl& file, const QSettings& settings);
/// Asks a person which book to open; `present` is tried first where it is given. Nothing when they close the dialog.
/// The choice is remembered, without its password.
[[nodiscard]] std::optional<DatabaseUrl> chooseBook(const DatabaseUrl& file, const std::optional<DatabaseUrl>& present,
                                                    QSettings& settings);
/// Ends the event loop with chooseAgain when the link is refused, or when a file's book turns out to be empty.
void watchBook(DatabaseLink& link, const DatabaseUrl& url);

} // namespace frontdesk
