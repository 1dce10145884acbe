#pragma once

#include "app/admin/session.h"

namespace frontdesk::admin
{

/// A list as every command prints it: aligned columns for people, an array of objects with --json.
class List
{
public:
    explicit List(const QStringList& headings) : m_rows{headings} {}

    void add(const QStringList& row, const QJsonObject& json);
    /// `none` is said to people when there is nothing to list.
    [[nodiscard]] Exit print(const Session& session, const QString& none) const;

private:
    [[nodiscard]] QString aligned() const;

    std::vector<QStringList> m_rows; ///< the headings first
    QJsonArray m_json;
};

} // namespace frontdesk::admin
