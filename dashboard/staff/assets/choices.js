/* Give Dash's own elements the names and roles that a screen reader needs.

   A list of choices is called a list box and each label in it an option. A label may be no option,
   and a keyboard reaches its boxes one by one: without these roles it is what it is, radio buttons
   and boxes with their names, in the group that the page puts around them. The field of files lies
   unseen and unnamed behind the button that opens it: it takes its name, and is no stop of its own. */
(function () {
  "use strict";
  const LISTS = ".dash-radioitems, .dash-checklist";
  const DROP = ".drop";

  function plain(list) {
    list.removeAttribute("role");
    for (const label of list.querySelectorAll("label")) {
      label.removeAttribute("role");
      label.removeAttribute("aria-selected");
    }
  }

  function named(drop) {
    const field = drop.querySelector("input[type=file]");
    const button = drop.querySelector("button");
    if (!field || !button || field.getAttribute("aria-label") === button.textContent) return;
    field.setAttribute("aria-label", button.textContent);
    field.setAttribute("tabindex", "-1");
  }

  function look() {
    document.querySelectorAll(LISTS).forEach(plain);
    document.querySelectorAll(DROP).forEach(named);
  }

  new MutationObserver(look).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["role", "aria-selected"],
  });
})();
