"""The question: as the models' contract has it, thinking off, and no template reaches anything."""

import json

import pytest

from app.detect.model.prompt import (
    Frame,
    Instructions,
    InstructionsUnusable,
    TemplateUnusable,
)
from tests.detect.model.messages import messages
from tests.detect.model.tiny import TEMPLATE

# The features of Qwen3's: a switch for thinking, and an empty block where it is off.
_THINKING = """
{%- for message in messages %}
    {{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>' + '\\n' }}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|im_start|>assistant\\n' }}
    {%- if enable_thinking is defined and enable_thinking is false %}
        {{- '<think>\\n\\n</think>\\n\\n' }}
    {%- endif %}
{%- endif %}
"""


def test_thinking_is_off() -> None:
    frame = Frame.of(_THINKING)
    assert frame.head == "<|im_start|>user\n"
    assert frame.foot == "<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n"


def test_templates_without_a_switch_and_models_without_a_template() -> None:
    assert Frame.of(TEMPLATE).foot == "<|im_end|>\n<|im_start|>assistant\n"
    assert Frame.of("") == Frame("", "\n\n")
    assert Frame.of(
        "{% for m in messages %}{% if 1 %}{{m.content}}{% break %}{% endif %}{% endfor %}"
    )


@pytest.mark.parametrize(
    "template",
    [
        "no turn at all",
        "{% for x in %}",
        "{{ messages[0].content.nothing.at.all }}",
        "{{ raise_exception('no') }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ messages.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ lipsum.__globals__['os'].system('id') }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{{ messages.append(1) }}",
        "{{ 1 / 0 }}",
        "{{ range(10**9) | list }}",
        "{{ 'a'.format_map(messages) }}{{ messages | attr('__class__') }}",
    ],
)
def test_a_hostile_or_broken_template_is_refused(template: str) -> None:
    with pytest.raises(TemplateUnusable) as refused:
        Frame.of(template)
    assert "passwd" not in str(refused.value)


def test_the_published_form_of_instructions() -> None:
    told = Instructions.parse('Give {{"a": 1}}. Name: {real_name}\nIn: {input_dialogue_content}\n!')
    assert told.fixed == 'Give {"a": 1}. Name:'
    assert told.private("Ida", "hi") == ' Ida\nIn: {"role": "user", "content": "hi"}\n!'
    assert told.whole("Ida", "hi") == told.fixed + told.private("Ida", "hi")


def test_single_braces_stay() -> None:
    told = Instructions.parse('[{"a": 1}] {real_name}{input_dialogue_content}')
    assert told.fixed == '[{"a": 1}]'


@pytest.mark.parametrize("text", ["", "{real_name}", "{input_dialogue_content} {real_name}"])
def test_instructions_without_their_fields_are_refused(text: str) -> None:
    with pytest.raises(InstructionsUnusable):
        Instructions.parse(text)


def test_a_message_stands_in_the_question_as_json() -> None:
    told = Instructions.parse("{real_name}|{input_dialogue_content}")
    for message in messages(200, seed=3):
        name, _, rest = told.private("Ida {real_name}\n Moreau", message).partition("|")
        assert name == "Ida {real_name} Moreau"
        assert json.loads(rest) == {"role": "user", "content": message}
        assert "\n" not in rest
