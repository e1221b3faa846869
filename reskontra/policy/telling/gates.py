"""What stands before a step, in words: what a person must have found, and what stops it.

    "Först ska någon ha registrerat: Annat vatten är ordnat."

The one rule: a gate tells who opens it, for how long it stays open and what happens when nobody
does.
"""

from __future__ import annotations

from collections.abc import Iterator

from reskontra.domain.step import Need, Step, TimeOut
from reskontra.policy.telling.times import span_words, time_words
from reskontra.policy.telling.voice import Voice


def gate_sentences(step: Step, voice: Voice) -> Iterator[str]:
    """What a person must have found first, and which holds stop the step."""
    for need in step.needs:
        yield " ".join(_need(need, voice))
    yield _stops(step, voice)


def need_words(need: Need, voice: Voice) -> str:
    """What must be found, in a few words."""
    return voice.one(need.clearance, voice.known_findings)


def _need(need: Need, voice: Voice) -> Iterator[str]:
    by = voice.role(need.by) if need.by else voice.say(sv="någon", en="somebody")
    finding = need_words(need, voice)
    yield voice.say(
        sv=f"Först ska {by} ha registrerat: {finding}.",
        en=f"First {by} must have recorded: {finding}.",
    )
    if need.fresh_within is not None:
        fresh = span_words(need.fresh_within, voice)
        yield voice.say(
            sv=f"Det får inte vara äldre än {fresh}.", en=f"It may not be older than {fresh}."
        )
    if need.after_part_payment:
        yield voice.say(
            sv="Betalas något därefter måste det prövas på nytt.",
            en="If something is paid after that, it must be found anew.",
        )
    if need.time_out is not None:
        yield _time_out(need, voice)


def _time_out(need: Need, voice: Voice) -> str:
    assert need.time_out is not None
    within = time_words(need.time_out, voice)
    if need.then is TimeOut.GO_ON:
        return voice.say(
            sv=f"Sker det inte inom {within} görs steget ändå.",
            en=f"If that has not happened within {within}, the step is taken without it.",
        )
    return voice.say(
        sv=f"Sker det inte inom {within} görs steget aldrig.",
        en=f"If that has not happened within {within}, the step is never taken.",
    )


def _stops(step: Step, voice: Voice) -> str:
    if step.stopped_by is None:
        return voice.say(sv="Alla spärrar stoppar det.", en="Every hold stops it.")
    if not step.stopped_by:
        return voice.say(sv="Ingen spärr stoppar det.", en="No hold stops it.")
    holds = "; ".join(voice.named(step.stopped_by, voice.known_holds))
    return voice.say(
        sv=f"Det stoppas bara av dessa spärrar: {holds}.",
        en=f"Only these holds stop it: {holds}.",
    )
