#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace frontdesk
{

/// What PostgreSQL stores of a password, "SCRAM-SHA-256$4096:salt$StoredKey:ServerKey" (RFC 5803 in PostgreSQL's form):
/// made here, so that the password itself never travels in a statement and never stands in a log. Nothing for a
/// password that is empty or holds control characters or half a character.
[[nodiscard]] std::optional<QByteArray> scramVerifier(const QString& password);
[[nodiscard]] std::optional<QByteArray> scramVerifier(const QString& password, const QByteArray& salt, int iterations);

} // namespace frontdesk
