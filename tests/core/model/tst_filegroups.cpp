// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/filegroups.h"
#include "core/model/filenames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

std::vector<TreeEntry> listing(const QStringList &paths)
{
    std::vector<TreeEntry> entries;
    for (const QString &path : paths) {
        TreeEntry entry;
        entry.path = path;
        entry.size = 10;
        entries.push_back(entry);
    }
    return entries;
}

//! "title: path path" for each group.
QStringList described(const QStringList &paths)
{
    QStringList result;
    for (const FileGroup &group : fileGroups(listing(paths)))
        result.append(group.title + u": "_s + group.paths.join(u' '));
    return result;
}

QStringList pathsOf(const QStringList &paths, const QString &title)
{
    for (const FileGroup &group : fileGroups(listing(paths))) {
        if (group.title == title)
            return group.paths;
    }
    return {};
}

} // namespace

class TestFileGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ggufNames_data();
    void ggufNames();
    void weightFormats_data();
    void weightFormats();
    void weightNames_data();
    void weightNames();
    void groups_data();
    void groups();
    void everythingIsComplete();
    void singleGroupForPlainRepos();
    void missingShardsAreSaid();
    void sizesAddUp();
};

void TestFileGroups::ggufNames_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("quantisation");
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("shard");
    QTest::addColumn<int>("shards");
    QTest::addColumn<bool>("projector");
    const auto row = [](const char *path, const char *quantisation, const char *model,
                        int shard = 0, int shards = 0, bool projector = false) {
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(quantisation)
                            << QString::fromLatin1(model) << shard << shards << projector;
    };
    row("model-Q4_K_M.gguf", "Q4_K_M", "model");
    row("llama-2-7b-chat.Q5_K_S.gguf", "Q5_K_S", "llama-2-7b-chat");
    row("ggml-model-q4_0.gguf", "Q4_0", "ggml-model");
    row("ggml-model-Q4_0_4_4.gguf", "Q4_0_4_4", "ggml-model");
    row("Q4_K_M/model-Q4_K_M-00001-of-00003.gguf", "Q4_K_M", "model", 1, 3);
    row("Q4_K_M/model-00002-of-00003.gguf", "Q4_K_M", "model", 2, 3);
    row("UD-IQ1_S/DeepSeek-R1-UD-IQ1_S-00003-of-00003.gguf", "UD-IQ1_S", "DeepSeek-R1", 3, 3);
    row("Qwen2.5-7B-Instruct-IQ4_XS.gguf", "IQ4_XS", "Qwen2.5-7B-Instruct");
    row("qwen2.5-7b-instruct-fp16-00001-of-00004.gguf", "F16", "qwen2.5-7b-instruct", 1, 4);
    row("gpt-oss-20b-mxfp4.gguf", "MXFP4", "gpt-oss-20b");
    row("gpt-oss-20b-MXFP4_MOE.gguf", "MXFP4_MOE", "gpt-oss-20b");
    row("bitnet-TQ2_0.gguf", "TQ2_0", "bitnet");
    row("gemma-3-4b-it-BF16.gguf", "BF16", "gemma-3-4b-it");
    row("phi-2.f32.gguf", "F32", "phi-2");
    row("Meta-Llama-3-8B.i1-Q6_K.gguf", "Q6_K", "Meta-Llama-3-8B.i1");
    row("model-Q3_K_XL.gguf", "Q3_K_XL", "model");
    row("Model-Q8_0.GGUF", "Q8_0", "Model");
    row("mmproj-model-f16.gguf", "F16", "model", 0, 0, true);
    row("mmproj-F32.gguf", "F32", "", 0, 0, true);
    row("mmproj-BF16.gguf", "BF16", "", 0, 0, true);
    row("llava-v1.6-mistral-7b-mmproj-f16.gguf", "F16", "llava-v1.6-mistral-7b", 0, 0, true);
    row("falcon.Q2_K.gguf-split-a", "Q2_K", "falcon", 1, 0);
    row("bloom.Q4_0.gguf.part2of3", "Q4_0", "bloom", 2, 3);
    row("tinyllama.gguf", "", "tinyllama");
}

void TestFileGroups::ggufNames()
{
    QFETCH(QString, path);
    const GgufName name = parseGgufName(path);
    QTEST(name.quantisation, "quantisation");
    QTEST(name.model, "model");
    QTEST(name.shard, "shard");
    QTEST(name.shards, "shards");
    QTEST(name.isProjector, "projector");
}

