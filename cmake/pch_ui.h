// As pch_core.h, for the folders that draw.
#pragma once
#include "cmake/pch_core.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QWidget>
