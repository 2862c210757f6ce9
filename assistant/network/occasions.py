"""Trades that meet at an occasion, or work for the same people, even where nobody says so: a florist and a harpist.

Written for Wellmet; no list of somebody else's is in it. It is short on purpose, and trades that serve everybody
(accountants, lawyers) stand only where they are of the kind for that occasion.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Occasion:
    """What brings trades together."""

    reads: str  # "both for weddings"
    named: str  # the words by which offers name it
    trades: str  # separated by commas


OCCASIONS = (
    Occasion(
        "weddings",
        "wedding",
        "photographer, florist, cakes, baker, caterer, calligrapher, stationery, invitations, band, dj, harpist,"
        "celebrant, videographer, venue, make-up artist, hairdresser, dressmaker, jeweller, marquees",
    ),
    Occasion(
        "events",
        "event conference",
        "caterer, venue, speaker, photographer, videographer, printer, interpreter, band, dj, florist, event organiser",
    ),
    Occasion(
        "startups",
        "startup",
        "investor, web design, branding, logo, recruiter, software development, pitch coach, patent attorney",
    ),
    Occasion(
        "restaurants",
        "restaurant",
        "food photography, menu design, baker, coffee roaster, wine merchant, hospitality recruiter, sign painter",
    ),
    Occasion(
        "people who move house",
        "home house homeowner",
        "estate agent, mortgage broker, conveyancing, surveyor, removals, interior design, carpenter, decorator,"
        "plumber, electrician, gardener, architect",
    ),
    Occasion(
        "families",
        "family child parent",
        "family photography, nanny, nursery, doula, midwife, music teacher, tutor, family law, birthday cakes",
    ),
    Occasion(
        "authors",
        "author book",
        "book editing, proofreader, illustrator, book design, literary agent, translator, ghost writer, typesetting",
    ),
    Occasion("shops", "shop retail", "sign painter, packaging, window dressing, product photography, web shop"),
)
