"""What generated records are made of: words that sound right in Danish and Swedish and belong to nobody.

Places, people and organisations are plainly made up: nobody comes from Kapitelby.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One language's words.  Sentences may hold `{subject}`; headings stand above paragraphs of any kind."""

    language: str
    country: str
    regions: tuple[str, ...]
    place_starts: tuple[str, ...]
    place_ends: tuple[str, ...]
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    library: str
    organisation: str
    job_titles: tuple[str, ...]
    subjects: tuple[str, ...]
    angles: tuple[str, ...]
    audiences: tuple[str, ...]
    sentences: tuple[str, ...]
    headings: tuple[str, ...]
    points: tuple[str, ...]
    see_also: str
    session_titles: tuple[str, ...]
    online_title: str
    weeks: str
    months: tuple[str, ...]
    seasons: tuple[str, str]
    price: str
    free: str
    catering: str
    certificate: str
    news: str
    initiative: str
    translated_mark: str

    def day(self, day: int, month: int, year: int) -> str:
        """Write a day as people of this language do."""
        return f"{day}{'.' if self.language == 'da' else ''} {self.months[month - 1]} {year}"


DANISH = Vocabulary(
    language="da",
    country="DK",
    regions=(
        "Region Nordjylland",
        "Region Midtjylland",
        "Region Syddanmark",
        "Region Sjælland",
        "Region Hovedstaden",
    ),
    place_starts=(
        "Eksempel",
        "Prøve",
        "Tænke",
        "Papir",
        "Bog",
        "Side",
        "Kapitel",
        "Eventyr",
        "Fabel",
        "Digte",
    ),
    place_ends=("by", "lev", "strup", "holm", "havn", "ø", "borg", "rup", "bjerg", "lund"),
    first_names=(
        "Ane",
        "Bo",
        "Dorthe",
        "Erik",
        "Gry",
        "Helle",
        "Ida",
        "Jens",
        "Kaj",
        "Lise",
        "Mads",
        "Nanna",
    ),
    last_names=(
        "Eksempelsen",
        "Prøvesen",
        "Bogholder",
        "Sidetal",
        "Kapitelsen",
        "Fabelsen",
        "Opdigtsen",
        "Komma",
    ),
    library="{place} Bibliotekerne",
    organisation="{place} Læseselskab",
    job_titles=("Udviklingskonsulent", "Bibliotekar", "Projektleder", "Formidler", "Afdelingsleder"),
    subjects=(
        "læselyst",
        "digital dannelse",
        "samskabelse",
        "lokalhistorie",
        "tilgængelighed",
        "formidling",
        "makerspaces",
        "kildekritik",
        "servicedesign",
        "borgerinddragelse",
        "musik på biblioteket",
        "litteratursøgning",
    ),
    angles=(
        "i praksis",
        "for begyndere",
        "med de unge",
        "i det åbne bibliotek",
        "på tværs af kommuner",
        "trin for trin",
    ),
    audiences=(
        "Biblioteksansatte",
        "Ledere på folkebiblioteker",
        "Børnebibliotekarer",
        "Formidlere og frivillige",
    ),
    sentences=(
        "Forløbet handler om {subject} og om, hvordan biblioteket kan arbejde med det i hverdagen.",
        "Deltagerne arbejder med egne cases og afprøver metoderne mellem mødegangene.",
        "Vi ser nærmere på {subject} og på de erfaringer, andre biblioteker har gjort sig.",
        "Undervisningen veksler mellem oplæg, øvelser i grupper og fælles opsamling.",
        "Det kræver ingen særlige forudsætninger at være med, men gerne lyst til at prøve noget nyt.",
        "Hver deltager går hjem med en plan, som nærmeste leder kender og bakker op om.",
        "Biblioteket er et sted, hvor mange forskellige mennesker mødes, og det giver særlige muligheder.",
        "Der er god tid til spørgsmål, og underviseren kan kontaktes mellem mødegangene.",
        "Materialerne kan frit bruges i egen organisation efter kurset.",
        "Kolleger fra samme bibliotek får mest ud af at deltage sammen.",
        "Gennem {subject} kan biblioteket nå borgere, der ellers sjældent kommer på besøg.",
        "Målet er, at arbejdet fortsætter, når forløbet er slut.",
    ),
    headings=("Indhold", "Form", "Udbytte", "Baggrund", "Sådan arbejder vi", "Før du tilmelder dig"),
    points=(
        "oplæg og øvelser",
        "besøg på et bibliotek",
        "fælles refleksion",
        "en prøvehandling",
        "feedback i grupper",
    ),
    see_also="Læs også om",
    session_titles=("Kick off", "Metodedag", "Besøgsrunde", "Midtvejsdag", "Værksted", "Afslutning"),
    online_title="Webinar",
    weeks="uge {week} {year}",
    months=(
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ),
    seasons=("foråret {year}", "efteråret {year}"),
    price="{amount} kr.",
    free="gratis",
    catering="Forplejning",
    certificate="Kursusbevis",
    news="Nyt om {subject}",
    initiative="Sammen om {subject}",
    translated_mark="på dansk",
)

