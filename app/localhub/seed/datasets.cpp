// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/cardwriter.h"
#include "app/localhub/seed/people.h"
#include "app/localhub/seed/picture.h"
#include "app/localhub/seed/seedcontext.h"
#include "app/localhub/store/noise.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

struct DatasetSpec
{
    QString ns;
    QString name;
    QString author;
    QString license;
    QStringList languages;
    QStringList tasks;
    QString sizeCategory;
    QString prettyName;
    QString summary;
    qint64 downloads;
    qint64 likes;
    qint64 trending;
    QDate created;
    QDate modified;
};

std::vector<DatasetSpec> datasetSpecs()
{
    return {{u"openfjord"_s,
             u"nordic-news"_s,
             u"carol"_s,
             u"cc-by-4.0"_s,
             {u"sv"_s, u"nb"_s, u"da"_s},
             {u"text-generation"_s, u"summarization"_s},
             u"1K<n<10K"_s,
             u"Nordic News"_s,
             u"News articles in three languages with short summaries written by hand."_s,
             31'204,
             88,
             5,
             QDate(2023, 9, 4),
             QDate(2024, 8, 2)},
            {u"lumen-labs"_s,
             u"multilingual-reviews"_s,
             u"carol"_s,
             u"cc-by-sa-4.0"_s,
             {u"en"_s, u"de"_s, u"fr"_s, u"es"_s},
             {u"text-classification"_s},
             u"1K<n<10K"_s,
             u"Multilingual Reviews"_s,
             u"Product reviews in four languages, labelled by three people each."_s,
             54'110,
             132,
             8,
             QDate(2023, 5, 19),
             QDate(2024, 2, 11)},
            {u"northwind-ai"_s,
             u"instruct-mix-10k"_s,
             u"mira-holm"_s,
             u"apache-2.0"_s,
             {u"en"_s, u"sv"_s},
             {u"text-generation"_s},
             u"10K<n<100K"_s,
             u"Instruct Mix 10k"_s,
             u"Instructions and answers, every one of them read by a person before it went in."_s,
             78'932,
             265,
             33,
             QDate(2024, 4, 22),
             QDate(2025, 3, 5)},
            {u"auditory"_s,
             u"bird-calls-tiny"_s,
             u"bob"_s,
             u"cc0-1.0"_s,
             {},
             {u"audio-classification"_s},
             u"n<1K"_s,
             u"Bird Calls (tiny)"_s,
             u"Metadata of bird recordings from forty gardens."_s,
             3'871,
             29,
             2,
             QDate(2024, 3, 30),
             QDate(2024, 6, 12)},
            {u"alice"_s,
             u"kitchen-conversations"_s,
             u"alice"_s,
             u"mit"_s,
             {u"en"_s},
             {u"text-generation"_s},
             u"n<1K"_s,
             u"Kitchen Conversations"_s,
             u"What people say while they cook, with the swearing left in."_s,
             912,
             17,
             4,
             QDate(2024, 4, 28),
             QDate(2024, 5, 6)}};
}

QByteArray datasetCard(const DatasetSpec &spec)
{
    QString text = u"---\npretty_name: %1\nlicense: %2\n"_s.arg(spec.prettyName, spec.license)
        + yamlList(u"language"_s, spec.languages) + yamlList(u"task_categories"_s, spec.tasks)
        + yamlList(u"size_categories"_s, {spec.sizeCategory})
        + u"configs:\n- config_name: default\n  data_files:\n  - split: train\n"
          "    path: data/train.jsonl\n  - split: test\n    path: data/test.jsonl\n---\n"_s;
    text += u"\n# %1\n\n%2\n\n"_s.arg(spec.prettyName, spec.summary);
    text +=
        u"## Structure\n\n| Field | Type | Meaning |\n|:--|:--|:--|\n"
        "| `id` | int | number of the row |\n| `text` | string | the text itself |\n"
        "| `label` | string | what was decided about it |\n\n## Loading\n\n```python\n"
        "from datasets import load_dataset\n\nrows = load_dataset(\"%1/%2\", split=\"train\")\n```\n"_s
            .arg(spec.ns, spec.name);
    return text.toUtf8();
}

