"""An evaluator's page: let in by a link with a press, rates by the guide, changes nothing."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.opened import DESK, LOOKS, NARROW, PHONE, opened
from tests.server.serving import Server, Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def invitation(table: Sitting, kind: str = "evaluator") -> str:
    body = {"kind": kind, "name": "Eva"}
    return str(table.facilitator.post(f"/api/sessions/{table.session}/staff", body)["address"])


def test_an_evaluator_comes_in_by_a_press_and_rates_what_she_saw(
    browser: Browser, server: Server
) -> None:
    table = sitting(server, ruleset="newborn", players=4).begin_talk()
    link = invitation(table)
    with opened(browser, DESK) as seen:
        page = seen.page
        # given a link that is opened twice and pressed once
        page.goto(link)
        expect(page.get_by_role("button", name="I am Eva, go in")).to_be_visible()
        assert seen.violations() == []
        page.reload()
        page.get_by_role("button", name="I am Eva, go in").click()
        page.wait_for_url("**/evaluate/*")
        # when she rates a task
        page.get_by_text("Place trust, and deserve it").click()
        form = page.locator(".guide-objective[open]")
        form.get_by_role("radio", name="S: performed with some challenges").check()
        form.get_by_label("What you saw and heard").fill("Nobody dared to begin.")
        form.get_by_role("button", name="Keep").click()
        # then it stands there with its moment, also after a reload
        kept = form.locator(".guide-judged")
        expect(kept).to_contain_text("Nobody dared to begin.")
        expect(kept).to_contain_text("round 1, Talk")
        for (width, height), scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=scheme)
            assert seen.violations() == [], (width, scheme)
        page.reload()
        page.get_by_text("Place trust, and deserve it").click()
        expect(page.locator(".guide-judged")).to_contain_text("Nobody dared to begin.")
        # and it can be changed, and taken back
        page.locator(".guide-judged").get_by_role("button", name="Change").click()
        form = page.locator(".guide-objective[open]")
        expect(form.get_by_label("What you saw and heard")).to_have_value("Nobody dared to begin.")
        form.get_by_role("radio", name="M: performed with major challenges").check()
        form.get_by_role("button", name="Keep").click()
        expect(page.locator(".guide-judged .chip")).to_have_text("M")
        expect(form.get_by_label("What you saw and heard")).to_have_value("")
        page.locator(".guide-judged").get_by_role("button", name="Take back").click()
        expect(page.locator(".guide-judged")).to_have_count(0)
        # and there is nothing with which to change play
        expect(page.get_by_role("button", name="Pause", exact=True)).to_have_count(0)
    with opened(browser, PHONE) as late:
        late.page.goto(link)
        expect(late.page.get_by_text("This link was used or is too old")).to_be_visible()


def test_the_evaluator_s_page_fits_a_narrow_phone_and_shows_secrets_only_if_allowed(
    browser: Browser, server: Server
) -> None:
    plain = sitting(server, ruleset="newborn", players=4).begin_talk()
    trusted = sitting(server, ruleset="newborn", players=4, evaluators="all").begin_talk()
    for table, secret in ((plain, 0), (trusted, 1)):
        with opened(browser, NARROW) as seen:
            seen.page.goto(invitation(table))
            seen.page.get_by_role("button", name="I am Eva, go in").click()
            seen.page.get_by_role("button", name="Table", exact=True).click()
            expect(seen.page.get_by_role("heading", name="The table", exact=True)).to_be_visible()
            expect(seen.page.get_by_text("Show secrets here")).to_have_count(secret)
            assert not seen.is_too_wide()


def test_the_join_page_says_who_watches(browser: Browser, server: Server) -> None:
    table = sitting(server, seats=False, evaluators="all")
    with opened(browser, PHONE) as seen:
        seen.page.goto(f"http://127.0.0.1:{server.port}/j/{table.code}")
        expect(seen.page.get_by_text("evaluators see everything")).to_be_visible()


def test_the_console_appoints_an_evaluator_and_removes_her(
    browser: Browser, server: Server
) -> None:
    table = sitting(server)
    with opened(browser, DESK) as seen:
        seen.page.goto(invitation(table, "facilitator"))
        seen.page.get_by_role("button", name="I am Eva, go in").click()
        seen.page.get_by_text("Facilitators and evaluators").click()
        card = seen.page.locator("details[open]").filter(has_text="Facilitators and evaluators")
        card.get_by_label("Name", exact=True).fill("Adam")
        card.get_by_role("button", name="Appoint").click()
        expect(card.locator(".rejoin")).to_contain_text("/redeem#")
        row = card.locator("li").filter(has_text="Adam")
        expect(row).to_contain_text("Evaluator")
        row.get_by_role("button", name="Remove").click()
        row.get_by_role("group").get_by_role("button", name="Remove").click()
        expect(row).to_have_count(0)
