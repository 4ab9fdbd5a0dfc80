/* Say in words what an answer refuses: a sign-in that is over, a role that may not, a breakdown. */
(function () {
  "use strict";
  const OVER = 401;
  const ask = window.fetch;

  function say(text, over) {
    const said = document.getElementById("staff-said");
    if (!said) return;
    said.firstElementChild.textContent = text;
    const way = said.lastElementChild;
    way.hidden = !over;
    const back = encodeURIComponent(location.pathname + location.search);
    way.href = `/medarbejder/log-ind?til=${back}&sprog=${document.documentElement.lang}`;
    said.hidden = false;
  }

  /* Dash's renderer asks by fetch and shows nothing of a refusal. */
  window.fetch = async function (...asked) {
    const answer = await ask.apply(window, asked);
    if (answer.status >= 400) say(await answer.clone().text(), answer.status === OVER);
    return answer;
  };
})();
