<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>QMessageBox</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk</name>
    <message>
        <source>The Hub sent an answer that Hubdesk cannot read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::AboutDialog</name>
    <message>
        <source>About Hubdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A desktop client for the Hugging Face Hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty. Hubdesk is not made by Hugging Face.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::AccountController</name>
    <message>
        <source>Checking the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::AccountPage</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a token in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hubdesk uses the token of the other Hugging Face tools: the environment variable HF_TOKEN, or the file that &quot;huggingface-cli login&quot; writes. Sign in with one of them, then check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>user name, full name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, token &quot;%2&quot;, role %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no token on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token comes from %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load pictures in repo cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures come from the addresses that the authors of a card chose.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::BrowserPane</name>
    <message>
        <source>Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is not on this Hub: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy hf:// link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Python line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheController</name>
    <message>
        <source>A file that does not belong into the cache: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder that does not belong into the cache: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A repo of which no file was downloaded yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file stands where the branches are kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file stands where only revisions are kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of a file is missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of a kind that Hubdesk does not know: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A branch or tag names a revision that is not there: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheDetails</name>
    <message>
        <source>Select a repo to see its revisions and files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n revisions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheModel</name>
    <message>
        <source>Repo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used %1
Last changed %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::CachePage</name>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the cache folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the standard cache folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared Hugging Face cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other Hugging Face tools find a folder other than the standard one only when HF_HUB_CACHE names it. What is downloaded already stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the standard folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HF_HOME: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::CachePane</name>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter repos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy pat&amp;h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rescan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;cache folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open cache folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repos in the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first download makes it. If it should be there already, check the cache folder in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing downloaded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No repo matches the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 repo</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n repos</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 in %3</source>
        <comment>repos, size, folder</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheRevisionModel</name>
    <message>
        <source>%1, no branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision or file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheScan</name>
    <message>
        <source>Cache directory not found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan cache expects a directory but found a file: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheWarnings</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is not in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not in order in the cache folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One thing in the cache folder is not in order. The rest works as usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n things in the cache folder are not in order. The rest works as usual.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheWriter</name>
    <message>
        <source>The Hub named a file “%1”, which cannot be kept in the cache.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::Card</name>
    <message>
        <source>The header of the card is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header of the card is not a list of fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header of the card cannot be read (line %1).</source>
        <extracomment>%1 is a line number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header of the card cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table goes on. Open the file to see all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list goes on. Open the file to see all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code goes on. Open the file to see all of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::DemoHub</name>
    <message>
        <source>The Local Hub cannot be started: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Local Hub does not get ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Local Hub has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Local Hub has ended: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::DiskError</name>
    <message>
        <source>The disk is full: %1 more are needed in “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: nothing more can be written to “%1”. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your disk quota is used up: nothing more can be written to “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is on a read-only disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You do not have permission to use “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of “%1” is too long for this disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a file, but a folder is needed there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a folder, but a file is needed there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a link that leads back to itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many files are open. Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk reports an error at “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be used: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::DownloadDialog</name>
    <message>
        <source>Download %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::DownloadFilesModel</name>
    <message>
        <source>Cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::DownloadPlan</name>
    <message>
        <source>There are no files at this revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough room: %1 more is needed on the disk of the cache.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::DownloadPlanner</name>
    <message>
        <source>The Hub does not say which commit “%1” is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::DownloadWidget</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*.json data/</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only files that match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*.bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not files that match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns with * and ?, separated by spaces. A folder ends in a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free space afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no files at this revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 files, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::ErrorTexts</name>
    <message>
        <source>This revision does not exist in the repo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file does not exist at this revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access to this repo is restricted by its authors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This repo does not exist, or it is private and you are not signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This repo does not exist, or your account may not see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hub did not accept the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hub does not accept this token. It may be expired or revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You need to be signed in for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan of this account does not include this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account may not do this. Check the permissions of its token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hub does not have this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hub gave up waiting for the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is more than the Hub accepts at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not have the requested part of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests. The Hub asks to wait %1 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests. The Hub asks to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has a problem (%1). Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered with an unexpected status (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hub has disabled this repo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of %1 cannot be found. Check the network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refuses the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted connection to %1 failed. If your company inspects traffic, add its certificate in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy for %1 does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer like a Hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline mode is on, so the Hub was not asked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::Exchange</name>
    <message>
        <source>The server leads in circles or to an address that cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::FileGroups</name>
    <message>
        <source>%1 of %2 parts are in the repo</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n parts and the projector</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>With the projector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safetensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safetensors, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One duplicate left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n duplicates left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenVINO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core ML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration and tokenizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::FileLock</name>
    <message>
        <source>The disk that holds “%1” does not support file locks, which keep two programs from writing the same file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::FileMetadata</name>
    <message>
        <source>The server does not answer like a Hub: it does not say which file this is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::FileTreeModel</name>
    <message>
        <source>LFS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 of %2 files of this folder are in the cache</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large file, stored beside the repo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored in the repo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::FilesTab</name>
    <message>
        <source>Filter files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no files at this revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 of it on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download this folder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download this file...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy hf:// link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Python line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::GateNotice</name>
    <message>
        <source>Gated: you are not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gated: your token lacks a permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open token settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gated: terms not accepted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gated: your request is pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gated: your request was rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the repo&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::GateTexts</name>
    <message>
        <source>The files of this repo are only for people with access. Sign in to see whether you have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your token may not read gated repos. Enable access to public gated repositories in its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authors ask you to accept their terms before you download. Ask for access on the repo&apos;s page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have asked for access. The authors have not decided yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authors have rejected your request for access.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::HttpStream</name>
    <message>
        <source>%1 redirects to an address that cannot be followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped sending.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::HumanFormat</name>
    <message>
        <source>1 byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::Identity</name>
    <message>
        <source>The Hub does not say whose token this is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::MainWindow</name>
    <message>
        <source>This is not an address that Hubdesk can open: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit while a download is not finished?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Quit while %n downloads are not finished?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They stop now and go on where they were when Hubdesk starts again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep downloading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::MarkdownView</name>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::NavigationBar</name>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::NetworkPage</name>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a certificate file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the system&apos;s certificates only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional certificates (PEM file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave empty for the official Hub. Your token is sent to this address only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request is sent. What is in the cache stays available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s certificates only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::Page</name>
    <message>
        <source>The Hub sent an answer that is not a list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::RepoDelegate</name>
    <message>
        <source>No task named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 downloads in the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gated: the authors decide who may download the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::RepoHeader</name>
    <message>
        <source>Back (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gated: the authors decide who may download the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy hf:// link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Python line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>License: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of it on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::RepoIdTexts</name>
    <message>
        <source>This is not the address of a repo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link does not lead to a repo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The repo type is model, dataset or space, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A repo is named name or namespace/name, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot name a repo: letters, digits, “-”, “_” and “.” are allowed, the first and last character must be a letter, a digit or “_”, and a name has at most 96 of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot name a repo: “--” and “..” are not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot name a repo: it must not end in “.git”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot name a branch, tag or commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a safe path inside a repo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write hf://%1/… instead of hf://%2/….</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is neither an hf:// address nor a link to this Hub.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::RepoInfo</name>
    <message>
        <source>The Hub described a repo without its name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::RepoPage</name>
    <message>
        <source>Parts of the repo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no repo of this name, or it is private. Sign in to see the private repos that you may read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This repo has no card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::RevisionCombo</name>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::RevisionsTab</name>
    <message>
        <source>Revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This repo has no branches yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy hf:// link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::SearchPage</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name, or author:name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all authors again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author %1, show all authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this Hub matches your search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Hub has nothing of this kind yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list does not go on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::SettingsController</name>
    <message>
        <source>An endpoint looks like https://hub.example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An endpoint has no user name or password in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An endpoint ends after the host or a path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the whole path, beginning with a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a file, not a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not write to this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers. You are not signed in there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers. You are signed in as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers but does not accept your token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers. Who you are there could not be found out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::SettingsPage</name>
    <message>
        <source>Set by the environment variable %1. Start Hubdesk without it to choose here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::SettingsWidget</name>
    <message>
        <source>Pages of the settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::SkeletonRows</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::StateBanner</name>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::StatePage</name>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::StateStack</name>
    <message>
        <source>HTTP status: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline. This is from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline. This may be out of date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hubdesk is offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in the cache stays available. Go online to see the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network connection and the endpoint in the settings, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hub did not answer in time. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hub has a problem of its own. Try again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment before you try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been renamed, deleted or made private.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account or token is not allowed to do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authors ask you to accept their terms first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder exists, can be read and has room, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens twice, something on the way changes the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint may not be a Hub. Check it in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::ThemedLabel</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::Toasts</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::TopBar</name>
    <message>
        <source>Search, or enter an hf:// address or a link (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address and search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account and token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::Tour</name>
    <message>
        <source>The demo Hub lacks the repo for the tour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download did not finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with %1 bytes are on the disk as the Hub lists them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::TourScript</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step “%1” does not come to an end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ancel...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy pat&amp;h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n paths copied</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel the download of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n downloads?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Files that are complete stay in the cache. What is half there is removed; pause instead to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep downloading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferDetails</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a download to see its files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n downloads selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferFilesModel</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>done of total size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferText</name>
    <message>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking up the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what is already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was in the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files matching %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferTexts</name>
    <message>
        <source>“%1”: the server sent more than the %L2 bytes that the Hub announced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” arrived damaged and was not kept: its hash should be %2 but is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: the server sent another part of the file than it was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: the server wants to send %L2 bytes instead of %L3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” changes on the Hub while it is downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: the server sent only %L2 of %L3 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <extracomment>%1 is a file name, %2 a sentence that says what went wrong with it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “%1” at the revision “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a folder. Use a pattern such as “%1/*” to download what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hub lists a file “%1” that cannot be kept in the cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough space: %1 are needed in “%2”, %3 are free, so %4 are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The cache does not have what was asked for either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for another program that downloads this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for other downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for another download of the same file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 Trying again in %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The Hub asks to wait %n s before the next request</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::TransfersController</name>
    <message numerus="yes">
        <source>%n down</source>
        <comment>downloads under way</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 download waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n downloads waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 download failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n downloads failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 download paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n downloads paused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::TransfersPage</name>
    <message>
        <source>Transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over all transfers together. More is faster for many small files; fewer is kinder to a slow connection.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::TransfersPane</name>
    <message>
        <source>Transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is being downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No transfer matches the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline. Downloads wait until you go online.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::TreeEntry</name>
    <message>
        <source>The Hub listed a file without its name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or open an &amp;address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter or find here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Hubdesk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::WindowStatus</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: no request is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfers: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hubdesk::Workbench</name>
    <message>
        <source>Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the queue.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
