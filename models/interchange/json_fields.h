#pragma once

#include "models/interchange/json_text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace frontdesk
{

/// Reads the keys of one JSON object. Each mistake is noted with its path and line, and the read goes on, so that a
/// person sees all of them at once. Every key must be asked for; finish() notes the ones that nobody knows.
class JsonFields
{
public:
    /// Where the mistakes of one file are gathered.
    struct Notes {
        const JsonText& text;
        Mistakes& mistakes;
        void add(const QString& path, const QString& what) const
        {
            mistakes.push_back({text.lineOf(path), 0, path, what});
        }
    };

    JsonFields(const QJsonValue& value, QString path, const Notes& notes);

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] QString path(QLatin1StringView key) const;
    [[nodiscard]] const Notes& notes() const { return m_notes; }
    void note(QLatin1StringView key, const QString& what) const { m_notes.add(path(key), what); }

    [[nodiscard]] bool has(QLatin1StringView key) const { return m_object.contains(key); }
    /// The value as it stands; the caller notes its mistakes.
    [[nodiscard]] QJsonValue value(QLatin1StringView key);

    /// Nothing when the key is absent or wrong; the latter is noted.
    [[nodiscard]] std::optional<QString> text(QLatin1StringView key, int longest);
    [[nodiscard]] std::optional<qint64> whole(QLatin1StringView key, qint64 least, qint64 most);
    [[nodiscard]] std::optional<bool> flag(QLatin1StringView key);
    [[nodiscard]] QJsonArray list(QLatin1StringView key);

    /// As text(), and its absence or emptiness is a mistake too.
    [[nodiscard]] QString requiredText(QLatin1StringView key, int longest);

    void finish() const;

    /// The path of an element of a list of this object: "services[2]".
    [[nodiscard]] QString path(QLatin1StringView key, qsizetype index) const;

private:
    QJsonObject m_object;
    QString m_path;
    const Notes& m_notes;
    QSet<QString> m_known;
};

/// A whole number in a range, or the mistake noted at the path.
[[nodiscard]] std::optional<qint64> wholeNumber(const QJsonValue& value, const QString& path, qint64 least, qint64 most,
                                                const JsonFields::Notes& notes);

} // namespace frontdesk
