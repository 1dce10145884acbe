#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include <mutex>

// Q_INIT_RESOURCE declares a function of the global namespace.
static void loadTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace frontdesk
{

QString codeOf(Language language)
{
    switch (language) {
    case Language::System:
        return {};
    case Language::English:
        return QStringLiteral("en");
    case Language::Chinese:
        return QStringLiteral("zh_CN");
    }
    return {};
}

std::optional<Language> languageFromCode(const QString& code)
{
    for (const Language language : {Language::System, Language::English, Language::Chinese}) {
        if (code == codeOf(language))
            return language;
    }
    return {};
}

Language languageFor(const QStringList& preferred)
{
    for (const QString& name : preferred) {
        const QLocale locale(name);
        if (locale.language() == QLocale::Chinese && locale.script() == QLocale::SimplifiedHanScript)
            return Language::Chinese;
        if (locale.language() == QLocale::English)
            return Language::English;
    }
    return Language::English;
}

QLocale localeFor(Language language, const QLocale& system)
{
    const bool chinese = language == Language::Chinese;
    if (!chinese && system.language() == QLocale::C)
        return system; // says nothing of a country: 24 hours, weeks from Monday
    const QLocale::Language wanted = chinese ? QLocale::Chinese : QLocale::English;
    if (system.language() == wanted && (!chinese || system.script() == QLocale::SimplifiedHanScript))
        return system;
    return chinese ? QLocale(QLocale::Chinese, QLocale::SimplifiedHanScript, QLocale::China)
                   : QLocale(QLocale::English, system.territory());
}

Translations::~Translations()
{
    remove();
}

void Translations::remove()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
}

void Translations::speak(Language language)
{
    static std::once_flag once;
    std::call_once(once, loadTranslations);
    remove();
    const QLocale system = QLocale::system();
    if (language == Language::System)
        language = languageFor(system.uiLanguages());
    const QString code = codeOf(language);
    // English has a file for its plurals alone. Qt's own texts are English, and missing where their package is.
    if (m_ours.load(QStringLiteral(":/translations/frontdesk_") + code))
        QCoreApplication::installTranslator(&m_ours);
    if (m_qts.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    QLocale::setDefault(localeFor(language, system));
}

} // namespace frontdesk
