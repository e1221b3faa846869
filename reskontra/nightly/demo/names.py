"""Words that Granvik's people and places are named from.

    YOUNGER_NAMES[Sex.WOMAN]   -> ("Alva", "Amanda", ...)

The one rule: nobody here is anybody. Names are common ones, and identity numbers are test numbers.
"""

from __future__ import annotations

from enum import StrEnum
from random import Random


def chance_of(seed: int, what: str) -> Random:
    """The chance that decides about one thing, so that more of another thing leaves it alone."""
    return Random(f"{seed}: {what}")  # noqa: S311 - a life that can be lived again, not a secret


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


class Sex(StrEnum):
    """Told by a personal identity number: an even last digit but one is a woman's."""

    WOMAN = "woman"
    MAN = "man"


OLDER_NAMES = {
    Sex.WOMAN: _words(
        "Anita Barbro Berit Birgitta Britt Elisabeth Elsa Eva Gerd Gun Gunilla Gunvor Inga "
        "Ingegerd Inger Ingrid Irene Karin Kerstin Lena Maj Margareta Marianne Monica Rut Siv "
        "Sonja Ulla Vivianne Yvonne"
    ),
    Sex.MAN: _words(
        "Alf Anders Arne Bengt Bertil Bo Börje Christer Gunnar Göran Hans Ingemar Ingvar Jan "
        "Kjell Kurt Lars Leif Lennart Olle Ove Per Roland Rolf Rune Stig Sture Sven Tore Åke"
    ),
}
YOUNGER_NAMES = {
    Sex.WOMAN: _words(
        "Alva Amanda Amina Anna Camilla Cecilia Elin Ellen Emma Fatima Frida Hanna Helena "
        "Ida Jenny Johanna Josefin Julia Klara Leila Linda Linnea Lovisa Malin Maria Matilda "
        "Moa Nora Petra Sanna Sara Selma Sofia Therese Tilda Vera Zahra Åsa"
    ),
    Sex.MAN: _words(
        "Adam Albin Alexander Ali Andreas Anton Axel Björn Daniel David Elias Emil Erik Filip "
        "Fredrik Gustav Hampus Henrik Hugo Isak Jakob Joakim Johan Jonas Karl Linus Magnus "
        "Marcus Mattias Mikael Mohammed Nils Oskar Otto Patrik Peter Simon Tobias Viktor Wilhelm"
    ),
}
LAST_NAMES = _words(
    "Abdi Ahlgren Almqvist Andersson Axelsson Berg Bergqvist Bergström Björk Blom Blomberg "
    "Carlsson Dahl Dahlberg Danielsson Ek Eklund Ekström Eriksson Falk Forsberg Fransson "
    "Fredriksson Granström Gunnarsson Gustafsson Hansson Hedlund Hellström Hermansson Holm "
    "Holmgren Håkansson Isaksson Jakobsson Jansson Johansson Jönsson Karlsson Kovač Larsson "
    "Lind Lindberg Lindgren Lindholm Lindqvist Löfgren Lundin Lundqvist Magnusson Martinsson "
    "Mattsson Mohamud Nguyen Nilsson Norberg Nordin Nyberg Nyström Olofsson Olsson Persson "
    "Pettersson Sandberg Samuelsson Sjöberg Sjögren Ström Svensson Söderberg Wallin Wikström "
    "Yılmaz Åberg Åkesson Öberg Östlund"
)
ENGLISH_FIRST_NAMES = {
    Sex.WOMAN: _words("Abigail Chiara Grace Hannah Ifeoma Joanna Katarzyna Mei Priya Siobhan"),
    Sex.MAN: _words("Aidan Benjamin Callum Diego Giorgos Ian Kwame Marek Rajesh Thomas"),
}
ENGLISH_LAST_NAMES = _words(
    "Adeyemi Brennan Chen Fernandes Hughes Kowalski MacLeod Mensah Okafor Papadakis Patel "
    "Rossi Sharma Turner Walsh"
)
STREETS = _words(
    "Allévägen Bagaregatan Banvägen Björkvägen Brogatan Bruksgatan Fabriksgatan Fiskargatan "
    "Fågelvägen Gjutarvägen Granvägen Hamngatan Hantverkargatan Industrigatan Järnvägsgatan "
    "Kapellvägen Klockarvägen Kvarngatan Kyrkogatan Köpmangatan Lingonstigen Lärkvägen "
    "Nygatan Parkgatan Prästgatan Repslagargatan Skolgatan Sjövägen Smedjegatan Strandvägen "
    "Storgatan Tallvägen Torggatan Vallgatan Vintergatan Åsvägen Ängsvägen Östergatan"
)
PLACES = ("999 11 Granvik", "999 12 Granvik", "999 13 Granvik", "999 20 Granviks strand")
ORGANIZATIONS = (
    "Granviks bageri AB",
    "Kvarnens bilservice AB",
    "Bostadsrättsföreningen Hamnkanten",
    "Granviks idrottsförening",
    "Sjöströms bygg AB",
    "Café Bryggan HB",
    "Föreningen Folkets hus i Granvik",
    "Norrgårdens trädgård AB",
    "Bostadsrättsföreningen Klockaren",
    "Granviks redovisning AB",
)
REFERENCES = ("Eva Lindahl", "Mats Ödman", "Yasmin Rahimi", "Karl-Johan Frisk", "Lotta Wiberg")
