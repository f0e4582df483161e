// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/cardwriter.h"

#include "app/localhub/store/noise.h"

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

QString frontMatter(const ModelSpec &spec)
{
    QString text = u"---\n"_s + yamlList(u"language"_s, spec.languages)
        + u"license: %1\nlibrary_name: %2\n"_s.arg(spec.license, spec.library);
    if (!spec.task.isEmpty())
        text += u"pipeline_tag: %1\n"_s.arg(spec.task);
    text += yamlList(u"tags"_s, spec.tags) + yamlList(u"datasets"_s, spec.datasets);
    if (!spec.baseModel.isEmpty()) {
        text += u"base_model: %1\n"_s.arg(spec.baseModel);
        if (!spec.relation.isEmpty())
            text += u"base_model_relation: %1\n"_s.arg(spec.relation);
    }
    if (spec.task == "fill-mask"_L1)
        text += u"widget:\n- text: The capital of Sweden is <mask>.\n"_s;
    return text + u"---\n"_s;
}

QString example(const ModelSpec &spec)
{
    const QString id = spec.id();
    QString code;
    if (spec.library == "diffusers"_L1) {
        code = u"from diffusers import DiffusionPipeline\n\n"
               "pipe = DiffusionPipeline.from_pretrained(\"%1\")\n"
               "image = pipe(\"a lighthouse in the rain\").images[0]\n"
               "image.save(\"lighthouse.png\")\n"_s.arg(id);
    } else if (spec.library == "sentence-transformers"_L1) {
        code = u"from sentence_transformers import SentenceTransformer\n\n"
               "model = SentenceTransformer(\"%1\")\n"
               "vectors = model.encode([\"A ferry leaves the harbour.\", \"The ship departs.\"])\n"
               "print(model.similarity(vectors, vectors))\n"_s.arg(id);
    } else if (spec.library == "timm"_L1) {
        code = u"import timm\n\n"
               "model = timm.create_model(\"hf_hub:%1\", pretrained=True).eval()\n"_s.arg(id);
    } else if (spec.library == "peft"_L1) {
        code = u"from peft import AutoPeftModelForCausalLM\n\n"
               "model = AutoPeftModelForCausalLM.from_pretrained(\"%1\")\n"_s.arg(id);
    } else if (spec.layout == Layout::Gguf) {
        return u"## Usage\n\n```bash\nllama-cli --hf-repo %1 --hf-file %2 -p \"Hello\"\n```\n\n"_s
            .arg(id, spec.name.chopped(5) + u"-Q4_K_M.gguf"_s);
    } else {
        code = u"from transformers import pipeline\n\n"
               "pipe = pipeline(\"%1\", model=\"%2\")\n"
               "print(pipe(\"A quiet morning on the fjord\"))\n"_s.arg(spec.task, id);
    }
    return u"## Usage\n\n```python\n"_s + code + u"```\n\n"_s;
}

QString results(const ModelSpec &spec)
{
    Noise noise(spec.seed() + 7);
    QString text = u"## Results\n\n| Benchmark | Metric | %1 | Previous best |\n"
                   "|:--|:--|--:|--:|\n"_s.arg(spec.name);
    for (const QString &row : {u"Held-out set | accuracy"_s, u"Out of domain | accuracy"_s,
                               u"Long inputs | F1"_s, u"Noisy inputs | F1"_s}) {
        const qint64 score = 700 + noise.below(250);
        const qint64 other = score - 5 - noise.below(60);
        text += u"| %1 | **%2.%3** | %4.%5 |\n"_s.arg(row)
                    .arg(score / 10)
                    .arg(score % 10)
                    .arg(other / 10)
                    .arg(other % 10);
    }
    return text + u"\nAll numbers are means of three runs with different seeds.\n\n"_s;
}

QString details(const ModelSpec &spec)
{
    QString text = u"## Model details\n\n- **Developed by:** [%1](https://huggingface.co/%1)\n"
                   "- **Licence:** %2\n"_s.arg(spec.ns, spec.license);
    if (!spec.languages.isEmpty())
        text += u"- **Languages:** %1\n"_s.arg(spec.languages.join(u", "_s));
    if (!spec.baseModel.isEmpty())
        text += u"- **Derived from:** [%1](https://huggingface.co/%1)\n"_s.arg(spec.baseModel);
    for (const QString &dataset : spec.datasets)
        text += u"- **Trained on:** [%1](https://huggingface.co/datasets/%1)\n"_s.arg(dataset);
    return text + u'\n';
}

QString limits(const ModelSpec &spec)
{
    return u"## Limits\n\n> The model repeats patterns of its training data, the unpleasant ones"
           " included. Test it on your own inputs before you rely on it.\n\n"
           "1. It was not evaluated on medical, legal or financial questions.\n"
           "2. Quality drops on inputs much longer than those of training.\n"
           "3. Results can differ slightly between hardware.\n\n"
           "## Citation\n\n```bibtex\n@misc{%1,\n  title = {%2},\n  author = {%3},\n"
           "  year = {%4}\n}\n```\n"_s.arg(QString(spec.name).toLower().remove(u'-'), spec.name,
                                           spec.ns, QString::number(spec.created.year()));
}

} // namespace

QString yamlList(const QString &key, const QStringList &values)
{
    if (values.isEmpty())
        return {};
    QString text = key + u":\n"_s;
    for (const QString &value : values) {
        // `no` is Norway to us and false to YAML.
        const bool quoted = value == "no"_L1 || value.contains(u'<') || value.contains(u':');
        text += quoted ? u"- \"%1\"\n"_s.arg(value) : u"- %1\n"_s.arg(value);
    }
    return text;
}

QByteArray modelCard(const ModelSpec &spec, bool withPicture)
{
    QString text = frontMatter(spec) + u"\n# %1\n\n%2\n\n"_s.arg(spec.name, spec.summary);
    if (withPicture)
        text += u"![Results of %1](assets/results.png)\n\n"_s.arg(spec.name);
    text += details(spec) + example(spec) + results(spec) + limits(spec);
    return text.toUtf8();
}

} // namespace hubdesk::localhub
