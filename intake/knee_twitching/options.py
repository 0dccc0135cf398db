"""CONTENT: answers that many questions share."""

from intake.option import Option

NO = Option("no", "No")
YES = Option("yes", "Yes", concern=3)
NOT_SURE = Option("not-sure", "Not sure", concern=2, unknown=True)
NONE = Option("none", "None of these", exclusive=True)
YES_NO = (YES, NO, NOT_SURE)

RIGHT = Option("right", "Right")
LEFT = Option("left", "Left")
BOTH = Option("both", "Both")
SIDES = (RIGHT, LEFT, BOTH, NOT_SURE)
