"""A stored assessment, read as it was when it was stored."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, ValidationError

from screening.finding import ArthritisLevel, Kind, Urgency


class _Stored(BaseModel):
    """Later versions may have stored more; what is known here is still shown."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class ReadEvidence(_Stored):
    """An item and its answer in words, empty where it was not answered."""

    link_id: str
    answer: str


class ReadFinding(_Stored):
    """A finding with everything it rests on."""

    code: str
    kind: Kind
    urgency: Urgency | None
    title: str
    because: tuple[ReadEvidence, ...]
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    next: str

    @property
    def raises(self) -> bool:
        """Whether it moves the patient up."""
        return self.urgency is not None and self.urgency > Urgency.ROUTINE


class ReadQuestion(_Stored):
    """A question to ask aloud."""

    link_id: str
    question: str


class ReadNotRuledOut(_Stored):
    """What could not be ruled out, and the questions that would settle it."""

    code: str
    title: str
    raises_to: Urgency | None
    ask: tuple[ReadQuestion, ...]


class ReadStatement(_Stored):
    """What one person said, or one at one time."""

    by: str
    answer: str


class ReadDisagreement(_Stored):
    """An item that was answered differently."""

    link_id: str
    said: tuple[ReadStatement, ...]


class ReadArthritis(_Stored):
    """How far the answers fit arthritis, and of which kinds."""

    level: ArthritisLevel
    kinds: tuple[str, ...]


class ReadAssessment(_Stored):
    """What `screening.record.assessment_json` wrote."""

    urgency: Urgency
    arthritis: ReadArthritis
    findings: tuple[ReadFinding, ...]
    could_not_rule_out: tuple[ReadNotRuledOut, ...]
    disagreements: tuple[ReadDisagreement, ...]
    rules_version: str
    questionnaire_version: str

    def of_kind(self, *kinds: Kind, raising: bool | None = None) -> tuple[ReadFinding, ...]:
        """The findings of these kinds; ``raising`` narrows to those that do, or do not, raise."""
        return tuple(
            finding
            for finding in self.findings
            if finding.kind in kinds and raising in {None, finding.raises}
        )


class UnreadableAssessment(ValueError):  # noqa: N818 - says what is wrong better than "Error"
    """A stored assessment does not have the shape it was stored in."""


def read_assessment(stored: bytes) -> ReadAssessment:
    """Read a stored assessment; raise UnreadableAssessment, without its content, when it is not."""
    try:
        return ReadAssessment.model_validate_json(stored)
    except ValidationError:
        raise UnreadableAssessment("The stored assessment cannot be read.") from None
