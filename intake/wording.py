"""CONTENT: every word a patient reads besides the questions themselves.

One phrase per key; ``{places}`` are filled in where it is shown. Another language has its phrases
in ``intake/languages`` and its line in ``WORDS``; a key it lacks or has too many fails at import.
Sixth-grade words or easier; calm; no condition, no level and no promise.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from intake.languages.es.words import SPANISH
from intake.phrasebook import spoken

ENGLISH: Final[Mapping[str, str]] = MappingProxyType(
    {
        # Around every question
        "back": "Back",
        "next": "Next",
        "skip": "Skip",
        "done": "Done",
        "saved": "Saved",
        "language.name": "English",
        "seeing.title": "See and hear better",
        "seeing.larger": "Larger text",
        "seeing.smaller": "Smaller text",
        "seeing.contrast": "Contrast",
        "aloud.start": "Read aloud",
        "aloud.stop": "Stop reading",
        "left.none": "All questions answered",
        "left.one": "1 question left",
        "left.exactly": "{count} questions left",
        "left.between": "{lowest} to {highest} questions left",
        "away": "No connection right now. Your answers are safe on this tablet and will be sent.",
        "notice.other-window": (
            "These questions are open in another window. Here is what was saved there."
        ),
        "notice.again": "Please look at this question once more.",
        "demo": "DEMO - invented patients",
        # Questions
        "grid.read": "Please read each line first.",
        "grid.no-to-others": "No to all the others",
        "grid.missing": "Please tap one answer on each line.",
        "many.missing": "Please tap at least one answer.",
        "map.front": "Front",
        "map.back": "Back",
        "map.right": "Right leg",
        "map.left": "Left leg",
        "page.search": "Type 3 letters",
        "page.clear": "Clear the letters",
        "page.chosen": "You chose: {names}",
        "page.nothing": "This name is not in the list. You can go on without it.",
        "text.missing": "Please write a few words.",
        "text.count": "{count} of {most} letters used",
        "date.order": "month day year",
        "date.month": "Month",
        "date.day": "Day",
        "date.year": "Year",
        "date.month.empty": "MM",
        "date.day.empty": "DD",
        "date.year.empty": "YYYY",
        "date.pad": "Number pad",
        "date.erase": "Erase the last number",
        "date.incomplete": "Please fill in the month, the day and all four numbers of the year.",
        "date.impossible": "There is no such day. Please check the month and the day.",
        "date.early": "Please check the year. It should be 1900 or later.",
        "date.future": "That day has not come yet. Please check the year.",
        # Review
        "review.title": "Please check your answers",
        "review.hint": "Tap Change to correct an answer. When all is right, send them.",
        "review.change": "Change",
        "review.skipped": "Skipped",
        "review.send": "Send my answers",
        "sending.title": "Sending your answers",
        "sending.text": "This takes a moment. If it takes long, please tell the front desk.",
        # Calling for help
        "help.button": "I need help",
        "help.calling.title": "Calling the front desk",
        "help.coming.title": "Someone is coming",
        "help.text": "Your answers are kept. You can go on while you wait.",
        "help.unreached.title": "Please tell the front desk",
        "help.unreached.text": (
            "This tablet cannot reach the desk right now. Your answers are kept. "
            "If you cannot walk there, call out."
        ),
        "help.close": "Back to the questions",
        # Held until staff come
        "pause.title": "Please tell the front desk now.",
        "pause.show": "Show them this screen.",
        "pause.why": "A nurse needs to talk to you before you go on.",
        "pause.worse": "If you feel worse, call out.",
        "pause.kept": "Your answers are kept. This page goes on by itself.",
        "desk.title": "Please tell the front desk",
        "desk.text": "This tablet needs their help before you can go on.",
        "ended.text": "These questions are closed now. The clinic has your answers.",
        # The pages before the questions
        "welcome.title": "Welcome",
        "welcome.what": "A few questions about your knee, before you see your clinician.",
        "welcome.time": "It takes about 5 minutes.",
        "welcome.readers": "Only the people who look after you here read your answers.",
        "welcome.alarm": (
            "If you have chest pain, trouble breathing or feel faint, tell the front desk now."
        ),
        "welcome.start": "Start",
        "arrival.title": "Who is here?",
        "arrival.hint": "Please give the name of the patient.",
        "arrival.given": "First name",
        "arrival.family": "Last name",
        "arrival.missing": "Please fill in both names.",
        "arrival.long": "This name is too long. Please give the short form.",
        "arrival.begin": "Go on",
        # Arriving
        "code.button": "I have a code",
        "code.title": "Type your code",
        "code.hint": "It has 8 letters and numbers. Staff gave it to you.",
        "code.erase": "Erase the last letter",
        "code.short": "Please type all 8 letters and numbers.",
        "code.wrong": "This code does not work. Please check it, or tell the front desk.",
        "arriving.wait": "Please wait a moment and try again, or tell the front desk.",
        "how.title": "Do you have an appointment?",
        "how.appointment": "I have an appointment",
        "how.none": "I came without an appointment",
        "match.title": "Is this you?",
        "match.hint": "Tap the first letters of your name and your time.",
        "match.none": "No, this is not me",
        "nobody.title": "We did not find you on the list",
        "nobody.text": "That is all right. You can go on, or tell the front desk.",
        "nobody.again": "Type the date again",
        "nobody.go-on": "Go on without an appointment",
        "guardian.title": "Please get your parent or guardian",
        "guardian.text": "You are under 18. A grown-up has to be with you for this.",
        "guardian.here": "My parent or guardian is here",
        "guardian.alone": "Nobody is with me",
        "alike.text": "They will help you start.",
        # Consent
        "consent.title": "Before we start",
        "consent.who.title": "Who reads this",
        "consent.who.text": "The people who look after you at this clinic. Nobody else.",
        "consent.kept.title": "How long it is kept",
        "consent.kept.text": (
            "Your answers become part of your file here. "
            "The clinic keeps it as long as the law says."
        ),
        "consent.ask.title": "Whom to ask",
        "consent.ask.text": "Ask at the front desk. You can say no, or stop at any time.",
        "consent.sign": "Sign here with your finger",
        "consent.clear": "Clear",
        "consent.signed": "signature",
        "consent.tick": "I cannot sign here, but I agree",
        "consent.agree": "I agree",
        "consent.talk": "I would rather talk to someone",
        "consent.missing": "Please sign in the box with your finger, or tick the line below it.",
        "consent.changed": "This page has just changed. Please read it once more.",
        "consent.again": "Some time has passed. Please read this once more.",
        "consent.declined.title": "Thank you",
        "consent.declined.text": "The front desk knows. Someone will talk with you.",
        "consent.declined.kept": "No name and no answer was kept.",
        "consent.declined.unreached": "Please see the front desk. They will help you there.",
        "tablet.title": "Name of this tablet",
        "tablet.hint": "Staff: give this tablet a name, such as Window seat 2.",
        "tablet.missing": "Please give the tablet a name.",
        "tablet.save": "Save",
        # For staff alone
        "staff.button": "Staff",
        "staff.title": "Staff",
        "staff.hint": "This page closes by itself after 2 minutes.",
        "staff.leave": "Leave kiosk mode",
        "staff.back": "Back to the welcome page",
        "pin.title": "Staff PIN",
        "pin.hint": "This page is for staff only.",
        "pin.naming": "Staff: type the PIN to name this tablet.",
        "pin.unset": "No staff PIN is set yet. Set it on the clinic's screen, under Staff PIN.",
        "pin.short": "The PIN has at least 6 numbers.",
        "pin.wrong": "This PIN is not right. Please try again.",
        "pin.wait": "Too many tries. Please wait a while, then try again.",
        "pin.away": "No connection right now. Please try again.",
        "closed.title": "You have left the kiosk",
        "closed.text": "This is a plain page of the browser. The tablet's own lock still holds.",
        "closed.close": "Close this page",
        "closed.still": "It cannot be closed from here. Use the tablet's own buttons.",
        "closed.back": "Back to the kiosk",
        # The pages after them
        "thanks.title": "Thank you",
        "thanks.text": "Your answers have been sent. Your clinician will go through them with you.",
        "thanks.stay": (
            "Please stay in the waiting room. If you feel unwell or get worse while you wait, "
            "tell the front desk."
        ),
        "thanks.return": "Please hand the tablet back to the front desk.",
        "thanks.close": "Finish",
        # Nobody there, or nobody who wants to go on
        "idle.title": "Are you still there?",
        "idle.kept": "Your answers so far are kept for the clinic.",
        "idle.unsent": "Some answers have not reached the clinic. Please tell the front desk.",
        "idle.here": "I am still here",
        "idle.seconds": "This page closes in {seconds} seconds.",
        "over.button": "Start over",
        "over.title": "Stop and clear everything?",
        "over.text": "Nothing you gave stays on this tablet.",
        "over.yes": "Yes, clear everything",
        "over.no": "No, go on",
        "aid": "These questions help your clinician prepare. They are not a diagnosis.",
        # When the machine fails
        "trouble.title": "Please tell the front desk",
        "trouble.text": "This tablet is not working as it should. Nothing you saved is lost.",
        "reconnecting": "No connection right now. One moment, please.",
        "outage.away": "No connection right now. Nothing is lost. One moment, please.",
        "outage.desk": "Please tell the front desk. There is no connection. Nothing is lost.",
    },
)

WORDS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"en": ENGLISH, "es": spoken("es", ENGLISH, SPANISH)}
)
"""The words of each language (a BCP 47 tag), by key."""
