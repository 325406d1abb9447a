"""The home page. A name to filter by goes by POST, as every name does."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.audit_event import event_of_request
from app.current import database, moment, viewer
from app.home.page import NEW_ELSEWHERE_SHOWN, HomePage
from app.paging import page_number
from app.permissions import Permission, permission_required
from app.search.forms import SearchForm, plain
from graph.audit import entry_of, record
from graph.driver import Transaction
from graph.my_families import MyFamilies, find_my_families

LONGEST_NAME = 200
blueprint = Blueprint("home", __name__, template_folder="templates")


@blueprint.get("/")
@permission_required(Permission.SIGNED_IN)
def home() -> ResponseReturnValue:
    """My families, or for those who have none the way to their pages."""
    if viewer().role not in Permission.SEE_TEAMS.roles:
        return render_template("home/desk.html", account=viewer())
    return _families("", page_number(request.args.get("page", 1, type=int)))


@blueprint.post("/")
@permission_required(Permission.SEE_TEAMS)
def filtered() -> ResponseReturnValue:
    """Those of my families in which a client bears the name."""
    number = page_number(request.form.get("page", 1, type=int))
    return _families(plain(request.form.get("filter"))[:LONGEST_NAME], number)


def _families(name: str, number: int) -> ResponseReturnValue:
    mine = database().write(lambda tx: _look(tx, name, number))
    page = HomePage(mine, name, number, moment())
    if number > page.pages:
        abort(404)
    return render_template("home/families.html", page=page, account=viewer(), form=SearchForm(formdata=None))


def _look(tx: Transaction, name: str, number: int) -> MyFamilies:
    mine = find_my_families(tx, account=viewer().account, name=name, page=number, moment=moment())
    record(tx, event_of_request("home", people=_people(mine), entries=_entries(mine)))
    return mine


def _people(mine: MyFamilies) -> list[str]:
    in_families = {one.id for family in mine.families for one in (*family.clients, *family.relatives)}
    elsewhere = {family.clients[0].id for family in mine.new_elsewhere[:NEW_ELSEWHERE_SHOWN]}
    return sorted(in_families | elsewhere | {one.id for one in mine.opened} | {one.id for one in mine.past})


def _entries(mine: MyFamilies) -> list[str]:
    own = {work.id: ("OWN",) for family in mine.families for one in family.clients for work in one.work}
    past = {one.involvement: one.reasons for one in mine.past}
    with_news = (*mine.families, *mine.new_elsewhere[:NEW_ELSEWHERE_SHOWN])
    news = {item.id: item.reasons for family in with_news for item in family.news}
    entries = {**own, **past, **news}
    return [entry_of(id_, "full", entries[id_]) for id_ in sorted(entries)]
