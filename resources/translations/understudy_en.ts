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
    <name>ProviderForm</name>
    <message numerus="yes">
        <source>Connected: %n model(s) to choose from.</source>
        <translation>
            <numerusform>Connected: %n model to choose from.</numerusform>
            <numerusform>Connected: %n models to choose from.</numerusform>
        </translation>
    </message>
</context>
</TS>
