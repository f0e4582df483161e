// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/persontabs.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct PersonTabTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::PersonTabTexts)
};

} // namespace

QString personTabTitle(PersonTab tab)
{
    switch (tab) {
    case PersonTab::Models:
        return PersonTabTexts::tr("Models");
    case PersonTab::Datasets:
        return PersonTabTexts::tr("Datasets");
    case PersonTab::Spaces:
        return PersonTabTexts::tr("Spaces");
    case PersonTab::Likes:
        return PersonTabTexts::tr("Likes");
    case PersonTab::Organizations:
        return PersonTabTexts::tr("Organizations");
    case PersonTab::Members:
        return PersonTabTexts::tr("Members");
    case PersonTab::Followers:
        return PersonTabTexts::tr("Followers");
    case PersonTab::Following:
        return PersonTabTexts::tr("Following", "the people whom a user follows");
    }
    return {};
}

QString personTabName(PersonTab tab)
{
    switch (tab) {
    case PersonTab::Models:
        return u"personModels"_s;
    case PersonTab::Datasets:
        return u"personDatasets"_s;
    case PersonTab::Spaces:
        return u"personSpaces"_s;
    case PersonTab::Likes:
        return u"personLikes"_s;
    case PersonTab::Organizations:
        return u"personOrganizations"_s;
    case PersonTab::Members:
        return u"personMembers"_s;
    case PersonTab::Followers:
        return u"personFollowers"_s;
    case PersonTab::Following:
        return u"personFollowing"_s;
    }
    return {};
}

QString personTabIcon(PersonTab tab)
{
    switch (tab) {
    case PersonTab::Models:
        return u"model"_s;
    case PersonTab::Datasets:
        return u"dataset"_s;
    case PersonTab::Spaces:
        return u"space"_s;
    case PersonTab::Likes:
        return u"heart"_s;
    default:
        return u"account"_s;
    }
}

QString emptyPersonTabText(PersonTab tab, const QString &name)
{
    switch (tab) {
    case PersonTab::Models:
        return PersonTabTexts::tr("%1 has no models that you may see").arg(name);
    case PersonTab::Datasets:
        return PersonTabTexts::tr("%1 has no datasets that you may see").arg(name);
    case PersonTab::Spaces:
        return PersonTabTexts::tr("%1 has no Spaces that you may see").arg(name);
    case PersonTab::Likes:
        return PersonTabTexts::tr("%1 likes nothing in public").arg(name);
    case PersonTab::Organizations:
        return PersonTabTexts::tr("%1 is in no organization").arg(name);
    case PersonTab::Members:
        return PersonTabTexts::tr("%1 shows no members").arg(name);
    case PersonTab::Followers:
        return PersonTabTexts::tr("Nobody follows %1 yet").arg(name);
    case PersonTab::Following:
        return PersonTabTexts::tr("%1 follows nobody").arg(name);
    }
    return {};
}

} // namespace hubdesk
