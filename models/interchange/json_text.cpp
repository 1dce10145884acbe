#include "models/interchange/json_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(JsonText)
};

/// Walks a text that QJsonDocument has accepted, so it looks at structure alone and cannot meet a syntax error.
class LineScanner
{
public:
    LineScanner(const QByteArray& text, QHash<QString, int>& lines, Mistakes& mistakes)
        : m_text(text), m_lines(lines), m_mistakes(mistakes)
    {
    }
    void scan() { value(QString()); }

private:
    void value(const QString& path)
    {
        skipSpace();
        m_lines.insert(path, m_line);
        switch (peek()) {
        case '{':
            object(path);
            break;
        case '[':
            array(path);
            break;
        case '"':
            string();
            break;
        default:
            while (m_at < m_text.size() && !QByteArrayLiteral(",]} \t\r\n").contains(peek()))
                ++m_at;
        }
        skipSpace();
    }
    void object(const QString& path)
    {
        QSet<QString> keys;
        ++m_at;
        skipSpace();
        while (m_at < m_text.size() && peek() != '}') {
            const int line = m_line;
            const QString key = string();
            const QString inner = path.isEmpty() ? key : path + u'.' + key;
            if (keys.contains(key))
                m_mistakes.push_back({line, 0, inner, Words::tr("is given twice")});
            keys.insert(key);
            skipSpace();
            ++m_at; // the colon
            value(inner);
            skipComma();
        }
        ++m_at;
    }
    void array(const QString& path)
    {
        ++m_at;
        skipSpace();
        for (int i = 0; m_at < m_text.size() && peek() != ']'; ++i) {
            value(QStringLiteral("%1[%2]").arg(path).arg(i));
            skipComma();
        }
        ++m_at;
    }
    QString string()
    {
        const qsizetype begin = m_at++;
        while (m_at < m_text.size() && peek() != '"')
            m_at += peek() == '\\' ? 2 : 1;
        ++m_at;
        // The parser reads the escapes of a key; wrapped, because a document is an array or an object.
        const QByteArray quoted = m_text.mid(begin, m_at - begin);
        return QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString();
    }
    void skipComma()
    {
        if (peek() == ',')
            ++m_at;
        skipSpace();
    }
    void skipSpace()
    {
        while (m_at < m_text.size() && QByteArrayLiteral(" \t\r\n").contains(peek())) {
            m_line += peek() == '\n' ? 1 : 0;
            ++m_at;
        }
    }
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text.at(m_at) : '\0'; }

    const QByteArray& m_text;
    QHash<QString, int>& m_lines;
    Mistakes& m_mistakes;
    qsizetype m_at = 0;
    int m_line = 1;
};

bool isStorable(const QString& text)
{
    return !text.contains(QChar::Null) && text.isValidUtf16();
}

/// U+0000 breaks a PostgreSQL statement and lone surrogates can't be written as UTF-8; QJsonDocument accepts both.
void findUnstorable(const QJsonValue& value, const QString& path, const QHash<QString, int>& lines, Mistakes& mistakes)
{
    if (value.isString() && !isStorable(value.toString())) {
        mistakes.push_back({lines.value(path), 0, path, Words::tr("holds a character that can't be stored")});
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            findUnstorable(array.at(i), QStringLiteral("%1[%2]").arg(path).arg(i), lines, mistakes);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            findUnstorable(it.value(), path.isEmpty() ? it.key() : path + u'.' + it.key(), lines, mistakes);
    }
}

Mistake syntaxMistake(const QByteArray& text, const QJsonParseError& error)
{
    const QByteArrayView before = QByteArrayView(text).first(std::clamp<qsizetype>(error.offset, 0, text.size()));
    Mistake mistake;
    mistake.line = int(before.count('\n')) + 1;
    mistake.column = int(before.size() - (before.lastIndexOf('\n') + 1)) + 1;
    mistake.text = Words::tr("this is not JSON: %1").arg(error.errorString());
    return mistake;
}

} // namespace

QString Mistake::toString() const
{
    QStringList where;
    if (line > 0 && column > 0)
        where += Words::tr("line %1, column %2").arg(line).arg(column);
    else if (line > 0)
        where += Words::tr("line %1").arg(line);
    if (!path.isEmpty())
        where += path;
    return where.isEmpty() ? text : where.join(QStringLiteral(", ")) + QStringLiteral(": ") + text;
}

std::optional<JsonText> JsonText::parse(QByteArray text, Mistakes* mistakes)
{
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    QJsonParseError error;
    JsonText result;
    result.m_document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        mistakes->push_back(syntaxMistake(text, error));
        return {};
    }
    const size_t known = mistakes->size();
    LineScanner(text, result.m_lines, *mistakes).scan();
    const QJsonValue root =
        result.m_document.isArray() ? QJsonValue(result.m_document.array()) : QJsonValue(result.m_document.object());
    findUnstorable(root, QString(), result.m_lines, *mistakes);
    if (mistakes->size() > known)
        return {};
    return result;
}

int JsonText::lineOf(const QString& path) const
{
    QString at = path;
    while (!at.isEmpty() && !m_lines.contains(at))
        at.truncate(std::max<qsizetype>(0, std::max(at.lastIndexOf(u'.'), at.lastIndexOf(u'['))));
    return m_lines.value(at);
}

} // namespace frontdesk
