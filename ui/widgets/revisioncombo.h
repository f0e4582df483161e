// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/refs.h"
#include "ui/shell/uicontext.h"

#include <QComboBox>

namespace hubdesk {

//! Chooses a branch, tag or pull request; a revision that is none of them (a commit) is listed too.
class RevisionCombo final : public QComboBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RevisionCombo)

public:
    explicit RevisionCombo(const UiContext &context, QWidget *parent = nullptr);

    //! Fills the list; emits nothing.
    void setRevisions(const GitRefs &refs, const QString &current);
    [[nodiscard]] QString revision() const { return currentData().toString(); }

Q_SIGNALS:
    //! The user chose another one.
    void revisionChosen(const QString &revision);

private:
    void add(const std::vector<GitRef> &refs, const QString &icon);

    UiContext m_context;
};

//! What a ref is called in an address: `main`, `v1.0`, `refs/pr/1`, `refs/convert/parquet`.
[[nodiscard]] QString revisionName(const GitRef &ref);

} // namespace hubdesk
