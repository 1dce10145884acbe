#pragma once

#include "models/domain/catalogue.h"

#include <QString>

#include <variant>

namespace frontdesk
{

/// What a cell of the services table shows of a value, and what typed text means. A text that can't be read has a
/// problem, said beside the field.
struct CellProblem {
    QString text;
};
template <class T>
using Typed = std::variant<T, CellProblem>;

/// "35 + 50 + 20 min". A step keeps what the step in its place kept before; "developing" after a length frees the
/// staff member, "busy" takes them; what is new keeps what the first step keeps.
[[nodiscard]] Typed<Steps> stepsFromText(const QString& text, const Steps& before);

/// "0 · 10 min": before and after.
struct Buffers {
    Seconds before{0};
    Seconds after{0};
    friend bool operator==(const Buffers&, const Buffers&) = default;
};
[[nodiscard]] QString buffersLine(const Buffers& buffers);
[[nodiscard]] Typed<Buffers> buffersFromText(const QString& text);

/// "€ 42.00", "42", "USD 42": a currency's code changes the currency.
[[nodiscard]] Typed<Money> priceFromText(const QString& text, const QByteArray& currency);

[[nodiscard]] Typed<QString> nameFromText(const QString& text);
[[nodiscard]] Typed<QString> colourFromText(const QString& text);

/// Names of resources, "Ana Ruiz, Ben Okafor"; a first name or the beginning of a name is enough when it is nobody
/// else's.
[[nodiscard]] QString resourcesLine(const Catalogue& catalogue, const std::vector<ResourceId>& able, bool staff);
[[nodiscard]] Typed<std::vector<ResourceId>> resourcesFromText(const QString& text, const Catalogue& catalogue,
                                                               bool staff);

} // namespace frontdesk
