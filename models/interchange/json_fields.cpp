#include "models/interchange/json_fields.h"

#include <QCoreApplication>

#include <cmath>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(JsonFields)
};

} // namespace

JsonFields::JsonFields(const QJsonValue& value, QString path, const Notes& notes)
    : m_object(value.toObject()), m_path(std::move(path)), m_notes(notes)
{
    if (!value.isObject())
        m_notes.add(m_path, Words::tr("must be an object in braces"));
}

QString JsonFields::path(QLatin1StringView key) const
{
    return m_path.isEmpty() ? QString(key) : m_path + u'.' + key;
}

QString JsonFields::path(QLatin1StringView key, qsizetype index) const
{
    return QStringLiteral("%1[%2]").arg(path(key)).arg(index);
}

QJsonValue JsonFields::value(QLatin1StringView key)
{
    m_known.insert(key);
    return m_object.value(key);
}

std::optional<QString> JsonFields::text(QLatin1StringView key, int longest)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return {};
    if (!found.isString()) {
        note(key, Words::tr("must be a text in quotes"));
        return {};
    }
    const QString text = found.toString().trimmed();
    // The database counts characters, a QString counts UTF-16 units.
    if (text.toUcs4().size() > longest) {
        note(key, Words::tr("must have at most %1 characters").arg(longest));
        return {};
    }
    return text;
}

QString JsonFields::requiredText(QLatin1StringView key, int longest)
{
    if (!has(key)) {
        m_known.insert(key);
        note(key, Words::tr("is missing"));
        return {};
    }
    const std::optional<QString> found = text(key, longest);
    if (found && found->isEmpty())
        note(key, Words::tr("must not be empty"));
    return found.value_or(QString());
}

std::optional<qint64> JsonFields::whole(QLatin1StringView key, qint64 least, qint64 most)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return {};
    return wholeNumber(found, path(key), least, most, m_notes);
}

std::optional<bool> JsonFields::flag(QLatin1StringView key)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return {};
    if (!found.isBool()) {
        note(key, Words::tr("must be true or false"));
        return {};
    }
    return found.toBool();
}

QJsonArray JsonFields::list(QLatin1StringView key)
{
    const QJsonValue found = value(key);
    if (!found.isUndefined() && !found.isArray())
        note(key, Words::tr("must be a list in square brackets"));
    return found.toArray();
}

void JsonFields::finish() const
{
    QStringList known(m_known.begin(), m_known.end());
    known.sort();
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (!m_known.contains(it.key()))
            m_notes.add(
                m_path.isEmpty() ? it.key() : m_path + u'.' + it.key(),
                Words::tr("is not a key that is known here; known are: %1").arg(known.join(QStringLiteral(", "))));
    }
}

std::optional<qint64> wholeNumber(const QJsonValue& value, const QString& path, qint64 least, qint64 most,
                                  const JsonFields::Notes& notes)
{
    const double number = value.isDouble() ? value.toDouble() : std::nan("");
    if (number >= double(least) && number <= double(most) && std::floor(number) == number)
        return qint64(number);
    if (least == 1 && !(number > 0))
        notes.add(path, Words::tr("must be a number above 0"));
    else if (number >= double(least) && number <= double(most))
        notes.add(path, Words::tr("must be a whole number"));
    else
        notes.add(path, Words::tr("must be a whole number from %1 to %2").arg(least).arg(most));
    return {};
}

} // namespace frontdesk
