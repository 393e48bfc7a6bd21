"""Options that several commands share."""

from __future__ import annotations

import click


class LocaleType(click.ParamType):
    """A locale the coach speaks; any other one is refused with the nearest of them."""

    name = "locale"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return *value* in its usual spelling, such as `en-GB` for `en_gb`."""
        from skill.catalog.mistakes import did_you_mean
        from skill.speech.locales import SPOKEN_LOCALES

        language, _, country = str(value).replace("_", "-").partition("-")
        locale = f"{language.lower()}-{country.upper()}"
        if locale not in SPOKEN_LOCALES:
            known = ", ".join(sorted(SPOKEN_LOCALES))
            self.fail(f"{value!r} is none of {known}{did_you_mean(locale, SPOKEN_LOCALES)}", param, ctx)
        return locale


LOCALE = LocaleType()
