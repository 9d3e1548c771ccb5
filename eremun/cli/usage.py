"""Wrong usage, said in the language of the screen."""

from __future__ import annotations

from typer import BadParameter, TyperException

from eremun.cli.options import chosen_lang, say


class WrongUsage(Exception):  # noqa: N818 - an answer to the user
    """Words that do not go together; the message is already in the language of the screen. `verb`: whose help says
    more."""

    def __init__(self, message: str, verb: str = "") -> None:
        super().__init__(message)
        self.verb = verb


def unavailable(verb: str) -> WrongUsage:
    """A verb that this installation does not have."""
    return WrongUsage(say(f"perintah {verb} belum tersedia", f"the command {verb} is not available yet"))


def usage_text(error: TyperException | WrongUsage) -> str:
    """What is wrong with the words of the command, and where to look."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else f"eremun {getattr(error, 'verb', '')}".strip()
    sentence = str(error) if isinstance(error, WrongUsage) else _sentence(error)
    if type(error).__name__ == "NoArgsIsHelpError":
        return sentence
    head = say("Pemakaian salah", "Wrong usage")
    return f"{head}: {sentence}\n" + say(f"Lihat: {path} --help", f"See: {path} --help")


def _sentence(error: TyperException) -> str:
    message = error.format_message()
    # The kinds of faults are classes that typer does not make public, so they are told apart by name.
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return _no_such_option(getattr(error, "option_name", ""), getattr(error, "possibilities", None) or ())
    if isinstance(error, BadParameter):
        name = _name(error)
        if kind == "MissingParameter":
            return say(f"{name} belum disebut", f"{name} is missing")
        # A choice that is not there comes with the words of the checker before those of the fault.
        said = error.message.removeprefix("Value error, ")
        return say(f"nilai untuk {name} tidak dapat dipakai: {_in_indonesian(said)}", f"{name}: {said}")
    return _in_indonesian(message) if chosen_lang() == "id" else message


PHRASES = {
    "Missing command.": "perintahnya belum disebut",
    "No such command": "tidak ada perintah",
    "Did you mean": "Mungkin dimaksudkan",
    "is not one of": "bukan salah satu dari",
    "Got unexpected extra arguments": "ada kata yang berlebih",
    "Got unexpected extra argument(s)": "ada kata yang berlebih",
    "Got unexpected extra argument": "ada kata yang berlebih",
    "Option '": "pilihan '",
    "requires an argument.": "memerlukan nilai",
    "does not take a value.": "tidak memakai nilai",
}


def _in_indonesian(message: str) -> str:
    for english, indonesian in PHRASES.items():
        message = message.replace(english, indonesian)
    return message


def _no_such_option(name: str, possibilities: tuple[str, ...] | list[str]) -> str:
    nearest = ", ".join(possibilities)
    hint = say(f"; mungkin dimaksudkan {nearest}", f"; perhaps you mean {nearest}") if nearest else ""
    return say(f"tidak ada pilihan {name}", f"there is no option {name}") + hint


def _name(error: BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return str(error.param_hint or "")
    return parameter.opts[-1] if parameter.opts[-1].startswith("-") else (parameter.metavar or parameter.opts[-1])
