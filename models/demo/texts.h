#pragma once

#include "models/domain/takes.h"

#include <QString>
#include <QStringList>
#include <QTime>

#include <vector>

namespace frontdesk::demo
{

/// What the made up salon is told from: resources/demo/salon.json.
struct Texts {
    struct Role {
        QStringList services;
        QTime breakStart;
        Minutes breakLength{0};
    };
    struct ServiceText {
        QString name;
        QString category;
        QString colour;
        qint64 price = 0; ///< in whole units of the currency
        int weight = 0;   ///< how often it is asked for
        bool online = false;
        int seats = 1; ///< more: a group session, which has its fixed times
        Steps steps;
        Minutes before{0};
        Minutes after{0};
    };
    struct Alert {
        QString text;
        bool stops = false;
    };
    struct Holiday {
        int month = 1;
        int day = 1;
        int days = 1;
        QString reason;
    };

    QString location;
    QStringList staff;
    QStringList receptionists;
    std::vector<Role> roles;
    std::vector<ServiceText> services;
    std::vector<Alert> alerts;
    std::vector<Holiday> holidays;
    QStringList clientNotes;
    QStringList notes;
    QStringList cancelReasons;
    QStringList noShowReasons;
    QStringList blocks;
    QStringList squeezeReasons;
};

[[nodiscard]] Texts readTexts();

/// The content of a file of resources/demo.
[[nodiscard]] QByteArray demoFile(const QString& name);

} // namespace frontdesk::demo
