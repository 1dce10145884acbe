// As pch_core.h, for the tests: compiled once in tests/support and used by every test without a window.
#pragma once
#include "cmake/pch_core.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QUuid>
#include <QtTest>

#include <map>
#include <set>
#include <thread>
