"""With JavaScript off a visitor reads what there is, and waits for nothing."""

from playwright.sync_api import Browser

from .serving import Server


def test_what_there_is_without_javascript_is_said_and_linked(
    browser: Browser, tinytown_server: Server
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{tinytown_server.url}steder")
    said = page.inner_text("body")
    assert "Henter" not in said
    assert "Loading" not in said
    assert "CSV til Excel" in said
    assert page.locator("noscript a", has_text="notat (PDF)").first.is_visible()
    context.close()
