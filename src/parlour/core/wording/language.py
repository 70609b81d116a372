"""Which of our three languages a short text is in, by its small words."""

import re

from parlour.core.wording.fold import fold

LANGUAGES = ("en", "hr", "de")

_SPOKEN_ALIKE = {"sr": "hr", "bs": "hr", "sh": "hr"}
_WORD = re.compile(r"[^\W\d_]+")
_WORD_LISTS = {
    "en": """a about and any are as at be been but by can could day did do don't find for from get has have hear help here
        how i if in is it just know let like look me more my no not of on or our out please see so sorry thank thanks that
        the their them there they this to up us was we what when which who why will with would yes you your""",
    "hr": """a ako ali bi bismo bit cemo cete ce cu da danas dan do hvala i ili iz ja je jer jos kad kako koji koja koje kod
        li mi moze molim molimo na nam nas nase nasa ne nego nema nije nisam nismo niste o od ovo po pri s sa sam se smo
        ste su sutra sto sve svi ta taj te to u uz va vam vama vas vase vasa vasu vec vi za zao zasto zbog""",
    "de": """aber als am an auch auf aus bei bin bis bitte bitten das dass dein dem den der des die dies diese dich dir du ein
        eine einen er es euch fur gerne guten haben hallo hat ich ihnen ihr ihre ihren im in ist ja kein leid man mehr mein
        mit mochten morgen nach nicht noch nur oder schon sehr sein sich sie sind so tut uber um und uns unser unsere vielen
        von vor war warum was wenn wer werden wie wir wird wissen zu zum zur danke dank""",
}
_SMALL_WORDS = {language: frozenset(words.split()) for language, words in _WORD_LISTS.items()}


def spoken(text: str, declared: str = "") -> str:
    """`declared` when it is one of ours, else the likeliest of en, hr and de; "en" when nothing speaks for any."""
    code = declared.lower().replace("_", "-").partition("-")[0]
    code = _SPOKEN_ALIKE.get(code, code)
    if code in LANGUAGES:
        return code
    words = _WORD.findall(fold(text))
    return max(LANGUAGES, key=lambda language: sum(word in _SMALL_WORDS[language] for word in words))
