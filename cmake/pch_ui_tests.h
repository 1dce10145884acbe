// As pch_tests.h, for the tests that open windows ; compiled once in tests/ui.
#pragma once
#include "cmake/pch_ui.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListWidget>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QUuid>
#include <QtTest>
