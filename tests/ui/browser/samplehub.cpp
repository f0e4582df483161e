// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browser/samplehub.h"

#include "tests/ui/browser/samplepeople.h"

#include <utility>

namespace hubdesk {

namespace {

const QByteArray kCommit(40, 'c');

QByteArray file(const QByteArray &path, qint64 size, bool lfs)
{
    QByteArray json = R"({"type":"file","path":")" + path + R"(","oid":")" + QByteArray(40, 'a')
        + R"(","size":)" + QByteArray::number(size);
    if (lfs)
        json += R"(,"lfs":{"oid":")" + QByteArray(64, 'b') + R"(","size":)"
            + QByteArray::number(size) + R"(,"pointerSize":135})";
    return json + '}';
}

QByteArray repoJson(const QByteArray &id, int index, const QByteArray &gated, bool isPrivate)
{
    static const QByteArrayList tasks{"text-generation", "image-classification",
                                      "automatic-speech-recognition", "sentence-similarity",
                                      "text-to-image"};
    static const QByteArrayList libraries{"transformers", "timm", "transformers",
                                          "sentence-transformers", "diffusers"};
    return R"({"_id":"1","id":")" + id + R"(","author":")" + id.first(id.indexOf('/'))
        + R"(","sha":")" + kCommit + R"(","lastModified":"2026-0)"
        + QByteArray::number(1 + index % 9) + R"(-11T08:30:00.000Z","private":)"
        + (isPrivate ? "true" : "false") + R"(,"gated":)" + gated + R"(,"downloads":)"
        + QByteArray::number(3'456'789 / (index + 1)) + R"(,"likes":)"
        + QByteArray::number(1234 / (index + 1)) + R"(,"pipeline_tag":")" + tasks.at(index % 5)
        + R"(","library_name":")" + libraries.at(index % 5)
        + R"(","tags":["license:apache-2.0"],"cardData":{"license":"apache-2.0"}})";
}

} // namespace

SampleHub::SampleHub(FakeNetwork *network)
    : m_network(network)
{
    card =
        "---\nlicense: apache-2.0\n---\n# Harbor 7B Instruct\n\nA **small** model that answers "
        "questions about ports and tides. [Usage](#usage), [the notes](docs/notes.md), "
        "[the paper](https://example.org/paper).\n\n## Usage\n\n```python\nfrom transformers "
        "import "
        "pipeline\n\npipe = pipeline(\"text-generation\", model=\"nordwind/harbor-7b-instruct\")\n"
        "print(pipe(\"When is high water?\"))\n```\n\n## Results\n\n| Task | Metric | Value |\n"
        "|---|---|---:|\n| Tides | accuracy | 91.4 |\n| Ports | F1 | 87.0 |\n| Weather | F1 | 79.2 "
        "|\n\n"
        "- Trained on 1.2 T tokens\n- [x] Evaluated\n- [ ] Distilled\n\n> Not for navigation.\n";
    tree = '['
        + QByteArrayList{file(".gitattributes", 1519, false),
                         file("README.md", 5210, false),
                         file("config.json", 662, false),
                         file("model-00001-of-00002.safetensors", 4'976'698'672, true),
                         file("model-00002-of-00002.safetensors", 2'512'111'904, true),
                         file("model.safetensors.index.json", 25'125, false),
                         file("pytorch_model.bin", 7'488'912'345, true),
                         file("tokenizer.json", 9'085'657, true),
                         R"({"type":"directory","path":"docs","oid":")" + QByteArray(40, 'd')
                             + R"(","size":0})",
                         file("docs/notes.md", 2048, false)}
              .join(',')
        + ']';
    refs = R"({"branches":[{"name":"main","ref":"refs/heads/main","targetCommit":")" + kCommit
        + R"("},{"name":"dev","ref":"refs/heads/dev","targetCommit":")" + QByteArray(40, 'e')
        + R"("}],"converts":[],"tags":[{"name":"v1.0","ref":"refs/tags/v1.0","targetCommit":")"
        + kCommit + R"("}],"pullRequests":[{"name":"refs/pr/1","ref":"refs/pr/1","targetCommit":")"
        + QByteArray(40, 'f') + R"("}]})";
    network->setResponder([this](FakeReply *reply) { answer(reply); });
}

