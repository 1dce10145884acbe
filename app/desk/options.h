#pragma once

#include "models/domain/time_slot.h"
#include "ui/view_kind.h"

#include <QDate>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace frontdesk
{

/// What the command line and the environment ask of the desk.
struct DeskOptions {
    QString database;             ///< a URL; empty: the book in the user's data folder
    QDate date;                   ///< invalid: today
    std::optional<ViewKind> view; ///< nothing: as the desk was left
    QString nowText;              ///< of a picture: the time that it shows, as wall time of the location
    QSize size;                   ///< empty: as the window was left
    QString screenshot;           ///< a file; not empty: draw, save, leave
    QString theme;                ///< "light", "dark", or empty
    QString language;             ///< "en", "zh_CN", or empty: as the settings say
    double scale = 0;             ///< of all that is drawn, 1 to 4; 0: as the screen says
    QString desk;
    QString person;
    bool measureStart = false; ///< print when the first day was painted, and end

    QString answer;  ///< text of --help or --version: print it and leave with 0
    QString problem; ///< what is wrong with the options: print it and leave with 2
};
[[nodiscard]] DeskOptions readOptions(const QStringList& arguments);

} // namespace frontdesk
