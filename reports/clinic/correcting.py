"""The pages on which staff correct an answer: which one, what it is now, what that changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from intake.questionnaire import CalendarDate, FreeText, Question
from intake.web import is_same_origin
from reports.clinic import wording
from reports.clinic.apology import kept_out, sorry
from reports.clinic.correctable import (
    LONGEST_WHY,
    asked_of,
    check_choice,
    check_why,
    chosen,
    chosen_now,
    item_of,
    sections_of,
)
from reports.clinic.doors import (
    Correction,
    CorrectionTried,
    CorrectionView,
    Done,
    NotThere,
    Refused,
    SignedOut,
    Trouble,
    Unavailable,
)
from reports.clinic.forms import FormError, read_form
from reports.clinic.gate import token_of
from reports.clinic.premises import Premises
from reports.clinic.templating import render
from reports.effect import effect
from reports.phrases import answer_words, question_words

PAGE = "/clinic/visits/{visit_id}/correct"
_MOST_FIELDS = 100
"""More than the longest list of medicine names has ticks."""
_SAVED = "saved"


def correction_routes(premises: Premises) -> list[Route]:
    """Every route of correcting an answer."""
    desk = _CorrectionDesk(premises)
    return [
        Route(PAGE, desk.choose, methods=["GET"]),
        Route(PAGE + "/{link_id}", desk.ask, methods=["GET"]),
        Route(PAGE + "/{link_id}", desk.take, methods=["POST"]),
    ]


@dataclass(frozen=True)
class _Filled:
    """What stands in the form: the answer, why, and what is wrong with it."""

    base: str
    values: tuple[str, ...]
    why: str = ""
    problem: FormError | None = None


@dataclass(frozen=True)
class _CorrectionDesk:
    premises: Premises

    async def choose(self, request: Request) -> Response:
        """Every question that was asked, to choose one of them."""
        view = await self._view(request)
        if not isinstance(view, CorrectionView):
            return self._closed(request, view)
        saved = bool(request.query_params.get(_SAVED)) and view.version > 1
        note = wording.CORRECT_SAVED.format(version=view.version) if saved else ""
        return self._drawn("correct.html", view, sections=sections_of(view), note=note)

    async def ask(self, request: Request) -> Response:
        """One question with its options, its answer chosen."""
        view = await self._view(request)
        if not isinstance(view, CorrectionView):
            return self._closed(request, view)
        item = item_of(view, request.path_params["link_id"])
        if item is None:
            return sorry(404, wording.NOT_THERE)
        return self._form(view, item, _Filled(view.submission_id, chosen_now(view, item)))

    async def take(self, request: Request) -> Response:
        """Show what the answer changes, let it be changed, or save it."""
        view = await self._view(request)
        if not isinstance(view, CorrectionView):
            return self._closed(request, view)
        item = item_of(view, request.path_params["link_id"])
        if item is None:
            return sorry(404, wording.NOT_THERE)
        filled = _Filled(view.submission_id, chosen_now(view, item))
        if not is_same_origin(request):
            foreign = FormError(wording.FOREIGN, status=403)
            return self._form(view, item, replace(filled, problem=foreign))
        try:
            fields = (await read_form(request, _MOST_FIELDS)).fields
            filled = _filled(item, fields)
            if fields.get("act") == "change":
                return self._form(view, item, filled)
            check_choice(item, filled.values)
            check_why(filled.why)
        except FormError as problem:
            return self._form(view, item, replace(filled, problem=problem))
        return await self._go_on(request, view, item, filled, fields)

    async def _go_on(
        self,
        request: Request,
        view: CorrectionView,
        item: Question,
        filled: _Filled,
        fields: Mapping[str, str],
    ) -> Response:
        wanted = Correction(
            filled.base, item.link_id, filled.values, filled.why, sure="sure" in fields
        )
        if fields.get("act") == "save":
            saved = await self._save(request, wanted)
            if not isinstance(saved, Refused):
                return saved
            if saved.field != "sure":
                return self._refused(view, item, filled, saved)
            filled = replace(filled, problem=_problem(saved))
        tried = await self._try(request, replace(wanted, sure=False))
        if isinstance(tried, CorrectionTried):
            return self._effect(tried, item, filled)
        return self._refused(view, item, filled, tried)

    def _refused(
        self,
        view: CorrectionView,
        item: Question,
        filled: _Filled,
        why_not: Refused | NotThere | Trouble,
    ) -> Response:
        if not isinstance(why_not, Refused):
            return _sorry(why_not)
        again = replace(filled, base=view.submission_id, problem=_problem(why_not))
        return self._form(view, item, again)

    def _closed(self, request: Request, why_not: Refused | NotThere | Trouble) -> Response:
        """A page with the sentence for whoever may not correct this, or cannot."""
        if not isinstance(why_not, Refused):
            return _sorry(why_not)
        told = {"title": wording.CORRECT, "sentence": why_not.reason}
        visit_id = request.path_params["visit_id"]
        page = render("refused.html", demo=self.premises.doors.demo, visit_id=visit_id, **told)
        return HTMLResponse(page, 403)

    async def _view(self, request: Request) -> CorrectionView | Refused | NotThere | Trouble:
        door, visit_id = self.premises.doors.correction, request.path_params["visit_id"]
        return await run_in_threadpool(door, token_of(request), visit_id)

    async def _try(
        self, request: Request, wanted: Correction
    ) -> CorrectionTried | Refused | NotThere | Trouble:
        door, visit_id = self.premises.doors.try_correction, request.path_params["visit_id"]
        return await run_in_threadpool(door, token_of(request), visit_id, wanted)

    async def _save(self, request: Request, wanted: Correction) -> Response | Refused:
        door, visit_id = self.premises.doors.correct, request.path_params["visit_id"]
        saved = await run_in_threadpool(door, token_of(request), visit_id, wanted)
        match saved:
            case Done():
                return RedirectResponse(f"{PAGE.format(visit_id=visit_id)}?{_SAVED}=1", 303)
            case Refused():
                return saved
            case _:
                return _sorry(saved)

    def _form(self, view: CorrectionView, item: Question, filled: _Filled) -> Response:
        kind = {CalendarDate: "date", FreeText: "text"}.get(type(item), "choice")
        words = question_words(item, view.meaning.response.questionnaire)
        about = next(one for one in asked_of(view) if one.link_id == item.link_id)
        return self._drawn(
            "correct-answer.html",
            view,
            filled.problem,
            item=item,
            kind=kind,
            question=words,
            about=about,
            filled=filled,
            longest=LONGEST_WHY,
        )

    def _effect(self, tried: CorrectionTried, item: Question, filled: _Filled) -> Response:
        before, after = tried.view.meaning, tried.after
        answers = [each.response.answers.get(item.link_id) for each in (before, after)]
        was, now = (answer_words(item, one.values) if one else "" for one in answers)
        return self._drawn(
            "correct-effect.html",
            tried.view,
            filled.problem,
            item=item,
            question=question_words(item, before.response.questionnaire),
            was=was,
            answer=now,
            effect=effect(before, after),
            filled=filled,
        )

    def _drawn(
        self,
        template: str,
        view: CorrectionView,
        problem: FormError | None = None,
        **values: object,
    ) -> Response:
        doors = self.premises.doors
        page = render(template, demo=doors.demo, view=view, problem=problem, **values)
        return HTMLResponse(page, problem.status if problem else 200)


def _filled(item: Question, fields: Mapping[str, str]) -> _Filled:
    why = " ".join(fields.get("why", "").split())
    return _Filled(fields.get("base", ""), chosen(item, fields), why)


def _problem(refused: Refused) -> FormError:
    stale = refused.field == "base"
    return FormError(refused.reason, refused.field or "", 409 if stale else 422)


def _sorry(outcome: NotThere | Trouble | Done) -> Response:
    match outcome:
        case SignedOut() | Unavailable() as trouble:
            return kept_out(trouble)
        case _:
            return sorry(404, wording.NO_PDF)