SWEDISH = Vocabulary(
    language="sv",
    country="SE",
    regions=("Region Skåne", "Region Kalmar län", "Region Kronoberg", "Region Blekinge", "Region Halland"),
    place_starts=("Exempel", "Prov", "Tanke", "Pappers", "Bok", "Sido", "Kapitel", "Sago", "Fabel", "Dikt"),
    place_ends=("by", "köping", "torp", "holm", "hamn", "ås", "borg", "ryd", "berg", "lund"),
    first_names=(
        "Agda",
        "Birger",
        "Disa",
        "Emil",
        "Greta",
        "Hugo",
        "Inga",
        "Jarl",
        "Karin",
        "Love",
        "Maja",
        "Nils",
    ),
    last_names=(
        "Exempelsson",
        "Provsson",
        "Bokman",
        "Sidfot",
        "Kapitelgren",
        "Fabelin",
        "Påhittsson",
        "Kommatecken",
    ),
    library="{place} bibliotek",
    organisation="{place} läsesällskap",
    job_titles=("Utvecklingsledare", "Bibliotekarie", "Projektledare", "Förmedlare", "Enhetschef"),
    subjects=(
        "läslust",
        "digital delaktighet",
        "samskapande",
        "lokalhistoria",
        "tillgänglighet",
        "förmedling",
        "skaparverkstäder",
        "källkritik",
        "tjänstedesign",
        "medborgardialog",
        "musik på biblioteket",
        "litteratursökning",
    ),
    angles=(
        "i praktiken",
        "för nybörjare",
        "med unga",
        "på meröppna bibliotek",
        "över kommungränserna",
        "steg för steg",
    ),
    audiences=(
        "Biblioteksanställda",
        "Chefer på folkbibliotek",
        "Barnbibliotekarier",
        "Förmedlare och volontärer",
    ),
    sentences=(
        "Utbildningen handlar om {subject} och om hur biblioteket kan arbeta med det i vardagen.",
        "Deltagarna arbetar med egna fall och prövar metoderna mellan träffarna.",
        "Vi ser närmare på {subject} och på de erfarenheter som andra bibliotek har gjort.",
        "Undervisningen växlar mellan föreläsningar, övningar i grupp och gemensam reflektion.",
        "Inga särskilda förkunskaper krävs, men gärna lust att prova något nytt.",
        "Varje deltagare går hem med en plan som den närmaste chefen känner till och stöder.",
        "Biblioteket är en plats där många olika människor möts, och det ger särskilda möjligheter.",
        "Det finns gott om tid för frågor, och läraren kan nås mellan träffarna.",
        "Materialet får användas fritt i den egna organisationen efter kursen.",
        "Kollegor från samma bibliotek får mest ut av att delta tillsammans.",
        "Genom {subject} kan biblioteket nå invånare som annars sällan kommer på besök.",
        "Målet är att arbetet fortsätter när utbildningen är slut.",
    ),
    headings=("Innehåll", "Form", "Resultat", "Bakgrund", "Så arbetar vi", "Innan du anmäler dig"),
    points=(
        "föreläsning och övningar",
        "besök på ett bibliotek",
        "gemensam reflektion",
        "ett eget försök",
        "återkoppling i grupp",
    ),
    see_also="Läs även om",
    session_titles=("Uppstart", "Metoddag", "Besöksrunda", "Halvtidsdag", "Verkstad", "Avslutning"),
    online_title="Webbinarium",
    weeks="vecka {week} {year}",
    months=(
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ),
    seasons=("våren {year}", "hösten {year}"),
    price="{amount} kr",
    free="gratis",
    catering="Förtäring",
    certificate="Kursintyg",
    news="Nytt om {subject}",
    initiative="Tillsammans om {subject}",
    translated_mark="på svenska",
)

VOCABULARIES = {"da": DANISH, "sv": SWEDISH}