int SampleHub::count(const QByteArray &part) const
{
    int found = 0;
    for (const QByteArray &line : m_network->log())
        found += line.contains(part) ? 1 : 0;
    return found;
}

void SampleHub::release()
{
    hanging.clear();
    for (const QPointer<FakeReply> &reply : std::exchange(m_held, {})) {
        if (reply && !reply->wasAborted())
            answer(reply);
    }
}

void SampleHub::listing(FakeReply *reply, const QByteArray &target) const
{
    constexpr int kPage = 20;
    const bool second = target.contains("cursor=2");
    const QByteArray path =
        target.first(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    QByteArrayList items;
    if (target.contains("search=nothing")
        || (target.contains("author=tess-marlow") && path.contains("spaces"))) {
        reply->finishWith(200, "[]");
        return;
    }
    const int first = second ? kPage : 0;
    for (int i = first; i < qMin(models, first + kPage); ++i) {
        QByteArray id = i == 0
            ? "nordwind/harbor-7b-instruct"
            : "lab-" + QByteArray::number(i % 7) + "/model-" + QByteArray::number(i);
        if (path.contains("datasets"))
            id = "lab-" + QByteArray::number(i % 7) + "/data-" + QByteArray::number(i);
        items.append(repoJson(id, i, i == 2 ? "\"manual\"" : "false", i == 3));
    }
    QList<std::pair<QByteArray, QByteArray>> headers{{"Content-Type", "application/json"},
                                                     {"X-Total-Count", QByteArray::number(models)}};
    if (!second && models > kPage)
        headers.append({"Link", "<http://hub.test" + path + "?cursor=2>; rel=\"next\""});
    reply->finishWith(200, '[' + items.join(',') + ']', headers);
}

void SampleHub::answer(FakeReply *reply)
{
    const QByteArray target = reply->target();
    for (const QByteArray &part : std::as_const(hanging)) {
        if (target.contains(part)) {
            m_held.append(reply);
            return;
        }
    }
    for (auto failure = failures.cbegin(); failure != failures.cend(); ++failure) {
        if (!target.contains(failure.key()))
            continue;
        if (failure->network != QNetworkReply::NoError)
            reply->breakOff(failure->network);
        else
            reply->finishWith(failure->status, R"({"error":")" + failure->message + R"("})",
                              {{"X-Error-Code", failure->code},
                               {"X-Error-Message", failure->message},
                               {"X-Request-Id", "request-1"}});
        return;
    }
    const bool list = target == "/api/models" || target.startsWith("/api/models?")
        || target.startsWith("/api/datasets?") || target.startsWith("/api/spaces?");
    if (list) {
        listing(reply, target);
    } else if (answerAboutPeople(reply)) {
        return;
    } else if (target.contains("/refs")) {
        reply->finishWith(200, refs);
    } else if (target.contains("/tree/")) {
        reply->finishWith(200, tree);
    } else if (target.contains("/resolve/") && reply->method() == "HEAD") {
        reply->finishWith(200, {},
                          {{"X-Repo-Commit", kCommit},
                           {"ETag", '"' + QByteArray(40, 'a') + '"'},
                           {"Content-Length", "10"}});
    } else if (target.contains("/resolve/")) {
        reply->finishWith(200, card, {{"X-Repo-Commit", kCommit}});
    } else if (target.startsWith("/api/")) {
        reply->finishWith(200, repoJson("nordwind/harbor-7b-instruct", 0, gated, false));
    } else {
        reply->finishWith(404, "{}", {{"X-Error-Code", "RepoNotFound"}});
    }
}

} // namespace hubdesk
