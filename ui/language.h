#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

#include <optional>

namespace frontdesk
{

/// What the desk speaks.
enum class Language { System, English, Chinese };

/// "", "en" or "zh_CN", as in settings and in options.
[[nodiscard]] QString codeOf(Language language);
[[nodiscard]] std::optional<Language> languageFromCode(const QString& code);

/// The language among English and Chinese that a person reads who prefers these, best first ("zh-Hans-CN", "de-DE").
/// Traditional characters are another writing: English is nearer to the truth than a guess.
[[nodiscard]] Language languageFor(const QStringList& preferred);
/// Dates, times, numbers and money: as the system has them, as long as that is the same language; else the language's
/// own, in the system's country where the language is written there.
[[nodiscard]] QLocale localeFor(Language language, const QLocale& system);

/// The texts of a language, put into the program in place of those before. What is made from then on speaks it; what is
/// there already keeps its words. GUI thread; must not outlive the QCoreApplication.
class Translations final
{
public:
    Translations() = default;
    ~Translations();
    Translations(const Translations&) = delete;
    Translations& operator=(const Translations&) = delete;

    void speak(Language language);

private:
    void remove();

    QTranslator m_ours;
    QTranslator m_qts; ///< what Qt says itself: standard buttons, context menus of fields
};

} // namespace frontdesk
