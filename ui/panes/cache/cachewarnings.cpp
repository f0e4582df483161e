// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/cache/cachewarnings.h"

#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/theme/stylepaint.h"
#include "ui/widgets/themedlabel.h"

#include <QGridLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hubdesk {

CacheWarnings::CacheWarnings(const UiContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_icon(new QLabel(this)),
      m_text(new ThemedLabel(context.theme, FontRole::Body, Token::Text, this)),
      m_show(new QPushButton(tr("Show"), this)),
      m_list(new QPlainTextEdit(this))
{
    constexpr int kListHeight = 96;
    setObjectName(u"cacheWarnings"_s);
    m_text->setObjectName(u"cacheWarningsText"_s);
    m_text->setElideMode(Qt::ElideRight);
    m_show->setObjectName(u"cacheWarningsShow"_s);
    m_show->setAccessibleName(tr("Show what is not in order"));
    m_show->setCheckable(true);
    m_list->setObjectName(u"cacheWarningsList"_s);
    m_list->setAccessibleName(tr("What is not in order in the cache folder"));
    m_list->setReadOnly(true);
    m_list->setTabChangesFocus(true);
    m_list->setFixedHeight(kListHeight);
    m_list->hide();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(measure::kMedium, measure::kTiny, measure::kTiny, measure::kTiny);
    grid->setHorizontalSpacing(measure::kSmall);
    grid->addWidget(m_icon, 0, 0);
    grid->addWidget(m_text, 0, 1);
    grid->addWidget(m_show, 0, 2);
    grid->addWidget(m_list, 1, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    connect(m_show, &QPushButton::toggled, this, [this](bool on) {
        m_list->setVisible(on);
        m_show->setText(on ? tr("Hide") : tr("Show"));
    });
    connect(context.theme, &Theme::changed, this, &CacheWarnings::refreshIcon);
    refreshIcon();
    hide();
}

void CacheWarnings::setWarnings(const QStringList &warnings)
{
    const auto count = static_cast<int>(warnings.size());
    m_text->setText(
        count == 1 ? tr("One thing in the cache folder is not in order. The rest works as usual.")
                   : tr("%n things in the cache folder are not in order. The rest works as usual.",
                        nullptr, count));
    m_list->setPlainText(warnings.join(u'\n'));
    setVisible(!warnings.isEmpty());
}

void CacheWarnings::refreshIcon()
{
    m_icon->setPixmap(m_context.icons->pixmap(u"warning"_s, measure::kIconSmall,
                                              devicePixelRatioF(), Token::Warn));
    update();
}

void CacheWarnings::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(&painter, rect(), m_context.theme->color(Token::AccentSoft),
            m_context.theme->color(Token::Border), measure::kRadius);
}

} // namespace hubdesk
