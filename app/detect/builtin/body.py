"""What ails people, told without a word of medicine: "both hips replaced", "seven months along"."""

from app.detect.builtin.health_words import HEALTH_TYPE as HEALTH
from app.detect.builtin.patterns import compiled
from app.detect.builtin.people_words import RELATIONS_EN, RELATIONS_ZH
from app.detect.builtin.recogniser import Rule, RuleRecogniser
