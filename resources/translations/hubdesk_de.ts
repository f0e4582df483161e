<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>QMessageBox</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>hubdesk</name>
    <message>
        <source>The Hub sent an answer that Hubdesk cannot read.</source>
        <translation>Der Hub hat eine Antwort gesendet, die Hubdesk nicht lesen kann.</translation>
    </message>
</context>
<context>
    <name>hubdesk::AboutDialog</name>
    <message>
        <source>About Hubdesk</source>
        <translation>Über Hubdesk</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>A desktop client for the Hugging Face Hub.</source>
        <translation>Ein Desktop-Programm für den Hugging Face Hub.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty. Hubdesk is not made by Hugging Face.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Sie kommt ohne jede Gewährleistung. Hubdesk stammt nicht von Hugging Face.</translation>
    </message>
</context>
<context>
    <name>hubdesk::Account</name>
    <message>
        <source>public gated repos: read</source>
        <translation>öffentliche geschützte Repos: lesen</translation>
    </message>
    <message>
        <source>everywhere: %1</source>
        <translation>überall: %1</translation>
    </message>
    <message>
        <source>An account cannot be read.</source>
        <translation>Ein Konto ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The list of accounts cannot be read.</source>
        <translation>Die Liste der Konten ist nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>hubdesk::AccountController</name>
    <message>
        <source>Checking the account</source>
        <translation>Konto wird geprüft</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Account unknown</source>
        <translation>Konto unbekannt</translation>
    </message>
    <message>
        <source>HF_HUB_DISABLE_IMPLICIT_TOKEN is set: no token is sent.</source>
        <translation>HF_HUB_DISABLE_IMPLICIT_TOKEN ist gesetzt: Es wird kein Token gesendet.</translation>
    </message>
    <message>
        <source>No token is sent.</source>
        <translation>Es wird kein Token gesendet.</translation>
    </message>
    <message>
        <source>The token comes from the environment variable %1.</source>
        <translation>Das Token kommt aus der Umgebungsvariablen %1.</translation>
    </message>
    <message>
        <source>The token comes from %1, which all Hugging Face tools read.</source>
        <translation>Das Token kommt aus %1, das alle Hugging-Face-Programme lesen.</translation>
    </message>
    <message>
        <source>The token is that of the account “%1”.</source>
        <translation>Das Token ist das des Kontos „%1“.</translation>
    </message>
    <message>
        <source>%1 is set and wins over the account “%2”. Start Hubdesk without the variable to use the account.</source>
        <translation>%1 ist gesetzt und hat Vorrang vor dem Konto „%2“. Starten Sie Hubdesk ohne die Variable, um das Konto zu benutzen.</translation>
    </message>
    <message>
        <source>The account “%1” belongs to %2. Its token is not sent to %3.</source>
        <translation>Das Konto „%1“ gehört zu %2. Sein Token wird nicht an %3 gesendet.</translation>
    </message>
    <message>
        <source>The token of “%1” could not be read. %2</source>
        <translation>Das Token von „%1“ war nicht lesbar. %2</translation>
    </message>
    <message>
        <source>token file</source>
        <translation>Token-Datei</translation>
    </message>
    <message>
        <source>%1 is asked without encryption: everybody on the way can read the token.</source>
        <translation>%1 wird unverschlüsselt gefragt: Jeder unterwegs kann das Token lesen.</translation>
    </message>
</context>
<context>
    <name>hubdesk::AccountListFile</name>
    <message>
        <source>Another program keeps %1 locked.</source>
        <translation>Ein anderes Programm hält %1 gesperrt.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>hubdesk::AccountListModel</name>
    <message>
        <source>signed in with the browser</source>
        <translation>im Browser angemeldet</translation>
    </message>
    <message>
        <source>token “%1”, %2</source>
        <translation>Token „%1“, %2</translation>
    </message>
    <message>
        <source>fine-grained</source>
        <translation>feingliedrig</translation>
    </message>
    <message>
        <source>until Hubdesk ends</source>
        <translation>bis Hubdesk endet</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>geteilt</translation>
    </message>
    <message>
        <source>The token expired on %1.</source>
        <translation>Das Token ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>The token expires on %1.</source>
        <translation>Das Token läuft am %1 ab.</translation>
    </message>
    <message>
        <source>%1, in use, %2</source>
        <translation>%1, in Benutzung, %2</translation>
    </message>
</context>
<context>
    <name>hubdesk::AccountMenu</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Keines davon</translation>
    </message>
    <message>
        <source>What the environment and the files of the other tools say</source>
        <translation>Was die Umgebung und die Dateien der anderen Programme sagen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation>Konten …</translation>
    </message>
</context>
<context>
    <name>hubdesk::AccountPage</name>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>user name, full name</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Accounts for single organizations and repos</source>
        <translation>Konten für einzelne Organisationen und Repos</translation>
    </message>
    <message>
        <source>Requests about these are made as the account named here, whichever is in use.</source>
        <translation>Anfragen zu diesen gehen mit dem hier genannten Konto hinaus, welches auch immer in Benutzung ist.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Benutzung</translation>
    </message>
    <message>
        <source>Tokens on the Hub</source>
        <translation>Token auf dem Hub</translation>
    </message>
    <message>
        <source>There is no account yet. Sign in with a token of the Hub; it is kept in the keychain of this computer.</source>
        <translation>Es gibt noch kein Konto. Melden Sie sich mit einem Token des Hubs an; es wird im Schlüsselbund dieses Rechners aufbewahrt.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Abmelden …</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More for the account</source>
        <translation>Mehr zum Konto</translation>
    </message>
    <message>
        <source>Other Hugging Face tools may use this account</source>
        <translation>Andere Hugging-Face-Programme dürfen dieses Konto benutzen</translation>
    </message>
    <message>
        <source>Writes the token, in plain text and readable by you only, to %1 and, while the account is in use, to %2.</source>
        <translation>Schreibt das Token, im Klartext und nur für Sie lesbar, nach %1 und, solange das Konto in Benutzung ist, nach %2.</translation>
    </message>
    <message>
        <source>Git may use this account</source>
        <translation>Git darf dieses Konto benutzen</translation>
    </message>
    <message>
        <source>Gives the token to the credential helper of git</source>
        <translation>Gibt das Token an die Anmeldehilfe von Git</translation>
    </message>
    <message>
        <source>Tokens on this computer</source>
        <translation>Token auf diesem Rechner</translation>
    </message>
    <message>
        <source>Tokens that belong to no account</source>
        <translation>Token, die zu keinem Konto gehören</translation>
    </message>
    <message>
        <source>Make an account of it</source>
        <translation>Ein Konto daraus machen</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>%1, token “%2”, role %3</source>
        <translation>%1, Token „%2“, Rolle %3</translation>
    </message>
    <message>
        <source>Hub: %1</source>
        <translation>Hub: %1</translation>
    </message>
    <message>
        <source>Organizations: %1</source>
        <translation>Organisationen: %1</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>Tarif: %1</translation>
    </message>
    <message>
        <source>May use %1</source>
        <translation>Darf benutzen: %1</translation>
    </message>
    <message>
        <source>Expires on %1</source>
        <translation>Läuft ab am %1</translation>
    </message>
    <message>
        <source>The token also goes to %1</source>
        <translation>Das Token geht auch an %1</translation>
    </message>
    <message>
        <source>Sign out of “%1”?</source>
        <translation>Von „%1“ abmelden?</translation>
    </message>
    <message>
        <source>Its token is removed from this computer, also from the files of the other Hugging Face tools. It stays valid on the Hub until it is revoked there.</source>
        <translation>Sein Token wird von diesem Rechner entfernt, auch aus den Dateien der anderen Hugging-Face-Programme. Auf dem Hub bleibt es gültig, bis es dort widerrufen wird.</translation>
    </message>
    <message>
        <source>Its token is removed from this computer. It stays valid on the Hub until it is revoked there.</source>
        <translation>Sein Token wird von diesem Rechner entfernt. Auf dem Hub bleibt es gültig, bis es dort widerrufen wird.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out of all accounts?</source>
        <translation>Von allen Konten abmelden?</translation>
    </message>
    <message>
        <source>All their tokens are removed from this computer.</source>
        <translation>Alle ihre Token werden von diesem Rechner entfernt.</translation>
    </message>
    <message>
        <source>Sign out of all</source>
        <translation>Von allen abmelden</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>Keines benutzen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Replace the token…</source>
        <translation>Token ersetzen …</translation>
    </message>
    <message>
        <source>Hosts that may see the token…</source>
        <translation>Rechner, die das Token sehen dürfen …</translation>
    </message>
    <message>
        <source>Copy the token for a minute</source>
        <translation>Token für eine Minute kopieren</translation>
    </message>
    <message>
        <source>Sign out of all…</source>
        <translation>Von allen abmelden …</translation>
    </message>
    <message>
        <source>Rename the account</source>
        <translation>Konto umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Hosts that may see the token</source>
        <translation>Rechner, die das Token sehen dürfen</translation>
    </message>
    <message>
        <source>Besides %1, separated by spaces, such as https://mirror.example.com</source>
        <translation>Außer %1, durch Leerzeichen getrennt, etwa https://mirror.example.com</translation>
    </message>
    <message>
        <source>“%1” is no address of a host.</source>
        <translation>„%1“ ist keine Adresse eines Rechners.</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 aus %2</translation>
    </message>
    <message>
        <source>“%1”, %2, from %3</source>
        <translation>„%1“, %2, aus %3</translation>
    </message>
    <message>
        <source>Sign-in with the browser</source>
        <translation>Anmeldung im Browser</translation>
    </message>
    <message>
        <source>OAuth client id</source>
        <translation>OAuth-Client-ID</translation>
    </message>
    <message>
        <source>device code, login, app</source>
        <translation>Gerätecode, Anmeldung, App</translation>
    </message>
    <message>
        <source>The id of an OAuth app that is known to the Hub. Without it Hubdesk signs in with tokens only.</source>
        <translation>Die ID einer OAuth-App, die der Hub kennt. Ohne sie meldet sich Hubdesk nur mit Token an.</translation>
    </message>
    <message>
        <source>They send it to %1 unless HF_ENDPOINT names this Hub for them.</source>
        <translation>Sie senden es an %1, wenn nicht HF_ENDPOINT ihnen diesen Hub nennt.</translation>
    </message>