void TestFileGroups::weightFormats_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("format");
    const auto row = [](const char *path, WeightFormat format) {
        QTest::newRow(path) << QString::fromLatin1(path) << static_cast<int>(format);
    };
    row("model.safetensors", WeightFormat::Safetensors);
    row("model.safetensors.index.json", WeightFormat::Safetensors);
    row("pytorch_model.bin", WeightFormat::PyTorch);
    row("pytorch_model.bin.index.json", WeightFormat::PyTorch);
    row("original/consolidated.00.pth", WeightFormat::PyTorch);
    row("v1-5-pruned.ckpt", WeightFormat::PyTorch);
    row("tf_model.h5", WeightFormat::TensorFlow);
    row("tf_model.h5.index.json", WeightFormat::TensorFlow);
    row("saved_model/saved_model.pb", WeightFormat::TensorFlow);
    row("saved_model/variables/variables.index", WeightFormat::TensorFlow);
    row("flax_model.msgpack", WeightFormat::Flax);
    row("onnx/model.onnx", WeightFormat::Onnx);
    row("onnx/model.onnx_data", WeightFormat::Onnx);
    row("openvino/openvino_model.bin", WeightFormat::OpenVino);
    row("openvino/openvino_model.xml", WeightFormat::OpenVino);
    row("coreml/text.mlpackage/Data/weight.bin", WeightFormat::CoreMl);
    row("rust_model.ot", WeightFormat::Rust);
    row("training_args.bin", WeightFormat::None);
    row("optimizer.pt", WeightFormat::None);
    row("config.json", WeightFormat::None);
    row("tokenizer.json", WeightFormat::None);
    row("README.md", WeightFormat::None);
}

void TestFileGroups::weightFormats()
{
    QFETCH(QString, path);
    QFETCH(int, format);
    QCOMPARE(static_cast<int>(weightFormat(path)), format);
}

void TestFileGroups::weightNames_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("stem");
    QTest::addColumn<QString>("variant");
    const auto row = [](const char *path, const char *stem, const char *variant = "") {
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(stem)
                            << QString::fromLatin1(variant);
    };
    row("model.safetensors", "model");
    row("pytorch_model.bin", "model");
    row("model-00001-of-00004.safetensors", "model");
    row("model.safetensors.index.json", "model");
    row("model.fp16.safetensors", "model", "fp16");
    row("diffusion_pytorch_model.fp16-00001-of-00002.safetensors", "model", "fp16");
    row("model-00001-of-00002.fp16.safetensors", "model", "fp16");
    row("model.safetensors.index.fp16.json", "model", "fp16");
    row("diffusion_pytorch_model.non_ema.safetensors", "model", "non_ema");
    row("v1-5-pruned-emaonly.safetensors", "v1-5-pruned-emaonly");
    row("adapter_model.bin", "adapter_model");
    row("consolidated.00.pth", "model");
    row("learned_embeds.bin", "learned_embeds");
}

void TestFileGroups::weightNames()
{
    QFETCH(QString, path);
    const WeightName name = parseWeightName(path);
    QTEST(name.stem, "stem");
    QTEST(name.variant, "variant");
}

