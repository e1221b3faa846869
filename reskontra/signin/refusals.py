"""What a sign-in refuses, in words that tell the person what it means.

    raise AnswerNotTrusted("nonce")

The word in parentheses is for the operator's log: which check it was, never what it looked at.

The one rule: neither a message nor the log ever repeats what the provider said of anybody.
"""

from __future__ import annotations

from reskontra.domain.refusal import Refused


class SignInRefused(Refused):
    """The sign-in did not succeed. Please try again."""

    swedish = "Inloggningen lyckades inte. Försök igen."

    def __init__(self, because: str = "", /, **fields: object) -> None:
        """Keep which check it was, for the log."""
        super().__init__(**fields)
        self.because = because


class SignInNotSetUp(SignInRefused):
    """It is not possible to sign in right now, because sign-in has not been set up."""

    swedish = "Det går inte att logga in just nu, eftersom inloggningen inte är inställd."


class SignInCancelled(SignInRefused):
    """The sign-in was cancelled. Nothing has changed."""

    swedish = "Inloggningen avbröts. Inget har ändrats."


class SignInLost(SignInRefused):
    """The sign-in took too long, or was begun in another window or browser."""

    swedish = "Inloggningen tog för lång tid eller påbörjades i ett annat fönster."


class ProviderUnreachable(SignInRefused):
    """The e-identification service does not answer."""

    swedish = "Tjänsten för e-legitimation svarar inte."


class AnswerNotTrusted(SignInRefused):
    """The answer from the e-identification service could not be verified."""

    swedish = "Svaret från tjänsten för e-legitimation gick inte att kontrollera."


class LevelTooLow(SignInRefused):
    """Your e-identification is not of a level of assurance that is accepted here."""

    swedish = "Din e-legitimation har inte en tillitsnivå som godtas här."


class NumberMissing(SignInRefused):
    """Your e-identification gave no Swedish personal identity number or coordination number."""

    swedish = "Din e-legitimation lämnade inget svenskt personnummer eller samordningsnummer."


class LogoutNotTrusted(SignInRefused):
    """The logout token could not be verified."""

    swedish = "Utloggningen gick inte att kontrollera."
