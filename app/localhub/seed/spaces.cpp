// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/cardwriter.h"
#include "app/localhub/seed/people.h"
#include "app/localhub/seed/seedcontext.h"

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

struct SpaceSpec
{
    QString ns;
    QString name;
    QString author;
    QString title;
    QString emoji;
    QString sdk;
    QString stage;
    QString hardware;
    QStringList models;
    QStringList datasets;
    QString text;
    qint64 likes;
    qint64 trending;
    QDate created;
    QDate modified;
};

std::vector<SpaceSpec> spaceSpecs()
{
    return {{u"demo"_s,
             u"borealis-chat"_s,
             u"demo"_s,
             u"Borealis Chat"_s,
             u"🌌"_s,
             u"gradio"_s,
             u"RUNNING"_s,
             u"cpu-basic"_s,
             {u"northwind-ai/Borealis-3B-Instruct"_s},
             {},
             u"Talk to Borealis 3B Instruct."_s,
             184,
             41,
             QDate(2024, 7, 9),
             QDate(2025, 3, 19)},
            {u"pixelforge"_s,
             u"sketch-studio"_s,
             u"jun-sato"_s,
             u"Sketch Studio"_s,
             u"✏️"_s,
             u"gradio"_s,
             u"RUNNING"_s,
             u"t4-small"_s,
             {u"pixelforge/sketch-diffusion-v2"_s},
             {},
             u"Draw with words."_s,
             611,
             77,
             QDate(2024, 6, 8),
             QDate(2025, 2, 11)},
            {u"alice"_s,
             u"recipe-generator"_s,
             u"alice"_s,
             u"Recipe Generator"_s,
             u"🍲"_s,
             u"streamlit"_s,
             u"SLEEPING"_s,
             u"cpu-basic"_s,
             {u"alice/recipe-gpt2"_s},
             {u"alice/kitchen-conversations"_s},
             u"Say what is in the fridge."_s,
             23,
             3,
             QDate(2024, 5, 20),
             QDate(2024, 5, 24)},
            {u"lumen-labs"_s,
             u"embedding-leaderboard"_s,
             u"carol"_s,
             u"Embedding Leaderboard"_s,
             u"🏆"_s,
             u"static"_s,
             u"RUNNING"_s,
             {},
             {u"lumen-labs/lumen-embed-small"_s, u"lumen-labs/lumen-embed-multilingual"_s},
             {u"lumen-labs/multilingual-reviews"_s},
             u"Compares embedding models."_s,
             97,
             12,
             QDate(2024, 2, 1),
             QDate(2025, 1, 30)}};
}

QByteArray spaceCard(const SpaceSpec &spec)
{
    QString text = u"---\ntitle: %1\nemoji: %2\ncolorFrom: indigo\ncolorTo: blue\nsdk: %3\n"_s.arg(
        spec.title, spec.emoji, spec.sdk);
    if (spec.sdk == "gradio"_L1)
        text += u"sdk_version: 5.9.1\napp_file: app.py\n"_s;
    else if (spec.sdk == "streamlit"_L1)
        text += u"sdk_version: 1.41.1\napp_file: app.py\n"_s;
    text += u"pinned: false\nlicense: apache-2.0\nshort_description: %1\n"_s.arg(spec.text)
        + yamlList(u"models"_s, spec.models) + yamlList(u"datasets"_s, spec.datasets)
        + u"---\n\n# %1\n\n%2\n"_s.arg(spec.title, spec.text);
    return text.toUtf8();
}

void addApplication(RepoBuilder &builder, const SpaceSpec &spec)
{
    if (spec.sdk == "static"_L1) {
        builder
            .add(u"index.html"_s,
                 "<!doctype html>\n<title>Leaderboard</title>\n<h1>Leaderboard</h1>\n"
                 "<script src=\"main.js\"></script>\n")
            .add(u"main.js"_s, "document.body.append('Loading the table...');\n")
            .add(u"style.css"_s, "body { font-family: sans-serif; margin: 2rem; }\n");
        return;
    }
    if (spec.sdk == "streamlit"_L1) {
        builder.add(u"app.py"_s,
                    u"import streamlit as st\nfrom transformers import pipeline\n\n"
                    "pipe = pipeline(\"text-generation\", model=\"%1\")\n"
                    "items = st.text_input(\"What is in the fridge?\")\nif items:\n"
                    "    st.write(pipe(items)[0][\"generated_text\"])\n"_s.arg(spec.models.first())
                        .toUtf8());
        builder.add(u"requirements.txt"_s, "streamlit\ntransformers\ntorch\n");
        return;
    }
    builder.add(
        u"app.py"_s,
        u"import gradio as gr\nfrom transformers import pipeline\n\n"
        "pipe = pipeline(\"text-generation\", model=\"%1\")\n\n\n"
        "def answer(message, history):\n"
        "    messages = history + [{\"role\": \"user\", \"content\": message}]\n"
        "    return pipe(messages, "
        "max_new_tokens=256)[0][\"generated_text\"][-1][\"content\"]\n\n\n"
        "demo = gr.ChatInterface(answer, type=\"messages\", title=\"%2\")\n\n"
        "if __name__ == \"__main__\":\n    demo.launch()\n"_s.arg(spec.models.first(), spec.title)
            .toUtf8());
    builder.add(u"requirements.txt"_s, "gradio==5.9.1\ntransformers>=4.47\ntorch\n")
        .add(u"examples/prompts.txt"_s,
             "Tell me about the northern lights.\nWrite a packing list for a week in Bergen.\n");
}

QJsonObject runtime(const SpaceSpec &spec)
{
    const QJsonValue hardware = spec.hardware.isEmpty() ? QJsonValue() : QJsonValue(spec.hardware);
    QJsonObject object{
        {u"stage"_s, spec.stage},
        {u"hardware"_s,
         QJsonObject{{u"current"_s, spec.stage == "RUNNING"_L1 ? hardware : QJsonValue()},
                     {u"requested"_s, hardware}}},
        {u"storage"_s, QJsonValue()},
        {u"replicas"_s, QJsonObject{{u"current"_s, 1}, {u"requested"_s, 1}}}};
    if (!spec.hardware.isEmpty())
        object[u"gcTimeout"] = 172800;
    return object;
}

} // namespace

void seedSpaces(SeedContext &context)
{
    for (const SpaceSpec &spec : spaceSpecs()) {
        Repository repo;
        repo.type = RepoType::Space;
        repo.ns = spec.ns;
        repo.name = spec.name;
        repo.created = seedDay(spec.created.year(), spec.created.month(), spec.created.day());
        repo.likes = spec.likes;
        repo.trending = spec.trending;
        repo.runtime = runtime(spec);
        RepoBuilder builder(context.hub, repo);
        builder.commit(u"initial commit"_s, spec.author, repo.created);
        builder.add(u"README.md"_s, spaceCard(spec));
        addApplication(builder, spec);
        builder.commit(u"Add application file"_s, spec.author,
                       seedDay(spec.modified.year(), spec.modified.month(), spec.modified.day()));
        const auto made = context.finish(builder);
        if (made && spec.ns == "demo"_L1)
            context.setRole(u"space"_s, *made);
    }
}

} // namespace hubdesk::localhub
