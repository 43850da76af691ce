"""Writes the corpus of the parser: one trap a file, LANGUAGE-TRAP.txt, all of it made up.

What each is to be read as stands beside it as LANGUAGE-TRAP.dump; ParserCorpusTest compares, and
with -Dcorpus=write writes what it reads, to be looked at line by line before it is committed.
"""

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "resources/clipdesk/transcript/parse"

OPENING = "Council Spokesperson Ana Sample\n\nGood morning. We begin with a statement.\n\n"

CASES = {
    # The five forms.
    "en-own-line": OPENING + "Jon Smyth, WXYZ\n\nWill you sign?\n\nAna Sample\n\nWe will not sign.\n",
    "en-colon": "Moderator: Good morning.\nJon Smyth, WXYZ: Will you sign?\nANA SAMPLE: No.\n",
    "en-brackets": "[Ana Sample, Council Spokesperson] Good morning.\n[Jon Smyth, WXYZ] Will you sign?\n[Ana Sample] No.\n",
    "en-outlet-in-brackets": OPENING + "Jon Smyth (WXYZ)\n\nWill you sign?\n\nAna Sample\n\nNo.\n",
    "en-letters": "Q. Will you sign?\nA. No.\nQ. A reason?\nA. There are two. Q is one letter.\n",
    "fr-dash": "M. le président. – La séance est ouverte.\n\nM. Dupont. – Premier point : le budget.\n\nMme Exemple. – « Non. »\n",
    "fr-colon": "Le Secrétaire général\u00a0: Bonjour à tous.\nAnne Exemple, Radio Nord\u00a0: Est-ce vrai\u00a0?\nLe Secrétaire général\u00a0: Oui. Deux raisons\u00a0: la première est simple.\n",
    "fr-own-line": "Porte-parole du Conseil Marie Modèle\n\nBonjour. Qu’est-ce que c’est\u202f?\n\nJean d’Exemple, Le Quotidien\n\nMerci.\n",
    "uk-own-line": "Генеральний секретар\n\nДоброго дня. П’ять років ми чекали.\n\nІван Приклад, Українська правда\n\nЧи буде це так?\n\nГенеральний секретар\n\nТак.\n",
    "uk-colon": "Речниця Ради Олена Зразок: Добрий день.\nІван Приклад, Суспільне: Чому?\nОлена Зразок: Є дві причини: перша проста.\n",
    # Each trap of the table.
    "en-no-first-label": "Good morning everybody, and welcome.\nWe have half an hour.\n\nJon Smyth, WXYZ\n\nWill you sign?\n\nCouncil Spokesperson Ana Sample\n\nNo, we will not sign that today.\n",
    "en-label-shortened": OPENING + "Jon Smyth, WXYZ\n\nWill you sign?\n\nCouncil Spokesperson\n\nNo.\n",
    "en-label-short-for-two": "Council Spokesperson Ana Sample\n\nGood morning.\n\nCouncil Spokesperson Ida Muster\n\nHello.\n\nCouncil Spokesperson\n\nNo.\n",
    "en-name-said-otherwise": OPENING + "Jon Smyth, WXYZ\n\nJon Smythe, WXYZ. Will you sign?\n\nAna Sample\n\nNo.\n",
    "en-two-commas": OPENING + "Eva Example, North Post, Channel 9\n\nWill you sign?\n",
    "en-spacing": OPENING + "Ivo Probe , Agency\u00a0\n\nWill you sign?\n\nAna  Sample\n\nNo.\n\nIvo Probe, Agency\n\nWhy?\n",
    "en-without-gap": OPENING + "Jon Smyth, WXYZ\nWill you sign?\n\nAna Sample\n\nNo.\n\nJon Smyth, WXYZ\n\nWhy?\n",
    "en-label-at-the-end": OPENING + "Jon Smyth, WXYZ\n\nWill you sign?\n\nAna Sample\n",
    "en-moderator-before-label": OPENING + "All right, third row on the aisle,\n\nJon Smyth, WXYZ\n\nWill you sign?\n\nAna Sample\n\nNo. Over to you\n\nEva Example, North Post\n\nWhy?\n\nAna Sample\n\nThird row, left.\n\nIvo Probe, Agency\n\nWhen?\n",
    "en-called-upon": OPENING + "Eva Example\n\nEva Example, North Post\n\nWhy?\n\nAna Sample\n\nBecause. Jon Smyth.\n\nJon Smyth, WXYZ\n\nWhen?\n",
    "en-broken-off": OPENING + "Jon Smyth, WXYZ\n\nWill you sign, or –\n\nAna Sample\n\nI said that that was…\n\nJon Smyth, WXYZ\n\nWell,\n\nAna Sample\n\nNo.\n",
    "en-role-after-comma": OPENING + "Jana Muster, Minister of Finance\n\nWe will pay.\n\nIda Beispiel, The Ambassador Times\n\nHow much?\n",
    "en-name-order": OPENING + "Muster Jana, North Post\n\nWhy?\n\nAna Sample\n\nBecause.\n\nJana Muster, North Post\n\nJana Muster again.\n\nJana Muster, North Post\n\nThanks.\n",
    "en-list-of-names": "Ms. Sample: I thank Mr. Alba, Ms. Beta and Mr. Gamma: they know why.\nMr. Alba: Thank you.\nI also thank Mr. Alba, Ms. Beta and Mr. Gamma: they came.\n",
    "en-notes": OPENING + "Jon Smyth, WXYZ\n\nWill you [inaudible] sign (laughter) with the Fund (the Fund)?\n\nAna Sample\n\n(via interpreter) No [he points. At the door] today.\n",
    "en-inaudible-turn": OPENING + "Jon Smyth, WXYZ\n\n[inaudible]\n\nAna Sample\n\nNo.\n",
    "en-remarks": "[The session opens at 10.00]\n\n" + OPENING + "* * *\n\nWe go on.\n\n***\n\nAnd on.\n\nEnd of conference\n",
    "en-matter": "Home\nNews\nPress\n\nPress conference of 3 May\n\n" + OPENING + "Jon Smyth, WXYZ\n\nWill you sign?\n\nAna Sample\n\nNo.\n\nNew City, Examplia\n\nShare this page\n",
    "fr-matter-in-english": "Skip to the content of this page and to the search. You have to accept all that is in the way.\n\nPorte-parole du Conseil Marie Modèle\n\nBonjour à tous et merci d’être venus. Nous avons une heure, et je vous donne la parole.\n\nJean Exemple, Le Quotidien\n\nEst-ce que vous êtes prêts, et qui est avec vous dans cette affaire\u00a0?\n\nMarie Modèle\n\nOui. Nous sommes prêts et nous avons un plan pour la suite.\n",
    "en-other-language": "Porte-parole du Conseil Marie Modèle\n\nBonjour à tous et merci d’être venus. Nous avons une heure, et je vous donne la parole.\n",
    "en-time-and-figure": OPENING + "At 10:30 we meet. Note: it is late. Two points: one is short.\n\nEva Example, Channel 7: Why?\n\nJon Smyth, WXYZ\n\nWhen?\n",
    "en-figure-before-colon": "Moderator: Good morning.\nEva Example, Channel 7: Why?\nModerator: At 10:30: not before.\n",
    "en-capitals-in-speech": "SMITH: Good morning.\nREMEMBER: this is text.\nSMITH: And: nothing.\n",
    "en-times-beside-labels": "Ana Sample (00:12):\nGood morning.\n\nJon Smyth (01:02:03):\nWill you sign?\n",
    "en-wrapped": OPENING + "Jon Smyth, WXYZ\nYou said yesterday, in the presence of the minister and of the\nNorth Post, Channel 9\nand of everybody, that you will sign. Will you?\n",
    "en-spelling": OPENING + "Christine Exemple, North Post\n\nWhy?\n\nAna Sample\n\nBecause.\n\nChristina Exemple, North Post\n\nWhen?\n",
    "en-same-name-two-outlets": OPENING + "Jon Smyth, WXYZ\n\nWhy?\n\nJon Smyth, North Post\n\nWhen?\n",
    "en-soft-characters": "\ufeffCouncil Spokes\u00adperson Ana\u200b Sample\r\n\r\nGood mor\u00adning.\u000bWe be\u200bgin.\r\rJon Smyth, WXYZ\u2028\u2028Why?\u0085",
    "uk-role-and-name": "Президент Іван Іванович Приклад\n\nТак.\n\nГолова Ради Європи\n\nТак.\n\nРечниця Єврокомісії Ганна Зразок\n\nНі.\n",
    "uk-roles": "Міністр закордонних справ України\n\nМи готові.\n\nПрем’єр-міністр Олена Петрівна Зразок\n\nДякую.\n\nГолова Верховної Ради\n\nТак.\n",
    "fr-roles": "Le ministre de la Transition écologique Jean Exemple\n\nBonjour.\n\nPrésident Paul Modèle\n\nMerci.\n\nHaute représentante de l’Union Marie de La Fontaine\n\nOui.\n",
    "en-roles": "NATO Deputy Secretary General\n\nGood morning.\n\nPresident of the United States\n\nHello.\n\nForeign Minister Jana van der Muster\n\nYes.\n\nMinister of Finance Ida Beispiel\n\nNo.\n",
}

if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in CASES.items():
        (FOLDER / f"{name}.txt").write_bytes(text.encode())
