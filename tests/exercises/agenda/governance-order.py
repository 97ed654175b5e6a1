"""Wrong answers to the exercises on the plan for a new governance order, each with words of the feedback that it must get."""


def sits(table, club):
    return table.groups.map(lambda names: club in names)


def share(table, first, second):
    return 100 * sits(table[sits(table, first)], second).mean()


RECORDS = {
    "With fifteen others the WIC hands a text to a UN office.": "claimed",
    "The programme of a UN forum lists the WIC's head at a workshop.": "inside",
    "A Chinese academy hosts a session in Geneva in July 2025.": "another",
    "The Cyberspace Administration holds a seminar at APEC.": "another",
    "A UN under-secretary-general speaks at Wuzhen in 2025.": "reverse",
    "A data study of 2025 sorts texts of multilateral mechanisms.": "about",
    "Roscongress signs a memorandum with the SCO secretariat.": "another",
    "In Norway a UN official thanks the WIC for convening a session.": "inside",
}
DECISION = "It is a small bloc. India asked for consent of all, Okonjo-Iweala saw new energy, and Guterres does not want a club of the few. "

WRONG = {
    "governance-order-overlap": [
        (lambda table, first, second: share(table, second, first), "members of the second club"),
        (lambda table, first, second: 100 * (sits(table, first) & sits(table, second)).mean(), "all rows of the table"),
        (
            lambda table, first, second: 100 * (sits(table, first) & sits(table, second)).sum() / (sits(table, first) | sits(table, second)).sum(),
            "one club or the other",
        ),
        (lambda table, first, second: float((sits(table, first) & sits(table, second)).sum()), "number of shared members"),
        (lambda table, first, second: 100 - share(table, first, second), "*not* in the second"),
        (lambda table, first, second: share(table, first, second) / 100, "fraction"),
        (lambda table, first, second: None, "gives nothing back"),
        (lambda table, first, second: 100 * (table.groups == second).mean(), "too low"),
    ],
    "governance-order-records": [
        (RECORDS | {"With fifteen others the WIC hands a text to a UN office.": "inside"}, "only witness so far"),
        (RECORDS | {"A Chinese academy hosts a session in Geneva in July 2025.": "inside"}, "not the WIC a host"),
        (RECORDS | {"The Cyberspace Administration holds a seminar at APEC.": "inside"}, "an arm of the state"),
        (RECORDS | {"A UN under-secretary-general speaks at Wuzhen in 2025.": "inside"}, "the WIC's own event"),
        (RECORDS | {"Roscongress signs a memorandum with the SCO secretariat.": "inside"}, "not the WIC's tie"),
        (dict.fromkeys(RECORDS, "inside"), "2 of 8"),
        (RECORDS | {"A data study of 2025 sorts texts of multilateral mechanisms.": "writes"}, "none of the labels"),
    ],
    "governance-order-small-bloc": [
        ("\n", "Write 150 to 280 words"),
        (DECISION, "fewer than the 150"),
        (DECISION * 13, "more than 280"),
        ("A text that a group has made for itself should be judged by what it does to those who stand outside its circle. " * 8, "names none of them"),
    ],
}
