// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/hubdeskstyle.h"

#include "ui/theme/measures.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

QString look(const QWidget *widget)
{
    return widget ? widget->property("look").toString() : QString();
}

// Label and sort arrow of a header: the arrow stands beside the text, where there is room.
QRect headerPart(const QStyleOptionHeader &header, bool arrow)
{
    constexpr int kArrow = 16;
    const QRect inner = header.rect.adjusted(measure::kSmall, 0, -measure::kSmall, 0);
    if (!arrow)
        return inner;
    const int text = header.fontMetrics.horizontalAdvance(header.text);
    const int left = header.textAlignment & Qt::AlignRight ? inner.right() - text - kArrow
                                                           : inner.left() + text + measure::kTiny;
    return QStyle::visualRect(header.direction, header.rect,
                              QRect(left, inner.top(), kArrow, inner.height()));
}

// A scroll bar is opaque: it continues what it stands on.
QColor scrollBackground(const QStyleOption &option, const QWidget *bar)
{
    for (const QWidget *parent = bar ? bar->parentWidget() : nullptr; parent;
         parent = parent->parentWidget()) {
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(parent))
            return area->viewport()->palette().color(area->viewport()->backgroundRole());
    }
    return option.palette.color(QPalette::Base);
}

} // namespace

HubdeskStyle::HubdeskStyle(const Theme *theme)
    : QProxyStyle(u"Fusion"_s),
      m_theme(theme)
{ }

QColor HubdeskStyle::color(Token token) const
{
    // The style belongs to the application and may outlive the theme at the very end.
    return m_theme ? m_theme->color(token) : Theme::color(token, Scheme::Light);
}

void HubdeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(option, painter, widget);
        return;
    case PE_PanelButtonTool: {
        const bool enabled = option->state & State_Enabled;
        const bool on = option->state & (State_On | State_Sunken);
        if (on || ((option->state & State_MouseOver) && enabled))
            drawBox(painter, option->rect, color(on ? Token::AccentSoft : Token::Hover),
                    Qt::transparent, measure::kRadius);
        return;
    }
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawField(option, painter);
        else
            painter->fillRect(option->rect, option->palette.base());
        return;
    case PE_FrameLineEdit:
        return; // drawn with the panel
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractButton *>(widget))
            drawRing(painter, widget->rect(), color(Token::Accent), measure::kRadius - 1);
        else
            drawRing(painter, option->rect, color(Token::Accent), measure::kTiny);
        return;
    case PE_Frame:
    case PE_FrameWindow:
    case PE_FrameGroupBox:
        drawBox(painter, option->rect, Qt::transparent, color(Token::Border),
                qobject_cast<const QAbstractScrollArea *>(widget) ? 0 : measure::kRadius);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
        drawIndicator(option, painter, element == PE_IndicatorRadioButton);
        return;
    case PE_PanelTipLabel:
    case PE_FrameMenu:
        drawBox(painter, option->rect, color(Token::Raised), color(Token::Border), 0);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void HubdeskStyle::drawButton(const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const QString kind = look(widget);
    const bool enabled = option->state & State_Enabled;
    const bool down = option->state & (State_Sunken | State_On);
    const bool hover = enabled && (option->state & State_MouseOver);
    QColor fill = color(Token::Surface);
    QColor border = color(Token::FieldBorder);
    if (enabled && (kind == "primary"_L1 || kind == "destructive"_L1)) {
        fill = color(kind == "primary"_L1 ? Token::Accent : Token::Bad);
        const bool dark = m_theme && m_theme->isDark();
        if (down)
            fill = dark ? fill.darker(125) : fill.lighter(130);
        else if (hover)
            fill = dark ? fill.darker(110) : fill.lighter(115);
        border = fill;
    } else if (kind == "flat"_L1) {
        fill = down ? color(Token::AccentSoft) : hover ? color(Token::Hover) : Qt::transparent;
        border = Qt::transparent;
    } else if (!enabled) {
        fill = color(Token::Window);
        border = color(Token::Border);
    } else if (down) {
        fill = color(Token::AccentSoft);
        border = color(Token::Accent);
    } else if (hover) {
        fill = color(Token::Hover);
    }
    const bool pill = kind == "chip"_L1;
    drawBox(painter, option->rect, fill, border,
            pill ? option->rect.height() / 2.0 - 1 : measure::kRadius);
}

