"""Wrong answers to the exercises on nine documents compared, each with words of the feedback that it must get."""


def says(table, topic):
    return table[~table[topic].str.startswith("Not addressed")]


def year(rows):
    return None if rows.empty else rows.year.min()


LABELS = {
    "Going online is affordable for everyone in Africa.": "access_and_divide",
    "People may communicate without giving a name.": "human_rights_online",
    "Personal data are collected for stated purposes and then deleted.": "human_rights_online",
    "All concerned work together against threats to a stable network.": "security_norms",
    "No state makes producers build a back door into encryption.": "security_norms",
    "Everyone has a right to take part in governing the internet.": "governance_institutions",
    "In each country an independent body of all groups guides policy.": "governance_institutions",
    "Social networks are not shut down or blocked.": "content_order",
    "Regional exchange points make internet traffic cheaper.": "access_and_divide",
    "Schools teach how to find and judge information.": "access_and_divide",
}
ADVICE = "It may not. Lu Wei holds that sovereignty carries the rest, McKune reads what stands around a clause, and UNESCO has a ruler of its own. "

WRONG = {
    "comparing-frameworks-first-word": [
        (lambda table, topic: year(table[table[topic] != "Not addressed."]), "bare *Not addressed.*"),
        (lambda table, topic: year(table[~table[topic].str.startswith("No")]), "begins with *No*"),
        (lambda table, topic: year(table[table[topic].str.startswith("Not addressed")]), "Turn the condition round"),
        (lambda table, topic: None if says(table, topic).empty else says(table, topic).year.max(), "the latest document"),
        (lambda table, topic: None if says(table, topic).empty else says(table, topic).year.iloc[0], "order of the rows"),
        (lambda table, topic: table.year.min(), "earliest document of all"),
        (lambda table, topic: None, "gives nothing back"),
    ],
    "comparing-frameworks-tenth": [
        (LABELS | {"Going online is affordable for everyone in Africa.": "human_rights_online"}, "a right to what"),
        (LABELS | {"Personal data are collected for stated purposes and then deleted.": "data_flows"}, "does not make a flow"),
        (LABELS | {"No state makes producers build a back door into encryption.": "human_rights_online"}, "Privacy may be the reason"),
        (LABELS | {"Everyone has a right to take part in governing the internet.": "human_rights_online"}, "Matter before mood"),
        (LABELS | {"In each country an independent body of all groups guides policy.": "sovereignty"}, "only where it happens"),
        (LABELS | {"Social networks are not shut down or blocked.": "access_and_divide"}, "cables, prices and skills"),
        (LABELS | {"Schools teach how to find and judge information.": "ai"}, "no learning machine"),
        (dict.fromkeys(LABELS, "human_rights_online"), "2 of 10"),
        (LABELS | {"Regional exchange points make internet traffic cheaper.": "infrastructure"}, "none of the labels"),
    ],
    "comparing-frameworks-either": [
        ("\n", "Write 160 to 300 words"),
        (ADVICE, "fewer than the 160"),
        (ADVICE * 13, "more than 300"),
        ("Two texts may use one word for two things, so a draft should say which sentence it means before it cites anything at all. " * 8, "names none of them"),
    ],
}
