// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/digest.h"

#include "app/localhub/api/frontmatter.h"
#include "app/localhub/api/weightinfo.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

QStringList strings(const QJsonValue &value)
{
    QStringList all;
    if (value.isString())
        all.append(value.toString());
    for (const QJsonValue &item : value.toArray()) {
        if (item.isString())
            all.append(item.toString());
    }
    return all;
}

void addPrefixed(QStringList &tags, const QString &prefix, const QJsonValue &value)
{
    for (const QString &text : strings(value))
        tags.append(prefix + text);
}

// The first paragraph of prose below the front matter and the title.
QString firstParagraph(const QByteArray &readme)
{
    QString text = QString::fromUtf8(readme);
    if (text.startsWith("---"_L1)) {
        const qsizetype end = text.indexOf("\n---"_L1, 3);
        text = end < 0 ? QString() : text.sliced(end + 4);
    }
    QStringList lines;
    for (const QString &raw : text.split(u'\n')) {
        const QString line = raw.trimmed();
        const bool prose = !line.isEmpty() && !line.startsWith(u'#') && !line.startsWith(u'!')
            && !line.startsWith(u'<') && !line.startsWith(u'|');
        if (prose)
            lines.append(line);
        else if (!lines.isEmpty())
            break;
    }
    return lines.join(u' ');
}

QString autoClass(const QString &architecture)
{
    const qsizetype at = architecture.indexOf("For"_L1);
    return at < 0 ? u"AutoModel"_s : u"AutoModel"_s + architecture.sliced(at);
}

} // namespace

Digests::Ptr Digests::ofHead(const Repository &repo)
{
    const auto head = m_git.resolve(repo, u"main"_s);
    return head ? of(repo, *head) : nullptr;
}

Digests::Ptr Digests::of(const Repository &repo, const QByteArray &commit)
{
    const QByteArray key = QByteArray::number(repo.rowId) + ':' + commit;
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_known.value(key))
            return known;
    }
    auto digest = std::make_shared<Digest>();
    digest->commit = commit;
    if (const auto info = m_git.commit(repo, commit))
        digest->date = info->date;
    digest->files = m_git.listing(repo, commit);
    for (const TreeItem &item : digest->files->items)
        digest->usedStorage += item.folder ? 0 : item.size;
    addCard(repo, *digest);
    if (repo.type == RepoType::Model) {
        addConfig(repo, *digest);
        addWeights(*digest);
    }
    addTags(repo, *digest);
    const std::scoped_lock lock(m_mutex);
    m_known.insert(key, digest);
    return digest;
}

QByteArray Digests::content(const Repository &repo, const Listing &files, const QString &path)
{
    const TreeItem *item = files.find(path);
    return item && !item->folder && !item->lfs ? m_git.blob(repo, item->oid) : QByteArray();
}

void Digests::addCard(const Repository &repo, Digest &digest)
{
    const QByteArray readme = content(repo, *digest.files, u"README.md"_s);
    digest.card = FrontMatter::parse(readme).data;
    digest.description = firstParagraph(readme);
    digest.pipelineTag = digest.card[u"pipeline_tag"].toString();
    digest.library = digest.card[u"library_name"].toString();
}

void Digests::addConfig(const Repository &repo, Digest &digest)
{
    const QJsonObject config =
        QJsonDocument::fromJson(content(repo, *digest.files, u"config.json"_s)).object();
    for (const QString &key : {u"architectures"_s, u"model_type"_s, u"quantization_config"_s}) {
        if (config.contains(key))
            digest.config[key] = config[key];
    }
    const QJsonObject tokenizer =
        QJsonDocument::fromJson(content(repo, *digest.files, u"tokenizer_config.json"_s)).object();
    QJsonObject tokens;
    for (const QString &key : {u"bos_token"_s, u"eos_token"_s, u"mask_token"_s, u"pad_token"_s,
                               u"unk_token"_s, u"chat_template"_s}) {
        if (tokenizer.contains(key))
            tokens[key] = tokenizer[key];
    }
    if (!tokens.isEmpty())
        digest.config[u"tokenizer_config"] = tokens;
    digest.maskToken = tokenizer[u"mask_token"].toString();
    const QString architecture = config[u"architectures"].toArray().first().toString();
    if (digest.library == "transformers"_L1 && !architecture.isEmpty()) {
        digest.transformersInfo = QJsonObject{{u"auto_model"_s, autoClass(architecture)}};
        if (!digest.pipelineTag.isEmpty())
            digest.transformersInfo[u"pipeline_tag"] = digest.pipelineTag;
        if (!tokenizer.isEmpty())
            digest.transformersInfo[u"processor"] = u"AutoTokenizer"_s;
    }
}

