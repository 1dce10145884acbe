#pragma once

#include "models/demo/random.h"
#include "models/demo/texts.h"

#include <QString>

#include <vector>

namespace frontdesk::demo
{

/// A client as they will stand in the book.
struct NewClient {
    QString name;
    QString phone; ///< as typed, reserved for fiction; may be empty
    QString email; ///< at example.org; may be empty
    QString alert;
    bool alertStops = false;
    QString note;
    QString language;
    qint64 createdAt = 0;
};

/// Makes up people of many scripts from resources/demo/names.json.
class People
{
public:
    People(const Texts& texts, const QByteArray& country);

    [[nodiscard]] NewClient client(Random& random) const;
    /// A parent and a child of the same family name; the child has no contacts of its own.
    [[nodiscard]] std::pair<NewClient, NewClient> family(Random& random) const;
    [[nodiscard]] QString staffName(Random& random) const;

private:
    struct Part {
        QString written;
        QString latin; ///< for the mail address
    };
    struct Script {
        QString language;
        QString separator;
        bool familyFirst = false;
        int weight = 0;
        std::vector<Part> given;
        std::vector<Part> family;
    };
    struct Phones {
        QString prefix;
        QString local;
        int digits = 0;
        int weight = 0;
    };

    [[nodiscard]] QString phone(Random& random) const;
    [[nodiscard]] static QString nameOf(const Script& script, const Part& given, const Part& family);
    [[nodiscard]] NewClient clientOf(const Script& script, const Part& family, Random& random) const;

    const Texts& m_texts;
    const QByteArray m_country;
    std::vector<Script> m_scripts;
    std::vector<Phones> m_phones;
    int m_scriptWeights = 0;
    int m_phoneWeights = 0;
};

} // namespace frontdesk::demo
