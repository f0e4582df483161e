// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/personheader.h"

#include "core/model/humanformat.h"
#include "ui/shell/prompter.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/avatarlabel.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! What decides between one and many.
int pluralOf(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, 1'000'000));
}

} // namespace

QString shortened(const QString &text, qsizetype longest)
{
    QString line = text.simplified();
    if (line.size() <= longest)
        return line;
    const qsizetype space = line.lastIndexOf(u' ', longest);
    return line.left(space > longest / 2 ? space : longest) + u'\u2026';
}

PersonHeader::PersonHeader(const UiContext &context, PersonController *controller, Avatars *avatars,
                           QAction *openInBrowser, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_controller(controller),
      m_back(new QToolButton(this)),
      m_avatar(new AvatarLabel(avatars, kAvatar, this)),
      m_name(new ThemedLabel(context.theme, FontRole::Title, Token::Text, this)),
      m_mark(new Badge(context.theme, this)),
      m_facts(new ThemedLabel(context.theme, FontRole::Secondary, Token::TextSecondary, this)),
      m_details(new ThemedLabel(context.theme, FontRole::Body, Token::Text, this)),
      m_open(new QPushButton(this)),
      m_copy(new QPushButton(this))
{
    build(openInBrowser);
    buildCopyMenu();
    connect(controller, &PersonController::personChanged, this, &PersonHeader::update);
    connect(controller, &PersonController::stateChanged, this, &PersonHeader::update);
    update();
}

PersonHeader::~PersonHeader() = default;

void PersonHeader::build(QAction *openInBrowser)
{
    m_back->setObjectName(u"personBack"_s);
    m_back->setIcon(m_context.icons->icon(u"back"_s));
    m_back->setToolTip(tr("Back (Alt+Left)"));
    m_back->setAccessibleName(tr("Back"));
    m_back->setAutoRaise(true);
    connect(m_back, &QToolButton::clicked, this, &PersonHeader::backRequested);
    m_avatar->setObjectName(u"personAvatar"_s);
    m_name->setObjectName(u"personName"_s);
    m_name->setElideMode(Qt::ElideRight);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_mark->setObjectName(u"personMark"_s);
    m_facts->setObjectName(u"personFacts"_s);
    m_facts->setElideMode(Qt::ElideRight);
    m_details->setObjectName(u"personDetails"_s);
    m_details->setWordWrap(true);
    m_open->setObjectName(u"personOpen"_s);
    bindButton(m_open, openInBrowser);
    m_copy->setObjectName(u"personCopy"_s);
    m_copy->setText(tr("Copy"));
    m_copy->setIcon(m_context.icons->icon(u"copy"_s));

    auto *title = new QHBoxLayout;
    title->setSpacing(measure::kSmall);
    title->addWidget(m_name);
    title->addWidget(m_mark);
    title->addStretch(1);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(measure::kTiny);
    texts->addStretch(1);
    texts->addLayout(title);
    texts->addWidget(m_facts);
    texts->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(measure::kSmall);
    row->addWidget(m_back);
    row->addWidget(m_avatar);
    row->addSpacing(measure::kTiny);
    row->addLayout(texts, 1);
    row->addWidget(m_open);
    row->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kSmall);
    column->addLayout(row);
    column->addWidget(m_details);
}

void PersonHeader::buildCopyMenu()
{
    auto *menu = new QMenu(m_copy);
    menu->setObjectName(u"personCopyMenu"_s);
    const auto add = [this, menu](const QString &name, const QString &icon, const QString &text,
                                  const auto &what) {
        menu->addAction(m_context.icons->icon(icon), text, this,
                        [this, what] { m_context.prompter->copyText(what()); })
            ->setObjectName(name);
    };
    const auto name = [this] { return m_controller->overview().person.name; };
    add(u"copyPerson"_s, u"copy"_s, tr("Copy name"), name);
    add(u"copyPersonLink"_s, u"link"_s, tr("Copy link"), [this, name] {
        return personPage(m_controller->client()->config().endpoint, name()).toString();
    });
    m_copy->setMenu(menu);
}

QStringList PersonHeader::facts() const
{
    const PersonOverview &overview = m_controller->overview();
    QStringList facts{overview.person.name, personKindTitle(overview.person.kind)};
    if (overview.isFollowed)
        facts.append(tr("followed by you"));
    if (overview.followers >= 0)
        facts.append(tr("%1 follower(s)", nullptr, pluralOf(overview.followers))
                         .arg(compactCount(overview.followers)));
    if (overview.following >= 0)
        facts.append(tr("follows %1").arg(compactCount(overview.following)));
    if (overview.members >= 0)
        facts.append(tr("%1 member(s)", nullptr, pluralOf(overview.members))
                         .arg(compactCount(overview.members)));
    if (overview.createdAt.isValid())
        facts.append(
            tr("here since %1")
                .arg(QLocale().toString(overview.createdAt.toLocalTime().date(), u"MMMM yyyy"_s)));
    return facts;
}

void PersonHeader::update()
{
    const PersonOverview &overview = m_controller->overview();
    const bool known = overview.person.kind != PersonKind::Unknown;
    Person person = overview.person;
    if (!known)
        person.name = m_controller->name();
    m_avatar->setPerson(person);
    m_name->setText(person.fullName.isEmpty() ? person.name : person.fullName);
    m_mark->setText(overview.isVerified ? tr("Verified") : u"PRO"_s);
    m_mark->setToolTip(overview.isVerified
                           ? tr("The Hub has checked that this organization is who it says")
                           : tr("Has a PRO subscription"));
    m_mark->setVisible(overview.isVerified || person.isPro);
    m_facts->setText(known ? facts().join(u" \u00b7 "_s) : QString());
    m_facts->setVisible(known);
    m_details->setText(shortened(overview.details, kLongestDetails));
    m_details->setToolTip(overview.details.size() > kLongestDetails
                              ? u"<p>%1</p>"_s.arg(overview.details.toHtmlEscaped())
                              : QString());
    m_details->setVisible(!overview.details.isEmpty());
    m_copy->setEnabled(known);
}

} // namespace hubdesk
