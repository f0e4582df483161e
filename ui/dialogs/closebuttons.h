// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QDialogButtonBox;

namespace hubdesk {

//! The foot of a dialog that can only be closed. In the words of our translation: that of Qt is
//! not installed everywhere.
[[nodiscard]] QDialogButtonBox *makeCloseButtons(QDialog *dialog);

} // namespace hubdesk