QByteArray jsonLines(quint64 seed, int rows)
{
    static const QStringList openers{u"The ferry"_s, u"A neighbour"_s,    u"This kettle"_s,
                                     u"Our guide"_s, u"The old bridge"_s, u"My bicycle"_s};
    static const QStringList verbs{u"arrived"_s, u"was praised"_s, u"stopped"_s, u"kept going"_s,
                                   u"surprised us"_s};
    static const QStringList ends{u"in the rain"_s, u"without a sound"_s, u"twice this week"_s,
                                  u"before breakfast"_s};
    static const QStringList labels{u"negative"_s, u"neutral"_s, u"positive"_s};
    Noise noise(seed);
    QByteArray out;
    for (int i = 0; i < rows; ++i) {
        const QString text =
            u"%1 %2 %3."_s.arg(openers[noise.below(openers.size())],
                               verbs[noise.below(verbs.size())], ends[noise.below(ends.size())]);
        out += QJsonDocument(QJsonObject{{u"id"_s, i},
                                         {u"text"_s, text},
                                         {u"label"_s, labels[noise.below(labels.size())]}})
                   .toJson(QJsonDocument::Compact)
            + '\n';
    }
    return out;
}

Repository repository(const DatasetSpec &spec)
{
    Repository repo;
    repo.type = RepoType::Dataset;
    repo.ns = spec.ns;
    repo.name = spec.name;
    repo.created = seedDay(spec.created.year(), spec.created.month(), spec.created.day());
    repo.downloads = spec.downloads;
    repo.downloadsAllTime = spec.downloads * 9 + 71;
    repo.likes = spec.likes;
    repo.trending = spec.trending;
    return repo;
}

void seedPlainDataset(SeedContext &context, const DatasetSpec &spec)
{
    const Repository repo = repository(spec);
    RepoBuilder builder(context.hub, repo);
    builder.commit(u"initial commit"_s, spec.author, repo.created);
    const auto seed = static_cast<quint64>(spec.downloads);
    builder.add(u"data/train.jsonl"_s, jsonLines(seed, 400))
        .add(u"data/test.jsonl"_s, jsonLines(seed + 1, 80))
        .add(u"README.md"_s, datasetCard(spec));
    builder.commit(u"Upload data"_s, spec.author,
                   seedDay(spec.modified.year(), spec.modified.month(), spec.modified.day()));
    context.finish(builder);
}

Picture sign(int index)
{
    const auto shade = static_cast<quint8>(150 + index * 3 % 90);
    Picture picture(96, 96, {shade, static_cast<quint8>(200 - index), 225});
    picture.fade({90, 120, static_cast<quint8>(60 + index * 2)});
    const Rgb red{205, 35, 40};
    const Rgb white{250, 250, 250};
    switch (index % 4) {
    case 0: // no entry
        picture.disc(48, 44, 30, red);
        picture.rectangle(26, 39, 44, 10, white);
        break;
    case 1: // limit
        picture.disc(48, 44, 30, red);
        picture.disc(48, 44, 22, white);
        picture.rectangle(40, 34, 5, 20, {20, 20, 20});
        picture.rectangle(52, 34, 5, 20, {20, 20, 20});
        break;
    case 2: // parking
        picture.rectangle(20, 16, 56, 56, {30, 90, 200});
        picture.rectangle(38, 26, 7, 38, white);
        picture.disc(50, 36, 10, white);
        break;
    default: // stop
        picture.rectangle(24, 20, 48, 48, red);
        picture.rectangle(32, 40, 32, 8, white);
    }
    picture.rectangle(46, 74, 4, 22, {110, 110, 115});
    return picture;
}

QByteArray signsCard()
{
    return R"(---
pretty_name: Street Signs (mini)
license: cc-by-4.0
language:
- en
task_categories:
- image-classification
- object-detection
size_categories:
- n<1K
tags:
- images
- traffic
configs:
- config_name: default
  data_files:
  - split: train
    path: data/annotations.jsonl
---

# Street Signs (mini)

Sixty drawn pictures of four street signs, with labels as CSV and boxes as JSON lines. Made for
trying out tools, not for driving.

![A sign](images/train/sign-000.png)

| Label | Count |
|:--|--:|
| no_entry | 15 |
| limit | 15 |
| parking | 15 |
| stop | 15 |

## Files

- `data/labels.csv`: file name, label, split
- `data/annotations.jsonl`: one box for each picture
- `images/`: the pictures, 96 by 96 pixels

```python
from datasets import load_dataset

signs = load_dataset("lumen-labs/street-signs-mini", split="train")
```
)";
}