</context>
<context>
    <name>hubdesk::AccountRulesBox</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Rules, the first that fits counts</source>
        <translation>Regeln, die erste passende zählt</translation>
    </message>
    <message>
        <source>Organization or repo</source>
        <translation>Organisation oder Repo</translation>
    </message>
    <message>
        <source>Account for it</source>
        <translation>Konto dafür</translation>
    </message>
    <message>
        <source>Add the rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>Delete in the list</source>
        <translation>Entf in der Liste</translation>
    </message>
    <message>
        <source>no account</source>
        <translation>kein Konto</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1 als %2</translation>
    </message>
    <message>
        <source>%1 without an account</source>
        <translation>%1 ohne Konto</translation>
    </message>
    <message>
        <source>A rule names an organization, such as myorg or myorg/*, or a repo, such as myorg/model.</source>
        <translation>Eine Regel nennt eine Organisation, etwa myorg oder myorg/*, oder ein Repo, etwa myorg/model.</translation>
    </message>
    <message>
        <source>There is a rule for %1 already.</source>
        <translation>Für %1 gibt es schon eine Regel.</translation>
    </message>
</context>
<context>
    <name>hubdesk::Accounts</name>
    <message>
        <source>There is no such account any more.</source>
        <translation>Dieses Konto gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>An account needs a name.</source>
        <translation>Ein Konto braucht einen Namen.</translation>
    </message>
    <message>
        <source>Another account is called “%1”.</source>
        <translation>Ein anderes Konto heißt „%1“.</translation>
    </message>
    <message>
        <source>%1 does not have the token of this account any more.</source>
        <translation>%1 enthält das Token dieses Kontos nicht mehr.</translation>
    </message>
    <message>
        <source>Git has no credential helper. Set one up first, for example with “git config --global credential.helper store”.</source>
        <translation>Git hat keine Anmeldehilfe. Richten Sie zuerst eine ein, zum Beispiel mit „git config --global credential.helper store“.</translation>
    </message>
</context>
<context>
    <name>hubdesk::AdvancedPage</name>
    <message>
        <source>The Hub</source>
        <translation>Der Hub</translation>
    </message>
    <message>
        <source>Requests, one line each</source>
        <translation>Anfragen, je eine Zeile</translation>
    </message>
    <message>
        <source>Requests, as commands without the token</source>
        <translation>Anfragen, als Befehle ohne Token</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Settings of Hubdesk (*.json)</source>
        <translation>Einstellungen von Hubdesk (*.json)</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Write a log file</source>
        <translation>Eine Protokolldatei schreiben</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>What is logged</source>
        <translation>Was protokolliert wird</translation>
    </message>
    <message>
        <source>logging, verbosity, debug, level</source>
        <translation>Logging, Verbosity, Debug, Stufe, Fehlersuche</translation>
    </message>
    <message>
        <source>In full, whatever the level</source>
        <translation>Vollständig, gleich auf welcher Stufe</translation>
    </message>
    <message>
        <source>logging, categories</source>
        <translation>Logging, Kategorien, Bereiche</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>Protokolldatei</translation>
    </message>
    <message>
        <source>Choose the folder of the log file</source>
        <translation>Den Ordner der Protokolldatei auswählen</translation>
    </message>
    <message>
        <source>Open the folder of the log file</source>
        <translation>Den Ordner der Protokolldatei öffnen</translation>
    </message>
    <message>
        <source>Folder of the log file</source>
        <translation>Ordner der Protokolldatei</translation>
    </message>
    <message>
        <source>logging</source>
        <translation>Logging, Log</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Variables of the Hugging Face tools that are set, and what comes of them here. Tokens and passwords are not shown.</source>
        <translation>Gesetzte Variablen der Werkzeuge von Hugging Face und was sie hier bewirken. Token und Passwörter werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>Umgebungsvariablen</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Copy the environment variables</source>
        <translation>Die Umgebungsvariablen kopieren</translation>
    </message>
    <message>
        <source>None is set.</source>
        <translation>Keine ist gesetzt.</translation>
    </message>
    <message>
        <source>Choose a variable to see what it is for.</source>
        <translation>Eine Variable wählen, um zu sehen, wozu sie dient.</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportieren...</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Importieren...</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>Alle Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Export the settings</source>
        <translation>Die Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Settings as a file</source>
        <translation>Einstellungen als Datei</translation>
    </message>
    <message>
        <source>For another computer. Tokens and passwords are not in it. An import shows first what it will change.</source>
        <translation>Für einen anderen Computer. Token und Passwörter stehen nicht darin. Ein Import zeigt zuerst, was er ändern wird.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>All pages go back to the standard. Accounts and downloads stay. It can be undone.</source>
        <translation>Alle Seiten werden wie am Anfang. Konten und Downloads bleiben. Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>All settings are as they were at first.</source>
        <translation>Alle Einstellungen sind wie am Anfang.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Geschrieben nach %1.</translation>
    </message>
    <message>
        <source>The settings are imported.</source>
        <translation>Die Einstellungen sind importiert.</translation>
    </message>
    <message>
        <source>The file is called hubdesk.log. Only you can read it; tokens are left out.</source>
        <translation>Die Datei heißt hubdesk.log. Nur dieses Benutzerkonto kann sie lesen; Token stehen nicht darin.</translation>
    </message>
</context>
<context>
    <name>hubdesk::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Load pictures in repo cards</source>
        <translation>Bilder in den Karten der Repos laden</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Pictures come from the addresses that the authors of a card chose.</source>
        <translation>Bilder kommen von den Adressen, die die Autoren einer Karte gewählt haben.</translation>
    </message>
    <message>
        <source>theme, colours, night, contrast</source>
        <translation>Design, Thema, Nacht, Kontrast, Farben</translation>
    </message>
    <message>
        <source>images, tracking, privacy</source>
        <translation>Bilder, Nachverfolgung, Datenschutz</translation>
    </message>
</context>
<context>
    <name>hubdesk::ArchiveWriter</name>
    <message>
        <source>“%1” must end with .zip or .tar.zst.</source>
        <translation>„%1“ muss auf .zip oder .tar.zst enden.</translation>
    </message>
    <message>
        <source>“%1” became shorter while it was read.</source>
        <translation>„%1“ wurde beim Lesen kürzer.</translation>
    </message>
</context>
<context>
    <name>hubdesk::BrowserPane</name>
    <message>
        <source>Browse</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>Download...</source>
        <translation>Herunterladen...</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>This address is not on this Hub: %1</source>
        <translation>Diese Adresse liegt nicht auf diesem Hub: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show only %1</source>
        <translation>Nur %1 anzeigen</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Name kopieren</translation>
    </message>
    <message>
        <source>Copy hf:// link</source>
        <translation>hf://-Link kopieren</translation>
    </message>
    <message>
        <source>Copy Python line</source>
        <translation>Python-Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1 gehen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
</context>
<context>
    <name>hubdesk::CaFile</name>
    <message>
        <source>The certificate file %1 is not a file.</source>
        <translation>Die Zertifikatsdatei %1 ist keine Datei.</translation>
    </message>
    <message>
        <source>The certificate file %1 cannot be read: %2.</source>
        <translation>Die Zertifikatsdatei %1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>The certificate file %1 has no certificate in it. A PEM file is needed.</source>
        <translation>Die Zertifikatsdatei %1 enthält kein Zertifikat. Gebraucht wird eine PEM-Datei.</translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheController</name>
    <message>
        <source>A file that does not belong into the cache: %1</source>
        <translation>Eine Datei, die nicht in den Cache gehört: %1</translation>
    </message>
    <message>
        <source>A folder that does not belong into the cache: %1</source>
        <translation>Ein Ordner, der nicht in den Cache gehört: %1</translation>
    </message>
    <message>
        <source>A repo of which no file was downloaded yet: %1</source>
        <translation>Ein Repo, aus dem noch keine Datei heruntergeladen wurde: %1</translation>
    </message>
    <message>
        <source>A file stands where the branches are kept: %1</source>
        <translation>Eine Datei steht dort, wo die Branches aufbewahrt werden: %1</translation>
    </message>
    <message>
        <source>A file stands where only revisions are kept: %1</source>
        <translation>Eine Datei steht dort, wo nur Revisionen aufbewahrt werden: %1</translation>
    </message>
    <message>
        <source>The content of a file is missing: %1</source>
        <translation>Der Inhalt einer Datei fehlt: %1</translation>
    </message>
    <message>
        <source>A folder of a kind that Hubdesk does not know: %1</source>
        <translation>Ein Ordner einer Art, die Hubdesk nicht kennt: %1</translation>
    </message>
    <message>
        <source>A branch or tag names a revision that is not there: %1</source>
        <translation>Ein Branch oder Tag nennt eine Revision, die nicht vorhanden ist: %1</translation>
    </message>
    <message>
        <source>The folder %1 cannot be looked into: %2</source>
        <translation>In den Ordner %1 kann nicht hineingesehen werden: %2</translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheDelegate</name>
    <message>
        <source>New version</source>
        <translation>Neue Fassung</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Festgehalten</translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheDetails</name>
    <message>
        <source>Select a repo to see its revisions and files.</source>
        <translation>Ein Repo auswählen, um seine Revisionen und Dateien zu sehen.</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Revisions and files</source>
        <translation>Revisionen und Dateien</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>1 revision</source>
        <translation>1 Revision</translation>
    </message>
    <message numerus="yes">
        <source>%n revisions</source>
        <translation>
            <numerusform>%n Revision</numerusform>
            <numerusform>%n Revisionen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheModel</name>
    <message>
        <source>Repo</source>
        <translation>Repo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Last used %1
Last changed %2</source>
        <translation>Zuletzt verwendet: %1
Zuletzt geändert: %2</translation>
    </message>
    <message>
        <source>%1, new version</source>
        <comment>a cached repo</comment>
        <translation>%1, neue Fassung</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <comment>a cached repo</comment>
        <translation>%1, festgehalten</translation>
    </message>
    <message>
        <source>There is a new version on the Hub</source>
        <translation>Auf dem Hub gibt es eine neue Fassung</translation>
    </message>
</context>
<context>
    <name>hubdesk::CachePage</name>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Choose the cache folder</source>
        <translation>Cache-Ordner auswählen</translation>
    </message>
    <message>
        <source>Use the standard cache folder</source>
        <translation>Den üblichen Cache-Ordner verwenden</translation>
    </message>
    <message>
        <source>Shared Hugging Face cache</source>
        <translation>Gemeinsamer Cache von Hugging Face</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Zurzeit gültig</translation>
    </message>
    <message>
        <source>Other Hugging Face tools find a folder other than the standard one only when HF_HUB_CACHE names it. What is downloaded already stays where it is.</source>
        <translation>Andere Werkzeuge von Hugging Face finden einen anderen als den üblichen Ordner nur, wenn HF_HUB_CACHE ihn nennt. Was schon heruntergeladen ist, bleibt an seinem Ort.</translation>
    </message>
    <message>
        <source>set by %1</source>
        <translation>festgelegt durch %1</translation>
    </message>
    <message>
        <source>the standard folder</source>
        <translation>der übliche Ordner</translation>
    </message>
    <message>
        <source>chosen here</source>
        <translation>hier gewählt</translation>
    </message>
    <message>
        <source>Cache: %1 (%2)</source>
        <translation>Cache: %1 (%2)</translation>
    </message>
    <message>
        <source>HF_HOME: %1 (%2)</source>
        <translation>HF_HOME: %1 (%2)</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>Neue Fassungen</translation>
    </message>
    <message>
        <source>Look for new versions at the start</source>
        <translation>Beim Start nach neuen Fassungen sehen</translation>
    </message>
    <message>
        <source>One question to the Hub for each repo in the cache that is not pinned, at most every six hours. Nothing is downloaded.</source>
        <translation>Eine Anfrage an den Hub für jedes Repo im Cache, das nicht festgehalten ist, höchstens alle sechs Stunden. Heruntergeladen wird nichts.</translation>
    </message>
    <message>
        <source>directory, path, disk, storage</source>
        <translation>Verzeichnis, Pfad, Platte, Speicher</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>Aktualisierungen, Updates</translation>
    </message>
    <message>
        <source>directory, path, disk, storage, type, placement</source>
        <translation>Verzeichnis, Pfad, Laufwerk, Speicherort, Art, Typ, Ablage</translation>
    </message>
    <message>
        <source>Folders for each type</source>
        <translation>Ordner je Art</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Choose the cache folder for models</source>
        <translation>Cache-Ordner für Modelle auswählen</translation>
    </message>
    <message>
        <source>Use the common cache folder for models</source>
        <translation>Für Modelle den gemeinsamen Cache-Ordner verwenden</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Choose the cache folder for datasets</source>
        <translation>Cache-Ordner für Datensätze auswählen</translation>
    </message>
    <message>
        <source>Use the common cache folder for datasets</source>
        <translation>Für Datensätze den gemeinsamen Cache-Ordner verwenden</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Spaces</translation>
    </message>
    <message>
        <source>Choose the cache folder for Spaces</source>
        <translation>Cache-Ordner für Spaces auswählen</translation>
    </message>
    <message>
        <source>Use the common cache folder for Spaces</source>
        <translation>Für Spaces den gemeinsamen Cache-Ordner verwenden</translation>
    </message>
    <message>
        <source>Models: %1 (%2)</source>
        <translation>Modelle: %1 (%2)</translation>
    </message>
    <message>
        <source>Datasets: %1 (%2)</source>
        <translation>Datensätze: %1 (%2)</translation>
    </message>
    <message>
        <source>Spaces: %1 (%2)</source>
        <translation>Spaces: %1 (%2)</translation>
    </message>
    <message>
        <source>An empty field means the common folder. New downloads of a type go to its own folder. What is in the common one stays there, is still shown, and is not fetched again. Other Hugging Face tools find such a folder only when HF_HUB_CACHE names it.</source>
        <translation>Ein leeres Feld bedeutet den gemeinsamen Ordner. Neue Downloads einer Art kommen in ihren eigenen Ordner. Was im gemeinsamen liegt, bleibt dort, wird weiterhin gezeigt und nicht noch einmal geladen. Andere Hugging-Face-Werkzeuge finden einen solchen Ordner nur, wenn HF_HUB_CACHE ihn nennt.</translation>
    </message>
</context>
<context>
    <name>hubdesk::CachePane</name>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Filter repos</source>
        <translation>Repos filtern</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy pat&amp;h</source>
        <translation>Pfad &amp;kopieren</translation>
    </message>
    <message>
        <source>Show in &amp;Browse</source>
        <translation>In „&amp;Durchsuchen“ anzeigen</translation>
    </message>
    <message>
        <source>&amp;Rescan</source>
        <translation>&amp;Neu einlesen</translation>
    </message>
    <message>
        <source>Open the &amp;cache folder</source>
        <translation>&amp;Cache-Ordner öffnen</translation>
    </message>
    <message>
        <source>Open cache folder</source>
        <translation>Cache-Ordner öffnen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Spaces</translation>
    </message>
    <message>
        <source>Repos in the cache</source>
        <translation>Repos im Cache</translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>Pfad kopiert</translation>
    </message>
    <message>
        <source>Nothing downloaded yet</source>
        <translation>Noch nichts heruntergeladen</translation>
    </message>
    <message>
        <source>Browse models</source>
        <translation>Modelle durchsuchen</translation>
    </message>
    <message>
        <source>No repo matches the filter</source>
        <translation>Kein Repo passt zum Filter</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>1 repo</source>
        <translation>1 Repo</translation>
    </message>
    <message numerus="yes">
        <source>%n repos</source>
        <translation>
            <numerusform>%n Repo</numerusform>
            <numerusform>%n Repos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 in %3</source>
        <comment>repos, size, folder</comment>
        <translation>%1, %2 in %3</translation>
    </message>
    <message>
        <source>Is the drive connected? Otherwise choose another cache folder in the settings.</source>
        <translation>Ist das Laufwerk angeschlossen? Sonst bitte in den Einstellungen einen anderen Cache-Ordner wählen.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>&amp;Update to the new version</source>
        <translation>Auf die neue Fassung a&amp;ktualisieren</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Show what cha&amp;nges</source>
        <translation>Ä&amp;nderungen zeigen</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>&amp;Pin this version</source>
        <translation>Diese Fassung &amp;festhalten</translation>
    </message>
    <message>
        <source>Check for new &amp;versions</source>
        <translation>Nach neuen F&amp;assungen sehen</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>Neue Fassungen</translation>
    </message>
    <message>
        <source>Stop checking for new &amp;versions</source>
        <translation>Suche nach neuen F&amp;assungen beenden</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>Suche beenden</translation>
    </message>
    <message>
        <source>Check for new versions</source>
        <translation>Nach neuen Fassungen sehen</translation>
    </message>
    <message>
        <source>No new versions</source>
        <translation>Keine neuen Fassungen</translation>
    </message>
    <message>
        <source>1 repo has a new version</source>
        <translation>1 Repo hat eine neue Fassung</translation>
    </message>
    <message numerus="yes">
        <source>%n repos have a new version</source>
        <translation>
            <numerusform>%n Repo hat eine neue Fassung</numerusform>
            <numerusform>%n Repos haben eine neue Fassung</numerusform>
        </translation>
    </message>
    <message>
        <source>No new version is known</source>
        <translation>Keine neue Fassung bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 in %n folders</source>
        <comment>repos, size</comment>
        <translation>
            <numerusform>%1, %2 in %n Ordner</numerusform>
            <numerusform>%1, %2 in %n Ordnern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheRevisionModel</name>
    <message>
        <source>%1, no branch</source>
        <translation>%1, kein Branch</translation>
    </message>
    <message>
        <source>Revision or file</source>
        <translation>Revision oder Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheScan</name>
    <message>
        <source>Cache directory not found: %1</source>
        <translation>Cache-Ordner nicht gefunden: %1</translation>
    </message>
    <message>
        <source>Scan cache expects a directory but found a file: %1</source>
        <translation>Statt des Cache-Ordners wurde eine Datei gefunden: %1</translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheVerifier</name>
    <message>
        <source>There is no cache in “%1”.</source>
        <translation>In „%1“ gibt es keinen Cache.</translation>
    </message>
    <message>
        <source>“%1” is not in the cache.</source>
        <translation>„%1“ ist nicht im Cache.</translation>
    </message>
    <message>
        <source>The revision “%1” of “%2” is not in the cache.</source>
        <translation>Die Revision „%1“ von „%2“ ist nicht im Cache.</translation>
    </message>
    <message>
        <source>Nothing was downloaded into “%1” so far, or its .cache/huggingface folder is gone: there is nothing to compare its files with.</source>
        <translation>In „%1“ wurde noch nichts heruntergeladen, oder der Ordner .cache/huggingface darin fehlt: Es gibt nichts, womit die Dateien verglichen werden können.</translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheVersionBox</name>
    <message>
        <source>Files that the update changes</source>
        <translation>Dateien, die sich durch die Aktualisierung ändern</translation>
    </message>
    <message>
        <source>Un&amp;pin this version</source>
        <translation>Diese Fassung nicht mehr &amp;festhalten</translation>
    </message>
    <message>
        <source>&amp;Pin this version</source>
        <translation>Diese Fassung &amp;festhalten</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>Comparing the two versions</source>
        <translation>Die beiden Fassungen werden verglichen</translation>
    </message>
    <message>
        <source>Only single commits are cached: there is no branch or tag to follow.</source>
        <translation>Im Cache sind nur einzelne Commits: Es gibt keinen Branch und kein Tag, dem zu folgen wäre.</translation>
    </message>
    <message>
        <source>Pinned at %1: not checked for new versions.</source>
        <translation>Bei %1 festgehalten: Nach neuen Fassungen wird nicht gesehen.</translation>
    </message>
    <message>
        <source>The new version %1 is in the queue. %2 stays until all of it is there.</source>
        <translation>Die neue Fassung %1 ist in der Warteschlange. %2 bleibt, bis alles davon da ist.</translation>
    </message>
    <message>
        <source>%1 is at %2. Not checked for a new version yet.</source>
        <translation>%1 steht bei %2. Nach einer neuen Fassung wurde noch nicht gesehen.</translation>
    </message>
    <message>
        <source>%1 is at %2 and up to date, checked %3.</source>
        <translation>%1 steht bei %2 und ist aktuell, geprüft %3.</translation>
    </message>
    <message>
        <source>New version of %1: %2. You have %3.</source>
        <translation>Neue Fassung von %1: %2. Vorhanden ist %3.</translation>
    </message>
    <message>
        <source>New version of %1: %2, %3. You have %4.</source>
        <translation>Neue Fassung von %1: %2, %3. Vorhanden ist %4.</translation>
    </message>
    <message>
        <source>The Hub has no such repo or revision any more, or it is private. What is cached stays.</source>
        <translation>Der Hub hat dieses Repo oder diese Revision nicht mehr, oder es ist privat. Was im Cache ist, bleibt.</translation>
    </message>
    <message>
        <source>This account may not read the repo any more. What is cached stays.</source>
        <translation>Dieses Konto darf das Repo nicht mehr lesen. Was im Cache ist, bleibt.</translation>
    </message>
    <message>
        <source>The new version has none of the files that are cached.</source>
        <translation>Die neue Fassung hat keine der Dateien, die im Cache sind.</translation>
    </message>
    <message>
        <source>1 file changes</source>
        <translation>1 Datei ändert sich</translation>
    </message>
    <message numerus="yes">
        <source>%n files change</source>
        <translation>
            <numerusform>%n Datei ändert sich</numerusform>
            <numerusform>%n Dateien ändern sich</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to fetch</source>
        <translation>nichts zu laden</translation>
    </message>
    <message>
        <source>%1 to fetch</source>
        <translation>%1 zu laden</translation>
    </message>
    <message>
        <source>1 file that you never had is left out</source>
        <translation>1 Datei, die nie da war, bleibt weg</translation>
    </message>
    <message numerus="yes">
        <source>%n files that you never had are left out</source>
        <translation>
            <numerusform>%n Datei, die nie da war, bleibt weg</numerusform>
            <numerusform>%n Dateien, die nie da waren, bleiben weg</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheWarnings</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show what is not in order</source>
        <translation>Anzeigen, was nicht in Ordnung ist</translation>
    </message>
    <message>
        <source>What is not in order in the cache folder</source>
        <translation>Was im Cache-Ordner nicht in Ordnung ist</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>One thing in the cache folder is not in order. The rest works as usual.</source>
        <translation>Eine Sache im Cache-Ordner ist nicht in Ordnung. Alles andere funktioniert wie gewohnt.</translation>
    </message>
    <message numerus="yes">
        <source>%n things in the cache folder are not in order. The rest works as usual.</source>
        <translation>
            <numerusform>%n Sache im Cache-Ordner ist nicht in Ordnung. Alles andere funktioniert wie gewohnt.</numerusform>
            <numerusform>%n Sachen im Cache-Ordner sind nicht in Ordnung. Alles andere funktioniert wie gewohnt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::CacheWriter</name>
    <message>
        <source>The Hub named a file “%1”, which cannot be kept in the cache.</source>
        <translation>Der Hub nennt eine Datei „%1“, die nicht im Cache aufbewahrt werden kann.</translation>
    </message>
</context>
<context>
    <name>hubdesk::Card</name>
    <message>
        <source>The header of the card is too large.</source>
        <translation>Der Kopf der Karte ist zu groß.</translation>
    </message>
    <message>
        <source>The header of the card is not a list of fields.</source>
        <translation>Der Kopf der Karte ist keine Liste von Feldern.</translation>
    </message>
    <message>
        <source>The header of the card cannot be read (line %1).</source>
        <extracomment>%1 is a line number</extracomment>
        <translation>Der Kopf der Karte ist nicht lesbar (Zeile %1).</translation>
    </message>
    <message>
        <source>The header of the card cannot be read.</source>
        <translation>Der Kopf der Karte ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The table goes on. Open the file to see all of it.</source>
        <translation>Die Tabelle geht weiter. In der Datei ist sie ganz zu sehen.</translation>
    </message>
    <message>
        <source>The list goes on. Open the file to see all of it.</source>
        <translation>Die Liste geht weiter. In der Datei ist sie ganz zu sehen.</translation>
    </message>
    <message>
        <source>The code goes on. Open the file to see all of it.</source>
        <translation>Der Code geht weiter. In der Datei ist er ganz zu sehen.</translation>
    </message>
</context>
<context>
    <name>hubdesk::ConfigText</name>
    <message>
        <source>Line %1 of the file is not what it should be.</source>
        <translation>Zeile %1 der Datei ist nicht, wie sie sein sollte.</translation>
    </message>
</context>
<context>
    <name>hubdesk::DemoHub</name>
    <message>
        <source>The Local Hub cannot be started: %1.</source>
        <translation>Der lokale Hub lässt sich nicht starten: %1.</translation>
    </message>
    <message>
        <source>The Local Hub does not get ready.</source>
        <translation>Der lokale Hub wird nicht bereit.</translation>
    </message>
    <message>
        <source>The Local Hub has ended.</source>
        <translation>Der lokale Hub hat sich beendet.</translation>
    </message>
    <message>
        <source>The Local Hub has ended: %1</source>
        <translation>Der lokale Hub hat sich beendet: %1</translation>
    </message>
</context>
<context>
    <name>hubdesk::Dialogs</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>hubdesk::DiskError</name>
    <message>
        <source>The disk is full: %1 more are needed in “%2”.</source>
        <translation>Der Datenträger ist voll: In „%2“ werden noch %1 benötigt.</translation>
    </message>
    <message>
        <source>The disk is full: nothing more can be written to “%1”. Free some space and try again.</source>
        <translation>Der Datenträger ist voll: In „%1“ kann nichts mehr geschrieben werden. Bitte Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Your disk quota is used up: nothing more can be written to “%1”.</source>
        <translation>Das Speicherkontingent ist aufgebraucht: In „%1“ kann nichts mehr geschrieben werden.</translation>
    </message>
    <message>
        <source>“%1” is on a read-only disk.</source>
        <translation>„%1“ liegt auf einem schreibgeschützten Datenträger.</translation>
    </message>
    <message>
        <source>You do not have permission to use “%1”.</source>
        <translation>Die Berechtigung für „%1“ fehlt.</translation>
    </message>
    <message>
        <source>The name of “%1” is too long for this disk.</source>
        <translation>Der Name von „%1“ ist für diesen Datenträger zu lang.</translation>
    </message>
    <message>
        <source>“%1” is a file, but a folder is needed there.</source>
        <translation>„%1“ ist eine Datei, aber dort wird ein Ordner benötigt.</translation>
    </message>
    <message>
        <source>“%1” is a folder, but a file is needed there.</source>
        <translation>„%1“ ist ein Ordner, aber dort wird eine Datei benötigt.</translation>
    </message>
    <message>
        <source>“%1” is a link that leads back to itself.</source>
        <translation>„%1“ ist eine Verknüpfung, die auf sich selbst zurückführt.</translation>
    </message>
    <message>
        <source>Too many files are open. Close other programs and try again.</source>
        <translation>Zu viele Dateien sind geöffnet. Bitte andere Programme schließen und erneut versuchen.</translation>
    </message>
    <message>
        <source>“%1” does not exist any more.</source>
        <translation>„%1“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The disk reports an error at “%1”.</source>
        <translation>Der Datenträger meldet einen Fehler bei „%1“.</translation>
    </message>
    <message>
        <source>“%1” cannot be used: %2.</source>
        <translation>„%1“ ist nicht verwendbar: %2.</translation>
    </message>
</context>
<context>
    <name>hubdesk::DownloadDialog</name>
    <message>
        <source>Download %1</source>
        <translation>%1 herunterladen</translation>
    </message>
</context>
<context>
    <name>hubdesk::DownloadFilesModel</name>
    <message>
        <source>Cached</source>
        <translation>Im Cache</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
</context>
<context>
    <name>hubdesk::DownloadOptions</name>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>As soon as it is its turn</source>
        <translation>Sobald er an der Reihe ist</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>In einer Stunde</translation>
    </message>
    <message>
        <source>Tonight at 22:00</source>
        <translation>Heute um 22:00 Uhr</translation>
    </message>
    <message>
        <source>Tomorrow at 6:00</source>
        <translation>Morgen um 6:00 Uhr</translation>
    </message>
    <message>
        <source>At another time</source>
        <translation>Zu einer anderen Zeit</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Beginnt um</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Speed at most</source>
        <translation>Höchstes Tempo</translation>
    </message>
    <message>
        <source>starts %1</source>
        <comment>date and time</comment>
        <translation>beginnt %1</translation>
    </message>
    <message>
        <source>priority: %1</source>
        <translation>Priorität: %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>speed</comment>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Sichtbar</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
</context>
<context>
    <name>hubdesk::DownloadPlan</name>
    <message>
        <source>There are no files at this revision.</source>
        <translation>In dieser Revision gibt es keine Dateien.</translation>
    </message>
    <message>
        <source>No file is chosen.</source>
        <translation>Keine Datei ist ausgewählt.</translation>
    </message>
    <message>
        <source>Not enough room: %1 more is needed on the disk of the cache.</source>
        <translation>Zu wenig Platz: Auf dem Datenträger des Cache werden noch %1 benötigt.</translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>Wählen Sie zuerst einen Ordner.</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Wählen Sie zuerst eine Datei.</translation>
    </message>
    <message>
        <source>Nothing can be written to this folder.</source>
        <translation>In diesen Ordner kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Nothing can be written to the folder of this file.</source>
        <translation>In den Ordner dieser Datei kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Not enough room: %1 more is needed on the disk of the folder.</source>
        <translation>Nicht genug Platz: Auf der Platte des Ordners fehlen %1.</translation>
    </message>
    <message>
        <source>Not enough room: %1 more is needed on the disk of the archive.</source>
        <translation>Nicht genug Platz: Auf der Platte des Archivs fehlen %1.</translation>
    </message>
</context>
<context>
    <name>hubdesk::DownloadTargetBox</name>
    <message>
        <source>Choose...</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation>&amp;Cache</translation>
    </message>
    <message>
        <source>&amp;Folder...</source>
        <translation>&amp;Ordner …</translation>
    </message>
    <message>
        <source>&amp;Archive...</source>
        <translation>&amp;Archiv …</translation>
    </message>
    <message>
        <source>Choose the folder for the files</source>
        <translation>Ordner für die Dateien auswählen</translation>
    </message>
    <message>
        <source>Choose the name of the archive</source>
        <translation>Namen des Archivs auswählen</translation>
    </message>
    <message>
        <source>Zip archives (*.zip);;Tar archives, compressed (*.tar.zst)</source>
        <translation>Zip-Archive (*.zip);;Tar-Archive, komprimiert (*.tar.zst)</translation>
    </message>
    <message>
        <source>There are other files in this folder. Those with the same names are replaced.</source>
        <translation>In diesem Ordner liegen andere Dateien. Solche mit gleichem Namen werden ersetzt.</translation>
    </message>
    <message>
        <source>The archive is there already and will be replaced.</source>
        <translation>Das Archiv gibt es schon; es wird ersetzt.</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Save in: %1</source>
        <translation>Speichern in: %1</translation>
    </message>
    <message>
        <source>Use a folder %1 in it</source>
        <translation>Ordner %1 darin benutzen</translation>
    </message>
</context>
<context>
    <name>hubdesk::DownloadWidget</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What to download</source>
        <translation>Was heruntergeladen wird</translation>
    </message>
    <message>
        <source>*.json data/</source>
        <translation>*.json data/</translation>
    </message>
    <message>
        <source>Only files that match</source>
        <translation>Nur passende Dateien</translation>
    </message>
    <message>
        <source>*.bin</source>
        <translation>*.bin</translation>
    </message>
    <message>
        <source>Not files that match</source>
        <translation>Passende Dateien auslassen</translation>
    </message>
    <message>
        <source>Patterns with * and ?, separated by spaces. A folder ends in a slash.</source>
        <translation>Muster mit * und ?, durch Leerzeichen getrennt. Ein Ordner endet mit einem Schrägstrich.</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Already on this computer</source>
        <translation>Schon auf diesem Computer</translation>
    </message>
    <message>
        <source>Free space afterwards</source>
        <translation>Freier Platz danach</translation>
    </message>
    <message>
        <source>There are no files at this revision</source>
        <translation>In dieser Revision gibt es keine Dateien</translation>
    </message>
    <message>
        <source>One file, %1</source>
        <translation>Eine Datei, %1</translation>
    </message>
    <message>
        <source>%1 of %2 files, %3</source>
        <translation>%1 von %2 Dateien, %3</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1 herunterladen</translation>
    </message>
    <message>
        <source>Will be fetched</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>%1 files, %2</source>
        <translation>%1 Dateien, %2</translation>
    </message>
    <message>
        <source>Mirrors</source>
        <translation>Spiegel</translation>
    </message>
    <message>
        <source>Large files of public repos also come from</source>
        <translation>Große Dateien öffentlicher Repos kommen auch von</translation>
    </message>
    <message numerus="yes">
        <source>%n mirror(s)</source>
        <translation>
            <numerusform>%n Spiegel</numerusform>
            <numerusform>%n Spiegel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::EndpointBox</name>
    <message>
        <source>Add...</source>
        <translation>Hinzufügen...</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>Ändern...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Add a Hub</source>
        <translation>Einen Hub hinzufügen</translation>
    </message>
    <message>
        <source>Change the Hub</source>
        <translation>Den Hub ändern</translation>
    </message>
    <message>
        <source>Remove the Hub</source>
        <translation>Den Hub entfernen</translation>
    </message>
    <message>
        <source>Test the endpoint</source>
        <translation>Den Endpunkt testen</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Leave empty for the official Hub. Your token is sent to this address only.</source>
        <translation>Leer lassen für den offiziellen Hub. Das Token wird nur an diese Adresse gesendet.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, kind of the Hub</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Eine andere Adresse</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 ist entfernt.</translation>
    </message>
    <message>
        <source>Asking the Hub</source>
        <translation>Der Hub wird gefragt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what failed, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>Anfrage-Kennung: %1</translation>
    </message>
    <message>
        <source>The account “%1” is in use, so its Hub is asked. This address counts when none is.</source>
        <translation>Das Konto „%1“ ist in Benutzung, also wird sein Hub gefragt. Diese Adresse zählt, wenn keines in Benutzung ist.</translation>
    </message>
</context>
<context>
    <name>hubdesk::EndpointProfiles</name>
    <message>
        <source>Hugging Face Hub</source>
        <translation>Hugging Face Hub</translation>
    </message>
    <message>
        <source>An endpoint looks like https://hub.example.com.</source>
        <translation>Ein Endpunkt sieht aus wie https://hub.example.com.</translation>
    </message>
    <message>
        <source>An endpoint has no user name or password in it.</source>
        <translation>Ein Endpunkt enthält weder Benutzernamen noch Passwort.</translation>
    </message>
    <message>
        <source>An endpoint ends after the host or a path.</source>
        <translation>Ein Endpunkt endet nach dem Rechnernamen oder einem Pfad.</translation>
    </message>
    <message>
        <source>The official Hub is there already.</source>
        <translation>Den offiziellen Hub gibt es schon.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Ein Name fehlt.</translation>
    </message>
    <message>
        <source>There is one with this name already.</source>
        <translation>Diesen Namen gibt es schon.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has this address already.</source>
        <translation>„%1“ hat diese Adresse schon.</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>Offiziell</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegel</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Self-hosted</source>
        <translation>Selbst betrieben</translation>
    </message>
    <message>
        <source>Local Hub</source>
        <translation>Lokaler Hub</translation>
    </message>
</context>
<context>
    <name>hubdesk::EndpointReport</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>Namensauflösung</translation>
    </message>
    <message>
        <source>Proxy script</source>
        <translation>Proxy-Skript</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Proxy login</source>
        <translation>Proxy-Anmeldung</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Not a Hub</source>
        <translation>Kein Hub</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>There is no computer called %1.</source>
        <translation>Es gibt keinen Rechner namens %1.</translation>
    </message>
    <message>
        <source>Check how the address is spelt and whether this computer has a network; a company&apos;s Hub may need its VPN.</source>
        <translation>Prüfen, ob die Adresse richtig geschrieben ist und dieser Computer ein Netz hat; der Hub einer Firma braucht vielleicht deren VPN.</translation>
    </message>
    <message>
        <source>Check the address of the script, or choose another proxy.</source>
        <translation>Die Adresse des Skripts prüfen oder einen anderen Proxy wählen.</translation>
    </message>
    <message>
        <source>The proxy for %1 cannot be reached.</source>
        <translation>Der Proxy für %1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check host and port of the proxy, or reach this host without one.</source>
        <translation>Rechner und Port des Proxys prüfen oder diesen Rechner ohne Proxy erreichen.</translation>
    </message>
    <message>
        <source>The proxy wants another user or password.</source>
        <translation>Der Proxy will einen anderen Benutzer oder ein anderes Passwort.</translation>
    </message>
    <message>
        <source>Enter the login of the proxy again.</source>
        <translation>Die Anmeldung für den Proxy neu eingeben.</translation>
    </message>
    <message>
        <source>%1 does not take the connection.</source>
        <translation>%1 nimmt die Verbindung nicht an.</translation>
    </message>
    <message>
        <source>Check the port and whether the Hub runs; a firewall may be in the way.</source>
        <translation>Prüfen, ob der Port stimmt und der Hub läuft; vielleicht ist eine Firewall im Weg.</translation>
    </message>
    <message>
        <source>The encrypted connection to %1 is not trusted.</source>
        <translation>Der verschlüsselten Verbindung zu %1 wird nicht vertraut.</translation>
    </message>
    <message>
        <source>If your company inspects traffic or signs certificates itself, choose its certificate below.</source>
        <translation>Wenn die Firma Verbindungen prüft oder Zertifikate selbst ausstellt, unten ihr Zertifikat wählen.</translation>
    </message>
    <message>
        <source>Try again later; nothing here can be done about it.</source>
        <translation>Später erneut versuchen; von hier aus lässt sich nichts daran ändern.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, ask whoever runs the Hub.</source>
        <translation>Erneut versuchen; bleibt es dabei, den Betreiber des Hubs fragen.</translation>
    </message>
    <message>
        <source>%1 answers, but not as a Hub does.</source>
        <translation>%1 antwortet, aber nicht wie ein Hub.</translation>
    </message>
    <message>
        <source>Check the path of the address; in a hotel or at work a page for signing in may be in the way.</source>
        <translation>Den Pfad der Adresse prüfen; im Hotel oder in der Firma ist vielleicht eine Anmeldeseite im Weg.</translation>
    </message>
    <message>
        <source>%1 answers but does not accept your token.</source>
        <translation>%1 antwortet, nimmt das Token aber nicht an.</translation>
    </message>
    <message>
        <source>Sign in again with a token of this Hub.</source>
        <translation>Mit einem Token dieses Hubs neu anmelden.</translation>
    </message>
</context>
<context>
    <name>hubdesk::EnvironmentOverview</name>
    <message>
        <source>(not shown)</source>
        <translation>(nicht gezeigt)</translation>
    </message>
    <message>
        <source>In force.</source>
        <translation>Gilt.</translation>
    </message>
    <message>
        <source>Decides instead of the setting &quot;%1&quot;.</source>
        <translation>Entscheidet anstelle der Einstellung „%1“.</translation>
    </message>
    <message>
        <source>Without effect: %1 decides.</source>
        <translation>Ohne Wirkung: %1 entscheidet.</translation>
    </message>
    <message>
        <source>Without effect here.</source>
        <translation>Hier ohne Wirkung.</translation>
    </message>
    <message>
        <source>Not known to Hubdesk.</source>
        <translation>Hubdesk nicht bekannt.</translation>
    </message>
    <message>
        <source>Address of the Hub.</source>
        <translation>Adresse des Hubs.</translation>
    </message>
    <message>
        <source>Uses the Hub&apos;s test server.</source>
        <translation>Verwendet den Testserver des Hubs.</translation>
    </message>
    <message>
        <source>Token for the Hub.</source>
        <translation>Token für den Hub.</translation>
    </message>
    <message>
        <source>Old name of HF_TOKEN.</source>
        <translation>Alter Name von HF_TOKEN.</translation>
    </message>
    <message>
        <source>File with the token.</source>
        <translation>Datei mit dem Token.</translation>
    </message>
    <message>
        <source>Sends the token only where it is needed.</source>
        <translation>Sendet das Token nur, wo es nötig ist.</translation>
    </message>
    <message>
        <source>Program name for signing in by browser.</source>
        <translation>Programmkennung für die Anmeldung im Browser.</translation>
    </message>
    <message>
        <source>Folder of the shared cache.</source>
        <translation>Ordner des gemeinsamen Caches.</translation>
    </message>
    <message>
        <source>Old name of HF_HUB_CACHE.</source>
        <translation>Alter Name von HF_HUB_CACHE.</translation>
    </message>
    <message>
        <source>Folder of everything that Hugging Face tools keep.</source>
        <translation>Ordner für alles, was Werkzeuge von Hugging Face aufheben.</translation>
    </message>
    <message>
        <source>Folder of all caches; HF_HOME is below it by standard.</source>
        <translation>Ordner aller Caches; HF_HOME liegt üblicherweise darin.</translation>
    </message>
    <message>
        <source>Folder for files that other libraries derive.</source>
        <translation>Ordner für Dateien, die andere Bibliotheken ableiten.</translation>
    </message>
    <message>
        <source>Old name of HF_ASSETS_CACHE.</source>
        <translation>Alter Name von HF_ASSETS_CACHE.</translation>
    </message>
    <message>
        <source>Copies files instead of linking them.</source>
        <translation>Kopiert Dateien, statt sie zu verknüpfen.</translation>
    </message>
    <message>
        <source>Is silent about folders without links.</source>
        <translation>Schweigt über Ordner ohne Verknüpfungen.</translation>
    </message>
    <message>
        <source>Sends no request.</source>
        <translation>Sendet keine Anfrage.</translation>
    </message>
    <message>
        <source>Seconds to wait for what the Hub knows of a file.</source>
        <translation>Sekunden Wartezeit auf das, was der Hub von einer Datei weiß.</translation>
    </message>
    <message>
        <source>Seconds without data before a download tries again.</source>
        <translation>Sekunden ohne Daten, bevor ein Download es erneut versucht.</translation>
    </message>
    <message>
        <source>Proxy for http addresses.</source>
        <translation>Proxy für http-Adressen.</translation>
    </message>
    <message>
        <source>Proxy for https addresses.</source>
        <translation>Proxy für https-Adressen.</translation>
    </message>
    <message>
        <source>Proxy for all other addresses.</source>
        <translation>Proxy für alle anderen Adressen.</translation>
    </message>
    <message>
        <source>Hosts that are reached without a proxy.</source>
        <translation>Rechner, die ohne Proxy erreicht werden.</translation>
    </message>
    <message>
        <source>Additional certificates, unless the settings name some.</source>
        <translation>Zusätzliche Zertifikate, falls die Einstellungen keine nennen.</translation>
    </message>
    <message>
        <source>Logs everything, each request as a command.</source>
        <translation>Protokolliert alles, jede Anfrage als Befehl.</translation>
    </message>
    <message>
        <source>How much is logged.</source>
        <translation>Wie viel protokolliert wird.</translation>
    </message>
    <message>
        <source>Hubdesk sends no telemetry anyway.</source>
        <translation>Hubdesk sendet ohnehin keine Telemetrie.</translation>
    </message>
    <message>
        <source>Progress bars of the command line.</source>
        <translation>Fortschrittsbalken der Befehlszeile.</translation>
    </message>
    <message>
        <source>Warnings of Python programs.</source>
        <translation>Warnungen von Python-Programmen.</translation>
    </message>
    <message>
        <source>Python programs look for updates.</source>
        <translation>Python-Programme sehen nach Aktualisierungen.</translation>
    </message>
    <message>
        <source>Name of the program that asks the Hub.</source>
        <translation>Name des Programms, das den Hub fragt.</translation>
    </message>
    <message>
        <source>Address of the inference service.</source>
        <translation>Adresse des Inferenzdienstes.</translation>
    </message>
    <message>
        <source>Hubdesk transfers over HTTP anyway.</source>
        <translation>Hubdesk überträgt ohnehin über HTTP.</translation>
    </message>
    <message>
        <source>Folder of the Xet engine.</source>
        <translation>Ordner der Xet-Technik.</translation>
    </message>
    <message>
        <source>Tuning of the Xet engine.</source>
        <translation>Feineinstellung der Xet-Technik.</translation>
    </message>
    <message>
        <source>Deprecated, also in the official client.</source>
        <translation>Veraltet, auch im offiziellen Programm.</translation>
    </message>
    <message>
        <source>Sign-in of build machines.</source>
        <translation>Anmeldung von Build-Rechnern.</translation>
    </message>
</context>
<context>
    <name>hubdesk::ErrorTexts</name>
    <message>
        <source>This revision does not exist in the repo.</source>
        <translation>Diese Revision gibt es im Repo nicht.</translation>
    </message>
    <message>
        <source>This file does not exist at this revision.</source>
        <translation>Diese Datei gibt es in dieser Revision nicht.</translation>
    </message>
    <message>
        <source>Access to this repo is restricted by its authors.</source>
        <translation>Der Zugang zu diesem Repo ist von den Autoren beschränkt.</translation>
    </message>
    <message>
        <source>This repo does not exist, or it is private and you are not signed in.</source>
        <translation>Dieses Repo gibt es nicht, oder es ist privat und nur nach Anmeldung zu sehen.</translation>
    </message>
    <message>
        <source>This repo does not exist, or your account may not see it.</source>
        <translation>Dieses Repo gibt es nicht, oder das Konto darf es nicht sehen.</translation>
    </message>
    <message>
        <source>The Hub did not accept the request.</source>
        <translation>Der Hub hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>The Hub does not accept this token. It may be expired or revoked.</source>
        <translation>Der Hub nimmt dieses Token nicht an. Vielleicht ist es abgelaufen oder widerrufen.</translation>
    </message>
    <message>
        <source>You need to be signed in for this.</source>
        <translation>Dafür ist eine Anmeldung nötig.</translation>
    </message>
    <message>
        <source>The plan of this account does not include this.</source>
        <translation>Der Tarif dieses Kontos enthält das nicht.</translation>
    </message>
    <message>
        <source>This account may not do this. Check the permissions of its token.</source>
        <translation>Dieses Konto darf das nicht. Bitte die Berechtigungen seines Tokens prüfen.</translation>
    </message>
    <message>
        <source>The Hub does not have this.</source>
        <translation>Das gibt es auf dem Hub nicht.</translation>
    </message>
    <message>
        <source>The Hub gave up waiting for the request.</source>
        <translation>Der Hub hat nicht länger auf die Anfrage gewartet.</translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime.</source>
        <translation>Das wurde inzwischen von jemand anderem geändert.</translation>
    </message>
    <message>
        <source>This is more than the Hub accepts at once.</source>
        <translation>Das ist mehr, als der Hub auf einmal annimmt.</translation>
    </message>
    <message>
        <source>The server does not have the requested part of the file.</source>
        <translation>Der Server hat den angefragten Teil der Datei nicht.</translation>
    </message>
    <message>
        <source>Too many requests. The Hub asks to wait %1 seconds.</source>
        <translation>Zu viele Anfragen. Der Hub bittet, %1 Sekunden zu warten.</translation>
    </message>
    <message>
        <source>Too many requests. The Hub asks to wait.</source>
        <translation>Zu viele Anfragen. Der Hub bittet zu warten.</translation>
    </message>
    <message>
        <source>The server has a problem (%1). Try again later.</source>
        <translation>Der Server hat ein Problem (%1). Bitte später erneut versuchen.</translation>
    </message>
    <message>
        <source>The server answered with an unexpected status (%1).</source>
        <translation>Der Server hat mit einem unerwarteten Status geantwortet (%1).</translation>
    </message>
    <message>
        <source>The Hub has disabled this repo.</source>
        <translation>Der Hub hat dieses Repo gesperrt.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The address of %1 cannot be found. Check the network connection.</source>
        <translation>Die Adresse von %1 ist nicht zu finden. Bitte die Netzwerkverbindung prüfen.</translation>
    </message>
    <message>
        <source>%1 refuses the connection.</source>
        <translation>%1 lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <source>The encrypted connection to %1 failed. If your company inspects traffic, add its certificate in the settings.</source>
        <translation>Die verschlüsselte Verbindung zu %1 ist fehlgeschlagen. Falls ein Unternehmen den Datenverkehr prüft, bitte sein Zertifikat in den Einstellungen hinzufügen.</translation>
    </message>
    <message>
        <source>The proxy for %1 does not work.</source>
        <translation>Der Proxy für %1 funktioniert nicht.</translation>
    </message>
    <message>
        <source>%1 does not answer like a Hub.</source>
        <translation>%1 antwortet nicht wie ein Hub.</translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation>Die Verbindung zu %1 ist abgebrochen.</translation>
    </message>
    <message>
        <source>Offline mode is on, so the Hub was not asked.</source>
        <translation>Der Offline-Modus ist eingeschaltet, daher wurde der Hub nicht gefragt.</translation>
    </message>
    <message>
        <source>The proxy for %1 wants a user and a password.</source>
        <translation>Der Proxy für %1 will einen Benutzer und ein Passwort.</translation>
    </message>
</context>
<context>
    <name>hubdesk::Exchange</name>
    <message>
        <source>The server leads in circles or to an address that cannot be opened.</source>
        <translation>Der Server leitet im Kreis oder an eine Adresse, die sich nicht öffnen lässt.</translation>
    </message>
    <message>
        <source>The server sends more than an answer of the Hub can be.</source>
        <translation>Der Server sendet mehr, als eine Antwort des Hubs sein kann.</translation>
    </message>
</context>
<context>
    <name>hubdesk::FileGroups</name>
    <message>
        <source>%1 of %2 parts are in the repo</source>
        <translation>%1 von %2 Teilen sind im Repo</translation>
    </message>
    <message numerus="yes">
        <source>%n parts and the projector</source>
        <translation>
            <numerusform>%n Teil und der Projektor</numerusform>
            <numerusform>%n Teile und der Projektor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>With the projector</source>
        <translation>Mit dem Projektor</translation>
    </message>
    <message>
        <source>Safetensors</source>
        <translation>Safetensors</translation>
    </message>
    <message>
        <source>Safetensors, %1</source>
        <translation>Safetensors, %1</translation>
    </message>
    <message>
        <source>One duplicate left out</source>
        <translation>Ein Duplikat ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>%n duplicates left out</source>
        <translation>
            <numerusform>%n Duplikat ausgelassen</numerusform>
            <numerusform>%n Duplikate ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>TensorFlow</source>
        <translation>TensorFlow</translation>
    </message>
    <message>
        <source>Flax</source>
        <translation>Flax</translation>
    </message>
    <message>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
    <message>
        <source>OpenVINO</source>
        <translation>OpenVINO</translation>
    </message>
    <message>
        <source>Core ML</source>
        <translation>Core ML</translation>
    </message>
    <message>
        <source>Rust</source>
        <translation>Rust</translation>
    </message>
    <message>
        <source>With configuration</source>
        <translation>Mit Konfiguration</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Configuration and tokenizer</source>
        <translation>Konfiguration und Tokenizer</translation>
    </message>
    <message>
        <source>No weights</source>
        <translation>Keine Gewichte</translation>
    </message>
</context>
<context>
    <name>hubdesk::FileLock</name>
    <message>
        <source>The disk that holds “%1” does not support file locks, which keep two programs from writing the same file.</source>
        <translation>Der Datenträger, auf dem „%1“ liegt, kennt keine Dateisperren. Sie verhindern, dass zwei Programme dieselbe Datei schreiben.</translation>
    </message>
</context>
<context>
    <name>hubdesk::FileMetadata</name>
    <message>
        <source>The server does not answer like a Hub: it does not say which file this is.</source>
        <translation>Der Server antwortet nicht wie ein Hub: Er sagt nicht, welche Datei das ist.</translation>
    </message>
</context>
<context>
    <name>hubdesk::FileTreeModel</name>
    <message>
        <source>LFS</source>
        <translation>LFS</translation>
    </message>
    <message>
        <source>Git</source>
        <translation>Git</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Im Cache</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 of %2 files of this folder are in the cache</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Large file, stored beside the repo</source>
        <translation>Große Datei, neben dem Repo gespeichert</translation>
    </message>
    <message>
        <source>Stored in the repo</source>
        <translation>Im Repo gespeichert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
</context>
<context>
    <name>hubdesk::FilesTab</name>
    <message>
        <source>Filter files</source>
        <translation>Dateien filtern</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>There are no files at this revision</source>
        <translation>In dieser Revision gibt es keine Dateien</translation>
    </message>
    <message>
        <source>One file, %1</source>
        <translation>Eine Datei, %1</translation>
    </message>
    <message>
        <source>%1 files, %2</source>
        <translation>%1 Dateien, %2</translation>
    </message>
    <message>
        <source>, %1 of it on this computer</source>
        <translation>, davon %1 auf diesem Computer</translation>
    </message>
    <message>
        <source>Download this folder...</source>
        <translation>Diesen Ordner herunterladen...</translation>
    </message>
    <message>
        <source>Download this file...</source>
        <translation>Diese Datei herunterladen...</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy hf:// link</source>
        <translation>hf://-Link kopieren</translation>
    </message>
    <message>
        <source>Copy Python line</source>
        <translation>Python-Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
</context>
<context>
    <name>hubdesk::FreedesktopNotifier</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>hubdesk::GateNotice</name>
    <message>
        <source>Gated: you are not signed in</source>
        <translation>Zugang beschränkt: nicht angemeldet</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Gated: your token lacks a permission</source>
        <translation>Zugang beschränkt: Dem Token fehlt eine Berechtigung</translation>
    </message>
    <message>
        <source>Open token settings</source>
        <translation>Token-Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Gated: terms not accepted yet</source>
        <translation>Zugang beschränkt: Bedingungen noch nicht angenommen</translation>
    </message>
    <message>
        <source>Ask for access</source>
        <translation>Zugang anfragen</translation>
    </message>
    <message>
        <source>Gated: your request is pending</source>
        <translation>Zugang beschränkt: Anfrage noch offen</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>Anfrage öffnen</translation>
    </message>
    <message>
        <source>Gated: your request was rejected</source>
        <translation>Zugang beschränkt: Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Open the repo&apos;s page</source>
        <translation>Seite des Repos öffnen</translation>
    </message>
</context>
<context>
    <name>hubdesk::GateTexts</name>
    <message>
        <source>The files of this repo are only for people with access. Sign in to see whether you have it.</source>
        <translation>Die Dateien dieses Repos sind nur für Personen mit Zugang. Nach der Anmeldung ist zu sehen, ob er besteht.</translation>
    </message>
    <message>
        <source>Your token may not read gated repos. Enable access to public gated repositories in its settings.</source>
        <translation>Das Token darf Repos mit beschränktem Zugang nicht lesen. Der Zugriff auf öffentliche Repos dieser Art lässt sich in den Einstellungen des Tokens erlauben.</translation>
    </message>
    <message>
        <source>You have asked for access. The authors have not decided yet.</source>
        <translation>Der Zugang ist angefragt. Die Autoren haben noch nicht entschieden.</translation>
    </message>
    <message>
        <source>The authors have rejected your request for access.</source>
        <translation>Die Autoren haben die Anfrage nach Zugang abgelehnt.</translation>
    </message>
    <message>
        <source>The authors ask you to accept their terms before you download. Ask for access on the repo&apos;s page.</source>
        <translation>Die Autoren bitten, vor dem Herunterladen ihre Bedingungen anzunehmen. Der Zugang lässt sich auf der Seite des Repos anfragen.</translation>
    </message>
</context>
<context>
    <name>hubdesk::GitCredentials</name>
    <message>
        <source>Git is not installed.</source>
        <translation>Git ist nicht installiert.</translation>
    </message>
    <message>
        <source>Git&apos;s credential helper did not take the token.</source>
        <translation>Die Anmeldehilfe von Git hat das Token nicht angenommen.</translation>
    </message>
</context>
<context>
    <name>hubdesk::HistoryView</name>
    <message>
        <source>Filter the history</source>
        <translation>Verlauf filtern</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Exportieren ...</translation>
    </message>
    <message>
        <source>C&amp;lear history...</source>
        <translation>Verlauf &amp;leeren ...</translation>
    </message>
    <message>
        <source>History of the transfers</source>
        <translation>Verlauf der Übertragungen</translation>
    </message>
    <message>
        <source>What becomes of your downloads is written down here</source>
        <translation>Hier steht, was aus Ihren Downloads geworden ist</translation>
    </message>
    <message>
        <source>Nothing in the history matches the filter</source>
        <translation>Nichts im Verlauf passt zum Filter</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The history is exported.</source>
        <translation>Der Verlauf ist exportiert.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Clear the history of transfers?</source>
        <translation>Verlauf der Übertragungen leeren?</translation>
    </message>
    <message>
        <source>Downloads and their files stay; only what was written down about them is forgotten.</source>
        <translation>Downloads und ihre Dateien bleiben; nur was über sie notiert wurde, wird vergessen.</translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation>Verlauf leeren</translation>
    </message>
    <message>
        <source>&amp;Show in the queue</source>
        <translation>In der Warteschlange &amp;zeigen</translation>
    </message>
</context>
<context>
    <name>hubdesk::HttpStream</name>
    <message>
        <source>%1 redirects to an address that cannot be followed.</source>
        <translation>%1 leitet an eine Adresse weiter, der nicht gefolgt werden kann.</translation>
    </message>
    <message>
        <source>%1 stopped sending.</source>
        <translation>%1 sendet nichts mehr.</translation>
    </message>
</context>
<context>
    <name>hubdesk::HumanFormat</name>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n h</numerusform>
            <numerusform>vor %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>last month</source>
        <translation>letzten Monat</translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>vor %n Monat</numerusform>
            <numerusform>vor %n Monaten</numerusform>
        </translation>
    </message>
    <message>
        <source>last year</source>
        <translation>letztes Jahr</translation>
    </message>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation>
            <numerusform>vor %n Jahr</numerusform>
            <numerusform>vor %n Jahren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::Identity</name>
    <message>
        <source>The Hub does not say whose token this is.</source>
        <translation>Der Hub sagt nicht, wem dieses Token gehört.</translation>
    </message>
</context>
<context>
    <name>hubdesk::ImportDialog</name>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>Die Einstellungen ändern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Everything is like that already</source>
        <translation>Alles ist schon so</translation>
    </message>
    <message numerus="yes">
        <source>%n settings change</source>
        <translation>
            <numerusform>%n Einstellung ändert sich</numerusform>
            <numerusform>%n Einstellungen ändern sich</numerusform>
        </translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Left out because the value cannot be: %1.</source>
        <translation>Ausgelassen, weil der Wert nicht sein kann: %1.</translation>
    </message>
    <message>
        <source>Not known to this version: %1.</source>
        <translation>Dieser Fassung nicht bekannt: %1.</translation>
    </message>
</context>
<context>
    <name>hubdesk::KeychainStore</name>
    <message>
        <source>The keychain has no such entry.</source>
        <translation>Der Schlüsselbund hat keinen solchen Eintrag.</translation>
    </message>
    <message>
        <source>The keychain stayed locked.</source>
        <translation>Der Schlüsselbund blieb gesperrt.</translation>
    </message>
    <message>
        <source>There is no keychain in this session.</source>
        <translation>In dieser Sitzung gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keychain did not answer as it should.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet, wie er sollte.</translation>
    </message>
</context>
<context>
    <name>hubdesk::LanguagePage</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of Hubdesk</source>
        <translation>Sprache von Hubdesk</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>The window changes at once. Dates and numbers stay as the system writes them.</source>
        <translation>Das Fenster ändert sich sofort. Datum und Zahlen bleiben, wie das System sie schreibt.</translation>
    </message>
    <message>
        <source>translation, English, German, Deutsch, Sprache</source>
        <translation>Übersetzung, Englisch, English, language</translation>
    </message>
</context>
<context>
    <name>hubdesk::LikedDelegate</name>
    <message>
        <source>liked %1</source>
        <translation>Like %1</translation>
    </message>
</context>
<context>
    <name>hubdesk::LikedRepo</name>
    <message>
        <source>The Hub does not say what is liked here.</source>
        <translation>Der Hub sagt nicht, was hier gefällt.</translation>
    </message>
</context>
<context>
    <name>hubdesk::LimitSwitch</name>
    <message>
        <source>Choose a speed limit</source>
        <translation>Tempolimit auswählen</translation>
    </message>
    <message>
        <source>&amp;Not slowed down</source>
        <translation>&amp;Nicht gebremst</translation>
    </message>
    <message>
        <source>Slow down to %1</source>
        <translation>Auf %1 bremsen</translation>
    </message>
    <message>
        <source>&amp;Limits and hours...</source>
        <translation>&amp;Limits und Zeiten …</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>Höchstens %1</translation>
    </message>
    <message>
        <source>Click to let transfers run as usual.</source>
        <translation>Ein Klick lässt Übertragungen wieder wie gewohnt laufen.</translation>
    </message>
    <message>
        <source>Click to slow transfers down to %1 for a while.</source>
        <translation>Ein Klick bremst Übertragungen eine Weile auf %1.</translation>
    </message>
    <message>
        <source>Slow down. %1</source>
        <translation>Bremsen. %1</translation>
    </message>
</context>
<context>
    <name>hubdesk::LocalFolder</name>
    <message>
        <source>“%1” is not written: a folder of files must not bring its own .git or .cache/huggingface.</source>
        <translation>„%1“ wird nicht geschrieben: Ein Ordner mit Dateien darf kein eigenes .git und kein eigenes .cache/huggingface mitbringen.</translation>
    </message>
    <message>
        <source>“%1” is a symbolic link, or lies behind one, that leads out of “%2”.</source>
        <translation>„%1“ ist ein symbolischer Link, der aus „%2“ herausführt, oder liegt hinter einem.</translation>
    </message>
    <message>
        <source>The Hub gave “%1” a version that cannot be noted.</source>
        <translation>Der Hub gab „%1“ eine Version, die sich nicht vermerken lässt.</translation>
    </message>
</context>
<context>
    <name>hubdesk::MainWindow</name>
    <message>
        <source>This is not an address that Hubdesk can open: %1</source>
        <translation>Diese Adresse kann Hubdesk nicht öffnen: %1</translation>
    </message>
    <message>
        <source>Quit while a download is not finished?</source>
        <translation>Beenden, obwohl ein Download nicht fertig ist?</translation>
    </message>
    <message numerus="yes">
        <source>Quit while %n downloads are not finished?</source>
        <translation>
            <numerusform>Beenden, obwohl %n Download nicht fertig ist?</numerusform>
            <numerusform>Beenden, obwohl %n Downloads nicht fertig sind?</numerusform>
        </translation>
    </message>
    <message>
        <source>They stop now and go on where they were when Hubdesk starts again.</source>
        <translation>Angefangene Downloads halten jetzt an und gehen beim nächsten Start von Hubdesk dort weiter, wo sie waren.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Keep downloading</source>
        <translation>Weiter herunterladen</translation>
    </message>
</context>
<context>
    <name>hubdesk::MarkdownView</name>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>Diesen Link öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>hubdesk::MirrorList</name>
    <message>
        <source>A mirror looks like https://mirror.example.com.</source>
        <translation>Ein Spiegel sieht aus wie https://mirror.example.com.</translation>
    </message>
    <message>
        <source>A mirror has no user name or password in it.</source>
        <translation>In der Adresse eines Spiegels stehen weder Benutzername noch Passwort.</translation>
    </message>
    <message>
        <source>A mirror ends after the host or a path.</source>
        <translation>Die Adresse eines Spiegels endet nach dem Rechner oder einem Pfad.</translation>
    </message>
</context>
<context>
    <name>hubdesk::MirrorsBox</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Mirrors, in the order of preference</source>
        <translation>Spiegel, der bevorzugte zuerst</translation>
    </message>
    <message>
        <source>Add the mirror</source>
        <translation>Den Spiegel hinzufügen</translation>
    </message>
    <message>
        <source>Prefer the mirror</source>
        <translation>Den Spiegel vorziehen</translation>
    </message>
    <message>
        <source>Put the mirror behind the next one</source>
        <translation>Den Spiegel hinter den nächsten stellen</translation>
    </message>
    <message>
        <source>Remove the mirror</source>
        <translation>Den Spiegel entfernen</translation>
    </message>
    <message>
        <source>Alt+Up in the list</source>
        <translation>Alt+Pfeil hoch in der Liste</translation>
    </message>
    <message>
        <source>Alt+Down in the list</source>
        <translation>Alt+Pfeil runter in der Liste</translation>
    </message>
    <message>
        <source>Delete in the list</source>
        <translation>Entf in der Liste</translation>
    </message>
    <message>
        <source>This mirror is in the list already.</source>
        <translation>Dieser Spiegel steht schon in der Liste.</translation>
    </message>
</context>
<context>
    <name>hubdesk::NavigationBar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Strg+%2)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Einstellungen (Strg+,)</translation>
    </message>
</context>
<context>
    <name>hubdesk::NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Choose a certificate file</source>
        <translation>Zertifikatsdatei auswählen</translation>
    </message>
    <message>
        <source>Additional certificates (PEM file)</source>
        <translation>Zusätzliche Zertifikate (PEM-Datei)</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No request is sent. What is in the cache stays available.</source>
        <translation>Es wird keine Anfrage gesendet. Was im Cache liegt, bleibt verfügbar.</translation>
    </message>
    <message>
        <source>Use the system&apos;s certificates only</source>
        <translation>Nur die Zertifikate des Systems verwenden</translation>
    </message>
    <message>
        <source>The system&apos;s certificates only</source>
        <translation>Nur die Zertifikate des Systems</translation>
    </message>
    <message>
        <source>Mirrors</source>
        <translation>Spiegel</translation>
    </message>
    <message>
        <source>Other addresses of the same content, which help with large files of public repos. They never get your token, every file is checked, and one that sends wrong content is left out. They count for downloads that start afterwards.</source>
        <translation>Weitere Adressen desselben Inhalts, die bei großen Dateien öffentlicher Repos helfen. Sie bekommen nie das Token, jede Datei wird geprüft, und wer Falsches sendet, wird nicht mehr gefragt. Gilt für Downloads, die danach beginnen.</translation>
    </message>
    <message>
        <source>server, host, address, company, enterprise, self-hosted</source>
        <translation>Server, Rechner, Adresse, Firma, Unternehmen, selbst betrieben</translation>
    </message>
    <message>
        <source>server, company, enterprise, mirror, self-hosted, Local Hub</source>
        <translation>Server, Firma, Unternehmen, Spiegel, selbst betrieben, Lokaler Hub</translation>
    </message>
    <message>
        <source>server, speed</source>
        <translation>Server, Geschwindigkeit</translation>
    </message>
    <message>
        <source>network, online</source>
        <translation>Netz, online</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>TLS, SSL, CA, company, trust, https</source>
        <translation>TLS, SSL, CA, Firma, Vertrauen, https</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>host, port, user, password, login, company, exceptions, firewall, PAC, WPAD</source>
        <translation>Rechner, Port, Benutzer, Passwort, Anmeldung, Firma, Ausnahmen, Firewall, PAC, WPAD, SOCKS</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>timeout, seconds, slow line</source>
        <translation>Timeout, Sekunden, Wartezeit, langsame Leitung</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Wait for what the Hub knows of a file</source>
        <translation>Warten auf das, was der Hub von einer Datei weiß</translation>
    </message>
    <message>
        <source>After that the file in the cache counts, or the question is asked again.</source>
        <translation>Danach zählt die Datei im Cache, oder es wird noch einmal gefragt.</translation>
    </message>
    <message>
        <source>Wait for data of a download</source>
        <translation>Warten auf Daten eines Downloads</translation>
    </message>
    <message>
        <source>To connect, for the first byte and between two pieces. After that the download tries another connection.</source>
        <translation>Beim Verbinden, auf das erste Byte und zwischen zwei Stücken. Danach versucht der Download eine andere Verbindung.</translation>
    </message>
</context>
<context>
    <name>hubdesk::NoSecretStore</name>
    <message>
        <source>This run keeps nothing in a keychain.</source>
        <translation>Dieser Lauf legt nichts in einem Schlüsselbund ab.</translation>
    </message>
</context>
<context>
    <name>hubdesk::NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Messages of the desktop</source>
        <translation>Meldungen auf dem Desktop</translation>
    </message>
    <message>
        <source>When all transfers have ended</source>
        <translation>Wenn alle Übertragungen zu Ende sind</translation>
    </message>
    <message>
        <source>When some of them failed</source>
        <translation>Wenn einige gescheitert sind</translation>
    </message>
    <message>
        <source>When there are new versions of what is in the cache</source>
        <translation>Wenn es neue Fassungen von dem gibt, was im Cache liegt</translation>
    </message>
    <message>
        <source>Only when the window is not in front, or after something that took long. Without a sound; the desktop&apos;s own settings, such as &quot;Do not disturb&quot;, hold as well.</source>
        <translation>Nur wenn das Fenster nicht im Vordergrund ist oder etwas lange gedauert hat. Ohne Ton; die Einstellungen des Desktops, etwa „Bitte nicht stören“, gelten auch.</translation>
    </message>
    <message>
        <source>message, popup, alert, sound</source>
        <translation>Meldung, Popup, Hinweis, Ton</translation>
    </message>
</context>
<context>
    <name>hubdesk::OAuth</name>
    <message>
        <source>The Hub&apos;s answer to the sign-in makes no sense.</source>
        <translation>Die Antwort des Hubs auf die Anmeldung ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>The Hub did not let Hubdesk in.</source>
        <translation>Der Hub hat Hubdesk nicht eingelassen.</translation>
    </message>
</context>
<context>
    <name>hubdesk::PacScript</name>
    <message>
        <source>The PAC file could not be read.</source>
        <translation>Die PAC-Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The PAC file does not say which proxy to use.</source>
        <translation>Die PAC-Datei sagt nicht, welcher Proxy zu verwenden ist.</translation>
    </message>
</context>
<context>
    <name>hubdesk::Page</name>
    <message>
        <source>The Hub sent an answer that is not a list.</source>
        <translation>Der Hub hat eine Antwort gesendet, die keine Liste ist.</translation>
    </message>
    <message>
        <source>The Hub&apos;s list does not end.</source>
        <translation>Die Liste des Hubs nimmt kein Ende.</translation>
    </message>
</context>
<context>
    <name>hubdesk::PagedListView</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The list does not go on: %1</source>
        <translation>Die Liste geht nicht weiter: %1</translation>
    </message>
    <message>
        <source>Loading more</source>
        <translation>Mehr wird geladen</translation>
    </message>
</context>
<context>
    <name>hubdesk::PeopleTexts</name>
    <message>
        <source>The Hub names nobody here.</source>
        <translation>Der Hub nennt hier niemanden.</translation>
    </message>
    <message>
        <source>“%1” cannot name a user or an organization.</source>
        <translation>„%1“ kann kein Name eines Benutzers oder einer Organisation sein.</translation>
    </message>
</context>
<context>
    <name>hubdesk::PersonController</name>
    <message>
        <source>Nobody on this Hub is called %1.</source>
        <translation>Auf diesem Hub heißt niemand %1.</translation>
    </message>
</context>
<context>
    <name>hubdesk::PersonHeader</name>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Name kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>followed by you</source>
        <translation>Sie folgen</translation>
    </message>
    <message>
        <source>follows %1</source>
        <translation>folgt %1</translation>
    </message>
    <message>
        <source>here since %1</source>
        <translation>hier seit %1</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>The Hub has checked that this organization is who it says</source>
        <translation>Der Hub hat geprüft, dass diese Organisation die ist, für die sie sich ausgibt</translation>
    </message>
    <message>
        <source>Has a PRO subscription</source>
        <translation>Hat ein PRO-Abonnement</translation>
    </message>
    <message numerus="yes">
        <source>%1 follower(s)</source>
        <translation>
            <numerusform>%1 Follower</numerusform>
            <numerusform>%1 Follower</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 member(s)</source>
        <translation>
            <numerusform>%1 Mitglied</numerusform>
            <numerusform>%1 Mitglieder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::PersonListModel</name>
    <message>
        <source>Administrator</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Writes to all repos</source>
        <translation>Schreibt in alle Repos</translation>
    </message>
    <message>
        <source>Writes to own repos</source>
        <translation>Schreibt in eigene Repos</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>No access to repos</source>
        <translation>Kein Zugriff auf Repos</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
</context>
<context>
    <name>hubdesk::PersonPage</name>
    <message>
        <source>Lists of this person</source>
        <translation>Listen dieser Person</translation>
    </message>
    <message>
        <source>Check the spelling. They may also have another name now.</source>
        <translation>Prüfen Sie die Schreibweise. Vielleicht gilt auch inzwischen ein anderer Name.</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
</context>
<context>
    <name>hubdesk::PersonTabTexts</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Spaces</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>Likes</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>Follower</translation>
    </message>
    <message>
        <source>Following</source>
        <comment>the people whom a user follows</comment>
        <translation>Folgt</translation>
    </message>
    <message>
        <source>%1 has no models that you may see</source>
        <translation>%1 hat keine Modelle, die Sie sehen dürfen</translation>
    </message>
    <message>
        <source>%1 has no datasets that you may see</source>
        <translation>%1 hat keine Datensätze, die Sie sehen dürfen</translation>
    </message>
    <message>
        <source>%1 has no Spaces that you may see</source>
        <translation>%1 hat keine Spaces, die Sie sehen dürfen</translation>
    </message>
    <message>
        <source>%1 likes nothing in public</source>
        <translation>%1 hat öffentlich keine Likes vergeben</translation>
    </message>
    <message>
        <source>%1 is in no organization</source>
        <translation>%1 gehört zu keiner Organisation</translation>
    </message>
    <message>
        <source>%1 shows no members</source>
        <translation>%1 zeigt keine Mitglieder</translation>
    </message>
    <message>
        <source>Nobody follows %1 yet</source>
        <translation>%1 folgt noch niemand</translation>
    </message>
    <message>
        <source>%1 follows nobody</source>
        <translation>%1 folgt niemandem</translation>
    </message>
</context>
<context>
    <name>hubdesk::ProfileDialog</name>
    <message>
        <source>Change the Hub</source>
        <translation>Den Hub ändern</translation>
    </message>
    <message>
        <source>Add a Hub</source>
        <translation>Einen Hub hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>hubdesk::ProxyBox</name>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Reached without the proxy</source>
        <translation>Ohne den Proxy erreicht</translation>
    </message>
    <message>
        <source>Hosts, addresses and networks such as 10.0.0.0/8, separated by commas</source>
        <translation>Rechner, Adressen und Netze wie 10.0.0.0/8, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Kein Proxy</translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation>HTTP-Proxy</translation>
    </message>
    <message>
        <source>SOCKS5 proxy</source>
        <translation>SOCKS5-Proxy</translation>
    </message>
    <message>
        <source>Automatic, by a script (PAC)</source>
        <translation>Automatisch, durch ein Skript (PAC)</translation>
    </message>
    <message>
        <source>How the Hub is reached</source>
        <translation>Wie der Hub erreicht wird</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>Rechner des Proxys</translation>
    </message>
    <message>
        <source>None is asked for</source>
        <translation>Es wird keiner verlangt</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Passwort für den Proxy</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>User of the proxy</source>
        <translation>Benutzer des Proxys</translation>
    </message>
    <message>
        <source>Choose the file of the script</source>
        <translation>Die Datei des Skripts auswählen</translation>
    </message>
    <message>
        <source>Address or file of the script</source>
        <translation>Adresse oder Datei des Skripts</translation>
    </message>
    <message>
        <source>Scripts (*.pac *.dat *.js);;All files (*)</source>
        <translation>Skripte (*.pac *.dat *.js);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The Hub is reached directly, whatever the system says.</source>
        <translation>Der Hub wird direkt erreicht, gleich was das System sagt.</translation>
    </message>
    <message>
        <source>The script decides for each address. When it cannot be read, nothing is sent.</source>
        <translation>Das Skript entscheidet für jede Adresse. Ist es nicht lesbar, wird nichts gesendet.</translation>
    </message>
    <message>
        <source>The proxy sees which hosts you reach. Over https it does not see your token.</source>
        <translation>Der Proxy sieht, welche Rechner erreicht werden. Über https sieht er das Token nicht.</translation>
    </message>
    <message>
        <source>The proxies of the desktop. Environment variables such as https_proxy would win; none is set.</source>
        <translation>Die Proxys des Desktops. Umgebungsvariablen wie https_proxy gingen vor; keine ist gesetzt.</translation>
    </message>
    <message>
        <source>Set by the environment: %1.</source>
        <translation>Durch die Umgebung festgelegt: %1.</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>The password is kept in the keychain, not in the settings.</source>
        <translation>Das Passwort liegt im Schlüsselbund, nicht in den Einstellungen.</translation>
    </message>
    <message>
        <source>The password is known until you quit; it is not in the settings.</source>
        <translation>Das Passwort ist bis zum Beenden bekannt; in den Einstellungen steht es nicht.</translation>
    </message>
</context>
<context>
    <name>hubdesk::ProxyLoginDialog</name>
    <message>
        <source>Proxy login</source>
        <translation>Proxy-Anmeldung</translation>
    </message>
    <message>
        <source>Password of %1 for the proxy %2</source>
        <translation>Passwort von %1 für den Proxy %2</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Passwort für den Proxy</translation>
    </message>
    <message>
        <source>It is kept in the keychain.</source>
        <translation>Es wird im Schlüsselbund aufbewahrt.</translation>
    </message>
    <message>
        <source>It is known until you quit, and written nowhere.</source>
        <translation>Es ist bis zum Beenden bekannt und wird nirgends aufgeschrieben.</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>hubdesk::ProxySettings</name>
    <message>
        <source>A host looks like proxy.example.com, without http:// and port.</source>
        <translation>Ein Rechner sieht aus wie proxy.example.com, ohne http:// und Port.</translation>
    </message>
    <message>
        <source>A script is an address like http://wpad.example.com/proxy.pac or a file.</source>
        <translation>Ein Skript ist eine Adresse wie http://wpad.example.com/proxy.pac oder eine Datei.</translation>
    </message>
    <message>
        <source>The address has no user name or password in it.</source>
        <translation>Die Adresse enthält weder Benutzernamen noch Passwort.</translation>
    </message>
</context>
<context>
    <name>hubdesk::QueueTexts</name>
    <message>
        <source>%1 on %2</source>
        <extracomment>%1 is a time of the day, %2 a day of the week or a date</extracomment>
        <translation>%1 am %2</translation>
    </message>
    <message>
        <source>Starts at %1</source>
        <extracomment>%1 is a time, maybe with a day: &quot;22:00&quot;, &quot;22:00 on Saturday&quot;</extracomment>
        <translation>Beginnt um %1</translation>
    </message>
    <message>
        <source>Outside the hours for transfers: goes on at %1</source>
        <extracomment>%1 is a time, maybe with a day: &quot;22:00&quot;, &quot;22:00 on Saturday&quot;</extracomment>
        <translation>Außerhalb der Übertragungszeiten: geht weiter um %1</translation>
    </message>
    <message>
        <source>Files are being transferred</source>
        <translation>Dateien werden übertragen</translation>
    </message>
    <message>
        <source>Waiting for room on the disk</source>
        <translation>Wartet auf Platz auf dem Datenträger</translation>
    </message>
</context>
<context>
    <name>hubdesk::RepoDelegate</name>
    <message>
        <source>No task named</source>
        <translation>Keine Aufgabe genannt</translation>
    </message>
    <message>
        <source>%1 downloads in the last 30 days</source>
        <translation>%1 Downloads in den letzten 30 Tagen</translation>
    </message>
    <message>
        <source>%1 likes</source>
        <translation>%1 Likes</translation>
    </message>
    <message>
        <source>Gated: the authors decide who may download the files</source>
        <translation>Zugang beschränkt: Die Autoren entscheiden, wer die Dateien herunterladen darf</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>In the cache</source>
        <translation>Im Cache</translation>
    </message>
    <message>
        <source>There is a new version of what is in the cache</source>
        <translation>Von dem, was im Cache ist, gibt es eine neue Fassung</translation>
    </message>
</context>
<context>
    <name>hubdesk::RepoHeader</name>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Gated: the authors decide who may download the files</source>
        <translation>Zugang beschränkt: Die Autoren entscheiden, wer die Dateien herunterladen darf</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Name kopieren</translation>
    </message>
    <message>
        <source>Copy hf:// link</source>
        <translation>hf://-Link kopieren</translation>
    </message>
    <message>
        <source>Copy Python line</source>
        <translation>Python-Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>License: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>%1 downloads</source>
        <translation>%1 Downloads</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>geändert %1</translation>
    </message>
    <message>
        <source>all of it on this computer</source>
        <translation>alles auf diesem Computer</translation>
    </message>
    <message>
        <source>%1 on this computer</source>
        <translation>%1 auf diesem Computer</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1 gehen</translation>
    </message>
    <message>
        <source>Author: %1</source>
        <translation>Autor: %1</translation>
    </message>
    <message>
        <source>The Hub does not take your like of %1: %2</source>
        <translation>Der Hub nimmt Ihr Like für %1 nicht an: %2</translation>
    </message>
    <message>
        <source>The Hub does not take your like of %1 back: %2</source>
        <translation>Der Hub nimmt Ihr Like für %1 nicht zurück: %2</translation>
    </message>
    <message>
        <source>Sign in to like this (%1 likes)</source>
        <translation>Zum Liken anmelden (%1 Likes)</translation>
    </message>
    <message>
        <source>Take your like back (%1 likes)</source>
        <translation>Like zurücknehmen (%1 Likes)</translation>
    </message>
    <message>
        <source>Like this (%1 likes)</source>
        <translation>Gefällt mir (%1 Likes)</translation>
    </message>
</context>
<context>
    <name>hubdesk::RepoIdTexts</name>
    <message>
        <source>This is not the address of a repo: %1</source>
        <translation>Das ist nicht die Adresse eines Repos: %1</translation>
    </message>
    <message>
        <source>This link does not lead to a repo.</source>
        <translation>Dieser Link führt nicht zu einem Repo.</translation>
    </message>
    <message>
        <source>The repo type is model, dataset or space, not %1.</source>
        <translation>Der Typ eines Repos ist model, dataset oder space, nicht %1.</translation>
    </message>
    <message>
        <source>A repo is named name or namespace/name, not %1.</source>
        <translation>Ein Repo heißt name oder namespace/name, nicht %1.</translation>
    </message>
    <message>
        <source>“%1” cannot name a repo: letters, digits, “-”, “_” and “.” are allowed, the first and last character must be a letter, a digit or “_”, and a name has at most 96 of them.</source>
        <translation>Ein Repo kann nicht „%1“ heißen: Erlaubt sind Buchstaben, Ziffern, „-“, „_“ und „.“, das erste und das letzte Zeichen muss ein Buchstabe, eine Ziffer oder „_“ sein, und ein Name hat höchstens 96 Zeichen.</translation>
    </message>
    <message>
        <source>“%1” cannot name a repo: “--” and “..” are not allowed.</source>
        <translation>Ein Repo kann nicht „%1“ heißen: „--“ und „..“ sind nicht erlaubt.</translation>
    </message>
    <message>
        <source>“%1” cannot name a repo: it must not end in “.git”.</source>
        <translation>Ein Repo kann nicht „%1“ heißen: Der Name darf nicht auf „.git“ enden.</translation>
    </message>
    <message>
        <source>“%1” cannot name a branch, tag or commit.</source>
        <translation>„%1“ kann nicht der Name von Branch, Tag oder Commit sein.</translation>
    </message>
    <message>
        <source>“%1” is not a safe path inside a repo.</source>
        <translation>„%1“ ist kein sicherer Pfad in einem Repo.</translation>
    </message>
    <message>
        <source>Write hf://%1/… instead of hf://%2/….</source>
        <translation>Bitte hf://%1/… statt hf://%2/… schreiben.</translation>
    </message>
    <message>
        <source>This is neither an hf:// address nor a link to this Hub.</source>
        <translation>Das ist weder eine hf://-Adresse noch ein Link zu diesem Hub.</translation>
    </message>
</context>
<context>
    <name>hubdesk::RepoInfo</name>
    <message>
        <source>The Hub described a repo without its name.</source>
        <translation>Der Hub hat ein Repo ohne Namen beschrieben.</translation>
    </message>
    <message>
        <source>The Hub does not say which commit “%1” is.</source>
        <translation>Der Hub sagt nicht, welcher Commit „%1“ ist.</translation>
    </message>
</context>
<context>
    <name>hubdesk::RepoPage</name>
    <message>
        <source>Parts of the repo</source>
        <translation>Teile des Repos</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <source>There is no repo of this name, or it is private. Sign in to see the private repos that you may read.</source>
        <translation>Es gibt kein Repo mit diesem Namen, oder es ist privat. Nach der Anmeldung sind die privaten Repos zu sehen, die das Konto lesen darf.</translation>
    </message>
    <message>
        <source>This repo has no card</source>
        <translation>Dieses Repo hat keine Karte</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>Dateien anzeigen</translation>
    </message>
</context>
<context>
    <name>hubdesk::RepoVersion</name>
    <message>
        <source>in the cache</source>
        <translation>im Cache</translation>
    </message>
    <message>
        <source>new version of what is in the cache</source>
        <translation>neue Fassung dessen, was im Cache ist</translation>
    </message>
</context>
<context>
    <name>hubdesk::RevisionCombo</name>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
</context>
<context>
    <name>hubdesk::RevisionsTab</name>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>This repo has no branches yet</source>
        <translation>Dieses Repo hat noch keine Branches</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Branches</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Pull requests</source>
        <translation>Pull Requests</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>Konvertiert</translation>
    </message>
    <message>
        <source>Show this revision</source>
        <translation>Diese Revision anzeigen</translation>
    </message>
    <message>
        <source>Copy commit</source>
        <translation>Commit kopieren</translation>
    </message>
    <message>
        <source>Copy hf:// link</source>
        <translation>hf://-Link kopieren</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
</context>
<context>
    <name>hubdesk::SearchPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Spaces</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Search by name, or author:name</source>
        <translation>Suche nach Name oder author:name</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Show all authors again</source>
        <translation>Wieder alle Autoren anzeigen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Trending</source>
        <translation>Im Trend</translation>
    </message>
    <message>
        <source>Most downloads</source>
        <translation>Meiste Downloads</translation>
    </message>
    <message>
        <source>Most likes</source>
        <translation>Meiste Likes</translation>
    </message>
    <message>
        <source>Recently updated</source>
        <translation>Zuletzt aktualisiert</translation>
    </message>
    <message>
        <source>Recently created</source>
        <translation>Zuletzt angelegt</translation>
    </message>
    <message>
        <source>Author: %1</source>
        <translation>Autor: %1</translation>
    </message>
    <message>
        <source>Author %1, show all authors</source>
        <translation>Autor %1, alle Autoren anzeigen</translation>
    </message>
    <message>
        <source>Nothing on this Hub matches your search</source>
        <translation>Nichts auf diesem Hub passt zur Suche</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>This Hub has nothing of this kind yet</source>
        <translation>Auf diesem Hub gibt es noch nichts von dieser Art</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>The list does not go on: %1</source>
        <translation>Die Liste geht nicht weiter: %1</translation>
    </message>
    <message>
        <source>Loading more</source>
        <translation>Mehr wird geladen</translation>
    </message>
</context>
<context>
    <name>hubdesk::SecretFile</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 is too long.</source>
        <translation>%1 ist zu lang.</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>%1 kann nicht entfernt werden.</translation>
    </message>
</context>
<context>
    <name>hubdesk::SettingTexts</name>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Mirrors</source>
        <translation>Spiegel</translation>
    </message>
    <message>
        <source>Cache folder</source>
        <translation>Cache-Ordner</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Files at once</source>
        <translation>Dateien gleichzeitig</translation>
    </message>
    <message>
        <source>Connections per file</source>
        <translation>Verbindungen je Datei</translation>
    </message>
    <message>
        <source>Connections in all</source>
        <translation>Verbindungen insgesamt</translation>
    </message>
    <message>
        <source>Transfers at once</source>
        <translation>Übertragungen gleichzeitig</translation>
    </message>
    <message>
        <source>Smallest transfer first</source>
        <translation>Kleinste Übertragung zuerst</translation>
    </message>
    <message>
        <source>Hours of transfers</source>
        <translation>Stunden für Übertragungen</translation>
    </message>
    <message>
        <source>Download limit, kB/s</source>
        <translation>Grenze für Downloads, kB/s</translation>
    </message>
    <message>
        <source>Upload limit, kB/s</source>
        <translation>Grenze für Uploads, kB/s</translation>
    </message>
    <message>
        <source>Download limits by the hour</source>
        <translation>Grenzen für Downloads nach Stunden</translation>
    </message>
    <message>
        <source>Upload limits by the hour</source>
        <translation>Grenzen für Uploads nach Stunden</translation>
    </message>
    <message>
        <source>Slow down</source>
        <translation>Verlangsamen</translation>
    </message>
    <message>
        <source>Limit while slowed down, kB/s</source>
        <translation>Grenze beim Verlangsamen, kB/s</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Browse: type</source>
        <translation>Durchsuchen: Art</translation>
    </message>
    <message>
        <source>Browse: order</source>
        <translation>Durchsuchen: Reihenfolge</translation>
    </message>
    <message>
        <source>Look for new versions at the start</source>
        <translation>Beim Start nach neuen Fassungen sehen</translation>
    </message>
    <message>
        <source>Load pictures in repo cards</source>
        <translation>Bilder in Repo-Karten laden</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>Stufe des Protokolls</translation>
    </message>
    <message>
        <source>Logged in full</source>
        <translation>Vollständig protokolliert</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>Protokolldatei</translation>
    </message>
    <message>
        <source>Folder of the log file</source>
        <translation>Ordner der Protokolldatei</translation>
    </message>
    <message>
        <source>Kept endpoints</source>
        <translation>Gemerkte Endpunkte</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Proxy host</source>
        <translation>Rechner des Proxys</translation>
    </message>
    <message>
        <source>Proxy port</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>Benutzer des Proxys</translation>
    </message>
    <message>
        <source>Hosts without proxy</source>
        <translation>Rechner ohne Proxy</translation>
    </message>
    <message>
        <source>Proxy script</source>
        <translation>Proxy-Skript</translation>
    </message>
    <message>
        <source>Message when transfers have ended</source>
        <translation>Meldung am Ende der Übertragungen</translation>
    </message>
    <message>
        <source>Message when something failed</source>
        <translation>Meldung, wenn etwas gescheitert ist</translation>
    </message>
    <message>
        <source>Message about new versions</source>
        <translation>Meldung über neue Fassungen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Wait for the Hub, seconds</source>
        <translation>Warten auf den Hub, Sekunden</translation>
    </message>
    <message>
        <source>Wait for data, seconds</source>
        <translation>Warten auf Daten, Sekunden</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>üblich</translation>
    </message>
    <message>
        <source>OAuth client id</source>
        <translation>OAuth-Client-ID</translation>
    </message>
    <message>
        <source>Cache folder of models</source>
        <translation>Cache-Ordner der Modelle</translation>
    </message>
    <message>
        <source>Cache folder of datasets</source>
        <translation>Cache-Ordner der Datensätze</translation>
    </message>
    <message>
        <source>Cache folder of Spaces</source>
        <translation>Cache-Ordner der Spaces</translation>
    </message>
</context>
<context>
    <name>hubdesk::SettingsController</name>
    <message>
        <source>Give the whole path, beginning with a slash.</source>
        <translation>Bitte den ganzen Pfad angeben, beginnend mit einem Schrägstrich.</translation>
    </message>
    <message>
        <source>This is a file, not a folder.</source>
        <translation>Das ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>You may not write to this folder.</source>
        <translation>In diesen Ordner darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 answers. You are not signed in there.</source>
        <translation>%1 antwortet. Dort besteht keine Anmeldung.</translation>
    </message>
    <message>
        <source>%1 answers. You are signed in as %2.</source>
        <translation>%1 antwortet. Angemeldet als %2.</translation>
    </message>
    <message>
        <source>%1 answers. Who you are there could not be found out.</source>
        <translation>%1 antwortet. Welches Konto dort angemeldet ist, ließ sich nicht ermitteln.</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The file could not be read: %1</source>
        <translation>Die Datei konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>One cache folder may not lie in another one: %1</source>
        <translation>Ein Cache-Ordner darf nicht in einem anderen liegen: %1</translation>
    </message>
</context>
<context>
    <name>hubdesk::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation>Diese Seite zurücksetzen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The page &quot;%1&quot; is as it was at first.</source>
        <translation>Die Seite „%1“ ist wie am Anfang.</translation>
    </message>
</context>
<context>
    <name>hubdesk::SettingsFile</name>
    <message>
        <source>This is no file with settings of Hubdesk.</source>
        <translation>Das ist keine Datei mit Einstellungen von Hubdesk.</translation>
    </message>
    <message>
        <source>This file comes from a newer version of Hubdesk.</source>
        <translation>Diese Datei stammt aus einer neueren Fassung von Hubdesk.</translation>
    </message>
</context>
<context>
    <name>hubdesk::SettingsPage</name>
    <message>
        <source>Set by the environment variable %1. Start Hubdesk without it to choose here.</source>
        <translation>Durch die Umgebungsvariable %1 festgelegt. Um hier zu wählen, Hubdesk ohne sie starten.</translation>
    </message>
</context>
<context>
    <name>hubdesk::SettingsWidget</name>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen suchen</translation>
    </message>
    <message>
        <source>No setting has to do with &quot;%1&quot;.</source>
        <translation>Keine Einstellung hat mit „%1“ zu tun.</translation>
    </message>
</context>
<context>
    <name>hubdesk::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>hubdesk::SignIn</name>
    <message>
        <source>You must use your personal account token, not an organization token.</source>
        <translation>Benutzen Sie das Token Ihres persönlichen Kontos, nicht das einer Organisation.</translation>
    </message>
    <message>
        <source>There is no token.</source>
        <translation>Es gibt kein Token.</translation>
    </message>
    <message>
        <source>A token is one word of plain letters and digits.</source>
        <translation>Ein Token ist ein Wort aus einfachen Buchstaben und Ziffern.</translation>
    </message>
</context>
<context>
    <name>hubdesk::SignInController</name>
    <message>
        <source>The code has expired. Start again to get a new one.</source>
        <translation>Der Code ist abgelaufen. Beginnen Sie neu, um einen neuen zu bekommen.</translation>
    </message>
    <message>
        <source>The sign-in was refused in the browser.</source>
        <translation>Die Anmeldung wurde im Browser abgelehnt.</translation>
    </message>
</context>
<context>
    <name>hubdesk::SignInDialog</name>
    <message>
        <source>Make a token in the browser</source>
        <translation>Token im Browser anlegen</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Im Browser anmelden</translation>
    </message>
    <message>
        <source>Keep it until Hubdesk ends</source>
        <translation>Behalten, bis Hubdesk endet</translation>
    </message>
    <message>
        <source>Keep it in plain text, where the other Hugging Face tools do</source>
        <translation>Im Klartext ablegen, wo es die anderen Hugging-Face-Programme tun</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>New token for “%1”</source>
        <translation>Neues Token für „%1“</translation>
    </message>
    <message>
        <source>the user&apos;s name</source>
        <translation>der Name des Benutzers</translation>
    </message>
    <message>
        <source>Code for the browser</source>
        <translation>Code für den Browser</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>This is no address of a Hub.</source>
        <translation>Das ist keine Adresse eines Hubs.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The token is kept in the keychain of this computer and sent to this Hub only.</source>
        <translation>Das Token wird im Schlüsselbund dieses Rechners aufbewahrt und nur an diesen Hub gesendet.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Frage %1 …</translation>
    </message>
    <message>
        <source>Allow it in the browser, with this code:</source>
        <translation>Erlauben Sie es im Browser, mit diesem Code:</translation>
    </message>
    <message>
        <source>Signed in as %1. Waiting for the keychain…</source>
        <translation>Angemeldet als %1. Warte auf den Schlüsselbund …</translation>
    </message>
    <message>
        <source>The token is good, but it could not be kept safely: %1 Start or unlock a keychain and continue, or choose:</source>
        <translation>Das Token ist gut, konnte aber nicht sicher abgelegt werden: %1 Starten oder entsperren Sie einen Schlüsselbund und machen Sie weiter, oder wählen Sie:</translation>
    </message>
    <message>
        <source>It stays where the other tools have it, too, because it is renewed now and then.</source>
        <translation>Es bleibt auch dort, wo es die anderen Programme haben, weil es hin und wieder erneuert wird.</translation>
    </message>
</context>
<context>
    <name>hubdesk::SkeletonRows</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>hubdesk::SpaceBanner</name>
    <message>
        <source>Free space...</source>
        <translation>Platz schaffen …</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>The disk is full. What waits goes on when there is room.</source>
        <translation>Die Platte ist voll. Was wartet, geht weiter, sobald Platz ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n downloads wait for room.</source>
        <translation>
            <numerusform>%n Download wartet auf Platz.</numerusform>
            <numerusform>%n Downloads warten auf Platz.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::SpeedField</name>
    <message>
        <source>No limit</source>
        <translation>Kein Limit</translation>
    </message>
    <message>
        <source>kB/s</source>
        <translation>kB/s</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>MB/s</translation>
    </message>
    <message>
        <source>%1, unit</source>
        <translation>%1, Einheit</translation>
    </message>
</context>
<context>
    <name>hubdesk::SpeedGraph</name>
    <message>
        <source>0 MB/s</source>
        <translation>0 MB/s</translation>
    </message>
    <message>
        <source>Speed of the last minutes</source>
        <translation>Tempo der letzten Minuten</translation>
    </message>
    <message>
        <source>Now %1, highest %2, on average %3</source>
        <translation>Jetzt %1, höchstens %2, im Mittel %3</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1 jetzt</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <comment>speed and time</comment>
        <translation>%1, vor %2</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>hubdesk::SpeedLimits</name>
    <message>
        <source>No limit</source>
        <translation>Kein Limit</translation>
    </message>
    <message>
        <source>Slowed down for now: downloads at most %1.</source>
        <translation>Zurzeit gebremst: Downloads höchstens %1.</translation>
    </message>
    <message>
        <source>Downloads at most %1.</source>
        <translation>Downloads höchstens %1.</translation>
    </message>
    <message>
        <source>Downloads have no speed limit.</source>
        <translation>Downloads haben kein Tempolimit.</translation>
    </message>
</context>
<context>
    <name>hubdesk::StartDialog</name>
    <message>
        <source>Start at</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>The download &amp;waits until:</source>
        <translation>Der Download &amp;wartet bis:</translation>
    </message>
    <message>
        <source>Set start</source>
        <translation>Beginn festlegen</translation>
    </message>
</context>
<context>
    <name>hubdesk::StateBanner</name>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>hubdesk::StatePage</name>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>Details zum Fehler</translation>
    </message>
</context>
<context>
    <name>hubdesk::StateStack</name>
    <message>
        <source>HTTP status: %1</source>
        <translation>HTTP-Status: %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>Kennung der Anfrage: %1</translation>
    </message>
    <message>
        <source>Offline. This is from %1.</source>
        <translation>Offline. Stand: %1.</translation>
    </message>
    <message>
        <source>Offline. This may be out of date.</source>
        <translation>Offline. Das ist vielleicht nicht mehr aktuell.</translation>
    </message>
    <message>
        <source>Hubdesk is offline</source>
        <translation>Hubdesk ist offline</translation>
    </message>
    <message>
        <source>What is in the cache stays available. Go online to see the rest.</source>
        <translation>Was im Cache liegt, bleibt verfügbar. Alles andere ist online zu sehen.</translation>
    </message>
    <message>
        <source>Check the network connection and the endpoint in the settings, then try again.</source>
        <translation>Bitte die Netzwerkverbindung und den Endpunkt in den Einstellungen prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The Hub did not answer in time. Try again in a moment.</source>
        <translation>Der Hub hat nicht rechtzeitig geantwortet. Bitte gleich erneut versuchen.</translation>
    </message>
    <message>
        <source>The Hub has a problem of its own. Try again in a few minutes.</source>
        <translation>Der Hub hat selbst ein Problem. Bitte in einigen Minuten erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation>Bitte in %1 s erneut versuchen.</translation>
    </message>
    <message>
        <source>Wait a moment before you try again.</source>
        <translation>Bitte vor dem nächsten Versuch einen Moment warten.</translation>
    </message>
    <message>
        <source>It may have been renamed, deleted or made private.</source>
        <translation>Vielleicht wurde es umbenannt, gelöscht oder auf privat gestellt.</translation>
    </message>
    <message>
        <source>Your account or token is not allowed to do this.</source>
        <translation>Das Konto oder das Token darf das nicht.</translation>
    </message>
    <message>
        <source>The authors ask you to accept their terms first.</source>
        <translation>Die Autoren bitten, zuerst ihre Bedingungen anzunehmen.</translation>
    </message>
    <message>
        <source>Check that the folder exists, can be read and has room, then try again.</source>
        <translation>Bitte prüfen, ob es den Ordner gibt, ob er lesbar ist und Platz hat, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again. If it happens twice, something on the way changes the data.</source>
        <translation>Bitte erneut versuchen. Geschieht es zweimal, verändert etwas unterwegs die Daten.</translation>
    </message>
    <message>
        <source>The endpoint may not be a Hub. Check it in the settings.</source>
        <translation>Der Endpunkt ist vielleicht kein Hub. Bitte in den Einstellungen prüfen.</translation>
    </message>
</context>
<context>
    <name>hubdesk::SupportBundle</name>
    <message>
        <source>The archive could not be made.</source>
        <translation>Das Archiv konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
</context>
<context>
    <name>hubdesk::SupportDialog</name>
    <message>
        <source>&amp;Include the names of repos and files</source>
        <translation>&amp;Namen von Repos und Dateien aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Save...</source>
        <translation>&amp;Speichern...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save support bundle</source>
        <translation>Support-Paket speichern</translation>
    </message>
    <message>
        <source>A support bundle helps others to find out why a transfer fails. It is one zip file on your disk; Hubdesk sends it nowhere. Tokens, signed links, passwords and your user name are not in it. This is what will be saved:</source>
        <translation>Ein Support-Paket hilft anderen herauszufinden, warum eine Übertragung scheitert. Es ist eine Zip-Datei auf Ihrem Datenträger; Hubdesk sendet sie nirgendwohin. Token, signierte Links, Passwörter und Ihr Benutzername sind nicht darin. Das wird gespeichert:</translation>
    </message>
    <message>
        <source>Files in the bundle</source>
        <translation>Dateien im Paket</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Names say which repo has the problem. Without them repos are called repo-1, repo-2 and so on: choose that if some of yours are private.</source>
        <translation>Namen zeigen, welches Repo das Problem hat. Ohne sie heißen die Repos repo-1, repo-2 und so weiter: Wählen Sie das, wenn einige der Ihren privat sind.</translation>
    </message>
    <message>
        <source>Collecting</source>
        <translation>Wird gesammelt</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Here: the latest %1.</source>
        <translation>Hier: die neuesten %1.</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.</source>
        <translation>Es wurde noch nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Zip archives (*.zip)</source>
        <translation>Zip-Archive (*.zip)</translation>
    </message>
    <message>
        <source>The support bundle is saved: %1</source>
        <translation>Das Support-Paket ist gespeichert: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>hubdesk::SupportReport</name>
    <message>
        <source>Hubdesk support bundle</source>
        <translation>Support-Paket von Hubdesk</translation>
    </message>
    <message>
        <source>With the names of repos and files.</source>
        <translation>Mit den Namen von Repos und Dateien.</translation>
    </message>
    <message>
        <source>Without the names of repos and files.</source>
        <translation>Ohne die Namen von Repos und Dateien.</translation>
    </message>
    <message>
        <source>What is in this bundle.</source>
        <translation>Was in diesem Paket ist.</translation>
    </message>
    <message>
        <source>Versions of Hubdesk, Qt, TLS and the system; language.</source>
        <translation>Versionen von Hubdesk, Qt, TLS und System; Sprache.</translation>
    </message>
    <message>
        <source>The latest requests: times, hosts, bytes, stalls, retries. No tokens, no signed links, no contents.</source>
        <translation>Die neuesten Anfragen: Zeiten, Server, Bytes, Stillstände, Wiederholungen. Keine Token, keine signierten Links, keine Inhalte.</translation>
    </message>
    <message>
        <source>The transfers in the list with their states and errors.</source>
        <translation>Die Übertragungen der Liste mit ihren Zuständen und Fehlern.</translation>
    </message>
    <message>
        <source>The Hugging Face variables in force; of a token only whether there is one.</source>
        <translation>Die geltenden Hugging-Face-Variablen; von einem Token nur, ob es eines gibt.</translation>
    </message>
    <message>
        <source>The settings of Hubdesk.</source>
        <translation>Die Einstellungen von Hubdesk.</translation>
    </message>
    <message>
        <source>How many repos are in the cache and how big they are.</source>
        <translation>Wie viele Repos im Cache sind und wie groß sie sind.</translation>
    </message>
    <message>
        <source>Free space on the disks concerned.</source>
        <translation>Freier Platz auf den betroffenen Datenträgern.</translation>
    </message>
</context>
<context>
    <name>hubdesk::SystemPrompter</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>hubdesk::ThemedLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>hubdesk::Toasts</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>hubdesk::TokenFiles</name>
    <message>
        <source>%1 cannot be read. %2</source>
        <translation>%1 ist nicht lesbar. %2</translation>
    </message>
    <message>
        <source>A token cannot be kept under the name “%1” in %2.</source>
        <translation>Unter dem Namen „%1“ kann in %2 kein Token stehen.</translation>
    </message>
    <message>
        <source>%1 is no text.</source>
        <translation>%1 ist kein Text.</translation>
    </message>
</context>
<context>
    <name>hubdesk::TopBar</name>
    <message>
        <source>Search, or enter an hf:// address or a link (Ctrl+L)</source>
        <translation>Suchen oder eine hf://-Adresse oder einen Link eingeben (Strg+L)</translation>
    </message>
    <message>
        <source>Address and search</source>
        <translation>Adresse und Suche</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Konto: %1</translation>
    </message>
    <message>
        <source>Account and token</source>
        <translation>Konto und Token</translation>
    </message>
</context>
<context>
    <name>hubdesk::Tour</name>
    <message>
        <source>The demo Hub lacks the repo for the tour.</source>
        <translation>Dem Demo-Hub fehlt das Repo für die Tour.</translation>
    </message>
    <message>
        <source>The download did not finish.</source>
        <translation>Der Download ist nicht fertig geworden.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with %1 bytes are on the disk as the Hub lists them.</source>
        <translation>
            <numerusform>%n Datei mit %1 Bytes liegt so auf dem Datenträger, wie der Hub sie aufführt.</numerusform>
            <numerusform>%n Dateien mit %1 Bytes liegen so auf dem Datenträger, wie der Hub sie aufführt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::TourScript</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The step “%1” does not come to an end.</source>
        <translation>Der Schritt „%1“ kommt nicht zum Ende.</translation>
    </message>
    <message>
        <source>The picture %1 cannot be written.</source>
        <translation>Das Bild %1 lässt sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>Er&amp;neut versuchen</translation>
    </message>
    <message>
        <source>C&amp;ancel...</source>
        <translation>A&amp;bbrechen...</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>Aus der &amp;Liste entfernen</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy pat&amp;h</source>
        <translation>Pfad &amp;kopieren</translation>
    </message>
    <message>
        <source>Show in &amp;Browse</source>
        <translation>In „&amp;Durchsuchen“ anzeigen</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle pausieren</translation>
    </message>
    <message>
        <source>Continue all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>Pfad kopiert</translation>
    </message>
    <message numerus="yes">
        <source>%n paths copied</source>
        <translation>
            <numerusform>%n Pfad kopiert</numerusform>
            <numerusform>%n Pfade kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel the download of %1?</source>
        <translation>Download von %1 abbrechen?</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n downloads?</source>
        <translation>
            <numerusform>%n Download abbrechen?</numerusform>
            <numerusform>%n Downloads abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Files that are complete stay in the cache. What is half there is removed; pause instead to keep it.</source>
        <translation>Vollständige Dateien bleiben im Cache. Was nur zum Teil da ist, wird entfernt; beim Pausieren bleibt es erhalten.</translation>
    </message>
    <message>
        <source>Cancel download</source>
        <translation>Download abbrechen</translation>
    </message>
    <message>
        <source>Keep downloading</source>
        <translation>Weiter herunterladen</translation>
    </message>
    <message>
        <source>Retry all failed</source>
        <translation>Alle fehlgeschlagenen wiederholen</translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferBatch</name>
    <message>
        <source>1 download finished</source>
        <translation>1 Download fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n downloads finished</source>
        <translation>
            <numerusform>%n Download fertig</numerusform>
            <numerusform>%n Downloads fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>1 download failed</source>
        <translation>1 Download fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%n downloads failed</source>
        <translation>
            <numerusform>%n Download fehlgeschlagen</numerusform>
            <numerusform>%n Downloads fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <comment>2 downloads finished, 1 failed</comment>
        <translation>%1, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>Fertig: %1</translation>
    </message>
    <message>
        <source>and 1 more</source>
        <translation>und 1 weiterer</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferConnectionsModel</name>
    <message>
        <source>%1 to %2</source>
        <comment>first and last byte of a range</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Bytes %1 to %2, now at %3</source>
        <translation>Bytes %1 bis %2, jetzt bei %3</translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferDetails</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the error</source>
        <translation>Fehler kopieren</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Files of the download</source>
        <translation>Dateien des Downloads</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>Kennung der Anfrage: %1</translation>
    </message>
    <message>
        <source>Select a download to see its files.</source>
        <translation>Einen Download auswählen, um seine Dateien zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n downloads selected</source>
        <translation>
            <numerusform>%n Download ausgewählt</numerusform>
            <numerusform>%n Downloads ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Connections of the download</source>
        <translation>Verbindungen des Downloads</translation>
    </message>
    <message>
        <source>History of the download</source>
        <translation>Verlauf des Downloads</translation>
    </message>
    <message>
        <source>Parts of the download</source>
        <translation>Teile des Downloads</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Connections %1</source>
        <comment>tab with their number</comment>
        <translation>Verbindungen %1</translation>
    </message>
    <message>
        <source>No connection is open just now.</source>
        <translation>Gerade ist keine Verbindung offen.</translation>
    </message>
    <message>
        <source>Connections are shown while the download runs.</source>
        <translation>Verbindungen erscheinen, während der Download läuft.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>%1. Verified on %2</source>
        <comment>status, date</comment>
        <translation>%1. Geprüft am %2</translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferEvent</name>
    <message>
        <source>%1 in %2</source>
        <comment>size and time</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1, all of it was there</source>
        <translation>%1, alles war schon da</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>the Hub could not be asked</source>
        <translation>der Hub war nicht erreichbar</translation>
    </message>
    <message>
        <source>Finished %1: %2</source>
        <translation>%1 ist fertig: %2</translation>
    </message>
    <message>
        <source>Added %1: %2</source>
        <translation>%1 aufgenommen: %2</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>%1 begonnen</translation>
    </message>
    <message>
        <source>%1 waits: %2</source>
        <translation>%1 wartet: %2</translation>
    </message>
    <message>
        <source>Paused %1 at %2 of %3</source>
        <translation>%1 angehalten bei %2 von %3</translation>
    </message>
    <message>
        <source>Paused %1</source>
        <translation>%1 angehalten</translation>
    </message>
    <message>
        <source>Put %1 back into the queue</source>
        <translation>%1 wieder eingereiht</translation>
    </message>
    <message>
        <source>Failed %1: %2</source>
        <translation>%1 fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Canceled %1</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>download, what happened</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferFilesModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>done of total size</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferPlanActions</name>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>Pr&amp;iority</source>
        <translation>Pr&amp;iorität</translation>
    </message>
    <message>
        <source>Speed &amp;limit</source>
        <translation>Tempo&amp;grenze</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Beginn</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>To the &amp;top</source>
        <translation>Ganz nach o&amp;ben</translation>
    </message>
    <message>
        <source>To the &amp;bottom</source>
        <translation>Ganz nach u&amp;nten</translation>
    </message>
    <message>
        <source>&amp;No limit of its own</source>
        <translation>&amp;Keine eigene Grenze</translation>
    </message>
    <message>
        <source>&amp;Other...</source>
        <translation>&amp;Andere ...</translation>
    </message>
    <message>
        <source>As soon as it is its &amp;turn</source>
        <translation>Sobald er an der &amp;Reihe ist</translation>
    </message>
    <message>
        <source>In an &amp;hour</source>
        <translation>In einer &amp;Stunde</translation>
    </message>
    <message>
        <source>Tonight at &amp;22:00</source>
        <translation>Heute Abend um &amp;22:00</translation>
    </message>
    <message>
        <source>To&amp;morrow at 6:00</source>
        <translation>&amp;Morgen um 6:00</translation>
    </message>
    <message>
        <source>At &amp;another time...</source>
        <translation>Zu &amp;anderer Zeit ...</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Tempogrenze</translation>
    </message>
    <message>
        <source>At most, in MB/s:</source>
        <translation>Höchstens, in MB/s:</translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferText</name>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Looking up the files</source>
        <translation>Dateien werden ermittelt</translation>
    </message>
    <message>
        <source>Reading what is already there</source>
        <translation>Schon Vorhandenes wird gelesen</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird heruntergeladen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Reading what is there</source>
        <translation>Vorhandenes wird gelesen</translation>
    </message>
    <message>
        <source>Was in the cache</source>
        <translation>War im Cache</translation>
    </message>
    <message>
        <source>files matching %1</source>
        <translation>Dateien passend zu %1</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>all files</source>
        <translation>alle Dateien</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 von %2 Dateien</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>noch %1 h %2 min</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>noch 1 Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>noch %n Tag</numerusform>
            <numerusform>noch %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>From the cache: the Hub could not be asked, newer files may be missing</source>
        <translation>Aus dem Cache: Der Hub war nicht zu erreichen, neuere Dateien fehlen vielleicht</translation>
    </message>
    <message>
        <source>high priority</source>
        <translation>hohe Priorität</translation>
    </message>
    <message>
        <source>low priority</source>
        <translation>niedrige Priorität</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>speed</comment>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Low</source>
        <comment>priority</comment>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>priority</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <comment>priority</comment>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Waiting for the first byte</source>
        <translation>Wartet auf das erste Byte</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Empfängt</translation>
    </message>
    <message>
        <source>Stalled, reconnecting</source>
        <translation>Stockt, verbindet neu</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Starts %1</source>
        <comment>date and time</comment>
        <translation>Beginnt %1</translation>
    </message>
    <message>
        <source>Waiting for room on the disk</source>
        <translation>Wartet auf Platz auf der Platte</translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferTexts</name>
    <message>
        <source>“%1”: the server sent more than the %L2 bytes that the Hub announced.</source>
        <translation>„%1“: Der Server hat mehr als die %L2 Bytes gesendet, die der Hub angekündigt hatte.</translation>
    </message>
    <message>
        <source>“%1” arrived damaged and was not kept: its hash should be %2 but is %3.</source>
        <translation>„%1“ kam beschädigt an und wurde nicht behalten: Der Hash sollte %2 sein, ist aber %3.</translation>
    </message>
    <message>
        <source>“%1”: the server sent another part of the file than it was asked for.</source>
        <translation>„%1“: Der Server hat einen anderen Teil der Datei gesendet als den angefragten.</translation>
    </message>
    <message>
        <source>“%1”: the server wants to send %L2 bytes instead of %L3.</source>
        <translation>„%1“: Der Server will %L2 statt %L3 Bytes senden.</translation>
    </message>
    <message>
        <source>“%1” changes on the Hub while it is downloaded.</source>
        <translation>„%1“ ändert sich auf dem Hub während des Downloads.</translation>
    </message>
    <message>
        <source>“%1”: the server sent only %L2 of %L3 bytes.</source>
        <translation>„%1“: Der Server hat nur %L2 von %L3 Bytes gesendet.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <extracomment>%1 is a file name, %2 a sentence that says what went wrong with it</extracomment>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>There is no file “%1” at the revision “%2”.</source>
        <translation>In der Revision „%2“ gibt es keine Datei „%1“.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Use a pattern such as “%1/*” to download what is in it.</source>
        <translation>„%1“ ist ein Ordner. Mit einem Muster wie „%1/*“ lässt sich sein Inhalt herunterladen.</translation>
    </message>
    <message>
        <source>The Hub lists a file “%1” that cannot be kept in the cache.</source>
        <translation>Der Hub führt eine Datei „%1“ auf, die nicht im Cache aufbewahrt werden kann.</translation>
    </message>
    <message>
        <source>Not enough space: %1 are needed in “%2”, %3 are free, so %4 are missing.</source>
        <translation>Zu wenig Platz: In „%2“ werden %1 benötigt, %3 sind frei, also fehlen %4.</translation>
    </message>
    <message>
        <source>%1 The cache does not have what was asked for either.</source>
        <translation>%1 Auch im Cache liegt das Angefragte nicht.</translation>
    </message>
    <message>
        <source>Waiting for another program that downloads this file</source>
        <translation>Wartet auf ein anderes Programm, das diese Datei herunterlädt</translation>
    </message>
    <message>
        <source>Waiting for other downloads</source>
        <translation>Wartet auf andere Downloads</translation>
    </message>
    <message>
        <source>Waiting for another download of the same file</source>
        <translation>Wartet auf einen anderen Download derselben Datei</translation>
    </message>
    <message numerus="yes">
        <source>%1 Trying again in %n s</source>
        <translation>
            <numerusform>%1 Neuer Versuch in %n s</numerusform>
            <numerusform>%1 Neuer Versuch in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The Hub asks to wait %n s before the next request</source>
        <translation>
            <numerusform>Der Hub bittet, vor der nächsten Anfrage %n s zu warten</numerusform>
            <numerusform>Der Hub bittet, vor der nächsten Anfrage %n s zu warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has sent nothing for %n s</source>
        <translation>
            <numerusform>%1 hat seit %n s nichts gesendet</numerusform>
            <numerusform>%1 hat seit %n s nichts gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”: the server sends the whole file instead of the part that is missing.</source>
        <translation>„%1“: Der Server sendet die ganze Datei statt des fehlenden Teils.</translation>
    </message>
    <message>
        <source>Packing the archive</source>
        <translation>Packt das Archiv</translation>
    </message>
    <message>
        <source>The mirror %1 sent wrong content for “%2”. It was replaced, and the mirror is not used any more until Hubdesk is started again.</source>
        <translation>Der Spiegel %1 hat für „%2“ falschen Inhalt gesendet. Er wurde ersetzt, und der Spiegel wird bis zum nächsten Start von Hubdesk nicht mehr benutzt.</translation>
    </message>
    <message>
        <source>“%1”: the mirror has other content than the Hub.</source>
        <translation>„%1“: Der Spiegel hat anderen Inhalt als der Hub.</translation>
    </message>
</context>
<context>
    <name>hubdesk::TransferTotals</name>
    <message>
        <source>All transfers together</source>
        <translation>Alle Übertragungen zusammen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>Noch %1</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Tempolimit</translation>
    </message>
</context>
<context>
    <name>hubdesk::TransfersController</name>
    <message numerus="yes">
        <source>%n down</source>
        <comment>downloads under way</comment>
        <translation>
            <numerusform>%n Download</numerusform>
            <numerusform>%n Downloads</numerusform>
        </translation>
    </message>
    <message>
        <source>1 download waiting</source>
        <translation>1 Download wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n downloads waiting</source>
        <translation>
            <numerusform>%n Download wartet</numerusform>
            <numerusform>%n Downloads warten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 download failed</source>
        <translation>1 Download fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%n downloads failed</source>
        <translation>
            <numerusform>%n Download fehlgeschlagen</numerusform>
            <numerusform>%n Downloads fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 download paused</source>
        <translation>1 Download pausiert</translation>
    </message>
    <message numerus="yes">
        <source>%n downloads paused</source>
        <translation>
            <numerusform>%n Download pausiert</numerusform>
            <numerusform>%n Downloads pausiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hubdesk::TransfersPage</name>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Connections per file</source>
        <translation>Verbindungen je Datei</translation>
    </message>
    <message>
        <source>Connections in all</source>
        <translation>Verbindungen insgesamt</translation>
    </message>
    <message>
        <source>These are upper bounds: Hubdesk opens more connections only while they bring more. Fewer are kinder to a slow line.</source>
        <translation>Das sind Obergrenzen: Hubdesk öffnet nur mehr Verbindungen, solange sie mehr bringen. Weniger schonen eine langsame Leitung.</translation>
    </message>
    <message>
        <source>Start the smallest waiting transfer first</source>
        <translation>Die kleinste wartende Übertragung zuerst beginnen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Downloads at most</source>
        <translation>Downloads höchstens</translation>
    </message>
    <message>
        <source>Uploads at most</source>
        <translation>Uploads höchstens</translation>
    </message>
    <message>
        <source>Slowed down to</source>
        <translation>Gebremst auf</translation>
    </message>
    <message>
        <source>The turtle at the foot of the window slows transfers down for a while.</source>
        <translation>Die Schildkröte unten im Fenster bremst Übertragungen eine Weile.</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Ändern: %1</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>When transfers may run</source>
        <translation>Wann Übertragungen laufen dürfen</translation>
    </message>
    <message>
        <source>Transfers run in the marked hours only. What runs when they end stops, keeps what it has and goes on by itself.</source>
        <translation>Übertragungen laufen nur in den markierten Stunden. Was bei deren Ende läuft, hält an, behält, was es hat, und geht von selbst weiter.</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Download limit by hours</source>
        <translation>Download-Limit nach Zeiten</translation>
    </message>
    <message>
        <source>In the marked hours these limits hold instead of the one for all downloads.</source>
        <translation>In den markierten Stunden gelten diese Limits statt des allgemeinen für Downloads.</translation>
    </message>
    <message>
        <source>The same limit all week</source>
        <translation>Die ganze Woche dasselbe Limit</translation>
    </message>
    <message>
        <source>Upload limit by hours</source>
        <translation>Upload-Limit nach Zeiten</translation>
    </message>
    <message>
        <source>In the marked hours these limits hold instead of the one for all uploads.</source>
        <translation>In den markierten Stunden gelten diese Limits statt des allgemeinen für Uploads.</translation>
    </message>
    <message>
        <source>parallel, at once, connections, speed</source>
        <translation>parallel, gleichzeitig, Verbindungen, Geschwindigkeit</translation>
    </message>
    <message>
        <source>order, queue</source>
        <translation>Reihenfolge, Warteschlange</translation>
    </message>
    <message>
        <source>bandwidth, limit, throttle, MB/s</source>
        <translation>Bandbreite, Grenze, drosseln, MB/s</translation>
    </message>
    <message>
        <source>schedule, time, night, week, bandwidth</source>
        <translation>Zeitplan, Uhrzeit, Nacht, Woche, Bandbreite</translation>
    </message>
</context>
<context>
    <name>hubdesk::TransfersPane</name>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Filter transfers</source>
        <translation>Übertragungen filtern</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Nothing is being downloaded</source>
        <translation>Nichts wird heruntergeladen</translation>
    </message>
    <message>
        <source>Browse models</source>
        <translation>Modelle durchsuchen</translation>
    </message>
    <message>
        <source>No transfer matches the filter</source>
        <translation>Keine Übertragung passt zum Filter</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Offline. Downloads wait until you go online.</source>
        <translation>Offline. Downloads warten, bis Hubdesk wieder online ist.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>This transfer is no longer in the list.</source>
        <translation>Diese Übertragung ist nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>Queue or history</source>
        <translation>Warteschlange oder Verlauf</translation>
    </message>
</context>
<context>
    <name>hubdesk::TreeEntry</name>
    <message>
        <source>The Hub listed a file without its name.</source>
        <translation>Der Hub hat eine Datei ohne Namen aufgeführt.</translation>
    </message>
</context>
<context>
    <name>hubdesk::UpdateController</name>
    <message>
        <source>Rate limited, %1 s</source>
        <translation>Vom Hub gebremst, %1 s</translation>
    </message>
    <message>
        <source>Checking %1 of %2</source>
        <translation>%1 von %2 geprüft</translation>
    </message>
    <message>
        <source>The new version has none of the files that are cached. Open the repo to choose others.</source>
        <translation>Die neue Fassung hat keine der Dateien, die im Cache sind. Andere lassen sich auf der Seite des Repos wählen.</translation>
    </message>
</context>
<context>
    <name>hubdesk::UpdateFilesModel</name>
    <message>
        <source>new</source>
        <comment>a file</comment>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>a file</comment>
        <translation>geändert</translation>
    </message>
    <message>
        <source>removed</source>
        <comment>a file</comment>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>ist da</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>To fetch</source>
        <translation>Zu laden</translation>
    </message>
</context>
<context>
    <name>hubdesk::VersionNotice</name>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>The new version is in the queue; the one that you have stays.</source>
        <translation>Die neue Fassung ist in der Warteschlange; die vorhandene bleibt.</translation>
    </message>
    <message>
        <source>You have an older version of %1: %2.</source>
        <translation>Vorhanden ist eine ältere Fassung von %1: %2.</translation>
    </message>
</context>
<context>
    <name>hubdesk::VersionNotifier</name>
    <message numerus="yes">
        <source>%n new versions</source>
        <translation>
            <numerusform>%n neue Fassung</numerusform>
            <numerusform>%n neue Fassungen</numerusform>
        </translation>
    </message>
    <message>
        <source>What is in the cache has changed on the Hub.</source>
        <translation>Was im Cache liegt, hat sich auf dem Hub geändert.</translation>
    </message>
</context>
<context>
    <name>hubdesk::WeekEditor</name>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Limit for the hours that you mark</source>
        <translation>Limit für die Stunden, die Sie markieren</translation>
    </message>
    <message>
        <source>All other days</source>
        <translation>Alle anderen Tage</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Copy %1 to</source>
        <comment>day of the week</comment>
        <translation>%1 kopieren nach</translation>
    </message>
</context>
<context>
    <name>hubdesk::WeekGrid</name>
    <message>
        <source>Hours of the week</source>
        <translation>Stunden der Woche</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>nicht markiert</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>day, times, what holds then</comment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>hubdesk::WeekPlan</name>
    <message>
        <source>Nights</source>
        <translation>Nachts</translation>
    </message>
    <message>
        <source>Weekends</source>
        <translation>An Wochenenden</translation>
    </message>
    <message>
        <source>Nights and weekends</source>
        <translation>Nachts und an Wochenenden</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>In der Arbeitszeit</translation>
    </message>
    <message>
        <source>The whole week</source>
        <translation>Die ganze Woche</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days of the week</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>end of a list</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times of the day</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>days, times</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
</context>
<context>
    <name>hubdesk::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Search or open an &amp;address</source>
        <translation>Suchen oder &amp;Adresse öffnen</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>&amp;Einstellungen...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Filter or find here</source>
        <translation>Hier &amp;filtern oder suchen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Hubdesk</source>
        <translation>Ü&amp;ber Hubdesk</translation>
    </message>
    <message>
        <source>Save support &amp;bundle...</source>
        <translation>Support-&amp;Paket speichern...</translation>
    </message>
    <message>
        <source>S&amp;witch account...</source>
        <translation>Konto &amp;wechseln …</translation>
    </message>
</context>
<context>
    <name>hubdesk::WindowStatus</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Offline: no request is sent</source>
        <translation>Offline: Es wird keine Anfrage gesendet</translation>
    </message>
    <message>
        <source>Endpoint: %1</source>
        <translation>Endpunkt: %1</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Konto: %1</translation>
    </message>
    <message>
        <source>No transfers</source>
        <translation>Keine Übertragungen</translation>
    </message>
    <message>
        <source>Transfers: %1</source>
        <translation>Übertragungen: %1</translation>
    </message>
    <message>
        <source>Cache %1</source>
        <translation>Cache %1</translation>
    </message>
</context>
<context>
    <name>hubdesk::Workbench</name>
    <message>
        <source>Browse</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>%1 is downloaded.</source>
        <translation>%1 ist heruntergeladen.</translation>
    </message>
    <message>
        <source>%1 could not be downloaded.</source>
        <translation>%1 konnte nicht heruntergeladen werden.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>%1 is in the queue.</source>
        <translation>%1 ist in der Warteschlange.</translation>
    </message>
    <message>
        <source>The update of %1 is in the queue.</source>
        <translation>Die Aktualisierung von %1 ist in der Warteschlange.</translation>
    </message>
    <message>
        <source>%1 was not updated: %2</source>
        <translation>%1 wurde nicht aktualisiert: %2</translation>
    </message>
    <message>
        <source>%1 is up to date.</source>
        <translation>%1 ist aktuell.</translation>
    </message>
    <message>
        <source>The password of the proxy is known until you quit: %1</source>
        <translation>Das Passwort des Proxys ist bekannt, bis Sie das Programm beenden: %1</translation>
    </message>
</context>
</TS>
