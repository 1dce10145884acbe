<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>frontdesk::BookingPopup</name>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no-shows</source>
        <translation>
            <numerusform>%n no-show</numerusform>
            <numerusform>%n no-shows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clients share “%1”: choose with ↑ ↓</source>
        <translation>
            <numerusform>%n client shares “%1”: choose with ↑ ↓</numerusform>
            <numerusform>%n clients share “%1”: choose with ↑ ↓</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::ConflictDialog</name>
    <message numerus="yes">
        <source>%n choices are yours to make: ← →, then Enter</source>
        <translation>
            <numerusform>%n choice is yours to make: ← →, then Enter</numerusform>
            <numerusform>%n choices are yours to make: ← →, then Enter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::DayWindow</name>
    <message numerus="yes">
        <source>After %n idle minutes</source>
        <translation>
            <numerusform>After %n idle minute</numerusform>
            <numerusform>After %n idle minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::Refusal</name>
    <message numerus="yes">
        <source>%n seconds ago</source>
        <translation>
            <numerusform>%n second ago</numerusform>
            <numerusform>%n seconds ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::ServicesWindow</name>
    <message numerus="yes">
        <source>Sho&amp;w the %n that break</source>
        <translation>
            <numerusform>Sho&amp;w the %n that breaks</numerusform>
            <numerusform>Sho&amp;w the %n that break</numerusform>
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
</TS>
