"""Why something was found, by recogniser, for `lupdate` to find; see `type_names.found_because`."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP

PHRASES: Mapping[str, object] = MappingProxyType(
    {
        "account-context": QT_TRANSLATE_NOOP(
            "Explanations", "follows a word for an account number"
        ),
        "account-kind": QT_TRANSLATE_NOOP("Explanations", "names a kind of account"),
        "ache": QT_TRANSLATE_NOOP("Explanations", "names what hurts or ails somebody"),
        "address-context": QT_TRANSLATE_NOOP(
            "Explanations", "follows words that announce an address"
        ),
        "addressee": QT_TRANSLATE_NOOP("Explanations", "stands before an e-mail address"),
        "age": QT_TRANSLATE_NOOP("Explanations", "tells an age"),
        "allergy": QT_TRANSLATE_NOOP("Explanations", "names an allergy"),
        "amount": QT_TRANSLATE_NOOP(
            "Explanations", "is an amount beside the word that says what it was for"
        ),
        "asset-kind": QT_TRANSLATE_NOOP("Explanations", "names what somebody owns or has saved"),
        "assigned-secret": QT_TRANSLATE_NOOP("Explanations", "follows the name of a key"),
        "assigned-token": QT_TRANSLATE_NOOP("Explanations", "follows the word token or cookie"),
        "backup-code": QT_TRANSLATE_NOOP(
            "Explanations", "follows the words backup or recovery code"
        ),
        "bank": QT_TRANSLATE_NOOP("Explanations", "names a bank beside a word about money"),
        "bank-account": QT_TRANSLATE_NOOP("Explanations", "names a bank with a card or account"),
        "bearer": QT_TRANSLATE_NOOP("Explanations", "follows the name of a header that signs in"),
        "biometrics": QT_TRANSLATE_NOOP(
            "Explanations", "follows a word for a fingerprint or face template"
        ),
        "birth-date": QT_TRANSLATE_NOOP(
            "Explanations", "is a date beside the word born or birthday"
        ),
        "blood-pressure": QT_TRANSLATE_NOOP("Explanations", "looks like a blood pressure"),
        "blood-type": QT_TRANSLATE_NOOP("Explanations", "is a blood type"),
        "body-size": QT_TRANSLATE_NOOP("Explanations", "is a weight, height or eyesight"),
        "body-value": QT_TRANSLATE_NOOP("Explanations", "is a measured value of the body"),
        "called-name": QT_TRANSLATE_NOOP("Explanations", "follows the word called"),
        "card-checksum": QT_TRANSLATE_NOOP(
            "Explanations", "is a card number with valid check digits"
        ),
        "card-context": QT_TRANSLATE_NOOP("Explanations", "looks like a card number"),
        "card-ending": QT_TRANSLATE_NOOP("Explanations", "tells a card's last digits"),
        "card-expiry": QT_TRANSLATE_NOOP("Explanations", "is a card's date of expiry"),
        "card-security-code": QT_TRANSLATE_NOOP(
            "Explanations", "follows the words for a card's security code"
        ),
        "chinese-address": QT_TRANSLATE_NOOP("Explanations", "looks like a Chinese address"),
        "chinese-plate": QT_TRANSLATE_NOOP("Explanations", "looks like a Chinese licence plate"),
        "class": QT_TRANSLATE_NOOP("Explanations", "names a class at school"),
        "code-account": QT_TRANSLATE_NOOP("Explanations", "is a code beside a word for an account"),
        "code-backup": QT_TRANSLATE_NOOP(
            "Explanations", "is a code beside the words backup or recovery"
        ),
        "code-booking": QT_TRANSLATE_NOOP("Explanations", "is a code beside a word for a booking"),
        "code-case": QT_TRANSLATE_NOOP("Explanations", "is a code beside a word for a case"),
        "code-device": QT_TRANSLATE_NOOP("Explanations", "is a code beside a word for a device"),
        "code-document": QT_TRANSLATE_NOOP(
            "Explanations", "is a code beside a word for a document"
        ),
        "code-key": QT_TRANSLATE_NOOP("Explanations", "is a code beside the word key"),
        "code-medical": QT_TRANSLATE_NOOP(
            "Explanations", "is a code beside a word for a medical record"
        ),
        "code-member": QT_TRANSLATE_NOOP(
            "Explanations", "is a code beside a word for a user or member"
        ),
        "code-one-time": QT_TRANSLATE_NOOP(
            "Explanations", "is a code beside a word for a verification code"
        ),
        "code-pin": QT_TRANSLATE_NOOP("Explanations", "is a code beside the word PIN"),
        "code-plate": QT_TRANSLATE_NOOP(
            "Explanations", "is a code beside a word for a licence plate"
        ),
        "code-project": QT_TRANSLATE_NOOP(
            "Explanations", "is a code beside a word for a project or task"
        ),
        "code-token": QT_TRANSLATE_NOOP(
            "Explanations", "is a code beside the word token or session"
        ),
        "code-transaction": QT_TRANSLATE_NOOP(
            "Explanations", "is a code beside a word for an order or payment"
        ),
        "code-travel": QT_TRANSLATE_NOOP(
            "Explanations", "is a code beside a word for a ticket or flight"
        ),
        "code-unnamed": QT_TRANSLATE_NOOP("Explanations", "looks like a reference code"),
        "company": QT_TRANSLATE_NOOP("Explanations", "looks like a company's name"),
        "condition": QT_TRANSLATE_NOOP("Explanations", "names a disease or symptom of somebody"),
        "connection-string": QT_TRANSLATE_NOOP(
            "Explanations", "looks like a database connection string"
        ),
        "coordinates": QT_TRANSLATE_NOOP("Explanations", "is a position on the globe"),
        "court": QT_TRANSLATE_NOOP("Explanations", "speaks of police or a court"),
        "credit-score": QT_TRANSLATE_NOOP("Explanations", "is a credit score"),
        "crypto-wallet": QT_TRANSLATE_NOOP("Explanations", "looks like the address of a wallet"),
        "debt-kind": QT_TRANSLATE_NOOP("Explanations", "names a kind of debt"),
        "degree": QT_TRANSLATE_NOOP("Explanations", "names what somebody studied"),
        "device-id": QT_TRANSLATE_NOOP("Explanations", "follows a word for a device's number"),
        "diagnosis": QT_TRANSLATE_NOOP("Explanations", "follows words for a diagnosis"),
        "disability": QT_TRANSLATE_NOOP("Explanations", "tells how somebody's body or mind works"),
        "dose": QT_TRANSLATE_NOOP("Explanations", "is a dose"),
        "email": QT_TRANSLATE_NOOP("Explanations", "looks like an e-mail address"),
        "email-disguised": QT_TRANSLATE_NOOP(
            "Explanations", "reads like an e-mail address in words"
        ),
        "employer": QT_TRANSLATE_NOOP("Explanations", "follows words for an employer"),
        "ethnicity": QT_TRANSLATE_NOOP("Explanations", "tells an ethnicity"),
        "family-role": QT_TRANSLATE_NOOP("Explanations", "tells somebody's part in a family"),
        "flight": QT_TRANSLATE_NOOP("Explanations", "looks like a flight number"),
        "gate": QT_TRANSLATE_NOOP("Explanations", "is a gate or terminal"),
        "gender": QT_TRANSLATE_NOOP("Explanations", "tells a gender"),
        "handle": QT_TRANSLATE_NOOP("Explanations", "looks like a user name"),
        "hk-id": QT_TRANSLATE_NOOP("Explanations", "looks like a Hong Kong identity card number"),
        "home-folder": QT_TRANSLATE_NOOP("Explanations", "is a folder of somebody's own"),
        "home-user": QT_TRANSLATE_NOOP("Explanations", "is whose folder it is"),
        "homepage": QT_TRANSLATE_NOOP("Explanations", "is somebody's page on the web"),
        "hotel": QT_TRANSLATE_NOOP("Explanations", "names a place to stay"),
        "hotel-room": QT_TRANSLATE_NOOP("Explanations", "is a room at a place to stay"),
        "iban": QT_TRANSLATE_NOOP("Explanations", "is an IBAN with valid check digits"),
        "id-checksum": QT_TRANSLATE_NOOP(
            "Explanations", "is an identity number with valid check digits"
        ),
        "id-context": QT_TRANSLATE_NOOP("Explanations", "follows a word for an identity number"),
        "imei": QT_TRANSLATE_NOOP("Explanations", "follows the word IMEI"),
        "injury": QT_TRANSLATE_NOOP("Explanations", "names an injury"),
        "interest-rate": QT_TRANSLATE_NOOP("Explanations", "is an interest rate"),
        "internal-host": QT_TRANSLATE_NOOP("Explanations", "looks like a host inside a network"),
        "internal-ip": QT_TRANSLATE_NOOP(
            "Explanations", "is an address inside a network or of a server"
        ),
        "introduced-name": QT_TRANSLATE_NOOP(
            "Explanations", "is how somebody introduces themselves"
        ),
        "ip-address": QT_TRANSLATE_NOOP("Explanations", "is an IP address"),
        "issued-key": QT_TRANSLATE_NOOP("Explanations", "has the form of an issuer's key"),
        "jdbc": QT_TRANSLATE_NOOP("Explanations", "looks like a database connection string"),
        "job-title": QT_TRANSLATE_NOOP("Explanations", "is a job that somebody holds"),
        "jwt": QT_TRANSLATE_NOOP("Explanations", "has the form of a signed web token"),
        "kept-plan": QT_TRANSLATE_NOOP("Explanations", "is said to be kept inside a company"),
        "known": QT_TRANSLATE_NOOP("Explanations", "is kept from before"),
        "known-given-name": QT_TRANSLATE_NOOP("Explanations", "is a known given name"),
        "lesion-size": QT_TRANSLATE_NOOP("Explanations", "is the size of a growth"),
        "licence-context": QT_TRANSLATE_NOOP("Explanations", "follows the words driving licence"),
        "listed-name": QT_TRANSLATE_NOOP("Explanations", "stands in a list of people"),
        "loss": QT_TRANSLATE_NOOP(
            "Explanations", "tells of an operation, a stroke or a lost pregnancy"
        ),
        "mac-address": QT_TRANSLATE_NOOP("Explanations", "is a MAC address"),
        "marital": QT_TRANSLATE_NOOP("Explanations", "tells a family state"),
        "masked-card": QT_TRANSLATE_NOOP("Explanations", "looks like a card number with stars"),
        "medicine": QT_TRANSLATE_NOOP("Explanations", "names a medicine"),
        "member-id": QT_TRANSLATE_NOOP(
            "Explanations", "follows a word for a member's or employee's number"
        ),
        "meeting-point": QT_TRANSLATE_NOOP("Explanations", "tells when and where somebody will be"),
        "metro": QT_TRANSLATE_NOOP("Explanations", "names a metro station"),
        "model": QT_TRANSLATE_NOOP(
            "Explanations", "was understood by the private reader as private"
        ),
        "name-part": QT_TRANSLATE_NOOP("Explanations", "is part of a name found in full"),
        "nationality": QT_TRANSLATE_NOOP("Explanations", "tells an origin or citizenship"),
        "network-share": QT_TRANSLATE_NOOP("Explanations", "is a folder on a network"),
        "one-time-code": QT_TRANSLATE_NOOP(
            "Explanations", "follows the words for a verification code"
        ),
        "ordeal": QT_TRANSLATE_NOOP("Explanations", "tells what somebody goes through"),
        "orientation": QT_TRANSLATE_NOOP("Explanations", "tells an orientation"),
        "origin": QT_TRANSLATE_NOOP("Explanations", "tells where somebody comes from"),
        "own-name": QT_TRANSLATE_NOOP("Explanations", "is your name"),
        "own-name-part": QT_TRANSLATE_NOOP("Explanations", "is part of your name"),
        "passport-context": QT_TRANSLATE_NOOP("Explanations", "follows the word passport"),
        "password-context": QT_TRANSLATE_NOOP("Explanations", "follows the word password"),
        "password-shape": QT_TRANSLATE_NOOP("Explanations", "looks like a password"),
        "payment-date": QT_TRANSLATE_NOOP("Explanations", "is the date of a payment"),
        "payment-handle": QT_TRANSLATE_NOOP(
            "Explanations", "follows the name of a payment service"
        ),
        "phone": QT_TRANSLATE_NOOP("Explanations", "looks like a phone number"),
        "pin": QT_TRANSLATE_NOOP("Explanations", "follows the word PIN"),
        "plate-context": QT_TRANSLATE_NOOP("Explanations", "follows the words licence plate"),
        "po-box": QT_TRANSLATE_NOOP("Explanations", "is a post office box"),
        "politics": QT_TRANSLATE_NOOP("Explanations", "tells a political view"),
        "position": QT_TRANSLATE_NOOP("Explanations", "tells where somebody is"),
        "postcode": QT_TRANSLATE_NOOP("Explanations", "is a postcode"),
        "pregnancy": QT_TRANSLATE_NOOP("Explanations", "tells a pregnancy"),
        "private-key": QT_TRANSLATE_NOOP("Explanations", "is a private key"),
        "query-secret": QT_TRANSLATE_NOOP("Explanations", "is a secret in a web address"),
        "quoted-message": QT_TRANSLATE_NOOP(
            "Explanations", "quotes what somebody wrote or said in private"
        ),
        "random-secret": QT_TRANSLATE_NOOP(
            "Explanations", "is a random string beside a word for a secret"
        ),
        "related-name": QT_TRANSLATE_NOOP(
            "Explanations", "is the name of somebody's relative or contact"
        ),
        "related-person": QT_TRANSLATE_NOOP("Explanations", "tells who is in somebody's life"),
        "religion": QT_TRANSLATE_NOOP("Explanations", "tells a religion"),
        "residence": QT_TRANSLATE_NOOP("Explanations", "tells where somebody lives"),
        "route": QT_TRANSLATE_NOOP("Explanations", "tells a journey's ends"),
        "school": QT_TRANSLATE_NOOP("Explanations", "names a school"),
        "seat": QT_TRANSLATE_NOOP("Explanations", "is a seat"),
        "security-answer": QT_TRANSLATE_NOOP("Explanations", "answers a security question"),
        "seed-phrase": QT_TRANSLATE_NOOP(
            "Explanations", "follows the words seed or recovery phrase"
        ),
        "service": QT_TRANSLATE_NOOP("Explanations", "tells of service in the armed forces"),
        "sobriety": QT_TRANSLATE_NOOP("Explanations", "tells how long somebody has been well"),
        "spelled-number": QT_TRANSLATE_NOOP("Explanations", "is a number said digit by digit"),
        "ssn": QT_TRANSLATE_NOOP("Explanations", "looks like a social security number"),
        "stay-dates": QT_TRANSLATE_NOOP("Explanations", "is a date of travel"),
        "street-address": QT_TRANSLATE_NOOP("Explanations", "looks like a street address"),
        "studies": QT_TRANSLATE_NOOP("Explanations", "tells what somebody studies"),
        "symptom": QT_TRANSLATE_NOOP("Explanations", "names a complaint that somebody has"),
        "titled-name": QT_TRANSLATE_NOOP("Explanations", "is a name with a title"),
        "train": QT_TRANSLATE_NOOP("Explanations", "looks like a train number"),
        "treatment": QT_TRANSLATE_NOOP("Explanations", "names a treatment of somebody"),
        "trip": QT_TRANSLATE_NOOP("Explanations", "tells where somebody travels"),
        "unpatched": QT_TRANSLATE_NOOP("Explanations", "names a weakness of a system"),
        "url-credentials": QT_TRANSLATE_NOOP("Explanations", "is an address with a password in it"),
        "username": QT_TRANSLATE_NOOP("Explanations", "follows the words user name"),
        "vin": QT_TRANSLATE_NOOP("Explanations", "follows the words vehicle number"),
        "worship": QT_TRANSLATE_NOOP(
            "Explanations", "names who or what belongs to somebody's faith"
        ),
    }
)
