// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/revisioncombo.h"

#include "ui/theme/icons.h"

#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace hubdesk {

QString revisionName(const GitRef &ref)
{
    for (const auto prefix : {"refs/heads/"_L1, "refs/tags/"_L1}) {
        if (ref.ref.startsWith(prefix))
            return ref.ref.sliced(prefix.size());
    }
    return ref.ref.isEmpty() ? ref.name : ref.ref;
}

RevisionCombo::RevisionCombo(const UiContext &context, QWidget *parent)
    : QComboBox(parent),
      m_context(context)
{
    setAccessibleName(tr("Revision"));
    setToolTip(tr("Revision"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(14);
    connect(this, &QComboBox::activated, this, [this] {
        Q_EMIT
        revisionChosen(revision());
    });
}

void RevisionCombo::setRevisions(const GitRefs &refs, const QString &current)
{
    const QSignalBlocker blocker(this);
    clear();
    add(refs.branches, u"branch"_s);
    add(refs.tags, u"tag"_s);
    add(refs.pullRequests, u"pull-request"_s);
    add(refs.converts, u"branch"_s);
    int index = findData(current);
    if (index < 0) {
        const bool commit = isCommitHash(current);
        insertItem(0, m_context.icons->icon(commit ? u"commit"_s : u"branch"_s),
                   commit ? current.first(10) : current, current);
        index = 0;
    }
    setCurrentIndex(index);
}

void RevisionCombo::add(const std::vector<GitRef> &refs, const QString &icon)
{
    for (const GitRef &ref : refs) {
        const QString revision = revisionName(ref);
        addItem(m_context.icons->icon(icon), revision, revision);
    }
}

} // namespace hubdesk
