"""Likely wrong answers in the chapter on the six missions, and a phrase of the feedback that each must get."""


def _right(codes):
    both = codes.dropna()
    return None if both.empty else 100 * (both["first"] == both["second"]).mean()


def _of_the_first(codes):
    own = codes[codes["first"].notna()]
    return 100 * (own["first"] == own["second"]).mean()


_RIGHT = {
    "Publish the proceedings of our meetings.": "product",
    "Raise the digital literacy of the public.": "push",
    "At least four governments become willing to pay.": "target",
    "Build a platform for companies and governments.": "place",
    "Do not regulate what services on the network carry.": "limit",
    "Improve the state of the world.": "push",
    "Bring together bodies that deal with different policies.": "place",
    "Make regulations for telecommunications.": "product",
}
_NOTE = "Gurry, Brookings and the Caucus would each measure this mission in another way, and none of them was asked. "

WRONG = {
    "six-missions-agreement": [
        (lambda codes: 100 * (codes["first"] == codes["second"]).mean(), "You divided by all activities"),
        (lambda codes: 100 * (codes["first"].fillna(0) == codes["second"].fillna(0)).mean(), "Two gaps count as agreement"),
        (_of_the_first, "gaps of the first coder only"),
        (lambda codes: None if _right(codes) is None else 100 - _right(codes), "on which they differ"),
        (lambda codes: int((codes["first"] == codes["second"]).sum()), "a number of activities"),
        (lambda codes: 0 if _right(codes) is None else _right(codes), "`None` is expected"),
        (lambda codes: None, "gives nothing back"),
    ],
    "six-missions-promises": [
        (_RIGHT | {"Raise the digital literacy of the public.": "target"}, "any rise at all keeps it"),
        (_RIGHT | {"Bring together bodies that deal with different policies.": "product"}, "for the others to make"),
        (_RIGHT | {"Build a platform for companies and governments.": "product"}, "what they do is left open"),
        (_RIGHT | {"Do not regulate what services on the network carry.": "target"}, "counts nothing"),
        (_RIGHT | {"Make regulations for telecommunications.": "limit"}, "Regulations limit others"),
        (_RIGHT | {"Improve the state of the world.": "vision"}, "none of the labels"),
    ],
    "six-missions-that-can-fail": [
        ("\n", "Write 180 to 320 words"),
        (_NOTE, "fewer than the 180"),
        (_NOTE * 20, "more than 320"),
        ("A yardstick that nobody reads is worse than no yardstick, since it lets the makers feel that they have been judged. " * 11, "holders of a position"),
    ],
}
