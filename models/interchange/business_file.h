#pragma once

#include "models/domain/catalogue.h"
#include "models/interchange/json_text.h"

#include <optional>
#include <variant>
#include <vector>

namespace frontdesk
{

/// What a business file says (docs/business.md describes it for people), read and checked as far as that goes without
/// the book. A key that the file leaves out is empty here: on a new row it takes its default, on a present one it
/// stays as it is. Rows are told apart by name, or by id where the file gives one.
struct BusinessFile {
    /// How a row is named in the file, and where, for messages.
    struct Named {
        QString path; ///< "services[2]"
        std::optional<qint64> id;
        QString name;
        std::optional<bool> retired;
    };
    /// A closure or time off: wall times of the location, the end not included; a bare date means the whole day, as an
    /// end the day itself included.
    struct Span {
        QString path;
        QString from;
        QString to;
        std::optional<QString> reason;
        bool retired = false;
    };
    struct LocationEntry : Named {
        std::optional<QByteArray> zone;
        std::optional<QByteArray> currency;
        std::optional<QByteArray> country;
        std::optional<WeeklyHours> hours;
        std::optional<qint64> gridMinutes;
        std::optional<qint64> noticeMinutes;
        std::vector<Span> closures;
    };
    struct ResourceEntry : Named {
        ResourceKind kind = ResourceKind::Staff;
        std::optional<QString> location; ///< by name; may be left out where there is one location only
        std::optional<QString> initials;
        std::optional<qint64> capacity;
        std::optional<qint64> squeezeCapacity;
        std::optional<WeeklyHours> hours;
        std::vector<Span> timeOff;
    };
    /// "Ana", 12, or {"location": "Mitte", "name": "Room 1"} in a service's list of who and what is able.
    struct ResourceRef {
        QString path;
        std::optional<qint64> id;
        QString name;
        QString location; ///< empty: the name must be unique in the book
    };
    struct ServiceEntry : Named {
        std::optional<QString> category;
        std::optional<QString> price; ///< digits with a point; read once the currency is known
        std::optional<QByteArray> currency;
        std::optional<QString> colour;
        std::optional<Steps> steps;
        std::optional<std::vector<ResourceRef>> able;
        std::optional<Seconds> bufferBefore;
        std::optional<Seconds> bufferAfter;
        std::optional<qint64> seats;
        std::optional<bool> online;
    };

    std::optional<QString> businessName;
    std::optional<qint64> undoSeconds;
    std::vector<LocationEntry> locations;
    std::vector<ResourceEntry> resources; ///< staff, then rooms, then equipment: their order of columns
    std::vector<ServiceEntry> services;
    JsonText source; ///< for the lines of mistakes that only the book can show
};

/// Every mistake of the text, or what it says; nothing is read but the text.
[[nodiscard]] std::variant<BusinessFile, Mistakes> parseBusinessFile(const QByteArray& text);

} // namespace frontdesk
