"""What the claims' table says of the rules is what the rules say of the claims."""

from intake.claims import CLAIMS, TABLES, read_beyond
from screening.advice import ADVICE
from screening.rules import RULES

PROMOTIONAL = {f"A-{number}" for number in range(128, 138)}


def test_the_table_names_for_each_claim_the_rules_that_cite_it():
    for claim in CLAIMS.values():
        citing = [rule.code for rule in RULES.rules if claim.id in rule.claims]
        assert sorted(claim.rules) == sorted(citing), (
            f"claims.csv, {claim.id}: the column rules should read '{' '.join(citing)}'"
        )


def test_every_rule_that_cites_no_claim_is_labeled_as_beyond_the_documents():
    bare = {rule.code: rule.title for rule in RULES.rules if not rule.claims}
    assert read_beyond(TABLES / "beyond.csv") == bare


def test_promotion_reaches_a_rule_only_as_a_safety_fact():
    citing = {rule.code for rule in RULES.rules if PROMOTIONAL & set(rule.claims)}
    assert citing == {"E07", "S16"}


def test_what_is_said_to_be_advice_is_what_the_advice_cites():
    said = {one.id for one in CLAIMS.values() if "released by a clinician only" in one.elsewhere}
    cited = {claim for advice in ADVICE.advice for claim in advice.claims}
    assert said == cited


def test_promotion_reaches_no_advice():
    assert not PROMOTIONAL & {claim for advice in ADVICE.advice for claim in advice.claims}