void seedSigns(SeedContext &context)
{
    const DatasetSpec spec{
        u"lumen-labs"_s,   u"street-signs-mini"_s, u"carol"_s, {}, {}, {}, {}, {}, {}, 6'120, 54, 6,
        QDate(2024, 2, 9), QDate(2024, 11, 25)};
    const Repository repo = repository(spec);
    // Data sets keep pictures as large files.
    RepoBuilder builder(context.hub, repo, {u"*.png"_s, u"*.jpg"_s, u"*.jpeg"_s, u"*.webp"_s});
    builder.commit(u"initial commit"_s, spec.author, repo.created);
    static const QStringList labels{u"no_entry"_s, u"limit"_s, u"parking"_s, u"stop"_s};
    QByteArray csv = "file_name,label,split\n";
    QByteArray lines;
    for (int i = 0; i < 60; ++i) {
        const QString split = i < 48 ? u"train"_s : u"test"_s;
        const QString name = u"images/%1/sign-%2.png"_s.arg(split).arg(i, 3, 10, QChar(u'0'));
        builder.add(name, sign(i).png());
        csv += u"%1,%2,%3\n"_s.arg(name, labels[i % 4], split).toUtf8();
        lines += QJsonDocument(QJsonObject{{u"file_name"_s, name},
                                           {u"label"_s, labels[i % 4]},
                                           {u"box"_s, QJsonArray{18, 14, 60, 60}}})
                     .toJson(QJsonDocument::Compact)
            + '\n';
    }
    builder.add(u"data/labels.csv"_s, csv).add(u"data/annotations.jsonl"_s, lines);
    builder.commit(u"Upload pictures and labels"_s, spec.author, seedDay(2024, 2, 10));
    builder.add(u"README.md"_s, signsCard());
    builder.commit(u"Describe the data"_s, spec.author, seedDay(2024, 11, 25));
    if (const auto made = context.finish(builder))
        context.setRole(u"dataset"_s, *made);
}

} // namespace

void seedDatasets(SeedContext &context)
{
    for (const DatasetSpec &spec : datasetSpecs())
        seedPlainDataset(context, spec);
    seedSigns(context);
}

void seedOddNames(SeedContext &context)
{
    Repository repo;
    repo.type = RepoType::Dataset;
    repo.ns = u"demo"_s;
    repo.name = u"unusual-file-names"_s;
    repo.created = seedDay(2024, 11, 5);
    repo.downloads = 58;
    repo.downloadsAllTime = 402;
    repo.likes = 3;
    RepoBuilder builder(context.hub, repo);
    builder.commit(u"initial commit"_s, u"demo"_s, seedDay(2024, 11, 5));
    builder.add(u"README.md"_s,
                "---\nlicense: cc0-1.0\npretty_name: Unusual file names\n---\n\n"
                "# Unusual file names\n\nEvery name here is legal. Tools disagree.\n");
    const QStringList names{u"name with spaces.txt"_s,
                            u"  leading and trailing  .txt"_s,
                            u"文档/说明 一.txt"_s,
                            u"資料/日本語のファイル.txt"_s,
                            u"한국어/파일.txt"_s,
                            u"emoji 🚀🌈/smile 😀.txt"_s,
                            u"accents/Ærøskøbing – naïve café.txt"_s,
                            u"signs/hash#tag.txt"_s,
                            u"signs/100%.txt"_s,
                            u"signs/percent%20encoded.txt"_s,
                            u"signs/what?.txt"_s,
                            u"signs/a+b.txt"_s,
                            u"signs/salt & pepper.txt"_s,
                            u"signs/semi;colon,comma=equals.txt"_s,
                            u"signs/quote's (and) [brackets] {braces}.txt"_s,
                            u"signs/dollar$ at@ bang! tilde~ caret^ tick`.txt"_s,
                            u"folder with spaces/inner folder/file.name.with.dots.txt"_s,
                            u".hidden/.file"_s,
                            u"long/"_s + QString(196, u'a') + u".txt"_s,
                            QString(200, u'b') + u"/c.txt"_s,
                            u"Case/README.txt"_s,
                            u"Case/readme.txt"_s};
    for (const QString &name : names)
        builder.add(name, u"The content of %1\n"_s.arg(name).toUtf8());
    builder.add(u"empty file.txt"_s, {});
    Noise noise(17);
    builder.add(u"weights 重み/model 🧠 (final) #1.safetensors"_s, noise.bytes(120'001))
        .add(u"weights 重み/100% + more & more.bin"_s, noise.bytes(64'000));
    builder.commit(u"Add names that break things"_s, u"demo"_s, seedDay(2024, 11, 6));
    if (const auto made = context.finish(builder))
        context.setRole(u"odd_names"_s, *made);
}

} // namespace hubdesk::localhub