void TestFileGroups::groups_data()
{
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *paths, const char *title,
                        const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(paths).split(u' ') << QString::fromUtf8(title)
                            << QString::fromLatin1(expected).split(u' ');
    };
    row("all weights of one repo",
        "README.md config.json model.safetensors pytorch_model.bin "
        "tf_model.h5 flax_model.msgpack rust_model.ot onnx/model.onnx tokenizer.json",
        "Safetensors", "README.md config.json model.safetensors tokenizer.json");
    row("shards and index",
        "config.json model-00001-of-00002.safetensors model-00002-of-00002.safetensors "
        "model.safetensors.index.json pytorch_model-00001-of-00002.bin "
        "pytorch_model-00002-of-00002.bin pytorch_model.bin.index.json",
        "Safetensors",
        "config.json model-00001-of-00002.safetensors model-00002-of-00002.safetensors "
        "model.safetensors.index.json");
    row("weights without a twin stay",
        "model.safetensors pytorch_model.bin 2_Dense/pytorch_model.bin 1_Pooling/config.json",
        "Safetensors", "model.safetensors 2_Dense/pytorch_model.bin 1_Pooling/config.json");
    row("other names stay",
        "model.safetensors learned_embeds.bin training_args.bin adapter.pt "
        "pytorch_model.bin",
        "Safetensors", "model.safetensors learned_embeds.bin training_args.bin adapter.pt");
    row("original folder", "model.safetensors original/consolidated.00.pth original/params.json",
        "Safetensors", "model.safetensors original/params.json");
    row("diffusers",
        "model_index.json unet/config.json unet/diffusion_pytorch_model.bin "
        "unet/diffusion_pytorch_model.safetensors unet/diffusion_pytorch_model.fp16.safetensors "
        "unet/diffusion_pytorch_model.fp16.bin vae/diffusion_pytorch_model.safetensors",
        "Safetensors",
        "model_index.json unet/config.json unet/diffusion_pytorch_model.safetensors "
        "vae/diffusion_pytorch_model.safetensors");
    row("diffusers, half precision",
        "model_index.json unet/config.json unet/diffusion_pytorch_model.bin "
        "unet/diffusion_pytorch_model.safetensors unet/diffusion_pytorch_model.fp16.safetensors "
        "vae/diffusion_pytorch_model.safetensors",
        "Safetensors, fp16",
        "model_index.json unet/config.json unet/diffusion_pytorch_model.fp16.safetensors "
        "vae/diffusion_pytorch_model.safetensors");
    row("one quantisation", "README.md m-Q4_K_M.gguf m-Q8_0.gguf", "Q4_K_M", "m-Q4_K_M.gguf");
    row("sharded quantisation",
        "Q4_K_M/m-Q4_K_M-00001-of-00002.gguf Q4_K_M/m-Q4_K_M-00002-of-00002.gguf "
        "Q8_0/m-Q8_0-00001-of-00001.gguf",
        "Q4_K_M", "Q4_K_M/m-Q4_K_M-00001-of-00002.gguf Q4_K_M/m-Q4_K_M-00002-of-00002.gguf");
    row("with projector",
        "m-Q4_K_M.gguf m-Q8_0.gguf mmproj-F32.gguf mmproj-F16.gguf mmproj-BF16.gguf", "Q4_K_M",
        "m-Q4_K_M.gguf mmproj-F16.gguf");
    row("projector of the same precision",
        "m-BF16.gguf m-Q8_0.gguf mmproj-F16.gguf mmproj-BF16.gguf", "BF16",
        "m-BF16.gguf mmproj-BF16.gguf");
    row("only a full-precision projector", "README.md m-Q4_K_M.gguf mmproj-model-f32.gguf",
        "Q4_K_M", "m-Q4_K_M.gguf mmproj-model-f32.gguf");
    row("projector of its own model", "a-Q4_0.gguf b-Q4_0.gguf a-mmproj-f16.gguf b-mmproj-f16.gguf",
        "b \u00b7 Q4_0", "b-Q4_0.gguf b-mmproj-f16.gguf");
    row("several models", "a-1b-Q4_0.gguf a-7b-Q4_0.gguf", "a-7b \u00b7 Q4_0", "a-7b-Q4_0.gguf");
    row("beside safetensors", "config.json model.safetensors model.Q4_0.gguf", "Safetensors",
        "config.json model.safetensors");
    row("onnx only", "config.json model.safetensors onnx/model.onnx onnx/model.onnx_data", "ONNX",
        "config.json onnx/model.onnx onnx/model.onnx_data");
    row("configuration",
        "config.json tokenizer.json vocab.txt spiece.model model.safetensors "
        "model.safetensors.index.json README.md logo.png",
        "Configuration and tokenizer", "config.json tokenizer.json vocab.txt spiece.model");
}

void TestFileGroups::groups()
{
    QFETCH(QStringList, paths);
    QFETCH(QString, title);
    QFETCH(QStringList, expected);
    QStringList found = pathsOf(paths, title);
    QVERIFY2(!found.isEmpty(), qPrintable(described(paths).join(u'\n')));
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
}

void TestFileGroups::everythingIsComplete()
{
    const QStringList paths{u"a.bin"_s, u"b.safetensors"_s, u".hidden"_s, u"x.pkl"_s,
                            u"m-Q4_0.gguf"_s};
    const auto groups = fileGroups(listing(paths));
    QCOMPARE(groups.front().kind, FileGroup::Kind::Everything);
    QCOMPARE(groups.front().paths, paths);
}

void TestFileGroups::singleGroupForPlainRepos()
{
    QCOMPARE(fileGroups({}).size(), size_t(0));
    QCOMPARE(fileGroups(listing({u"README.md"_s, u"data/train.csv"_s})).size(), size_t(1));
    QCOMPARE(fileGroups(listing({u"app.py"_s, u"requirements.txt"_s})).size(), size_t(1));
    TreeEntry folder;
    folder.kind = TreeEntry::Kind::Directory;
    folder.path = u"data"_s;
    QCOMPARE(fileGroups({folder}).size(), size_t(0));
}

void TestFileGroups::missingShardsAreSaid()
{
    const auto groups = fileGroups(
        listing({u"m-Q4_0-00001-of-00003.gguf"_s, u"m-Q4_0-00003-of-00003.gguf"_s, u"x.txt"_s}));
    QCOMPARE(groups.at(1).note, u"2 of 3 parts are in the repo"_s);
}

void TestFileGroups::sizesAddUp()
{
    for (const FileGroup &group :
         fileGroups(listing({u"config.json"_s, u"m.safetensors"_s, u"m.bin"_s})))
        QCOMPARE(group.size, group.paths.size() * 10);
}

QTEST_GUILESS_MAIN(TestFileGroups)
#include "tst_filegroups.moc"
