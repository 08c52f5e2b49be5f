"""What the path of a file tells: whose home folder it is in, and what that person works on.

People paste error messages, and with them "/home/tessa/hartwell-clinic/app.py".
"""

from app.detect.builtin.patterns import compiled
from app.detect.builtin.recogniser import Rule, RuleRecogniser
from app.detect.builtin.work import COMPANY

_SIGN = r"(?:\\{1,2}|/)"
# Folders are "/Users" on a Mac, while "/users" is mostly an address within a web site.
_HOME = (
    rf"(?:(?<![\w.])/(?:home|Users)/|\b[A-Za-z]:{_SIGN}(?i:users|documents and settings){_SIGN})"
)
# Accounts that a system, an image or an example has, and no person.
_NOBODY = (
    r"(?:public|default|all users|shared|guest|admin|administrator|root|user\d?|username|"
    r"users?name|"
    r"your[\w-]*|my[-_]?(?:user|name)?|me|you|someone|somebody|name|test\w*|example|runner|ubuntu|"
    r"ec2-user|vagrant|pi|docker|node|app|git|jenkins|circleci|deploy|www|www-data|web|linuxbrew|"
    r"coder|gitpod|jovyan|student|dev|developer|foo|bar|xxx+|u)"
)
_USER = rf"(?!(?i:{_NOBODY})(?![\w.-]))\w[\w.-]{{1,31}}"
# Folders that everybody has.
_COMMON = (
    r"(?:documents|desktop|downloads|pictures|photos|music|videos|movies|library|applications|"
    r"public|"
    r"templates|projects?|repos?|repositories|src|source|sources|code|coding|dev|development|work|"
    r"workspaces?|git|github|gitlab|bin|lib|lib64|opt|tmp|temp|data|datasets?|scripts?|tools?|"
    r"tests?|"
    r"apps?|backend|frontend|server|client|www|public_html|site-packages|node_modules|venv|env|"
    r"appdata|local|roaming|programs?|python\d*|anaconda\d?|miniconda\d?|conda|envs|go|pkg|java|"
    r"dropbox|onedrive|google drive|icloud drive|box|mydocuments|my documents|notebooks?|"
    r"files?|backups?|"
    r"logs?|config|build|dist|packages|sites|websites?|android|unity|pycharmprojects|ideaprojects|"
    r"visual studio \d+|source control|snap|catkin_ws|ros\w*|models?|images|assets|static|"
    r"archive|archives|misc|stuff|new folder|folder|untitled|notes|main|web|api|[.~][\w.-]*|\w)"
)
_FOLDER = rf"(?!(?i:{_COMMON}){_SIGN})\w[\w &'.-]{{1,40}}"

# Paths within a web site.
_ROUTE = compiled(
    r"\b(?:get|post|put|patch|delete) /|\broutes?\b|https?://[^\s/]{1,80}/(?:home|users)/"
)

RULES = (
    Rule(
        "home-user",
        "Account ID/Username",
        compiled(rf"{_HOME}(?P<v>{_USER})(?![\w.-])"),
        0.75,
        ("/home/", "users", "settings"),
        cased=True,
        unless=_ROUTE,
    ),
    Rule(
        "home-folder",
        COMPANY,
        compiled(
            rf"{_HOME}[\w.-]{{1,32}}{_SIGN}(?:(?i:{_COMMON}){_SIGN}){{0,3}}(?P<v>{_FOLDER})(?={_SIGN})"
        ),
        0.55,
        ("/home/", "users", "settings"),
        cased=True,
        unless=_ROUTE,
    ),
)


def file_paths() -> tuple[RuleRecogniser]:
    """Return the recognisers of this family."""
    return (RuleRecogniser(RULES),)