void HubdeskStyle::drawField(const QStyleOption *option, QPainter *painter) const
{
    const bool enabled = option->state & State_Enabled;
    const QColor fill = enabled ? option->palette.color(QPalette::Base) : color(Token::Window);
    drawBox(painter, option->rect, fill, color(enabled ? Token::FieldBorder : Token::Border),
            measure::kRadius);
    if (option->state & State_HasFocus)
        drawRing(painter, option->rect, color(Token::Accent), measure::kRadius - 1);
}

void HubdeskStyle::drawControl(ControlElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy(*button);
            const QString kind = look(widget);
            if (kind == "primary"_L1)
                copy.palette.setColor(QPalette::Active, QPalette::ButtonText,
                                      color(Token::OnAccent));
            else if (kind == "destructive"_L1)
                copy.palette.setColor(QPalette::Active, QPalette::ButtonText, color(Token::OnBad));
            copy.palette.setColor(QPalette::Inactive, QPalette::ButtonText,
                                  copy.palette.color(QPalette::Active, QPalette::ButtonText));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_ProgressBar:
        drawProgress(option, painter);
        return;
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeader(*header, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection:
        drawHeaderSection(option, painter);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, color(Token::Surface));
        return;
    case CE_ToolButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon) {
            drawToolLabel(*button, painter);
            return;
        }
        break;
    case CE_Splitter:
        return; // the panes beside it have borders
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void HubdeskStyle::drawProgress(const QStyleOption *option, QPainter *painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar)
        return;
    const int range = bar->maximum - bar->minimum;
    const double share = range > 0 ? double(bar->progress - bar->minimum) / range : 0;
    constexpr int kHeight = 6;
    QRect rect = bar->rect;
    rect.setTop(rect.center().y() - kHeight / 2);
    rect.setHeight(kHeight);
    drawBar(painter, rect, share, color(Token::Track), color(Token::Accent));
}

void HubdeskStyle::drawHeaderSection(const QStyleOption *option, QPainter *painter) const
{
    const auto *section = qstyleoption_cast<const QStyleOptionHeader *>(option);
    const bool hover = (option->state & State_MouseOver) && (option->state & State_Enabled);
    painter->fillRect(option->rect, color(hover ? Token::Hover : Token::Surface));
    QRect line = option->rect;
    if (!section || section->orientation == Qt::Horizontal) {
        line.setTop(line.bottom());
        painter->fillRect(line, color(Token::Border));
    }
}

void HubdeskStyle::drawHeader(const QStyleOptionHeader &header, QPainter *painter,
                              const QWidget *widget) const
{
    painter->save();
    painter->setClipRect(header.rect);
    drawHeaderSection(&header, painter);
    QStyleOptionHeader label(header);
    label.rect = headerPart(header, false);
    label.sortIndicator = QStyleOptionHeader::None;
    drawControl(CE_HeaderLabel, &label, painter, widget);
    if (header.sortIndicator != QStyleOptionHeader::None)
        drawChevron(painter, QRectF(headerPart(header, true)).center(), color(Token::TextSecondary),
                    header.sortIndicator == QStyleOptionHeader::SortUp);
    painter->restore();
}

void HubdeskStyle::drawIndicator(const QStyleOption *option, QPainter *painter, bool round) const
{
    const bool enabled = option->state & State_Enabled;
    const bool part = option->state & State_NoChange;
    const bool on = part || (option->state & State_On);
    const QColor mark = color(!enabled ? Token::TextDisabled
                                  : on ? Token::Accent
                                       : Token::FieldBorder);
    const QColor fill = on ? mark : color(enabled ? Token::Surface : Token::Window);
    const int side = std::min(option->rect.width(), option->rect.height());
    QRect box(0, 0, side, side);
    box.moveCenter(option->rect.center());
    drawBox(painter, box, fill, mark, round ? side / 2.0 - 0.5 : 3);
    if (on && round)
        drawBox(painter, box.adjusted(4, 4, -4, -4), color(Token::OnAccent), Qt::transparent, side);
    else if (on)
        drawTick(painter, box, color(Token::OnAccent), part);
}

void HubdeskStyle::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    drawField(option, painter);
    if (!spin)
        return;
    const auto arrow = [&](SubControl control, QAbstractSpinBox::StepEnabledFlag step) {
        const bool usable = (option->state & State_Enabled) && (spin->stepEnabled & step);
        const QRect rect = subControlRect(CC_SpinBox, option, control, widget);
        drawChevron(painter, QRectF(rect).center(),
                    color(usable ? Token::TextSecondary : Token::TextDisabled),
                    control == SC_SpinBoxUp);
    };
    arrow(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled);
    arrow(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled);
}