void Digests::addWeights(Digest &digest)
{
    static const QRegularExpression weights(u"^model(-\\d{5}-of-\\d{5})?\\.safetensors$"_s);
    QJsonObject counts;
    qint64 ggufSize = 0;
    const TreeItem *firstGguf = nullptr;
    for (const TreeItem &item : digest.files->items) {
        if (!item.lfs)
            continue;
        if (weights.match(item.path).hasMatch()) {
            if (const auto file = m_lfs.open(item.lfs->sha256))
                countSafetensors(*file, counts);
        }
        if (item.path.endsWith(".gguf"_L1)) {
            ggufSize += item.size;
            if (!firstGguf && !item.path.startsWith("mmproj"_L1))
                firstGguf = &item;
        }
    }
    if (!counts.isEmpty()) {
        qint64 total = 0;
        for (const QJsonValue &count : std::as_const(counts))
            total += count.toInteger();
        digest.safetensors = QJsonObject{{u"parameters"_s, counts}, {u"total"_s, total}};
    }
    if (firstGguf) {
        if (const auto file = m_lfs.open(firstGguf->lfs->sha256))
            digest.gguf = describeGguf(*file, ggufSize);
    }
}

void Digests::addTags(const Repository &repo, Digest &digest)
{
    QStringList &tags = digest.tags;
    const QJsonObject &card = digest.card;
    const bool dataset = repo.type == RepoType::Dataset;
    if (!digest.library.isEmpty())
        tags.append(digest.library);
    if (repo.type == RepoType::Space)
        tags.append(card[u"sdk"].toString());
    for (const TreeItem &item : digest.files->items) {
        for (const auto &[suffix, tag] :
             {std::pair("bin"_L1, "pytorch"_L1), std::pair("safetensors"_L1, "safetensors"_L1),
              std::pair("onnx"_L1, "onnx"_L1), std::pair("gguf"_L1, "gguf"_L1)}) {
            if (repo.type == RepoType::Model && item.path.section(u'.', -1) == suffix && item.lfs)
                tags.append(tag);
        }
    }
    if (digest.config.contains("model_type"_L1))
        tags.append(digest.config[u"model_type"].toString());
    if (!digest.pipelineTag.isEmpty())
        tags.append(digest.pipelineTag);
    tags += strings(card[u"tags"]);
    for (const QString &key :
         {u"task_categories"_s, u"task_ids"_s, u"size_categories"_s, u"multilinguality"_s,
          u"annotations_creators"_s, u"source_datasets"_s})
        addPrefixed(tags, key + u':', card[key]);
    addPrefixed(tags, dataset ? u"language:"_s : QString(), card[u"language"]);
    addPrefixed(tags, u"dataset:"_s,
                repo.type == RepoType::Model ? card[u"datasets"] : QJsonValue());
    static const QRegularExpression arxiv(u"arxiv\\.org/abs/(\\d{4}\\.\\d{4,5})"_s);
    const QByteArray readme = content(repo, *digest.files, u"README.md"_s);
    auto papers = arxiv.globalMatch(QString::fromUtf8(readme));
    while (papers.hasNext())
        tags.append(u"arxiv:"_s + papers.next().captured(1));
    addPrefixed(tags, u"base_model:"_s, card[u"base_model"]);
    const QString relation = card[u"base_model_relation"].toString(u"finetune"_s);
    addPrefixed(tags, u"base_model:%1:"_s.arg(relation), card[u"base_model"]);
    addPrefixed(tags, u"license:"_s, card[u"license"]);
    if (digest.library == "transformers"_L1)
        tags.append(u"endpoints_compatible"_s);
    tags.append(u"region:us"_s);
    tags.removeAll(QString());
    tags.removeDuplicates();
}

} // namespace hubdesk::localhub
