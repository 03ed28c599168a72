"""Small agreements, written for the tests of the command."""

from pathlib import Path

DUTCH = """Overeenkomst hosting

Dorpshuis De Linde (hierna: Opdrachtgever) en Noordkaap Hosting B.V. (hierna: Leverancier) komen overeen:

1. Beheer
1.1 Leverancier maakt elke dag een back-up van alle gegevens.
1.2 Leverancier herstelt een storing binnen vier uur na de melding, tenzij de storing door brand ontstaat.
1.3 Leverancier lost kleine wensen zo spoedig mogelijk op.

2. Betaling
2.1 Opdrachtgever betaalt facturen binnen 30 dagen na ontvangst.
2.2 Opdrachtgever wijst vóór 1 maart 2027 een beheerder aan.
2.3 Deze worden schriftelijk bevestigd.
"""

ENGLISH = """Hosting Agreement

Lindenhall Library ("Customer") and Northcape Hosting Ltd ("Supplier") agree as follows:

1. Service
1.1 Supplier shall make a backup of all data every day.
1.2 Supplier shall repair a fault within four hours of the report, unless the fault is caused by fire.

2. Payment
2.1 Customer shall pay each invoice within 30 days after receipt.
2.2 Customer shall name an administrator by 1 March 2027.
"""

FRENCH = """Contrat d'hébergement

Le fournisseur livre le système dans les trente jours et le client paie les factures dans un délai de
soixante jours après la réception. Les parties conviennent que les données sont conservées en Europe et que
le fournisseur avertit le client sans délai de toute interruption du service pendant les heures ouvrables.
"""

NOTHING = """Verslag van de wandeling

Het was een mooie dag in de duinen. De zon scheen en de zee was blauw. Na de koffie liepen wij naar het
strand, waar veel mensen waren. Aan het einde van de middag was iedereen moe en tevreden over de tocht.
"""


def put(folder: Path, name: str, text: str) -> Path:
    """A file with `text` in `folder`."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
