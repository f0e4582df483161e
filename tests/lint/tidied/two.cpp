// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One of two files that cannot stand in one unit, each with a finding.
namespace {

const char *helper()
{
    return 0;
}

} // namespace

const char *two()
{
    return helper();
}
