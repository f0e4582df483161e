<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>hubdesk::CacheDetails</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revisions</source>
        <translation>
            <numerusform>%n revision</numerusform>
            <numerusform>%n revisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::CachePane</name>
    <message numerus="yes">
        <source>%n repos</source>
        <translation>
            <numerusform>%n repo</numerusform>
            <numerusform>%n repos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos have a new version</source>
        <translation>
            <numerusform>%n repo has a new version</numerusform>
            <numerusform>%n repos have a new version</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 in %n folders</source>
        <comment>repos, size</comment>
        <translation>
            <numerusform>%1, %2 in %n folder</numerusform>
            <numerusform>%1, %2 in %n folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheVersionBox</name>
    <message numerus="yes">
        <source>%n files change</source>
        <translation>
            <numerusform>%n file changes</numerusform>
            <numerusform>%n files change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files that you never had are left out</source>
        <translation>
            <numerusform>%n file that you never had is left out</numerusform>
            <numerusform>%n files that you never had are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheWarnings</name>
    <message numerus="yes">
        <source>%n things in the cache folder are not in order. The rest works as usual.</source>
        <translation>
            <numerusform>%n thing in the cache folder is not in order. The rest works as usual.</numerusform>
            <numerusform>%n things in the cache folder are not in order. The rest works as usual.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::DownloadWidget</name>
    <message numerus="yes">
        <source>%n mirror(s)</source>
        <translation>
            <numerusform>%n mirror</numerusform>
            <numerusform>%n mirrors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::FileGroups</name>
    <message numerus="yes">
        <source>%n parts and the projector</source>
        <translation>
            <numerusform>%n part and the projector</numerusform>
            <numerusform>%n parts and the projector</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicates left out</source>
        <translation>
            <numerusform>%n duplicate left out</numerusform>
            <numerusform>%n duplicates left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::HumanFormat</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::ImportDialog</name>
    <message numerus="yes">
        <source>%n settings change</source>
        <translation>
            <numerusform>%n setting changes</numerusform>
            <numerusform>%n settings change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::MainWindow</name>
    <message numerus="yes">
        <source>Quit while %n downloads are not finished?</source>
        <translation>
            <numerusform>Quit while %n download is not finished?</numerusform>
            <numerusform>Quit while %n downloads are not finished?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::PersonHeader</name>
    <message numerus="yes">
        <source>%1 follower(s)</source>
        <translation>
            <numerusform>%1 follower</numerusform>
            <numerusform>%1 followers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 member(s)</source>
        <translation>
            <numerusform>%1 member</numerusform>
            <numerusform>%1 members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::SpaceBanner</name>
    <message numerus="yes">
        <source>%n downloads wait for room.</source>
        <translation>
            <numerusform>%n download waits for room.</numerusform>
            <numerusform>%n downloads wait for room.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::Tour</name>
    <message numerus="yes">
        <source>%n file(s) with %1 bytes are on the disk as the Hub lists them.</source>
        <translation>
            <numerusform>%n file with %1 bytes is on the disk as the Hub lists it.</numerusform>
            <numerusform>%n files with %1 bytes are on the disk as the Hub lists them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferActions</name>
    <message numerus="yes">
        <source>%n paths copied</source>
        <translation>
            <numerusform>%n path copied</numerusform>
            <numerusform>%n paths copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n downloads?</source>
        <translation>
            <numerusform>Cancel %n download?</numerusform>
            <numerusform>Cancel %n downloads?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferBatch</name>
    <message numerus="yes">
        <source>%n downloads finished</source>
        <translation>
            <numerusform>%n download finished</numerusform>
            <numerusform>%n downloads finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downloads failed</source>
        <translation>
            <numerusform>%n download failed</numerusform>
            <numerusform>%n downloads failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferDetails</name>
    <message numerus="yes">
        <source>%n downloads selected</source>
        <translation>
            <numerusform>%n download selected</numerusform>
            <numerusform>%n downloads selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferText</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferTexts</name>
    <message numerus="yes">
        <source>%1 Trying again in %n s</source>
        <translation>
            <numerusform>%1 Trying again in %n s</numerusform>
            <numerusform>%1 Trying again in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The Hub asks to wait %n s before the next request</source>
        <translation>
            <numerusform>The Hub asks to wait %n s before the next request</numerusform>
            <numerusform>The Hub asks to wait %n s before the next request</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has sent nothing for %n s</source>
        <translation>
            <numerusform>%1 has sent nothing for %n s</numerusform>
            <numerusform>%1 has sent nothing for %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::TransfersController</name>
    <message numerus="yes">
        <source>%n down</source>
        <comment>downloads under way</comment>
        <translation>
            <numerusform>%n down</numerusform>
            <numerusform>%n down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downloads waiting</source>
        <translation>
            <numerusform>%n download waiting</numerusform>
            <numerusform>%n downloads waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downloads failed</source>
        <translation>
            <numerusform>%n download failed</numerusform>
            <numerusform>%n downloads failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downloads paused</source>
        <translation>
            <numerusform>%n download paused</numerusform>
            <numerusform>%n downloads paused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::VersionNotifier</name>
    <message numerus="yes">
        <source>%n new versions</source>
        <translation>
            <numerusform>%n new version</numerusform>
            <numerusform>%n new versions</numerusform>
        </translation>
    </message>
</context>
</TS>
