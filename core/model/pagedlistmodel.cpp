// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/pagedlistmodel.h"

namespace hubdesk {

PagedListModel::PagedListModel(QObject *parent)
    : QAbstractListModel(parent)
{ }

PagedListModel::~PagedListModel() = default;

} // namespace hubdesk
