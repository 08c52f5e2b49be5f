"""Plain names of privacy types, levels and recognisers, in the user's language.

The keys are the English tags and ids of the core; a type without a name here (a free tag of a
model) is shown as it is.
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.privacy.levels import Level
from app.ui.spans.explanation_phrases import PHRASES

TYPE_NAMES: Mapping[str, object] = MappingProxyType(
    {
        "Password": QT_TRANSLATE_NOOP("Types", "Password"),
        "Verification Code": QT_TRANSLATE_NOOP("Types", "Verification code"),
        "Token": QT_TRANSLATE_NOOP("Types", "Access token"),
        "Key": QT_TRANSLATE_NOOP("Types", "Access key"),
        "Private Key": QT_TRANSLATE_NOOP("Types", "Private key"),
        "Payment Security Code": QT_TRANSLATE_NOOP("Types", "Card security code"),
        "Database Connection String": QT_TRANSLATE_NOOP("Types", "Database connection"),
        "Vulnerability Details": QT_TRANSLATE_NOOP("Types", "Security weakness"),
        "Business Secret": QT_TRANSLATE_NOOP("Types", "Business secret"),
        "ID Number": QT_TRANSLATE_NOOP("Types", "ID number"),
        "Financial Account": QT_TRANSLATE_NOOP("Types", "Card or account number"),
        "Transaction Record": QT_TRANSLATE_NOOP("Types", "Payment"),
        "Assets/Income": QT_TRANSLATE_NOOP("Types", "Income or assets"),
        "Medical Health": QT_TRANSLATE_NOOP("Types", "Health"),
        "Precise Location": QT_TRANSLATE_NOOP("Types", "Exact place"),
        "Itinerary/Trajectory": QT_TRANSLATE_NOOP("Types", "Trip or route"),
        "Biometrics": QT_TRANSLATE_NOOP("Types", "Body feature"),
        "Communication Content": QT_TRANSLATE_NOOP("Types", "Private message"),
        "Sensitive Identity": QT_TRANSLATE_NOOP("Types", "Origin, faith or politics"),
        "Judicial Record": QT_TRANSLATE_NOOP("Types", "Court or police record"),
        "Real Name": QT_TRANSLATE_NOOP("Types", "Name"),
        "Phone Number": QT_TRANSLATE_NOOP("Types", "Phone number"),
        "Email": QT_TRANSLATE_NOOP("Types", "E-mail address"),
        "Detailed Address": QT_TRANSLATE_NOOP("Types", "Postal address"),
        "Account ID/Username": QT_TRANSLATE_NOOP("Types", "User name"),
        "Network Identifier": QT_TRANSLATE_NOOP("Types", "Network or device address"),
        "Identity Background": QT_TRANSLATE_NOOP("Types", "Age, work or school"),
        "Relationship Info": QT_TRANSLATE_NOOP("Types", "Family or contacts"),
        "Backup Code": QT_TRANSLATE_NOOP("Types", "Backup code"),
        "PIN": QT_TRANSLATE_NOOP("Types", "PIN"),
        "Security Question Answer": QT_TRANSLATE_NOOP("Types", "Security answer"),
        "Internal IP": QT_TRANSLATE_NOOP("Types", "Internal network address"),
        "Intranet Entry Point": QT_TRANSLATE_NOOP("Types", "Internal web address"),
        "Project/Task ID": QT_TRANSLATE_NOOP("Types", "Project or task number"),
        "Medical Record": QT_TRANSLATE_NOOP("Types", "Medical record"),
        "Debt/Loan Info": QT_TRANSLATE_NOOP("Types", "Debt or loan"),
        "Accommodation Records": QT_TRANSLATE_NOOP("Types", "Hotel or lodging"),
        "License Plate": QT_TRANSLATE_NOOP("Types", "Number plate"),
        "Passport Number": QT_TRANSLATE_NOOP("Types", "Passport number"),
        "Driver's License Number": QT_TRANSLATE_NOOP("Types", "Driving licence number"),
        "Credit Score": QT_TRANSLATE_NOOP("Types", "Credit score"),
        "Third-Party Identifiable Info": QT_TRANSLATE_NOOP("Types", "Someone else's details"),
        "Device ID": QT_TRANSLATE_NOOP("Types", "Device number"),
        "Job Title/Rank": QT_TRANSLATE_NOOP("Types", "Job title"),
        "School": QT_TRANSLATE_NOOP("Types", "School"),
        "Company/Organization Info": QT_TRANSLATE_NOOP("Types", "Employer or organisation"),
        "Private": QT_TRANSLATE_NOOP("Types", "Marked by you"),
        "Literal": QT_TRANSLATE_NOOP("Types", "Looks like a placeholder"),
    }
)

LEVEL_NAMES: Mapping[Level, object] = MappingProxyType(
    {
        Level.PL4: QT_TRANSLATE_NOOP("Levels", "Secret"),
        Level.PL3: QT_TRANSLATE_NOOP("Levels", "Highly sensitive"),
        Level.PL2: QT_TRANSLATE_NOOP("Levels", "Identifying"),
        Level.PL1: QT_TRANSLATE_NOOP("Levels", "Harmless"),
    }
)

LEVEL_MEANINGS: Mapping[Level, object] = MappingProxyType(
    {
        Level.PL4: QT_TRANSLATE_NOOP(
            "Levels", "Could open an account or be used to steal. Never kept on disk."
        ),
        Level.PL3: QT_TRANSLATE_NOOP("Levels", "Could do grave harm if others knew it."),
        Level.PL2: QT_TRANSLATE_NOOP("Levels", "Points to a person, alone or with other details."),
        Level.PL1: QT_TRANSLATE_NOOP("Levels", "Taste, habit or mood. Does not point to anyone."),
    }
)


def type_name(privacy_type: str) -> str:
    """Return the plain name of a privacy type; an unknown free tag comes back as it is."""
    name = TYPE_NAMES.get(privacy_type)
    return privacy_type if name is None else QCoreApplication.translate("Types", str(name))


def level_name(level: Level) -> str:
    """Return the plain name of a level."""
    return QCoreApplication.translate("Levels", str(LEVEL_NAMES[level]))


def level_meaning(level: Level) -> str:
    """Return one sentence that says what belongs to a level."""
    return QCoreApplication.translate("Levels", str(LEVEL_MEANINGS[level]))


def found_because(recogniser: str) -> str:
    """Return a sentence that says why something was found; empty for an unknown recogniser."""
    phrase = PHRASES.get(recogniser)
    if phrase is None:
        return ""
    sentence = QCoreApplication.translate("Explanations", "Found because it {phrase}.")
    return sentence.format(phrase=QCoreApplication.translate("Explanations", str(phrase)))
