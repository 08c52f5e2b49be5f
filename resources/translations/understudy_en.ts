<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Composer</name>
    <message numerus="yes">
        <source>Send · %n stay home</source>
        <translation>
            <numerusform>Send · %n stays home</numerusform>
            <numerusform>Send · %n stay home</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HubSource</name>
    <message numerus="yes">
        <source>%n file(s) to choose from. Smaller is quicker, and finds less.</source>
        <translation>
            <numerusform>%n file to choose from. Smaller is quicker, and finds less.</numerusform>
            <numerusform>%n files to choose from. Smaller is quicker, and finds less.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>%n chat(s)</source>
        <translation>
            <numerusform>%n chat</numerusform>
            <numerusform>%n chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InstallationView</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LevelChips</name>
    <message numerus="yes">
        <source>%n hidden value(s) of level: {level}</source>
        <translation>
            <numerusform>%n hidden value of level: {level}</numerusform>
            <numerusform>%n hidden values of level: {level}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message numerus="yes">
        <source>Could not answer just now. Asked again in %n second(s)…</source>
        <translation>
            <numerusform>Could not answer just now. Asked again in %n second…</numerusform>
            <numerusform>Could not answer just now. Asked again in %n seconds…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProofBar</name>
    <message numerus="yes">
        <source>There are %n more finding(s).</source>
        <translation>
            <numerusform>There is %n more finding.</numerusform>
            <numerusform>There are %n more findings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n receipt(s) are as they were kept, in one unbroken chain.</source>
        <translation>
            <numerusform>The %n receipt is as it was kept, and the chain is unbroken.</numerusform>
            <numerusform>All %n receipts are as they were kept, in one unbroken chain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them went with deleted chats; only hashes are left.</source>
        <translation>
            <numerusform>%n of them went with a deleted chat; only its hash is left.</numerusform>
            <numerusform>%n of them went with deleted chats; only hashes are left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) were written to {file}. Whoever has this file can read what left.</source>
        <translation>
            <numerusform>%n receipt was written to {file}. Whoever has this file can read what left.</numerusform>
            <numerusform>%n receipts were written to {file}. Whoever has this file can read what left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProviderForm</name>
    <message numerus="yes">
        <source>Connected: %n model(s) to choose from.</source>
        <translation>
            <numerusform>Connected: %n model to choose from.</numerusform>
            <numerusform>Connected: %n models to choose from.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerSource</name>
    <message numerus="yes">
        <source>%n model(s) to choose from.</source>
        <translation>
            <numerusform>%n model to choose from.</numerusform>
            <numerusform>%n models to choose from.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialDialog</name>
    <message numerus="yes">
        <source>It found %n private detail(s) in {time}:</source>
        <translation>
            <numerusform>It found %n private detail in {time}:</numerusform>
            <numerusform>It found %n private details in {time}:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValueBrowser</name>
    <message numerus="yes">
        <source>%n value(s).</source>
        <translation>
            <numerusform>%n value.</numerusform>
            <numerusform>%n values.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n value(s). Scroll down for older ones.</source>
        <translation>
            <numerusform>The newest %n value. Scroll down for older ones.</numerusform>
            <numerusform>The newest %n values. Scroll down for older ones.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Sentences</name>
    <message numerus="yes">
        <source>This computer has {memory} of memory and %n core(s): {model} fits.</source>
        <translation>
            <numerusform>This computer has {memory} of memory and %n core: {model} fits.</numerusform>
            <numerusform>This computer has {memory} of memory and %n cores: {model} fits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer has {memory} of memory and %n core(s). {better} asks for {needed} of memory, so {model} is suggested: it is smaller, and finds a little less.</source>
        <translation>
            <numerusform>This computer has {memory} of memory and %n core. {better} asks for {needed} of memory, so {model} is suggested: it is smaller, and finds a little less.</numerusform>
            <numerusform>This computer has {memory} of memory and %n cores. {better} asks for {needed} of memory, so {model} is suggested: it is smaller, and finds a little less.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer has {memory} of memory and %n core(s). {better} would be slow on it, so {model} is suggested: it is smaller and sooner done, and finds a little less.</source>
        <translation>
            <numerusform>This computer has {memory} of memory and %n core. {better} would be slow on it, so {model} is suggested: it is smaller and sooner done, and finds a little less.</numerusform>
            <numerusform>This computer has {memory} of memory and %n cores. {better} would be slow on it, so {model} is suggested: it is smaller and sooner done, and finds a little less.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer has {memory} of memory and %n core(s), and no published model fits. {better} asks for {needed} of memory and {cores} cores. You can still install one: it may be slow, or refuse to load.</source>
        <translation>
            <numerusform>This computer has {memory} of memory and %n core, and no published model fits. {better} asks for {needed} of memory and {cores} cores. You can still install one: it may be slow, or refuse to load.</numerusform>
            <numerusform>This computer has {memory} of memory and %n cores, and no published model fits. {better} asks for {needed} of memory and {cores} cores. You can still install one: it may be slow, or refuse to load.</numerusform>
        </translation>
    </message>
</context>
</TS>
