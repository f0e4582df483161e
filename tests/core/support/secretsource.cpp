// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/support/secretsource.h"

#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr auto kAlnum = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
constexpr auto kUrlSafe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr auto kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr auto kOdd = "abcdefgh0123456789-_.!$*+";

} // namespace

QByteArray SecretSource::noise(int length, const char *letters)
{
    const int count = int(qstrlen(letters));
    QByteArray text;
    while (text.size() < length) {
        text += letters == kCapitals ? "ZQ7" : "zQ7";
        for (int i = 0; i < 2; ++i)
            text += letters[below(count)];
    }
    return text;
}

QByteArray SecretSource::token()
{
    switch (below(7)) {
    case 0:
        return "hf_" + noise(34, kAlnum);
    case 1:
        return "hf_oauth_eyJ" + noise(40, kUrlSafe) + '.' + noise(20, kUrlSafe);
    case 2:
        return "api_org_" + noise(34, kAlnum);
    case 3:
        return "eyJ" + noise(20, kUrlSafe) + '.' + noise(60, kUrlSafe) + '.' + noise(43, kUrlSafe);
    case 4:
        return "AKIA" + noise(16, kCapitals);
    case 5:
        return "ghp_" + noise(36, kAlnum);
    default:
        return noise(40, kAlnum);
    }
}

QByteArray SecretSource::secret()
{
    return below(2) ? token() : noise(6 + below(20), kOdd);
}

QByteArray SecretSource::path()
{
    switch (below(10)) {
    case 0:
        return "/api/models/ns/model/tree/main/" + token();
    case 1:
        return "/ns/model/resolve/main/" + token() + ".safetensors";
    case 2:
        return "/ns/model/resolve/" + token() + "/config.json";
    case 3: // encoded, and encoded again
        return "/ns/model/resolve/main/%2568%2566_" + token();
    case 4:
        return "/login/callback/" + secret();
    case 5:
        return "/ns/model/resolve/main/Bearer%20" + token();
    case 6:
        return "/datasets/ns/data/resolve/main/password/" + noise(12, kAlnum);
    case 7:
        return "/api/" + secret() + "/models";
    case 8:
        return "/ns/model/resolve/main/user%3A" + noise(9, kAlnum) + "%40host";
    default:
        return "/api/datasets/ns/data";
    }
}

QByteArray SecretSource::query()
{
    switch (below(5)) {
    case 0:
        return "?search=" + secret() + "&limit=20";
    case 1:
        return '?' + secret();
    case 2:
        return '?' + secret() + "=1";
    case 3:
        return "?X-Amz-Credential=" + token() + "%2F20260101&X-Amz-Signature=" + secret();
    default:
        return {};
    }
}

QByteArray SecretSource::address(const QByteArray &origin)
{
    const qsizetype host = origin.indexOf("://") + 3;
    QByteArray address = origin;
    if (below(3) == 0)
        address.insert(host, "user:" + noise(10, kAlnum) + '@');
    address += path() + query();
    if (below(4) == 0)
        address += '#' + secret();
    return address;
}

QByteArray SecretSource::signedLink()
{
    const std::array links{
        "https://cdn.example/repos/ab/cd?X-Amz-Signature=" + noise(40, kAlnum)
            + "&X-Amz-Security-Token=" + secret(),
        "https://user:" + noise(8, kAlnum) + "@cdn.example/x",
        "https://cdn.example/" + token() + "/x?sig=" + noise(30, kAlnum) + "%3D",
        "https://" + noise(25, kAlnum) + ".cdn.example/x",
        "https://cdn.example/~hmac=" + noise(30, kAlnum) + "/x#" + secret(),
        "/ns/other/resolve/main/" + token() + "?token=" + secret(),
    };
    return oneOf(links);
}

QString SecretSource::sentence()
{
    const std::array sentences{
        "The link " + signedLink() + " does not work.",
        "Authorization: Bearer " + secret() + " was refused.",
        "token=" + secret() + " is wrong.",
        "The file “" + token() + "” cannot be read.",
        "The password: " + noise(9, kAlnum) + " is wrong.",
        "cdn.example/x?sig=" + noise(20, kAlnum) + " stopped sending.",
    };
    return QString::fromUtf8(oneOf(sentences));
}

bool SecretSource::isIn(const QByteArray &text)
{
    QByteArray decoded = text;
    for (int i = 0; i < 3; ++i) {
        if (decoded.toLower().contains(kMark))
            return true;
        decoded = QByteArray::fromPercentEncoding(decoded);
    }
    return false;
}

} // namespace hubdesk
