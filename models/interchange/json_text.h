#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonDocument>
#include <QString>

#include <optional>
#include <vector>

namespace frontdesk
{

/// Something wrong in a file that a person wrote: where, and what to do about it.
struct Mistake {
    int line = 0; ///< from 1; 0 when it belongs to no line
    int column = 0;
    QString path; ///< "services[2].steps[0].minutes"; empty for the file as a whole
    QString text;

    /// "line 12, services[2].steps[0].minutes: must be a number above 0"
    [[nodiscard]] QString toString() const;
    friend bool operator==(const Mistake&, const Mistake&) = default;
};
using Mistakes = std::vector<Mistake>;

/// A JSON text together with the line on which each of its values begins, which QJsonDocument forgets. Refuses what a
/// QJsonDocument would let pass in silence: a key given twice in one object, U+0000 and lone surrogates.
class JsonText
{
public:
    [[nodiscard]] static std::optional<JsonText> parse(QByteArray text, Mistakes* mistakes);

    [[nodiscard]] const QJsonDocument& document() const { return m_document; }
    /// Line of the value at a path such as "services[2].name", or of the nearest value around it.
    [[nodiscard]] int lineOf(const QString& path) const;

private:
    QJsonDocument m_document;
    QHash<QString, int> m_lines;
};

} // namespace frontdesk