void HubdeskStyle::drawToolLabel(const QStyleOptionToolButton &option, QPainter *painter) const
{
    const bool enabled = option.state & State_Enabled;
    QRect icon = option.rect.adjusted(measure::kSmall, 0, 0, 0);
    icon.setWidth(option.iconSize.width());
    const QRect iconPlace = visualRect(option.direction, option.rect, icon);
    option.icon.paint(painter, iconPlace, Qt::AlignCenter,
                      enabled ? QIcon::Normal : QIcon::Disabled);
    const QRect text = option.rect.adjusted(
        measure::kSmall + option.iconSize.width() + measure::kMedium, 0, -measure::kSmall, 0);
    drawItemText(
        painter, visualRect(option.direction, option.rect, text),
        static_cast<int>(Qt::AlignVCenter | visualAlignment(option.direction, Qt::AlignLeft))
            | Qt::TextShowMnemonic,
        option.palette, enabled, option.text, QPalette::ButtonText);
}

QRect HubdeskStyle::subElementRect(SubElement element, const QStyleOption *option,
                                   const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        return rect.adjusted(measure::kTiny, 0, -measure::kTiny, 0);
    if (element == SE_ItemViewItemFocusRect)
        return option->rect;
    return rect;
}

QRect HubdeskStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                   SubControl part, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    // Text begins where it does in a line edit; an icon brings its own room.
    if (combo && part == SC_ComboBoxEditField && !combo->editable && combo->currentIcon.isNull())
        return option->direction == Qt::RightToLeft ? rect.adjusted(0, 0, -measure::kTiny, 0)
                                                    : rect.adjusted(measure::kTiny, 0, 0, 0);
    return rect;
}

void HubdeskStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox)
        drawComboBox(option, painter, widget);
    else if (control == CC_SpinBox)
        drawSpinBox(option, painter, widget);
    else if (control == CC_ScrollBar)
        drawScrollBar(option, painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void HubdeskStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter,
                                const QWidget *widget) const
{
    const bool enabled = option->state & State_Enabled;
    const bool hover = enabled && (option->state & State_MouseOver);
    drawBox(painter, option->rect,
            !enabled ? color(Token::Window) : color(hover ? Token::Hover : Token::Surface),
            color(enabled ? Token::FieldBorder : Token::Border), measure::kRadius);
    if (option->state & State_HasFocus)
        drawRing(painter, option->rect, color(Token::Accent), measure::kRadius - 1);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawChevron(painter, QRectF(arrow).center(),
                color(enabled ? Token::TextSecondary : Token::TextDisabled));
}

void HubdeskStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    painter->fillRect(option->rect, scrollBackground(*option, widget));
    if (!slider || slider->maximum <= slider->minimum)
        return;
    QRect thumb = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    thumb = slider->orientation == Qt::Vertical ? thumb.adjusted(3, 1, -3, -1)
                                                : thumb.adjusted(1, 3, -1, -3);
    const bool active = (option->state & State_MouseOver) || (option->state & State_Sunken);
    const qreal radius = std::min(thumb.width(), thumb.height()) / 2.0;
    drawBox(painter, thumb, color(active ? Token::TextSecondary : Token::FieldBorder),
            Qt::transparent, radius);
}

QSize HubdeskStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                     const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && button->text.isEmpty() && !button->icon.isNull())
            result.setWidth(measure::kButtonHeight + measure::kTiny);
        else
            result.rwidth() += measure::kMedium;
        [[fallthrough]];
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        result.setHeight(std::max(result.height(), measure::kButtonHeight));
        break;
    case CT_ToolButton:
        result = result.expandedTo(QSize(measure::kButtonHeight, measure::kButtonHeight));
        break;
    case CT_HeaderSection:
    case CT_ItemViewItem:
        result.setHeight(std::max(result.height(), measure::kRowOneLine));
        break;
    default:
        break;
    }
    return result;
}

int HubdeskStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                              const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return measure::kIconSmall;
    case PM_ToolBarIconSize:
        return measure::kIconLarge;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return measure::kIconSmall;
    case PM_HeaderMargin:
        return measure::kMedium - measure::kTiny;
    case PM_FocusFrameHMargin:
        return measure::kSmall - 1;
    case PM_ScrollBarExtent:
        return measure::kMedium;
    case PM_ScrollBarSliderMin:
        return 2 * measure::kHuge;
    case PM_DefaultFrameWidth:
        return measure::kBorder;
    case PM_SplitterWidth:
        return measure::kSmall;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return measure::kLarge;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return measure::kSmall;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int HubdeskStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons: // they are the system's, made for other colours
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void HubdeskStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace hubdesk
