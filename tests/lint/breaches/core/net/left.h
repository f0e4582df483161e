// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/model/x.h"
#include <QColor>
